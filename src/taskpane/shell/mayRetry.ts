import type { Problem } from "../../problems";

/** Whether doing the same once more may help: not where something must be changed first and the notice leads there. */
export function mayRetry(trouble: Problem): boolean {
  switch (trouble.kind) {
    case "protected":
    case "structureProtected":
    case "cellEditing":
    case "tooLarge":
    case "noFile":
    case "notFound":
    case "changed":
    case "unrecognised":
    case "unknown":
      return true;
    case "policyUnreadable":
      return trouble.why === "notReached" || trouble.why === "departmentNotReached";
    // Both say what to press instead: the policy page's own buttons.
    case "policyChanged":
    case "notRecalculated":
    case "memoryUnreadable":
    case "readOnly":
    case "apiMissing":
    case "cancelled":
    case "emptyWorkbook":
    case "noScoreSheet":
    case "from1904":
      return false;
  }
}
