import type {
  Clause,
  ClauseId,
  EffectivePolicy,
  LevelId,
  PolicyBook,
  PolicyValues,
  Preset,
  Reading,
  ReadingId,
  Tier,
  Words,
} from "../types";
import type { Settled } from "../settled";

export type LintSeverity = "error" | "warning" | "info";

/** A level as a sentence names it. */
export interface NamedLevel {
  readonly id: LevelId;
  readonly name: Words;
}

/** A set of scores without holes, in points. */
export interface ScoreRange {
  readonly from: number;
  readonly fromInclusive: boolean;
  readonly to: number;
  readonly toInclusive: boolean;
}

/** What a check found, as facts: amounts in fen, rates in basis points, scores in points. */
export interface LintFacts {
  /** Form: fields of the right kind, integers whole, ids once. */
  readonly PC01:
    | {
        readonly problem: "field";
        readonly path: string;
        readonly expected: string;
        readonly received: string;
      }
    | {
        readonly problem: "duplicate";
        readonly what: "level" | "version" | "tier" | "rule" | "path";
        readonly id: string;
      };
  /** Every value has a clause, every clause both restatements. */
  readonly PC02:
    | { readonly problem: "noClause"; readonly path: string }
    | { readonly problem: "unknownClause"; readonly path: string; readonly id: string }
    | {
        readonly problem: "noRestatement";
        readonly id: ClauseId;
        readonly language: keyof Words;
      };
  /** Scores that belong to no band. */
  readonly PC03: ScoreRange;
  /** Scores that belong to several bands. */
  readonly PC04: ScoreRange & { readonly tiers: readonly Tier[] };
  /** The bands reach exactly from the least to the greatest score. */
  readonly PC05: {
    readonly end: "minimum" | "maximum";
    readonly expected: number;
    /** Where the bands end; null without bands. */
    readonly actual: number | null;
    readonly inclusive: boolean;
  };
  /** A better tier has higher scores and no lower rate. */
  readonly PC06:
    | { readonly problem: "emptyBand"; readonly tier: Tier }
    | { readonly problem: "order"; readonly better: Tier; readonly worse: Tier }
    | {
        readonly problem: "rate";
        readonly better: Tier;
        readonly worse: Tier;
        readonly betterBasisPoints: number;
        readonly worseBasisPoints: number;
      };
  /** The rate and the percent of the formula beside it agree. */
  readonly PC07: {
    readonly tier: Tier;
    readonly rateBasisPoints: number;
    readonly formulaBasisPoints: number;
  };
  /** Commission thresholds rise and are above zero. */
  readonly PC10:
    | { readonly problem: "notPositive"; readonly fromFen: number }
    | { readonly problem: "notAscending"; readonly fromFen: number; readonly previousFen: number };
  /** Commission rates do not fall. */
  readonly PC11: {
    readonly fromFen: number;
    readonly rateBasisPoints: number;
    readonly previousBasisPoints: number;
  };
  /** Threshold × rate is the amount printed beside it. */
  readonly PC12: {
    readonly fromFen: number;
    readonly rateBasisPoints: number;
    readonly computedFen: number;
    readonly printedFen: number;
  };
  /** Where one more fen of sales makes commission jump, and by how much. */
  readonly PC13: { readonly fromFen: number; readonly jumpFen: number };
  /** What is paid below the first threshold is settled. */
  readonly PC14: { readonly firstFromFen: number | null };
  /** Base salary does not fall along the ladder. */
  readonly PC20: StepOfPay;
  /** Neighbours on the ladder with the same base salary. */
  readonly PC21: StepOfPay;
  /** No step to more than twice the level below. */
  readonly PC22: StepOfPay;
  /** Nobody's base is below the local minimum wage. */
  readonly PC23:
    | { readonly problem: "notSet" }
    | {
        readonly problem: "below";
        readonly level: NamedLevel;
        readonly baseFen: number;
        readonly minimumFen: number;
      };
  /** Probation earns the least share of the next level's base, and of its pay where that is known. */
  readonly PC24: {
    readonly of: "base" | "package";
    readonly probation: NamedLevel;
    readonly next: NamedLevel;
    readonly probationFen: number;
    readonly nextFen: number;
    readonly leastShareBasisPoints: number;
  };
  /** The ladder is one chain, and a name means one level. */
  readonly PC30:
    | { readonly problem: "name"; readonly typed: string; readonly levels: readonly NamedLevel[] }
    | { readonly problem: "step"; readonly from: LevelId; readonly to: LevelId };
  /** Every step of the ladder has a procedure of its own. */
  readonly PC31: {
    readonly from: NamedLevel;
    readonly to: NamedLevel;
    readonly problem: "missing" | "inferred";
  };
  /** Who meets a higher level's scores meets those of the level below. */
  readonly PC32: {
    readonly higher: NamedLevel;
    readonly lower: NamedLevel;
    /** A history that meets the higher rule only, oldest month first. */
    readonly witness: readonly Tier[];
  };
  /** The window holds the run, the run the months asked for inside. */
  readonly PC33: {
    readonly problem: "window" | "inner";
    readonly level: NamedLevel;
    readonly streakMonths: number;
    readonly months: number;
  };
  /** The procedure's period is what the score rule looks at. */
  readonly PC34: {
    readonly from: NamedLevel;
    readonly to: NamedLevel;
    readonly periodMonths: number;
    readonly ruleMonths: number;
  };
  /** Votes, exams and scores have a pass mark. */
  readonly PC35: { readonly from: NamedLevel; readonly to: NamedLevel; readonly step: Words };
  /** What points somewhere arrives there. */
  readonly PC40:
    | {
        readonly problem: "option";
        readonly reading: ReadingId;
        readonly title: Words;
        readonly of: "default" | Preset;
        readonly option: string;
      }
    | {
        readonly problem: "clause";
        readonly reading: ReadingId;
        readonly title: Words;
        readonly id: string;
      }
    | { readonly problem: "level"; readonly path: string; readonly id: string };
  /** Readings without which nothing may be paid are decided. */
  readonly PC41: { readonly reading: ReadingId; readonly title: Words };
  /** No letter is missing in a list of clauses. */
  readonly PC42: {
    readonly chapter: string;
    readonly level: NamedLevel | null;
    readonly missing: readonly string[];
  };
  /** One version for every month. */
  readonly PC43:
    | { readonly problem: "none" }
    | {
        readonly problem: "sameStart" | "disorder";
        readonly earlier: string;
        readonly later: string;
      };
  /** The document says who issued it and from when it holds. */
  readonly PC44: { readonly missing: "issuer" | "effectiveFrom" };
  /** Legal notes that nobody has acknowledged. */
  readonly PC50: { readonly note: LegalNote };
}

export interface StepOfPay {
  readonly level: NamedLevel;
  readonly below: NamedLevel;
  readonly baseFen: number;
  readonly belowFen: number;
}

export const LEGAL_NOTES = ["L1", "L2", "L3", "L4", "L5", "L6", "L7", "L8"] as const;
export type LegalNote = (typeof LEGAL_NOTES)[number];

export type LintCode = keyof LintFacts;

/** What a check reports; its severity is that of the check. */
export type Found = {
  readonly [C in LintCode]: {
    readonly check: C;
    /** Where to look; null where no clause is concerned. */
    readonly clause: ClauseId | null;
    readonly facts: LintFacts[C];
  };
}[LintCode];

export type LintResult = Found & { readonly severity: LintSeverity };

export interface LintInput {
  readonly values: PolicyValues;
  /** The option in force of every reading, and which are undecided. */
  readonly effective: Pick<EffectivePolicy, "options" | "undecided">;
  readonly book: PolicyBook;
  readonly clauses: readonly Clause[];
  readonly readings: readonly Reading[];
  /** What the level above probation usually earns a month in all, where that is known. */
  readonly nextLevelPackageFen?: number;
}

/** Values whose form is right, with every choice made by the options in force. */
export interface CheckInput extends LintInput {
  readonly settled: Settled<PolicyValues>;
}

export type Check = (input: CheckInput) => readonly Found[];
