import {
  levelById,
  performancePay,
  tierJudge,
  withOption,
  type EffectivePolicy,
  type Level,
  type ReadingId,
} from "../../policy";
import type { Score } from "../../units";
import { atRecord, type Check } from "../check";
import type { RateUnderOption } from "../facts";
import { nameReading, optionLabel, settlingOptions } from "../nameReading";

function resultsOf(
  policy: EffectivePolicy,
  level: Level,
  score: Score,
  reading: ReadingId,
): readonly RateUnderOption[] {
  return settlingOptions(reading).flatMap((option): RateUnderOption[] => {
    const other = withOption(policy, reading, option);
    const band = tierJudge(other)(score);
    if (band.kind !== "tier") return [];
    const paid = levelById(other, level.id);
    const pay = paid === undefined ? undefined : performancePay(other, paid, score);
    return [
      {
        option: optionLabel(reading, option),
        inForce: policy.options[reading] === option,
        rate: band.band.rate,
        performance: pay?.kind === "amount" ? pay.value.amount : null,
      },
    ];
  });
}

/** Different scores of a level of which the results are kept. */
const SCORES_KEPT = 5_000;

const known = new WeakMap<EffectivePolicy, Map<string, readonly RateUnderOption[]>>();

/** The same few scores stand in thousands of rows. */
function rememberedResults(
  policy: EffectivePolicy,
  level: Level,
  score: Score,
  reading: ReadingId,
): readonly RateUnderOption[] {
  let ofPolicy = known.get(policy);
  if (ofPolicy === undefined)
    known.set(policy, (ofPolicy = new Map<string, readonly RateUnderOption[]>()));
  const key = `${reading} ${level.id} ${score}`;
  let results = ofPolicy.get(key);
  if (results === undefined) {
    if (ofPolicy.size >= SCORES_KEPT) ofPolicy.clear();
    ofPolicy.set(key, (results = resultsOf(policy, level, score, reading)));
  }
  return results;
}

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
    return atRecord("warning", place, cell, placed.band.clause, {
      code: "F-PAY-02",
      score: quantity.value,
      reading: nameReading(reading),
      results: rememberedResults(policy, level, quantity.value, reading),
    });
  },
};
