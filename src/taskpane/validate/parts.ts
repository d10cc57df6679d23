import type { PeopleParts } from "../../views";
import type { SummaryPart } from "../../wording";
import { IGNORED } from "./resultLines";
import type { ResultView } from "./resultView";

/** What the summary leads to. */
export type Part = SummaryPart | "ignored";

/** Ids of the headings that the numbers of the summary lead to. */
export const partId = (part: Part): string => `part-${part}`;

/** The folds of the people, and which of them the summary leads to. */
export const foldOf = (part: keyof PeopleParts): string => `people ${part}`;
export const PART_IDS: Readonly<Partial<Record<keyof PeopleParts, string>>> = {
  candidates: partId("candidates"),
  oneShort: partId("one-short"),
};

/** Goes to a part of the result, which unfolds, and lets the keyboard go on from there. */
export function showPart(part: Part, view: ResultView): void {
  if (part === "candidates") view.turn(foldOf("candidates"), true);
  if (part === "ignored") view.turn(IGNORED, true);
  if (part === "one-short") view.turn(foldOf("oneShort"), true);
  // Once that is drawn; where nobody is in the part, to the people.
  requestAnimationFrame(() => {
    const heading =
      document.getElementById(partId(part)) ?? document.getElementById(partId("people"));
    heading?.scrollIntoView();
    heading?.focus({ preventScroll: true });
  });
}
