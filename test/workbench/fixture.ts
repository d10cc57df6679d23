import type { ICellData, IStyleData, Nullable } from "@univerjs/core";
import ExcelJS from "exceljs";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import {
  readWorkbook,
  saveWorkbook,
  type CurrentWorkbook,
  type WorkbookSnapshot,
} from "../../workbench/xlsx";

export const POLICY_ID = "{8B1F6C1E-7A35-4D0C-9C55-2F3A4B5C6D7E}";
export const POLICY_XML = '<policy xmlns="urn:example:policy"><tier>2</tier></policy>';

/** The parts of a file as text. */
export function partsOf(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)]),
  );
}

/** The file with parts replaced or added. */
export function withParts(bytes: Uint8Array, parts: Record<string, string>): Uint8Array {
  const all = unzipSync(bytes);
  for (const [path, text] of Object.entries(parts)) all[path] = strToU8(text);
  return zipSync(all);
}

/** A workbook as a library writes it: scores, formulas, formats, rules, a table, a name. */
export async function scoreBook(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const scores = book.addWorksheet("成绩", { views: [{ state: "frozen", xSplit: 1, ySplit: 1 }] });
  scores.addRow(["姓名", "1月", "2月", "合计", "日期"]);
  scores.addRow(["王芳", 85, 90, { formula: "SUM(B2:C2)", result: 175 }, new Date("2025-03-01")]);
  scores.addRow(["李静", 72.5, "产假", { formula: "SUM(B3:C3)", result: 72.5 }, null]);
  scores.addRow(["赵敏", "85", true, { formula: "B4&C4", result: "85TRUE" }, { error: "#N/A" }]);
  scores.getColumn(1).width = 20;
  scores.getColumn(3).hidden = true;
  scores.getRow(4).hidden = true;
  scores.getRow(1).height = 30;
  scores.getRow(1).font = { bold: true, name: "微软雅黑", size: 12, color: { argb: "FFFFFFFF" } };
  scores.getCell("A1").fill = {
    type: "pattern",
    pattern: "solid",
    fgColor: { argb: "FF1F4E79" },
  };
  scores.getCell("A1").alignment = { horizontal: "center", vertical: "middle", wrapText: true };
  scores.getCell("A1").border = { bottom: { style: "medium", color: { argb: "FF00B050" } } };
  scores.getCell("E2").numFmt = 'yyyy"年"m"月"';
  scores.mergeCells("A6:C6");
  scores.getCell("A6").value = "合并";
  scores.addConditionalFormatting({
    ref: "B2:C4",
    rules: [
      {
        type: "expression",
        priority: 2,
        formulae: ["B2<60"],
        style: {
          fill: { type: "pattern", pattern: "solid", bgColor: { argb: "FFFFC7CE" } },
          font: { color: { argb: "FF9C0006" } },
        },
      },
      {
        type: "cellIs",
        operator: "greaterThan",
        priority: 1,
        formulae: [89],
        style: { font: { bold: true } },
      },
    ],
  });
  const other = book.addWorksheet("名单", { properties: { tabColor: { argb: "FFFF0000" } } });
  other.addTable({
    name: "人员",
    ref: "A1",
    headerRow: true,
    columns: [{ name: "姓名" }, { name: "级别" }],
    rows: [
      ["王芳", "初级客服"],
      ["李静", "中级客服"],
    ],
  });
  await other.protect("", {});
  book.addWorksheet("隐藏", { state: "hidden" }).getCell("A1").value = "看不见";
  book.definedNames.add("成绩!$B$2:$C$4", "分数区");
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** `scoreBook` with parts that no library keeps: a chart, a macro-like part, custom XML. */
export async function richBook(): Promise<Uint8Array> {
  const bytes = await scoreBook();
  const parts = partsOf(bytes);
  const types = parts["[Content_Types].xml"] ?? "";
  const workbookRelations = parts["xl/_rels/workbook.xml.rels"] ?? "";
  const sheet = parts["xl/worksheets/sheet1.xml"] ?? "";
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  return withParts(bytes, {
    "[Content_Types].xml": types.replace(
      "</Types>",
      '<Override PartName="/customXml/itemProps1.xml" ContentType="application/vnd.openxmlformats-officedocument.customXmlProperties+xml"/><Override PartName="/xl/drawings/drawing1.xml" ContentType="application/vnd.openxmlformats-officedocument.drawing+xml"/></Types>',
    ),
    "xl/_rels/workbook.xml.rels": workbookRelations.replace(
      "</Relationships>",
      `<Relationship Id="rIdPolicy" Type="${office}/customXml" Target="../customXml/item1.xml"/></Relationships>`,
    ),
    "customXml/item1.xml": POLICY_XML,
    "customXml/itemProps1.xml": `<ds:datastoreItem ds:itemID="${POLICY_ID}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs/></ds:datastoreItem>`,
    "customXml/_rels/item1.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/customXmlProps" Target="itemProps1.xml"/></Relationships>`,
    "xl/worksheets/_rels/sheet1.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId7" Type="${office}/drawing" Target="../drawings/drawing1.xml"/></Relationships>`,
    "xl/worksheets/sheet1.xml": sheet.replace(
      "</worksheet>",
      `<drawing xmlns:r="${office}" r:id="rId7"/><extLst><ext uri="{unknown}"><odd:thing xmlns:odd="urn:odd">&lt;kept&gt; 中文</odd:thing></ext></extLst></worksheet>`,
    ),
    "xl/drawings/drawing1.xml":
      '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"/>',
    "xl/unknown/part.bin": "bytes that nobody reads",
  });
}

/** The workbook of a file as a grid holds it that has changed nothing. */
export function unchanged(bytes: Uint8Array): CurrentWorkbook {
  const { snapshot, customXmlParts, parts } = readWorkbook(bytes, "test.xlsx");
  return { snapshot: structuredClone(snapshot), spills: {}, customXmlParts, parts };
}

/** The style of a cell, which the grid keeps under a name. */
export function lookOf(
  snapshot: Pick<WorkbookSnapshot, "styles">,
  cell: Nullable<ICellData>,
): Nullable<IStyleData> {
  return typeof cell?.s === "string" ? snapshot.styles[cell.s] : cell?.s;
}

/** Saves after `change` has been made to what was read. */
export function saveAfter(
  bytes: Uint8Array,
  change: (current: CurrentWorkbook & { customXmlParts: { id: string; xml: string }[] }) => void,
): ReturnType<typeof saveWorkbook> {
  const current = unchanged(bytes);
  const open = { ...current, customXmlParts: [...current.customXmlParts] };
  change(open);
  return saveWorkbook(bytes, open);
}
