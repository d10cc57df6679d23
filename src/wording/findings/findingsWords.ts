import type { FactsByGroup, FindingGroup, FindingOf, FindingType } from "../../findings";
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

/** One entry for each type of finding; a missing one does not compile. */
export type FindingWords = {
  readonly [T in FindingType]: (finding: FindingOf<T>) => FindingEntry;
};

/** The entries of the findings of some groups. */
export type FindingsOf<Group extends FindingGroup> = Pick<
  FindingWords,
  FactsByGroup[Group]["type"]
>;
