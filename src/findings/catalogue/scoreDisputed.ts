import {
  levelById,
  performancePay,
  scoreInForce,
  tierJudge,
  withOption,
  type EffectivePolicy,
  type Level,
  type ReadingId,
} from "../../policy";
import type { Score } from "../../units";
import { atRecord, type Check } from "../check";
import type { TierUnderOption } from "../facts";
import { nameReading, optionLabel, settlingOptions } from "../nameReading";

function resultsOf(
  policy: EffectivePolicy,
  reading: ReadingId,
  score: Score,
  level: Level | undefined,
): readonly TierUnderOption[] {
  return settlingOptions(reading).flatMap((option) => {
    const other = withOption(policy, reading, option);
    const placed = tierJudge(other)(score);
    if (placed.kind !== "tier") return [];
    const paid = level === undefined ? undefined : levelById(other, level.id);
    const pay = paid === undefined ? undefined : performancePay(other, paid, score);
    return [
      {
        option: optionLabel(reading, option),
        inForce: policy.options[reading] === option,
        tier: placed.tier,
        performance: pay?.kind === "amount" ? pay.value.amount : null,
      },
    ];
  });
}

/** F-SCO-06: a score that belongs to one tier or another, as long as nobody has decided which. */
export const scoreDisputed: Check = {
  code: "F-SCO-06",
  severities: ["warning"],
  of: "record",
  find(place) {
    const { policy, level, record } = place;
    const { quantity, cell } = record.score;
    if (quantity.kind !== "value") return null;
    const score = scoreInForce(policy, quantity.value);
    const range = policy.score.disputed.find(
      ({ reading, from, to }) => score >= from && score <= to && policy.undecided.has(reading),
    );
    if (range === undefined) return null;
    const results = resultsOf(policy, range.reading, quantity.value, level);
    if (new Set(results.map(({ tier }) => tier)).size < 2) return null;
    const placed = tierJudge(policy)(quantity.value);
    return atRecord(
      "warning",
      place,
      cell,
      placed.kind === "tier" ? placed.band.clause : policy.performance.clause,
      {
        code: "F-SCO-06",
        score: quantity.value,
        reading: nameReading(range.reading),
        results,
      },
    );
  },
};
