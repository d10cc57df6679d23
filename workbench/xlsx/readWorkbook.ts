import type { IWorkbookData } from "@univerjs/core";
import { cellAddress, parseBlock } from "./addresses";
import { readConditionalFormats } from "./conditionalFormats";
import { readCustomXml, type CustomXmlPart } from "./customXml";
import type { Area, SheetParts } from "../../host";
import type { ChartBook } from "./charts";
import { readNames } from "./names";
import {
  attributeOf,
  childOf,
  childrenOf,
  FileRefusal,
  openWorkbookPackage,
  type OfficePackage,
  type XmlElement,
} from "../../src/ooxml";
import { formatName, readSheet, type FileSheet } from "./readSheet";
import { readSheetParts, type SheetPlace } from "./sheetParts";
import { readString } from "./strings";
import { readStyles, type Styles } from "./styles";

/** What the grid takes to show a workbook; language and version are the grid's own affair. */
export type WorkbookSnapshot = Pick<
  IWorkbookData,
  "id" | "name" | "sheetOrder" | "sheets" | "styles" | "defaultStyle" | "resources"
>;

/** A workbook read from a file. */
export interface OpenedWorkbook {
  readonly snapshot: WorkbookSnapshot;
  readonly customXmlParts: readonly CustomXmlPart[];
  /** What stands beside the cells, by sheet id. */
  readonly parts: Readonly<Record<string, SheetParts>>;
  /** Ids of the protected sheets. */
  readonly protectedSheets: readonly string[];
  /** Id of the sheet that was in front. */
  readonly activeSheet: string;
}

/** A sheet of the file with the name and element by which the workbook knows it. */
export interface ListedSheet {
  readonly id: string;
  readonly name: string;
  readonly hidden: boolean;
  /** Hidden so that a user cannot show it again. */
  readonly veryHidden: boolean;
  readonly path: string;
  readonly element: XmlElement;
  readonly sheet: FileSheet;
}

/** A workbook's file, taken apart. */
export interface WorkbookFile {
  readonly file: OfficePackage;
  readonly workbookPath: string;
  readonly workbookText: string;
  readonly workbookRoot: XmlElement;
  readonly styles: Styles;
  /** Worksheets in tab order; chart sheets are left out. */
  readonly sheets: readonly ListedSheet[];
}

export const CONDITIONAL_FORMATS = "SHEET_CONDITIONAL_FORMATTING_PLUGIN";
export const DEFINED_NAMES = "SHEET_DEFINED_NAME_PLUGIN";
export const TABLES = "SHEET_TABLE_PLUGIN";

/** Takes a workbook's file apart. @throws FileRefusal with the reason. */
export function openWorkbookFile(bytes: Uint8Array): WorkbookFile {
  const { file, path: workbookPath, root: workbookRoot } = openWorkbookPackage(bytes);
  const workbookText = file.text(workbookPath);
  const relationships = file.relationships(workbookPath);
  const strings = relationships.find(({ kind }) => kind === "sharedStrings")?.target;
  const sharedStrings =
    strings !== undefined && file.has(strings)
      ? childrenOf(file.tree(strings), "si").map(readString)
      : [];
  const styles = readStyles(file, workbookPath);
  const sheets = childrenOf(childOf(workbookRoot, "sheets"), "sheet").flatMap((element) => {
    const relation = attributeOf(element, "id");
    const target = relationships.find(({ id }) => id === relation);
    const path = target?.kind === "worksheet" ? file.find(target.target) : undefined;
    if (path === undefined) return [];
    const { name = "", sheetId = "", state = "visible" } = element.attributes;
    return {
      id: `file-${sheetId}`,
      name,
      hidden: state !== "visible",
      veryHidden: state === "veryHidden",
      path,
      element,
      sheet: readSheet(path, file.text(path), sharedStrings, styles),
    };
  });
  if (sheets.length === 0) throw new FileRefusal("noWorksheet");
  return { file, workbookPath, workbookText, workbookRoot, styles, sheets };
}

/** Ids of all sheets of the workbook, chart sheets too, as `localSheetId` counts them. */
export function sheetIdsInOrder(workbookRoot: XmlElement): string[] {
  return childrenOf(childOf(workbookRoot, "sheets"), "sheet").map(
    ({ attributes }) => `file-${attributes["sheetId"] ?? ""}`,
  );
}

function readTables({ file, sheets }: WorkbookFile): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const { id, path } of sheets) {
    const tables = file
      .relationships(path)
      .filter(({ kind, target }) => kind === "table" && file.has(target))
      .map(({ target }) => {
        const root = file.tree(target);
        const { id: number = "", displayName, name = "", headerRowCount, ref } = root.attributes;
        return {
          id: `table-${number}`,
          name: displayName ?? name,
          range: parseBlock(ref ?? "A1"),
          options: { showHeader: headerRowCount !== "0", showFooter: false },
          filters: { tableColumnFilterList: [] },
          columns: childrenOf(childOf(root, "tableColumns"), "tableColumn").map((column) => ({
            id: `table-${number}-${column.attributes["id"] ?? ""}`,
            displayName: column.attributes["name"] ?? "",
            dataType: "string",
            formula: "",
            meta: {},
            style: {},
          })),
          meta: {},
        };
      });
    if (tables.length > 0) result[id] = { tables, tableFilteredOutRows: [] };
  }
  return result;
}

/** Where a sheet of the file stands. */
export function placeOf(opened: WorkbookFile, { id, path }: ListedSheet): SheetPlace {
  const { file, workbookPath, workbookRoot } = opened;
  const place = sheetIdsInOrder(workbookRoot).indexOf(id);
  return { file, path, workbookPath, workbookRoot, place };
}

/** The sheets of a file as charts refer to them. */
export function fileBook({ sheets }: WorkbookFile): ChartBook {
  return {
    sheetId: (name) => sheets.find((sheet) => sheet.name === name)?.id,
    sheetName: (id) => sheets.find((sheet) => sheet.id === id)?.name,
    values: (id, area) => {
      const cells = sheets.find((sheet) => sheet.id === id)?.sheet.cells;
      return cellsOf(area).map(({ row, column }) => {
        const content = cells?.get(cellAddress(row, column))?.content;
        return content?.v ?? null;
      });
    },
  };
}

/** The cells of an area, row after row. */
export function cellsOf({ row, column, rows, columns }: Area): { row: number; column: number }[] {
  return Array.from({ length: rows * columns }, (_, index) => ({
    row: row + Math.floor(index / columns),
    column: column + (index % columns),
  }));
}

/** What stands beside the cells of each sheet of a file. */
export function readParts(opened: WorkbookFile): Record<string, SheetParts> {
  const book = fileBook(opened);
  return Object.fromEntries(
    opened.sheets.map((listed): [string, SheetParts] => {
      const parts = readSheetParts(listed.sheet.root, placeOf(opened, listed), book);
      parts.veryHidden = listed.veryHidden;
      return [listed.id, parts];
    }),
  );
}

/**
 * Reads an .xlsx file into a snapshot for the grid. Formulas come as people type them; the values
 * are those stored in the file. Pictures, notes, pivot tables and the like are not read: saving keeps
 * them in the file.
 * @throws FileRefusal with the reason when the file cannot be read.
 */
export function readWorkbook(bytes: Uint8Array, name: string): OpenedWorkbook {
  const opened = openWorkbookFile(bytes);
  const { file, workbookPath, workbookRoot, styles, sheets } = opened;
  const formats = Object.fromEntries(
    sheets.map(({ id, sheet }) => [id, readConditionalFormats(sheet.root, id, styles)]),
  );
  const view = childOf(childOf(workbookRoot, "bookViews"), "workbookView");
  const front = sheetIdsInOrder(workbookRoot)[Number(view?.attributes["activeTab"] ?? 0)];
  const visible = sheets.find(({ hidden }) => !hidden) ?? sheets[0];
  const standard = styles.cells[0] ?? {};
  return {
    snapshot: {
      id: "workbook",
      name,
      sheetOrder: sheets.map(({ id }) => id),
      sheets: Object.fromEntries(
        sheets.map(({ id, name: sheetName, hidden, sheet }) => [
          id,
          { id, name: sheetName, hidden: hidden ? 1 : 0, ...sheet.data },
        ]),
      ),
      styles: Object.fromEntries(styles.cells.map((style, index) => [formatName(index), style])),
      defaultStyle: { ff: standard.ff ?? "Calibri", fs: standard.fs ?? 11 },
      resources: [
        { name: CONDITIONAL_FORMATS, data: JSON.stringify(formats) },
        {
          name: DEFINED_NAMES,
          data: JSON.stringify(readNames(workbookRoot, sheetIdsInOrder(workbookRoot))),
        },
        { name: TABLES, data: JSON.stringify(readTables(opened)) },
      ],
    },
    customXmlParts: readCustomXml(file, workbookPath),
    parts: readParts(opened),
    protectedSheets: sheets.filter(({ sheet }) => sheet.protected).map(({ id }) => id),
    activeSheet: sheets.find(({ id, hidden }) => id === front && !hidden)?.id ?? visible?.id ?? "",
  };
}
