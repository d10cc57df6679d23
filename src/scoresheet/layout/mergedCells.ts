import { isBlank } from "../../grid";
import type { Cell, Grid } from "../../grid";
import { yieldsAt } from "../../steps";
import type { MergedCells, SheetField, SheetLayout } from "../types";

/** Fields in which a merged cell stands for each of its rows; a merged score or amount is nobody's. */
const FILLED: readonly SheetField[] = [
  "employeeId",
  "name",
  "month",
  "level",
  "hired",
  "levelSince",
];

function columnsOf(layout: SheetLayout, fields: readonly SheetField[]): number[] {
  return fields.flatMap((field) => layout.columns[field]?.column ?? []);
}

/** The columns of scores and amounts. */
function amountColumns(layout: SheetLayout): number[] {
  return [
    ...columnsOf(layout, ["score", "sales"]),
    ...layout.months.map(({ column }) => column),
    ...(layout.blocks.sales ?? []).map(({ column }) => column),
  ];
}

/**
 * Whether cells that matter look blank as merged ones do: nobody's name or no month beside an amount
 * although one stands above, or a blank between two scores. Excel is asked only then. Yields every few rows.
 */
export function* mayBeMerged(grid: Grid, layout: SheetLayout): Generator<void, boolean> {
  const who = columnsOf(layout, ["employeeId", "name", "month", "level"]);
  const amounts = amountColumns(layout);
  const at = (cells: readonly Cell[], column: number): Cell =>
    cells[column - grid.firstColumn] ?? null;
  const above = new Map<number, boolean>();
  let scoreSeen = false;
  let gap = false;
  for (let row = layout.firstRow; row <= layout.lastRow; row += 1) {
    if (yieldsAt(row)) yield;
    const cells = grid.rows[row - grid.firstRow] ?? [];
    const holds = amounts.some((column) => !isBlank(at(cells, column)));
    for (const column of who) {
      const blank = isBlank(at(cells, column));
      if (blank && holds && above.get(column) === true) return true;
      if (!blank) above.set(column, true);
    }
    if (layout.kind === "wide") {
      if (layout.months.length > 1 && hasGap(layout, cells, at)) return true;
      continue;
    }
    const score = layout.columns.score?.column;
    if (score === undefined || !holds) continue;
    const hasScore = !isBlank(at(cells, score));
    if (hasScore && gap) return true;
    gap = scoreSeen && !hasScore;
    scoreSeen ||= hasScore;
  }
  return false;
}

/** A blank between two scores of one row. */
function hasGap(
  { months }: SheetLayout,
  cells: readonly Cell[],
  at: (cells: readonly Cell[], column: number) => Cell,
): boolean {
  const columns = months.map(({ column }) => column).sort((a, b) => a - b);
  let seen = false;
  let gap = false;
  for (const column of columns) {
    const blank = isBlank(at(cells, column));
    if (!blank && gap) return true;
    if (blank) gap = seen;
    else seen = true;
  }
  return false;
}

/** The grid with merged names, months and levels in each of their rows, as people read them. */
export function fillMerged(grid: Grid, layout: SheetLayout, merged: readonly MergedCells[]): Grid {
  if (merged.length === 0) return grid;
  const filled = new Set(columnsOf(layout, FILLED));
  const rows = [...grid.rows];
  let changed = false;
  for (const { cell, rows: height } of merged) {
    if (!filled.has(cell.column) || height < 2) continue;
    const index = cell.column - grid.firstColumn;
    const value = rows[cell.row - grid.firstRow]?.[index] ?? null;
    for (let row = cell.row + 1; row < cell.row + height; row += 1) {
      const place = row - grid.firstRow;
      const cells = rows[place];
      if (cells === undefined || !isBlank(cells[index] ?? null)) continue;
      rows[place] = cells.map((each, at) => (at === index ? value : each));
      changed = true;
    }
  }
  return changed ? { ...grid, rows } : grid;
}
