import type { ErrorCode } from "../grid";
import type { NamedReading } from "../month";
import type { LintResult, Words } from "../policy";
import type { Cleaned } from "../scoresheet";
import type { Fen, Month, Score } from "../units";

/** What a cell holds that could not be read as a number. */
export type SeenContent =
  | { readonly kind: "text"; readonly text: string; readonly suggestion: number | null }
  | { readonly kind: "boolean" }
  | { readonly kind: "error"; readonly error: ErrorCode };

/** A tier and its performance pay as one option of a reading would have them. */
export interface TierUnderOption {
  readonly option: Words;
  readonly inForce: boolean;
  readonly tier: number;
  /** Null where the row names no level that is paid, or its base salary is undecided. */
  readonly performance: Fen | null;
}

export interface CommissionUnderOption {
  readonly threshold: Fen;
  readonly inForce: boolean;
  readonly commission: Fen;
}

/** Performance pay as one option of a reading has its rate. */
export interface RateUnderOption {
  readonly option: Words;
  readonly inForce: boolean;
  /** In hundredths of a per cent. */
  readonly rate: number;
  readonly performance: Fen | null;
}

/** A month's pay as one option of a reading has the base salary; no gross where it cannot be determined. */
export interface PayUnderOption {
  readonly option: Words;
  readonly inForce: boolean;
  readonly base: Fen;
  readonly gross: Fen | null;
}

/** Why the pay of a month may have to be shared out by days, which the policy has no rule for. */
export type ProrationReason = "levelChanged" | "hired" | "left";

/** A part of a month's pay that a sheet may hold typed. */
export type PayPart = "base" | "commission" | "performance" | "gross";

/** How an amount came about, so that it can be worked out by hand; rates in hundredths of a per cent. */
export type PayHow =
  | { readonly kind: "base"; readonly level: Words }
  | {
      readonly kind: "commission";
      readonly sales: Fen;
      readonly mode: "whole" | "fixed" | "marginal" | "none";
      readonly rate: number;
    }
  | {
      readonly kind: "performance";
      readonly base: Fen;
      readonly rate: number;
      /** Null for a level that earns none. */
      readonly score: Score | null;
      readonly raw: boolean;
    }
  | {
      readonly kind: "gross";
      readonly base: Fen;
      readonly commission: Fen;
      readonly performance: Fen;
      readonly extra: Fen;
      /** What the reading in force takes off. */
      readonly fines: Fen;
      /** Allowances and deductions of the department's own that the gross holds. */
      readonly own: readonly { readonly heading: string; readonly amount: Fen }[];
    };

/** What one option of an undecided reading comes to for the people it makes a difference to. */
export interface OptionEffect {
  readonly option: Words;
  readonly inForce: boolean;
  /** People whose result differs from the one in force; none for the option in force. */
  readonly people: number;
  /** Gross pay of all people concerned under this option, as far as it can be determined. */
  readonly gross: Fen;
}

/** A run of failed months; when it ends before the as-of month, it stands as of the last assessed one. */
interface FailedRun {
  readonly count: number;
  readonly limit: number;
  readonly months: readonly Month[];
  readonly lastAssessed: Month;
  readonly asOf: Month;
}

// What each finding states, by its type: codes and facts, no sentences.

export type HeadingFacts =
  | {
      readonly type: "columnMissing";
      readonly heading: string;
      readonly synonyms: readonly string[];
    }
  | {
      readonly type: "columnTwice";
      readonly heading: string;
      /** The rival headings with their column letters. */
      readonly rivals: readonly { readonly heading: string; readonly column: string }[];
    }
  | {
      readonly type: "monthHeaderWithoutYear";
      readonly heading: string;
      /** What another place says of the month instead; null where a year is missing. */
      readonly against: string | null;
    }
  | {
      readonly type: "monthHeaderUnusable";
      readonly heading: string;
      /** The month that another column (its letters) already has; null for an unreadable heading. */
      readonly repeats: { readonly month: Month; readonly column: string } | null;
    }
  /** Null: some, the number is unknown. */
  | { readonly type: "rowsHidden"; readonly rows: number | null }
  | { readonly type: "cellsMerged"; readonly rows: number; readonly columns: number };

export type CalculationFacts = {
  readonly type: "cellsNotCalculated";
  readonly cells: number;
  /** The first of them, "F12". */
  readonly example: string;
};

export type PersonFacts =
  | { readonly type: "employeeMissing"; readonly row: number }
  | {
      readonly type: "namesake";
      readonly name: string;
      /** 工号 of the namesakes; blank for those without one. */
      readonly namesakes: readonly string[];
      readonly hasEmployeeId: boolean;
    }
  | {
      readonly type: "nameVaries";
      readonly problem:
        | { readonly kind: "names"; readonly names: readonly string[] }
        | { readonly kind: "stray"; readonly seen: string; readonly clean: string };
    }
  | { readonly type: "noLongerScored"; readonly asOf: Month; readonly lastScored: Month | null };

export type LevelFacts =
  | { readonly type: "levelUnknown"; readonly text: string; readonly levels: readonly Words[] }
  | {
      readonly type: "levelJumps";
      readonly from: Words;
      readonly to: Words;
      readonly since: Month;
      readonly falls: boolean;
    }
  | {
      readonly type: "levelWithoutRecord";
      readonly from: Words;
      readonly to: Words;
      readonly since: Month;
    }
  | {
      readonly type: "probationTooLong";
      readonly since: Month;
      readonly months: number;
      readonly limit: number;
    };

export type MonthFacts =
  | {
      readonly type: "monthUnusable";
      readonly problem:
        | { readonly kind: "blank" }
        | { readonly kind: "unreadable"; readonly text: string }
        | { readonly kind: "withoutYear"; readonly text: string }
        /** The year in the column beside it. */
        | { readonly kind: "otherYear"; readonly text: string; readonly year: number }
        | { readonly kind: "future"; readonly today: Month };
    }
  | {
      readonly type: "monthTwice";
      readonly identical: boolean;
      /** The row of the sheet, counted from 1, that has the month first. */
      readonly firstRow: number;
      /** The sheet of that row, where it is another one. */
      readonly firstSheet: string | null;
    }
  | { readonly type: "scoredBeforeHired"; readonly hired: Month };

export type MissingFacts =
  /** `unread` is the sheet that the month stands on, where it was not read. */
  | { readonly type: "interiorMonthMissing"; readonly unread: string | null }
  | { readonly type: "asOfMonthMissing"; readonly unread: string | null }
  | {
      readonly type: "recordTooShort";
      readonly begins: Month;
      readonly lookBack: number;
      readonly neededFrom: Month;
      readonly hired: Month | null;
    };

export type ScoreFacts =
  | { readonly type: "scoreNotNumber"; readonly seen: SeenContent }
  | {
      readonly type: "scoreAsText";
      readonly cleaned: Exclude<Cleaned, null>;
      readonly seen: string;
      readonly score: Score;
    }
  | {
      readonly type: "scoreOutOfRange";
      /** Null where the number is beyond anything that can be written out. */
      readonly value: number | null;
      readonly minimum: Score;
      readonly maximum: Score;
    }
  | {
      readonly type: "scoreZero";
      /** HR has said that it is a score; formulas over the range cannot know that. */
      readonly confirmed: boolean;
    }
  | { readonly type: "scoresAsFractions"; readonly scores: number; readonly greatest: Score }
  | {
      readonly type: "scoreDisputed";
      readonly score: Score;
      readonly reading: NamedReading;
      readonly results: readonly TierUnderOption[];
    }
  | {
      readonly type: "scoreShownOtherwise";
      readonly shown: string;
      readonly score: Score;
      readonly tier: number | null;
      readonly shownTier: number | null;
    }
  | { readonly type: "scoreDecimals"; readonly score: Score }
  | { readonly type: "typedAmongFormulas"; readonly formulas: number; readonly column: string }
  | {
      readonly type: "scoresAsGrades";
      readonly heading: string;
      readonly grades: readonly string[];
    };

export type SalesFacts =
  | { readonly type: "salesNotNumber"; readonly seen: SeenContent }
  | { readonly type: "salesNegative"; readonly sales: Fen }
  | {
      readonly type: "salesDisputed";
      readonly sales: Fen;
      readonly reading: NamedReading;
      readonly results: readonly CommissionUnderOption[];
    }
  | { readonly type: "salesMissing" }
  | {
      readonly type: "salesBelowThreshold";
      readonly sales: Fen;
      readonly threshold: Fen;
      readonly commission: Fen;
      /** The commission once the threshold is reached. */
      readonly reached: Fen;
    }
  | { readonly type: "salesOutOfProportion"; readonly sales: Fen; readonly usual: Fen }
  | {
      readonly type: "salesUnitUnknown";
      /** What suggests another unit: a heading, or 单位 above the table. */
      readonly text: string;
      /** Yuan in one of what the amounts seem to be in. */
      readonly factor: number;
    };

export type PayFacts =
  | {
      readonly type: "payDiffers";
      readonly part: PayPart;
      /** Null where the cell holds no amount. */
      readonly typed: Fen | null;
      readonly seen: SeenContent | null;
      readonly computed: Fen;
      readonly how: PayHow;
    }
  | {
      readonly type: "rateDisputed";
      readonly score: Score;
      readonly reading: NamedReading;
      readonly results: readonly RateUnderOption[];
    }
  | {
      readonly type: "salaryUndecided";
      readonly level: Words;
      readonly reading: NamedReading;
      readonly results: readonly PayUnderOption[];
    }
  | {
      readonly type: "probationPayDisputed";
      readonly reading: NamedReading;
      readonly gross: Fen;
      readonly other: Fen;
    }
  | { readonly type: "monthNotWhole"; readonly reason: ProrationReason }
  | {
      readonly type: "salaryTooLow";
      readonly level: Words;
      readonly base: Fen;
      readonly than:
        | { readonly kind: "minimumWage"; readonly amount: Fen }
        /** The least share of the next level's base salary, in hundredths of a per cent. */
        | {
            readonly kind: "share";
            readonly level: Words;
            readonly amount: Fen;
            readonly share: number;
          };
    };

export type ConductFacts =
  | ({ readonly type: "failsReachReview" } & FailedRun)
  | ({ readonly type: "failsBelowReview" } & FailedRun)
  | { readonly type: "complaintsReachReview"; readonly complaints: number; readonly from: number }
  | {
      readonly type: "finesInPay";
      /** Taken off the typed gross pay, or listed in a column of its own. */
      readonly netted: boolean;
      readonly amount: Fen;
    }
  | {
      readonly type: "countUnusable";
      readonly of: "complaints" | "leaves";
      readonly seen: SeenContent;
    };

export type EligibilityFacts =
  | { readonly type: "candidate"; readonly level: Words; readonly target: Words }
  | { readonly type: "oneMonthShort"; readonly level: Words; readonly target: Words }
  | {
      readonly type: "candidateDisputed";
      readonly target: Words;
      readonly readings: readonly NamedReading[];
    }
  | { readonly type: "alsoMeetsHigher"; readonly target: Words; readonly also: Words };

export type PolicyFacts =
  | { readonly type: "policyFaulty"; readonly fault: LintResult }
  | {
      readonly type: "readingUndecided";
      readonly reading: NamedReading;
      readonly blocking: boolean;
      readonly people: number;
      readonly options: readonly OptionEffect[];
    }
  | { readonly type: "policyUndated"; readonly missing: readonly ("issuer" | "effectiveFrom")[] }
  | {
      readonly type: "decisionUnknown";
      /** As the workbook has them; an unknown reading has no title but its id. */
      readonly decisions: readonly { readonly reading: Words; readonly option: string }[];
    };

/** What the findings of each group state. */
export interface FactsByGroup {
  readonly headings: HeadingFacts;
  readonly calculation: CalculationFacts;
  readonly people: PersonFacts;
  readonly levels: LevelFacts;
  readonly months: MonthFacts;
  readonly missing: MissingFacts;
  readonly scores: ScoreFacts;
  readonly sales: SalesFacts;
  readonly pay: PayFacts;
  readonly conduct: ConductFacts;
  readonly eligibility: EligibilityFacts;
  readonly policy: PolicyFacts;
}

/** What a finding is about: the part of its number between the hyphens. */
export type FindingGroup = keyof FactsByGroup;

export type FindingFacts = FactsByGroup[FindingGroup];

/** What a finding is called; its check has the same name. */
export type FindingType = FindingFacts["type"];

/** The number that people see and may ask about: "F-POL-02". */
export type FindingCode = `F-${string}-${number}`;
