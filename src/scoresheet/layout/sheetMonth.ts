import { isBlank } from "../../grid";
import type { Grid } from "../../grid";
import type { Month } from "../../units";
import { settleMonths } from "./monthColumns";
import { findMonthIn } from "./readMonthHeading";
import type { MonthHeading } from "./readMonthHeading";
import type { SheetMonth } from "../types";

/** The months of sheets that are named after months, in the order of their tabs; null while a year is missing. */
export function settleSheetMonths(
  names: readonly MonthHeading[],
  year: number | undefined,
): readonly (Month | null)[] {
  const found = names.map((says, column) => ({ column, heading: "", says }));
  const settled = settleMonths(found, 0, year);
  const months = names.map((): Month | null => null);
  for (const { column, month } of settled.months) months[column] = month;
  // Two sheets of one month are both of it: what they say of anybody twice is told by the findings.
  for (const problem of settled.problems)
    if (problem.code === "monthTwice") months[problem.column] = problem.month;
  return months;
}

const TITLE_ROWS = 10;
/** The day on which a sheet was printed says nothing of its month. */
const DATED = /[日号]|制表|打印|填表|日期/u;

/** The month that the one title above a table speaks of; undefined where it is not plain. */
export function titleMonth({ rows }: Grid): SheetMonth | undefined {
  for (const cells of rows.slice(0, TITLE_ROWS)) {
    const filled = cells.filter((cell) => !isBlank(cell));
    const [title, more] = filled;
    if (typeof title !== "string" || more !== undefined) {
      if (more !== undefined) return undefined;
      continue;
    }
    const says = DATED.test(title) ? undefined : findMonthIn(title);
    if (says?.kind === "month") return { month: says.month, text: title.trim(), why: "title" };
  }
  return undefined;
}
