import { payStripDocument } from "../../documents";
import { sayPaySheetName, type Language } from "../../wording";
import type { Gateway, WriteOptions, WrittenSheet } from "../gateway";
import type { PayData } from "../month/payMonth";
import { readAdjustments } from "./payAdjustments";
import { readOwnPay } from "./readOwnPay";

/**
 * "写出工资条": the payroll as strips to cut, one for each person who is paid, with the adjustments of the payslips where
 * they were written; refreshes the sheet there is.
 */
export async function writePayStrips(
  gateway: Pick<Gateway, "listSheets" | "readSheet" | "readAreas" | "writeSheet">,
  data: Pick<PayData, "pay" | "sheet">,
  language: Language,
  { formulas }: { readonly formulas: boolean },
  options: WriteOptions = {},
): Promise<WrittenSheet> {
  const { signal } = options;
  const kept = await readAdjustments(
    gateway,
    { name: sayPaySheetName(data.pay), language },
    { signal },
  );
  const own = await readOwnPay(gateway, data.pay, { formulas, signal });
  const content = payStripDocument({ ...data, own }, kept, language, { formulas });
  return gateway.writeSheet(content, options);
}
