import type { Area, Cell, Grid, SheetRef } from "../../grid";
import { callsUs } from "../../sharing";
import type { Gateway, ReadOptions } from "../gateway";
import { pause } from "../run/slices";

/** What a cell shows whose function Excel does not know, and also while a function of ours is yet to be loaded. */
const UNKNOWN_NAME = "#NAME?";
/** What it is handed on as: not calculated yet, like every other cell that waits for a function. */
const BUSY = "#BUSY!";
/** Cells whose formulas are asked for in one round trip. */
const CELLS_A_REQUEST = 10_000;

const isUnknownName = (cell: Cell): boolean => cell === UNKNOWN_NAME;

/** A value beside its formula, as it counts: #NAME? of a formula that calls a function of ours is no value yet. */
export function calculatedValue(value: Cell, formula: Cell | undefined): Cell {
  if (!isUnknownName(value)) return value;
  const calls = typeof formula === "string" && formula.startsWith("=") && callsUs(formula.slice(1));
  return calls ? BUSY : value;
}

/** Stretches of a column from the first to the last cell with such an error, each short enough for one request. */
function areasToAsk({ rows, firstRow, firstColumn }: Grid): readonly Area[] {
  const spans = new Map<number, { from: number; to: number }>();
  for (const [row, cells] of rows.entries())
    for (const [column, cell] of cells.entries()) {
      if (!isUnknownName(cell)) continue;
      const span = spans.get(column);
      if (span === undefined) spans.set(column, { from: row, to: row });
      else span.to = row;
    }
  return [...spans].flatMap(([column, { from, to }]) => {
    const areas: Area[] = [];
    for (let row = from; row <= to; row += CELLS_A_REQUEST)
      areas.push({
        row: firstRow + row,
        column: firstColumn + column,
        rows: Math.min(CELLS_A_REQUEST, to - row + 1),
        columns: 1,
      });
    return areas;
  });
}

/** The values of a sheet, see Gateway.readSheet; what a function of ours has yet to answer is #BUSY! throughout. */
export async function readCalculated(
  gateway: Pick<Gateway, "readSheet" | "readAreas">,
  sheet: SheetRef,
  options: ReadOptions,
): Promise<Grid | null> {
  const grid = await gateway.readSheet(sheet, options);
  const areas = grid === null ? [] : areasToAsk(grid);
  if (grid === null || areas.length === 0) return grid;
  const rows = [...grid.rows];
  for (const area of areas) {
    const { areas: read } = await gateway.readAreas(sheet, [area]);
    await pause();
    for (const [down, [formula]] of (read[0]?.formulas ?? []).entries()) {
      const at = area.row + down - grid.firstRow;
      const column = area.column - grid.firstColumn;
      const value = rows[at]?.[column] ?? null;
      const calculated = calculatedValue(value, formula);
      if (calculated === value) continue;
      rows[at] = (rows[at] ?? []).map((cell, index) => (index === column ? calculated : cell));
    }
  }
  return { ...grid, rows };
}
