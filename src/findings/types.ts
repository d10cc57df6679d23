import type { CellRef } from "../grid";
import type { PersonRef } from "../month";
import type { ClauseId } from "../policy";
import type { Month } from "../units";
import type { FindingCode, FindingFacts } from "./facts";

export type Severity = "error" | "warning" | "info";

/** Something HR should know or mend: a code and facts; wording turns it into sentences. */
export type Finding = {
  readonly severity: Severity;
  /** The cell to mend or that shows it; null for the whole sheet or the policy. */
  readonly cell: CellRef | null;
  /** Whether the cell holds a formula: what it comes from is to be mended then, not the cell. */
  readonly formula: boolean;
  readonly person: PersonRef | null;
  readonly month: Month | null;
  readonly clause: ClauseId | null;
} & FindingFacts;

export type FindingOf<C extends FindingCode> = Extract<Finding, { readonly code: C }>;
