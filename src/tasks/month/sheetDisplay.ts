import { mayShowOtherwise } from "../../findings";
import type { CellRef } from "../../grid";
import { policyFor, type PolicyBook } from "../../policy";
import {
  fillMerged,
  mayBeMerged,
  type MergedCells,
  type ScoreSheet,
  type SheetInput,
} from "../../scoresheet";
import { yieldsAt } from "../../steps";
import type { Month } from "../../units";
import type { Gateway } from "../gateway";
import type { MonthInput } from "../../month";
import { runInSlices } from "../run/slices";

type Display = NonNullable<MonthInput["display"]>;
type DisplayGateway = Pick<Gateway, "countHiddenRows" | "findMerged" | "readTexts">;

/** The rectangle in which the people of a sheet stand. */
function peopleArea({ grid, layout }: SheetInput) {
  const rows = layout.lastRow - layout.firstRow + 1;
  const columns = grid.rows[0]?.length ?? 0;
  return rows <= 0 || columns === 0
    ? null
    : { row: layout.firstRow, column: grid.firstColumn, rows, columns };
}

export interface InputDisplay {
  /** With merged names, months and levels in each of their rows. */
  readonly input: SheetInput;
  readonly merged: readonly MergedCells[];
  readonly hiddenRows: number | null;
}

/** What Excel knows of a sheet beside its values. */
export async function readDisplay(
  gateway: DisplayGateway,
  input: SheetInput,
  signal: AbortSignal | undefined,
): Promise<InputDisplay> {
  const area = peopleArea(input);
  if (area === null) return { input, merged: [], hiddenRows: 0 };
  const { grid, layout } = input;
  const hiddenRows = await gateway.countHiddenRows(grid.sheet, area);
  if (!(await runInSlices(mayBeMerged(grid, layout), { signal })))
    return { input, merged: [], hiddenRows };
  const merged = await gateway.findMerged(grid.sheet, area);
  return { input: { grid: fillMerged(grid, layout, merged), layout }, merged, hiddenRows };
}

/** The cells whose format may show a score on the other side of a limit. */
export function* cellsToSee(
  { records }: ScoreSheet,
  book: PolicyBook,
  today: Month,
): Generator<{ readonly done: number; readonly total: number }, readonly CellRef[]> {
  const cells: CellRef[] = [];
  for (const [index, record] of records.entries()) {
    if (yieldsAt(index)) yield { done: index, total: records.length };
    const { score, month } = record;
    if (score.cell === null || typeof score.seen !== "number" || Number.isInteger(score.seen))
      continue;
    const when = month.quantity.kind === "value" ? month.quantity.value : today;
    if (mayShowOtherwise(policyFor(book, when), score)) cells.push(score.cell);
  }
  return cells;
}

function keyOf({ sheet, row, column }: CellRef): string {
  return `${sheet.id} ${row} ${column}`;
}

/** What the cells show, asked sheet by sheet. */
export async function readShown(
  gateway: DisplayGateway,
  cells: readonly CellRef[],
  signal: AbortSignal | undefined,
): Promise<Display["shown"]> {
  const bySheet = new Map<string, CellRef[]>();
  for (const cell of cells) {
    const list = bySheet.get(cell.sheet.id);
    if (list === undefined) bySheet.set(cell.sheet.id, [cell]);
    else list.push(cell);
  }
  const texts = new Map<string, string>();
  for (const [, list] of bySheet) {
    const [first] = list;
    if (first === undefined) continue;
    const shown = await gateway.readTexts(first.sheet, list, { signal });
    for (const [index, cell] of list.entries()) texts.set(keyOf(cell), shown[index] ?? "");
  }
  return (cell) => (texts.size === 0 ? undefined : texts.get(keyOf(cell)));
}
