// Takes: a score sheet as read, the policy book, the month to validate and the current one.
// Gives: the month's report (findings, candidates, reviews) and the cells to highlight, as data.
// Never: Excel, the clock, sentences, judgements of its own.
export { checkMonth, monthReport, ReportMemory, withIgnored } from "./checkMonth";
export { clauseBook } from "./clauseBook";
export type { ChapterId, ClauseCard, ClauseChapter, ClauseUse } from "./clauseBook";
export { exposureOf } from "./exposure";
export type { BlockingLine, Exposure } from "./exposure";
export { findFixes } from "./fixes";
export type { Fix, FixKind } from "./fixes";
export { FORMULA_COLUMNS, formulaColumn, nextEmptyColumn } from "./formulaColumns";
export type { FormulaColumn, FormulaColumnKind, FormulaColumnLack } from "./formulaColumns";
export { firstRunOf } from "./firstRun";
export type { FirstRun, FirstRunBlocking } from "./firstRun";
export { openQuestions, payMoved } from "./openQuestions";
export type { OpenQuestions } from "./openQuestions";
export { planMarks } from "./planMarks";
export type { MarkChoices } from "./planMarks";
export { policyConflicts } from "./policyConflicts";
export type { PolicyConflict } from "./policyConflicts";
export { policyOverview } from "./policyOverview";
export type { PolicyOverview, ReadingCard } from "./policyOverview";
export { missingLines, policySummary, versionName } from "./policySummary";
export type { PolicyLine, PolicySummary } from "./policySummary";
export { policySheet } from "./policySheet";
export type { PolicySheet, SheetFacts, SheetSection, SheetSectionId } from "./policySheet";
export { readingEffect, readingEffects, versionEffect } from "./readingEffects";
export type { EffectKind, OptionOutcome, ReadingEffect } from "./readingEffects";
export { workedExample } from "./readingEffectsExamples";
export type { ExampleLine, ExampleMonth } from "./readingEffectsExamples";
export * from "./closed";
export * from "./history";
export * from "./pay";
export * from "./promotion";
export * from "./summary";
export type * from "./types";
