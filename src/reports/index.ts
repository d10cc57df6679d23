// Takes: a score sheet as read, the policy book, the month to validate and the current one.
// Gives: the month's report (findings, candidates, reviews) and the cells to highlight, as data.
// Never: Excel, the clock, sentences, judgements of its own.
export { checkMonth } from "./checkMonth";
export { planMarks } from "./planMarks";
export type * from "./types";
