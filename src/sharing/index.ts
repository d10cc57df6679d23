// Takes: the bytes of a workbook, and what a copy of it is for.
// Gives: what a copy would be made of; the bytes of a copy that opens without the add-in; why a file is refused.
// Never: Excel, sentences; changes of what need not change: every other part stays byte for byte the same.
export { shareWorkbook, type ShareOptions } from "./share";
export { surveyWorkbook } from "./survey";
export { compareWorkbook } from "./compare";
export type { SurveyHeadings } from "./survey";
export { readPolicyOf, withPolicyPart } from "./keptPolicy";
export type { PolicyOfFile } from "./keptPolicy";
export { readWorkbookGrids } from "./readGrids";
export type { GridsOfFile, SheetOfFile } from "./readGrids";
export { readTextTable } from "./textTable";
export type { TextTable } from "./textTable";
export { FileRefusal, limits, type Codec, type Deflater, type RefusalCode } from "../ooxml";
export { callsUs } from "./formulas/calls";
export type { NoPlainReason } from "./formulas/translate";
export type {
  Comparison,
  CopyFacts,
  Difference,
  DisputedCells,
  EvaluateCall,
  LeftOut,
  NoPlainCount,
  PeopleChoice,
  PlainChoice,
  ShareChoices,
  SharedCopy,
  SheetInWorkbook,
  ShareStep,
  WorkbookSurvey,
} from "./types";
export type { CellPlace, TroubledCell } from "./workbook/surveySheet";
