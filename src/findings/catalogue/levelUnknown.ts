import { atRecord, type Check } from "../check";
import { hasScoreEntry } from "../../month";

/** A level that the policy does not know, or none beside a score. */
export const levelUnknown: Check = {
  type: "levelUnknown",
  code: "F-LVL-01",
  group: "levels",
  severities: ["error"],
  of: "record",
  kind: "data",
  find(place) {
    const { record, level, policy } = place;
    if (record.level.cell === null || record.level.pending || level !== undefined) return null;
    if (record.level.text === "" && !hasScoreEntry(record)) return null;
    // The one level of a wide row is of no month in particular.
    const month = record.layout.kind === "wide" ? null : place.month;
    return atRecord("error", { ...place, month }, record.level.cell, "§3.0", {
      type: "levelUnknown",
      text: record.level.seen.trim(),
      levels: policy.levels.map(({ name }) => name),
    });
  },
};
