// Takes: a gateway to the workbook, the day, an abort signal.
// Gives: the sequences behind buttons and commands, with progress and cancel.
// Never: Excel, React, judgements of its own.
export { areaOf, GatewayError, isForeseen, problemOf } from "./gateway";
export type {
  CellEdit,
  CellsEdited,
  AreasRead,
  SheetEdit,
  FileProgress,
  Gateway,
  GatewayProblem,
  MergedArea,
  SheetTable,
  KeptPolicy,
  PolicyWrite,
  ReadFileOptions,
  ReadOptions,
  ReadProgress,
  RowEdit,
  SheetSummary,
  WriteOptions,
  WriteProgress,
  WrittenSheet,
} from "./gateway";
export type { TaskProgress } from "./run/progress";
export { isCancelled } from "./run/cancelled";
export { pause, runInSlices } from "./run/slices";
export type { SliceOptions } from "./run/slices";
export { paneRequests, PaneRequests } from "./paneRequests";
export type { PaneRequest, PaneServer } from "./paneRequests";
export { clauseIds, isTargetIssue, loadPolicyDrafts } from "./policy/policyDraft";
export type {
  DraftReview,
  DraftTarget,
  PolicyDraft,
  PolicyDrafts,
  TypedInput,
} from "./policy/policyDraft";
export { effectOnPast, ofThese, pastChange, startingIn } from "./policy/pastMonths";
export type { PastChange, PastEffect } from "./policy/pastMonths";
export { effectOfPolicy, effectOnMonth } from "./policy/versionEffects";
export type { TriedMonth } from "./policy/versionEffects";
export { exportPolicy, readPolicyFile } from "./policy/transferPolicy";
export type { PolicyFile, Replacing } from "./policy/transferPolicy";
export { writePolicySheet } from "./documents/writePolicySheet";
export {
  changePolicy,
  restorePolicy,
  settlePolicyParts,
  startPolicyAfresh,
} from "./policy/changePolicy";
export type { PolicyChange, PolicyEdit, PolicyEditing } from "./policy/changePolicy";
export { describePolicy } from "./policy/describePolicy";
export type { PolicyDescription } from "./policy/describePolicy";
export { PolicySession } from "./policy/policySession";
export type { PolicyGuard } from "./policy/policyTypes";
export { ignoredEntries, ignoredKey, mayIgnore } from "../findings";
export { isReadingId } from "../policy";
export { loadLostInFile } from "./policy/loadLostInFile";
export { builtInWorkbookPolicy, policyOfKept, prefetchPolicyReader } from "./policy/workbookPolicy";
export { policyOfFile } from "./policy/policyOfFile";
export {
  declining,
  departs,
  isDeclined,
  readDepartmentPolicy,
  takingOver,
} from "./policy/department";
export type { DepartmentFile, DepartmentPolicy } from "./policy/departmentPolicy";
export { keepingPolicy } from "./policy/keepingPolicy";
export type { CopyState, WorkbookPolicy } from "./policy/policyTypes";
export type { WitnessRead } from "./policy/witness";
export { clearHighlights, markMonth, marksOf, putMarks, sameMarks } from "./edits/highlightMonth";
export type { SheetMarks } from "./edits/highlightMonth";
export { readScoreSheet } from "./month/readScoreSheet";
export { openMonth, reportOf } from "./month/openMonth";
export type { OpenedMonth } from "./month/openMonth";
export { MonthSession } from "./month/monthSession";
export type { Outdated, SessionState, SessionTask } from "./month/sessionTypes";
export { validateSheet, validationOf } from "./month/validateSheet";
export type { NoSheet, SheetData, ValidateOptions } from "./month/readScoreSheet";
export type { MonthValidation, Validation } from "./month/validateSheet";
export { startScoreSheet } from "./documents/startSheet";
export { changeCells } from "./edits/changeCells";
export { takeBack } from "./edits/takeBack";
export type { SheetUndo, TakenBack } from "./edits/takeBack";
export { loadHistory } from "./history/loadHistory";
export type {
  FileContent,
  HistoryFound,
  HistoryWritten,
  OpenedFile,
  PickedFile,
  SheetDoubt,
} from "./history";
export type { CellsChanged, SheetEdits } from "./edits/changeCells";
export { editsOf, findSafeFixes } from "./edits/safeFixes";
export { formulaEdits, offerFormulas } from "./edits/insertFormulas";
export type { FormulasOffered } from "./edits/insertFormulas";
export { writeResults } from "./documents/writeResults";
export * from "./closed";
export { readPayMonth } from "./month/payMonth";
export type { PayData } from "./month/payMonth";
export { writePayCheck } from "./documents/writePayCheck";
export { writePayStrips } from "./documents/writePayStrips";
export { writePayslips } from "./documents/writePayslips";
export type { PayCheckChoices, PayslipChoices } from "../documents";
export type { LiveMonth } from "./month/liveMonth";
export { readPromotions } from "./month/promotions";
export type { PromotionData } from "./month/promotions";
export { writeCandidates, writeReviews } from "./documents/writeCandidates";
export type { SheetWritten } from "./documents/writeCandidates";
export { isPromotionSheet } from "./month/promotionTable";
export type { PromotionTable } from "./month/promotionTable";
export { createPromotionTable, recordStep } from "./edits/recordStep";
export type { StepEntry, StepRecorded } from "./edits/recordStep";
export { EVERYTHING } from "./sharing/copyRequest";
export type { CopyContent, CopyRequest, CopySetting } from "./sharing/copyRequest";
export { needsCopy } from "./sharing/needsCopy";
export { finishSharing, startSharing } from "./sharing/makeCopy";
export { platformCodec } from "./sharing/platformCodec";
export type { SharingJob, SharingResult } from "./sharing/makeCopy";
export { shareCopy, surveyDocument, toBase64, workbookName } from "./sharing/shareCopy";
export type { ShareOptions } from "./sharing/shareCopy";
export { FileRefusal } from "../sharing";
export type {
  CopyFacts,
  SharedCopy,
  SheetInWorkbook,
  TroubledCell,
  Comparison,
  Difference,
  WorkbookSurvey,
} from "../sharing";
export { changeSheetMemory, readSheetMemory, withLeft, withZero } from "./month/sheetMemory";
export { UNITS } from "./month/sheetMemory";
export type { SheetMemory, StoredMemory, Unit } from "./month/sheetMemory";
export type { NotRead, RowsSkipped, SheetLacking } from "./month/notRead";
export { withAlongside } from "./month/companionSheets";
export { forgetColumns, isInDoubt, readColumns, saveColumns } from "./month/mapColumns";
export type { ColumnChoices, ColumnData, MappedColumn, SheetAsks } from "./month/mapColumns";
export type { IgnoredChange } from "./month/ignoredMemory";
export { judgeSheet } from "./month/judgeSheet";
export type { JudgedBy } from "./month/judgeSheet";
