import type { Area } from "../grid";

/** The rectangle around all cells that hold something; null where the sheet is empty. */
export async function readUsedArea(
  context: Excel.RequestContext,
  worksheet: Excel.Worksheet,
): Promise<Area | null> {
  const used = worksheet.getUsedRangeOrNullObject(true);
  used.load("rowIndex,columnIndex,rowCount,columnCount");
  await context.sync();
  if (used.isNullObject) return null;
  return {
    row: used.rowIndex,
    column: used.columnIndex,
    rows: used.rowCount,
    columns: used.columnCount,
  };
}
