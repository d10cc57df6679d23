// Takes: numbers and text from anywhere.
// Gives: Fen, Score, Month, BasisPoints: branded integers made by constructors only, and exact arithmetic; what
// columns are called in code; values that are made once.
// Never: policy numbers, sheets, sentences.
export { divideHalfAwayFromZero, scaleNumber, scaleText } from "./decimal";
export { addFen, fen, fenFromYuan, formatYuan, takeShare, yuanFromFen } from "./money";
export type { Fen } from "./money";
export { basisPoints } from "./basisPoints";
export type { BasisPoints } from "./basisPoints";
export { formatPoints, pointsFromScore, roundToWholePoints, score, scoreFromPoints } from "./score";
export type { Score } from "./score";
export {
  addMonths,
  dateFromSerial,
  dayFromDate,
  formatMonth,
  monthFromDate,
  monthFromNumber,
  monthFromSerial,
  monthFromText,
  monthNumber,
  monthOf,
  serialFromDate,
  yearOf,
} from "./month";
export type { Month } from "./month";
export { once } from "./once";
export { SHEET_FIELDS } from "./sheetFields";
export type { SheetField } from "./sheetFields";
export { compactText, normaliseText } from "./text";
