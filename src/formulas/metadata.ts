import { formulas } from "./all";
import type { Formula, Words } from "./types";

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
 * the page `help.html` under the address given ("" for one beside the metadata).
 */
export function functionsMetadata(language: keyof Words, address = ""): FunctionsMetadata {
  return {
    allowErrorForDataTypeAny: true,
    functions: [...formulas.values()].map((formula) => describe(formula, language, address)),
  };
}

function describe(formula: Formula, language: keyof Words, address: string): FunctionMetadata {
  return {
    id: formula.id,
    name: formula.id,
    description: formula.description[language],
    helpUrl: `${address}help.html#${formula.id}`,
    parameters: formula.parameters.map((parameter) => ({
      name: parameter.name[language],
      description: parameter.description[language],
      type: "any",
      // A matrix takes a single value as well; a scalar would be called once for each cell of a range.
      dimensionality: "matrix",
      ...(parameter.optional ? { optional: true } : {}),
    })),
    result: { type: "any", dimensionality: formula.result },
  };
}
