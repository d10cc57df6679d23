import { tierJudge, type ReadingId } from "../../policy";
import { atRecord, type Check } from "../check";
import { nameReading } from "../../month";
import { scoreUnderOptions } from "../scoreUnderOptions";

/** A score of a tier whose rate is read in two ways, as long as nobody has decided which. */
export const rateDisputed: Check = {
  type: "rateDisputed",
  code: "F-PAY-02",
  group: "pay",
  severities: ["warning"],
  of: "record",
  kind: "decision",
  find(place) {
    const { policy, level, record } = place;
    const { quantity, cell } = record.score;
    if (quantity.kind !== "value" || level?.variablePay !== true) return null;
    const placed = tierJudge(policy)(quantity.value);
    if (placed.kind !== "tier") return null;
    const rate = policy.values.score.bands.find(({ tier }) => tier === placed.tier);
    if (rate === undefined || typeof rate.rateBasisPoints === "number") return null;
    const reading: ReadingId = rate.rateBasisPoints.reading;
    if (!policy.undecided.has(reading)) return null;
    return atRecord("warning", place, cell, placed.band.clause, {
      type: "rateDisputed",
      score: quantity.value,
      reading: nameReading(reading),
      results: scoreUnderOptions(policy, reading, quantity.value, level).map(
        ({ option, inForce, band, performance }) => ({
          option,
          inForce,
          rate: band.rate,
          performance,
        }),
      ),
    });
  },
};
