import { payslipDocument, type PayslipChoices } from "../../documents";
import { sayPaySheetName, type Language } from "../../wording";
import type { Gateway, WriteOptions, WrittenSheet } from "../gateway";
import type { PayData } from "../month/payMonth";
import { readAdjustments } from "./payAdjustments";
import { readOwnPay } from "./readOwnPay";

/** "写出工资表": writes the month's payslips, or refreshes those there are and keeps HR's adjustments. */
export async function writePayslips(
  gateway: Pick<Gateway, "listSheets" | "readSheet" | "readAreas" | "writeSheet">,
  data: Pick<PayData, "pay" | "sheet">,
  language: Language,
  choices: PayslipChoices,
  options: WriteOptions = {},
): Promise<WrittenSheet> {
  const { signal } = options;
  const kept = await readAdjustments(
    gateway,
    { name: sayPaySheetName(data.pay), language },
    { signal },
  );
  const own = await readOwnPay(gateway, data.pay, { formulas: choices.formulas, signal });
  return gateway.writeSheet(payslipDocument({ ...data, own }, kept, language, choices), options);
}
