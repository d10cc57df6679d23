import { atRecord, type Check } from "../check";
import { isScored } from "../../month";

/** F-LVL-01: a level that the policy does not know, or none beside a score. */
export const levelUnknown: Check = {
  code: "F-LVL-01",
  severities: ["error"],
  of: "record",
  find(place) {
    const { record, level, policy } = place;
    if (record.level.cell === null || record.level.pending || level !== undefined) return null;
    if (record.level.text === "" && !isScored(record)) return null;
    // The one level of a wide row is of no month in particular.
    const month = record.layout.kind === "wide" ? null : place.month;
    return atRecord("error", { ...place, month }, record.level.cell, "§3.0", {
      code: "F-LVL-01",
      text: record.level.seen.trim(),
      levels: policy.levels.map(({ name }) => name),
    });
  },
};
