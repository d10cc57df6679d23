import type { Area } from "../grid";

export function rangeOf(worksheet: Excel.Worksheet, area: Area): Excel.Range {
  return worksheet.getRangeByIndexes(area.row, area.column, area.rows, area.columns);
}
