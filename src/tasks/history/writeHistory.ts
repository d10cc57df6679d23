import {
  HISTORY_FIELDS,
  HISTORY_MONTH_FORMAT,
  historyCell,
  historyDocument,
  type HistoryField,
} from "../../documents";
import type { Grid, SheetContent, WrittenCell } from "../../grid";
import { policyFor, type EffectivePolicy } from "../../policy";
import type { HistoryPlan, HistoryRow } from "../../views";
import { findLayout } from "../../scoresheet";
import { changeCells } from "../edits/changeCells";
import type { CellEdit, Gateway, WriteOptions } from "../gateway";
import { layoutOptionsOf } from "../month/layoutOptionsOf";
import { SHEET_NAMES } from "../../wording";
import type { SheetUndo } from "../edits/takeBack";
import type { ValidateOptions } from "../month/readScoreSheet";
import { findHistorySheet } from "./importHistory";

function headingsOf({ values }: EffectivePolicy): string[] {
  return HISTORY_FIELDS.map((field) => values.headings[field].name);
}

/** What stands in a cell that was written, as it is read. */
function asRead(cell: WrittenCell): CellEdit["before"] {
  if (cell === null) return null;
  if ("number" in cell) return cell.number;
  return "text" in cell ? cell.text : cell.formula;
}

/** Blanks the cells that were written, as far as they still hold it. */
function undoOfContent({ rows }: SheetContent): CellEdit[] {
  return rows.flatMap((cells, row) =>
    cells.flatMap((cell, column) =>
      cell === null ? [] : [{ row, column, before: asRead(cell), after: null, numberFormat: null }],
    ),
  );
}

/** Where the columns of a standing 历史成绩 are; null where they cannot be recognised, or lack what is to be written. */
function columnsIn(
  grid: Grid,
  policy: EffectivePolicy,
  rows: readonly HistoryRow[],
): ReadonlyMap<HistoryField, number> | null {
  const layout = findLayout(grid, layoutOptionsOf(policy));
  if (layout.kind !== "long" || layout.problems.length > 0) return null;
  const columns = new Map<HistoryField, number>();
  for (const field of HISTORY_FIELDS) {
    const found = layout.columns[field];
    if (found !== undefined) columns.set(field, found.column);
  }
  const lacks = HISTORY_FIELDS.some(
    (field) => !columns.has(field) && rows.some((row) => historyCell(field, row) !== null),
  );
  return lacks || !columns.has("month") || !columns.has("score") ? null : columns;
}

/** The new rows below those that stand there, in the sheet's own columns. */
function editsBelow(
  first: number,
  rows: readonly HistoryRow[],
  columns: ReadonlyMap<HistoryField, number>,
): CellEdit[] {
  return rows.flatMap((row, index) =>
    [...columns].flatMap(([field, column]) => {
      const after = historyCell(field, row);
      if (after === null) return [];
      const numberFormat = field === "month" ? HISTORY_MONTH_FORMAT : null;
      return [{ row: first + index, column, before: null, after, numberFormat }];
    }),
  );
}

export type HistoryWritten =
  | { readonly kind: "written"; readonly rows: number; readonly undo: SheetUndo }
  /** There is a sheet 历史成绩 whose columns cannot be recognised; it is as it was. */
  | { readonly kind: "unknownColumns" }
  /** Somebody has meanwhile typed where the rows were to go; nothing was written. */
  | { readonly kind: "taken" };

/** Writes the planned rows into 历史成绩: a new sheet, or below what the one there holds. */
export async function writeHistory(
  { rows }: HistoryPlan,
  { policy, today }: Pick<ValidateOptions, "policy" | "today">,
  gateway: Pick<Gateway, "listSheets" | "readSheet" | "writeSheet" | "editCells">,
  options: WriteOptions = {},
): Promise<HistoryWritten> {
  if (policy.kind === "unreadable") return { kind: "unknownColumns" };
  const effective = policyFor(policy.book, today);
  const grid = await findHistorySheet(gateway, options.signal);
  if (grid === null) {
    const content = historyDocument(SHEET_NAMES.history, headingsOf(effective), rows);
    const { sheet } = await gateway.writeSheet(content, options);
    const undo = { edits: [{ sheet, edits: undoOfContent(content) }], created: [sheet] };
    return { kind: "written", rows: rows.length, undo };
  }
  const edits: CellEdit[] = [];
  if (grid.rows.length === 0) {
    for (const [column, text] of headingsOf(effective).entries())
      edits.push({ row: 0, column, before: null, after: { text }, numberFormat: null });
    edits.push(
      ...editsBelow(1, rows, new Map(HISTORY_FIELDS.map((field, column) => [field, column]))),
    );
  } else {
    const columns = columnsIn(grid, effective, rows);
    if (columns === null) return { kind: "unknownColumns" };
    edits.push(...editsBelow(grid.firstRow + grid.rows.length, rows, columns));
  }
  const done = await changeCells(gateway, [{ sheet: grid.sheet, edits }], options);
  if (done.skipped > 0) {
    await changeCells(gateway, done.undo);
    return { kind: "taken" };
  }
  return { kind: "written", rows: rows.length, undo: { edits: done.undo, created: [] } };
}
