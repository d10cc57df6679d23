// Takes: decisions and versions of a workbook, amounts, scores, months.
// Gives: the policy in force and its judgements, each with its clauses and readings.
// Never: Excel, the clock, sentences other than our restatements of clauses and readings.
export * from "./types";
export type { FieldKind, Unit } from "./schema/kinds";
export { clauseEntries, findClause } from "./book/clauses";
export type { BuiltInClauseId, ClauseEntry } from "./book/clauses";
export { clauses } from "./book/clauses.en";
export { isKnownChoice, readingOf, readings } from "./book/readings";
export { optionUnder } from "./book/presets";
export type { ReadingEntry } from "./book/readings";
export { optionLabel } from "./book/readings.labels";
export { clausesOfReading } from "./book/readings.clauses";
export { fullReadingOf, fullReadings } from "./book/readings.texts";
export { builtInValues } from "./book/values";
export {
  builtInBook,
  decisionFor,
  isReadingId,
  policyFor,
  readingsIn,
  withOption,
} from "./resolve";
export { commissionAmount, commissionOn } from "./rules/commission";
export type { CommissionResult } from "./rules/commission";
export { quickLine } from "./rules/fastPromotion";
export type { QuickLine, QuickStanding } from "./rules/fastPromotion";
export { fineFor, isLeaveViolation } from "./rules/fines";
export type { FineResult } from "./rules/fines";
export { prepareLine, singlePolicy, withOptionIn } from "./rules/history";
export type { CellPosition, HistoryCell, Policies, ScoreHistory } from "./rules/history";
export { findLevel, levelAbove, levelById } from "./rules/level";
export { pathSteps, skipWay } from "./rules/path";
export type { SkipWay } from "./rules/path";
export { basePay, payFor, performancePay } from "./rules/pay";
export type { Amount, PayParts, PerformanceResult, Unpayable } from "./rules/pay";
export { judgePromotion, judgeReachedLevel } from "./rules/promotion";
export type { PromotionStatus, PromotionVerdict, ReachedLevel } from "./rules/promotion";
export type { EvidenceCell, Requirement } from "./rules/requirements";
export type { Reason } from "./rules/ruleAt";
export { hasFailed, judgeRisk } from "./rules/review";
export type { RiskResult } from "./rules/review";
export { promotionSensitivity, reachedLevelSensitivity } from "./rules/sensitivity";
export { scoreInForce, tierJudge } from "./rules/tier";
export type { TierJudge, TierResult } from "./rules/tier";
export type {
  FieldProblem,
  PartProblem,
  PartReport,
  PartResult,
  StoredDecision,
  StoredPolicy,
  StoredVersion,
  United,
} from "./part";

export { loadPolicyPart } from "./loadPart";

export { loadClauses } from "./loadClauses";

export type {
  LegalNote,
  LintCode,
  LintFacts,
  LintInput,
  LintResult,
  LintSeverity,
  NamedLevel,
  ScoreRange,
} from "./lint";

export { loadPolicyLint } from "./loadLint";

export type {
  DecisionInput,
  DraftReport,
  EditIssue,
  EditProblem,
  Edited,
  Field,
  FieldInput,
  FieldValue,
  NewLevel,
  NewStep,
  NewVersion,
  PathEnds,
  Signature,
  Subject,
  ValueChange,
} from "./edit";

export { loadPolicyEditing } from "./loadEditing";
export { headingsInForce, otherHeadingsInForce, sheetWordsOf } from "./headings";
export type { Headings } from "./headings";
