// Takes: a month as judged: the sheet, the policies of its months, the people.
// Gives: findings: their types and facts with the cells that show them.
// Never: Excel, the clock, sentences, judgements of its own.
export { catalogue } from "./catalogue";
export type { Check, RecordPlace } from "./check";
export { checkRecords, placeOf } from "./checkRecords";
export type * from "./facts";
export { mayShowOtherwise } from "./catalogue/scoreShownOtherwise";
export { ignoredEntries, ignoredKey, mayIgnore, partIgnored } from "./ignoring";
export type { IgnoredEntry, IgnoredFinding, IgnoreReason } from "./ignoring";
export { FindingsMemory } from "./memory";
export { comparePay } from "./payComparison";
export type { ComparedPart, PayComparison, PayRule, PayVerdict } from "./payComparison";
export { levelPayFindings, onlyOfPay, payFindingsOf } from "./payFindings";
export { prorationOf } from "./proration";
export { seenContent } from "./seenContent";
export type * from "./types";
