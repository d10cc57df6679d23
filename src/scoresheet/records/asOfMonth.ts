import { runToEnd } from "../../steps";
import { addMonths } from "../../units";
import type { Month, Score } from "../../units";
import type { Person, Quantity, ScoreSheet } from "../types";

/** Somebody who has a score in a month or in one of the two before it is expected to have one in it. */
const EXPECTED_FOR = 2;

function increase<M extends number>(counts: Map<M, number>, month: M): void {
  counts.set(month, (counts.get(month) ?? 0) + 1);
}

/** Whether a cell says that somebody was assessed: by a score, or by a grade whose points are yet to be named. */
function countsAsScored(quantity: Quantity<Score>): boolean {
  return (
    quantity.kind === "value" || (quantity.kind === "problem" && quantity.problem.code === "grade")
  );
}

function scoredMonthsOf({ records }: Person): ReadonlySet<Month> {
  const months = new Set<Month>();
  for (const { month, score } of records)
    if (month.quantity.kind === "value" && countsAsScored(score.quantity))
      months.add(month.quantity.value);
  return months;
}

export interface AsOfOptions {
  readonly notAfter?: Month | undefined;
  /** The months with a score of a person, each once, where the caller knows them already. */
  readonly scoredMonths?: (person: Person) => Iterable<Month>;
}

/** `asOfMonth`, yielding at each person. */
export function* asOfMonthInSteps(
  { people }: ScoreSheet,
  { notAfter, scoredMonths = scoredMonthsOf }: AsOfOptions = {},
): Generator<void, Month | null> {
  const scored = new Map<Month, number>();
  const expected = new Map<number, number>();
  for (const person of people) {
    yield;
    const months = [...scoredMonths(person)].sort((a, b) => a - b);
    let next = -Infinity;
    for (const month of months) {
      if (notAfter !== undefined && month > notAfter) break;
      increase(scored, month);
      // Months that lie near two scored ones are expected once.
      const until = addMonths(month, EXPECTED_FOR);
      for (let at = Math.max(month, next); at <= until; at += 1) increase(expected, at);
      next = until + 1;
    }
  }
  let last: Month | null = null;
  for (const [month, count] of scored) {
    if (count * 2 >= (expected.get(month) ?? 0) && (last === null || month > last)) last = month;
  }
  return last;
}

/**
 * The month that a sheet is judged as of (rule M1): the last in which at least half of the people
 * expected to have a score have one. Months after `notAfter` are not looked at. Null where nobody has
 * a score; the first scored month always qualifies, so that a sheet with scores always has one.
 */
export function asOfMonth(sheet: ScoreSheet, options: AsOfOptions = {}): Month | null {
  return runToEnd(asOfMonthInSteps(sheet, options));
}
