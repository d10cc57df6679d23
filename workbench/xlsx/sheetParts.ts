import type { IWorksheetData } from "@univerjs/core";
import { createParts, type SheetParts } from "../../host";
import { readCharts, writeCharts, type ChartBook } from "./charts";
import { readComments, writeComments } from "./comments";
import { readFilter, writeFilter } from "./filters";
import { writeGridLayout } from "./gridLayout";
import { readHyperlinks, writeHyperlinks } from "./hyperlinks";
import { readPrintNames } from "./names";
import { childOf, childrenOf, type OfficePackage, type XmlElement } from "../../src/ooxml";
import { openingTag, textElement } from "./xml";
import { readPageLayout, writePageLayout } from "./pageLayout";
import { SheetWriter } from "./sheetWriter";
import { readTableAppearances, writeTables, type GridTable, type TableNumbers } from "./tables";
import { readValidations, writeValidations } from "./validations";

/** A worksheet part within its workbook. */
export interface SheetPlace {
  readonly file: OfficePackage;
  readonly path: string;
  readonly workbookPath: string;
  readonly workbookRoot: XmlElement;
  /** The sheet's place as names count sheets; -1 for a sheet that the file does not list. */
  readonly place: number;
}

/** What the file says of a sheet besides its cells; the protection is read elsewhere. */
export function readSheetParts(root: XmlElement, place: SheetPlace, book: ChartBook): SheetParts {
  const { file, path, workbookPath, workbookRoot } = place;
  return {
    ...createParts(),
    pageLayout: { ...readPageLayout(root), ...readPrintNames(workbookRoot, place.place) },
    rowBreaks: readBreaks(root, "rowBreaks"),
    columnBreaks: readBreaks(root, "colBreaks"),
    autoFilter: readFilter(root),
    dataValidations: readValidations(root),
    hyperlinks: readHyperlinks(root, file, path),
    comments: readComments(file, path, workbookPath),
    charts: readCharts(file, path, book),
    tableAppearances: readTableAppearances(file, path),
  };
}

/** The file numbers the line before a break from 1: the same number as the line behind it from 0. */
function readBreaks(root: XmlElement, local: "rowBreaks" | "colBreaks"): number[] {
  return childrenOf(childOf(root, local), "brk")
    .map(({ attributes }) => Number(attributes["id"] ?? 0))
    .filter((index) => index > 0)
    .sort((a, b) => a - b);
}

function writeBreaks(
  writer: SheetWriter,
  local: "rowBreaks" | "colBreaks",
  now: readonly number[],
): void {
  const max = local === "rowBreaks" ? 16_383 : 1_048_575;
  const lines = now.map((id) => textElement("brk", { id, max, man: 1 }));
  const tag = openingTag(local, { count: lines.length, manualBreakCount: lines.length });
  writer.replace(local, lines.length === 0 ? "" : `${tag}${lines.join("")}</${local}>`);
}

/** What of a sheet is now beside its cells. */
export interface CurrentParts {
  readonly parts: SheetParts;
  readonly data: Partial<IWorksheetData>;
  readonly tables: readonly GridTable[];
}

export interface PartsContext {
  readonly book: ChartBook;
  readonly numbers: TableNumbers;
}

/** Whether two values say the same; maps count by their entries. */
function same(a: unknown, b: unknown): boolean {
  const text = (value: unknown): string =>
    JSON.stringify(value, (_, each: unknown) => (each instanceof Map ? [...each] : each));
  return text(a) === text(b);
}

/** The text of a worksheet part in which what changed beside the cells is written. */
export function patchSheetParts(
  text: string,
  place: SheetPlace,
  before: { readonly parts: SheetParts; readonly data: Partial<IWorksheetData> },
  now: CurrentParts,
  { book, numbers }: PartsContext,
): string {
  const writer = new SheetWriter(text, place.file, place.path);
  const { parts } = now;
  const changed = (key: keyof SheetParts): boolean => !same(before.parts[key], parts[key]);
  writeGridLayout(writer, before.data, now.data);
  if (changed("pageLayout")) writePageLayout(writer, before.parts.pageLayout, parts.pageLayout);
  if (changed("autoFilter")) writeFilter(writer, parts.autoFilter);
  if (changed("dataValidations")) writeValidations(writer, parts.dataValidations);
  if (changed("hyperlinks")) writeHyperlinks(writer, parts.hyperlinks);
  if (changed("rowBreaks")) writeBreaks(writer, "rowBreaks", parts.rowBreaks);
  if (changed("columnBreaks")) writeBreaks(writer, "colBreaks", parts.columnBreaks);
  if (changed("charts")) writeCharts(writer, parts.charts, book);
  if (changed("comments")) {
    writeComments(writer, place.workbookPath, before.parts.comments, parts.comments);
  }
  const sheets = { before: before.data, now: now.data };
  writeTables(writer, now.tables, parts.tableAppearances, sheets, numbers);
  return writer.finish();
}
