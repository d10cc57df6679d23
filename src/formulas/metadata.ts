import { allFormulas } from "./all";
import { basePayWords } from "./basePay";
import { clauseWords } from "./clause";
import { commissionWords } from "./commission";
import { eligibleWords } from "./eligible";
import { fineWords } from "./fine";
import { historyWords } from "./history";
import { monthsLeftWords } from "./monthsLeft";
import { payWords } from "./pay";
import { payslipWords } from "./payslip";
import { performancePayWords } from "./performancePay";
import { riskWords } from "./risk";
import { tierWords } from "./tier";
import { whyWords } from "./why";
import { parameterDescriptions } from "./parameters";
import type { Formula, Words } from "./types";

/** A function without words does not compile. */
const words: Readonly<Record<keyof typeof allFormulas, Words>> = {
  commission: commissionWords,
  eligible: eligibleWords,
  monthsLeft: monthsLeftWords,
  why: whyWords,
  tier: tierWords,
  performancePay: performancePayWords,
  basePay: basePayWords,
  pay: payWords,
  payslip: payslipWords,
  risk: riskWords,
  fine: fineWords,
  clause: clauseWords,
  history: historyWords,
};

interface ParameterMetadata {
  readonly name: string;
  readonly description: string;
  readonly type: "any";
  readonly dimensionality: "matrix";
  readonly optional?: true;
}

interface FunctionMetadata {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly helpUrl: string;
  readonly parameters: readonly ParameterMetadata[];
  readonly result: { readonly type: "any"; readonly dimensionality: "scalar" | "matrix" };
}

/** What Excel reads of the functions before it runs them. */
export interface FunctionsMetadata {
  /** Without it a cell with an error never reaches a function, and the whole list of scores is lost. */
  readonly allowErrorForDataTypeAny: true;
  readonly functions: readonly FunctionMetadata[];
}

/**
 * The functions' metadata in one language. Ids and names are the same in every language; help leads to
 * the page `help.html` below the address given ("" where there is none, as in tests).
 */
export function functionsMetadata(language: keyof Words, address = ""): FunctionsMetadata {
  return {
    allowErrorForDataTypeAny: true,
    functions: Object.entries(allFormulas).map(
      ([name, formula]) => describe(formula, words[name as keyof typeof words], language, address), // a key of both
    ),
  };
}

function describe(
  formula: Formula,
  description: Words,
  language: keyof Words,
  address: string,
): FunctionMetadata {
  return {
    id: formula.id,
    name: formula.id,
    description: description[language],
    helpUrl: `${address}help.html#${formula.id}`,
    parameters: formula.parameters.map((parameter) => ({
      name: parameter.name[language],
      description: parameterDescriptions[parameter.id][language],
      type: "any",
      // A matrix takes a single value as well; a scalar would be called once for each cell of a range.
      dimensionality: "matrix",
      ...(parameter.optional ? { optional: true } : {}),
    })),
    result: { type: "any", dimensionality: formula.result },
  };
}
