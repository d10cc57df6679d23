import { commissionAmount } from "../../policy";
import { atRecord, type Check } from "../check";

/** So near below a threshold that somebody may have been tempted to help: one per cent of it. */
const NEAR = 100;

/** Sales just below a threshold of the commission. */
export const salesBelowThreshold: Check = {
  type: "salesBelowThreshold",
  code: "F-SAL-05",
  group: "sales",
  severities: ["info"],
  of: "record",
  kind: "data",
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
      type: "salesBelowThreshold",
      sales,
      threshold: band.from,
      commission: commissionAmount(policy, sales),
      reached: commissionAmount(policy, band.from),
    });
  },
};
