import { atPerson, NONE, type Check } from "../check";
import { skipHint } from "../../month";

/** F-ELI-04: the scores also reach the highest level that a skip may lead to (§2.3). */
export const alsoMeetsHigher: Check = {
  code: "F-ELI-04",
  severities: ["info"],
  of: "person",
  find(person, { asOf, policies }) {
    const { verdict } = person;
    const also = skipHint(person, policies);
    const { skipLimit, skipClause } = policies.asOf.promotion;
    if (also?.id !== skipLimit || verdict?.kind !== "judged") return NONE;
    return [
      atPerson("info", person, asOf, skipClause, {
        code: "F-ELI-04",
        target: verdict.target.name,
        also: also.name,
      }),
    ];
  },
};
