import { atPerson, NONE, type Check } from "../check";
import { hasScoreEntry } from "../../month";

/** No score in the as-of month and the one before: left, or forgotten? */
export const noLongerScored: Check = {
  type: "noLongerScored",
  code: "F-EMP-04",
  group: "people",
  severities: ["info"],
  of: "person",
  kind: "notice",
  find(person, { asOf }) {
    if (person.presence !== "probablyLeft" || asOf === null) return NONE;
    const lastScored = person.months
      .filter(({ records }) => records.some(hasScoreEntry))
      .at(-1)?.month;
    return [
      atPerson("info", person, asOf, null, {
        type: "noLongerScored",
        asOf,
        lastScored: lastScored ?? null,
      }),
    ];
  },
};
