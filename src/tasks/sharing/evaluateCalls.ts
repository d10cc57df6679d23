import { formulas, type Answer } from "../../formulas";
import type { Cell } from "../../grid";
import type { EvaluateCall } from "../../sharing";
import { sayVerdict } from "../../wording";
import type { CopySetting } from "./copyRequest";

/** An answer as a cell stores it. */
function cellOf(answer: Answer): Cell {
  if (typeof answer !== "object") return answer;
  switch (answer.kind) {
    case "fault":
      return { error: answer.error };
    case "explanation":
      throw new Error("What explains has no plain formula");
    default:
      return sayVerdict(answer);
  }
}

/** What the add-in's functions answer under the policy that a copy is made under. */
export function evaluateCalls({ book, today }: CopySetting): EvaluateCall {
  const context = { policy: { kind: "book", book }, today } as const;
  return (name, blocks) => {
    const formula = formulas.get(name);
    // Those that fetch their words first have no plain formula to be compared with.
    if (formula === undefined || formula.prepare !== null) return null;
    const given = formula.parameters.map((_, index) => blocks[index] ?? null);
    if (blocks.length > given.length) return null;
    return formula.evaluate(given, context).map((row) => row.map(cellOf));
  };
}
