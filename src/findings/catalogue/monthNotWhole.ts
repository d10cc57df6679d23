import { atRecord, type Check } from "../check";
import { prorationOf } from "../proration";

/** A month that was not spent in one level from its first to its last day. */
export const monthNotWhole: Check = {
  type: "monthNotWhole",
  code: "F-PAY-05",
  group: "pay",
  severities: ["warning"],
  of: "record",
  kind: "data",
  find(place, setting) {
    const proration = prorationOf(place, setting);
    if (proration === null) return null;
    const { reason, cell } = proration;
    const clause = place.level?.clause ?? null;
    return atRecord("warning", place, cell, clause, { type: "monthNotWhole", reason });
  },
};
