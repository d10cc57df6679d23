import type { CellRef } from "../grid";
import type { ClauseId, ReadingId, Words } from "../policy";
import type { Month } from "../units";
import type { FindingCode, FindingFacts } from "./facts";

export type Severity = "error" | "warning" | "info";

/** Something HR should know or mend: a code and facts; wording turns it into sentences. */
export type Finding = {
  readonly severity: Severity;
  /** The cell to mend or that shows it; null for the whole sheet or the policy. */
  readonly cell: CellRef | null;
  readonly person: {
    readonly key: string;
    readonly employeeId: string;
    readonly name: string;
  } | null;
  readonly month: Month | null;
  readonly clause: ClauseId | null;
} & FindingFacts;

export type FindingOf<C extends FindingCode> = Extract<Finding, { readonly code: C }>;

/** Why somebody is not judged. */
export type Exclusion =
  | { readonly kind: "noLevelColumn" }
  | { readonly kind: "unknownLevel"; readonly text: string }
  | { readonly kind: "dataError"; readonly cell: CellRef | null; readonly month: Month | null }
  | { readonly kind: "scoresAsFractions" }
  | { readonly kind: "monthWithoutYear" }
  | {
      readonly kind: "refusedScore";
      readonly month: Month | null;
      readonly reading: ReadingId | null;
      readonly title: Words | null;
    }
  | { readonly kind: "unanswerable"; readonly reading: ReadingId; readonly title: Words };
