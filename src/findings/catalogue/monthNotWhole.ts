import { atRecord, type Check } from "../check";
import { prorationOf } from "../proration";

/** F-PAY-05: a month that was not spent in one level from its first to its last day. */
export const monthNotWhole: Check = {
  code: "F-PAY-05",
  severities: ["warning"],
  of: "record",
  find(place, setting) {
    const proration = prorationOf(place, setting);
    if (proration === null) return null;
    const { reason, cell } = proration;
    const clause = place.level?.clause ?? null;
    return atRecord("warning", place, cell, clause, { code: "F-PAY-05", reason });
  },
};
