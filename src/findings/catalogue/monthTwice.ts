import { atPerson, NONE, type Check } from "../check";
import { monthCell, sameContent } from "../../month";
import type { SheetRecord } from "../../scoresheet";
import type { Found } from "../types";

function isWaiting(record: SheetRecord): boolean {
  const { score, sales, extra, complaints, leaves, level } = record;
  const cells = [score, sales, extra, complaints, leaves];
  return level.pending || cells.some(({ quantity }) => quantity.kind === "pending");
}

/** A person has a month twice; rows that say the same are a warning only. */
export const monthTwice: Check = {
  type: "monthTwice",
  code: "F-MON-02",
  group: "months",
  severities: ["error", "warning"],
  of: "person",
  kind: "data",
  find(person, { sheet }) {
    if (!person.months.some(({ records }) => records.length > 1)) return NONE;
    const findings: Found[] = [];
    for (const { month, records } of person.months)
      for (const [index, later] of records.entries()) {
        const earlier = records.slice(0, index);
        const [first] = earlier;
        if (first === undefined) continue;
        // Whether two rows say the same shows once both are calculated.
        if (sheet.pending.length > 0 && records.some(isWaiting)) continue;
        const identical = earlier.some((other) => sameContent(other, later));
        findings.push(
          atPerson(
            identical ? "warning" : "error",
            person,
            month,
            null,
            {
              type: "monthTwice",
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
