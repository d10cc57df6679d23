import type { ErrorCode } from "../grid";
import type { ReadingId, Words } from "../policy";
import type { Cleaned } from "../scoresheet";
import type { Fen, Month, Score } from "../units";

/** A reading by the title people know it by; its id never shows. */
export interface NamedReading {
  readonly id: ReadingId;
  readonly title: Words;
}

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
  | { readonly code: "F-HDR-03"; readonly heading: string }
  | {
      readonly code: "F-HDR-04";
      readonly heading: string;
      /** The month that another column (its letters) already has; null for an unreadable heading. */
      readonly repeats: { readonly month: Month; readonly column: string } | null;
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
      readonly code: "F-MON-01";
      readonly problem:
        | { readonly kind: "blank" }
        | { readonly kind: "unreadable"; readonly text: string }
        | { readonly kind: "withoutYear"; readonly text: string }
        | { readonly kind: "future"; readonly today: Month };
    }
  | {
      readonly code: "F-MON-02";
      readonly identical: boolean;
      /** The row of the sheet, counted from 1, that has the month first. */
      readonly firstRow: number;
    }
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
  | { readonly code: "F-SCO-04" }
  | { readonly code: "F-SCO-05"; readonly scores: number; readonly greatest: Score }
  | {
      readonly code: "F-SCO-06";
      readonly score: Score;
      readonly reading: NamedReading;
      readonly results: readonly TierUnderOption[];
    }
  | { readonly code: "F-SAL-01"; readonly seen: SeenContent }
  | { readonly code: "F-SAL-02"; readonly sales: Fen }
  | {
      readonly code: "F-SAL-03";
      readonly sales: Fen;
      readonly reading: NamedReading;
      readonly results: readonly CommissionUnderOption[];
    }
  | { readonly code: "F-SAL-04" }
  | ({ readonly code: "F-DIS-01" } & FailedRun)
  | ({ readonly code: "F-DIS-02" } & FailedRun)
  | { readonly code: "F-DIS-03"; readonly complaints: number; readonly from: number }
  | { readonly code: "F-ELI-01"; readonly level: Words; readonly target: Words }
  | { readonly code: "F-ELI-02"; readonly level: Words; readonly target: Words }
  | {
      readonly code: "F-ELI-03";
      readonly target: Words;
      readonly readings: readonly NamedReading[];
    }
  | { readonly code: "F-ELI-04"; readonly target: Words; readonly also: Words }
  | {
      readonly code: "F-POL-02";
      readonly reading: NamedReading;
      readonly blocking: boolean;
      readonly people: number;
      readonly options: readonly OptionEffect[];
    };

export type FindingCode = FindingFacts["code"];
