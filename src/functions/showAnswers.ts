import type { Answer, Answers, ExplanationCell } from "../formulas";
import { loadExplanation, sayFault, sayVerdict } from "../wording";
import { excelError } from "./customFunctions";

/** What Excel takes for a cell of a result. */
export type Shown = number | string | Error;

let sayExplanation: ((cell: ExplanationCell) => string) | null = null;

/** Fetches the words of tables that explain, before the first of them is shown. */
export async function prepareExplanations(): Promise<void> {
  sayExplanation ??= (await loadExplanation()).sayExplanation;
}

function show(answer: Answer): Shown {
  if (typeof answer !== "object") return answer;
  switch (answer.kind) {
    case "fault":
      return excelError(answer.error, sayFault(answer.why));
    case "explanation":
      if (sayExplanation === null) throw new Error("The words of explanations were not fetched");
      return sayExplanation(answer.cell);
    default:
      return sayVerdict(answer);
  }
}

function isPlain(row: readonly Answer[]): row is readonly (number | string)[] {
  for (const answer of row) if (typeof answer === "object") return false;
  return true;
}

/** A result as rows of cells; rows without errors and judgements are taken as they are. */
export function showAnswers(answers: Answers): readonly (readonly Shown[])[] {
  return answers.map((row) => (isPlain(row) ? row : row.map(show)));
}
