import type { SheetRef } from "../../grid";
import type { LayoutProblem, SheetLayout } from "../../scoresheet";
import type { PayMonth } from "../../views";
import { payOf, type OpenedMonth } from "./openMonth";

/** The payroll of the open month and the sheet that it was worked out from. */
export interface PayData {
  readonly pay: PayMonth;
  readonly sheet: SheetRef;
  /** Whether the sheet has months, or one for all, whose year or number is not known yet: HR is asked. */
  readonly monthAsked: boolean;
}

const OF_MONTHS: ReadonlySet<LayoutProblem["code"]> = new Set([
  "monthWithoutYear",
  "monthUnreadable",
  "monthContradicts",
]);

function asksMonth({ problems }: SheetLayout): boolean {
  return problems.some(
    (problem) =>
      OF_MONTHS.has(problem.code) ||
      (problem.code === "columnMissing" && problem.field === "month"),
  );
}

/** The open month as the page of pay shows it. */
export async function readPayMonth(opened: OpenedMonth, signal?: AbortSignal): Promise<PayData> {
  const { sheet, records } = opened.found;
  return { pay: await payOf(opened, { signal }), sheet, monthAsked: asksMonth(records.layout) };
}
