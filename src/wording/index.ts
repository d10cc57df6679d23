// Takes: codes and facts of the rooms above (their types only) and a language.
// Gives: every sentence a person reads, in Chinese and English.
// Never: judgements, formatting of sheets.
export type { Language } from "./language";
export { inBrackets, list as sayList, localeOf, marks } from "./say";
export {
  languageFor,
  paneWords,
  sayCleared,
  sayCounts,
  sayFound,
  sayHighlighted,
  sayNoHost,
  sayRows,
} from "./shell/pane";
export type { PaneMessage } from "./shell/message";
export type { PaneWords } from "./shell/pane";
export { sayFindingTitle } from "./findings/paneFindings";
export { sayLive, sayMoreFindings, sayOutdated, sayTimeLeft } from "./shell/paneLive";
export { circledTier } from "./tiers";
export { sayStage } from "./shell/stages";
export { sayTrouble } from "./shell/troubles";
export { sayVerdict } from "./functions/answers";
export { loadExplanation } from "./functions/loadExplanation";
export { CODE_OUT_OF_REACH, GENERAL_FAULT, sayFault } from "./functions/answersFaults";
export {
  resultWords,
  sayAllMonths,
  sayConcerned,
  sayDecision,
  sayMoves,
  sayPlace,
  sayQuietDecisions,
  saySummaryPart,
} from "./validate/resultPage";
export {
  ignoreWords,
  sayIgnored,
  sayIgnoredCount,
  sayIgnoreReason,
  sayIgnoreTitle,
  sayIgnoringUndone,
  sayListedAgain,
} from "./validate/ignored";
export { highlightWords } from "./validate/highlights";
export type { ResultWords, SummaryPart, SummarySaid } from "./validate/resultPage";
export { sayFinding } from "./findings/findings";
export type { FindingSaid } from "./findings/findingsWords";
export {
  describeCandidate,
  sayCandidate,
  sayCandidatesFooter,
  sayReviewNote,
  sayStep,
} from "./promotion/candidates";
export type { CandidateSaid } from "./promotion/candidates";
export { sayExclusion } from "./promotion/exclusions";
export { sayLint } from "./policy/lint";
export {
  legalNoteIds,
  sayChapter,
  sayClauseClass,
  sayClauseUse,
  sayLegalNote,
  sayPrinciples,
} from "./policy/policyHelp";
export {
  policyPageWords,
  sayDecidedFold,
  sayFirstRun,
  sayQuestionPlace,
  saySigner,
  sayStillFold,
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
} from "./policy/policyPage";
export type { PolicyPageWords } from "./policy/policyPage";
export { pastWords, sayFromOpen, sayPastEffect } from "./policy/policyPast";
export {
  draftLabel,
  policyValuesWords,
  sayPolicyFile,
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
} from "./policy/policyValues";
export type { PolicyValuesWords, ValueGroup, ValueSection } from "./policy/policyValues";
export { sayEditProblem, sayValueChange } from "./policy/policyEdit";
export {
  isDisputed,
  sayFieldValue,
  saySubject,
  sayTierNumber,
  sayYuan,
  writeFieldText,
} from "./policy/fieldValues";
export type { LevelNamer } from "./policy/fieldValues";
export { sayFieldName, sayFieldOption, sayUnit } from "./policy/policyFields";
export {
  policyPartWords,
  sayNewerSchema,
  sayPartProblem,
  sayPartReport,
  sayPolicyConflict,
  sayPolicySettled,
} from "./policy/policyPart";
export {
  sayBlockingLine,
  sayExample,
  sayExposure,
  sayOptionOutcome,
} from "./policy/policyReadings";
export { sayField } from "./sheet/fields";
export { sayFindingForSheet, sayResultsSheet } from "./sheet/resultsSheet";
export type { ResultsRow, ResultsSheetSaid } from "./sheet/resultsSheet";
export {
  importHistoryWords,
  sayAside,
  sayFileFrom1904,
  sayFileNotRead,
  sayFileOutOfReach,
  sayFileRead,
  sayFileRefused,
  sayHeadingsOf,
  sayHistoryConflict,
  sayHistoryFault,
  sayHistoryNotWritten,
  sayHistoryPlan,
  sayHistoryWritten,
  sayMoreHistory,
  sayNothingToImport,
  sayQuoteOpen,
  saySheetDoubt,
  sayWho,
  sayWhoQuestion,
  sayYearAsked,
} from "./sheet/importHistory";
export { NEW_SHEET_FIELDS, sayNewScoreSheet } from "./sheet/newScoreSheet";
export type { NewScoreSheetSaid, NewSheetField } from "./sheet/newScoreSheet";
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
} from "./sheet/sheetActions";
export { LEFT_OUT_HEADING, PERSON_BY_NUMBER, SHEET_NAMES } from "./sheet/inPolicyLanguage";
export { RESTRICTED } from "./sheet/restricted";
export type { Restricted } from "./sheet/restricted";
export {
  fieldHolds,
  otherReadingMarks,
  sheetHolds,
  writtenHeadings,
} from "./sheet/writtenHeadings";
export { plainWords } from "./sharing/plainSheet";
export {
  departmentLabel,
  policyDepartmentWords,
  sayByDepartment,
  sayDepartmentDiffers,
  sayTakenOver,
  sayTakeOverUndone,
} from "./policy/policyDepartment";
export {
  policyKeptWords,
  sayCopyDiffers,
  sayLost,
  sayLostForGood,
  sayNoPolicyFile,
  sayPolicyLine,
  sayRestored,
  sayRestoreUndone,
} from "./policy/policyKept";
export { policyRescueWords, sayStartedAfresh } from "./policy/policyRescue";
export { sayPolicySheet } from "./policy/policySheet";
export type { PolicySheetSaid, SheetRow } from "./policy/policySheet";
export {
  candidatesSheetName,
  reviewsSheetName,
  sayPayEffect,
  sayReportColumn,
  sayReportFoot,
  sayReportHead,
  sayReportRow,
  sayReviewStatus,
  sayStripMonth,
  sayStripPoint,
} from "./promotion/promotionReport";
export type { ReportColumn, ReportHead } from "./promotion/promotionReport";
export { REVIEW_COLUMNS, sayReview, sayReviews } from "./promotion/promotionReviews";
export type { ReviewColumn, ReviewsSaid } from "./promotion/promotionReviews";
export {
  sayEvidencePoint,
  sayIfScored,
  sayPicture,
  sayPointMark,
  sayRequirementOf,
} from "./promotion/promotionEvidence";
export {
  promotionPageWords,
  sayColumnLacking,
  sayNoMonth,
  sayPromotionScope,
  sayReportWritten,
  sayStepRecorded,
  sayTableCreated,
} from "./promotion/promotionPage";
export {
  sayPastPromotion,
  sayStepRecord,
  sayStepsDone,
  saySupposed,
} from "./promotion/promotionRecords";
export { sayCover } from "./sharing/shareCover";
export type { CoverFacts, CoverReading, CoverRow, CoverSaid } from "./sharing/shareCover";
export { sayRefusal } from "./sharing/shareRefusals";
export {
  sayColleagues,
  sayMoreTroubled,
  sayOnlyValue,
  saySurvey,
  sayTroubled,
  sayWhatIsRemoved,
  sayWithout,
  sharePageWords,
} from "./sharing/sharePageWords";
export type { SharePageWords } from "./sharing/sharePageWords";
export {
  differenceWords,
  sayComparison,
  sayDecideDifferences,
  sayDifference,
} from "./sharing/shareDifferences";
export { sayCopyFacts } from "./sharing/shareFacts";
export { sayNoPlain } from "./sharing/shareReasons";
export {
  PAY_CHECK_COLUMNS,
  payCheckWords,
  sayPayCheckAbout,
  sayPayCheckColumn,
  sayPayCheckCounts,
  sayPayCheckPart,
  sayPayCheckReason,
  sayPayCheckSheetName,
  saySigned,
  sayTyped,
} from "./pay/payCheck";
export type { PayCheckColumn } from "./pay/payCheck";
export { sayUnpaid } from "./pay/payReasons";
export {
  PAY_COLUMNS,
  paySheetWords,
  payStripWords,
  sayOwnHeading,
  sayPayAbout,
  sayPayByReading,
  sayPayColumn,
  sayPaySheetName,
  sayPayStripsAbout,
  sayPayStripsName,
  sayPayUnderOption,
} from "./pay/paySheet";
export type { PayColumn } from "./pay/paySheet";
export { namePayrollPeople, sayPayrollPeople } from "./pay/payrollPeople";
export { payPageWords, sayFinesNetted, sayPayMonth, sayPayParts } from "./pay/payPage";
export type { PayPartSaid } from "./pay/payPage";
export { mappingWords, sayUse, sayWhy } from "./sheet/mapping";
export { sayAmountUnit, sayClue, sayLayout, sayMonthFrom, sayOrder } from "./sheet/layoutSaid";
export { sayLacking, sayOffer, sayNotUsed, sayTaken } from "./sheet/notUsed";
export { questionWords } from "./sheet/sheetQuestions";
export {
  CLOSED_COLUMNS,
  closedSheetWords,
  sayClosedAbout,
  sayClosedColumn,
  sayClosedEntry,
  sayClosedSheetName,
  sayClosedStatus,
  sayReadingThen,
} from "./closed/closedSheet";
export type { ClosedColumn, ReadingThen } from "./closed/closedSheet";
export {
  closedPageWords,
  sayCannotClose,
  sayClosedChange,
  sayClosedDoubt,
  sayClosedEffect,
  sayClosedLine,
  sayClosedLog,
  sayClosedPolicy,
  sayClosedTotal,
  sayClosedUndone,
  sayClosingDoubts,
  sayMonthClosed,
} from "./closed/closedPage";
export type { ClosedDoubt } from "./closed/closedPage";
