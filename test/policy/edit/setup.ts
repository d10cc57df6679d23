import {
  decideRecommended,
  newVersion,
  type EditProblem,
  type Edited,
} from "../../../src/policy/edit";
import { emptyStored, toBook } from "../../../src/policy/part";
import type { StoredPolicy } from "../../../src/policy/part";
import { policyFor, type PolicyValues } from "../../../src/policy";
import { month } from "../../setup/ledger";
import type { Month } from "../../../src/units";

export { month };

/** The open month of these tests, and who decides on which day. */
export const OPEN = month("2026-03");
export const HR = { by: "HR", on: "2026-03-20" };

/** What an edit gave; a test that expects one fails with what was refused. */
export function done<T>(result: Edited<T>): T {
  if (result.kind === "refused") throw new Error(JSON.stringify(result.issues));
  return result.value;
}

/** "from notAfter": where and why an edit was refused; [] where it was not. */
export function refusals(result: Edited<unknown>): string[] {
  return result.kind === "edited"
    ? []
    : result.issues.map(({ path, problem }) => `${path} ${problem.code}`);
}

export function problemOf(result: Edited<unknown>): EditProblem | undefined {
  return result.kind === "refused" ? result.issues[0]?.problem : undefined;
}

/** The built-in policy with everything but the blocking reading decided, and a version of HR's own. */
export function ownVersion(): { readonly stored: StoredPolicy; readonly id: string } {
  const decided = done(decideRecommended(emptyStored, OPEN, HR));
  return done(newVersion(decided, { from: "2026-01", name: "2026" }));
}

export function valuesIn(stored: StoredPolicy, at: Month = OPEN): PolicyValues {
  return policyFor(toBook(stored), at).values;
}

/** Many edits one after another; the first that is refused throws. */
export function edit(
  values: PolicyValues,
  ...edits: readonly ((values: PolicyValues) => Edited<PolicyValues>)[]
): PolicyValues {
  return edits.reduce((current, change) => done(change(current)), values);
}
