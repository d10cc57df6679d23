import { atPerson, type Check } from "../check";
import { levelIsOfMonth } from "../../month";
import type { Found } from "../types";

/** From one month to a later one the level rises by more than one or falls (§2.3). */
export const levelJumps: Check = {
  type: "levelJumps",
  code: "F-LVL-02",
  group: "levels",
  severities: ["warning"],
  of: "person",
  kind: "data",
  find(person, { policies }) {
    const findings: Found[] = [];
    let before: (typeof person.months)[number] | undefined;
    for (const month of person.months) {
      if (month.level === undefined || !levelIsOfMonth(month)) continue;
      const from = before?.level;
      const rise = from === undefined ? 0 : month.level.rank - from.rank;
      if (before !== undefined && from !== undefined && (rise > 1 || rise < 0)) {
        const typed = month.records.find(({ level }) => level.text !== "");
        findings.push(
          atPerson(
            "warning",
            person,
            month.month,
            policies.asOf.promotion.skipClause,
            {
              type: "levelJumps",
              from: from.name,
              to: month.level.name,
              since: before.month,
              falls: rise < 0,
            },
            typed?.level.cell ?? person.person.cell,
          ),
        );
      }
      before = month;
    }
    return findings;
  },
};
