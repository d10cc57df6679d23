// Takes: nothing.
// Gives: Cell, Grid, CellRef, Area, A1 notation and sheets' names in formulas: what a sheet is, without Excel; lists as long as one.
// Never: Excel, meaning of cells.
export { cellText, errorOf, isBlank, isErrorCode, isNotCalculated } from "./cell";
export type { Cell, CellError, ErrorCode } from "./cell";
export {
  columnIndex,
  columnLetters,
  formatAddress,
  formatRef,
  LAST_COLUMN,
  LAST_ROW,
  mergeAddresses,
  parseCell,
} from "./address";
export type { CellRef, SheetRef } from "./address";
export type { Grid } from "./grid";
export { ByRow, joinChunks, LongList } from "./longList";
export {
  areaBetween,
  formatAbsoluteArea,
  formatArea,
  holdsArea,
  holdsCell,
  isOneCell,
  lastCellOf,
  overlap,
  parseArea,
  parseSpan,
  sameArea,
} from "./area";
export type { Area } from "./area";
export { quoteSheetName, unquoteSheetName } from "./sheetName";
export { SHEET_TAGS, WITNESS } from "./sheetContent";
export type {
  CellStyle,
  StyleOfAreas,
  SheetChart,
  SheetContent,
  SheetPrint,
  SheetTag,
  WrittenCell,
} from "./sheetContent";
