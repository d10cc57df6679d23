import type { BasisPoints, Fen, Month, Score } from "../units";

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

// ---------------------------------------------------------------- the values of a policy, as stored

/** A value on which the policy's words are disputed: one value for each option of the reading. */
export interface Disputed<T> {
  readonly reading: ReadingId;
  readonly choices: { readonly [option: string]: T };
}
/** Plain, or by reading. HR settles a dispute for good by typing a plain value. */
export type Choice<T> = T | Disputed<T>;

/** One end of a score band, in points. */
export interface BandEnd {
  readonly points: number;
  readonly inclusive: boolean;
}

export interface ScoreBandValue {
  readonly tier: Tier;
  readonly from: Choice<BandEnd>;
  readonly to: Choice<BandEnd>;
  /** Share of the base salary, and the percent that the clause's formula prints. */
  readonly rateBasisPoints: Choice<number>;
  readonly formulaBasisPoints: number | null;
  readonly clause: ClauseId;
}

export interface CommissionBandValue {
  readonly fromFen: Choice<number>;
  readonly rateBasisPoints: number;
  /** The amount printed beside the rate: pay under the mode `fixed`, otherwise only checked (PC12). */
  readonly printedFen: number | null;
  readonly clause: ClauseId;
}

export interface LevelValue {
  readonly id: LevelId;
  readonly name: Words;
  readonly aliases: readonly string[];
  readonly baseSalaryFen: Choice<number>;
  /** Whether commission and performance pay are earned. */
  readonly variablePay: Choice<boolean>;
  readonly clause: ClauseId;
}

/** "at least" or "exactly" as the words are read. */
export type Bound = "atLeast" | "exactly";

/** The score part of being promoted: `streak` consecutive months of tier `worst`, and what else the clause asks. */
export interface PromotionRuleValue {
  readonly level: LevelId;
  readonly streakMonths: Choice<number>;
  readonly worstTier: Tier;
  readonly tierBound: Choice<Bound>;
  readonly inner: {
    readonly months: number;
    readonly tier: Tier;
    readonly bound: Choice<Bound>;
  } | null;
  readonly window: { readonly months: number; readonly worstTier: Tier } | null;
  readonly clauses: readonly ClauseId[];
}

export type StepKind =
  | "application"
  | "attestation"
  | "assessment"
  | "vote"
  | "recommendation"
  | "review"
  | "approval"
  | "defence"
  | "notice";

/** One thing that a person must do or attest before a promotion takes effect. */
export interface PathStep {
  readonly kind: StepKind;
  readonly clauses: readonly ClauseId[];
  readonly label: Words;
  /** For votes, scores and exams: the result needed; null where the policy names none (PC35). */
  readonly passMark: number | null;
  /** Whether a result is given by a vote, a score or an exam, so that a pass mark is missed. */
  readonly scored: boolean;
}

export interface PromotionPathValue {
  readonly from: LevelId;
  readonly to: LevelId;
  /** The months of assessment that the procedure names, for the check against the rule (PC34). */
  readonly periodMonths: number | null;
  readonly steps: readonly PathStep[];
  /** Procedure clauses; `inferred` where the policy has none for this pair (PC31). */
  readonly clauses: readonly ClauseId[];
  readonly inferred: boolean;
}

/** Up to which level a failing streak leads to a review; null is every level. */
export type ReviewScope = LevelId | null;

/** Columns of a score sheet that HR's headings are matched to. */
export const FIELD_IDS = [
  "employeeId",
  "name",
  "month",
  "level",
  "score",
  "sales",
  "extra",
  "complaints",
  "leaves",
  "hired",
  "confirmed",
  "levelSince",
  "note",
  "shopAccount",
  "basePaid",
  "commissionPaid",
  "performancePaid",
  "grossPaid",
  "finesPaid",
  "netPaid",
] as const;
export type FieldId = (typeof FIELD_IDS)[number];

/** The name HR sees in the sheet, and what else is understood; earlier synonyms beat later ones. */
export interface FieldNames {
  readonly name: string;
  readonly synonyms: readonly string[];
}

/**
 * Words by which sheets are read beside those of a version's values: no values of a version, they hold for all
 * months at once. Further words, in order; a field, level or list that is not named has none.
 */
export interface SheetWords {
  readonly headings: { readonly [F in FieldId]?: readonly string[] };
  /** Headings and labels that name no field: of a year, of the period of a sheet, of running numbers. */
  readonly others: {
    readonly year: readonly string[];
    readonly period: readonly string[];
    readonly ordinal: readonly string[];
  };
  readonly levels: { readonly [level: LevelId]: readonly string[] };
  /** Words in a score cell that mean statutory leave, and other reasons for a month without assessment. */
  readonly statutoryLeave: readonly string[];
  readonly otherReasons: readonly string[];
}

/** Words of HR's own as the workbook keeps them: each list given replaces the built-in one. */
export type FurtherWords = Partial<Omit<SheetWords, "others">> & {
  readonly others?: Partial<SheetWords["others"]>;
};

/** All words of a policy: names, synonyms and aliases of its versions with the further words. */
export interface WordsInForce {
  /** Whose words they are; its headings are told by `headingsInForce`. */
  readonly book: PolicyBook;
  /** What names a level beside its name, by its rank. */
  readonly aliases: readonly (readonly string[])[];
  readonly statutoryLeave: readonly string[];
  readonly otherReasons: readonly string[];
}

/** The whole policy data: what versions of HR's own keep, in the same form as the built-in book. */
export interface PolicyValues {
  /** Lowest first: the ladder. */
  readonly levels: readonly LevelValue[];
  readonly score: {
    readonly minimumPoints: number;
    readonly maximumPoints: number;
    readonly rounding: Choice<"none" | "integer">;
    readonly bands: readonly ScoreBandValue[];
  };
  readonly commission: {
    readonly mode: Choice<"whole" | "fixed" | "marginal">;
    /** Paid below the first threshold; null where nothing is said (PC14). */
    readonly belowFirstBasisPoints: number | null;
    /** Ascending thresholds. */
    readonly bands: readonly CommissionBandValue[];
    readonly clause: ClauseId;
  };
  readonly performance: {
    readonly scoreInPay: Choice<"fraction" | "raw">;
    readonly clause: ClauseId;
  };
  readonly promotion: {
    readonly criteriaRole: Choice<"entry" | "exit">;
    readonly windowKind: Choice<"rolling" | "calendar" | "preceding">;
    readonly windowHistory: Choice<"full" | "recorded">;
    readonly streakAnchor: Choice<"latest" | "any">;
    readonly streakScope: Choice<"history" | "sinceLastPromotion">;
    readonly missingMonth: Choice<"break" | "bridge">;
    readonly statutoryLeave: Choice<"break" | "bridge">;
    readonly rules: readonly PromotionRuleValue[];
    readonly paths: readonly PromotionPathValue[];
    /** The highest level that may be named as reached by a skip (§4.4.A). */
    readonly skipLimit: LevelId;
    readonly skipClause: ClauseId;
  };
  readonly review: {
    readonly streak: number;
    readonly failBelowPoints: number;
    readonly failTier: Tier;
    readonly definition: Choice<"below" | "tier">;
    readonly basis: Choice<"months" | "assessments">;
    readonly scope: Choice<ReviewScope>;
    readonly anchor: Choice<"latest" | "any">;
    readonly clause: ClauseId;
  };
  readonly fines: {
    readonly firstComplaintFen: number;
    /** What two complaints of one month cost together. */
    readonly twoComplaintsFen: Choice<number>;
    readonly furtherComplaints: Choice<"none" | "keepDoubling">;
    readonly separationReviewFrom: Choice<number>;
    readonly complaintClause: ClauseId;
    readonly leaveFen: number;
    readonly leaveMinutes: number;
    readonly leaveBound: Choice<"over" | "atLeast">;
    readonly leaveNeedsLoss: Choice<boolean>;
    readonly leaveClause: ClauseId;
    readonly netted: Choice<boolean>;
    /** Counts and fines beyond these are mistyped, not real. */
    readonly greatestCount: number;
    readonly greatestFineFen: number;
  };
  readonly probation: {
    readonly level: LevelId;
    readonly limitMonths: number;
    /** Least share of the next level's pay (PC24). */
    readonly leastShareBasisPoints: number;
    readonly clause: ClauseId;
  };
  readonly localMinimumWageFen: number | null;
  /** Words in a score cell that mean "not assessed". */
  readonly notAssessed: {
    readonly statutoryLeave: readonly string[];
    readonly other: readonly string[];
  };
  readonly headings: { readonly [F in FieldId]: FieldNames };
  readonly document: { readonly issuer: string | null; readonly effectiveFrom: string | null };
}

// ---------------------------------------------------------------- versions and decisions

export interface Decision {
  readonly reading: string;
  readonly option: string;
  readonly by: string;
  /** The day it was taken, "YYYY-MM-DD". */
  readonly on: string;
  readonly note: string;
  /** The first month in which it holds; every month where absent. */
  readonly from?: Month;
}

export interface PolicyVersion {
  readonly id: string;
  readonly from: Month | null;
  readonly name: string;
  readonly locked: boolean;
  readonly values: PolicyValues;
}

/** What a workbook goes by: the built-in policy or HR's own versions, and the decisions taken. */
export interface PolicyBook {
  /** Ascending by `from`; at least one. */
  readonly versions: readonly PolicyVersion[];
  readonly decisions: readonly Decision[];
  readonly acknowledged: readonly string[];
  /** Further words of HR's own; each list given replaces the built-in one. */
  readonly words?: FurtherWords;
}

// ---------------------------------------------------------------- the policy in force

/** A base salary that waits for HR: the reading that must be decided first. */
export interface Undecided {
  readonly undecided: ReadingId;
}

export interface Level {
  readonly id: LevelId;
  /** Place on the ladder, 0 the lowest. */
  readonly rank: number;
  readonly name: Words;
  readonly baseSalary: Fen | Undecided;
  readonly variablePay: boolean;
  readonly clause: ClauseId;
}

export interface ScoreBand {
  readonly tier: Tier;
  readonly from: Score;
  readonly fromInclusive: boolean;
  readonly to: Score;
  readonly toInclusive: boolean;
  readonly rate: BasisPoints;
  readonly clause: ClauseId;
}

export interface CommissionBand {
  readonly from: Fen;
  readonly rate: BasisPoints;
  readonly fixed: Fen;
  readonly clause: ClauseId;
}

export interface PromotionRule {
  /** The level that the criteria lead to under the reading in force. */
  readonly target: LevelId;
  /** The level whose list is used: the target's own, or under `exit` that of the level below. */
  readonly listOf: LevelId;
  readonly streakMonths: number;
  readonly worstTier: Tier;
  readonly tierBound: Bound;
  readonly inner: { readonly months: number; readonly tier: Tier; readonly bound: Bound } | null;
  readonly window: { readonly months: number; readonly worstTier: Tier } | null;
  readonly clauses: readonly ClauseId[];
}

/** A disputed range of scores: where the reading moves an edge between two tiers. */
export interface DisputedScores {
  readonly reading: ReadingId;
  readonly from: Score;
  readonly to: Score;
}

/**
 * One policy with every reading settled: by decision or, while undecided, by its default. Months in which the
 * same holds share one.
 */
export interface EffectivePolicy {
  readonly version: PolicyVersion;
  readonly values: PolicyValues;
  /** The words by which sheets are read, the same in all months. */
  readonly words: WordsInForce;
  /** The option in force of every reading. */
  readonly options: Readonly<Record<ReadingId, string>>;
  /** Readings that this version disputes and HR has not decided. */
  readonly undecided: ReadonlySet<ReadingId>;
  readonly levels: readonly Level[];
  readonly score: {
    readonly minimum: Score;
    readonly maximum: Score;
    readonly rounding: "none" | "integer";
    readonly bands: readonly ScoreBand[];
    readonly disputed: readonly DisputedScores[];
  };
  readonly commission: {
    readonly mode: "whole" | "fixed" | "marginal";
    readonly belowFirst: BasisPoints;
    readonly bands: readonly CommissionBand[];
    readonly clause: ClauseId;
  };
  readonly performance: { readonly scoreInPay: "fraction" | "raw"; readonly clause: ClauseId };
  readonly promotion: {
    readonly criteriaRole: "entry" | "exit";
    readonly windowKind: "rolling" | "calendar" | "preceding";
    readonly windowHistory: "full" | "recorded";
    readonly streakAnchor: "latest" | "any";
    readonly streakScope: "history" | "sinceLastPromotion";
    readonly missingMonth: "break" | "bridge";
    readonly statutoryLeave: "break" | "bridge";
    /** By target, lowest first; a step without a score rule is absent. */
    readonly rules: readonly PromotionRule[];
    readonly paths: readonly PromotionPathValue[];
    readonly skipLimit: LevelId;
    readonly skipClause: ClauseId;
    /** How many months back the longest rule looks. */
    readonly lookBack: number;
  };
  readonly review: {
    readonly streak: number;
    readonly failBelow: Score;
    readonly failTier: Tier;
    readonly definition: "below" | "tier";
    readonly basis: "months" | "assessments";
    readonly scope: ReviewScope;
    readonly anchor: "latest" | "any";
    readonly clause: ClauseId;
  };
  readonly fines: {
    readonly firstComplaint: Fen;
    readonly twoComplaints: Fen;
    readonly furtherComplaints: "none" | "keepDoubling";
    readonly separationReviewFrom: number;
    readonly complaintClause: ClauseId;
    readonly leave: Fen;
    readonly leaveMinutes: number;
    readonly leaveBound: "over" | "atLeast";
    readonly leaveNeedsLoss: boolean;
    readonly leaveClause: ClauseId;
    readonly netted: boolean;
    readonly greatestCount: number;
    readonly greatestFine: Fen;
  };
}
