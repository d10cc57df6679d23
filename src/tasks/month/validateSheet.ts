import type { Area, SheetRef } from "../../grid";
import type { Who } from "../../scoresheet";
import { checkMonth, ReportMemory, type MonthReport } from "../../views";
import { GatewayError, type Gateway, type SheetSummary } from "../gateway";
import { runInSlices } from "../run/slices";
import { monthInputOf } from "./judgeSheet";
import { LIVE_ROWS, LiveMonth } from "./liveMonth";
import type { NotRead } from "./notRead";
import {
  readScoreSheet,
  tellChecked,
  type NoSheet,
  type ReadArea,
  type ReadTogether,
  type ValidateOptions,
} from "./readScoreSheet";

export interface MonthValidation {
  readonly kind: "month";
  readonly report: MonthReport;
  readonly sheet: SheetRef;
  readonly sheets: readonly SheetSummary[];
  /** The range that was read. */
  readonly read: Area;
  /** The same month for following edits; null where the sheet is too large for it. */
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

/**
 * "校验当月": finds the score sheet, reads it and judges its month. Only reads; in slices, so that the
 * page stays fluent. Throws what the gateway throws, "cancelled" when the signal says so.
 */
export async function validateSheet(options: ValidateOptions): Promise<Validation> {
  const { policy, today, signal, onProgress } = options;
  if (policy.kind === "unreadable") return { kind: "policyUnreadable", why: policy.why };
  const found = await readScoreSheet(options);
  if (found.kind !== "sheet") return found;
  const { records, sheet, sheets, read, source, months, together, notRead, left } = found;
  const input = await monthInputOf(found, { book: policy.book, today, month: options.month });
  // What is kept of a large sheet would weigh more than following it is worth.
  const memory = read.rows > LIVE_ROWS ? null : new ReportMemory();
  const report = await runInSlices(checkMonth(input, memory), {
    signal,
    onPause: tellChecked(onProgress, read.rows),
  });
  const live =
    memory === null || source === null
      ? null
      : new LiveMonth({ ...source, sheet: records, input, memory });
  return { kind: "month", report, sheet, sheets, read, live, months, together, notRead, left };
}

/**
 * The same sheet validated anew without a word, for following edits. Null where it is no score sheet any more,
 * and where Excel would have to be asked for merged cells: that would cost HR what Excel can undo.
 */
export async function validateQuietly(
  options: ValidateOptions,
  sheet: SheetRef,
): Promise<MonthValidation | null> {
  let undoAtStake = false;
  const gateway: Gateway = {
    ...options.gateway,
    findMerged: () => {
      undoAtStake = true;
      return Promise.reject(new GatewayError("cancelled"));
    },
  };
  const sheets = await gateway.listSheets();
  if (!sheets.some(({ id }) => id === sheet.id)) return null;
  try {
    const validation = await validateSheet({
      ...options,
      gateway,
      sheetId: sheet.id,
      onProgress: undefined,
    });
    return validation.kind === "month" ? validation : null;
  } catch (error) {
    if (undoAtStake) return null;
    throw error;
  }
}
