import { payCheckDocument, type PayCheckChoices } from "../../documents";
import { isDifferent } from "../../views";
import type { Language } from "../../wording";
import type { Gateway, WriteOptions, WrittenSheet } from "../gateway";
import type { PayData } from "../month/payMonth";

/** "写出核对表": writes typed pay beside the policy as a sheet of its own, or refreshes it; HR's sheets stay as they are. */
export function writePayCheck(
  gateway: Pick<Gateway, "writeSheet">,
  data: Pick<PayData, "pay" | "sheet">,
  language: Language,
  choices: PayCheckChoices,
  options: WriteOptions = {},
): Promise<WrittenSheet> {
  const { lines } = data.pay.check;
  const written = choices.onlyDifferent ? lines.filter(isDifferent) : lines;
  return gateway.writeSheet(payCheckDocument(data, written, language, choices), options);
}
