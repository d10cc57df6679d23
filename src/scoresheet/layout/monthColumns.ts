import { addMonths, monthNumber, monthOf } from "../../units";
import type { Month } from "../../units";
import type { MonthHeading } from "./readMonthHeading";
import type { LayoutProblem, MonthColumn, SheetLayout } from "../types";

/** A heading of a wide sheet that names a month, in the order of the columns. */
export interface MonthHeadingFound {
  readonly column: number;
  readonly heading: string;
  readonly says: MonthHeading;
}

type Direction = "rising" | "falling";

/** Whether year-less months run up or down the calendar; December beside January counts as a turn of the year. */
function directionOf(numbers: readonly number[]): Direction {
  let ups = 0;
  let downs = 0;
  for (const [index, number] of numbers.entries()) {
    const before = numbers[index - 1];
    if (before === undefined || before === number) continue;
    const turn = Math.abs(number - before) === 11;
    if (number > before !== turn) ups += 1;
    else downs += 1;
  }
  return ups >= downs ? "rising" : "falling";
}

/** A step against the direction of up to this many months is a column out of place, not another year. */
const OUT_OF_PLACE = 2;

/** The month with this number that follows `before` in the direction of the columns. */
function follow(before: Month, number: number, direction: Direction): Month {
  const last = monthNumber(before);
  const forward = (number - last + 12) % 12;
  const backward = (12 - forward) % 12;
  if (direction === "rising")
    return addMonths(before, backward <= OUT_OF_PLACE ? -backward : forward);
  return addMonths(before, forward <= OUT_OF_PLACE ? forward : -backward);
}

function orderOf(months: readonly Month[]): SheetLayout["order"] {
  const pairs = months.slice(1).map((month, index) => month > (months[index] ?? month));
  if (pairs.length === 0 || pairs.every((rises) => rises)) return "rising";
  return pairs.some((rises) => rises) ? "mixed" : "falling";
}

export interface MonthColumns {
  readonly months: readonly MonthColumn[];
  readonly order: SheetLayout["order"];
  readonly problems: readonly LayoutProblem[];
}

/**
 * The months of a wide sheet by date (rule S2.1). `year` is that of the first month column; while it
 * is needed and not given there are no months, and one problem at that column.
 */
export function settleMonths(
  headings: readonly MonthHeadingFound[],
  row: number,
  year: number | undefined,
): MonthColumns {
  const problems: LayoutProblem[] = [];
  const numbers = headings.flatMap(({ says }) => {
    if (says.kind === "month") return [monthNumber(says.month)];
    return says.kind === "monthNumber" ? [says.number] : [];
  });
  const direction = directionOf(numbers);
  const placed: MonthColumn[] = [];
  let before: Month | undefined;
  let yearMissing = false;
  for (const { column, heading, says } of headings) {
    if (says.kind === "unreadable") {
      problems.push({ code: "monthUnreadable", column, row, heading });
      continue;
    }
    if (says.kind === "month") before = says.month;
    else if (before !== undefined) before = follow(before, says.number, direction);
    else if (year !== undefined) before = monthOf(year, says.number);
    else {
      if (!yearMissing) problems.push({ code: "monthWithoutYear", column, row, heading });
      yearMissing = true;
      continue;
    }
    placed.push({ column, heading, month: before });
  }
  if (yearMissing) return { months: [], order: null, problems };
  const first = new Map<Month, MonthColumn>();
  for (const { column, heading, month } of placed) {
    const earlier = first.get(month);
    if (earlier === undefined) first.set(month, { column, heading, month });
    else
      problems.push({
        code: "monthTwice",
        column,
        row,
        heading,
        month,
        firstColumn: earlier.column,
      });
  }
  const distinct = [...first.values()];
  return {
    months: [...distinct].sort((a, b) => a.month - b.month),
    order: orderOf(distinct.map(({ month }) => month)),
    problems,
  };
}

/** A calendar of days (an attendance sheet): far more headings than months. */
export function isDayCalendar(headings: readonly MonthHeadingFound[]): boolean {
  const months = headings.flatMap(({ says }) => (says.kind === "month" ? [says.month] : []));
  return months.length > 2 * new Set(months).size;
}
