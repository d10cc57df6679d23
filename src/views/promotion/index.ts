// This room's views of promotions: files of steps, evidence, suppositions, the managers' report, reviews, history.
export { candidateReport, groupOf } from "./candidateReport";
export type {
  CandidateReport,
  Noted,
  ReadingInForce,
  ReportEntry,
  ReportGroup,
  TierCount,
} from "./candidateReport";
export { evidenceLine, MONTHS_SHOWN } from "./evidenceLine";
export type { EvidenceLine, EvidencePoint, PointKind, TierLine } from "./evidenceLine";
export { payEffect } from "./payEffect";
export type { PayAtLevel, PayEffect } from "./payEffect";
export { promotionFile } from "./promotionFile";
export type { PromotionFile, StepInFile, StepRecord, StepState } from "./promotionFile";
export { promotionHistory } from "./promotionHistory";
export type { PastPromotion, PayThen } from "./promotionHistory";
export { promotionMonth, withPromotions, withPromotionTable } from "./promotionMonth";
export type { PromotionMonth, PromotionPerson } from "./promotionMonth";
export { reviewList } from "./reviewList";
export type { FailedMonth, ReviewEntry } from "./reviewList";
export { writeVotes } from "./stepFigure";
export type { StepFigure } from "./stepFigure";
export { possibleOptions, suppose } from "./suppose";
export type { PossibleOption, Supposed, Supposition } from "./suppose";
export { vacancyLists } from "./vacancy";
export type { VacancyList } from "./vacancy";
