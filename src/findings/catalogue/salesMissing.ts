import { atRecord, type Check } from "../check";

/** A scored month of a level that earns commission without sales. */
export const salesMissing: Check = {
  type: "salesMissing",
  code: "F-SAL-04",
  group: "sales",
  severities: ["warning"],
  of: "record",
  kind: "data",
  find(place) {
    const { sales, score } = place.record;
    if (sales.cell === null || sales.quantity.kind !== "blank") return null;
    if (score.quantity.kind !== "value" || place.level?.variablePay !== true) return null;
    const { clause } = place.policy.commission;
    return atRecord("warning", place, sales.cell, clause, { type: "salesMissing" });
  },
};
