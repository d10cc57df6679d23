import type { Person } from "../scoresheet";
import type { ReadingId } from "../policy";
import type { Fen } from "../units";
import type { PersonInMonth } from "./judged";
import type { PersonSurvey } from "./survey";
import type { PersonOutcome } from "./variant";

/** What one person adds to the comparison of an undecided reading's options. */
export interface ReadingCount {
  /** The options under which their result is another one than in force, with that result. */
  readonly different: readonly { readonly option: string; readonly outcome: PersonOutcome }[];
  /** Their pay under each option, in the options' order; null where it is unknown. */
  readonly pays: readonly (Fen | null)[];
}

/**
 * What one check of a month leaves to the next, so that after an edit only the people whom it concerns
 * are judged again. People and rows are known as the objects that they were read into: whoever reads a
 * sheet again takes over those that have not changed. What is kept holds for one setting; another month,
 * policy or span of the sheet forgets it.
 */
export class MonthMemory {
  readonly surveys = new WeakMap<Person, PersonSurvey>();
  /** Of each undecided reading that can matter, in their order; null where the person adds nothing to it. */
  readonly counts = new WeakMap<PersonInMonth, readonly (ReadingCount | null)[]>();
  /** Those readings. */
  counted: readonly ReadingId[] = [];
  judged: ReadonlyMap<Person, PersonInMonth> = new Map();

  forget(): void {
    this.judged = new Map();
  }
}
