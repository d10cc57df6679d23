import { loadPolicyEditing, policyFor, type LintResult, type PolicyBook } from "../../policy";
import { clauseBook, type ClauseChapter } from "../../views";
import type { Month } from "../../units";

/** What a month's policy says and what is doubtful in it. */
export interface PolicyDescription {
  readonly chapters: readonly ClauseChapter[];
  /** Worst first. */
  readonly lint: readonly LintResult[];
}

/** The clauses with their values, and the checks of the policy (rules C1 and C2). */
export async function describePolicy(book: PolicyBook, month: Month): Promise<PolicyDescription> {
  const { fieldsOf, lintBook } = await loadPolicyEditing();
  return {
    chapters: clauseBook(fieldsOf(policyFor(book, month).values)),
    lint: lintBook(book, month),
  };
}
