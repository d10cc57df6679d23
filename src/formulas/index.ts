// Takes: blocks of cells, the workbook's policy, today's month.
// Gives: the custom functions as values: what Excel is told of each, and answers and errors as data.
// Never: Excel, the clock, sentences of an answer.
export { formulas } from "./all";
export { builtInPolicy } from "./define";
export { functionsHelp } from "./help";
export type { FunctionsHelp } from "./help";
export { functionsMetadata } from "./metadata";
export type { FunctionsMetadata } from "./metadata";
export { plainFormulas } from "./plain";
export type {
  ParameterCell,
  ParameterRow,
  ParameterSheet,
  PlainAnswer,
  PlainArgument,
  PlainFormulas,
  PlainWords,
  WhyValue,
} from "./plain";
export { registerFormulas } from "./registry";
export type {
  Allowed,
  Answer,
  Answers,
  Block,
  EvidenceMonth,
  Explanation,
  ExplanationCell,
  Fault,
  FaultReason,
  Formula,
  FormulaContext,
  Parameter,
  PolicyInForce,
  Shape,
  Titled,
  Verdict,
  Words,
} from "./types";
