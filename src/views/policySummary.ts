import { formatMonth, type Month } from "../units";
import {
  fullReadings,
  policyFor,
  type PolicyBook,
  type StoredDecision,
  type StoredPolicy,
  type StoredVersion,
  type Words,
} from "../policy";

/** One line of what a policy was decided to be. */
export type PolicyLine =
  | {
      readonly kind: "decision";
      /** The reading's title; its id where this product does not know it. */
      readonly title: Words;
      readonly option: Words;
      readonly by: string;
      /** "YYYY-MM-DD"; "" where nobody noted it. */
      readonly on: string;
      /** "YYYY-MM", the first month; "" for all. */
      readonly from: string;
    }
  | { readonly kind: "version"; readonly name: string; readonly from: string };

/** What settings hold, for somebody who has to say whether they are the right ones. */
export interface PolicySummary {
  readonly decisions: number;
  /** Policies of HR's own. */
  readonly versions: number;
  /** Whoever took the decisions, each once. */
  readonly by: readonly string[];
  /** Decisions in the order of the readings, then versions. */
  readonly lines: readonly PolicyLine[];
}

const same = (text: string): Words => ({ zh: text, en: text });

function decisionLine(decision: StoredDecision): PolicyLine {
  const reading = fullReadings.find(({ id }) => id === decision.reading);
  const option = reading?.options.find(({ id }) => id === decision.option);
  return {
    kind: "decision",
    title: reading?.title ?? same(decision.reading),
    option: option?.label ?? same(decision.option),
    by: decision.by ?? "",
    on: decision.on ?? "",
    from: decision.from ?? "",
  };
}

function versionLine({ id, name = "", from }: StoredVersion): PolicyLine {
  return { kind: "version", name: name === "" ? id : name, from: from ?? "" };
}

function placeOf({ reading }: StoredDecision): number {
  const place = fullReadings.findIndex(({ id }) => id === reading);
  return place < 0 ? fullReadings.length : place;
}

export function policySummary({ decisions, versions = [] }: StoredPolicy): PolicySummary {
  return {
    decisions: decisions.length,
    versions: versions.length,
    by: [...new Set(decisions.flatMap(({ by }) => by ?? []))].filter((by) => by !== ""),
    lines: [
      ...[...decisions].sort((one, other) => placeOf(one) - placeOf(other)).map(decisionLine),
      ...versions.map(versionLine),
    ],
  };
}

/** What one holds and the other does not, or holds otherwise. */
export function missingLines(inOne: StoredPolicy, inOther: StoredPolicy): readonly PolicyLine[] {
  const has = <T>(list: readonly T[], one: T): boolean =>
    list.some((other) => JSON.stringify(other) === JSON.stringify(one));
  return policySummary({
    ...inOne,
    decisions: inOne.decisions.filter((one) => !has(inOther.decisions, one)),
    versions: (inOne.versions ?? []).filter((one) => !has(inOther.versions ?? [], one)),
  }).lines;
}

/** What the version in force in a month is called: its name or first month; "" where one holds for all months. */
export function versionName(book: PolicyBook, month: Month): string {
  const { name, from } = policyFor(book, month).version;
  return name !== "" || from === null ? name : formatMonth(from);
}
