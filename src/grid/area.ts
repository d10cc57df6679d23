import {
  columnIndex,
  formatAbsolute,
  formatAddress,
  LAST_COLUMN,
  LAST_ROW,
  parseCell,
} from "./address";

/** A rectangle of a sheet, counted from 0. */
export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

interface Corner {
  readonly row: number;
  readonly column: number;
}

/** The lowest cell of the last column. */
export function lastCellOf({ row, column, rows, columns }: Area): Corner {
  return { row: row + rows - 1, column: column + columns - 1 };
}

/** The rectangle with these two corners. */
export function areaBetween(one: Corner, other: Corner): Area {
  return {
    row: Math.min(one.row, other.row),
    column: Math.min(one.column, other.column),
    rows: Math.abs(one.row - other.row) + 1,
    columns: Math.abs(one.column - other.column) + 1,
  };
}

/** Whether two rectangles are the same cells. */
export function sameArea(one: Area, other: Area): boolean {
  return (
    one.row === other.row &&
    one.column === other.column &&
    one.rows === other.rows &&
    one.columns === other.columns
  );
}

export function isOneCell({ rows, columns }: Area): boolean {
  return rows === 1 && columns === 1;
}

/** Whether two rectangles have a cell in common. */
export function overlap(one: Area, other: Area): boolean {
  return (
    one.row < other.row + other.rows &&
    other.row < one.row + one.rows &&
    one.column < other.column + other.columns &&
    other.column < one.column + one.columns
  );
}

export function holdsCell(area: Area, row: number, column: number): boolean {
  return (
    row >= area.row &&
    row < area.row + area.rows &&
    column >= area.column &&
    column < area.column + area.columns
  );
}

/** Whether all cells of the second are cells of the first. */
export function holdsArea(outer: Area, inner: Area): boolean {
  return (
    outer.row <= inner.row &&
    outer.column <= inner.column &&
    outer.row + outer.rows >= inner.row + inner.rows &&
    outer.column + outer.columns >= inner.column + inner.columns
  );
}

function formatWith(format: (corner: Corner) => string, area: Area): string {
  const first = format(area);
  return isOneCell(area) ? first : `${first}:${format(lastCellOf(area))}`;
}

/** A rectangle as addresses are written on one sheet: "A1:B2", or "A1" for a single cell. */
export function formatArea(area: Area): string {
  return formatWith(formatAddress, area);
}

/** "$A$1:$B$2", or "$A$1" for a single cell: what stays when it is moved. */
export function formatAbsoluteArea(area: Area): string {
  return formatWith(formatAbsolute, area);
}

const COLUMN = /^\$?([A-Za-z]{1,3})$/u;
const ROW = /^\$?(\d{1,7})$/u;

/** The rectangle between two ends: cells, whole columns or whole rows; undefined where it is none. */
export function parseSpan(first: string, last: string): Area | undefined {
  const [one, other] = [parseCell(first), parseCell(last)];
  if (one !== undefined && other !== undefined) return areaBetween(one, other);
  const [left, right] = [first, last].map((end) => columnIndex(COLUMN.exec(end)?.[1] ?? ""));
  if (isWithin(left, LAST_COLUMN) && isWithin(right, LAST_COLUMN))
    return areaBetween({ row: 0, column: left }, { row: LAST_ROW, column: right });
  const [top, bottom] = [first, last].map((end) => Number(ROW.exec(end)?.[1] ?? 0) - 1);
  if (isWithin(top, LAST_ROW) && isWithin(bottom, LAST_ROW))
    return areaBetween({ row: top, column: 0 }, { row: bottom, column: LAST_COLUMN });
  return undefined;
}

function isWithin(index: number | undefined, last: number): index is number {
  return index !== undefined && index >= 0 && index <= last;
}

/** The rectangle of an address such as "A1:B2", "$A$1", "C:C" or "5:7"; undefined for anything else. */
export function parseArea(address: string): Area | undefined {
  const [first = "", last = first, more] = address.trim().split(":");
  return more === undefined ? parseSpan(first, last) : undefined;
}
