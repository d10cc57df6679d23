import type { SheetContent, WrittenCell } from "../grid";
import type { EffectivePolicy } from "../policy";
import { addMonths, serialFromDate, type Month } from "../units";
import { sayNewScoreSheet, type Language, type NewSheetField } from "../wording";
import { printed, SheetBuilder } from "./builder";

/** Rows that are prepared for entries: a department of forty, two years long. */
const PREPARED_ROWS = 1_000;
/** Excel's longest list of words in a validation, commas included. */
const LIST_LIMIT = 255;

const WIDTHS: Readonly<Record<NewSheetField, number>> = {
  employeeId: 10,
  name: 12,
  month: 10,
  level: 14,
  score: 10,
  sales: 12,
  extra: 10,
  complaints: 10,
  leaves: 10,
  hired: 12,
  note: 24,
};

const FORMATS: { readonly [field in NewSheetField]?: string } = {
  month: "yyyy-mm",
  sales: "#,##0.00",
  extra: "#,##0.00",
  hired: "yyyy-mm-dd",
};

/** Scores and sales of the example rows; months up to the current one, the newest last. */
const EXAMPLE_MONTHS: readonly { readonly score: number; readonly sales: number }[] = [
  { score: 86, sales: 31_200 },
  { score: 88.5, sales: 28_640.5 },
  { score: 92, sales: 40_300 },
];

function exampleRows(
  policy: EffectivePolicy,
  fields: readonly NewSheetField[],
  names: readonly string[],
  today: Month,
): WrittenCell[][] {
  return names.flatMap((name, person) =>
    EXAMPLE_MONTHS.map(({ score, sales }, index) => {
      const month = addMonths(today, index - EXAMPLE_MONTHS.length);
      const level = policy.levels[Math.min(person + 1, policy.levels.length - 1)];
      const cells: { readonly [field in NewSheetField]?: WrittenCell } = {
        employeeId: { text: String(9001 + person) },
        name: { text: name },
        month: { number: serialFromDate({ month, day: 1 }) },
        level: level === undefined ? null : { text: level.name.zh },
        score: { number: score },
        sales: { number: sales },
        extra: { number: 0 },
        complaints: { number: 0 },
        leaves: { number: 0 },
      };
      return fields.map((field) => cells[field] ?? null);
    }),
  );
}

/** A blank long score sheet as the add-in reads it best; HR's own from then on. */
export function newScoreDocument(
  policy: EffectivePolicy,
  today: Month,
  language: Language,
  { examples }: { readonly examples: boolean },
): SheetContent {
  const said = sayNewScoreSheet(policy, language);
  const fields = said.columns.map(({ field }) => field);
  const body = (column: number) => ({ row: 1, column, rows: PREPARED_ROWS, columns: 1 });
  const levels = policy.levels.map(({ name }) => name.zh);
  const listable =
    levels.join(",").length <= LIST_LIMIT && levels.every((name) => !name.includes(","));
  const sheet = new SheetBuilder(fields.map((field) => WIDTHS[field]));
  const { heading } = sheet.table(
    said.columns.map((column) => column.heading),
    examples ? exampleRows(policy, fields, said.examples, today) : [],
  );
  fields.forEach((field, column) => {
    const numberFormat = FORMATS[field];
    if (numberFormat !== undefined) sheet.cover({ numberFormat }, [body(column)]);
  });
  return sheet.build({
    name: said.name,
    frozenRows: 1,
    print: printed("portrait", heading),
    lists: listable ? [{ area: body(fields.indexOf("level")), words: levels }] : [],
    hints: said.columns.map((column, at) => ({
      area: { row: heading, column: at, rows: 1, columns: 1 },
      title: column.heading,
      text: column.hint,
    })),
  });
}
