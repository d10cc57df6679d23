import { isBlank } from "../../grid";
import type { Cell, Grid } from "../../grid";
import { pointsFromScore, yuanFromFen } from "../../units";
import { readMoney } from "../cells/readMoney";
import type { ScoreLimits } from "../types";

/** How many filled cells of a column are examined to see what it holds. */
export const SAMPLE_CELLS = 500;
/** How many are looked at of all columns of months together. */
export const SAMPLE_OF_MONTHS = 20_000;

/** The first filled cells of a column below a row, `most` at most. */
export function sampleColumn(
  grid: Grid,
  headerIndex: number,
  column: number,
  most = SAMPLE_CELLS,
): Cell[] {
  const cells: Cell[] = [];
  for (let index = headerIndex + 1; index < grid.rows.length && cells.length < most; index += 1) {
    const cell = grid.rows[index]?.[column - grid.firstColumn] ?? null;
    if (!isBlank(cell)) cells.push(cell);
  }
  return cells;
}

/** The share of the numbers among cells, zeros left out, that are money or exceed the scale of scores `times` times. */
export function shareAbove(cells: readonly Cell[], limits: ScoreLimits, times: number): number {
  const limit = pointsFromScore(limits.maximum) * times;
  let numbers = 0;
  let above = 0;
  for (const cell of cells) {
    const amount = readMoney(cell);
    if (amount.kind !== "value" || amount.value === 0) continue;
    numbers += 1;
    if (amount.cleaned === "unit" || yuanFromFen(amount.value) > limit) above += 1;
  }
  return numbers === 0 ? 0 : above / numbers;
}

/** In a column of scores a value beyond the scale is a slip; one in ten is no slip. */
export const AMOUNTS_FROM = 0.1;
/** Nobody mistypes most scores tenfold: month columns like that hold sales. */
export const NOT_SCORES = { share: 0.5, times: 10 };
