import type { CellStyle, SheetContent } from "../grid";
import type { Level } from "../policy";
import type { PromotionField } from "../scoresheet";
import { printed, SheetBuilder, text } from "./builder";

const WIDTHS: Readonly<Record<PromotionField, number>> = {
  employeeId: 10,
  name: 12,
  target: 14,
  month: 10,
  item: 34,
  result: 10,
  figure: 12,
  handledBy: 12,
  date: 12,
  note: 30,
};
/** Rows that the lists of words are laid over. */
const PREPARED_ROWS = 1_000;
const PLAIN_TEXT: CellStyle = { numberFormat: "@" };

/** What is written into a row, by the column's field. */
export type PromotionTexts = { readonly [field in PromotionField]?: string };

interface PromotionTable {
  /** The sheet's, and that of the table of Excel's in it. */
  readonly name: string;
  readonly tableName: string;
  readonly columns: readonly { readonly field: PromotionField; readonly heading: string }[];
  /** What may stand below `result`. */
  readonly results: readonly string[];
  readonly levels: readonly Level[];
  /** The first row, where there is one. */
  readonly row: PromotionTexts | null;
}

/** The table 晋升流程; HR's own from then on. */
export function promotionTableDocument(wanted: PromotionTable): SheetContent {
  const { name, tableName, columns, results, levels, row } = wanted;
  const body = (field: PromotionField) => ({
    row: 1,
    column: columns.findIndex((column) => column.field === field),
    rows: PREPARED_ROWS,
    columns: 1,
  });
  const sheet = new SheetBuilder(columns.map(({ field }) => WIDTHS[field]));
  const table = sheet.table(
    columns.map(({ heading }) => heading),
    [columns.map(({ field }) => text(row?.[field] ?? ""))],
  );
  // Votes such as 8/9 would become dates, and 工号 would lose zeros.
  sheet.cover(PLAIN_TEXT, [body("employeeId"), body("figure")]);
  return sheet.build({
    name,
    frozenRows: 1,
    print: printed("landscape", table.heading),
    lists: [
      { area: body("result"), words: results },
      { area: body("target"), words: levels.slice(1).map((level) => level.name.zh) },
    ],
    table: { name: tableName, area: sheet.areaOf(table) },
  });
}
