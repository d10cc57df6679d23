import { atPerson, NONE, type Check } from "../check";
import { monthCell, sameContent } from "../../month";
import type { Finding } from "../types";

/** F-MON-02: a person has a month twice; rows that say the same are a warning only. */
export const monthTwice: Check = {
  code: "F-MON-02",
  severities: ["error", "warning"],
  of: "person",
  find(person) {
    if (!person.months.some(({ records }) => records.length > 1)) return NONE;
    const findings: Finding[] = [];
    for (const { month, records } of person.months)
      for (const [index, later] of records.entries()) {
        const earlier = records.slice(0, index);
        const [first] = earlier;
        if (first === undefined) continue;
        const identical = earlier.some((other) => sameContent(other, later));
        findings.push(
          atPerson(
            identical ? "warning" : "error",
            person,
            month,
            null,
            {
              code: "F-MON-02",
              identical,
              firstRow: first.row + 1,
              firstSheet:
                first.layout.sheet.id === later.layout.sheet.id ? null : first.layout.sheet.name,
            },
            monthCell(later),
          ),
        );
      }
    return findings;
  },
};
