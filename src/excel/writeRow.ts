import type { SheetRef } from "../grid";
import { GatewayError, type RowEdit } from "../tasks";
import { cellInput } from "./cellText";
import { runExcel } from "./run";

function cellsOf(
  worksheet: Excel.Worksheet,
  row: number,
  wanted: readonly { readonly column: number; readonly text: string }[],
) {
  return wanted.map(({ column, text }) => {
    const range = worksheet.getRangeByIndexes(row, column, 1, 1);
    range.load("values");
    return { text, range };
  });
}

function hasChanged(cells: ReturnType<typeof cellsOf>): boolean {
  return cells.some(({ text, range }) => String(range.values[0]?.[0] ?? "") !== text);
}

/** The table of Excel's whose headings stand in the row, if there is one. */
async function findTable(
  context: Excel.RequestContext,
  worksheet: Excel.Worksheet,
  { headerRow, headings }: RowEdit,
): Promise<Excel.Table | undefined> {
  const ranges = worksheet.tables.items.map((table) => {
    const range = table.getRange();
    range.load("rowIndex,columnIndex,columnCount");
    return { table, range };
  });
  if (ranges.length === 0) return undefined;
  await context.sync();
  return ranges.find(
    ({ range }) =>
      range.rowIndex === headerRow &&
      headings.every(
        ({ column }) =>
          column >= range.columnIndex && column < range.columnIndex + range.columnCount,
      ),
  )?.table;
}

/**
 * Fills or adds one row; see Gateway.writeRow. A new row becomes part of Excel's table, which then fills in
 * the formulas of HR's own columns; in a plain range it goes below everything that the sheet holds.
 */
export function writeRow(sheet: SheetRef, edit: RowEdit): Promise<void> {
  return runExcel(async (context) => {
    const worksheet = context.workbook.worksheets.getItem(sheet.id);
    const { protection } = worksheet;
    protection.load("protected");
    const headings = cellsOf(worksheet, edit.headerRow, edit.headings);
    const expected = edit.row === null ? [] : cellsOf(worksheet, edit.row, edit.expected);
    const used = worksheet.getUsedRange(true);
    used.load("rowIndex,rowCount");
    worksheet.tables.load("items/name");
    await context.sync();
    if (protection.protected) throw new GatewayError({ kind: "protected", sheetName: sheet.name });
    if (hasChanged(headings) || hasChanged(expected))
      throw new GatewayError({ kind: "changed", sheetName: sheet.name });
    let row: Excel.Range;
    if (edit.row !== null) row = worksheet.getRangeByIndexes(edit.row, 0, 1, 1);
    else {
      const table = await findTable(context, worksheet, edit);
      const below = worksheet.getRangeByIndexes(used.rowIndex + used.rowCount, 0, 1, 1);
      row = table === undefined ? below : table.rows.add().getRange();
    }
    const line = row.getEntireRow();
    for (const { column, cell } of edit.cells)
      line.getCell(0, column).formulas = [[cellInput(cell)]];
    await context.sync();
  });
}
