import type { Area } from "./workbook";

/** Excel's own limits. */
export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** 0 for "A", 26 for "AA", whatever the case. */
export function columnIndex(letters: string): number {
  let number = 0;
  for (const letter of letters.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64;
  return number - 1;
}

/** The address without a sheet: "A1:B2", "A:A", "3:5". */
export function formatArea({ row, column, rows, columns }: Area): string {
  if (rows === MAX_ROWS) {
    return columns === MAX_COLUMNS
      ? `1:${MAX_ROWS}`
      : `${columnLetters(column)}:${columnLetters(column + columns - 1)}`;
  }
  if (columns === MAX_COLUMNS) return `${row + 1}:${row + rows}`;
  const first = `${columnLetters(column)}${row + 1}`;
  return rows === 1 && columns === 1
    ? first
    : `${first}:${columnLetters(column + columns - 1)}${row + rows}`;
}

const PLAIN_NAME = /^[\p{L}_][\p{L}\p{N}_.]*$/u;
/** Cells in both ways of writing them (A1, R1C1, RC, R, C), and the two words that are values. */
const MEANS_SOMETHING_ELSE = /^(?:[A-Z]{1,3}\d+|R\d*(?:C\d*)?|C\d*|TRUE|FALSE)$/iu;

/** A sheet's name as Excel writes it before "!": in quotes only where it would be read as something else. */
export function quoteSheetName(name: string): string {
  return PLAIN_NAME.test(name) && !MEANS_SOMETHING_ELSE.test(name)
    ? name
    : `'${name.replaceAll("'", "''")}'`;
}

export function formatAddress(sheetName: string, area: Area): string {
  return `${quoteSheetName(sheetName)}!${formatArea(area)}`;
}

/** Splits "'My sheet'!A1" into its sheet (unquoted, null if there is none) and the rest. */
export function splitAddress(address: string): { sheetName: string | null; local: string } {
  const at = address.lastIndexOf("!");
  if (at < 0) return { sheetName: null, local: address };
  const sheet = address.slice(0, at);
  const sheetName =
    sheet.startsWith("'") && sheet.endsWith("'") ? sheet.slice(1, -1).replaceAll("''", "'") : sheet;
  return { sheetName, local: address.slice(at + 1) };
}

/** Reads "A1", "$A$1:B2", "A:C" or "2:3" (without a sheet); null when it is no address. */
export function parseArea(local: string): Area | null {
  const text = local.replaceAll("$", "").trim();
  const cells = /^([A-Za-z]{1,3})([1-9]\d*)(?::([A-Za-z]{1,3})([1-9]\d*))?$/.exec(text);
  if (cells) {
    const [, left = "", top = "", right = left, bottom = top] = cells;
    return between(columnIndex(left), Number(top) - 1, columnIndex(right), Number(bottom) - 1);
  }
  const columns = /^([A-Za-z]{1,3}):([A-Za-z]{1,3})$/.exec(text);
  if (columns) {
    const [, left = "", right = ""] = columns;
    return between(columnIndex(left), 0, columnIndex(right), MAX_ROWS - 1);
  }
  const rows = /^([1-9]\d*):([1-9]\d*)$/.exec(text);
  if (rows) {
    const [, top = "", bottom = ""] = rows;
    return between(0, Number(top) - 1, MAX_COLUMNS - 1, Number(bottom) - 1);
  }
  return null;
}

function between(column1: number, row1: number, column2: number, row2: number): Area | null {
  const column = Math.min(column1, column2);
  const row = Math.min(row1, row2);
  const columns = Math.abs(column2 - column1) + 1;
  const rows = Math.abs(row2 - row1) + 1;
  return row + rows > MAX_ROWS || column + columns > MAX_COLUMNS
    ? null
    : { row, column, rows, columns };
}

export function intersection(first: Area, second: Area): Area | null {
  const row = Math.max(first.row, second.row);
  const column = Math.max(first.column, second.column);
  const rows = Math.min(first.row + first.rows, second.row + second.rows) - row;
  const columns = Math.min(first.column + first.columns, second.column + second.columns) - column;
  return rows > 0 && columns > 0 ? { row, column, rows, columns } : null;
}

/** The smallest area around all of them; null of none. */
export function boundingArea(areas: readonly Area[]): Area | null {
  const [first, ...rest] = areas;
  if (!first) return null;
  let { row, column } = first;
  let endRow = row + first.rows;
  let endColumn = column + first.columns;
  for (const area of rest) {
    row = Math.min(row, area.row);
    column = Math.min(column, area.column);
    endRow = Math.max(endRow, area.row + area.rows);
    endColumn = Math.max(endColumn, area.column + area.columns);
  }
  return { row, column, rows: endRow - row, columns: endColumn - column };
}

/** Grows around cells, one after the other: the smallest area around all of them. */
export class Bounds {
  #top = Infinity;
  #left = Infinity;
  #bottom = -1;
  #right = -1;

  include(row: number, column: number): void {
    if (row < this.#top) this.#top = row;
    if (row > this.#bottom) this.#bottom = row;
    if (column < this.#left) this.#left = column;
    if (column > this.#right) this.#right = column;
  }

  /** null when no cell was included. */
  area(): Area | null {
    if (this.#bottom < 0) return null;
    const rows = this.#bottom - this.#top + 1;
    const columns = this.#right - this.#left + 1;
    return { row: this.#top, column: this.#left, rows, columns };
  }
}

/** What is left of an area when another one is cut out of it: up to four rectangles. */
export function subtractArea(area: Area, cut: Area): Area[] {
  const common = intersection(area, cut);
  if (!common) return [area];
  const endRow = common.row + common.rows;
  const endColumn = common.column + common.columns;
  return [
    { ...area, rows: common.row - area.row },
    { ...area, row: endRow, rows: area.row + area.rows - endRow },
    {
      row: common.row,
      column: area.column,
      rows: common.rows,
      columns: common.column - area.column,
    },
    {
      row: common.row,
      column: endColumn,
      rows: common.rows,
      columns: area.column + area.columns - endColumn,
    },
  ].filter((rest) => rest.rows > 0 && rest.columns > 0);
}
