import { atRecord, type Check } from "../check";

/** A score that had to be cleaned: text, a unit, full-width digits. */
export const scoreAsText: Check = {
  type: "scoreAsText",
  code: "F-SCO-02",
  group: "scores",
  severities: ["info"],
  of: "record",
  kind: "data",
  find(place) {
    const { quantity, seen, cell } = place.record.score;
    if (quantity.kind !== "value" || quantity.cleaned === null) return null;
    // 0分 is how a real zero is written, so it must stay.
    if (quantity.value === 0) return null;
    return atRecord("info", place, cell, null, {
      type: "scoreAsText",
      cleaned: quantity.cleaned,
      seen: typeof seen === "string" ? seen : "",
      score: quantity.value,
    });
  },
};
