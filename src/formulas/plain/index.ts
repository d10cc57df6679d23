// Takes: a policy, the words of a sheet, arguments as they stand in a workbook's formulas.
// Gives: the sheet of the policy's numbers, and each call in classic functions, or why it can only be a value.
// Never: in the functions' script, which answers without it.
export { plainFormulas } from "./plainFormulas";
export type {
  ParameterCell,
  ParameterRow,
  ParameterSheet,
  PlainAnswer,
  PlainArgument,
  PlainFormulas,
  PlainWords,
  WhyValue,
} from "./types";
