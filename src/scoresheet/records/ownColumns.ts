import { cellText, isBlank, type Cell } from "../../grid";
import { yuanFromFen } from "../../units";
import { readMoney } from "../cells/readMoney";
import type { SheetField, SheetLayout, SheetRecord } from "../types";
import { NO_AMOUNT } from "./ownAmounts";

// The columns of a pay table that are the department's own: carried through as they stand (rule S5.2).

/** An amount column that the policy has no rule for. */
export interface OwnColumn {
  readonly column: number;
  readonly heading: string;
  /** Whether it is one that the policy's payroll has, too, as the sheet has it typed. */
  readonly known: "gross" | "fines" | "net" | null;
}

const PARTS: readonly SheetField[] = ["basePaid", "commissionPaid", "performancePaid", "grossPaid"];
/** Numbers that are no amounts, whatever stands below. */
const NO_PAY = /[账帐卡]号|账户|电话|手机|身份证|证件|编号|序号|工号|开户|account|phone|card/iu;

/**
 * The columns that may hold amounts of the department's own: those behind the first part of the pay that mean nothing
 * to the product, what the sheet's gross takes in, and its gross, fines and net pay; in the order of the sheet. None
 * on a sheet without pay, on one whose pay is that of the policy alone, and on a wide one, whose columns belong to no
 * month.
 */
export function ownColumns(
  layout: SheetLayout,
  records: readonly SheetRecord[],
): readonly OwnColumn[] {
  const { columns, unused, kind } = layout;
  const parts = PARTS.flatMap((field) => columns[field]?.column ?? []);
  if (kind === "wide" || parts.length === 0) return [];
  const first = Math.min(...parts);
  const found = new Map<number, OwnColumn>();
  const add = (column: number, heading: string, known: OwnColumn["known"] = null): void =>
    void found.set(column, { column, heading, known });
  for (const { column, lines } of unused) {
    const heading = lines.join("");
    if (column > first && !NO_AMOUNT.test(heading) && !NO_PAY.test(heading))
      add(column, lines.at(-1) ?? "");
  }
  for (const { ownPay } of records)
    for (const { column, heading } of ownPay.amounts) if (!found.has(column)) add(column, heading);
  const { grossPaid, finesPaid, netPaid } = columns;
  // The gross of a sheet that adds nothing of its own says nothing that is not there already.
  if (found.size === 0 && netPaid === undefined) return [];
  if (grossPaid !== undefined) add(grossPaid.column, grossPaid.heading, "gross");
  if (finesPaid !== undefined) add(finesPaid.column, finesPaid.heading, "fines");
  if (netPaid !== undefined) add(netPaid.column, netPaid.heading, "net");
  return [...found.values()].sort((one, other) => one.column - other.column);
}

/** A cell of such a column as it is carried along: an amount in yuan, else what it says; null where it is blank. */
export function ownAmountOf(cell: Cell): number | string | null {
  if (isBlank(cell)) return null;
  if (typeof cell === "number") return cell;
  const quantity = readMoney(cell);
  return quantity.kind === "value" ? yuanFromFen(quantity.value) : cellText(cell);
}

/** Whether what stands in a column are amounts: numbers in at least half of what is not blank. */
export function holdsAmounts(cells: readonly Cell[]): boolean {
  const said = cells.map(ownAmountOf).filter((cell) => cell !== null);
  const amounts = said.filter((cell) => typeof cell === "number");
  return amounts.length > 0 && amounts.length * 2 >= said.length;
}
