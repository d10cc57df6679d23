import type { CandidateRow, CandidateStatus, EvidenceMonth, Exclusion } from "../../views";

/** A person of the list as people read it. Lines that have nothing to say are null or absent. */
export interface CandidateSaid {
  readonly status: string;
  /** 初级客服 → 中级客服; null where there is no next level. */
  readonly target: string | null;
  /** The level held, since when and for how many months. */
  readonly level: string | null;
  /** What is missing and where: months still needed, the month in the way, the reason of an exclusion. */
  readonly detail: string | null;
  /** Each month that the rule looks at, oldest first. */
  readonly evidence: readonly string[];
  /** How many of those months lie within the current level. */
  readonly withinLevel: string | null;
  /** Null where it was not tried out: people who are neither eligible nor near. */
  readonly dependsOn: string | null;
  readonly skipHint: string | null;
  readonly leave: string | null;
  /** Failed months in a row; null where there are none. */
  readonly review: string | null;
}

/** The sentences of one language; total over statuses and exclusions. */
export interface CandidateWords {
  readonly status: Readonly<Record<CandidateStatus, string>>;
  readonly oneMonthShort: string;
  readonly target: (row: CandidateRow) => string | null;
  readonly level: (row: CandidateRow) => string | null;
  readonly detail: (row: CandidateRow) => string | null;
  readonly exclusion: (exclusion: Exclusion) => string;
  readonly evidence: (month: EvidenceMonth) => string;
  readonly withinLevel: (row: CandidateRow) => string | null;
  readonly dependsOn: (row: CandidateRow) => string | null;
  readonly skipHint: (row: CandidateRow) => string | null;
  readonly leave: string;
  readonly review: (row: CandidateRow) => string | null;
  readonly footer: string;
  readonly reviewNote: string;
}
