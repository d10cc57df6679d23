import type { CellRef } from "../grid";
import type { ReadingId, Words } from "../policy";
import type { Month } from "../units";

/** A reading by the title people know it by; its id never shows. */
export interface NamedReading {
  readonly id: ReadingId;
  readonly title: Words;
}

/** Somebody as the sheet names them. */
export interface PersonRef {
  readonly key: string;
  readonly employeeId: string;
  readonly name: string;
}

/** Why somebody is not judged. */
export type Exclusion =
  | { readonly kind: "noLevelColumn" }
  | { readonly kind: "unknownLevel"; readonly text: string }
  | { readonly kind: "dataError"; readonly cell: CellRef | null; readonly month: Month | null }
  /** Excel has not calculated a cell yet that the judgement needs. */
  | { readonly kind: "notCalculated"; readonly cell: CellRef | null; readonly month: Month | null }
  | { readonly kind: "scoresAsFractions" }
  | { readonly kind: "monthWithoutYear" }
  /** What stands above and around the sheet names different months. */
  | { readonly kind: "monthInDoubt" }
  /** Scores are grades whose points nobody has named. */
  | { readonly kind: "gradesUnknown" }
  | {
      readonly kind: "refusedScore";
      readonly month: Month | null;
      readonly reading: ReadingId | null;
      readonly title: Words | null;
    }
  | { readonly kind: "unanswerable"; readonly reading: ReadingId; readonly title: Words };
