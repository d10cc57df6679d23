import { parameterDocument } from "../../documents";
import { plainFormulas } from "../../formulas";
import type { PlainChoice } from "../../sharing";
import { plainWords } from "../../wording";
import type { CopySetting } from "./copyRequest";

/** Plain formulas under the workbook's policy; null where calls become values. */
export function plainChoice({ request, book, today }: CopySetting): PlainChoice | null {
  if (request.as === "values") return null;
  return {
    sheet: plainWords.sheet,
    make: (sheet) => plainFormulas({ book, today, words: { ...plainWords, sheet } }),
    lay: parameterDocument,
  };
}
