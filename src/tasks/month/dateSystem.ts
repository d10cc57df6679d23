import type { Cell, CellRef } from "../../grid";
import { monthOfText, type SheetInput } from "../../scoresheet";
import { dateFromSerial, monthNumber } from "../../units";
import type { Gateway } from "../gateway";

/** Days by which the two date systems of Excel differ. */
const DAYS_APART = 1_462;
/** Numbers that are days of this and the next decades, in either system. */
const FIRST_DAY = 20_000;
const LAST_DAY = 80_000;
/** Rows in which a day is looked for. */
const ROWS_PROBED = 200;

function isDay(cell: Cell): cell is number {
  return typeof cell === "number" && cell >= FIRST_DAY && cell <= LAST_DAY;
}

/** A cell of a sheet that holds a date: of a month column, of a month heading, or when somebody was hired. */
function dateCell({
  grid,
  layout,
}: SheetInput): { readonly cell: CellRef; readonly serial: number } | null {
  const { sheet, rows, firstRow, firstColumn } = grid;
  const at = (row: number, column: number) => {
    const value = rows[row - firstRow]?.[column - firstColumn] ?? null;
    return isDay(value) ? { cell: { sheet, row, column }, serial: value } : null;
  };
  for (const { column } of layout.months) {
    const found = at(layout.headerRow, column);
    if (found !== null) return found;
  }
  for (const field of ["month", "hired", "levelSince"] as const) {
    const column = layout.columns[field]?.column;
    if (column === undefined) continue;
    const last = Math.min(layout.lastRow, layout.firstRow + ROWS_PROBED);
    for (let row = layout.firstRow; row <= last; row += 1) {
      const found = at(row, column);
      if (found !== null) return found;
    }
  }
  return null;
}

/**
 * Whether the workbook counts its days from 1904: then the numbers of its dates mean other months than they show. Told
 * by one date, which is shown as another month than its number is, and as the very one that it would be from 1904 on.
 */
export async function countsFrom1904(
  input: SheetInput,
  { readTexts }: Pick<Gateway, "readTexts">,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  const found = dateCell(input);
  if (found === null) return false;
  const [text = ""] = await readTexts(input.grid.sheet, [found.cell], { signal });
  const shown = monthOfText(text);
  const own = dateFromSerial(found.serial)?.month;
  const other = dateFromSerial(found.serial + DAYS_APART)?.month;
  if (shown === undefined || own === undefined || other === undefined) return false;
  return typeof shown === "number"
    ? shown !== own && shown === other
    : shown.number !== monthNumber(own) && shown.number === monthNumber(other);
}
