import { readScore } from "../../scoresheet";
import { atRecord, type Check } from "../check";
import { limitsOf } from "../../month";

/**
 * The number 0 as a score: earned, or put there until the score comes? Once HR has said that it
 * was earned it counts, and only formulas over the range still take it for a blank (rule N6).
 */
export const scoreZero: Check = {
  type: "scoreZero",
  code: "F-SCO-04",
  group: "scores",
  severities: ["warning", "info"],
  of: "record",
  kind: "data",
  find(place) {
    const { quantity, cell, seen } = place.record.score;
    const said = (severity: "warning" | "info", confirmed: boolean) =>
      atRecord(severity, place, cell, place.policy.performance.clause, {
        type: "scoreZero",
        confirmed,
      });
    if (quantity.kind === "zero") return said("warning", false);
    const confirmed =
      quantity.kind === "value" &&
      quantity.value === 0 &&
      readScore(seen, limitsOf(place.policy), "ask").kind === "zero";
    return confirmed ? said("info", true) : null;
  },
};
