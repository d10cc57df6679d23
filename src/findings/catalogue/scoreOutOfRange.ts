import { atRecord, type Check } from "../check";

/** F-SCO-03: a score outside the scale. */
export const scoreOutOfRange: Check = {
  code: "F-SCO-03",
  severities: ["error"],
  of: "record",
  find(place) {
    const { quantity, cell } = place.record.score;
    if (quantity.kind !== "problem") return null;
    const { problem } = quantity;
    if (problem.code !== "outOfRange" && problem.code !== "tooLarge") return null;
    const { minimum, maximum } = place.policy.score;
    return atRecord("error", place, cell, place.policy.performance.clause, {
      code: "F-SCO-03",
      value: problem.code === "outOfRange" ? problem.value : null,
      minimum,
      maximum,
    });
  },
};
