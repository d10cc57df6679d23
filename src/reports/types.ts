import type { CellRef } from "../grid";
import type { Finding } from "../findings";
import type { Level, PathStep, PromotionVerdict, ReadingId, RiskResult } from "../policy";
import type { MonthColumn, SheetLayout } from "../scoresheet";
import type { Month, Score } from "../units";

/** The status of a person's row, also the value of `data-status`. */
export type CandidateStatus =
  "eligible" | "not_yet" | "missing_data" | "no_data" | "top_level" | "excluded";

export interface PersonRef {
  readonly key: string;
  readonly employeeId: string;
  readonly name: string;
}

/** One month that proves or denies a promotion. */
export interface EvidenceMonth {
  readonly month: Month;
  readonly score: Score | null;
  readonly tier: number | null;
  readonly inStreak: boolean;
  readonly inWindow: boolean;
  readonly beforePromotion: boolean;
}

/** Why somebody is not judged. */
export type Exclusion =
  | { readonly kind: "noLevelColumn" }
  | { readonly kind: "unknownLevel"; readonly text: string }
  | { readonly kind: "dataError"; readonly cell: CellRef | null; readonly month: Month | null }
  | { readonly kind: "scoresAsFractions" }
  | { readonly kind: "monthWithoutYear" }
  | { readonly kind: "refusedScore"; readonly month: Month | null; readonly reading: ReadingId | null }
  | { readonly kind: "unanswerable"; readonly reading: ReadingId };

/** One person in the list below the findings. */
export interface CandidateRow {
  readonly person: PersonRef;
  readonly cell: CellRef;
  readonly level: Level | null;
  /** First month of the current level and how many months it has been held, where known. */
  readonly levelSince: Month | null;
  readonly target: Level | null;
  readonly status: CandidateStatus;
  readonly verdict: PromotionVerdict | null;
  readonly evidence: readonly EvidenceMonth[];
  /** Attestations and steps that are open once the scores suffice; empty unless eligible. */
  readonly steps: readonly PathStep[];
  readonly dependsOn: readonly ReadingId[];
  readonly hasLeaveMonths: boolean;
  readonly exclusion: Exclusion | null;
  readonly risk: RiskResult | null;
}

/** Everything that validating a month found: what the pane shows and what highlighting marks. */
export interface MonthReport {
  readonly asOf: Month | null;
  /** Months with a score, oldest first: those HR can pick as the month. */
  readonly months: readonly Month[];
  readonly layout: SheetLayout;
  readonly monthColumns: readonly MonthColumn[];
  readonly policyName: string;
  readonly undecided: readonly ReadingId[];
  readonly findings: readonly Finding[];
  readonly people: readonly CandidateRow[];
}

export type MarkKind = "error" | "warning" | "candidate";

/** Cells to highlight, by kind; a cell stands in one kind only, the gravest. */
export interface Marks {
  readonly sheetId: string;
  readonly cells: { readonly [kind in MarkKind]: readonly CellRef[] };
}
