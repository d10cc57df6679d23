import { GatewayError } from "../tasks";
import { awaitAnswer } from "./waits";

/** Calls back once, at the first answer within the conversation. */
function onFirstAnswer(context: Excel.RequestContext, answered: () => void): void {
  const sync = context.sync.bind(context);
  context.sync = async <T>(passThroughValue?: T): Promise<T> => {
    try {
      return await sync(passThroughValue);
    } finally {
      answered();
    }
  };
}

/** What each error means is fetched apart, since functions answer without; where it cannot be had, what Excel said. */
async function whatWentWrong(error: unknown): Promise<unknown> {
  if (error instanceof GatewayError) return error;
  try {
    return (await import("./problems")).toThrow(error);
  } catch {
    return new GatewayError({ kind: "unknown", detail: String(error) });
  }
}

/**
 * One conversation with the workbook. While a cell is being edited Excel holds it back until the edit
 * ends, where it can; elsewhere it ends in "cellEditing".
 */
export async function runExcel<T>(
  batch: (context: Excel.RequestContext) => Promise<T>,
): Promise<T> {
  if (typeof Excel === "undefined") throw new GatewayError("apiMissing");
  const answered = awaitAnswer();
  try {
    return await Excel.run({ delayForCellEdit: true }, (context) => {
      onFirstAnswer(context, answered);
      return batch(context);
    });
  } catch (error) {
    throw await whatWentWrong(error);
  } finally {
    answered();
  }
}
