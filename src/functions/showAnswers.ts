import type { Answer, Answers } from "../formulas";
import { sayFault, sayVerdict } from "../wording";
import { excelError } from "./customFunctions";

/** What Excel takes for a cell of a result. */
export type Shown = number | string | Error;

function show(answer: Answer): Shown {
  if (typeof answer !== "object") return answer;
  return answer.kind === "fault"
    ? excelError(answer.error, sayFault(answer.why))
    : sayVerdict(answer);
}

function isPlain(row: readonly Answer[]): row is readonly (number | string)[] {
  for (const answer of row) if (typeof answer === "object") return false;
  return true;
}

/** A result as rows of cells; rows without errors and judgements are taken as they are. */
export function showAnswers(answers: Answers): readonly (readonly Shown[])[] {
  return answers.map((row) => (isPlain(row) ? row : row.map(show)));
}
