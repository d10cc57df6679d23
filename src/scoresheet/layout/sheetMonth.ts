import type { Month } from "../../units";
import { settleMonths } from "./monthColumns";
import type { MonthHeading } from "./readMonthHeading";

/** The months of sheets that are named after months, in the order of their tabs; null while a year is missing. */
export function settleSheetMonths(
  names: readonly MonthHeading[],
  year: number | undefined,
): readonly (Month | null)[] {
  const found = names.map((says, column) => ({ column, heading: "", says }));
  const settled = settleMonths(found, 0, year);
  const months = names.map((): Month | null => null);
  for (const { column, month } of settled.months) months[column] = month;
  // Two sheets of one month are both of it: what they say of anybody twice is reported by the findings.
  for (const problem of settled.problems)
    if (problem.code === "monthTwice") months[problem.column] = problem.month;
  return months;
}
