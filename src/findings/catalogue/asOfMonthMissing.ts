import { atPerson, NONE, type Check } from "../check";
import { lacksScore, missingCell } from "../missingCell";

/** The as-of month has no score although others have theirs. */
export const asOfMonthMissing: Check = {
  type: "asOfMonthMissing",
  code: "F-MIS-02",
  group: "missing",
  severities: ["warning"],
  of: "person",
  kind: "data",
  find(person, { sheet, asOf }) {
    const month = person.months.at(-1);
    if (person.presence !== "inMonth" || asOf === null || month === undefined || !lacksScore(month))
      return NONE;
    const cell = missingCell(person, month, sheet.layout);
    const unread = sheet.unread.get(asOf) ?? null;
    return [atPerson("warning", person, asOf, null, { type: "asOfMonthMissing", unread }, cell)];
  },
};
