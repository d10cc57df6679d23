import * as v from "valibot";
import { ignoredKey, type IgnoredEntry } from "../../findings";
import { formatMonth, monthFromText } from "../../units";

const text = v.optional(v.string(), "");

/** A finding that HR has set aside, as the part holds it (rule V9). */
export const ignoredSchema = v.looseObject({
  finding: v.string(),
  employeeId: text,
  name: text,
  /** None where the finding is of no month. */
  month: v.optional(
    v.pipe(
      v.string(),
      v.check((said) => monthFromText(said) !== undefined),
    ),
  ),
  content: text,
  by: text,
  on: text,
  reason: text,
});
type StoredIgnored = v.InferOutput<typeof ignoredSchema>;

export function fromStored({ month, ...rest }: StoredIgnored): IgnoredEntry {
  return { ...rest, month: month === undefined ? null : (monthFromText(month) ?? null) };
}

export function toStored({ month, ...rest }: IgnoredEntry): StoredIgnored {
  return month === null ? rest : { ...rest, month: formatMonth(month) };
}

/** One entry for a finding and a content. */
export const storedIgnoredKey = (stored: StoredIgnored): string => ignoredKey(fromStored(stored));
