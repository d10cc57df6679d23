import { atRecord, type Check } from "../check";
import { seenContent } from "../seenContent";

/** F-SAL-01: sales that are not an amount. */
export const salesNotNumber: Check = {
  code: "F-SAL-01",
  severities: ["error"],
  of: "record",
  find(place) {
    const { sales } = place.record;
    const seen = seenContent(sales);
    if (seen === null) return null;
    const { clause } = place.policy.commission;
    return atRecord("error", place, sales.cell, clause, { code: "F-SAL-01", seen });
  },
};
