import { isErrorCode, parseArea, type Area, type Cell, type Grid } from "../grid";
import { childOf, type PackageStep, readPiecewise, FileRefusal } from "../ooxml";
import { mapSteps } from "../steps";
import { MOST_CELLS } from "./mostCells";
import type { ShareStep } from "./types";
import { openBook, partOfKind, type Book, type BookSheet } from "./workbook/book";
import { listenToCells, type SheetCell } from "./workbook/cells";
import { readStrings } from "./workbook/sharedStrings";
import { isWitnessSheet, tagOfSheet } from "./tags";

/** A visible sheet of a workbook's file that the add-in has not written itself. */
export interface SheetOfFile {
  /** The values as they were saved; a formula that was never calculated is an error. */
  readonly grid: Grid;
  /** Cells that are shown as one. */
  readonly merged: readonly Area[];
}

export interface GridsOfFile {
  readonly sheets: readonly SheetOfFile[];
  /** Names of sheets that are hidden, and were not read. */
  readonly hidden: readonly string[];
  /** Whether its dates are counted from 1904: their numbers then mean other days. */
  readonly from1904: boolean;
}

/** The number of a shared text, until the texts are read. */
interface Shared {
  readonly shared: number;
}
type Raw = Cell | Shared;

function isShared(cell: Raw | undefined): cell is Shared {
  return typeof cell === "object" && cell !== null && "shared" in cell;
}

function valueOf({ type, value, formula }: SheetCell): Raw {
  if (value === undefined) {
    // Programs other than Excel save formulas without their values; a formula's empty text is none.
    return formula !== undefined && type === "n" ? { error: "#N/A" } : null;
  }
  switch (type) {
    case "s":
      return { shared: Number(value) };
    case "b":
      return value === "1" || value === "true";
    case "e":
      return { error: isErrorCode(value) ? value : "#UNKNOWN!" };
    case "n": {
      const number = Number(value);
      return value.trim() === "" ? null : Number.isFinite(number) ? number : value;
    }
    default:
      return value;
  }
}

interface Kept {
  readonly sheet: BookSheet;
  /** By row; rows without anything are missing. */
  readonly rows: Raw[][];
  readonly merged: Area[];
}

function* readCells(
  book: Book,
  sheet: BookSheet,
  budget: { cells: number },
): Generator<PackageStep, Kept> {
  const rows: Raw[][] = [];
  const merged: Area[] = [];
  if (!sheet.hasCells) return { sheet, rows, merged };
  const listener = listenToCells({
    cell: (cell) => {
      const value = valueOf(cell);
      if (value === null) return;
      const row = (rows[cell.row] ??= []);
      budget.cells += Math.max(1, cell.column + 1 - row.length);
      if (budget.cells > MOST_CELLS) throw new FileRefusal("tooManyCells");
      while (row.length < cell.column) row.push(null);
      row[cell.column] = value;
    },
    open: ({ local, attributes }) => {
      const area = local === "mergeCell" ? parseArea(attributes["ref"] ?? "") : undefined;
      if (area !== undefined) merged.push(area);
    },
  });
  yield* readPiecewise(book.file, sheet.path, listener);
  return { sheet, rows, merged };
}

function sharedNumbers(sheets: readonly Kept[]): Set<number> {
  const numbers = new Set<number>();
  for (const { rows } of sheets)
    rows.forEach((row) => {
      for (const cell of row) if (isShared(cell)) numbers.add(cell.shared);
    });
  return numbers;
}

const BLANK_ROW: readonly Cell[] = [];

function gridOf({ sheet, rows, merged }: Kept, texts: ReadonlyMap<number, string>): SheetOfFile {
  const cells = Array.from({ length: rows.length }, (_, index): readonly Cell[] => {
    const row = rows[index];
    return row === undefined
      ? BLANK_ROW
      : row.map((cell) => (isShared(cell) ? (texts.get(cell.shared) ?? "") : cell));
  });
  const grid: Grid = {
    sheet: { id: sheet.path, name: sheet.name },
    firstRow: 0,
    firstColumn: 0,
    rows: cells,
    isFormula: () => false,
  };
  return { grid, merged };
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
  const budget = { cells: 0 };
  const kept: Kept[] = [];
  for (const sheet of visible)
    kept.push(yield* counted(sheet.path, readCells(book, sheet, budget)));
  const texts = yield* counted(paths.at(-1), readStrings(book, sharedNumbers(kept)));
  return {
    sheets: kept.map((each) => gridOf(each, texts)),
    hidden: sheets.filter(({ state }) => state !== "visible").map(({ name }) => name),
    from1904: countsFrom1904(book),
  };
}
