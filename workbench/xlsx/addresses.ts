import { columnIndex, columnLetters, parseArea, quoteSheetName, type Area } from "../../host";

/** A block of cells, counted from 0, both ends included. */
export interface CellBlock {
  startRow: number;
  startColumn: number;
  endRow: number;
  endColumn: number;
}

export const LAST_ROW = 1_048_575;
export const LAST_COLUMN = 16_383;

/** "B3" for row 2, column 1. */
export function cellAddress(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`;
}

/** Row and column of "B3" or "$B$3". @throws Error when it is no cell. */
export function parseCell(address: string): { row: number; column: number } {
  const match = /^\$?([A-Za-z]{1,3})\$?(\d+)$/.exec(address.trim());
  if (match?.[1] === undefined || match[2] === undefined) throw new Error(`No cell: ${address}`);
  return { row: Number(match[2]) - 1, column: columnIndex(match[1]) };
}

/** "B2:C9", "B:C", "2:9" or "B2" as a block. @throws Error when it is none of these. */
export function parseBlock(address: string): CellBlock {
  const area = parseArea(address);
  if (area === null) throw new Error(`No cells: ${address}`);
  return toBlock(area);
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

/** "'My sheet'!$A$1:$B$2", "成绩!$3:$4": a reference that stays when it is moved. */
export function absoluteReference(sheetName: string, area: Area): string {
  const { startRow, startColumn, endRow, endColumn } = toBlock(area);
  const columns = `$${columnLetters(startColumn)}:$${columnLetters(endColumn)}`;
  const cell = (row: number, column: number): string => `$${columnLetters(column)}$${row + 1}`;
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
  return `${quoteSheetName(sheetName)}!${local}`;
}

/** The areas of a list of references ("A!$1:$2,A!$A:$A"), whatever their sheet; null when it is another formula. */
export function referencedAreas(list: string): Area[] | null {
  const references = list.match(/(?:'(?:[^']|'')*'|[^',!]+)![^,!]+/g) ?? [];
  if (references.join(",") !== list) return null;
  const areas: Area[] = [];
  for (const reference of references) {
    const area = parseArea(reference.slice(reference.lastIndexOf("!") + 1));
    if (area === null) return null;
    areas.push(area);
  }
  return areas;
}
