import {
  clauses,
  fullReadings,
  loadPolicyLint,
  type EffectivePolicy,
  type LintResult,
  type PolicyBook,
} from "../../policy";

/** What the checks of a policy find in one of a book's. */
export type PolicyFaults = (effective: EffectivePolicy) => readonly LintResult[];

const known = new WeakMap<PolicyBook, PolicyFaults>();

/** The checks of a book's policies, ready to run; each policy is looked at once. */
export async function loadPolicyFaults(book: PolicyBook): Promise<PolicyFaults> {
  const { lintPolicy } = await loadPolicyLint();
  let faultsIn = known.get(book);
  if (faultsIn === undefined) {
    const looked = new Map<EffectivePolicy, readonly LintResult[]>();
    faultsIn = (effective) => {
      let faults = looked.get(effective);
      if (faults === undefined) {
        const { values } = effective;
        faults = lintPolicy({ values, effective, book, clauses, readings: fullReadings });
        looked.set(effective, faults);
      }
      return faults;
    };
    known.set(book, faultsIn);
  }
  return faultsIn;
}
