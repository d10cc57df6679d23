// Takes: a policy's values, the readings in force, the book it stands in, clauses and readings.
// Gives: what is wrong or doubtful with the policy itself: codes, severities, clauses and facts.
// Never: sentences, a workbook's people.
import { settle } from "../settled";
import {
  blockingDecided,
  clausesOfValues,
  completeLetters,
  form,
  knownDocument,
  legalNotes,
  pointers,
  uniqueIds,
  versionsInOrder,
} from "./bookChecks";
import {
  belowFirstThreshold,
  cliffs,
  printedAmounts,
  risingRates,
  risingThresholds,
} from "./commissionChecks";
import {
  nesting,
  oneLadder,
  ownProcedures,
  passMarks,
  periods,
  roomInRules,
} from "./promotionChecks";
import type { Check, Found, LintCode, LintInput, LintResult, LintSeverity } from "./results";
import {
  equalSalaries,
  fallingSalaries,
  minimumWage,
  probationShare,
  steepSalaries,
} from "./salaryChecks";
import { bandEnds, bandFormulas, bandGaps, bandOrder, bandOverlaps } from "./scoreChecks";

export { lintBands } from "./bands";
export type { Band, BandFault } from "./bands";
export { findCounterexample } from "./nesting";
export type { ScoreRule } from "./nesting";
export { LEGAL_NOTES } from "./results";
export type {
  LegalNote,
  LintCode,
  LintFacts,
  LintInput,
  LintResult,
  LintSeverity,
  NamedLevel,
  ScoreRange,
} from "./results";

/** Every check, in the order of the list; a missing one does not compile. */
const checks: Readonly<Record<LintCode, readonly [LintSeverity, Check]>> = {
  PC01: ["error", uniqueIds],
  PC02: ["error", clausesOfValues],
  PC03: ["error", bandGaps],
  PC04: ["error", bandOverlaps],
  PC05: ["error", bandEnds],
  PC06: ["error", bandOrder],
  PC07: ["warning", bandFormulas],
  PC10: ["error", risingThresholds],
  PC11: ["error", risingRates],
  PC12: ["warning", printedAmounts],
  PC13: ["info", cliffs],
  PC14: ["error", belowFirstThreshold],
  PC20: ["error", fallingSalaries],
  PC21: ["info", equalSalaries],
  PC22: ["error", steepSalaries],
  PC23: ["warning", minimumWage],
  PC24: ["warning", probationShare],
  PC30: ["error", oneLadder],
  PC31: ["warning", ownProcedures],
  PC32: ["error", nesting],
  PC33: ["error", roomInRules],
  PC34: ["warning", periods],
  PC35: ["warning", passMarks],
  PC40: ["error", pointers],
  PC41: ["error", blockingDecided],
  PC42: ["info", completeLetters],
  PC43: ["error", versionsInOrder],
  PC44: ["warning", knownDocument],
  PC50: ["warning", legalNotes],
};

/**
 * All that the checks find, in their order. While the form is wrong (PC01) only that is reported: the
 * other checks could not trust what they read.
 */
export function lintPolicy(input: LintInput): readonly LintResult[] {
  const faultyForm = form(input);
  if (faultyForm.length > 0) return faultyForm.map((found) => withSeverity(found, "error"));
  const settled = settle(input.values, input.effective.options);
  return Object.values(checks).flatMap(([severity, check]) =>
    check({ ...input, settled }).map((found) => withSeverity(found, severity)),
  );
}

function withSeverity(found: Found, severity: LintSeverity): LintResult {
  return { ...found, severity };
}
