import { formatAddress, type CellStyle, type SheetContent, type WrittenCell } from "../../grid";
import {
  appendInside,
  applyEdits,
  childOf,
  childrenOf,
  DECLARATION,
  relationAttribute,
  type Edit,
  element,
  escapeXml,
  type PackageStep,
  prefixOf,
  readTree,
  withAttributes,
  type XmlElement,
} from "../../ooxml";
import { partOfKind, type Book } from "./book";
import { StyleSheet } from "./styles";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
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

/** Styles by cell: later ones add to earlier ones. */
function stylesByCell({ styles }: SheetContent): Map<string, CellStyle> {
  const byCell = new Map<string, CellStyle>();
  for (const { style, areas } of styles)
    for (const { row, column, rows, columns } of areas)
      for (let down = row; down < row + rows; down += 1)
        for (let across = column; across < column + columns; across += 1) {
          const key = formatAddress({ row: down, column: across });
          byCell.set(key, { ...byCell.get(key), ...style });
        }
  return byCell;
}

function sheetXml(content: SheetContent, styleSheet: StyleSheet | null): string {
  const styles = stylesByCell(content);
  const rows = content.rows.map((row, down) => {
    const cells = row.map((cell, across) => {
      const address = formatAddress({ row: down, column: across });
      const style = styles.get(address);
      return cellXml(
        address,
        cell,
        style === undefined || styleSheet === null ? 0 : styleSheet.formatOf(style),
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
    `${DECLARATION}<worksheet xmlns="${MAIN}">`,
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

/** Names and views count sheets by their places, which have all moved by one. */
function moveByOne(text: string, root: XmlElement): Edit[] {
  const tagOf = ({ tag }: XmlElement): string => text.slice(tag.start, tag.end);
  return [
    ...childrenOf(childOf(root, "definedNames"), "definedName").flatMap((defined): Edit[] => {
      const local = defined.attributes["localSheetId"];
      if (local === undefined) return [];
      const moved = { localSheetId: String(Number(local) + 1) };
      return [{ ...defined.tag, text: withAttributes(tagOf(defined), moved) }];
    }),
    ...childrenOf(childOf(root, "bookViews"), "workbookView").map((view) => ({
      ...view.tag,
      text: withAttributes(tagOf(view), { activeTab: "0", firstSheet: null }),
    })),
  ];
}

/** Adds a sheet to the workbook, in front of all others or behind them, in steps. */
export function* addSheet(
  book: Book,
  content: SheetContent,
  place: "front" | "end",
): Generator<PackageStep, void> {
  const { file, path } = book;
  const text = file.text(path);
  const root = readTree(path, text);
  const tabs = childOf(root, "sheets");
  if (tabs === undefined) return;
  const elements = childrenOf(tabs, "sheet");
  const styles = partOfKind(book, "styles");
  const sheet = styles === undefined ? null : yield* StyleSheet.open(file, styles);
  let number = elements.length + 1;
  while (!file.isFree(`xl/worksheets/sheet${number}.xml`)) number += 1;
  const part = `xl/worksheets/sheet${number}.xml`;
  file.add(part, SHEET_TYPE, sheetXml(content, sheet));
  if (sheet !== null) yield* sheet.write();
  const id = file.relate(path, `${OFFICE}/worksheet`, `/${part}`);
  const name = freeName(
    content.name,
    elements.map(({ attributes }) => attributes["name"] ?? ""),
  );
  const sheetId =
    1 + Math.max(0, ...elements.map(({ attributes }) => Number(attributes["sheetId"])));
  const line = element(`${prefixOf(root.name)}sheet`, {
    name,
    sheetId,
    ...relationAttribute([root, tabs], file.inDialect(OFFICE), id),
  });
  const edits: Edit[] =
    place === "end"
      ? [appendInside(text, tabs, line)]
      : [{ start: tabs.tag.end, end: tabs.tag.end, text: line }, ...moveByOne(text, root)];
  file.setText(path, applyEdits(text, edits));
}
