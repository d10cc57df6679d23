import type { Gateway } from "../gateway";
import type { PolicySession } from "./policySession";

/**
 * The gateway to a workbook that keeps the department's policy before anything is written into it: opened elsewhere,
 * or after the department has changed its policy, it stays as it was computed (rule W7).
 */
export function keepingPolicy(gateway: Gateway, session: Pick<PolicySession, "keep">): Gateway {
  const first = async <Result>(write: () => Promise<Result>): Promise<Result> => {
    await session.keep();
    return write();
  };
  return {
    ...gateway,
    applyMarks: (...given) => first(() => gateway.applyMarks(...given)),
    clearMarks: () => first(() => gateway.clearMarks()),
    editCells: (...given) => first(() => gateway.editCells(...given)),
    writeRow: (...given) => first(() => gateway.writeRow(...given)),
    writeSheet: (...given) => first(() => gateway.writeSheet(...given)),
    removeWrittenSheet: (...given) => first(() => gateway.removeWrittenSheet(...given)),
    removeBlankSheet: (sheet) => first(() => gateway.removeBlankSheet(sheet)),
    writeSheetPart: (...given) => first(() => gateway.writeSheetPart(...given)),
    startWithWorkbook: (starts) => first(() => gateway.startWithWorkbook(starts)),
  };
}
