import { atPerson, NONE, type Check } from "../check";
import { lacksScore, missingCell } from "../missingCell";
import { hasScoreEntry } from "../../month";

/** A month between the first score and the as-of month has none, and no reason for it. */
export const interiorMonthMissing: Check = {
  type: "interiorMonthMissing",
  code: "F-MIS-01",
  group: "missing",
  severities: ["warning"],
  of: "person",
  kind: "data",
  find(person, { sheet, asOf }) {
    if (person.presence !== "inMonth") return NONE;
    const first = person.months.findIndex(({ records }) => records.some(hasScoreEntry));
    if (first < 0) return NONE;
    return person.months
      .slice(first)
      .filter((month) => month.month !== asOf && lacksScore(month))
      .map((month) =>
        atPerson(
          "warning",
          person,
          month.month,
          null,
          { type: "interiorMonthMissing", unread: sheet.unread.get(month.month) ?? null },
          missingCell(person, month, sheet.layout),
        ),
      );
  },
};
