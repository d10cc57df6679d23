import { isBlank } from "../../grid";
import type { Cell, Grid } from "../../grid";
import { once } from "../../units";
import { seenText } from "../cells/readText";
import type { AmountUnit, LayoutProblem, SheetLayout, TableApart, UnusedColumn } from "../types";
import { findUnit } from "./amountUnit";
import { gradesIn } from "./grades";
import { headingReader, isPartOfScore, wordSet } from "./headings";
import type { LayoutOptions } from "./layoutOptions";
import { readMonthHeading, splitMonthHeading } from "./readMonthHeading";
import { sampleColumn } from "./sample";

// What is found out of the chosen layout alone: the unit of its amounts, its grades, and the columns that nobody reads.

/** Cells by which a unit and grades are recognised. */
const CELLS_SEEN = 60;
/** Columns of a wide sheet by which they are recognised. */
const COLUMNS_SEEN = 3;

/** A layout with where its heading stands, as indices of the grid's rows. */
export interface Winner {
  readonly layout: SheetLayout;
  readonly top: number;
  readonly bottom: number;
}

/** Rows below the headings in which a column without one is looked at. */
const ROWS_SEEN = 60;

/** Whether months of the headings wait for their year: then nobody has said that they are not read. */
function waitsForYear({ kind, problems }: SheetLayout): boolean {
  return kind === "wide" && problems.some(({ code }) => code === "monthWithoutYear");
}

function namesMonth(cell: Cell): boolean {
  return readMonthHeading(cell) !== undefined || splitMonthHeading(cell) !== undefined;
}

/** 1, 2, 3: numbers that count the rows. */
function areRunning(cells: readonly Cell[]): boolean {
  return (
    cells.length > 1 &&
    cells.every((cell, at) => {
      const before = cells[at - 1];
      return typeof cell === "number" && (typeof before !== "number" || cell - before === 1);
    })
  );
}

/** Whether anything stands in a column beside somebody, whatever its heading says or does not say. */
function holdsSomething({ rows, firstColumn }: Grid, bottom: number, layout: SheetLayout) {
  const { name, employeeId } = layout.columns;
  const who = [name, employeeId].flatMap((found) => (found === undefined ? [] : [found.column]));
  const below = rows
    .slice(bottom + 1, bottom + 1 + ROWS_SEEN)
    .filter((row) => who.some((column) => !isBlank(row[column - firstColumn] ?? null)));
  return (index: number): boolean => {
    const cells = below.map((row) => row[index] ?? null).filter((cell) => !isBlank(cell));
    return cells.length > 0 && !areRunning(cells);
  };
}

function usedColumns({ columns, months, blocks, year }: SheetLayout): Set<number> {
  const used = new Set(Object.values(columns).map(({ column }) => column));
  for (const { column } of months) used.add(column);
  for (const block of Object.values(blocks)) for (const { column } of block) used.add(column);
  if (year?.column != null) used.add(year.column);
  return used;
}

/** The headings of columns that mean nothing to the product, within the table (rule S1.6). */
function unusedColumns(
  grid: Grid,
  { layout, top, bottom }: Winner,
  options: LayoutOptions,
): UnusedColumn[] {
  const { rows, firstColumn } = grid;
  const used = usedColumns(layout);
  const apart = layout.apart
    .filter(({ row }) => row === layout.headerRow)
    .flatMap((table) => [table.firstColumn, table.lastColumn]);
  const [from = -Infinity, to = Infinity] = apart.length === 0 ? [] : boundsOf(used, apart);
  const ordinals = wordSet(options.others?.ordinal ?? []);
  const { tell } = headingReader(options.headings);
  const hasScore = layout.kind === "wide" || layout.columns.score !== undefined;
  const uppers: (Cell | null)[] = [];
  const unused: UnusedColumn[] = [];
  const lower = rows[bottom] ?? [];
  const width = Math.max(...rows.slice(top, bottom + 2).map((line) => line.length));
  const waits = waitsForYear(layout);
  const holds = once(() => holdsSomething(grid, bottom, layout));
  for (let index = 0; index < width; index += 1) {
    for (let line = top; line < bottom; line += 1) {
      const cell = rows[line]?.[index] ?? null;
      if (!isBlank(cell)) uppers[line - top] = cell;
    }
    const column = firstColumn + index;
    const own = lower[index] ?? null;
    if (used.has(column) || column < from || column > to) continue;
    // Below a heading that reaches down nothing stands; of one that ended further left nothing is meant.
    const isHeadless =
      isBlank(own) && (top === bottom || isBlank(rows[bottom - 1]?.[index] ?? null));
    if ((isHeadless || typeof own === "number") && !holds()(index)) continue;
    if (waits && namesMonth(own)) continue;
    if (isHeadless) {
      unused.push({ column, lines: [] });
      continue;
    }
    const lines = [...uppers, own].flatMap((cell) =>
      isBlank(cell ?? null) ? [] : seenText(cell ?? null).trim(),
    );
    const heading = lines.at(-1) ?? "";
    const { key, word } = tell(heading);
    if (ordinals.has(key) || word?.field === "note") continue;
    if (hasScore && isPartOfScore(heading)) continue;
    unused.push({ column, lines });
  }
  return unused;
}

/** The first and last column of a table beside which others stand. */
function boundsOf(used: ReadonlySet<number>, apart: readonly number[]): [number, number] {
  const [first, last] = [Math.min(...used), Math.max(...used)];
  const left = Math.max(-1, ...apart.filter((column) => column < first));
  const right = Math.min(Infinity, ...apart.filter((column) => column > last));
  return [left + 1, right - 1];
}

/** The columns of a field, month by month or the one. */
function columnsOf(layout: SheetLayout, field: "score" | "sales") {
  const own = layout.columns[field];
  const block = field === "score" ? layout.months : (layout.blocks.sales ?? []);
  return [...(own === undefined ? [] : [own]), ...block].slice(0, COLUMNS_SEEN);
}

function unitOf(grid: Grid, { layout, bottom }: Winner, options: LayoutOptions): AmountUnit | null {
  const [first, ...more] = columnsOf(layout, "sales");
  if (first === undefined) return null;
  const { tell } = headingReader(options.headings);
  const { column, heading } = first;
  const lines = layout.reasons.find((reason) => reason.column === column)?.lines ?? [heading];
  const factors = [...lines, splitMonthHeading(heading)?.rest ?? ""].map(
    (line) => tell(line).word?.factor ?? 1,
  );
  return findUnit({
    grid,
    headerIndex: bottom,
    field: "sales",
    column,
    heading,
    factor: factors.find((factor) => factor !== 1) ?? 1,
    sample: () =>
      [first, ...more].flatMap((one) => sampleColumn(grid, bottom, one.column, CELLS_SEEN)),
    chosen: options.unit,
  });
}

interface Grades {
  readonly grades: SheetLayout["grades"];
  readonly problems: readonly LayoutProblem[];
}

/** Grades in place of scores: what HR says that they are worth, or the question. */
function gradesOf(grid: Grid, { layout, bottom }: Winner, options: LayoutOptions): Grades {
  const columns = columnsOf(layout, "score");
  const [first] = columns;
  const found = gradesIn(
    columns.flatMap(({ column }) => sampleColumn(grid, bottom, column, CELLS_SEEN)),
  );
  if (first === undefined || found === null) return { grades: null, problems: [] };
  const known = options.grades ?? {};
  const grades = found.every((grade) => Object.hasOwn(known, grade)) ? known : null;
  if (grades !== null) return { grades, problems: [] };
  const { column, heading } = first;
  const row = layout.headerRow;
  return {
    grades: null,
    problems: [{ code: "gradesUnknown", column, row, heading, grades: found }],
  };
}

/** Another table of the sheet, by its heading. */
function tableOf({ rows, firstRow, firstColumn }: Grid, { bottom, layout }: Winner): TableApart {
  const used = [...usedColumns(layout)];
  const cells = rows[bottom] ?? [];
  return {
    row: firstRow + bottom,
    firstColumn: Math.min(...used),
    lastColumn: Math.max(...used),
    headings: used
      .sort((a, b) => a - b)
      .map((column) => seenText(cells[column - firstColumn] ?? null).trim()),
  };
}

/**
 * A layout with what is found out of it once it is chosen. Other tables end it where they stand below; `rival` is the heading
 * of one that explains about as much.
 */
export function completeLayout(
  grid: Grid,
  { layout: found, top, bottom }: Winner,
  others: readonly Winner[],
  rival: number | null,
  options: LayoutOptions,
): SheetLayout {
  const below = others.filter((other) => other.top > bottom);
  const end = Math.min(...below.map((other) => grid.firstRow + other.top - 1));
  const layout: SheetLayout = {
    ...found,
    lastRow: Math.min(found.lastRow, end),
    apart: [...found.apart, ...others.map((other) => tableOf(grid, other))],
  };
  const winner = { layout, top, bottom };
  const unit = unitOf(grid, winner, options);
  const { grades, problems } = gradesOf(grid, winner, options);
  const row = layout.headerRow;
  const doubts: LayoutProblem[] = [...problems];
  if (unit !== null && !unit.settled) doubts.push({ code: "unitInDoubt", row, unit });
  if (rival !== null)
    doubts.push({
      code: "headerInDoubt",
      row,
      other: grid.firstRow + rival,
      headings: (grid.rows[rival] ?? []).filter((cell) => !isBlank(cell)).map(seenText),
    });
  return {
    ...layout,
    unit,
    grades,
    unused: unusedColumns(grid, winner, options),
    problems: doubts.length === 0 ? layout.problems : [...layout.problems, ...doubts],
  };
}
