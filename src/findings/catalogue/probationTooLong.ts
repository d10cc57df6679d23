import { atPerson, NONE, type Check } from "../check";
import type { PersonInMonth } from "../../month";
import type { Month } from "../../units";

/** The first month of a probation: as stated, or at the latest the first of the months that show it. */
function probationSince({ levelSince, hired, months, level }: PersonInMonth): Month | null {
  if (levelSince !== null) return levelSince;
  if (hired !== null) return hired;
  let since: Month | null = null;
  for (let index = months.length - 1; index >= 0; index -= 1) {
    const month = months[index];
    if (month?.level === undefined) continue;
    if (month.level.id !== level?.id) break;
    since = month.month;
  }
  return since;
}

/** A probation that lasts longer than the policy's limit, or is about to. */
export const probationTooLong: Check = {
  type: "probationTooLong",
  code: "F-LVL-04",
  group: "levels",
  severities: ["warning", "info"],
  of: "person",
  kind: "data",
  find(person, { asOf, policies }) {
    const { probation } = policies.asOf.values;
    if (person.presence !== "inMonth" || asOf === null || person.level?.id !== probation.level)
      return NONE;
    const since = probationSince(person);
    if (since === null) return NONE;
    const months = asOf - since + 1;
    const limit = probation.limitMonths;
    if (months < limit) return NONE;
    return [
      atPerson(months > limit ? "warning" : "info", person, asOf, probation.clause, {
        type: "probationTooLong",
        since,
        months,
        limit,
      }),
    ];
  },
};
