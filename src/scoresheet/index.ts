// Takes: cells and grids; the policy's limits, words, headings and levels as arguments.
// Gives: quantities read from cells, a sheet's layout, its people and records with their cells; what cannot be read as a problem.
// Never: Excel, numbers of the policy, judgements, sentences.
export { asOfMonth, asOfMonthInSteps } from "./asOfMonth";
export { chooseScore } from "./chooseScore";
export type { ScoreChosen } from "./chooseScore";
export { findLayout, hasRequiredColumns } from "./findLayout";
export type { LayoutOptions, ResolvedMapping } from "./findLayout";
export { historyOf } from "./historyOf";
export type { MonthEntry } from "./historyOf";
export {
  clausesIn,
  PROMOTION_FIELDS,
  PROMOTION_HEADINGS,
  PROMOTION_SHEET,
  promotionRecordsOf,
  readPromotionSheet,
} from "./promotionSheet";
export type { PromotionField, PromotionRecord, PromotionSheet, StepResult } from "./promotionSheet";
export { rememberMapping, resolveMapping } from "./mapping";
export type { RememberedColumn, RememberedMapping } from "./mapping";
export { fillMerged, mayBeMerged } from "./mergedCells";
export { readCount } from "./readCount";
export { readMoney } from "./readMoney";
export { readMonth } from "./readMonth";
export { readDate, readSheetMonth } from "./readSheetMonth";
export type { DateRead } from "./readSheetMonth";
export { findMonthIn, readMonthHeading } from "./readMonthHeading";
export type { MonthHeading } from "./readMonthHeading";
export {
  readRecords,
  readRecordsInSteps,
  readSheets,
  readSheetsInSteps,
  sameLayout,
} from "./readRecords";
export type { OtherSheets, RowsRead, SheetPart } from "./readRecords";
export { readScore } from "./readScore";
export type { ZeroMeans } from "./readScore";
export type { RecordOptions, Who } from "./rowReader";
export { readName, readText } from "./readText";
export { settleSheetMonths, titleMonth } from "./sheetMonth";
export { MONTHLY_FIELDS, SHEET_FIELDS } from "./types";
export type * from "./types";
