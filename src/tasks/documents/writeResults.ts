import { resultDocument } from "../../documents";
import type { SheetRef } from "../../grid";
import type { MonthReport } from "../../views";
import { sayResultsSheet, type Language } from "../../wording";
import type { Gateway, WriteOptions, WrittenSheet } from "../gateway";

/** "写出校验结果": writes the findings of a validation as a sheet, or refreshes the one there is. */
export function writeResults(
  gateway: Pick<Gateway, "writeSheet">,
  report: MonthReport,
  sheet: SheetRef,
  language: Language,
  choices: { readonly otherReadings: boolean },
  options: WriteOptions = {},
): Promise<WrittenSheet> {
  const said = sayResultsSheet(report, sheet, language, choices);
  return gateway.writeSheet(resultDocument(said), options);
}
