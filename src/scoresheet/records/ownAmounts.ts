import { fen } from "../../units";
import { isBlank } from "../../grid";
import type { Cell, Grid } from "../../grid";
import { readMoney } from "../cells/readMoney";
import { seenText } from "../cells/readText";
import type { OwnAmount, OwnAmounts, SheetField, SheetLayout } from "../types";
import { grossTerms, type GrossTerms } from "./grossFormula";

// What gross pay holds beside the policy's parts: allowances and deductions of the department's own (rule S5.2).

/** Columns that the policy has a rule for. */
const PARTS: readonly SheetField[] = ["basePaid", "commissionPaid", "performancePaid", "extra"];
/** Columns beside pay that are no amounts of it. */
export const NO_AMOUNT =
  /(?:天数?|次数?|小时|工时|人数|比例|比率|率|系数|分数?|得分|等级|%)$|日期|时间/u;
const DEDUCTION = /扣|罚|社保|公积金|个税|所得税|保险|借支|缺勤|迟到|deduct|fine|tax|insurance/iu;

const NONE: OwnAmounts = { amounts: [], by: "none" };

type Row = readonly Cell[];

/** Reads what the gross of a row adds beside the policy's parts. */
export class OwnAmountsReader {
  readonly #gross: number | undefined;
  readonly #parts: ReadonlySet<number>;
  readonly #between: readonly number[];

  readonly #grid: Grid;
  readonly #layout: SheetLayout;

  constructor(grid: Grid, layout: SheetLayout) {
    this.#grid = grid;
    this.#layout = layout;
    const { columns } = layout;
    this.#gross = columns.grossPaid?.column;
    const parts = PARTS.flatMap((field) => columns[field]?.column ?? []);
    this.#parts = new Set(parts);
    this.#between = this.#gross === undefined ? [] : betweenOf(layout, parts, this.#gross);
  }

  read(row: number, cells: Row): OwnAmounts {
    if (this.#gross === undefined) return NONE;
    const formula = this.#grid.formulaText?.(row, this.#gross);
    if (formula === undefined) return { amounts: this.#byPlace(cells), by: "place" };
    const terms = grossTerms(formula, { row, columnOf: this.#columnOf });
    return terms === null
      ? { amounts: this.#byPlace(cells), by: "unknown" }
      : { amounts: this.#byFormula(terms, cells), by: "formula" };
  }

  readonly #columnOf = (heading: string): number | undefined => {
    const { headerRow } = this.#layout;
    const { rows, firstRow, firstColumn } = this.#grid;
    const index = (rows[headerRow - firstRow] ?? []).findIndex(
      (cell) => seenText(cell).replace(/\s+/gu, "") === heading,
    );
    return index < 0 ? undefined : firstColumn + index;
  };

  #byFormula(terms: GrossTerms, cells: Row): readonly OwnAmount[] {
    return [...terms].flatMap(([column, times]) =>
      this.#parts.has(column) ? [] : this.#amountAt(cells, column, times),
    );
  }

  #byPlace(cells: Row): readonly OwnAmount[] {
    return this.#between.flatMap((column) => {
      const [own] = this.#amountAt(cells, column, 1);
      if (own === undefined) return [];
      // Typed as −50 or as 50: a deduction is taken off either way.
      const deducts = DEDUCTION.test(own.heading);
      return [deducts ? { ...own, amount: fen(-Math.abs(own.amount)) } : own];
    });
  }

  #amountAt(cells: Row, column: number, times: number): readonly OwnAmount[] {
    const cell = cells[column - this.#grid.firstColumn] ?? null;
    const quantity = isBlank(cell) ? null : readMoney(cell);
    if (quantity?.kind !== "value" || quantity.value === 0) return [];
    const amount = fen(quantity.value * times);
    return [{ column, heading: this.#headingOf(column), amount }];
  }

  #headingOf(column: number): string {
    const { unused, columns } = this.#layout;
    const known = Object.values(columns).find((found) => found.column === column);
    return known?.heading ?? unused.find((one) => one.column === column)?.lines.at(-1) ?? "";
  }
}

/** The department's own columns between the first part of the pay and the gross, where it is typed by hand. */
function betweenOf(
  { unused, columns }: SheetLayout,
  parts: readonly number[],
  gross: number,
): readonly number[] {
  if (parts.length === 0) return [];
  const first = Math.min(...parts);
  const fines = columns.finesPaid?.column;
  return [
    ...unused.flatMap(({ column, lines }) =>
      lines.length === 0 || NO_AMOUNT.test(lines.join("")) ? [] : [column],
    ),
    ...(fines === undefined ? [] : [fines]),
  ].filter((column) => column > first && column < gross);
}
