import { atRecord, type Check } from "../check";

/** A hundredth of a point. */
const FINEST = 10_000;

/** A score with more than two decimals: an average, usually. */
export const scoreDecimals: Check = {
  type: "scoreDecimals",
  code: "F-SCO-08",
  group: "scores",
  severities: ["info"],
  of: "record",
  kind: "data",
  find(place) {
    const { quantity, cell } = place.record.score;
    if (quantity.kind !== "value" || quantity.value % FINEST === 0) return null;
    return atRecord("info", place, cell, place.policy.performance.clause, {
      type: "scoreDecimals",
      score: quantity.value,
    });
  },
};
