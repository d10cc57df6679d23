import { cellText, type Area, type Cell, type Grid } from "../grid";
import { childOf, type PackageStep, FileRefusal } from "../ooxml";
import { mapSteps } from "../steps";
import { MOST_CELLS } from "./mostCells";
import type { ShareStep } from "./types";
import type { SheetCell } from "./workbook/cells";
import { openBook, partOfKind, type Book, type BookSheet } from "./workbook/book";
import { numberFormatsOf, showNumber } from "./workbook/numberFormats";
import { readStrings } from "./workbook/sharedStrings";
import {
  readStoredCells,
  sharedNumbers,
  withText,
  type CellBudget,
  type StoredCells,
} from "./workbook/storedCells";
import { isWitnessSheet, tagOfSheet } from "./tags";

/** A visible sheet of a workbook's file that the add-in has not written itself. */
export interface SheetOfFile {
  /** The values as they were saved; a formula that was never calculated is an error. */
  readonly grid: Grid;
  /** Cells that are shown as one. */
  readonly merged: readonly Area[];
  /** A number of the first rows about as Excel shows it: days and percentages as such. */
  readonly shown: (row: number, column: number) => string;
}

export interface GridsOfFile {
  readonly sheets: readonly SheetOfFile[];
  /** Names of sheets that are hidden, and were not read. */
  readonly hidden: readonly string[];
  /** Whether its dates are counted from 1904: their numbers then mean other days. */
  readonly from1904: boolean;
}

interface Kept extends StoredCells {
  readonly sheet: BookSheet;
  /** The styles of cells in the first rows, by row and column. */
  readonly styles: ReadonlyMap<string, number>;
}

/** Rows whose cells are kept with their styles: those in which headings are looked at. */
const STYLED_ROWS = 60;

const BLANK_ROW: readonly Cell[] = [];

function gridOf(
  { sheet, rows, merged, styles }: Kept,
  texts: ReadonlyMap<number, string>,
  formats: readonly string[],
): SheetOfFile {
  const cells = Array.from({ length: rows.length }, (_, index): readonly Cell[] => {
    const row = rows[index];
    return row === undefined ? BLANK_ROW : row.map((cell) => withText(cell, texts));
  });
  const grid: Grid = {
    sheet: { id: sheet.path, name: sheet.name },
    firstRow: 0,
    firstColumn: 0,
    rows: cells,
    isFormula: () => false,
  };
  const shown = (row: number, column: number): string => {
    const cell = cells[row]?.[column] ?? null;
    const style = styles.get(`${row} ${column}`);
    const format = style === undefined ? undefined : formats[style];
    return typeof cell === "number" && format !== undefined
      ? showNumber(cell, format)
      : cellText(cell);
  };
  return { grid, merged, shown };
}

function countsFrom1904({ file, path }: Book): boolean {
  const flag = childOf(file.tree(path), "workbookPr")?.attributes["date1904"];
  return flag === "1" || flag === "true";
}

/**
 * The visible sheets of a workbook's file as they were saved, in steps of some milliseconds that tell the
 * bytes read, of how many.
 * @throws FileRefusal with the reason where the bytes are no workbook that can be read.
 */
export function* readWorkbookGrids(bytes: Uint8Array): Generator<ShareStep, GridsOfFile> {
  const book = openBook(bytes);
  const sheets = book.sheetParts.filter(({ name }) => !isWitnessSheet(name));
  const visible = sheets.filter(
    ({ state, name }) => state === "visible" && tagOfSheet(book, name) === null,
  );
  const paths = [...visible.map(({ path }) => path), partOfKind(book, "sharedStrings")];
  const total = paths.reduce(
    (sum, path) => sum + (path === undefined ? 0 : book.file.sizeOf(path)),
    0,
  );
  let before = 0;
  function* counted<T>(
    path: string | undefined,
    work: Generator<PackageStep, T>,
  ): Generator<ShareStep, T> {
    const read = yield* mapSteps(work, ({ bytes }) => ({
      done: Math.min(total, before + bytes),
      total,
    }));
    before += path === undefined ? 0 : book.file.sizeOf(path);
    return read;
  }
  const budget: CellBudget = {
    cells: MOST_CELLS,
    exceeded: () => new FileRefusal("tooManyCells"),
  };
  const kept: Kept[] = [];
  for (const sheet of visible) {
    const styles = new Map<string, number>();
    const noteStyle = ({ row, column, attributes }: SheetCell): void => {
      const { s: style } = attributes;
      if (row < STYLED_ROWS && style !== undefined) styles.set(`${row} ${column}`, Number(style));
    };
    const cells = yield* counted(sheet.path, readStoredCells(book, sheet, budget, noteStyle));
    kept.push({ sheet, styles, ...cells });
  }
  const formats = numberFormatsOf(book);
  const texts = yield* counted(paths.at(-1), readStrings(book, sharedNumbers(kept)));
  return {
    sheets: kept.map((each) => gridOf(each, texts, formats)),
    hidden: sheets.filter(({ state }) => state !== "visible").map(({ name }) => name),
    from1904: countsFrom1904(book),
  };
}
