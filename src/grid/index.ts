// Takes: nothing.
// Gives: Cell, Grid, CellRef and A1 notation: what a sheet is, without Excel; lists as long as one.
// Never: Excel, meaning of cells.
export { errorOf, isBlank, isErrorCode, isNotCalculated } from "./cell";
export type { Cell, CellError, ErrorCode } from "./cell";
export { columnLetters, formatAddress, formatRef, mergeAddresses } from "./address";
export type { CellRef, SheetRef } from "./address";
export type { Grid } from "./grid";
export { ByRow, joinChunks, LongList } from "./longList";
export { formatArea, parseArea, sameArea } from "./area";
export type { Area } from "./area";
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
