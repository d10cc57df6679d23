// Takes: a month as judged: the sheet, the policies of its months, the people.
// Gives: findings: their types and facts with the cells that show them.
// Never: Excel, the clock, sentences, judgements of its own.
export { catalogue } from "./catalogue";
export type { Check } from "./check";
export { checkRecords } from "./checkRecords";
export type * from "./facts";
export { mayShowOtherwise } from "./catalogue/scoreShownOtherwise";
export { FindingsMemory } from "./memory";
export { levelPayFindings, onlyOfPay, payFindingsOf } from "./payFindings";
export type * from "./types";
