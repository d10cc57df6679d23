import * as v from "valibot";
import { monthFromText } from "../../units";
import { text, name, words } from "./kinds";
import { fields, list } from "./shape";
import { byColumn, valuesSchema, type PolicyValues } from "./values";

const month = v.pipe(
  v.string(),
  v.check((value) => monthFromText(value) !== undefined, "YYYY-MM"),
);

/** A calendar day that exists, or "" where nobody gave it. */
const day = v.pipe(
  v.string(),
  v.check((value) => value === "" || isDay(value), "YYYY-MM-DD"),
);

export function isDay(value: string): boolean {
  const match = /^(\d{4}-\d{2})-(\d{2})$/u.exec(value);
  if (match === null || monthFromText(match[1] ?? "") === undefined) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}

const mayLack = <T>(schema: v.GenericSchema<unknown, T>) => v.exactOptional(schema);
const id = name.schema;
const someText = text.schema;
const furtherWords = mayLack(words.schema);

/** Words of HR's own as the workbook keeps them, for all months: each list given replaces the built-in one. */
const sheetWords = fields({
  headings: mayLack(fields(byColumn(furtherWords))),
  /** Headings and labels that name no field: of a year, of the period of a sheet, of running numbers. */
  others: mayLack(
    fields({
      year: furtherWords,
      period: furtherWords,
      ordinal: furtherWords,
      // Of rosters: the day on which somebody left, whether somebody is still there, and what it says of who is not.
      leftOn: furtherWords,
      status: furtherWords,
      gone: furtherWords,
    }),
  ),
  levels: mayLack(v.record(v.string(), words.schema)),
  /** Words in a score cell that mean statutory leave, and other reasons for a month without assessment. */
  statutoryLeave: furtherWords,
  otherReasons: furtherWords,
});

/** A decision as the file keeps it. The day and the month are text; what is absent was not given. */
const decision = fields({
  reading: id,
  option: someText,
  by: mayLack(someText),
  /** "YYYY-MM-DD", the day it was taken. */
  on: mayLack(day),
  note: mayLack(someText),
  /** "YYYY-MM", the first month in which it holds. */
  from: mayLack(month),
});

/** The whole policy data, or an empty object, which stands for the built-in policy. */
const versionValues = v.lazy(
  (input): v.GenericSchema<unknown, PolicyValues | { readonly levels?: never }> =>
    typeof input === "object" && input !== null && Object.keys(input).length === 0
      ? v.strictObject({})
      : valuesSchema,
);

const version = fields({
  id,
  /** "YYYY-MM"; null or absent: from the beginning. */
  from: mayLack(v.nullable(month)),
  name: mayLack(someText),
  locked: mayLack(v.boolean()),
  /** Empty: the built-in policy from this month on. */
  values: versionValues,
});

/**
 * The JSON of the part. At run time every object carries the fields that this product does not know
 * as well, so that writing gives them back: copy with spread, never field by field.
 */
export const storedSchema = fields({
  schema: v.literal(1),
  decisions: list(decision, 10_000),
  versions: mayLack(list(version)),
  acknowledged: mayLack(list(someText)),
  words: mayLack(sheetWords),
});

export type FurtherWords = v.InferOutput<typeof sheetWords>;
export type StoredDecision = v.InferOutput<typeof decision>;
export type StoredVersion = v.InferOutput<typeof version>;
export type StoredPolicy = v.InferOutput<typeof storedSchema>;
