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

const CORNER = /^\$?([A-Z]{1,3})?\$?(\d{1,7})?$/u;

/** Index of a column from its letters; 0 is "A". */
function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

/** Excel's own limits: whole rows and columns are addressed without the other corner. */
const SHEET_ROWS = 1_048_576;
const SHEET_COLUMNS = 16_384;

/** The rectangle of an address such as "A1:B2", "C:C" or "5:7"; undefined for anything else. */
export function parseArea(address: string): Area | undefined {
  const [from = "", to = from, more] = address.toUpperCase().split(":");
  const first = CORNER.exec(from);
  const last = CORNER.exec(to);
  if (first === null || last === null || more !== undefined || from === "") return undefined;
  const row = first[2] === undefined ? 0 : Number(first[2]) - 1;
  const lastRow = last[2] === undefined ? SHEET_ROWS - 1 : Number(last[2]) - 1;
  const column = first[1] === undefined ? 0 : columnOf(first[1]);
  const lastColumn = last[1] === undefined ? SHEET_COLUMNS - 1 : columnOf(last[1]);
  if (row < 0 || lastRow < row || lastColumn < column) return undefined;
  return { row, column, rows: lastRow - row + 1, columns: lastColumn - column + 1 };
}
