/** A worksheet: the id stays when it is renamed, the name is for people. */
export interface SheetRef {
  readonly id: string;
  readonly name: string;
}

/** A cell; row and column are counted from 0. */
export interface CellRef {
  readonly sheet: SheetRef;
  readonly row: number;
  readonly column: number;
}

/** Excel's own limits, counted from 0. */
export const LAST_ROW = 1_048_575;
export const LAST_COLUMN = 16_383;

/** 0 is "A", 26 is "AA". */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1)
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
  return letters;
}

/** 0 for "A", 26 for "AA", whatever the case; -1 for no letters. */
export function columnIndex(letters: string): number {
  let index = 0;
  for (const letter of letters.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

/** "E7", without the sheet. */
export function formatAddress(cell: { readonly row: number; readonly column: number }): string {
  return `${columnLetters(cell.column)}${cell.row + 1}`;
}

/** "$E$7": what stays when it is moved. */
export function formatAbsolute(cell: { readonly row: number; readonly column: number }): string {
  return `$${columnLetters(cell.column)}$${cell.row + 1}`;
}

const DOLLAR = 0x24;
const MOST_LETTERS = 3;
const MOST_DIGITS = 7;

/** The place of a letter in the alphabet from 1 on, whatever its case; 0 for everything else. */
function placeOfLetter(code: number): number {
  const place = (code | 0x20) - 0x60;
  return place >= 1 && place <= 26 ? place : 0;
}

/** Row and column of "B3" or "$B$3"; undefined where it is no cell. Read for each cell, so without a pattern. */
export function parseCell(text: string): { row: number; column: number } | undefined {
  let at = text.charCodeAt(0) === DOLLAR ? 1 : 0;
  const letters = at;
  let column = 0;
  for (; at < text.length; at += 1) {
    const place = placeOfLetter(text.charCodeAt(at));
    if (place === 0) break;
    column = column * 26 + place;
  }
  if (at === letters || at > letters + MOST_LETTERS) return undefined;
  if (text.charCodeAt(at) === DOLLAR) at += 1;
  const digits = at;
  let row = 0;
  for (; at < text.length; at += 1) {
    const digit = text.charCodeAt(at) - 0x30;
    if (!(digit >= 0 && digit <= 9)) return undefined;
    row = row * 10 + digit;
  }
  if (at === digits || at > digits + MOST_DIGITS) return undefined;
  return row === 0 || row - 1 > LAST_ROW || column - 1 > LAST_COLUMN
    ? undefined
    : { row: row - 1, column: column - 1 };
}

/** "成绩!E7": for people and tests, so the sheet's name stands without quotes. */
export function formatRef(cell: CellRef): string {
  return `${cell.sheet.name}!${formatAddress(cell)}`;
}

/**
 * The cells as few addresses ("E7:E9,F2") in lists of at most `limit` characters each, since Excel
 * cuts longer lists off silently. Runs are merged down columns.
 */
export function mergeAddresses(
  cells: readonly { readonly row: number; readonly column: number }[],
  limit: number,
): string[] {
  const sorted = [...cells].sort((a, b) => a.column - b.column || a.row - b.row);
  const runs: string[] = [];
  let start: { row: number; column: number } | undefined;
  let end = 0;
  const close = (): void => {
    if (start === undefined) return;
    const first = formatAddress(start);
    runs.push(end === start.row ? first : `${first}:${formatAddress({ ...start, row: end })}`);
  };
  for (const cell of sorted) {
    if (start !== undefined && cell.column === start.column && cell.row <= end + 1) {
      end = cell.row;
      continue;
    }
    close();
    start = { row: cell.row, column: cell.column };
    end = cell.row;
  }
  close();
  const lists: string[] = [];
  let list = "";
  for (const run of runs) {
    if (list !== "" && list.length + 1 + run.length > limit) {
      lists.push(list);
      list = "";
    }
    list = list === "" ? run : `${list},${run}`;
  }
  if (list !== "") lists.push(list);
  return lists;
}
