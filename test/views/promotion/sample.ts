import ExcelJS from "exceljs";
import { buildSample } from "../../../scripts/sampleWorkbook";
import type { Cell } from "../../../src/grid";
import type { ScoreSheet } from "../../../src/scoresheet";
import { readSheet } from "../../findings/setup";

const DAY = 86_400_000;

function cellOf(value: ExcelJS.CellValue): Cell {
  if (value instanceof Date) return Math.round((value.getTime() - Date.UTC(1899, 11, 30)) / DAY);
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
    ? value
    : null;
}

/** The ledger of the sample workbook as a sheet; its pay formulas are left out. */
export async function sampleSheet(): Promise<ScoreSheet> {
  const workbook = new ExcelJS.Workbook();
  // Declared for another Buffer than the one of this Node.
  await workbook.xlsx.load((await buildSample()).buffer as ArrayBuffer);
  const sheet = workbook.getWorksheet("成绩");
  if (sheet === undefined) throw new Error("The sample has no ledger");
  const rows: Cell[][] = [];
  for (let row = 1; row <= sheet.rowCount; row += 1)
    rows.push(
      Array.from({ length: sheet.columnCount }, (_, column) =>
        cellOf(sheet.getCell(row, column + 1).value),
      ),
    );
  return readSheet(rows);
}
