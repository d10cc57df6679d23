import { atRecord, type Check } from "../check";

/** F-SAL-02: sales below zero; they earn no commission. */
export const salesNegative: Check = {
  code: "F-SAL-02",
  severities: ["warning"],
  of: "record",
  find(place) {
    const { quantity, cell } = place.record.sales;
    if (quantity.kind !== "value" || quantity.value >= 0) return null;
    const { clause } = place.policy.commission;
    return atRecord("warning", place, cell, clause, { code: "F-SAL-02", sales: quantity.value });
  },
};
