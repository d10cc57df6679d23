import type { FindingCode, FindingOf } from "../../findings";
import type { Both } from "../language";

/** A finding as people read it: what is the matter, and what to do about it. */
export interface FindingSaid {
  readonly text: string;
  readonly fix: string;
}

/** The same in both languages, each sentence side by side. */
export interface FindingEntry {
  readonly text: Both;
  readonly fix: Both;
}

/** One entry for each code; a missing one does not compile. */
export type FindingWords = {
  readonly [C in FindingCode]: (finding: FindingOf<C>) => FindingEntry;
};

/** The entries of codes that begin alike: "F-HDR-…". */
export type FindingsOf<Group extends string> = Pick<
  FindingWords,
  Extract<FindingCode, `F-${Group}-${string}`>
>;
