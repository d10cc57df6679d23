import { atPerson, NONE, type Check } from "../check";
import { failedRun } from "../failedRun";

/** Failed months in a row that call for a talk, not yet for a review (§4.1.G). */
export const failsBelowReview: Check = {
  type: "failsBelowReview",
  code: "F-DIS-02",
  group: "conduct",
  severities: ["info"],
  of: "person",
  kind: "notice",
  find(person, { asOf, policies }) {
    const run = failedRun(person, asOf);
    if (run === null || run.review) return NONE;
    const { clause } = policies.asOf.review;
    const facts = { type: "failsBelowReview", ...run.facts } as const;
    return [atPerson("info", person, run.month, clause, facts, run.cell)];
  },
};
