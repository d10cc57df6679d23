// Takes: a gateway to the workbook, the day, an abort signal.
// Gives: the sequences behind buttons and commands, with progress and cancel.
// Never: Excel, React, judgements of its own.
export { areaOf, GatewayError } from "./gateway";
export type {
  CellEdit,
  CellsEdited,
  AreasRead,
  SheetEdit,
  FileProgress,
  Gateway,
  MergedArea,
  SheetTable,
  GatewayProblem,
  ReadFileOptions,
  ReadOptions,
  ReadProgress,
  RowEdit,
  SheetSummary,
  WriteOptions,
  WriteProgress,
  WrittenSheet,
} from "./gateway";
export type { TaskProgress } from "./progress";
export { pause, runInSlices, throwIfCancelled } from "./slices";
export type { SliceOptions } from "./slices";
export { paneRequests, PaneRequests } from "./paneRequests";
export type { PaneRequest, PaneServer } from "./paneRequests";
export { clauseIds, isTargetIssue, loadPolicyDrafts } from "./policyDraft";
export type {
  DraftReview,
  DraftTarget,
  PolicyDraft,
  PolicyDrafts,
  TypedInput,
} from "./policyDraft";
export { effectOnMonth } from "./versionEffects";
export type { TriedMonth } from "./versionEffects";
export { exportPolicy, readPolicyFile } from "./transferPolicy";
export type { PolicyFile, Replacing } from "./transferPolicy";
export { writePolicySheet } from "./writePolicySheet";
export { changePolicy, startPolicyAfresh } from "./changePolicy";
export type { PolicyChange, PolicyEdit, PolicyEditing } from "./changePolicy";
export { describePolicy } from "./describePolicy";
export type { PolicyDescription } from "./describePolicy";
export { builtInWorkbookPolicy, policyOfParts, PolicySession } from "./policySession";
export type { WorkbookPolicy } from "./policySession";
export { clearHighlights, highlightMonth } from "./highlightMonth";
export type { Highlighting } from "./highlightMonth";
export { readScoreSheet, validateQuietly, validateSheet } from "./validateSheet";
export type { MonthValidation, SheetRead, ValidateOptions, Validation } from "./validateSheet";
export { newScoreSheet } from "./newScoreSheet";
export { startScoreSheet } from "./startSheet";
export { changeCells } from "./changeCells";
export { takeBack } from "./takeBack";
export type { SheetUndo, TakenBack } from "./takeBack";
export { loadHistory } from "./loadHistory";
export type {
  FileContent,
  HistoryFound,
  HistoryWritten,
  OpenedFile,
  PickedFile,
  SheetDoubt,
} from "./history";
export type { CellsChanged, SheetEdits } from "./changeCells";
export { editsOf, findSafeFixes } from "./safeFixes";
export { formulaEdits, offerFormulas } from "./insertFormulas";
export type { FormulasOffered } from "./insertFormulas";
export { resultsContent, writeResults } from "./writeResults";
export { readPayMonth } from "./payMonth";
export type { PayRead } from "./payMonth";
export { payslipContent, writePayslips } from "./writePayslips";
export type { PayslipChoices } from "./writePayslips";
export { EditFollower } from "./editFollower";
export type { FollowTarget, Outdated } from "./editFollower";
export type { LiveMonth } from "./liveMonth";
export { readPromotions, readStepsAgain, writeCandidates, writeReviews } from "./promotions";
export type { NotWritten, PromotionsRead, SheetWritten } from "./promotions";
export { isPromotionSheet } from "./promotionTable";
export type { PromotionTable } from "./promotionTable";
export { createPromotionTable, recordStep } from "./recordStep";
export type { StepEntry, StepRecorded } from "./recordStep";
export { EVERYTHING } from "./sharing/copyRequest";
export type { CopyContent, CopyRequest, CopySetting } from "./sharing/copyRequest";
export { needsCopy } from "./sharing/needsCopy";
export { startSharing } from "./sharing/makeCopy";
export type { SharingJob, SharingResult } from "./sharing/makeCopy";
export { shareCopy, surveyDocument, toBase64 } from "./sharing/shareCopy";
export type { ShareOptions } from "./sharing/shareCopy";
export { ShareRefusal } from "../sharing";
export type {
  CopyFacts,
  SharedCopy,
  SheetInWorkbook,
  TroubledCell,
  WorkbookSurvey,
} from "../sharing";
export {
  changeSheetMemory,
  readSheetMemory,
  rememberedSheet,
  withLeft,
  withSheet,
  withZero,
} from "./sheetMemory";
export type { RememberedSheet, SheetMemory, StoredMemory } from "./sheetMemory";
export type { NotRead } from "./notRead";
export { HISTORY_SHEET } from "./otherSheets";
export { forgetColumns, isInDoubt, readColumns, saveColumns } from "./mapColumns";
export type { ColumnChoices, ColumnsRead, MappedColumn } from "./mapColumns";
