import { addMonths } from "../../units";
import type { Month } from "../../units";
import { chooseScore } from "../cells/chooseScore";
import type { Person, SheetRecord } from "../types";

/** One calendar month of a person. */
export interface MonthEntry {
  readonly month: Month;
  /** Every record of the month, in the order of the sheet. */
  readonly records: readonly SheetRecord[];
  /** The record whose score counts; null where the sheet has none for the month. */
  readonly record: SheetRecord | null;
}

const NONE: readonly SheetRecord[] = [];

function chosenOf(records: readonly SheetRecord[]): SheetRecord | null {
  const [first] = records;
  if (records.length < 2) return first ?? null;
  const chosen = chooseScore(records.map(({ score }) => score.quantity));
  return chosen === undefined ? null : (records[chosen.index] ?? null);
}

/**
 * A person's calendar months from the first record to `asOf`, both included, without a hole: a month
 * without a record is there, empty. Records without a readable month and later ones are left out.
 * Nothing is trimmed or judged here: that is the policy's (rule P4.2).
 */
export function historyOf(person: Person, asOf: Month): readonly MonthEntry[] {
  const byMonth = new Map<Month, SheetRecord[]>();
  let first: Month | undefined;
  for (const record of person.records) {
    const { quantity } = record.month;
    if (quantity.kind !== "value" || quantity.value > asOf) continue;
    if (first === undefined || quantity.value < first) first = quantity.value;
    const records = byMonth.get(quantity.value);
    if (records === undefined) byMonth.set(quantity.value, [record]);
    else records.push(record);
  }
  if (first === undefined) return [];
  const entries: MonthEntry[] = [];
  for (let month = first; month <= asOf; month = addMonths(month, 1)) {
    const records = byMonth.get(month) ?? NONE;
    entries.push({ month, records, record: chosenOf(records) });
  }
  return entries;
}
