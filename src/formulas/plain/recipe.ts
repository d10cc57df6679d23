import type { EffectivePolicy } from "../../policy";
import type { ParameterId } from "../types";
import type { Parameters } from "./parameters";
import type { WhyValue } from "./types";

/** What a recipe is given beside the cells. */
export interface Kitchen {
  readonly policy: EffectivePolicy;
  readonly parameters: Parameters;
  /** In a range of scores the number 0 is blank. */
  readonly zeroIsBlank: boolean;
}

/** The text that reads one cell of an argument; null where it was left out. */
export type CellOf = (parameter: ParameterId) => string | null;

/** The scores of one employee. */
export interface ScoreRange {
  /** The whole range, oldest first. */
  readonly range: string;
  readonly months: number;
}

/** How a function is said in classic functions. */
export type Recipe =
  /** One answer, or one row of answers, for each place of the arguments. */
  | {
      readonly kind: "cells";
      /** One argument a line: arguments that lie in a row are not taken. */
      readonly columnsOnly: boolean;
      readonly write: (cell: CellOf, kitchen: Kitchen) => readonly string[] | WhyValue;
    }
  /** One answer for the scores of one employee. */
  | {
      readonly kind: "scores";
      readonly write: (
        scores: ScoreRange,
        level: string | null,
        kitchen: Kitchen,
      ) => readonly string[] | WhyValue;
    };
