import { atRecord, type Check } from "../check";

/** A hundredth of a point. */
const FINEST = 10_000;

/** F-SCO-08: a score with more than two decimals: an average, usually. */
export const scoreDecimals: Check = {
  code: "F-SCO-08",
  severities: ["info"],
  of: "record",
  find(place) {
    const { quantity, cell } = place.record.score;
    if (quantity.kind !== "value" || quantity.value % FINEST === 0) return null;
    return atRecord("info", place, cell, place.policy.performance.clause, {
      code: "F-SCO-08",
      score: quantity.value,
    });
  },
};
