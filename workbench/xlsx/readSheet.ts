import type { ICellData, IWorksheetData } from "@univerjs/core";
import {
  cellAddress,
  LAST_COLUMN,
  LAST_ROW,
  parseBlock,
  parseCell,
  type CellBlock,
} from "./addresses";
import { readColor } from "./colors";
import { fromFileFormula, shiftFormula } from "./formulaText";
import { readString } from "./strings";
import type { Styles } from "./styles";
import { childOf, childrenOf, readTree, type XmlElement } from "../../src/ooxml";
import { isOn } from "./xml";

/** What a cell holds, apart from its formula: the grid's value and type. */
export type CellContent = Pick<ICellData, "v" | "t">;

/** A cell as the file holds it, with the place of its element. */
export interface FileCell {
  readonly row: number;
  readonly column: number;
  readonly element: XmlElement;
  /** Number of the cell format. */
  readonly format: number;
  readonly content: CellContent;
  /** The formula as the file would store it here; a shared one is already moved to this cell. */
  readonly storedFormula: string | undefined;
  /** The group of a shared formula. */
  readonly sharedGroup: string | undefined;
  /** The block that an array formula fills. */
  readonly filled: CellBlock | undefined;
}

/** A worksheet part: its text and tree, its cells, and what the grid shows of it. */
export interface FileSheet {
  readonly text: string;
  readonly root: XmlElement;
  /** By address ("B3"). */
  readonly cells: ReadonlyMap<string, FileCell>;
  readonly data: Partial<IWorksheetData>;
  /** Whether the sheet is protected. */
  readonly protected: boolean;
}

/** Free cells around the used ones, so that there is room to type. */
const SPARE_ROWS = 200;
const SPARE_COLUMNS = 10;
const LEAST_ROWS = 1000;
const LEAST_COLUMNS = 30;

const DEFAULT_COLUMN_PIXELS = 72;
const DEFAULT_ROW_POINTS = 15;
const PIXELS_PER_POINT = 4 / 3;
const USUAL_FONT_POINTS = 11;
/** Height of a line of text in sizes of its font. */
const LINE_HEIGHT = 1.4;
/** Pixels of one digit of the standard font, in which the file measures widths. */
const PIXELS_PER_DIGIT = 7;

/** Pixels of a column width, which the file counts in digits. */
export function widthToPixels(width: number): number {
  const digits = (256 * width + Math.trunc(128 / PIXELS_PER_DIGIT)) / 256;
  return Math.trunc(digits * PIXELS_PER_DIGIT);
}

/** The width in digits that gives so many pixels. */
export function pixelsToWidth(pixels: number): number {
  return Math.round((pixels / PIXELS_PER_DIGIT) * 256) / 256;
}

/** Points of a row height given in pixels. */
export function pixelsToPoints(pixels: number): number {
  return pixels / PIXELS_PER_POINT;
}

/** Days since the epoch of Excel for an ISO date, which few programs write. */
function isoToSerial(text: string): number {
  const zoned = /T.*(?:Z|[+-]\d\d:\d\d)$/.test(text) ? text : `${text}Z`;
  return Date.parse(/T/.test(text) ? zoned : text) / 86_400_000 + 25_569;
}

function readContent(cell: XmlElement, sharedStrings: readonly string[]): CellContent {
  const value = childOf(cell, "v")?.text;
  switch (cell.attributes["t"]) {
    case "inlineStr":
      return { v: readString(childOf(cell, "is")), t: 1 };
    case "s":
      return value === undefined ? {} : { v: sharedStrings[Number(value)] ?? "", t: 1 };
    case "str":
    case "e":
      return value === undefined ? {} : { v: value, t: 1 };
    case "b":
      return value === undefined ? {} : { v: isOn(value) ? 1 : 0, t: 3 };
    case "d":
      return value === undefined ? {} : { v: isoToSerial(value), t: 2 };
    default:
      return value === undefined || value.trim() === "" ? {} : { v: Number(value), t: 2 };
  }
}

function readCells(
  sheetData: XmlElement | undefined,
  sharedStrings: readonly string[],
): Map<string, FileCell> {
  const cells = new Map<string, FileCell>();
  const masters = new Map<string, { formula: string; row: number; column: number }>();
  let row = -1;
  for (const rowElement of childrenOf(sheetData, "row")) {
    row =
      rowElement.attributes["r"] === undefined ? row + 1 : Number(rowElement.attributes["r"]) - 1;
    let column = -1;
    for (const element of childrenOf(rowElement, "c")) {
      const address = element.attributes["r"];
      column = address === undefined ? column + 1 : parseCell(address).column;
      const formula = childOf(element, "f");
      const kind = formula?.attributes["t"];
      const group = kind === "shared" ? formula?.attributes["si"] : undefined;
      let storedFormula = formula?.text === "" ? undefined : formula?.text;
      if (group !== undefined) {
        const master = masters.get(group);
        if (storedFormula !== undefined)
          masters.set(group, { formula: storedFormula, row, column });
        else if (master !== undefined) {
          storedFormula = shiftFormula(master.formula, row - master.row, column - master.column);
        }
      }
      const reference = kind === "array" ? formula?.attributes["ref"] : undefined;
      cells.set(cellAddress(row, column), {
        row,
        column,
        element,
        format: Number(element.attributes["s"] ?? 0),
        content: readContent(element, sharedStrings),
        storedFormula: kind === "dataTable" ? undefined : storedFormula,
        sharedGroup: group,
        filled: reference === undefined ? undefined : parseBlock(reference),
      });
    }
  }
  return cells;
}

/** Addresses of the cells that only hold what an array formula of another cell gave them. */
export function residueOf(cells: ReadonlyMap<string, FileCell>): Set<string> {
  const residue = new Set<string>();
  for (const { filled, row, column } of cells.values()) {
    if (filled === undefined) continue;
    for (let r = filled.startRow; r <= filled.endRow; r++) {
      for (let c = filled.startColumn; c <= filled.endColumn; c++) {
        if (r !== row || c !== column) residue.add(cellAddress(r, c));
      }
    }
  }
  return residue;
}

/** The name under which the grid knows a cell format of the file. */
export function formatName(format: number): string {
  return `xf${format}`;
}

function fillsSeveral(filled: CellBlock | undefined): boolean {
  return (
    filled !== undefined &&
    (filled.startRow !== filled.endRow || filled.startColumn !== filled.endColumn)
  );
}

function gridCells(cells: ReadonlyMap<string, FileCell>): IWorksheetData["cellData"] {
  const residue = residueOf(cells);
  const cellData: IWorksheetData["cellData"] = {};
  for (const [address, cell] of cells) {
    const content = residue.has(address) ? {} : cell.content;
    const formula =
      cell.storedFormula === undefined ? undefined : fromFileFormula(cell.storedFormula);
    // Without its value the grid calculates the formula at once, and so fills its neighbours.
    const shown = formula !== undefined && fillsSeveral(cell.filled) ? {} : content;
    (cellData[cell.row] ??= {})[cell.column] = {
      ...shown,
      ...(formula !== undefined && { f: formula }),
      ...(cell.element.attributes["s"] !== undefined && { s: formatName(cell.format) }),
    };
  }
  return cellData;
}

/** Height of a row that Excel would fit to its largest font; undefined where the usual one will do. */
function fittedPixels(row: XmlElement, styles: Styles): number | undefined {
  const usual = styles.cells[0]?.fs ?? USUAL_FONT_POINTS;
  const largest = childrenOf(row, "c").reduce(
    (size, { attributes }) => Math.max(size, styles.cells[Number(attributes["s"] ?? 0)]?.fs ?? 0),
    usual,
  );
  return largest > usual ? Math.round(largest * LINE_HEIGHT * PIXELS_PER_POINT) : undefined;
}

function readRows(sheetData: XmlElement | undefined, styles: Styles): IWorksheetData["rowData"] {
  const rows: IWorksheetData["rowData"] = {};
  let row = -1;
  for (const element of childrenOf(sheetData, "row")) {
    const { attributes } = element;
    row = attributes["r"] === undefined ? row + 1 : Number(attributes["r"]) - 1;
    const written = attributes["ht"];
    const height =
      written === undefined
        ? fittedPixels(element, styles)
        : Math.round(Number(written) * PIXELS_PER_POINT);
    const styled = isOn(attributes["customFormat"]) ? attributes["s"] : undefined;
    const hidden = isOn(attributes["hidden"]);
    if (height === undefined && styled === undefined && !hidden) continue;
    rows[row] = {
      ...(height !== undefined && { h: height, ia: 0 }),
      ...(styled !== undefined && { s: formatName(Number(styled)) }),
      ...(hidden && { hd: 1 }),
    };
  }
  return rows;
}

function readColumns(root: XmlElement, columnCount: number): IWorksheetData["columnData"] {
  const columns: IWorksheetData["columnData"] = {};
  for (const { attributes } of childrenOf(childOf(root, "cols"), "col")) {
    const width = attributes["width"];
    const styled = attributes["style"];
    const last = Math.min(Number(attributes["max"]) - 1, columnCount - 1);
    for (let column = Number(attributes["min"]) - 1; column <= last; column++) {
      columns[column] = {
        ...(width !== undefined && { w: widthToPixels(Number(width)) }),
        ...(styled !== undefined && styled !== "0" && { s: formatName(Number(styled)) }),
        ...(isOn(attributes["hidden"]) && { hd: 1 }),
      };
    }
  }
  return columns;
}

function readFreeze(view: XmlElement | undefined): IWorksheetData["freeze"] {
  const pane = childOf(view, "pane")?.attributes;
  const frozen = pane?.["state"] === "frozen" || pane?.["state"] === "frozenSplit";
  const xSplit = frozen ? Number(pane["xSplit"] ?? 0) : 0;
  const ySplit = frozen ? Number(pane["ySplit"] ?? 0) : 0;
  return {
    xSplit,
    ySplit,
    startRow: ySplit > 0 ? ySplit : -1,
    startColumn: xSplit > 0 ? xSplit : -1,
  };
}

/** Reads a worksheet part into the grid's sheet; formats are numbers in `styles`. */
export function readSheet(
  part: string,
  text: string,
  sharedStrings: readonly string[],
  styles: Styles,
): FileSheet {
  const root = readTree(part, text);
  const sheetData = childOf(root, "sheetData");
  const cells = readCells(sheetData, sharedStrings);
  const merged = childrenOf(childOf(root, "mergeCells"), "mergeCell").map(({ attributes }) =>
    parseBlock(attributes["ref"] ?? "A1"),
  );
  let lastRow = 0;
  let lastColumn = 0;
  for (const { row, column } of cells.values()) {
    lastRow = Math.max(lastRow, row);
    lastColumn = Math.max(lastColumn, column);
  }
  const rowCount = Math.min(Math.max(lastRow + SPARE_ROWS, LEAST_ROWS), LAST_ROW + 1);
  const columnCount = Math.min(
    Math.max(lastColumn + SPARE_COLUMNS, LEAST_COLUMNS),
    LAST_COLUMN + 1,
  );
  const view = childOf(childOf(root, "sheetViews"), "sheetView");
  const sizes = childOf(root, "sheetFormatPr")?.attributes;
  const width = sizes?.["defaultColWidth"];
  const height = Number(sizes?.["defaultRowHeight"] ?? DEFAULT_ROW_POINTS);
  return {
    text,
    root,
    cells,
    protected: isOn(childOf(root, "sheetProtection")?.attributes["sheet"]),
    data: {
      cellData: gridCells(cells),
      rowData: readRows(sheetData, styles),
      columnData: readColumns(root, columnCount),
      mergeData: merged,
      rowCount,
      columnCount,
      defaultColumnWidth:
        width === undefined ? DEFAULT_COLUMN_PIXELS : widthToPixels(Number(width)),
      defaultRowHeight: Math.round(height * PIXELS_PER_POINT),
      freeze: readFreeze(view),
      showGridlines: view?.attributes["showGridLines"] === "0" ? 0 : 1,
      tabColor: readColor(childOf(childOf(root, "sheetPr"), "tabColor"), styles.theme) ?? "",
    },
  };
}
