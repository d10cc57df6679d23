import { addMonths } from "../units";
import type { Month } from "../units";
import type { ScoreSheet } from "./types";

/** Somebody who has a score in a month or in one of the two before it is expected to have one in it. */
const EXPECTED_FOR = 2;

function increase(counts: Map<Month, number>, month: Month): void {
  counts.set(month, (counts.get(month) ?? 0) + 1);
}

/**
 * The month that a sheet is judged as of (policy 5.1a): the last in which at least half of the people
 * expected to have a score have one. Months after `notAfter` are not looked at. Null where nobody has
 * a score; the first scored month always qualifies, so that a sheet with scores always has one.
 */
export function asOfMonth(
  sheet: ScoreSheet,
  options: { readonly notAfter?: Month } = {},
): Month | null {
  const scored = new Map<Month, number>();
  const expected = new Map<Month, number>();
  for (const { records } of sheet.people) {
    const months = new Set<Month>();
    for (const { month, score } of records) {
      if (month.quantity.kind !== "value" || score.quantity.kind !== "value") continue;
      if (options.notAfter !== undefined && month.quantity.value > options.notAfter) continue;
      months.add(month.quantity.value);
    }
    const reached = new Set<Month>();
    for (const month of months) {
      increase(scored, month);
      for (let later = 0; later <= EXPECTED_FOR; later += 1) reached.add(addMonths(month, later));
    }
    for (const month of reached) increase(expected, month);
  }
  let last: Month | null = null;
  for (const [month, count] of scored) {
    if (count * 2 >= (expected.get(month) ?? 0) && (last === null || month > last)) last = month;
  }
  return last;
}
