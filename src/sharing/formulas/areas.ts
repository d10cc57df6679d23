import { columnLetters } from "../../grid";

export const LAST_ROW = 1_048_575;
export const LAST_COLUMN = 16_383;

/** A block of cells of a sheet, counted from 0, both ends included. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** 0 for "A", 26 for "AA". */
export function columnIndex(letters: string): number {
  let index = 0;
  for (const letter of letters.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
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
export function readCell(text: string): { row: number; column: number } | undefined {
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

const COLUMN = /^\$?([A-Za-z]{1,3})$/u;
const ROW = /^\$?(\d{1,7})$/u;

/** The block between two ends: cells, whole columns or whole rows; undefined where it is none. */
export function readArea(first: string, last: string): Area | undefined {
  const [one, other] = [readCell(first), readCell(last)];
  if (one !== undefined && other !== undefined)
    return {
      top: Math.min(one.row, other.row),
      left: Math.min(one.column, other.column),
      bottom: Math.max(one.row, other.row),
      right: Math.max(one.column, other.column),
    };
  const columns = [COLUMN.exec(first)?.[1], COLUMN.exec(last)?.[1]].map((letters) =>
    letters === undefined ? -1 : columnIndex(letters),
  );
  if (columns.every((column) => column >= 0 && column <= LAST_COLUMN))
    return { top: 0, left: Math.min(...columns), bottom: LAST_ROW, right: Math.max(...columns) };
  const rows = [ROW.exec(first)?.[1], ROW.exec(last)?.[1]].map((row) => Number(row ?? 0) - 1);
  if (rows.every((row) => row >= 0 && row <= LAST_ROW))
    return { top: Math.min(...rows), left: 0, bottom: Math.max(...rows), right: LAST_COLUMN };
  return undefined;
}

/** "B2:C9", as attributes hold it; undefined where it is none. */
export function readRef(ref: string): Area | undefined {
  const [first = "", last = first] = ref.trim().split(":");
  return readArea(first, last);
}

/** The blocks of a list separated by blanks, as `sqref` attributes hold them. */
export function readRefs(list: string): Area[] {
  return list.split(/\s+/u).flatMap((ref) => readRef(ref) ?? []);
}

export function overlap(one: Area, other: Area): boolean {
  return (
    one.top <= other.bottom &&
    other.top <= one.bottom &&
    one.left <= other.right &&
    other.left <= one.right
  );
}

export function contains(area: Area, row: number, column: number): boolean {
  return row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;
}

/** "$B$2:$C$9", or "$B$2" for a single cell. */
export function absoluteAddress({ top, left, bottom, right }: Area): string {
  const start = `$${columnLetters(left)}$${top + 1}`;
  return top === bottom && left === right
    ? start
    : `${start}:$${columnLetters(right)}$${bottom + 1}`;
}
