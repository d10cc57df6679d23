import type { CellLook, SheetContent, WrittenCell } from "../../grid";
import type { EffectivePolicy, Level, PathStep } from "../../policy";
import { promotionFile, type PersonRef } from "../../views";
import {
  PROMOTION_FIELDS,
  PROMOTION_HEADINGS,
  PROMOTION_SHEET,
  promotionRecordsOf,
  type Person,
  type PromotionField,
  type StepResult,
} from "../../scoresheet";
import { formatMonth, type Month } from "../../units";
import { sayStep } from "../../wording";
import type { Gateway, SheetSummary, WrittenSheet } from "../gateway";
import { readPromotionTable, type PromotionTable } from "../month/promotionTable";
import { HEADING_LOOK } from "../documents/sheetStyles";

/** What came of a step, to be kept in 晋升流程. */
export interface StepEntry {
  readonly person: PersonRef;
  readonly target: Level;
  readonly month: Month;
  /** All steps of the way, and which of them it is. */
  readonly steps: readonly PathStep[];
  readonly index: number;
  readonly result: StepResult;
  readonly handledBy: string;
  /** "2025-06-30". */
  readonly date: string;
  /** Null leaves what stands there. */
  readonly figure: string | null;
  readonly note: string | null;
}

export type StepRecorded =
  | { readonly kind: "recorded"; readonly created: boolean }
  /** HR's table has no such column, without which a row would not count. */
  | { readonly kind: "lacksColumn"; readonly heading: string };

/** The words of the table, in the policy's language. */
const RESULT_WORDS: Readonly<Record<StepResult, string>> = {
  passed: "通过",
  failed: "不通过",
  pending: "待定",
};

const NEEDED: readonly PromotionField[] = ["target", "month", "item", "result"];
/** They tell whose row it is and what of. */
const IDENTIFYING: readonly PromotionField[] = ["employeeId", "name", "target", "month", "item"];

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
/** Rows that the lists of words and the hints are laid over. */
const PREPARED_ROWS = 1_000;
const PLAIN_TEXT: CellLook = { numberFormat: "@" };

type Texts = { readonly [field in PromotionField]?: string };

function textsOf(entry: StepEntry, isNew: boolean): Texts {
  const { person, target, month, steps, index, result, handledBy, date, figure, note } = entry;
  const step = steps[index];
  return {
    ...(isNew && step !== undefined
      ? {
          employeeId: person.employeeId,
          name: person.name,
          target: target.name.zh,
          month: formatMonth(month),
          item: sayStep(step, "zh"),
        }
      : {}),
    result: RESULT_WORDS[result],
    date,
    ...(handledBy === "" ? {} : { handledBy }),
    ...(figure === null ? {} : { figure }),
    ...(note === null ? {} : { note }),
  };
}

const cellOf = (said: string): WrittenCell => (said === "" ? null : { text: said });

/** The table 晋升流程, with a first row where there is one; HR's own from then on. */
export function promotionTableContent(
  { levels }: EffectivePolicy,
  first: Texts | null,
  taken: boolean,
): SheetContent {
  const columns = PROMOTION_FIELDS.length;
  const column = (field: PromotionField): number => PROMOTION_FIELDS.indexOf(field);
  const body = (field: PromotionField) => ({
    row: 1,
    column: column(field),
    rows: PREPARED_ROWS,
    columns: 1,
  });
  const headings = PROMOTION_FIELDS.map((field) => cellOf(PROMOTION_HEADINGS[field][0] ?? ""));
  const row = PROMOTION_FIELDS.map((field) => cellOf(first?.[field] ?? ""));
  return {
    name: PROMOTION_SHEET,
    tag: null,
    rows: [headings, row],
    looks: [
      { look: HEADING_LOOK, areas: [{ row: 0, column: 0, rows: 1, columns }] },
      // Votes such as 8/9 would become dates, and 工号 would lose zeros.
      { look: PLAIN_TEXT, areas: [body("employeeId"), body("figure")] },
    ],
    columnWidths: PROMOTION_FIELDS.map((field) => WIDTHS[field]),
    frozenRows: 1,
    filter: null,
    print: { orientation: "landscape", titleRows: { first: 0, last: 0 }, breaksBefore: [] },
    lists: [
      { area: body("result"), words: Object.values(RESULT_WORDS) },
      { area: body("target"), words: levels.slice(1).map(({ name }) => name.zh) },
    ],
    hints: [],
    table: {
      name: taken ? `${PROMOTION_SHEET}_2` : PROMOTION_SHEET,
      area: { row: 0, column: 0, rows: 2, columns },
    },
    charts: [],
  };
}

type TableGateway = Pick<Gateway, "listSheets" | "readSheet" | "writeSheet" | "writeRow">;

const isTaken = (sheets: readonly SheetSummary[]): boolean =>
  sheets.some(({ name }) => name === PROMOTION_SHEET);

/** Makes the table 晋升流程, unless the workbook has it. */
export async function createPromotionTable(
  gateway: TableGateway,
  policy: EffectivePolicy,
): Promise<WrittenSheet | null> {
  const sheets = await gateway.listSheets();
  if ((await readPromotionTable(gateway, sheets)) !== null) return null;
  return gateway.writeSheet(promotionTableContent(policy, null, isTaken(sheets)));
}

/** The first row of a table without any, where it is blank: the one that Excel keeps in every table. */
function blankFirstRow({ read, grid }: PromotionTable): number | null {
  const next = read.headerRow + 1;
  const isLast = next >= grid.firstRow + grid.rows.length;
  return read.records.length === 0 && isLast ? next : null;
}

/**
 * Keeps what came of a step: in the row of 晋升流程 that speaks of it, else in a new one; makes the table
 * where the workbook has none. Reads the table first, since HR may have sorted or changed it meanwhile;
 * one request writes, and no other row is touched.
 */
export async function recordStep(
  gateway: TableGateway,
  policy: EffectivePolicy,
  people: readonly Pick<Person, "employeeId" | "name">[],
  entry: StepEntry,
): Promise<StepRecorded> {
  const sheets = await gateway.listSheets();
  const table = await readPromotionTable(gateway, sheets);
  if (table === null) {
    await gateway.writeSheet(promotionTableContent(policy, textsOf(entry, true), isTaken(sheets)));
    return { kind: "recorded", created: true };
  }
  const { read, grid, sheet } = table;
  const missing = NEEDED.find((field) => read.columns[field] === undefined);
  if (missing !== undefined)
    return { kind: "lacksColumn", heading: PROMOTION_HEADINGS[missing][0] ?? "" };
  const records = promotionRecordsOf(read, people)(entry.person);
  const file = promotionFile(entry.steps, records, entry.target, entry.month, policy);
  const known = file.steps[entry.index]?.record?.row ?? null;
  const blank = known === null ? blankFirstRow(table) : null;
  const texts = textsOf(entry, known === null);
  const seen = (row: number, column: number): string => {
    const cell = grid.rows[row - grid.firstRow]?.[column - grid.firstColumn] ?? "";
    return typeof cell === "object" ? cell.error : String(cell);
  };
  const columns = PROMOTION_FIELDS.flatMap((field) => {
    const column = read.columns[field];
    return column === undefined ? [] : [{ field, column }];
  });
  const row = known ?? blank;
  await gateway.writeRow(sheet, {
    headerRow: read.headerRow,
    headings: columns.map(({ column }) => ({ column, text: seen(read.headerRow, column) })),
    row,
    expected:
      row === null
        ? []
        : columns
            .filter(({ field }) => IDENTIFYING.includes(field))
            .map(({ column }) => ({ column, text: seen(row, column) })),
    cells: columns.flatMap(({ field, column }) => {
      const said = texts[field];
      return said === undefined ? [] : [{ column, cell: cellOf(said) }];
    }),
  });
  return { kind: "recorded", created: false };
}
