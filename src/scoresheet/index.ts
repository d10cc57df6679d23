// Takes: cells and grids; the policy's limits, words, headings and levels as arguments.
// Gives: quantities read from cells, a sheet's layout, its people and records with their cells; what cannot be read as a problem.
// Never: Excel, numbers of the policy, judgements, sentences.
export { asOfMonth, asOfMonthInSteps } from "./records/asOfMonth";
export { findCompanion } from "./layout/companion";
export type { Companion } from "./layout/companion";
export { matchPeople } from "./records/companions";
export type { CompanionPart } from "./records/companions";
export { chooseScore } from "./cells/chooseScore";
export type { ScoreChosen } from "./cells/chooseScore";
export { explainLayout, findLayout, hasRequiredColumns } from "./layout/findLayout";
export { HEADER_ROWS } from "./layout/layoutOptions";
export type { LayoutOptions, OtherHeadings, ResolvedMapping } from "./layout/layoutOptions";
export { headingKey } from "./layout/headings";
export { fileNameIn } from "./layout/monthClues";
export { findMonthIn, monthOfText } from "./layout/monthText";
export { historyOf } from "./records/historyOf";
export type { MonthEntry } from "./records/historyOf";
export {
  clausesIn,
  PROMOTION_FIELDS,
  PROMOTION_HEADINGS,
  PROMOTION_RESULTS,
  PROMOTION_SHEET,
  promotionRecordsOf,
  readPromotionSheet,
} from "./promotionSheet";
export type { PromotionField, PromotionRecord, PromotionSheet, StepResult } from "./promotionSheet";
export { rememberMapping, resolveMapping } from "./layout/mapping";
export type { RememberedColumn, RememberedMapping } from "./layout/mapping";
export { fillMerged, mayBeMerged } from "./layout/mergedCells";
export { isUnknown } from "./cells/quantity";
export { readCount } from "./cells/readCount";
export { readMoney } from "./cells/readMoney";
export { readMonth } from "./cells/readMonth";
export { readDate, readSheetMonth } from "./cells/readSheetMonth";
export type { DateRead } from "./cells/readSheetMonth";
export { readMonthHeading } from "./layout/readMonthHeading";
export type { MonthHeading } from "./layout/readMonthHeading";
export { sameLayout } from "./records/earlier";
export {
  readCompanion,
  readRecords,
  readRecordsInSteps,
  readSheets,
  readSheetsInSteps,
} from "./records/readRecords";
export type { OtherSheets, RowsRead, SheetInput } from "./records/readRecords";
export { holdsAmounts, ownAmountOf, ownColumns } from "./records/ownColumns";
export type { OwnColumn } from "./records/ownColumns";
export { readScore, REAL_ZERO } from "./cells/readScore";
export type { ZeroMeans } from "./cells/readScore";
export { whoKey } from "./records/rowReader";
export type { RecordOptions, Who } from "./records/rowReader";
export { readName, readText } from "./cells/readText";
export { settleSheetMonths } from "./layout/sheetMonth";
export { COMPANION_FIELDS, MONTHLY_FIELDS, SHEET_FIELDS } from "./types";
export type * from "./types";
