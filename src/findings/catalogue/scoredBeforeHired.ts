import { atRecord, type Check } from "../check";
import { hasScoreEntry, monthCell } from "../../month";

/** A score of a month before the person came. */
export const scoredBeforeHired: Check = {
  type: "scoredBeforeHired",
  code: "F-MON-03",
  group: "months",
  severities: ["warning"],
  of: "record",
  kind: "data",
  find(place) {
    const { record, person, month } = place;
    const { quantity } = record.hired;
    if (quantity.kind === "pending" || person?.waiting === true) return null;
    const hired = quantity.kind === "value" ? quantity.value : (person?.hired ?? null);
    if (hired === null || month === null || month >= hired || !hasScoreEntry(record)) return null;
    return atRecord("warning", place, monthCell(record), null, {
      type: "scoredBeforeHired",
      hired,
    });
  },
};
