// Takes: the requests of Microsoft's unmodified Excel client library, and a workbook behind them.
// Gives: an emulated Excel host: answers, events, custom functions, faults and counters for tests.
// Never: imports anything of the add-in, and never answers for a member it does not know.
export { createExcelHost, REQUIREMENT_SETS } from "./host";
export type { ExcelHost, ExcelHostOptions } from "./host";
export type { Counters, LoggedRequest } from "./requests";
export type { Fault, Faults } from "./faults";
export { BEHAVIOURS } from "./profiles/behaviours";
export type { Behaviour, BehaviourId } from "./profiles/behaviours";
export { columnIndex, columnLetters, parseArea, quoteSheetName } from "./core/a1";
export { createPlainWorkbook } from "./core/plainWorkbook";
export { createUniverWorkbook } from "./core/univerWorkbook";
export { createParts } from "./core/sheetParts";
export type { PlainSheet } from "./core/plainSheets";
export type * from "./core/workbook";
export type * from "./core/sheetParts";
export type { ExternalInterface } from "./client/external";
export type {
  FunctionMetadata,
  FunctionsMetadata,
  ParameterMetadata,
} from "./functions/customFunctions";
export type { BlankAs, DisplayLanguage, ErrorShape, PaneState } from "./protocol/environment";
export { installOfficeHost } from "./browser";
