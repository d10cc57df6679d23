import type { FindingCode } from "../../../src/findings";
import type { ScoreSheet } from "../../../src/scoresheet";
import type { Circumstances } from "../setup";

interface Case {
  /** What is so on the sheet, as a sentence. */
  readonly when: string;
  readonly sheet: ScoreSheet;
  readonly given?: Circumstances;
}

/** When a finding is reported, and where; and the near misses on which it is not. */
export interface CaseTable<C extends FindingCode = FindingCode> {
  readonly code: C;
  /** "warning E7 2025-03" for each. */
  readonly speaks: readonly (Case & { readonly at: readonly string[] })[];
  readonly silent: readonly Case[];
}
