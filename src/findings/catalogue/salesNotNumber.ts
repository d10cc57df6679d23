import { atRecord, type Check } from "../check";
import { seenContent } from "../seenContent";

/** Sales that are not an amount. */
export const salesNotNumber: Check = {
  type: "salesNotNumber",
  code: "F-SAL-01",
  group: "sales",
  severities: ["error"],
  of: "record",
  kind: "data",
  find(place) {
    const { sales } = place.record;
    const seen = seenContent(sales);
    if (seen === null) return null;
    const { clause } = place.policy.commission;
    return atRecord("error", place, sales.cell, clause, { type: "salesNotNumber", seen });
  },
};
