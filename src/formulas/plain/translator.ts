import type { ParameterId } from "../types";
import type { FormulaContext } from "./formulaContext";
import type { Months } from "./months";
import type { WhyValue } from "./types";

/** The text that reads one cell of an argument; null where it was left out. */
export type CellOf = (parameter: ParameterId) => string | null;

/** How one of our functions is translated into functions that every spreadsheet program has. */
export type Translator =
  /** One answer, or one row of answers, for each place of the arguments. */
  | {
      readonly kind: "cells";
      /** One argument a line: arguments that lie in a row are not taken. */
      readonly columnsOnly: boolean;
      readonly write: (cell: CellOf, context: FormulaContext) => readonly string[] | WhyValue;
    }
  /** One answer for the scores of one employee. */
  | {
      readonly kind: "scores";
      readonly write: (
        months: Months,
        level: string | null,
        context: FormulaContext,
      ) => readonly string[] | WhyValue;
    };
