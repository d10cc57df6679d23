import * as v from "valibot";
import type { Choice, ClauseId, LevelId } from "../book/types";
import { byReading, list } from "./shape";

// What a value may be: what the file may hold, and what a form asks for, from one bound.

/** What an amount or count is measured in, in a form and in a list of changes. */
export type Unit = "yuan" | "percent" | "points" | "months" | "count" | "minutes" | "tier";

export interface NumberKind {
  readonly unit: Unit;
  /** Digits kept after the point: yuan and percent 2, points 6, counts 0. */
  readonly decimals: number;
  /** Bounds in 10^-decimals of the unit, included. */
  readonly least: number;
  readonly most: number;
}

/** What a form asks for: every value of a policy is one of these. */
export type FieldKind =
  | (NumberKind & { readonly kind: "number"; readonly optional: boolean })
  | { readonly kind: "text"; readonly optional: boolean }
  | { readonly kind: "day" }
  | { readonly kind: "words" }
  | { readonly kind: "choice"; readonly options: readonly string[] }
  | { readonly kind: "yesNo" }
  | { readonly kind: "level"; readonly optional: boolean }
  | { readonly kind: "clause" }
  | { readonly kind: "clauses" }
  | { readonly kind: "bandEnd" }
  | { readonly kind: "inner" }
  | { readonly kind: "window" };

/** A value as the file has it, and as a form asks for it. */
export interface Kind<T, F extends FieldKind = FieldKind> {
  readonly schema: v.GenericSchema<unknown, T>;
  readonly form: F;
}

type OptionalForm = Extract<FieldKind, { readonly optional: boolean }>;
type NumberForm = Extract<FieldKind, { readonly kind: "number" }>;

// Bounds that no policy reaches; they keep hostile files from costing time and amounts exact.
export const LONGEST_TEXT = 2_000;
const MOST_POINTS = 1_000_000;

/** A whole number of 10^-decimals of a unit. */
const counted = (
  unit: Unit,
  decimals: number,
  least: number,
  most: number,
): Kind<number, NumberForm> => ({
  schema: v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most)),
  form: { kind: "number", unit, decimals, least, most, optional: false },
});

export const whole = (unit: Unit, least: number, most: number): Kind<number, NumberForm> =>
  counted(unit, 0, least, most);
/** In fen, up to 10^12 yuan. */
export const money = counted("yuan", 2, 0, 100_000_000_000_000);
/** In basis points, up to ten times the amount. */
export const percent = counted("percent", 2, 0, 100_000);
export const months = whole("months", 1, 120);
/** In a form no tier is worse than the policy's own worst one: see `fieldsOf`. */
export const tier = whole("tier", 1, 99);
/** Kept in points, typed in a form to six decimals. */
export const points: Kind<number, NumberForm> = {
  schema: v.pipe(v.number(), v.finite(), v.minValue(-MOST_POINTS), v.maxValue(MOST_POINTS)),
  form: { ...whole("points", 0, MOST_POINTS * 1_000_000).form, decimals: 6 },
};

const string = v.pipe(v.string(), v.maxLength(LONGEST_TEXT));
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(LONGEST_TEXT));
const ids = list(id);

export const text: Kind<string, OptionalForm> = {
  schema: string,
  form: { kind: "text", optional: false },
};
/** A name by which something is found: never empty. */
export const name: Kind<string> = { schema: id, form: { kind: "text", optional: false } };
export const words: Kind<readonly string[]> = { schema: ids, form: { kind: "words" } };
export const clause: Kind<ClauseId> = { schema: id, form: { kind: "clause" } };
export const clauses: Kind<readonly ClauseId[]> = { schema: ids, form: { kind: "clauses" } };
export const level: Kind<LevelId, OptionalForm> = {
  schema: id,
  form: { kind: "level", optional: false },
};
export const yesNo: Kind<boolean> = { schema: v.boolean(), form: { kind: "yesNo" } };
export const day: Kind<string | null> = { schema: v.nullable(string), form: { kind: "day" } };

export function oneOf<const O extends string>(
  ...options: readonly O[]
): Kind<O, { readonly kind: "choice"; readonly options: readonly O[] }> {
  return { schema: v.picklist(options), form: { kind: "choice", options } };
}

/** A value that may be left empty: null. */
export function optional<T>({ schema, form }: Kind<T, OptionalForm>): Kind<T | null> {
  return { schema: v.nullable(schema), form: { ...form, optional: true } };
}

/** A value on which the policy's words are disputed. */
export function choice<T, F extends FieldKind>({ schema, form }: Kind<T, F>): Kind<Choice<T>, F> {
  return { schema: byReading(schema), form };
}

/** One value of the policy: what the file may hold, what it is called, and what a form asks for. */
export interface Row<N extends string, T, F extends FieldKind> extends v.GenericSchema<unknown, T> {
  readonly row: { readonly name: N; readonly kind: F };
}

/** The name keys the value's words; values of the same words share one. */
export function row<const N extends string, T, F extends FieldKind>(
  called: N,
  { schema, form }: Kind<T, F>,
): Row<N, T, F> {
  return { ...schema, row: { name: called, kind: form } };
}
