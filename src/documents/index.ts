// Takes: facts of the rooms above (their types only), and a language.
// Gives: the sheets that the product writes, as SheetContent made by one builder.
// Never: judgements, sentences of its own, Excel.
export { Adjustments } from "./adjustments";
export type { KeptAdjustment } from "./adjustments";
export { candidateDocument } from "./candidates";
export { closedDocument } from "./closed";
export type { ClosedParts } from "./closed";
export { coverDocument } from "./cover";
export { HISTORY_FIELDS, HISTORY_MONTH_FORMAT, historyCell, historyDocument } from "./history";
export type { HistoryField } from "./history";
export { newScoreDocument } from "./newScores";
export { parameterDocument } from "./parameters";
export { payCheckDocument } from "./payCheck";
export type { PayCheckChoices } from "./payCheck";
export { payStripDocument } from "./payStrips";
export { payslipDocument } from "./payslips";
export type { OwnPay, PayslipChoices } from "./payslips";
export { policyDocument } from "./policy";
export { promotionTableDocument } from "./promotionTable";
export type { PromotionTexts } from "./promotionTable";
export { resultDocument } from "./results";
export { reviewDocument } from "./reviews";
