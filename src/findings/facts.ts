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

/** A month's pay as one option of a reading has the base salary; no gross where it cannot be told. */
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
  /** Gross pay of all people concerned under this option, as far as it can be told. */
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

/** What each finding states, by its code: codes and facts, no sentences. */
export type FindingFacts =
  | { readonly code: "F-HDR-01"; readonly heading: string; readonly synonyms: readonly string[] }
  | {
      readonly code: "F-HDR-02";
      readonly heading: string;
      /** The rival headings with their column letters. */
      readonly rivals: readonly { readonly heading: string; readonly column: string }[];
    }
  | {
      readonly code: "F-HDR-03";
      readonly heading: string;
      /** What another place says of the month instead; null where a year is missing. */
      readonly against: string | null;
    }
  | {
      readonly code: "F-HDR-04";
      readonly heading: string;
      /** The month that another column (its letters) already has; null for an unreadable heading. */
      readonly repeats: { readonly month: Month; readonly column: string } | null;
    }
  /** Null: some, nobody can tell how many. */
  | { readonly code: "F-HDR-05"; readonly rows: number | null }
  | { readonly code: "F-HDR-06"; readonly rows: number; readonly columns: number }
  | {
      readonly code: "F-CALC-01";
      readonly cells: number;
      /** The first of them, "F12". */
      readonly example: string;
    }
  | { readonly code: "F-EMP-01"; readonly row: number }
  | {
      readonly code: "F-EMP-02";
      readonly name: string;
      /** 工号 of the namesakes; blank for those without one. */
      readonly namesakes: readonly string[];
      readonly hasEmployeeId: boolean;
    }
  | {
      readonly code: "F-EMP-03";
      readonly problem:
        | { readonly kind: "names"; readonly names: readonly string[] }
        | { readonly kind: "stray"; readonly seen: string; readonly clean: string };
    }
  | { readonly code: "F-EMP-04"; readonly asOf: Month; readonly lastScored: Month | null }
  | { readonly code: "F-LVL-01"; readonly text: string; readonly levels: readonly Words[] }
  | {
      readonly code: "F-LVL-02";
      readonly from: Words;
      readonly to: Words;
      readonly since: Month;
      readonly falls: boolean;
    }
  | {
      readonly code: "F-LVL-03";
      readonly from: Words;
      readonly to: Words;
      readonly since: Month;
    }
  | {
      readonly code: "F-LVL-04";
      readonly since: Month;
      readonly months: number;
      readonly limit: number;
    }
  | {
      readonly code: "F-MON-01";
      readonly problem:
        | { readonly kind: "blank" }
        | { readonly kind: "unreadable"; readonly text: string }
        | { readonly kind: "withoutYear"; readonly text: string }
        /** The year in the column beside it. */
        | { readonly kind: "otherYear"; readonly text: string; readonly year: number }
        | { readonly kind: "future"; readonly today: Month };
    }
  | {
      readonly code: "F-MON-02";
      readonly identical: boolean;
      /** The row of the sheet, counted from 1, that has the month first. */
      readonly firstRow: number;
      /** The sheet of that row, where it is another one. */
      readonly firstSheet: string | null;
    }
  | { readonly code: "F-MON-03"; readonly hired: Month }
  | { readonly code: "F-MIS-01" }
  | { readonly code: "F-MIS-02" }
  | {
      readonly code: "F-MIS-03";
      readonly begins: Month;
      readonly lookBack: number;
      readonly neededFrom: Month;
      readonly hired: Month | null;
    }
  | { readonly code: "F-SCO-01"; readonly seen: SeenContent }
  | {
      readonly code: "F-SCO-02";
      readonly cleaned: Exclude<Cleaned, null>;
      readonly seen: string;
      readonly score: Score;
    }
  | {
      readonly code: "F-SCO-03";
      /** Null where the number is beyond anything that can be written out. */
      readonly value: number | null;
      readonly minimum: Score;
      readonly maximum: Score;
    }
  | {
      readonly code: "F-SCO-04";
      /** HR has said that it is a score; formulas over the range cannot know that. */
      readonly confirmed: boolean;
    }
  | { readonly code: "F-SCO-05"; readonly scores: number; readonly greatest: Score }
  | {
      readonly code: "F-SCO-06";
      readonly score: Score;
      readonly reading: NamedReading;
      readonly results: readonly TierUnderOption[];
    }
  | {
      readonly code: "F-SCO-07";
      readonly shown: string;
      readonly score: Score;
      readonly tier: number | null;
      readonly shownTier: number | null;
    }
  | { readonly code: "F-SCO-08"; readonly score: Score }
  | { readonly code: "F-SCO-09"; readonly formulas: number; readonly column: string }
  | { readonly code: "F-SAL-01"; readonly seen: SeenContent }
  | { readonly code: "F-SAL-02"; readonly sales: Fen }
  | {
      readonly code: "F-SAL-03";
      readonly sales: Fen;
      readonly reading: NamedReading;
      readonly results: readonly CommissionUnderOption[];
    }
  | { readonly code: "F-SAL-04" }
  | {
      readonly code: "F-SAL-05";
      readonly sales: Fen;
      readonly threshold: Fen;
      readonly commission: Fen;
      /** The commission once the threshold is reached. */
      readonly reached: Fen;
    }
  | { readonly code: "F-SAL-06"; readonly sales: Fen; readonly usual: Fen }
  | {
      readonly code: "F-SAL-07";
      /** What speaks for another unit: a heading, or 单位 above the table. */
      readonly text: string;
      /** Yuan in one of what the amounts seem to be in. */
      readonly factor: number;
    }
  | {
      readonly code: "F-SCO-10";
      readonly heading: string;
      readonly grades: readonly string[];
    }
  | {
      readonly code: "F-PAY-01";
      readonly part: PayPart;
      /** Null where the cell holds no amount. */
      readonly typed: Fen | null;
      readonly seen: SeenContent | null;
      readonly computed: Fen;
      readonly how: PayHow;
    }
  | {
      readonly code: "F-PAY-02";
      readonly score: Score;
      readonly reading: NamedReading;
      readonly results: readonly RateUnderOption[];
    }
  | {
      readonly code: "F-PAY-03";
      readonly level: Words;
      readonly reading: NamedReading;
      readonly results: readonly PayUnderOption[];
    }
  | {
      readonly code: "F-PAY-04";
      readonly reading: NamedReading;
      readonly gross: Fen;
      readonly other: Fen;
    }
  | { readonly code: "F-PAY-05"; readonly reason: ProrationReason }
  | {
      readonly code: "F-PAY-06";
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
    }
  | ({ readonly code: "F-DIS-01" } & FailedRun)
  | ({ readonly code: "F-DIS-02" } & FailedRun)
  | { readonly code: "F-DIS-03"; readonly complaints: number; readonly from: number }
  | {
      readonly code: "F-DIS-04";
      /** Taken off the typed gross pay, or listed in a column of its own. */
      readonly netted: boolean;
      readonly amount: Fen;
    }
  | {
      readonly code: "F-DIS-05";
      readonly of: "complaints" | "leaves";
      readonly seen: SeenContent;
    }
  | { readonly code: "F-ELI-01"; readonly level: Words; readonly target: Words }
  | { readonly code: "F-ELI-02"; readonly level: Words; readonly target: Words }
  | {
      readonly code: "F-ELI-03";
      readonly target: Words;
      readonly readings: readonly NamedReading[];
    }
  | { readonly code: "F-ELI-04"; readonly target: Words; readonly also: Words }
  | { readonly code: "F-POL-01"; readonly fault: LintResult }
  | {
      readonly code: "F-POL-02";
      readonly reading: NamedReading;
      readonly blocking: boolean;
      readonly people: number;
      readonly options: readonly OptionEffect[];
    }
  | { readonly code: "F-POL-03"; readonly missing: readonly ("issuer" | "effectiveFrom")[] }
  | {
      readonly code: "F-POL-04";
      /** As the workbook has them; an unknown reading has no title but its id. */
      readonly decisions: readonly { readonly reading: Words; readonly option: string }[];
    };

export type FindingCode = FindingFacts["code"];
