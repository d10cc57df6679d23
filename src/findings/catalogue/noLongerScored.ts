import { atPerson, NONE, type Check } from "../check";
import { isScored } from "../../month";

/** F-EMP-04: no score in the as-of month and the one before: left, or forgotten? */
export const noLongerScored: Check = {
  code: "F-EMP-04",
  severities: ["info"],
  of: "person",
  find(person, { asOf }) {
    if (person.presence !== "probablyLeft" || asOf === null) return NONE;
    const lastScored = person.months.filter(({ records }) => records.some(isScored)).at(-1)?.month;
    return [
      atPerson("info", person, asOf, null, {
        code: "F-EMP-04",
        asOf,
        lastScored: lastScored ?? null,
      }),
    ];
  },
};
