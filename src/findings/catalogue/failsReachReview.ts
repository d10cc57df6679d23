import { atPerson, NONE, type Check } from "../check";
import { failedRun } from "../failedRun";

/** F-DIS-01: failed months in a row that call for a performance review by people (§4.1.G). */
export const failsReachReview: Check = {
  code: "F-DIS-01",
  severities: ["warning"],
  of: "person",
  find(person, { asOf, policies }) {
    const run = failedRun(person, asOf);
    if (run === null || !run.review) return NONE;
    const { clause } = policies.asOf.review;
    const facts = { code: "F-DIS-01", ...run.facts } as const;
    return [atPerson("warning", person, run.month, clause, facts, run.cell)];
  },
};
