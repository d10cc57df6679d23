import type { Grid, SheetContent, WrittenCell } from "../../grid";
import { policyFor, type EffectivePolicy } from "../../policy";
import type { HistoryPlan, HistoryRow } from "../../views";
import { findLayout, type SheetField } from "../../scoresheet";
import { serialFromDate } from "../../units";
import { changeCells } from "../edits/changeCells";
import type { CellEdit, Gateway, WriteOptions } from "../gateway";
import { layoutOptionsOf } from "../month/layoutOptionsOf";
import { HISTORY_SHEET } from "../month/otherSheets";
import { HEADING_LOOK } from "../documents/sheetStyles";
import type { SheetUndo } from "../edits/takeBack";
import type { ValidateOptions } from "../month/readScoreSheet";
import { findHistorySheet } from "./importHistory";

const FIELDS = ["employeeId", "name", "month", "level", "score"] as const satisfies SheetField[];
type HistoryField = (typeof FIELDS)[number];

const MONTH_FORMAT = "yyyy-mm";
/** In characters of the standard font. */
const WIDTHS: Readonly<Record<HistoryField, number>> = {
  employeeId: 12,
  name: 12,
  month: 10,
  level: 14,
  score: 10,
};

const text = (value: string): WrittenCell => (value === "" ? null : { text: value });

function cellOf(field: HistoryField, row: HistoryRow): WrittenCell {
  switch (field) {
    case "employeeId":
    case "name":
    case "level":
      return text(row[field]);
    case "month":
      return { number: serialFromDate({ month: row.month, day: 1 }) };
    case "score":
      return typeof row.score === "number" ? { number: row.score } : text(row.score);
  }
}

function headingsOf({ values }: EffectivePolicy): WrittenCell[] {
  return FIELDS.map((field) => ({ text: values.headings[field].name }));
}

/** 历史成绩 as a sheet of its own; HR's from then on. */
function historyContent(rows: readonly HistoryRow[], policy: EffectivePolicy): SheetContent {
  const columns = FIELDS.length;
  const body = { row: 1, column: FIELDS.indexOf("month"), rows: rows.length, columns: 1 };
  return {
    name: HISTORY_SHEET,
    tag: null,
    rows: [headingsOf(policy), ...rows.map((row) => FIELDS.map((field) => cellOf(field, row)))],
    looks: [
      { look: HEADING_LOOK, areas: [{ row: 0, column: 0, rows: 1, columns }] },
      { look: { numberFormat: MONTH_FORMAT }, areas: [body] },
    ],
    columnWidths: FIELDS.map((field) => WIDTHS[field]),
    frozenRows: 1,
    filter: { row: 0, column: 0, rows: rows.length + 1, columns },
    print: { orientation: "portrait", titleRows: { first: 0, last: 0 }, breaksBefore: [] },
    lists: [],
    hints: [],
    table: null,
    charts: [],
  };
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

/** Where the columns of a standing 历史成绩 are; null where they cannot be told, or lack what is to be written. */
function columnsIn(
  grid: Grid,
  policy: EffectivePolicy,
  rows: readonly HistoryRow[],
): ReadonlyMap<HistoryField, number> | null {
  const layout = findLayout(grid, layoutOptionsOf(policy));
  if (layout.kind !== "long" || layout.problems.length > 0) return null;
  const columns = new Map<HistoryField, number>();
  for (const field of FIELDS) {
    const found = layout.columns[field];
    if (found !== undefined) columns.set(field, found.column);
  }
  const lacks = FIELDS.some(
    (field) => !columns.has(field) && rows.some((row) => cellOf(field, row) !== null),
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
      const after = cellOf(field, row);
      if (after === null) return [];
      const numberFormat = field === "month" ? MONTH_FORMAT : null;
      return [{ row: first + index, column, before: null, after, numberFormat }];
    }),
  );
}

export type HistoryWritten =
  | { readonly kind: "written"; readonly rows: number; readonly undo: SheetUndo }
  /** There is a sheet 历史成绩 whose columns cannot be told; it is as it was. */
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
    const content = historyContent(rows, effective);
    const { sheet } = await gateway.writeSheet(content, options);
    const undo = { edits: [{ sheet, edits: undoOfContent(content) }], created: [sheet] };
    return { kind: "written", rows: rows.length, undo };
  }
  const edits: CellEdit[] = [];
  if (grid.rows.length === 0) {
    for (const [column, after] of headingsOf(effective).entries())
      edits.push({ row: 0, column, before: null, after, numberFormat: null });
    edits.push(...editsBelow(1, rows, new Map(FIELDS.map((field, column) => [field, column]))));
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
