import { formatMonth, type Month } from "../../units";
import { optionUnder } from "../book/presets";
import { isKnownChoice, readingOf, readings } from "../book/readings";
import { LEGAL_NOTES, type LegalNote } from "../lint";
import { toBook } from "../part/book";
import { decide, undoDecision } from "../part/stored";
import type { StoredDecision, StoredPolicy } from "../part/stored";
import { isReadingId, policyFor, readingsIn } from "../resolve";
import type { Preset, ReadingId } from "../types";
import { parseDay, parseMonth, parseText } from "./parse";
import { edited, refused, together, type Edited } from "./problems";

/** Who decides, on which day ("YYYY-MM-DD"); by may be left for later. */
export interface Signature {
  readonly by: string;
  readonly on: string;
}

export interface DecisionInput extends Signature {
  readonly reading: string;
  readonly option: string;
  readonly note: string;
  /** The first month in which it holds, as typed; "" is every month. */
  readonly from: string;
}

/** A reading decided, at once and on record. It replaces the decision of the same reading and month. */
export function decideReading(stored: StoredPolicy, input: DecisionInput): Edited<StoredPolicy> {
  const { reading, option } = input;
  if (!isReadingId(reading)) return refused("reading", { code: "unknownReading", reading });
  if (!isKnownChoice(reading, option)) return refused("option", { code: "unknownOption", option });
  const read = together({
    on: parseDay("on", input.on),
    by: parseText("by", input.by, true),
    note: parseText("note", input.note, true),
    from: readFrom(input.from),
  });
  if (read.kind === "refused") return read;
  const { on, by, note, from } = read.value;
  return edited(decide(stored, { reading, option, by, on, note, ...from }));
}

function readFrom(text: string): Edited<{ readonly from?: string }> {
  if (text.trim() === "") return edited({});
  const month = parseMonth("from", text);
  return month.kind === "refused" ? month : edited({ from: formatMonth(month.value) });
}

/** The reading undecided again from that month on ("YYYY-MM"; absent: the decision for every month). */
export function undoReading(
  stored: StoredPolicy,
  reading: string,
  from?: string,
): Edited<StoredPolicy> {
  const undone = undoDecision(stored, reading, from);
  return undone.decisions.length === stored.decisions.length
    ? refused("reading", { code: "notDecided", reading })
    : edited(undone);
}

/**
 * The decisions that a change has touched as they were before it; what has been decided since, by
 * whomever, stays.
 */
export function restoreDecisions(
  stored: StoredPolicy,
  before: StoredPolicy,
  after: StoredPolicy,
): Edited<StoredPolicy> {
  const was = new Map(before.decisions.map((one) => [keyOf(one), one] as const));
  const is = new Map(after.decisions.map((one) => [keyOf(one), one] as const));
  const now = new Map(stored.decisions.map((one) => [keyOf(one), one] as const));
  const touched = [...new Set([...was.keys(), ...is.keys()])].filter(
    (key) => !same(was.get(key), is.get(key)) && same(is.get(key), now.get(key)),
  );
  if (touched.length === 0) return edited(stored);
  const kept = stored.decisions.filter((one) => !touched.includes(keyOf(one)));
  return edited({
    ...stored,
    decisions: [...kept, ...touched.flatMap((key) => was.get(key) ?? [])],
  });
}

function keyOf({ reading, from }: Pick<StoredDecision, "reading" | "from">): string {
  return `${reading} ${from ?? ""}`;
}

function same(one: StoredDecision | undefined, other: StoredDecision | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Who approved a decision, why and from when: what may be added after it was taken. */
export function annotateDecision(
  stored: StoredPolicy,
  { reading, from }: Pick<StoredDecision, "reading" | "from">,
  input: { readonly by: string; readonly note: string; readonly from: string },
): Edited<StoredPolicy> {
  const isOf = (one: StoredDecision, month: string | undefined): boolean =>
    one.reading === reading && one.from === month;
  const decision = stored.decisions.filter((one) => isOf(one, from)).at(-1);
  if (decision === undefined) return refused("reading", { code: "notDecided", reading });
  const read = together({
    by: parseText("by", input.by, true),
    note: parseText("note", input.note, true),
    starts: readFrom(input.from),
  });
  if (read.kind === "refused") return read;
  const { by, note, starts } = read.value;
  const moved = starts.from;
  const { from: before, ...rest } = decision;
  if (moved !== before && stored.decisions.some((one) => isOf(one, moved)))
    return refused("from", { code: "decisionTaken", from: moved ?? null });
  const changed = { ...rest, by, note, ...starts };
  const decisions = stored.decisions.flatMap((one) =>
    one === decision ? [changed] : isOf(one, from) ? [] : [one],
  );
  return edited({ ...stored, decisions });
}

/** What a preset chooses for each reading but the blocking one, which nobody decides along with others. */
export function presetOptions(
  preset: Preset,
): readonly { readonly reading: ReadingId; readonly option: string }[] {
  return readings
    .filter(({ level }) => level !== "blocking")
    .map(({ id }) => ({ reading: id, option: optionUnder(preset, id) }));
}

/** Everything that the month's policy leaves undecided decided by its default, but the blocking reading. */
export function decideRecommended(
  stored: StoredPolicy,
  month: Month,
  signature: Signature,
): Edited<StoredPolicy> {
  const { undecided } = policyFor(toBook(stored), month);
  return decideAll(
    stored,
    [...undecided]
      .filter((id) => readingOf(id).level !== "blocking")
      .map((id) => ({ reading: id, option: readingOf(id).default })),
    signature,
  );
}

/**
 * Every reading that the month's policy disputes, but the blocking one, decided as a preset has it.
 * A decision that says the same stays as it was taken; another one gives way in its own place.
 */
export function decidePreset(
  stored: StoredPolicy,
  preset: Preset,
  month: Month,
  signature: Signature,
): Edited<StoredPolicy> {
  const policy = policyFor(toBook(stored), month);
  const disputed = readingsIn(policy.values);
  const changed = presetOptions(preset).filter(
    ({ reading, option }) =>
      disputed.has(reading) &&
      (policy.undecided.has(reading) || policy.options[reading] !== option),
  );
  return decideAll(
    stored,
    changed.map((choice) => ({ ...choice, ...holdingFrom(stored, choice.reading, month) })),
    signature,
  );
}

/** The month from which the decision in force holds, so that the new one stands in its place. */
function holdingFrom(
  { decisions }: StoredPolicy,
  reading: ReadingId,
  month: Month,
): { readonly from?: string } {
  const asOf = formatMonth(month);
  const starts = decisions.flatMap((one) =>
    one.reading === reading && one.from !== undefined && one.from <= asOf ? [one.from] : [],
  );
  const latest = starts.sort().at(-1);
  return latest === undefined ? {} : { from: latest };
}

function decideAll(
  stored: StoredPolicy,
  choices: readonly {
    readonly reading: ReadingId;
    readonly option: string;
    readonly from?: string;
  }[],
  signature: Signature,
): Edited<StoredPolicy> {
  const read = together({
    on: parseDay("on", signature.on),
    by: parseText("by", signature.by, true),
  });
  if (read.kind === "refused") return read;
  const { on, by } = read.value;
  return edited(
    choices.reduce((policy, choice) => decide(policy, { ...choice, by, on, note: "" }), stored),
  );
}

/** Whether somebody has read a legal note: kept in the workbook, so that it is shown once. */
export function acknowledge(stored: StoredPolicy, note: LegalNote, read: boolean): StoredPolicy {
  const { acknowledged = [], ...rest } = stored;
  const others = acknowledged.filter((one) => one !== note);
  const kept = read ? [...others, note].sort(byNumber) : others;
  return kept.length === 0 ? rest : { ...rest, acknowledged: kept };
}

function byNumber(a: string, b: string): number {
  const known: readonly string[] = LEGAL_NOTES;
  return known.indexOf(a) - known.indexOf(b);
}
