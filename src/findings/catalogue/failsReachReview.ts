import { atPerson, NONE, type Check } from "../check";
import { failedRun } from "../failedRun";

/** Failed months in a row that call for a performance review by people (§4.1.G). */
export const failsReachReview: Check = {
  type: "failsReachReview",
  code: "F-DIS-01",
  group: "conduct",
  severities: ["warning"],
  of: "person",
  kind: "notice",
  find(person, { asOf, policies }) {
    const run = failedRun(person, asOf);
    if (run === null || !run.review) return NONE;
    const { clause } = policies.asOf.review;
    const facts = { type: "failsReachReview", ...run.facts } as const;
    return [atPerson("warning", person, run.month, clause, facts, run.cell)];
  },
};
