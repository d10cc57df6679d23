import { isBlank } from "../../grid";
import type { SheetPart } from "../../scoresheet";
import type { SheetSummary, SheetTable } from "../gateway";

/** What validating left aside, so that nobody takes it for read. */
export interface NotRead {
  /** Hidden sheets. */
  readonly hidden: readonly string[];
  /** Visible sheets that are neither ours nor belong to the one validated. */
  readonly sheets: readonly string[];
  /** Tables of the validated sheet that are not the one read. */
  readonly tables: readonly string[];
  /** Headings of columns that mean nothing to the product. */
  readonly columns: readonly string[];
  /** The workbook remembers something of its sheets that cannot be followed. */
  readonly memory: boolean;
}

/** What was not read, given the names of what was. */
export function notReadOf(
  sheets: readonly SheetSummary[],
  read: ReadonlySet<string>,
  { grid, layout }: SheetPart,
  tables: readonly SheetTable[],
  memory: boolean,
): NotRead {
  const left = sheets.filter(({ id, tag }) => !read.has(id) && tag === null);
  const known = new Set([
    ...Object.values(layout.columns).map(({ column }) => column),
    ...layout.months.map(({ column }) => column),
    ...Object.values(layout.blocks).flatMap((block) => block.map(({ column }) => column)),
  ]);
  const header = grid.rows[layout.headerRow - grid.firstRow] ?? [];
  return {
    hidden: left.filter(({ visible }) => !visible).map(({ name }) => name),
    sheets: left.filter(({ visible }) => visible).map(({ name }) => name),
    columns: header.flatMap((cell, index) =>
      known.has(grid.firstColumn + index) || isBlank(cell) || typeof cell !== "string"
        ? []
        : [cell.trim()],
    ),
    tables: tables
      .filter(
        ({ area }) =>
          layout.headerRow < area.row ||
          layout.headerRow >= area.row + area.rows ||
          ![...known].some(
            (column) => column >= area.column && column < area.column + area.columns,
          ),
      )
      .map(({ name }) => name),
    memory,
  };
}
