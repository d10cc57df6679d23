import type { Month } from "../../../src/units";
import type { LevelName, Policy } from "./policy";

// A department as it is: what was meant by each cell, before anybody wrote it into a sheet.

export type ScoreTruth =
  | { readonly kind: "points"; readonly points: number }
  /** The number 0 that may be a placeholder. */
  | { readonly kind: "zero" }
  /** Written 0分. */
  | { readonly kind: "realZero" }
  | { readonly kind: "leave"; readonly word: string }
  | { readonly kind: "reason"; readonly word: string }
  | { readonly kind: "blank" }
  /** A number beyond the scale. */
  | { readonly kind: "beyond"; readonly points: number }
  | { readonly kind: "word"; readonly word: string };

/** An amount in fen or a count; null is a blank cell. */
export type NumberTruth = number | null | { readonly word: string };

export interface LevelTruth {
  /** As it is typed; blank in a row that names none. */
  readonly text: string;
  /** What it means; null where it means none of the five. */
  readonly level: LevelName | null;
}

/** Amounts of pay that the department has typed itself. */
export interface TypedPay {
  readonly base: NumberTruth;
  readonly commission: NumberTruth;
  readonly performance: NumberTruth;
  readonly gross: NumberTruth;
}
export const PAY_PARTS = ["base", "commission", "performance", "gross"] as const;
export type PayPart = (typeof PAY_PARTS)[number];

/** One row of a long sheet, one month of a wide row. */
export interface RowTruth {
  /** Null where the cell cannot be read. */
  readonly month: Month | null;
  readonly level: LevelTruth;
  readonly score: ScoreTruth;
  readonly sales: NumberTruth;
  readonly extra: NumberTruth;
  readonly complaints: NumberTruth;
  readonly leaves: NumberTruth;
  readonly hired: { readonly month: Month; readonly day: number } | null;
  readonly since: Month | null;
  readonly typed: TypedPay;
}

export interface PersonTruth {
  readonly id: string;
  /** In the order of the sheet. */
  readonly rows: readonly RowTruth[];
  /** HR has said that they left. */
  readonly left: boolean;
  /** HR has confirmed that this person's zeros were earned. */
  readonly zerosEarned: boolean;
  /** What stands in a wide row once for all of its months. */
  readonly level: LevelTruth;
}

export interface Department {
  /** `blocks`: a wide sheet that has more of each month than its score. */
  readonly layout: "long" | "wide" | "blocks";
  /** Earlier months of a long one stand in a sheet of their own. */
  readonly earlierApart: boolean;
  readonly columns: { readonly level: boolean; readonly sales: boolean };
  readonly people: readonly PersonTruth[];
  readonly policy: Policy;
  /** The month of the day on which the sheet is validated. */
  readonly today: Month;
  /** HR's choice of the month; null where it is to be found. */
  readonly asOf: Month | null;
}
