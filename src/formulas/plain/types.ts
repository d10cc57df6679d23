import type { EffectivePolicy } from "../../policy";

/** One argument of a call as it stands in a workbook's formula. */
export interface PlainArgument {
  /** As written: B2, Sheet1!B2:M2, "初级客服", IF(B2="",0,B2). */
  readonly text: string;
  /** `value` is everything that is no reference to cells. */
  readonly kind: "cell" | "range" | "value";
  readonly rows: number;
  readonly columns: number;
}

/** Why a call can only become its value; wording says it. */
export type WhyValue =
  /** No function of ours is called that, or classic functions cannot express it. */
  | "noPlainFormula"
  /** Arguments are missing, or more than the function has. */
  | "arguments"
  /** The policy differs by month, and the call takes its month from cells. */
  | "month"
  /** An argument computes several cells at once, or the sizes do not fit. */
  | "shape"
  /** Several employees in one call. */
  | "severalPeople"
  /** More months than a formula can hold. */
  | "tooManyMonths"
  /** A reading in force that only the function follows. */
  | "reading"
  /** Amounts of this policy that a sheet's numbers cannot hold exactly. */
  | "amounts"
  /** Longer or deeper nested than Excel 2010 takes. */
  | "tooLong";

export type PlainAnswer =
  /** One text per result cell, without "=". */
  | { readonly kind: "formulas"; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: "value"; readonly why: WhyValue };

/** A cell of the sheet of parameters; null stays empty. Texts are texts, whatever they begin with. */
export type ParameterCell = number | string | null;

export interface ParameterRow {
  readonly kind: "title" | "heading" | "columns" | "values";
  readonly cells: readonly ParameterCell[];
}

export interface ParameterSheet {
  readonly name: string;
  readonly rows: readonly ParameterRow[];
}

/** The equivalents of calls under a workbook's policy, and the sheet that they refer to. */
export interface PlainFormulas {
  /** The numbers that the formulas given so far refer to, and no others; null where they refer to none. */
  sheet(): ParameterSheet | null;
  /** `name` without "CS."; null stands for an argument that was left out. */
  readonly translate: (name: string, given: readonly (PlainArgument | null)[]) => PlainAnswer;
}

/** The words of the sheet, in the policy's language; units stand in them. */
export interface PlainWords {
  readonly sheet: string;
  readonly title: string;
  readonly note: string;
  /** Around the month whose policy numbers are, where it is not that of all months. */
  readonly ofMonth: readonly [string, string];
  readonly levels: {
    readonly heading: string;
    readonly columns: Readonly<Record<"spelling" | "rank" | "level", string>>;
  };
  readonly salaries: {
    readonly heading: string;
    readonly columns: Readonly<
      Record<"spelling" | "base" | "variablePay" | "performanceBase", string>
    >;
    /** Stands where a base salary waits for a decision. */
    readonly undecided: string;
  };
  readonly commission: {
    readonly heading: string;
    readonly columns: Readonly<Record<"from" | "rate" | "more" | "fixed", string>>;
    /** Stands where sales are too large to be computed. */
    readonly beyond: string;
    readonly greatest: string;
    readonly mode: string;
    readonly modes: Readonly<Record<EffectivePolicy["commission"]["mode"], string>>;
  };
  readonly scores: {
    readonly heading: string;
    readonly columns: Readonly<Record<"from" | "tier", string>>;
    /** Stands for the tier of scores that the readings in force refuse. */
    readonly refused: string;
    readonly minimum: string;
    readonly maximum: string;
    readonly rounding: string;
    readonly roundings: Readonly<Record<EffectivePolicy["score"]["rounding"], string>>;
  };
  readonly performance: {
    readonly heading: string;
    readonly columns: Readonly<Record<"tier" | "rate", string>>;
    readonly scoreInPay: string;
    readonly scoresInPay: Readonly<Record<EffectivePolicy["performance"]["scoreInPay"], string>>;
  };
  readonly notAssessed: {
    readonly heading: string;
    readonly leave: string;
    readonly other: string;
  };
  readonly fines: {
    readonly heading: string;
    readonly columns: Readonly<Record<"complaints" | "total", string>>;
    readonly greatestComplaints: string;
    readonly leave: string;
    readonly greatestLeaves: string;
    readonly greatestFine: string;
  };
  readonly promotion: {
    readonly heading: string;
    /** Before the number of a line that scores are to reach. */
    readonly line: string;
    /** Around that number, above how many months in a row are to reach the line. */
    readonly needs: readonly [string, string];
    readonly columns: Readonly<
      Record<
        "spelling" | "rank" | "target" | "betterMonths" | "betterWithin" | "betterLowest",
        string
      >
    >;
  };
  readonly review: {
    readonly heading: string;
    readonly failBelow: string;
    readonly limit: string;
    /** The highest level to which a review applies, by its place on the ladder. */
    readonly scope: string;
  };
  /** What the functions answer, cut where the formula puts a number or a level's name. */
  readonly verdicts: {
    readonly noLevel: string;
    readonly noScores: string;
    readonly topLevel: string;
    /** Before the target. */
    readonly eligible: string;
    /** Around the number of the cell. */
    readonly missing: readonly [string, string];
    /** Around the number of months, before the target. */
    readonly monthsShort: readonly [string, string];
    readonly risk: {
      readonly ok: string;
      readonly review: string;
      /** Around the count and the limit. */
      readonly atRisk: readonly [string, string, string];
    };
  };
}
