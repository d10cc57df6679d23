/** The rungs of the built-in ladder. A policy of HR's own may name others. */
export type LevelId = string;
/** 1 is the best tier. */
export type Tier = number;
/** "§4.1.H": see `book/clauses`. */
export type ClauseId = string;

/** A text in both languages of the product. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

// ---------------------------------------------------------------- clauses

/** computable · attested by a person · process step · conduct with penalty · duty · information */
export type ClauseClass =
  "computable" | "attested" | "process" | "penalty" | "duty" | "information";

export interface Clause {
  readonly id: ClauseId;
  readonly class: ClauseClass;
  /** Our restatement; never the policy's own sentence. */
  readonly restatement: Words;
}

// ---------------------------------------------------------------- readings

export const READING_IDS = [
  "SALARY_RESERVE",
  "COMMISSION_T1_FROM",
  "COMMISSION_MODE",
  "PROBATION_VARIABLE",
  "PERF_T1_RATE",
  "SCORE_IN_PAY",
  "SCORE_60",
  "SCORE_80",
  "SCORE_90_91",
  "SCORE_ROUNDING",
  "CRITERIA_ROLE",
  "JUNIOR_H",
  "MIDDLE_T1_COUNT",
  "MIDDLE_MONTHS",
  "WINDOW_KIND",
  "WINDOW_HISTORY",
  "STREAK_ANCHOR",
  "STREAK_SCOPE",
  "MISSING_MONTH",
  "STATUTORY_LEAVE",
  "FAIL_DEF",
  "DISMISSAL_BASIS",
  "DISMISSAL_SCOPE",
  "DISMISSAL_ANCHOR",
  "COMPLAINT_2ND",
  "COMPLAINT_3_INCLUSIVE",
  "COMPLAINT_3RD_FINE",
  "LEAVE_10",
  "LEAVE_NEEDS_LOSS",
  "FINES_NETTED",
] as const;
export type ReadingId = (typeof READING_IDS)[number];

export type ReadingLevel = "blocking" | "money" | "eligibility" | "discipline" | "legal";
export type Preset = "recommended" | "literal" | "favourable";

export interface ReadingOption {
  readonly id: string;
  readonly label: Words;
}

/** A disputed passage: what is asked, the options, which one holds until HR decides, and why. */
export interface Reading {
  readonly id: ReadingId;
  readonly level: ReadingLevel;
  readonly clauses: readonly ClauseId[];
  readonly title: Words;
  readonly question: Words;
  readonly options: readonly ReadingOption[];
  readonly default: string;
  readonly why: Words;
  /** What the presets choose where it is not the default. */
  readonly presets: { readonly [P in Exclude<Preset, "recommended">]?: string };
}

// ---------------------------------------------------------------- values that a reading decides

/** A value on which the policy's words are disputed: one value for each option of the reading. */
export interface Disputed<T> {
  readonly reading: ReadingId;
  readonly choices: { readonly [option: string]: T };
}
/** Plain, or by reading. HR settles a dispute for good by typing a plain value. */
export type Choice<T> = T | Disputed<T>;
