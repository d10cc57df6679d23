import type { Area, Grid, SheetRef } from "../grid";
import type { AreasRead } from "../tasks";
import { runExcel } from "./run";

/** Some areas of a sheet as they are now; see Gateway.readAreas. */
export function readAreas(sheet: SheetRef, areas: readonly Area[]): Promise<AreasRead> {
  return runExcel(async (context) => {
    const worksheet = context.workbook.worksheets.getItem(sheet.id);
    worksheet.load("name");
    const used = worksheet.getUsedRangeOrNullObject(true);
    used.load("rowIndex,columnIndex,rowCount,columnCount");
    const ranges = areas.map((area) => {
      const range = worksheet.getRangeByIndexes(area.row, area.column, area.rows, area.columns);
      range.load("values,formulas");
      return range;
    });
    await context.sync();
    return {
      used: used.isNullObject
        ? null
        : {
            row: used.rowIndex,
            column: used.columnIndex,
            rows: used.rowCount,
            columns: used.columnCount,
          },
      sheetName: worksheet.name,
      // The library leaves the type of a cell open; it is a number, a text, a boolean or "".
      areas: ranges.map(({ values, formulas }) => ({
        values: values as Grid["rows"],
        formulas: formulas as Grid["rows"],
      })),
    };
  });
}
