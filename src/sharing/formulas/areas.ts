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

const CELL = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/u;

/** Row and column of "B3" or "$B$3"; undefined where it is no cell. */
export function readCell(text: string): { row: number; column: number } | undefined {
  const match = CELL.exec(text);
  if (match === null) return undefined;
  const row = Number(match[2]) - 1;
  const column = columnIndex(match[1] ?? "");
  return row < 0 || row > LAST_ROW || column > LAST_COLUMN ? undefined : { row, column };
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
