// Takes: codes and facts of the rooms above (their types only) and a language.
// Gives: every sentence a person reads, in Chinese and English.
// Never: judgements, formatting of sheets.
export type { Language } from "./language";
export {
  languageFor,
  paneWords,
  sayCleared,
  sayCounts,
  sayFound,
  sayHighlighted,
  sayLayout,
  sayNoHost,
  sayOrder,
  sayRows,
  sayTrouble,
} from "./pane";
export type { PaneMessage, PaneTrouble, PaneWords } from "./pane";
export { sayField, sayFindingTitle } from "./paneFindings";
export { sayLive, sayMoreFindings, sayMorePeople, sayOutdated, sayTimeLeft } from "./paneLive";
export { sayStage } from "./stages";
export type { TaskStage } from "./stages";
export { sayTier, sayVerdict } from "./answers";
export { CODE_OUT_OF_REACH, GENERAL_FAULT, sayFault } from "./answersFaults";
export { sayFinding } from "./findings";
export type { FindingSaid } from "./findingsWords";
export {
  describeCandidate,
  sayCandidate,
  sayCandidatesFooter,
  sayExclusion,
  sayReviewNote,
  sayStep,
} from "./candidates";
export type { CandidateSaid } from "./candidatesWords";
export { sayLint } from "./lint";
export {
  legalNoteIds,
  sayChapter,
  sayClauseClass,
  sayClauseUse,
  sayLegalNote,
  sayPrinciples,
} from "./policyHelp";
export {
  policyPageWords,
  sayDecided,
  sayDecisionRecord,
  sayLastUndone,
  sayManyDecided,
  sayMatches,
  sayMonthWeighed,
  sayRecordSaved,
  sayUndecidedCount,
  sayUndone,
  sayWaiting,
} from "./policyPage";
export type { PolicyPageWords } from "./policyPage";
export {
  policyValuesWords,
  sayByReading,
  sayDraftState,
  sayFileContent,
  sayFileLoses,
  sayImported,
  sayMoreLines,
  sayRemoveWord,
  saySheetWritten,
  sayVersion,
  sayVersionRemoved,
  sayVersionSaved,
  sayVersionsRestored,
  VALUE_SECTIONS,
} from "./policyValues";
export type { PolicyValuesWords, ValueGroup, ValueSection } from "./policyValues";
export { sayEditProblem, sayValueChange } from "./policyEdit";
export {
  sayFieldName,
  sayFieldOption,
  sayFieldValue,
  saySubject,
  sayTierNumber,
  sayUnit,
  writeFieldText,
  sayYuan,
} from "./policyFields";
export type { LevelNamer } from "./policyFields";
export { sayNewerSchema, sayPartProblem, sayPartReport, sayUnionConflict } from "./policyPart";
export { sayBlockingLine, sayExample, sayExposure, sayOptionOutcome } from "./policyReadings";
export { sayFindingForSheet, sayResultsSheet } from "./resultsSheet";
export type { ResultsRow, ResultsSheetSaid } from "./resultsSheet";
export {
  importHistoryWords,
  sayFileFrom1904,
  sayFileNotRead,
  sayFileOutOfReach,
  sayFileRead,
  sayFileRefused,
  sayHistoryConflict,
  sayHistoryFault,
  sayHistoryNotWritten,
  sayHistoryPlan,
  sayHistoryWritten,
  sayMoreHistory,
  sayNothingToImport,
  saySheetDoubt,
  sayWho,
  sayWhoQuestion,
  sayYearAsked,
} from "./importHistory";
export type { ImportHistoryWords } from "./importHistory";
export { NEW_SHEET_FIELDS, sayNewScoreSheet } from "./newScoreSheet";
export type { NewScoreSheetSaid, NewSheetField } from "./newScoreSheet";
export {
  sayCellsChanged,
  sayCellsRestored,
  sayFixedValue,
  sayFixesCount,
  sayFixKind,
  sayFormulaColumn,
  sayFormulaHeading,
  sayFormulaLack,
  sayFormulaPlace,
  sayMoreFixes,
  sayNoFixes,
  sheetActionWords,
} from "./sheetActions";
export type { SheetActionWords } from "./sheetActions";
export { plainWords } from "./plainSheet";
export { policyRescueWords, sayStartedAfresh } from "./policyRescue";
export type { PolicyRescueWords } from "./policyRescue";
export { sayPolicySheet } from "./policySheet";
export type { PolicySheetSaid, SheetRow } from "./policySheet";
export {
  candidatesSheetName,
  circledTier,
  reviewsSheetName,
  sayPayEffect,
  sayReportColumn,
  sayReportFoot,
  sayReportHead,
  sayReportRow,
  sayReviewStatus,
  sayStripMonth,
  sayStripPoint,
} from "./promotionReport";
export type { ReportColumn, ReportHead } from "./promotionReport";
export { REVIEW_COLUMNS, sayReview, sayReviews } from "./promotionReviews";
export type { ReviewColumn, ReviewsSaid } from "./promotionReviews";
export {
  promotionPageWords,
  sayColumnLacking,
  sayEvidencePoint,
  sayPointMark,
  sayIfScored,
  sayNoMonth,
  sayPastPromotion,
  sayPicture,
  sayPromotionScope,
  sayRequirementOf,
  sayReportWritten,
  sayStepRecord,
  sayStepRecorded,
  sayStepsDone,
  saySupposed,
  sayTableCreated,
} from "./promotionPage";
export type { PromotionPageWords } from "./promotionPage";
export { sayCover } from "./shareCover";
export type { CoverFacts, CoverReading, CoverRow, CoverSaid } from "./shareCover";
export { sayRefusal } from "./shareRefusals";
export {
  sayColleagues,
  sayMoreTroubled,
  sayOnlyValue,
  saySurvey,
  sayTroubled,
  sayWhatGoes,
  sharePageWords,
} from "./sharePageWords";
export type { SharePageWords } from "./sharePageWords";
export { sayCopyFacts } from "./shareFacts";
export { sayNoPlain } from "./shareReasons";
export { sayUnpaid } from "./payReasons";
export {
  PAY_COLUMNS,
  paySheetWords,
  sayPayAbout,
  sayPayByReading,
  sayPayColumn,
  sayPaySheetName,
  sayPayUnderOption,
} from "./paySheet";
export type { PayColumn } from "./paySheet";
export { payPageWords, sayFinesNetted, sayPayMonth, sayPayParts } from "./payPage";
export type { PayPageWords, PayPartSaid } from "./payPage";
export { inBrackets, mappingWords, sayNotRead, sayUse, sayWhy } from "./mapping";
export type { MappingWords } from "./mapping";
