import {
  clauses,
  fullReadings,
  loadPolicyLint,
  policyFor,
  type LintResult,
  type PolicyBook,
} from "../policy";
import type { Month } from "../units";

const known = new WeakMap<PolicyBook, Map<Month, readonly LintResult[]>>();

/** What the checks of a policy find in the one that is in force in a month; each looked at once. */
export async function policyFaultsOf(
  book: PolicyBook,
  month: Month,
): Promise<readonly LintResult[]> {
  let months = known.get(book);
  if (months === undefined) known.set(book, (months = new Map<Month, readonly LintResult[]>()));
  let faults = months.get(month);
  if (faults === undefined) {
    const { lintPolicy } = await loadPolicyLint();
    const effective = policyFor(book, month);
    faults = lintPolicy({
      values: effective.values,
      effective,
      book,
      clauses,
      readings: fullReadings,
    });
    months.set(month, faults);
  }
  return faults;
}
