import { atRecord, type Check } from "../check";

/** Sales below zero; they earn no commission. */
export const salesNegative: Check = {
  type: "salesNegative",
  code: "F-SAL-02",
  group: "sales",
  severities: ["warning"],
  of: "record",
  kind: "data",
  find(place) {
    const { quantity, cell } = place.record.sales;
    if (quantity.kind !== "value" || quantity.value >= 0) return null;
    const { clause } = place.policy.commission;
    return atRecord("warning", place, cell, clause, {
      type: "salesNegative",
      sales: quantity.value,
    });
  },
};
