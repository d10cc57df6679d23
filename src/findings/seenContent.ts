import type { CellOf } from "../scoresheet";
import type { SeenContent } from "./facts";

/** What a cell holds instead of a usable number; null where it is usable or blank. */
export function seenContent({ quantity }: CellOf<number>): SeenContent | null {
  if (quantity.kind === "notAssessed")
    return { kind: "text", text: quantity.word, suggestion: null };
  if (quantity.kind !== "problem") return null;
  const { problem } = quantity;
  switch (problem.code) {
    case "boolean":
      return { kind: "boolean" };
    case "error":
      return { kind: "error", error: problem.error };
    case "notNumber":
      return { kind: "text", text: problem.text, suggestion: problem.suggestion ?? null };
    case "unreadableMonth":
    case "monthWithoutYear":
    case "otherYear":
    case "tooLarge":
      return { kind: "text", text: problem.text, suggestion: null };
    // Asked once for the whole sheet: scoreNotNumber, salesUnitUnknown.
    case "grade":
    case "unitUnknown":
      return null;
    case "notWhole":
    case "outOfRange":
      return { kind: "text", text: String(problem.value), suggestion: null };
  }
}
