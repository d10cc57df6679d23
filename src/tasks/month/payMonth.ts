import type { SheetRef } from "../../grid";
import type { PayMonth } from "../../views";
import { payOf, type OpenedMonth } from "./openMonth";

/** The payroll of the open month and the sheet that it was worked out from. */
export interface PayData {
  readonly pay: PayMonth;
  readonly sheet: SheetRef;
}

/** The open month as the page of pay shows it. */
export async function readPayMonth(opened: OpenedMonth, signal?: AbortSignal): Promise<PayData> {
  return { pay: await payOf(opened, { signal }), sheet: opened.found.sheet };
}
