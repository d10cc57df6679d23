import { compactText, SHEET_FIELDS } from "../../units";
import { clauseEntries } from "../book/clauses";
import { check } from "../schema/check";
import * as kinds from "../schema/kinds";
import { valuesSchema } from "../schema/values";
import type { Bound, PolicyValues } from "../types";
import { fieldsOf, type Field, type FieldValue } from "./fields";
import { parseDay, parseNumber, parseText, parseWords } from "./parse";
import { edited, refused, together, type EditIssue, type Edited } from "./problems";

/** A form's input, as typed; "" and null leave a value empty where that is possible. */
export type FieldInput =
  | string
  | boolean
  | null
  | readonly string[]
  | { readonly points: string; readonly inclusive: boolean }
  /** A bound of "" leaves it to its reading, where one decides on it. */
  | { readonly months: string; readonly tier: string; readonly bound: string }
  | { readonly months: string; readonly worstTier: string };

/**
 * The values with one of them changed. A disputed value becomes a plain one: HR has settled it for
 * this version, and its reading has no say in it any more.
 */
export function setValue(
  values: PolicyValues,
  path: string,
  input: FieldInput,
): Edited<PolicyValues> {
  const field = fieldsOf(values).find((one) => one.path === path);
  if (field === undefined) return refused(path, { code: "unknownField", path });
  const read = readInput(field, input, values);
  if (read.kind === "refused") return read;
  const changed = asValues(replaceAt(values, field.steps, read.value));
  if (changed.kind === "refused") return changed;
  const taken = takenWords(field, changed.value);
  return taken.length > 0 ? { kind: "refused", issues: taken } : changed;
}

/** The values as the file's schema has them: what no form lets through is refused here. */
export function asValues(candidate: unknown): Edited<PolicyValues> {
  const checked = check(valuesSchema, candidate);
  if (checked.kind === "checked") return edited(checked.value);
  return {
    kind: "refused",
    issues: checked.problems.map(({ path, expected, received }) => ({
      path,
      problem: { code: "form", expected, received },
    })),
  };
}

function replaceAt(root: unknown, steps: readonly (string | number)[], value: unknown): unknown {
  const [step, ...rest] = steps;
  if (step === undefined) return value;
  if (Array.isArray(root)) {
    return root.map((item: unknown, index) =>
      index === step ? replaceAt(item, rest, value) : item,
    );
  }
  const entries: [string, unknown][] =
    typeof root === "object" && root !== null ? Object.entries(root) : [];
  const inner = entries.find(([key]) => key === step)?.[1];
  return { ...Object.fromEntries(entries), [step]: replaceAt(inner, rest, value) };
}

const knownClauses: ReadonlySet<string> = new Set(clauseEntries.map(({ id }) => id));

function readInput(field: Field, input: FieldInput, values: PolicyValues): Edited<FieldValue> {
  const { path, kind } = field;
  const otherKind = (): Edited<never> => refused(path, { code: "otherKind" });
  const isEmpty = input === null || (typeof input === "string" && input.trim() === "");
  switch (kind.kind) {
    case "number":
      if (isEmpty) return kind.optional ? edited(null) : refused(path, { code: "required" });
      if (typeof input !== "string") return otherKind();
      return stored(parseNumber(path, input, kind), kind);
    case "text":
      if (isEmpty) return kind.optional ? edited(null) : refused(path, { code: "required" });
      return typeof input === "string" ? parseText(path, input, kind.optional) : otherKind();
    case "day":
      if (isEmpty) return edited(null);
      return typeof input === "string" ? parseDay(path, input) : otherKind();
    case "words":
      return isList(input) ? parseWords(path, input) : otherKind();
    case "choice":
      if (typeof input !== "string") return otherKind();
      return kind.options.includes(input)
        ? edited(input)
        : refused(path, { code: "unknownOption", option: input });
    case "yesNo":
      return typeof input === "boolean" ? edited(input) : otherKind();
    case "level":
      if (isEmpty) return kind.optional ? edited(null) : refused(path, { code: "required" });
      if (typeof input !== "string") return otherKind();
      return values.levels.some(({ id }) => id === input)
        ? edited(input)
        : refused(path, { code: "unknownLevel", level: input });
    case "clause":
      if (typeof input !== "string") return otherKind();
      return knownClauses.has(input)
        ? edited(input)
        : refused(path, { code: "unknownClause", clause: input });
    case "clauses":
      return isList(input) ? readClauses(path, input) : otherKind();
    case "bandEnd":
      return isObject(input) && "points" in input
        ? readBandEnd(path, input)
        : isEmpty
          ? refused(path, { code: "required" })
          : otherKind();
    case "inner":
      if (isEmpty) return edited(null);
      return isObject(input) && "bound" in input ? readInner(field, input, values) : otherKind();
    case "window":
      if (isEmpty) return edited(null);
      return isObject(input) && "worstTier" in input
        ? readWindow(path, input, values)
        : otherKind();
  }
}

type Composite = Exclude<FieldInput, string | boolean | null | readonly string[]>;

function isList(input: FieldInput): input is readonly string[] {
  return Array.isArray(input);
}

function isObject(input: FieldInput): input is Composite {
  return typeof input === "object" && input !== null && !isList(input);
}

/** Points are kept as points, everything else in its smallest unit. */
function stored(read: Edited<number>, { unit }: Pick<kinds.NumberKind, "unit">): Edited<number> {
  return read.kind === "edited" && unit === "points" ? edited(read.value / 1_000_000) : read;
}

/** Clauses that exist, each once. */
export function readClauses(path: string, ids: readonly string[]): Edited<readonly string[]> {
  const unknown = ids.find((id) => !knownClauses.has(id));
  if (unknown !== undefined) return refused(path, { code: "unknownClause", clause: unknown });
  return edited([...new Set(ids)]);
}

const tierKind = ({ score }: PolicyValues): kinds.NumberKind => ({
  ...kinds.tier.form,
  most: score.bands.length,
});

export function readPoints(path: string, text: string): Edited<number> {
  return stored(parseNumber(path, text, kinds.points.form), kinds.points.form);
}

function readBandEnd(
  path: string,
  input: { readonly points: string; readonly inclusive: boolean },
): Edited<FieldValue> {
  const points = readPoints(`${path}.points`, input.points);
  return points.kind === "refused"
    ? points
    : edited({ points: points.value, inclusive: input.inclusive });
}

function readInner(
  { path, value }: Field,
  input: { readonly months: string; readonly tier: string; readonly bound: string },
  values: PolicyValues,
): Edited<FieldValue> {
  const before = typeof value === "object" && value !== null && "bound" in value ? value.bound : "";
  const bound =
    input.bound === "" && typeof before === "object"
      ? edited(before)
      : readBound(`${path}.bound`, input.bound);
  return together({
    months: parseNumber(`${path}.months`, input.months, kinds.months.form),
    tier: parseNumber(`${path}.tier`, input.tier, tierKind(values)),
    bound,
  });
}

function readBound(path: string, typed: string): Edited<Bound> {
  return typed === "atLeast" || typed === "exactly"
    ? edited(typed)
    : refused(path, { code: "unknownOption", option: typed });
}

function readWindow(
  path: string,
  input: { readonly months: string; readonly worstTier: string },
  values: PolicyValues,
): Edited<FieldValue> {
  return together({
    months: parseNumber(`${path}.months`, input.months, kinds.months.form),
    worstTier: parseNumber(`${path}.worstTier`, input.worstTier, tierKind(values)),
  });
}

/** A heading that two columns claim, or a word that both lists of reasons hold. */
function takenWords({ path, name }: Field, values: PolicyValues): readonly EditIssue[] {
  switch (name) {
    case "headingName":
    case "headingSynonyms":
      return headingsTaken(values).filter((issue) => issue.path === path);
    case "leaveWords":
    case "otherWords":
      return wordsTaken(values).map(({ problem }) => ({ path, problem }));
    default:
      return [];
  }
}

/** Synonyms of a column that are a name or a synonym of another one, at the column that comes later. */
export function headingsTaken({ headings }: PolicyValues): readonly EditIssue[] {
  return SHEET_FIELDS.flatMap((field) => {
    const own = [
      [`$.headings.${field}.name`, headings[field].name] as const,
      ...headings[field].synonyms.map(
        (synonym) => [`$.headings.${field}.synonyms`, synonym] as const,
      ),
    ];
    return own.flatMap(([path, word]): EditIssue[] => {
      const other = SHEET_FIELDS.find(
        (id) =>
          id !== field &&
          [headings[id].name, ...headings[id].synonyms].some(
            (taken) => compactText(taken) === compactText(word),
          ),
      );
      return other === undefined
        ? []
        : [{ path, problem: { code: "headingTaken", word, field: other } }];
    });
  });
}

/** Words that mean leave and something else at once. */
export function wordsTaken({ notAssessed }: PolicyValues): readonly EditIssue[] {
  const leave = new Set(notAssessed.statutoryLeave.map(compactText));
  return notAssessed.other
    .filter((word) => leave.has(compactText(word)))
    .map((word) => ({
      path: "$.notAssessed.other",
      problem: { code: "wordTaken", word },
    }));
}
