import { atRecord, type Check } from "../check";
import { seenContent } from "../seenContent";

/** A word that is neither a score nor a reason, TRUE or FALSE, or an error value. */
export const scoreNotNumber: Check = {
  type: "scoreNotNumber",
  code: "F-SCO-01",
  group: "scores",
  severities: ["error"],
  of: "record",
  kind: "data",
  find(place, { policies }) {
    const { score } = place.record;
    if (score.quantity.kind !== "problem") return null;
    // Beyond the scale is scoreOutOfRange.
    const { code } = score.quantity.problem;
    const seen = code === "tooLarge" || code === "outOfRange" ? null : seenContent(score);
    if (seen === null) return null;
    const { clause } = policies.asOf.performance;
    return atRecord("error", place, score.cell, clause, { type: "scoreNotNumber", seen });
  },
};
