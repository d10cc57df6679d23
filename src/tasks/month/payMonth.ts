import { payMonth, type PayMonth } from "../../views";
import type { SheetRef } from "../../grid";
import { runInSlices } from "../run/slices";
import { judgeSheet } from "./judgeSheet";
import {
  readScoreSheet,
  type SheetRead,
  type ValidateOptions,
  type NoSheet,
} from "./readScoreSheet";

/** The payroll of the open month and the sheet that it was worked out from. */
export interface PayRead {
  readonly kind: "pay";
  readonly pay: PayMonth;
  readonly sheet: SheetRef;
  readonly sheets: SheetRead["sheets"];
}

/** Reads the score sheet and works out the payroll of its month; in slices. Only reads. */
export async function readPayMonth(options: ValidateOptions): Promise<PayRead | NoSheet> {
  const { policy, today, signal, onProgress } = options;
  if (policy.kind === "unreadable") return { kind: "policyUnreadable", why: policy.why };
  const found = await readScoreSheet(options);
  if (found.kind !== "sheet") return found;
  const { sheet, sheets } = found;
  const judged = await judgeSheet(
    found,
    { book: policy.book, today, month: options.month },
    {
      signal,
      onPause: ({ done, total }) => onProgress?.({ stage: "checking", done, of: total }),
    },
  );
  const pay = await runInSlices(payMonth(judged), { signal });
  return { kind: "pay", pay, sheet, sheets };
}
