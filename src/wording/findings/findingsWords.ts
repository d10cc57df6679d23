import type { FindingCode, FindingOf } from "../../findings";

/** A finding as people read it: what is the matter, and what to do about it. */
export interface FindingSaid {
  readonly text: string;
  readonly fix: string;
}

/** One sentence for each code; a missing one does not compile. */
export type FindingWords = {
  readonly [C in FindingCode]: (finding: FindingOf<C>) => FindingSaid;
};
