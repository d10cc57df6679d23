import { addMonths } from "../../units";
import { atPerson, atSheet, type Check } from "../check";

/**
 * The sheet begins later than the longest rule looks back. Said once of the sheet, and of
 * each person of whom an earlier 入职日期 proves that months are missing.
 */
export const recordTooShort: Check = {
  type: "recordTooShort",
  code: "F-MIS-03",
  group: "missing",
  severities: ["info"],
  of: "sheet",
  kind: "notice",
  *find({ asOf, begins, policies, blanket }, people) {
    const { lookBack } = policies.asOf.promotion;
    if (asOf === null || begins === null || blanket !== null) return;
    const neededFrom = addMonths(asOf, 1 - lookBack);
    if (begins <= neededFrom) return;
    // A row whose month is not calculated yet may be an earlier one.
    if (people.some(({ waiting }) => waiting)) return;
    const facts = { type: "recordTooShort", begins, lookBack, neededFrom } as const;
    yield atSheet("info", null, null, { ...facts, hired: null });
    for (const person of people) {
      yield null;
      if (
        person.presence === "inMonth" &&
        person.verdict?.kind !== "topLevel" &&
        person.hired !== null &&
        person.hired < begins
      )
        yield atPerson("info", person, null, null, { ...facts, hired: person.hired });
    }
  },
};
