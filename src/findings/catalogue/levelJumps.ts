import { atPerson, type Check } from "../check";
import { levelIsOfMonth } from "../../month";
import type { Finding } from "../types";

/** F-LVL-02: from one month to a later one the level rises by more than one or falls (§2.3). */
export const levelJumps: Check = {
  code: "F-LVL-02",
  severities: ["warning"],
  of: "person",
  find(person, { policies }) {
    const findings: Finding[] = [];
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
              code: "F-LVL-02",
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
