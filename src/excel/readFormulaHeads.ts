import { runExcel } from "./run";

/** Columns of a sheet repeat one formula from row to row. */
const ROWS_PROBED = 60;
const COLUMNS_PROBED = 200;

/** The formulas in the first rows of every sheet, in two round trips; see Gateway.readFormulaHeads. */
export function readFormulaHeads(): Promise<readonly string[]> {
  return runExcel(async (context) => {
    const worksheets = context.workbook.worksheets;
    worksheets.load("items/id");
    await context.sync();
    const sheets = worksheets.items.map((worksheet) => {
      const used = worksheet.getUsedRangeOrNullObject(true);
      used.load("rowIndex,columnIndex,rowCount,columnCount");
      return { worksheet, used };
    });
    await context.sync();
    const heads = sheets
      .filter(({ used }) => !used.isNullObject)
      .map(({ worksheet, used }) => {
        const head = worksheet.getRangeByIndexes(
          used.rowIndex,
          used.columnIndex,
          Math.min(used.rowCount, ROWS_PROBED),
          Math.min(used.columnCount, COLUMNS_PROBED),
        );
        head.load("formulas");
        return head;
      });
    await context.sync();
    return heads.flatMap(({ formulas }) =>
      formulas
        .flat()
        .filter((cell): cell is string => typeof cell === "string" && cell.startsWith("=")),
    );
  });
}
