import type { Cell } from "../../grid";
import { readSheetMonth } from "../cells/readSheetMonth";
import { seenText } from "../cells/readText";
import type { LayoutProblem, SheetLayout, SheetMonth, YearFound } from "../types";
import { clashOf, PLAIN, sheetMonthBy, type MonthsAround, type Place } from "./candidate";
import type { Columns } from "./columns";
import { readMonthHeading } from "./readMonthHeading";

/** The number of a month that names no year, as typed into a cell: 1月, 三月, 1; null for anything else. */
export function yearlessNumber(cell: Cell): number | null {
  if (typeof cell === "number")
    return Number.isInteger(cell) && cell >= 1 && cell <= 12 ? cell : null;
  const quantity = readSheetMonth(cell);
  if (quantity.kind !== "problem" || quantity.problem.code !== "monthWithoutYear") return null;
  const says = readMonthHeading(cell);
  return says?.kind === "monthNumber" ? says.number : null;
}

/** Months that are looked at to see whether any lacks its year. */
const SEEN_FIRST = 40;

interface Yearless {
  readonly numbers: ReadonlySet<number>;
  readonly first: Cell;
  /** Whether most months of the column are like that. */
  readonly most: boolean;
}

function yearlessIn(cells: readonly Cell[]): Yearless | null {
  const numbers = new Set<number>();
  let first: Cell = null;
  let count = 0;
  for (const cell of cells) {
    const number = yearlessNumber(cell);
    if (number === null) continue;
    if (count === 0) first = cell;
    count += 1;
    numbers.add(number);
  }
  return count === 0 ? null : { numbers, first, most: count * 2 > cells.length };
}

/** The first month of a run over the turn of a year, such as November to February; 1 where the months are of one year. */
function firstOfRun(numbers: ReadonlySet<number>): number {
  if (!numbers.has(12) || !numbers.has(1) || numbers.size === 12) return 1;
  let first = 12;
  while (numbers.has(first - 1)) first -= 1;
  return first;
}

interface YearOfRows {
  readonly year: YearFound | null;
  readonly problems: readonly LayoutProblem[];
}

/** Where the months of a long sheet's rows have their years from, where some name none. */
function yearOfRows(
  cells: readonly Cell[],
  { column, row }: { readonly column: number; readonly row: number },
  yearColumn: number | null,
  { said, clues }: MonthsAround,
): YearOfRows {
  if (yearColumn !== null)
    return { year: { year: null, first: 1, column: yearColumn, from: null }, problems: [] };
  // Months that lack their year do so from the start.
  const yearless = yearlessIn(cells.slice(0, SEEN_FIRST)) === null ? null : yearlessIn(cells);
  if (yearless === null) return { year: null, problems: [] };
  const first = firstOfRun(yearless.numbers);
  if (said !== undefined)
    return { year: { year: said, first, column: null, from: null }, problems: [] };
  const { year, from, yearClash } = clues();
  if (yearClash !== null) return { year: null, problems: clashOf(yearClash, row) };
  // Of months over the turn of a year one year above them does not say which is which.
  if (year !== null && first === 1) {
    const clue = from.find((one) => one.year !== null) ?? null;
    return { year: { year, first, column: null, from: clue }, problems: [] };
  }
  const heading = seenText(yearless.first).trim();
  const problem: LayoutProblem = { code: "monthWithoutYear", column, row, heading };
  return { year: null, problems: yearless.most ? [problem] : [] };
}

interface LongInput {
  readonly place: Place;
  readonly columns: Columns;
  readonly lacks: readonly LayoutProblem[];
  /** Whether a column gives the month; else the whole sheet is of one. */
  readonly hasMonth: boolean;
  readonly yearColumn: number | null;
  /** The first filled cells of a column. */
  readonly sample: (column: number) => readonly Cell[];
  readonly around: MonthsAround;
}

/** The month of the whole sheet; of clues that contradict each other no month, but what they say. */
function sheetMonthOf({ clues }: MonthsAround): SheetMonth | null {
  const settled = clues();
  const [clash] = settled.numberClash ?? settled.yearClash ?? [];
  return (
    sheetMonthBy(settled) ??
    (clash === undefined
      ? null
      : { month: null, text: clash.text, why: "title", from: settled.from })
  );
}

/** Why the month of a whole sheet is not known. */
function doubtOf({ text }: SheetMonth, row: number, { clues }: MonthsAround): LayoutProblem[] {
  const { yearClash, numberClash } = clues();
  const clash = clashOf(numberClash ?? yearClash, row);
  return clash.length > 0
    ? clash
    : [{ code: "monthWithoutYear", column: null, row, heading: text }];
}

/** The layout of a long sheet: one row an employee and month. */
export function readLong(input: LongInput): SheetLayout {
  const { place, columns, lacks, hasMonth, yearColumn, sample, around } = input;
  const row = place.headerRow;
  const sheetMonth = hasMonth ? null : sheetMonthOf(around);
  const month = columns.found.month?.column;
  const years: YearOfRows =
    month === undefined
      ? { year: null, problems: [] }
      : yearOfRows(sample(month), { column: month, row }, yearColumn, around);
  const doubts =
    sheetMonth === null || sheetMonth.month !== null ? [] : doubtOf(sheetMonth, row, around);
  return {
    ...PLAIN,
    kind: "long",
    ...place,
    columns: columns.found,
    sheetMonth,
    year: years.year,
    reasons: columns.reasons,
    problems: [...lacks, ...columns.problems, ...doubts, ...years.problems],
  };
}
