import { levelById, performancePay, tierJudge, withOption, type ReadingId } from "../../policy";
import { atRecord, type Check } from "../check";
import type { RateUnderOption } from "../facts";
import { nameReading, optionLabel, settlingOptions } from "../nameReading";

/** F-PAY-02: a score of a tier whose rate is read in two ways, as long as nobody has decided which. */
export const rateDisputed: Check = {
  code: "F-PAY-02",
  severities: ["warning"],
  of: "record",
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
    const results = settlingOptions(reading).flatMap((option): RateUnderOption[] => {
      const other = withOption(policy, reading, option);
      const band = tierJudge(other)(quantity.value);
      if (band.kind !== "tier") return [];
      const paid = levelById(other, level.id);
      const pay = paid === undefined ? undefined : performancePay(other, paid, quantity.value);
      return [
        {
          option: optionLabel(reading, option),
          inForce: policy.options[reading] === option,
          rate: band.band.rate,
          performance: pay?.kind === "amount" ? pay.value.amount : null,
        },
      ];
    });
    return atRecord("warning", place, cell, placed.band.clause, {
      code: "F-PAY-02",
      score: quantity.value,
      reading: nameReading(reading),
      results,
    });
  },
};
