import ExcelJS from "exceljs";
import { strFromU8, unzipSync } from "fflate";
import { SaxesParser } from "saxes";
import { createHeadlessWorkbook, type PlainSheet } from "../../../host/node";
import { formatAddress } from "../../../src/grid";
import { convertWithOffice } from "../../setup/office";

/** What a cell shows once an engine has calculated: "" stands for nothing too. */
export type Shown = number | string | boolean | { readonly error: string };

/** Every cell of the first sheet, as the grid's engine calculates it. */
export async function calculateWithUniver(sheets: readonly PlainSheet[]): Promise<Shown[][]> {
  const workbook = createHeadlessWorkbook(sheets, { rows: 10, columns: 5 });
  try {
    await workbook.calculated();
    const sheet = workbook.sheets()[0];
    return (sheets[0]?.cells ?? []).map((line, row) =>
      line.map((_, column) => sheet?.value(row, column) ?? ""),
    );
  } finally {
    workbook.dispose();
  }
}

/** The same by LibreOffice, which reads the workbook as a file. */
export async function calculateWithOffice(sheets: readonly PlainSheet[]): Promise<Shown[][]> {
  const book = new ExcelJS.Workbook();
  for (const { name, cells = [] } of sheets) {
    const sheet = book.addWorksheet(name);
    cells.forEach((line, row) => {
      line.forEach((cell, column) => {
        if (cell !== null && cell !== undefined)
          sheet.getCell(row + 1, column + 1).value = written(cell);
      });
    });
  }
  const bytes = new Uint8Array(await book.xlsx.writeBuffer());
  const converted = await convertWithOffice({
    files: { "plain.xlsx": bytes },
    to: "xlsx",
    recalculate: true,
  });
  const answer = converted.get("plain.xlsx");
  if (answer === undefined) throw new Error("LibreOffice did not open the workbook");
  const cells = readFirstSheet(answer);
  return (sheets[0]?.cells ?? []).map((line, row) =>
    line.map((_, column) => cells.get(formatAddress({ row, column })) ?? ""),
  );
}

function written(cell: unknown): ExcelJS.CellValue {
  if (typeof cell === "string" && cell.startsWith("="))
    return { formula: cell.slice(1), date1904: false };
  return cell as ExcelJS.CellValue; // numbers, texts, booleans and errors are what exceljs takes
}

/** The values of the first sheet by address; exceljs would lose a result that is 0 or FALSE. */
function readFirstSheet(file: Uint8Array): ReadonlyMap<string, Shown> {
  const parts = unzipSync(file);
  const part = (name: string): string => strFromU8(parts[name] ?? new Uint8Array());
  const texts: string[] = [];
  readXml(part("xl/sharedStrings.xml"), "si", (text) => texts.push(text));
  const cells = new Map<string, Shown>();
  readXml(part("xl/worksheets/sheet1.xml"), "v", (text, { r = "", t = "n" }) => {
    cells.set(r, valueOf(text, t, texts));
  });
  return cells;
}

function valueOf(text: string, type: string, texts: readonly string[]): Shown {
  switch (type) {
    case "n":
      return Number(text);
    case "b":
      return text === "1";
    case "e":
      return { error: text };
    case "s":
      return texts[Number(text)] ?? "";
    default:
      return text;
  }
}

/** The text inside each element of a name, with the attributes of the cell around it. */
function readXml(
  xml: string,
  element: string,
  found: (text: string, cell: Readonly<Record<string, string>>) => void,
): void {
  let cell: Readonly<Record<string, string>> = {};
  let text: string | null = null;
  const parser = new SaxesParser();
  parser.on("opentag", ({ name, attributes }) => {
    if (name === "c") cell = attributes;
    if (name === element) text = "";
  });
  parser.on("text", (more) => {
    if (text !== null) text += more;
  });
  parser.on("closetag", ({ name }) => {
    if (name === element && text !== null) found(text, cell);
    if (name === element) text = null;
  });
  parser.write(xml).close();
}
