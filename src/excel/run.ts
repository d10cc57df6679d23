import { GatewayError } from "../tasks";
import { toGatewayError } from "./problems";

/**
 * One conversation with the workbook. While a cell is being edited Excel holds it back until the edit
 * ends, where it can; elsewhere it ends in "cellEditing".
 */
export async function runExcel<T>(
  batch: (context: Excel.RequestContext) => Promise<T>,
): Promise<T> {
  if (typeof Excel === "undefined") throw new GatewayError("apiMissing");
  try {
    return await Excel.run({ delayForCellEdit: true }, batch);
  } catch (error) {
    throw toGatewayError(error);
  }
}
