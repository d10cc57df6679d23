import type { Area, SheetRef } from "../../grid";
import type { Who } from "../../scoresheet";
import type { MonthReport } from "../../views";
import type { Gateway, SheetSummary } from "../gateway";
import type { LiveMonth } from "./liveMonth";
import type { NotRead } from "./notRead";
import { openMonth, reportOf, type OpenedMonth } from "./openMonth";
import type { NoSheet, ReadArea, ReadTogether, ValidateOptions } from "./readScoreSheet";

/** A month with everything that validating says of it. */
export interface MonthValidation {
  readonly kind: "month";
  readonly opened: OpenedMonth;
  readonly report: MonthReport;
  readonly sheet: SheetRef;
  readonly sheets: readonly SheetSummary[];
  /** The range that was read. */
  readonly area: Area;
  /** The same month for following edits; null where it cannot be followed. */
  readonly live: LiveMonth | null;
  /** The ranges of the sheets of other months that were read with it. */
  readonly months: readonly ReadArea[];
  readonly together: ReadTogether;
  readonly notRead: NotRead;
  /** Of whom HR has said that they left. */
  readonly left: readonly Who[];
}

/** What validating came to: a report, or why there is none. */
export type Validation = MonthValidation | NoSheet;

/** What validating says of an opened month. */
export async function validationOf(
  opened: OpenedMonth,
  options: Pick<ValidateOptions, "signal" | "onProgress"> = {},
): Promise<MonthValidation> {
  const { sheet, sheets, area, months, together, notRead, left } = opened.found;
  const report = await reportOf(opened, options);
  const { live } = opened;
  return {
    kind: "month",
    opened,
    report,
    sheet,
    sheets,
    area,
    live,
    months,
    together,
    notRead,
    left,
  };
}

/**
 * "校验当月": finds the score sheet, reads it and judges its month. Only reads; in slices, so that the
 * page stays responsive. Throws what the gateway throws, and what the signal throws.
 */
export async function validateSheet(options: ValidateOptions): Promise<Validation> {
  const opened = await openMonth(options);
  return opened.kind === "opened" ? validationOf(opened, options) : opened;
}

/** Excel would have to be asked for what costs its undo. */
class UndoAtStake extends Error {}

/**
 * The same sheet read again silently, for following edits. Null where it is no score sheet any more,
 * and where Excel would have to be asked for merged cells: that would cost HR what Excel can undo.
 */
export async function openQuietly(
  options: ValidateOptions,
  sheet: SheetRef,
): Promise<OpenedMonth | null> {
  const gateway: Gateway = {
    ...options.gateway,
    findMerged: () => Promise.reject(new UndoAtStake()),
  };
  const sheets = await gateway.listSheets();
  if (!sheets.some(({ id }) => id === sheet.id)) return null;
  try {
    const quiet = { ...options, gateway, sheetId: sheet.id, onProgress: undefined };
    const opened = await openMonth(quiet);
    return opened.kind === "opened" ? opened : null;
  } catch (error) {
    if (error instanceof UndoAtStake) return null;
    throw error;
  }
}
