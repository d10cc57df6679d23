import type { StepKind } from "../../policy";
import { normaliseText } from "../../units";

/** Points or votes of a step. Votes are anonymous: what is no count is not repeated anywhere. */
export type StepFigure =
  | { readonly kind: "none" }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "withheld" };

/** What may stand beside the digits of a count of votes. */
const COUNT_WORDS =
  /不同意|不赞成|赞成|同意|反对|弃权|有效|收回|发出|合计|一共|比|总|共|票|人|数|yes|no|of|for|against|abstained|abstain|votes?|in all/giu;
const PUNCTUATION = /[\s/:,，、;；.。%()+-]/gu;
const DIGITS = /\d+/gu;
/** More votes than a department has people: a date, or a number from elsewhere. */
const MOST_VOTES = 10_000;

function isCount(text: string): boolean {
  const rest = text.replace(COUNT_WORDS, "").replace(DIGITS, "").replace(PUNCTUATION, "");
  const numbers = text.match(DIGITS) ?? [];
  return (
    rest === "" && numbers.length > 0 && numbers.every((digits) => Number(digits) < MOST_VOTES)
  );
}

/** The figure that a row of 晋升流程 gives for a step; of a vote only counts. */
export function readFigure(typed: string, kind: StepKind): StepFigure {
  const text = normaliseText(typed);
  if (text === "") return { kind: "none" };
  if (kind !== "vote" || isCount(text)) return { kind: "text", text };
  return { kind: "withheld" };
}

/** "8/9": the votes for somebody, of those cast. */
export function writeVotes(votes: { readonly inFavour: number; readonly cast: number }): string {
  return `${votes.inFavour}/${votes.cast}`;
}
