import type { Area } from "../../host";

/** A block of cells, counted from 0, both ends included. */
export interface CellBlock {
  startRow: number;
  startColumn: number;
  endRow: number;
  endColumn: number;
}

export const LAST_ROW = 1_048_575;
export const LAST_COLUMN = 16_383;

/** "A" for 0, "AA" for 26. */
export function columnName(column: number): string {
  let name = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** 0 for "A", 26 for "AA". */
export function columnIndex(name: string): number {
  let index = 0;
  for (const letter of name.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

/** "B3" for row 2, column 1. */
export function cellAddress(row: number, column: number): string {
  return `${columnName(column)}${row + 1}`;
}

/** Row and column of "B3" or "$B$3". @throws Error when it is no cell. */
export function parseCell(address: string): { row: number; column: number } {
  const match = /^\$?([A-Za-z]{1,3})\$?(\d+)$/.exec(address.trim());
  if (match?.[1] === undefined || match[2] === undefined) throw new Error(`No cell: ${address}`);
  return { row: Number(match[2]) - 1, column: columnIndex(match[1]) };
}

/** "B2:C9", "B:C", "2:9" or "B2" as a block. @throws Error when it is none of these. */
export function parseBlock(address: string): CellBlock {
  const [first = "", last = first] = address.replaceAll("$", "").split(":");
  if (/^\d+$/.test(first)) {
    return {
      startRow: Number(first) - 1,
      startColumn: 0,
      endRow: Number(last) - 1,
      endColumn: LAST_COLUMN,
    };
  }
  if (/^[A-Za-z]+$/.test(first)) {
    return {
      startRow: 0,
      startColumn: columnIndex(first),
      endRow: LAST_ROW,
      endColumn: columnIndex(last),
    };
  }
  const start = parseCell(first);
  const end = parseCell(last);
  return {
    startRow: start.row,
    startColumn: start.column,
    endRow: end.row,
    endColumn: end.column,
  };
}

/** "B2:C9", or "B2" for a single cell. */
export function blockAddress(block: CellBlock): string {
  const start = cellAddress(block.startRow, block.startColumn);
  const end = cellAddress(block.endRow, block.endColumn);
  return start === end ? start : `${start}:${end}`;
}

/** The blocks of a list separated by blanks, as `sqref` attributes hold them. */
export function parseBlocks(list: string): CellBlock[] {
  return list.trim().split(/\s+/).filter(Boolean).map(parseBlock);
}

/** The host's rectangle and the file's block. */
export function toBlock({ row, column, rows, columns }: Area): CellBlock {
  return {
    startRow: row,
    startColumn: column,
    endRow: row + rows - 1,
    endColumn: column + columns - 1,
  };
}

export function toArea({ startRow, startColumn, endRow, endColumn }: CellBlock): Area {
  return {
    row: startRow,
    column: startColumn,
    rows: endRow - startRow + 1,
    columns: endColumn - startColumn + 1,
  };
}

/** A sheet's name as it stands before "!". */
export function quoteSheet(name: string): string {
  return /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !/^[A-Za-z]{1,3}\d+$/.test(name)
    ? name
    : `'${name.replaceAll("'", "''")}'`;
}

/** "'My sheet'!$A$1:$B$2", "成绩!$3:$4": a reference that stays when it is moved. */
export function absoluteReference(sheetName: string, area: Area): string {
  const { startRow, startColumn, endRow, endColumn } = toBlock(area);
  const columns = `$${columnName(startColumn)}:$${columnName(endColumn)}`;
  const cell = (row: number, column: number): string => `$${columnName(column)}$${row + 1}`;
  const first = cell(startRow, startColumn);
  const last = cell(endRow, endColumn);
  const local =
    area.columns > LAST_COLUMN
      ? `$${startRow + 1}:$${endRow + 1}`
      : area.rows > LAST_ROW
        ? columns
        : first === last
          ? first
          : `${first}:${last}`;
  return `${quoteSheet(sheetName)}!${local}`;
}

/** The areas of a list of references ("A!$1:$2,A!$A:$A"), whatever their sheet; null when it is another formula. */
export function referencedAreas(list: string): Area[] | null {
  const references = list.match(/(?:'(?:[^']|'')*'|[^',!]+)![^,!]+/g) ?? [];
  if (references.join(",") !== list) return null;
  const areas: Area[] = [];
  for (const reference of references) {
    const local = reference.slice(reference.lastIndexOf("!") + 1);
    if (!/^\$?[A-Z]*\$?\d*(?::\$?[A-Z]*\$?\d*)?$/i.test(local)) return null;
    areas.push(toArea(parseBlock(local)));
  }
  return areas;
}
