import { atPerson, NONE, type Check } from "../check";
import { skipHint } from "../../month";

/** The scores also reach the highest level that a skip may lead to (§2.3). */
export const alsoMeetsHigher: Check = {
  type: "alsoMeetsHigher",
  code: "F-ELI-04",
  group: "eligibility",
  severities: ["info"],
  of: "person",
  kind: "notice",
  find(person, { asOf, policies }) {
    const { verdict } = person;
    const also = skipHint(person, policies);
    const { skipLimit, skipClause } = policies.asOf.promotion;
    if (also?.id !== skipLimit || verdict?.kind !== "judged") return NONE;
    return [
      atPerson("info", person, asOf, skipClause, {
        type: "alsoMeetsHigher",
        target: verdict.target.name,
        also: also.name,
      }),
    ];
  },
};
