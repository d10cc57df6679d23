import { SHEET_FIELDS, type SheetField } from "../../units";
import { readingOf } from "../book/readings";
import { isDisputed, isObject } from "../choice";
import { formatPath } from "../part/json";
import type { FieldKind } from "../schema/kinds";
import { valuesSchema } from "../schema/values";
import type {
  BandEnd,
  Choice,
  FieldName,
  InnerMonths,
  LevelId,
  PathStep,
  PolicyValues,
  Tier,
  WindowMonths,
  Words,
} from "../types";

export type FieldValue =
  number | string | boolean | null | readonly string[] | BandEnd | InnerMonths | WindowMonths;

/** What a value belongs to, as a sentence names it. */
export type Subject =
  | { readonly kind: "policy" }
  | { readonly kind: "level"; readonly level: Words }
  | { readonly kind: "tier"; readonly tier: Tier }
  | { readonly kind: "commission"; readonly fromFen: number }
  | { readonly kind: "rule"; readonly level: Words }
  | { readonly kind: "path"; readonly from: Words; readonly to: Words }
  | { readonly kind: "step"; readonly from: Words; readonly to: Words; readonly step: Words }
  | { readonly kind: "heading"; readonly field: SheetField };

type Steps = readonly (string | number)[];

export interface Field {
  /** `$.levels[1].baseSalaryFen`: the place in the values, as problems and checks name it. */
  readonly path: string;
  readonly steps: Steps;
  /** The same for the same thing in two versions, wherever it stands there. */
  readonly key: string;
  readonly name: FieldName;
  readonly subject: Subject;
  readonly kind: FieldKind;
  readonly value: Choice<FieldValue>;
}

/** The amount that a threshold has while nothing is decided: to name a band by, and to place others beside it. */
export function defaultFen(fromFen: Choice<number>): number {
  return isDisputed(fromFen) ? (fromFen.choices[readingOf(fromFen.reading).default] ?? 0) : fromFen;
}

/** What of a schema concerns forms: a value, an object of several, or a list of things. */
interface SchemaNode {
  readonly type: string;
  readonly row?: { readonly name: FieldName; readonly kind: FieldKind };
  readonly entries?: Readonly<Record<string, SchemaNode>>;
  readonly formOrder?: readonly string[];
  readonly item?: SchemaNode;
}

/**
 * Every value of a policy with its place, its unit and what it belongs to, in the order of the
 * document: what the forms show, what is edited by path, and what two versions are compared by.
 */
export function fieldsOf(values: PolicyValues): readonly Field[] {
  const found: Field[] = [];
  const owners = ownersOf(values);
  const worst = values.score.bands.length;
  const visit = (node: SchemaNode, value: unknown, steps: Steps, around: Owner): void => {
    const owner = owners.get(steps.join(".")) ?? around;
    if (node.row !== undefined) {
      const { name, kind } = node.row;
      found.push({
        path: formatPath(steps),
        steps,
        key: `${owner.id} ${name}`,
        name,
        subject: owner.subject,
        // No tier is worse than the worst that there is.
        kind: kind.kind === "number" && kind.unit === "tier" ? { ...kind, most: worst } : kind,
        value: value as Choice<FieldValue>, // the values are of the schema's type, and this is one of its rows
      });
    } else if (node.entries !== undefined && isObject(value)) {
      for (const key of node.formOrder ?? []) {
        const entry = node.entries[key];
        if (entry !== undefined) visit(entry, value[key], [...steps, key], owner);
      }
    } else if (node.item !== undefined && Array.isArray(value)) {
      for (const [at, item] of value.entries()) visit(node.item, item, [...steps, at], owner);
    }
  };
  visit(valuesSchema, values, [], { id: "", subject: { kind: "policy" } });
  return found;
}

interface Owner {
  /** The same for the same thing in two versions. */
  readonly id: string;
  readonly subject: Subject;
}

/** The things that values belong to, by their places: "promotion.rules.0". */
function ownersOf({
  levels,
  score,
  commission,
  promotion,
}: PolicyValues): ReadonlyMap<string, Owner> {
  const owners = new Map<string, Owner>();
  const nameOf = (id: LevelId): Words =>
    levels.find((one) => one.id === id)?.name ?? { zh: id, en: id };
  for (const group of valuesSchema.formOrder)
    owners.set(group, { id: group, subject: { kind: "policy" } });
  levels.forEach(({ id, name }, at) => {
    owners.set(`levels.${at}`, { id: `level ${id}`, subject: { kind: "level", level: name } });
  });
  score.bands.forEach(({ tier }, at) => {
    owners.set(`score.bands.${at}`, { id: `tier ${tier}`, subject: { kind: "tier", tier } });
  });
  commission.bands.forEach(({ fromFen }, at) => {
    owners.set(`commission.bands.${at}`, {
      // Counted from the top, as the clauses count them: the best band keeps its place.
      id: `commission band ${commission.bands.length - at}`,
      subject: { kind: "commission", fromFen: defaultFen(fromFen) },
    });
  });
  promotion.rules.forEach(({ level }, at) => {
    const subject = { kind: "rule", level: nameOf(level) } as const;
    owners.set(`promotion.rules.${at}`, { id: `rule ${level}`, subject });
  });
  promotion.paths.forEach(({ from, to, steps }, at) => {
    const ends = { from: nameOf(from), to: nameOf(to) };
    const id = `path ${from} ${to}`;
    owners.set(`promotion.paths.${at}`, { id, subject: { kind: "path", ...ends } });
    const names = stepNames(steps);
    steps.forEach(({ label }, place) => {
      owners.set(`promotion.paths.${at}.steps.${place}`, {
        id: `${id} step ${names[place] ?? place}`,
        subject: { kind: "step", ...ends, step: label },
      });
    });
  });
  for (const field of SHEET_FIELDS)
    owners.set(`headings.${field}`, {
      id: `heading ${field}`,
      subject: { kind: "heading", field },
    });
  return owners;
}

/** Steps have no ids: the same words are the same step, counted where they stand twice. */
function stepNames(steps: readonly PathStep[]): readonly string[] {
  const seen = new Map<string, number>();
  return steps.map(({ kind, label }) => {
    const name = `${kind} ${label.zh}`;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} ${count}`;
  });
}
