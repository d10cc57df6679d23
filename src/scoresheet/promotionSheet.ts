import { compactText, normaliseText } from "../units";
import type { Month } from "../units";
import { errorOf, isBlank, isNotCalculated } from "../grid";
import type { Cell, Grid, SheetRef } from "../grid";
import { headingKey } from "./layout/headings";
import { nobodyIn } from "./records/notPeople";
import { BLANK } from "./cells/quantity";
import { readDate, readSheetMonth } from "./cells/readSheetMonth";
import { readName, readText, seenText } from "./cells/readText";
import type { CellOf, Person, Quantity, TextOf } from "./types";

/** The columns of the table 晋升流程 (rule S6), by the heading that they carry. */
export const PROMOTION_FIELDS = [
  "employeeId",
  "name",
  "target",
  "month",
  "item",
  "result",
  "figure",
  "handledBy",
  "date",
  "note",
] as const;
export type PromotionField = (typeof PROMOTION_FIELDS)[number];

/** What the sheet of attestations and steps is called, and how its headings are written; the first is ours. */
export const PROMOTION_SHEET = "晋升流程";
export const PROMOTION_HEADINGS: Readonly<Record<PromotionField, readonly string[]>> = {
  employeeId: ["工号", "员工编号", "编号", "员工ID", "ID"],
  name: ["姓名", "员工姓名", "客服姓名"],
  target: ["目标级别", "晋升级别", "拟任级别"],
  month: ["考核月", "考核月份", "评定月", "月份"],
  item: ["项目(条款号)", "项目", "条款号", "条款"],
  result: ["结果", "结论"],
  figure: ["得分/票数", "得分", "票数"],
  handledBy: ["经办人", "经办"],
  date: ["日期", "办理日期"],
  note: ["备注", "说明"],
};

export const STEP_RESULTS = ["passed", "failed", "pending"] as const;
export type StepResult = (typeof STEP_RESULTS)[number];

/** How results are written; the first is ours. */
export const PROMOTION_RESULTS: Readonly<Record<StepResult, readonly [string, ...string[]]>> = {
  passed: ["通过", "合格", "同意", "已完成"],
  failed: ["不通过", "未通过", "不合格", "不同意"],
  pending: ["待定", "待办", "进行中"],
};

const knownResults: ReadonlyMap<string, StepResult> = new Map(
  STEP_RESULTS.flatMap((result) =>
    PROMOTION_RESULTS[result].map((word) => [word, result] as const),
  ),
);

/** One attestation or step of one person's promotion, as a row of 晋升流程 records it. */
export interface PromotionRecord {
  readonly row: number;
  readonly employeeId: TextOf;
  readonly name: TextOf;
  /** As typed; the policy knows which level it is. */
  readonly target: TextOf;
  /** A row counts for this month only. */
  readonly month: CellOf<Month>;
  readonly item: TextOf;
  /** The clauses that the item names ("§4.2.A"), in its order. */
  readonly clauses: readonly string[];
  /** Null where the cell is blank or says something else. */
  readonly result: StepResult | null;
  readonly resultCell: TextOf;
  /** Votes or points, as typed. */
  readonly figure: TextOf;
  readonly handledBy: TextOf;
  readonly date: CellOf<Month>;
  readonly note: TextOf;
}

/** The table 晋升流程 as read. */
export interface PromotionSheet {
  readonly sheet: SheetRef;
  readonly headerRow: number;
  readonly columns: { readonly [field in PromotionField]?: number };
  readonly records: readonly PromotionRecord[];
}

const HEADER_ROWS = 20;
/** Without these a row says nothing of anybody's promotion. */
const LEAST: readonly PromotionField[] = ["target", "item"];

const known: ReadonlyMap<string, { readonly field: PromotionField; readonly rank: number }> =
  new Map(
    PROMOTION_FIELDS.flatMap((field) =>
      PROMOTION_HEADINGS[field].map((name, rank) => [headingKey(name), { field, rank }] as const),
    ),
  );

type Columns = { [field in PromotionField]?: number };

function columnsOf(cells: readonly Cell[], firstColumn: number): Columns {
  const columns: Columns = {};
  const ranks = new Map<PromotionField, number>();
  for (const [index, cell] of cells.entries()) {
    const found = typeof cell === "string" ? known.get(headingKey(cell)) : undefined;
    if (found === undefined || found.rank >= (ranks.get(found.field) ?? Infinity)) continue;
    columns[found.field] = firstColumn + index;
    ranks.set(found.field, found.rank);
  }
  return columns;
}

function findHeader(grid: Grid): { readonly index: number; readonly columns: Columns } | null {
  for (const [index, cells] of grid.rows.slice(0, HEADER_ROWS).entries()) {
    const columns = columnsOf(cells, grid.firstColumn);
    const hasWho = columns.employeeId !== undefined || columns.name !== undefined;
    if (hasWho && LEAST.every((field) => columns[field] !== undefined)) return { index, columns };
  }
  return null;
}

const CLAUSE = /§\s*([0-9A-Za-z.+]*[0-9A-Za-z+])/gu;
const BARE_CLAUSE = /^[0-9RWrw][0-9A-Za-z.+]*$/u;

/** The clauses named in an item, with their sign: "评选（§5.2b）" and "4.2.A" alike. */
export function clausesIn(item: string): readonly string[] {
  const text = normaliseText(item);
  if (BARE_CLAUSE.test(text)) return [`§${text}`];
  return [...text.matchAll(CLAUSE)].map(([, id = ""]) => `§${id}`);
}

const NO_TEXT: TextOf = { cell: null, text: "", seen: "", pending: false };
const NO_MONTH: CellOf<Month> = { cell: null, quantity: BLANK, seen: null, formula: false };

/**
 * Reads the attestations and steps of 晋升流程; null where the sheet has no such table. Rows without a
 * person or an item, sums and signatures are left out.
 */
export function readPromotionSheet(grid: Grid): PromotionSheet | null {
  const header = findHeader(grid);
  if (header === null) return null;
  const { columns } = header;
  const records: PromotionRecord[] = [];
  for (let index = header.index + 1; index < grid.rows.length; index += 1) {
    const row = grid.firstRow + index;
    const cells = grid.rows[index] ?? [];
    const cellOf = (field: PromotionField): Cell => {
      const column = columns[field];
      return column === undefined ? null : (cells[column - grid.firstColumn] ?? null);
    };
    const textOf = (field: PromotionField, read: (cell: Cell) => string = readText): TextOf => {
      const column = columns[field];
      if (column === undefined) return NO_TEXT;
      const cell = cellOf(field);
      const error = errorOf(cell);
      const pending = error !== undefined && isNotCalculated(error);
      return {
        cell: { sheet: grid.sheet, row, column },
        text: pending ? "" : read(cell),
        seen: seenText(cell),
        pending,
      };
    };
    const monthOf = (
      field: PromotionField,
      read: (cell: Cell) => Quantity<Month>,
    ): CellOf<Month> => {
      const column = columns[field];
      if (column === undefined) return NO_MONTH;
      const seen = cellOf(field);
      return {
        cell: { sheet: grid.sheet, row, column },
        quantity: read(seen),
        seen,
        formula: grid.isFormula(row, column),
      };
    };
    const employeeId = textOf("employeeId");
    const name = textOf("name", readName);
    if (employeeId.text === "" && name.text === "") continue;
    const nobody = nobodyIn(name.text) ?? nobodyIn(employeeId.text);
    if (nobody !== null || isBlank(cellOf("item"))) continue;
    const resultCell = textOf("result");
    const item = textOf("item");
    records.push({
      row,
      employeeId,
      name,
      target: textOf("target"),
      month: monthOf("month", readSheetMonth),
      item,
      clauses: clausesIn(item.text),
      result: knownResults.get(compactText(resultCell.text)) ?? null,
      resultCell,
      figure: textOf("figure"),
      handledBy: textOf("handledBy"),
      date: monthOf("date", (cell) => readDate(cell).month),
      note: textOf("note"),
    });
  }
  return { sheet: grid.sheet, headerRow: grid.firstRow + header.index, columns, records };
}

/**
 * The rows of 晋升流程 by person: by 工号, else by name. A row without 工号 belongs to somebody who has
 * one only where nobody else has the name.
 */
export function promotionRecordsOf(
  { records }: PromotionSheet,
  people: readonly Pick<Person, "employeeId" | "name">[],
): (person: Pick<Person, "employeeId" | "name">) => readonly PromotionRecord[] {
  const byId = new Map<string, PromotionRecord[]>();
  const byName = new Map<string, PromotionRecord[]>();
  for (const record of records) {
    const [map, key] =
      record.employeeId.text === "" ? [byName, record.name.text] : [byId, record.employeeId.text];
    const list = map.get(key);
    if (list === undefined) map.set(key, [record]);
    else list.push(record);
  }
  const names = new Map<string, number>();
  for (const { name } of people) names.set(name, (names.get(name) ?? 0) + 1);
  return ({ employeeId, name }) => {
    const named = name === "" ? [] : (byName.get(name) ?? []);
    if (employeeId === "") return named;
    const own = byId.get(employeeId) ?? [];
    return names.get(name) === 1 && named.length > 0 ? [...own, ...named] : own;
  };
}
