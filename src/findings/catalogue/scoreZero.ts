import { atRecord, type Check } from "../check";

/** F-SCO-04: the number 0 as a score: earned, or put there until the score comes? */
export const scoreZero: Check = {
  code: "F-SCO-04",
  severities: ["warning"],
  of: "record",
  find(place) {
    const { quantity, cell } = place.record.score;
    return quantity.kind === "zero"
      ? atRecord("warning", place, cell, place.policy.performance.clause, { code: "F-SCO-04" })
      : null;
  },
};
