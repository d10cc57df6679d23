import { atRecord, type Check } from "../check";

/** A score outside the scale. */
export const scoreOutOfRange: Check = {
  type: "scoreOutOfRange",
  code: "F-SCO-03",
  group: "scores",
  severities: ["error"],
  of: "record",
  kind: "data",
  find(place) {
    const { quantity, cell } = place.record.score;
    if (quantity.kind !== "problem") return null;
    const { problem } = quantity;
    if (problem.code !== "outOfRange" && problem.code !== "tooLarge") return null;
    const { minimum, maximum } = place.policy.score;
    return atRecord("error", place, cell, place.policy.performance.clause, {
      type: "scoreOutOfRange",
      value: problem.code === "outOfRange" ? problem.value : null,
      minimum,
      maximum,
    });
  },
};
