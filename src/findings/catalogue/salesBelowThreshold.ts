import { commissionAmount } from "../../policy";
import { atRecord, type Check } from "../check";

/** So near below a threshold that somebody may have been tempted to help: one per cent of it. */
const NEAR = 100;

/** F-SAL-05: sales just below a threshold of the commission. */
export const salesBelowThreshold: Check = {
  code: "F-SAL-05",
  severities: ["info"],
  of: "record",
  find(place) {
    const { policy, level, record } = place;
    const { quantity, cell } = record.sales;
    if (quantity.kind !== "value" || record.level.pending || level?.variablePay === false)
      return null;
    const sales = quantity.value;
    const band = policy.commission.bands.find(
      ({ from }) => sales < from && (from - sales) * NEAR <= from,
    );
    if (band === undefined) return null;
    return atRecord("info", place, cell, band.clause, {
      code: "F-SAL-05",
      sales,
      threshold: band.from,
      commission: commissionAmount(policy, sales),
      reached: commissionAmount(policy, band.from),
    });
  },
};
