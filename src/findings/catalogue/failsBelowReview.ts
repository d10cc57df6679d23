import { atPerson, NONE, type Check } from "../check";
import { failedRun } from "../failedRun";

/** F-DIS-02: failed months in a row that call for a talk, not yet for a review (§4.1.G). */
export const failsBelowReview: Check = {
  code: "F-DIS-02",
  severities: ["info"],
  of: "person",
  find(person, { asOf, policies }) {
    const run = failedRun(person, asOf);
    if (run === null || run.review) return NONE;
    const { clause } = policies.asOf.review;
    const facts = { code: "F-DIS-02", ...run.facts } as const;
    return [atPerson("info", person, run.month, clause, facts, run.cell)];
  },
};
