import type { BasisPoints, Fen, Month, Score } from "../units";
import type { LevelId, ReadingId } from "./book/types";
import type { FurtherWords, StoredDecision, StoredVersion } from "./schema/stored";
import type {
  CommissionBandValue,
  LevelValue,
  PolicyValues,
  PromotionRuleValue,
  ScoreBandValue,
} from "./schema/values";
import type { Settled } from "./settled";

export { READING_IDS } from "./book/types";
export type * from "./book/types";
export type * from "./schema/values";
export type { FurtherWords } from "./schema/stored";

// ---------------------------------------------------------------- words

/**
 * Words by which sheets are read beside those of a version's values: no values of a version, they hold for all
 * months at once. Further words, in order; a field, level or list that is not named has none.
 */
export type SheetWords = Required<Omit<FurtherWords, "others">> & {
  readonly others: Required<NonNullable<FurtherWords["others"]>>;
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

// ---------------------------------------------------------------- versions and decisions

/** A decision as the file keeps it, the month read and nothing absent. */
export interface Decision extends Required<Omit<StoredDecision, "from">> {
  /** The first month in which it holds; every month where absent. */
  readonly from?: Month;
}

export interface PolicyVersion extends Required<Omit<StoredVersion, "from" | "values">> {
  readonly from: Month | null;
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

export type Level = Omit<Settled<LevelValue>, "aliases" | "baseSalary"> & {
  /** Place on the ladder, 0 the lowest. */
  readonly rank: number;
  readonly baseSalary: Fen | Undecided;
};

export type ScoreBand = Omit<Settled<ScoreBandValue>, "from" | "to"> & {
  readonly from: Score;
  readonly fromInclusive: boolean;
  readonly to: Score;
  readonly toInclusive: boolean;
};

export type CommissionBand = Settled<CommissionBandValue> & {
  /** What is paid under the mode `fixed`. */
  readonly fixed: Fen;
};

export type PromotionRule = Omit<Settled<PromotionRuleValue>, "level"> & {
  /** The level that the criteria lead to under the reading in force. */
  readonly target: LevelId;
  /** The level whose list is used: the target's own, or under `exit` that of the level below. */
  readonly listOf: LevelId;
};

/** A disputed range of scores: where the reading moves an edge between two tiers. */
export interface DisputedScores {
  readonly reading: ReadingId;
  readonly from: Score;
  readonly to: Score;
}

type SettledValues = Settled<PolicyValues>;

/**
 * One policy with every reading settled: by decision or, while undecided, by its default. Months in which the
 * same holds share one. Each stored value is here under its name, less its unit; what is worked out from several
 * of them stands beside.
 */
export interface EffectivePolicy extends Omit<
  SettledValues,
  "levels" | "score" | "commission" | "promotion"
> {
  readonly version: PolicyVersion;
  readonly values: PolicyValues;
  /** The words by which sheets are read, the same in all months. */
  readonly words: WordsInForce;
  /** The option in force of every reading. */
  readonly options: Readonly<Record<ReadingId, string>>;
  /** Readings that this version disputes and HR has not decided. */
  readonly undecided: ReadonlySet<ReadingId>;
  readonly levels: readonly Level[];
  readonly score: Omit<SettledValues["score"], "bands"> & {
    readonly bands: readonly ScoreBand[];
    readonly disputed: readonly DisputedScores[];
  };
  readonly commission: Omit<SettledValues["commission"], "bands" | "belowFirst"> & {
    /** Nothing, where nothing is said. */
    readonly belowFirst: BasisPoints;
    readonly bands: readonly CommissionBand[];
  };
  readonly promotion: Omit<SettledValues["promotion"], "rules"> & {
    /** By target, lowest first; a step without a score rule is absent. */
    readonly rules: readonly PromotionRule[];
    /** How many months back the longest rule looks. */
    readonly lookBack: number;
  };
}
