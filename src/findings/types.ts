import type { CellRef } from "../grid";
import type { PersonRef } from "../month";
import type { ClauseId } from "../policy";
import type { Month } from "../units";
import type { FindingCode, FindingFacts, FindingType } from "./facts";

/** An error is always one of data: a reading that blocks pay is a decision, not an error (rule V8). */
export type Severity = "error" | "warning" | "info";

/** Something to mend, an open reading to decide, or something about people that leaves nothing to mend (rule V8). */
export type FindingKind = "data" | "decision" | "notice";

/** What a check found: its type and facts; wording turns them into sentences. */
export type Found = {
  readonly severity: Severity;
  /** The cell to mend or that shows it; null for the whole sheet or the policy. */
  readonly cell: CellRef | null;
  readonly person: PersonRef | null;
  readonly month: Month | null;
  readonly clause: ClauseId | null;
} & FindingFacts;

/** Something HR should know or mend. */
export type Finding = Found & {
  readonly code: FindingCode;
  readonly kind: FindingKind;
  /** Whether the cell holds a formula: what it comes from is to be mended then, not the cell. */
  readonly formula: boolean;
};

export type FindingOf<T extends FindingType> = Extract<Finding, { readonly type: T }>;
