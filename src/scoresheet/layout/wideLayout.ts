import { monthNumber, yearOf } from "../../units";
import type {
  LayoutProblem,
  MonthClue,
  MonthColumn,
  MonthlyField,
  SheetLayout,
  YearFound,
} from "../types";
import { clashOf, PLAIN, type MonthsAround, type Place } from "./candidate";
import type { Columns } from "./columns";
import { settleMonths, type MonthColumns, type MonthHeadingFound } from "./monthColumns";

type Blocks = ReadonlyMap<MonthlyField, MonthColumns>;

interface Settled {
  readonly blocks: Blocks;
  readonly year: YearFound | null;
  readonly doubts: readonly LayoutProblem[];
}

/** Whether year-less months run over the turn of a year: then one year above them does not say which is which. */
function crossesYears(months: readonly MonthColumn[]): boolean {
  return new Set(months.map(({ month }) => yearOf(month))).size > 1;
}

/** The months of all blocks by date, with the year that the headings, what stands above them, or HR give. */
function settleBlocks(
  months: ReadonlyMap<MonthlyField, readonly MonthHeadingFound[]>,
  row: number,
  { said, clues }: MonthsAround,
): Settled {
  const settle = (year: number | undefined): Blocks =>
    new Map([...months].map(([field, found]) => [field, settleMonths(found, row, year)] as const));
  const blocks = settle(said);
  const lacksYear = [...blocks.values()].some(({ problems }) =>
    problems.some(({ code }) => code === "monthWithoutYear"),
  );
  if (!lacksYear) {
    const year = said === undefined ? null : { year: said, first: 1, column: null, from: null };
    return { blocks, year, doubts: [] };
  }
  const { year, from, yearClash } = clues();
  if (year === null) return { blocks, year: null, doubts: clashOf(yearClash, row) };
  const dated = settle(year);
  if ([...dated.values()].some((block) => crossesYears(block.months)))
    return { blocks, year: null, doubts: [] };
  const clue = from.find((one) => one.year !== null) ?? null;
  return { blocks: dated, year: { year, first: 1, column: null, from: clue }, doubts: [] };
}

/** The doubt where the one month of a sheet is not the one that stands above or around it. */
function clashWith(
  { month, heading }: MonthColumn,
  row: number,
  { clues }: MonthsAround,
): readonly LayoutProblem[] {
  const own: MonthClue = {
    source: "title",
    year: yearOf(month),
    number: monthNumber(month),
    text: heading,
    cell: null,
  };
  const { from, yearClash, numberClash } = clues();
  const other = from.find(
    ({ source, year, number }) =>
      source !== "said" &&
      ((year !== null && year !== own.year) || (number !== null && number !== own.number)),
  );
  const said = from.some(({ source }) => source === "said");
  return other === undefined || said || yearClash !== null || numberClash !== null
    ? []
    : clashOf([own, other], row);
}

/** The one month of a sheet as HR has said it. */
function withSaid(blocks: Blocks, { clues }: MonthsAround): Blocks {
  const { from, month } = clues();
  if (month === null || !from.some(({ source }) => source === "said")) return blocks;
  return new Map(
    [...blocks].map(([field, block]) => [
      field,
      { ...block, months: block.months.map((column) => ({ ...column, month })) },
    ]),
  );
}

/** The layout of a wide sheet, whose months stand side by side, block by block. */
export function readWide(
  place: Place,
  columns: Columns,
  months: ReadonlyMap<MonthlyField, readonly MonthHeadingFound[]>,
  lacks: readonly LayoutProblem[],
  around: MonthsAround,
): SheetLayout {
  const { blocks: found, year, doubts } = settleBlocks(months, place.headerRow, around);
  const [only, more] = found.get("score")?.months ?? [];
  const single = more === undefined ? only : undefined;
  const clashes = single === undefined ? [] : clashWith(single, place.headerRow, around);
  const settled = single === undefined ? found : withSaid(found, around);
  const scores = settled.get("score");
  const problems = [...settled.values()].flatMap((block) => block.problems);
  const yearless = problems.find(({ code }) => code === "monthWithoutYear");
  const blocks: { [field in Exclude<MonthlyField, "score">]?: readonly MonthColumn[] } = {};
  for (const [field, block] of settled)
    if (field !== "score" && block.months.length > 0) blocks[field] = block.months;
  return {
    ...PLAIN,
    kind: "wide",
    ...place,
    columns: columns.found,
    months: scores?.months ?? [],
    blocks,
    year,
    order: scores?.order ?? null,
    reasons: columns.reasons,
    problems: [
      ...lacks,
      ...columns.problems,
      ...doubts,
      ...clashes,
      // One year is asked for, whatever the number of blocks that wait for it.
      ...problems.filter((problem) => problem.code !== "monthWithoutYear" || problem === yearless),
    ],
  };
}
