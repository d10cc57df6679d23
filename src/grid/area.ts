import { formatAddress } from "./address";

/** A rectangle of a sheet, counted from 0. */
export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
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

/** A rectangle as addresses are written on one sheet: "A1:B2", or "A1" for a single cell. */
export function formatArea(area: Area): string {
  const first = formatAddress(area);
  const last = formatAddress({
    row: area.row + area.rows - 1,
    column: area.column + area.columns - 1,
  });
  return first === last ? first : `${first}:${last}`;
}
