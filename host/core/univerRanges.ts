import type { IRange, Nullable } from "@univerjs/core";
import type { Area } from "./workbook";

/** The engine's ranges and ours. */
export function toArea(
  range: Pick<IRange, "startRow" | "endRow" | "startColumn" | "endColumn">,
): Area {
  return {
    row: range.startRow,
    column: range.startColumn,
    rows: range.endRow - range.startRow + 1,
    columns: range.endColumn - range.startColumn + 1,
  };
}

export function toRange(area: Area): IRange {
  return {
    startRow: area.row,
    endRow: area.row + area.rows - 1,
    startColumn: area.column,
    endColumn: area.column + area.columns - 1,
  };
}

export function contains(area: Area, row: number, column: number): boolean {
  return (
    row >= area.row &&
    row < area.row + area.rows &&
    column >= area.column &&
    column < area.column + area.columns
  );
}

/** One line of the engine's matrices, whose index signatures lose their type in Object.entries. */
export function entriesOf<V>(line: unknown): [string, Nullable<V>][] {
  return Object.entries((line ?? {}) as Record<string, Nullable<V>>);
}
