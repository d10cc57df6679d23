import type { SheetContent, WrittenCell } from "../grid";
import type { HistoryRow } from "../views";
import { serialFromDate } from "../units";
import { printed, SheetBuilder, text } from "./builder";

/** The columns of 历史成绩, in their order. */
export const HISTORY_FIELDS = ["employeeId", "name", "month", "level", "score"] as const;
export type HistoryField = (typeof HISTORY_FIELDS)[number];

export const HISTORY_MONTH_FORMAT = "yyyy-mm";
/** In characters of the standard font. */
const WIDTHS: Readonly<Record<HistoryField, number>> = {
  employeeId: 12,
  name: 12,
  month: 10,
  level: 14,
  score: 10,
};

/** A field of a row as it is written. */
export function historyCell(field: HistoryField, row: HistoryRow): WrittenCell {
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

/** Earlier scores as a sheet of their own, under the headings of its columns; HR's from then on. */
export function historyDocument(
  name: string,
  headings: readonly string[],
  rows: readonly HistoryRow[],
): SheetContent {
  const sheet = new SheetBuilder(HISTORY_FIELDS.map((field) => WIDTHS[field]));
  const table = sheet.table(
    headings,
    rows.map((row) => HISTORY_FIELDS.map((field) => historyCell(field, row))),
  );
  const month = HISTORY_FIELDS.indexOf("month");
  sheet.style({ numberFormat: HISTORY_MONTH_FORMAT }, table.first, month, 1, table.count);
  return sheet.build({
    name,
    frozenRows: 1,
    filter: sheet.areaOf(table),
    print: printed("portrait", table.heading),
  });
}
