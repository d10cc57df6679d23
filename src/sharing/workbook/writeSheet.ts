import { columnLetters, type CellLook, type SheetContent, type WrittenCell } from "../../grid";
import { DECLARATION } from "../package/officePackage";
import {
  appendInside,
  applyEdits,
  childOf,
  childrenOf,
  prefixOf,
  readTree,
  type Edit,
} from "../xml/tree";
import { element, escapeXml, withAttributes } from "../xml/tags";
import { partOfKind, type Book } from "./book";
import { StyleSheet } from "./styles";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const STRICT_MAIN = "http://purl.oclc.org/ooxml/spreadsheetml/main";
const SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";
const RELATIONSHIP =
  "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet";
const STRICT_RELATIONSHIP = "http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet";
/** Longest name of a tab. */
const LONGEST_NAME = 31;

/** Characters that XML forbids are written as _xHHHH_; a text that looks so is kept from being read so. */
function encodeText(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/gu, "_x005F_")
    .replace(/[^\t\n\r\u0020-\uFFFD\u{10000}-\u{10FFFF}]/gu, (character) => {
      const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
      return `_x${code}_`;
    });
}

function cellXml(address: string, cell: WrittenCell, format: number): string {
  const s = format === 0 ? undefined : format;
  if (cell === null) return s === undefined ? "" : element("c", { r: address, s });
  if ("number" in cell)
    return element("c", { r: address, s }, element("v", {}, String(cell.number)));
  if ("formula" in cell)
    return element("c", { r: address, s }, element("f", {}, escapeXml(cell.formula.slice(1))));
  const text = element("t", { "xml:space": "preserve" }, escapeXml(encodeText(cell.text)));
  return element("c", { r: address, s, t: "inlineStr" }, element("is", {}, text));
}

/** Looks by cell: later ones add to earlier ones. */
function looksByCell({ looks }: SheetContent): Map<string, CellLook> {
  const byCell = new Map<string, CellLook>();
  for (const { look, areas } of looks)
    for (const { row, column, rows, columns } of areas)
      for (let down = row; down < row + rows; down += 1)
        for (let across = column; across < column + columns; across += 1) {
          const key = `${columnLetters(across)}${down + 1}`;
          byCell.set(key, { ...byCell.get(key), ...look });
        }
  return byCell;
}

function sheetXml(content: SheetContent, main: string, styles: StyleSheet | null): string {
  const looks = looksByCell(content);
  const rows = content.rows.map((row, down) => {
    const cells = row.map((cell, across) => {
      const address = `${columnLetters(across)}${down + 1}`;
      const look = looks.get(address);
      return cellXml(
        address,
        cell,
        look === undefined || styles === null ? 0 : styles.formatOf(look),
      );
    });
    return element("row", { r: down + 1 }, cells.join(""));
  });
  const columns = content.columnWidths.map((width, index) =>
    element("col", { min: index + 1, max: index + 1, width, customWidth: 1 }),
  );
  const frozen = content.frozenRows;
  const pane =
    frozen === 0
      ? undefined
      : element("pane", {
          ySplit: frozen,
          topLeftCell: `A${frozen + 1}`,
          activePane: "bottomLeft",
          state: "frozen",
        });
  return [
    `${DECLARATION}<worksheet xmlns="${main}">`,
    element("sheetViews", {}, element("sheetView", { workbookViewId: 0, showGridLines: 0 }, pane)),
    element("sheetFormatPr", { defaultRowHeight: 15 }),
    columns.length === 0 ? "" : element("cols", {}, columns.join("")),
    element("sheetData", {}, rows.join("")),
    "</worksheet>",
  ].join("");
}

/** The name, or the next one with a number behind it that no sheet has. */
export function freeName(wanted: string, taken: readonly string[]): string {
  const used = new Set(taken.map((name) => name.toLowerCase()));
  let name = wanted;
  for (let number = 2; used.has(name.toLowerCase()); number += 1) {
    const ending = ` (${number})`;
    name = wanted.slice(0, LONGEST_NAME - ending.length) + ending;
  }
  return name;
}

/** Adds a sheet to the workbook, in front of all others or behind them, and says what its tab is called. */
export function addSheet(book: Book, content: SheetContent, place: "front" | "end"): string {
  const { file, path } = book;
  const text = file.text(path);
  const root = readTree(path, text);
  const tabs = childOf(root, "sheets");
  if (tabs === undefined) return content.name;
  const elements = childrenOf(tabs, "sheet");
  const isStrict = (attributeNamespace(root.attributes) ?? "") === STRICT_MAIN;
  const styles = partOfKind(book, "styles");
  const sheet = styles === undefined ? null : new StyleSheet(styles, file.text(styles));
  let number = elements.length + 1;
  while (!file.isFree(`xl/worksheets/sheet${number}.xml`)) number += 1;
  const part = `xl/worksheets/sheet${number}.xml`;
  file.add(part, SHEET_TYPE, sheetXml(content, isStrict ? STRICT_MAIN : MAIN, sheet));
  if (sheet !== null && styles !== undefined) file.setText(styles, sheet.text);
  const id = file.relate(path, isStrict ? STRICT_RELATIONSHIP : RELATIONSHIP, `/${part}`);
  const name = freeName(
    content.name,
    elements.map(({ attributes }) => attributes["name"] ?? ""),
  );
  const sheetId =
    1 + Math.max(0, ...elements.map(({ attributes }) => Number(attributes["sheetId"])));
  const idName = Object.keys(elements[0]?.attributes ?? {}).find((each) => each.endsWith(":id"));
  const line = element(`${prefixOf(root.name)}sheet`, { name, sheetId, [idName ?? "r:id"]: id });
  const edits: Edit[] = [];
  if (place === "end") edits.push(appendInside(text, tabs, line));
  else {
    const { end } = tabs.tag;
    edits.push({ start: end, end, text: line });
    // Names and views count sheets by their places, which have all moved by one.
    for (const defined of childrenOf(childOf(root, "definedNames"), "definedName")) {
      const local = defined.attributes["localSheetId"];
      if (local === undefined) continue;
      const tag = text.slice(defined.tag.start, defined.tag.end);
      edits.push({
        ...defined.tag,
        text: withAttributes(tag, { localSheetId: String(Number(local) + 1) }),
      });
    }
    for (const view of childrenOf(childOf(root, "bookViews"), "workbookView"))
      edits.push({
        ...view.tag,
        text: withAttributes(text.slice(view.tag.start, view.tag.end), {
          activeTab: "0",
          firstSheet: null,
        }),
      });
  }
  file.setText(path, applyEdits(text, edits));
  return name;
}

function attributeNamespace(attributes: Readonly<Record<string, string>>): string | undefined {
  return Object.entries(attributes).find(
    ([name, value]) => name.startsWith("xmlns") && value.includes("spreadsheetml"),
  )?.[1];
}
