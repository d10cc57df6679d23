import { callsUs } from "../../sharing";
import type { Gateway } from "../gateway";

/** Whether colleagues without the add-in would miss something: the workbook's formulas call it. */
export async function needsCopy(gateway: Pick<Gateway, "readFormulaHeads">): Promise<boolean> {
  return (await gateway.readFormulaHeads()).some((formula) => callsUs(formula.slice(1)));
}
