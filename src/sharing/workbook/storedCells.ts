import { isErrorCode, parseArea, type Area, type Cell } from "../../grid";
import { readPiecewise, type PackageStep } from "../../ooxml";
import type { Book, BookSheet } from "./book";
import { listenToCells, type SheetCell } from "./cells";

/** The number of a shared text, until the texts are read. */
interface Shared {
  readonly shared: number;
}
export type StoredCell = Cell | Shared;

function isShared(cell: StoredCell | undefined): cell is Shared {
  return typeof cell === "object" && cell !== null && "shared" in cell;
}

function valueOf({ type, value, formula }: SheetCell): StoredCell {
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

/** The values of a sheet as they were saved. */
export interface StoredCells {
  /** By row; rows without anything are missing. */
  readonly rows: readonly (readonly StoredCell[])[];
  readonly merged: readonly Area[];
}

/** How many more cells may be kept, blank ones to the left of others included, and what happens beyond. */
export interface CellBudget {
  cells: number;
  readonly exceeded: () => Error;
}

/** Reads the values of a sheet; `onCell` sees each cell as the file writes it. */
export function* readStoredCells(
  book: Book,
  sheet: BookSheet,
  budget: CellBudget,
  onCell?: (cell: SheetCell) => void,
): Generator<PackageStep, StoredCells> {
  const rows: StoredCell[][] = [];
  const merged: Area[] = [];
  if (!sheet.hasCells) return { rows, merged };
  const listener = listenToCells({
    cell: (cell) => {
      onCell?.(cell);
      const value = valueOf(cell);
      if (value === null) return;
      const row = (rows[cell.row] ??= []);
      budget.cells -= Math.max(1, cell.column + 1 - row.length);
      if (budget.cells < 0) throw budget.exceeded();
      while (row.length < cell.column) row.push(null);
      row[cell.column] = value;
    },
    open: ({ local, attributes }) => {
      const area = local === "mergeCell" ? parseArea(attributes["ref"] ?? "") : undefined;
      if (area !== undefined) merged.push(area);
    },
  });
  yield* readPiecewise(book.file, sheet.path, listener);
  return { rows, merged };
}

/** The shared texts that these cells show, by their numbers. */
export function sharedNumbers(sheets: Iterable<StoredCells>): Set<number> {
  const numbers = new Set<number>();
  for (const { rows } of sheets)
    rows.forEach((row) => {
      for (const cell of row) if (isShared(cell)) numbers.add(cell.shared);
    });
  return numbers;
}

/** What the cell holds, its shared text put in. */
export function withText(cell: StoredCell | undefined, texts: ReadonlyMap<number, string>): Cell {
  return isShared(cell) ? (texts.get(cell.shared) ?? "") : (cell ?? null);
}
