import { promotionTableDocument, type PromotionTexts } from "../../documents";
import type { SheetContent, WrittenCell } from "../../grid";
import type { EffectivePolicy, Level, PathStep } from "../../policy";
import { promotionFile, type PersonRef } from "../../views";
import {
  PROMOTION_FIELDS,
  PROMOTION_HEADINGS,
  PROMOTION_RESULTS,
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

const NEEDED: readonly PromotionField[] = ["target", "month", "item", "result"];
/** They tell whose row it is and what of. */
const IDENTIFYING: readonly PromotionField[] = ["employeeId", "name", "target", "month", "item"];

function textsOf(entry: StepEntry, isNew: boolean): PromotionTexts {
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
    result: PROMOTION_RESULTS[result][0],
    date,
    ...(handledBy === "" ? {} : { handledBy }),
    ...(figure === null ? {} : { figure }),
    ...(note === null ? {} : { note }),
  };
}

const cellOf = (said: string): WrittenCell => (said === "" ? null : { text: said });

function tableContent(
  { levels }: EffectivePolicy,
  row: PromotionTexts | null,
  sheets: readonly SheetSummary[],
): SheetContent {
  const isTaken = sheets.some(({ name }) => name === PROMOTION_SHEET);
  return promotionTableDocument({
    name: PROMOTION_SHEET,
    tableName: isTaken ? `${PROMOTION_SHEET}_2` : PROMOTION_SHEET,
    columns: PROMOTION_FIELDS.map((field) => ({
      field,
      heading: PROMOTION_HEADINGS[field][0] ?? "",
    })),
    results: Object.values(PROMOTION_RESULTS).map(([ours]) => ours),
    levels,
    row,
  });
}

type TableGateway = Pick<Gateway, "listSheets" | "readSheet" | "writeSheet" | "writeRow">;

/** Makes the table 晋升流程, unless the workbook has it. */
export async function createPromotionTable(
  gateway: TableGateway,
  policy: EffectivePolicy,
): Promise<WrittenSheet | null> {
  const sheets = await gateway.listSheets();
  if ((await readPromotionTable(gateway, sheets)) !== null) return null;
  return gateway.writeSheet(tableContent(policy, null, sheets));
}

/** The first row of a table without any, where it is blank: the one that Excel keeps in every table. */
function blankFirstRow({ promotions, grid }: PromotionTable): number | null {
  const next = promotions.headerRow + 1;
  const isLast = next >= grid.firstRow + grid.rows.length;
  return promotions.records.length === 0 && isLast ? next : null;
}

/**
 * Keeps what came of a step: in the row of 晋升流程 that is about it, else in a new one; makes the table
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
    await gateway.writeSheet(tableContent(policy, textsOf(entry, true), sheets));
    return { kind: "recorded", created: true };
  }
  const { promotions, grid, sheet } = table;
  const missing = NEEDED.find((field) => promotions.columns[field] === undefined);
  if (missing !== undefined)
    return { kind: "lacksColumn", heading: PROMOTION_HEADINGS[missing][0] ?? "" };
  const records = promotionRecordsOf(promotions, people)(entry.person);
  const file = promotionFile(entry.steps, records, entry.target, entry.month, policy);
  const known = file.steps[entry.index]?.record?.row ?? null;
  const blank = known === null ? blankFirstRow(table) : null;
  const texts = textsOf(entry, known === null);
  const seen = (row: number, column: number): string => {
    const cell = grid.rows[row - grid.firstRow]?.[column - grid.firstColumn] ?? "";
    return typeof cell === "object" ? cell.error : String(cell);
  };
  const columns = PROMOTION_FIELDS.flatMap((field) => {
    const column = promotions.columns[field];
    return column === undefined ? [] : [{ field, column }];
  });
  const row = known ?? blank;
  await gateway.writeRow(sheet, {
    headerRow: promotions.headerRow,
    headings: columns.map(({ column }) => ({ column, text: seen(promotions.headerRow, column) })),
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
