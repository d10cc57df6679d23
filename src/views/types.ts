import type { CellRef } from "../grid";
import type { Finding, IgnoredFinding } from "../findings";
import type { Exclusion, NamedReading, PersonRef } from "../month";
import type { Level, PathStep, PromotionVerdict, ReadingId, RiskResult } from "../policy";
import type { MonthColumn, SheetLayout } from "../scoresheet";
import type { Month, Score } from "../units";

export type { Exclusion, PersonRef } from "../month";

/** The status of a person's row, also the value of `data-status`. */
export type CandidateStatus =
  "eligible" | "not_yet" | "missing_data" | "no_data" | "top_level" | "excluded";

/** One month that proves or denies a promotion. */
export interface EvidenceMonth {
  readonly month: Month;
  readonly score: Score | null;
  readonly tier: number | null;
  readonly inStreak: boolean;
  readonly inWindow: boolean;
  readonly beforePromotion: boolean;
}

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
  /** Readings that decide on eligible or not, in alphabetical order of their ids. */
  readonly dependsOn: readonly ReadingId[];
  /** The same by title, and whether HR has yet to decide. */
  readonly readings: readonly (NamedReading & { readonly undecided: boolean })[];
  /** Whether the readings were tried out, which takes time: for those who are eligible or near. */
  readonly readingsTried: boolean;
  /** The level beyond the next that the scores reach too; people decide on a skip (§2.3). */
  readonly skipHint: Level | null;
  /** How many months up to the as-of month the level has been held, where known. */
  readonly monthsHeld: number | null;
  /** The month in the way of the promotion, with its score where it has one. */
  readonly blockedBy: EvidenceMonth | null;
  readonly hasLeaveMonths: boolean;
  readonly exclusion: Exclusion | null;
  readonly risk: RiskResult | null;
}

/** How far validating has come, in people or records. */
export interface Progress {
  readonly stage: "finding" | "judging" | "checking";
  readonly done: number;
  readonly total: number;
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
  /** The same by title. */
  readonly undecidedReadings: readonly NamedReading[];
  /** The month from which the version in force holds; null for the first. */
  readonly policyFrom: Month | null;
  /** Those that HR has set aside are not among them. */
  readonly findings: readonly Finding[];
  readonly ignored: readonly IgnoredFinding[];
  /** Eligible first, then one month short, missing data, not yet, top level, no data, excluded. */
  readonly people: readonly CandidateRow[];
  /** Those of them whose failed months call for a review by people: a page of its own, folded away. */
  readonly reviews: readonly CandidateRow[];
}

export type MarkKind = "error" | "warning" | "candidate";

/** Cells to highlight, by kind; a problem stands in one kind only, a candidate may have one as well. */
export interface Marks {
  readonly sheetId: string;
  readonly cells: { readonly [kind in MarkKind]: readonly CellRef[] };
}
