import type { CellRef } from "../grid";
import type { PersonRef } from "../month";
import type { ClauseId } from "../policy";
import type { Month } from "../units";
import type { FindingCode, FindingFacts, FindingType } from "./facts";

export type Severity = "error" | "warning" | "info";

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
  /** Whether the cell holds a formula: what it comes from is to be mended then, not the cell. */
  readonly formula: boolean;
};

export type FindingOf<T extends FindingType> = Extract<Finding, { readonly type: T }>;
