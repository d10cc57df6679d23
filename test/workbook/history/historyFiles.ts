import ExcelJS from "exceljs";
import type { PickedFile } from "../../../src/tasks";

export type FileCell = string | number | boolean | Date | null | ExcelJS.CellFormulaValue;

export interface SheetInFile {
  readonly name: string;
  readonly rows: readonly (readonly FileCell[])[];
  readonly merged?: readonly string[];
  readonly state?: ExcelJS.WorksheetState;
}

/** A workbook's file as a library writes it. */
export async function fileOf(
  sheets: readonly SheetInFile[],
  { date1904 = false } = {},
): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  book.properties.date1904 = date1904;
  for (const { name, rows, merged = [], state = "visible" } of sheets) {
    const sheet = book.addWorksheet(name, { state });
    for (const row of rows) sheet.addRow([...row]);
    for (const area of merged) sheet.mergeCells(area);
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}

export function picked(name: string, bytes: Uint8Array): PickedFile {
  return { name, size: bytes.length, bytes: () => Promise.resolve(bytes) };
}

export async function pickedOf(
  name: string,
  sheets: readonly SheetInFile[],
  options = {},
): Promise<PickedFile> {
  return picked(name, await fileOf(sheets, options));
}
