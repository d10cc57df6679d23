import { scoreInForce, tierJudge } from "../../policy";
import { atRecord, type Check } from "../check";
import { nameReading } from "../../month";
import { scoreUnderOptions } from "../scoreUnderOptions";

/** A score that belongs to one tier or another, as long as nobody has decided which. */
export const scoreDisputed: Check = {
  type: "scoreDisputed",
  code: "F-SCO-06",
  group: "scores",
  severities: ["warning"],
  of: "record",
  kind: "decision",
  find(place) {
    const { policy, level, record } = place;
    const { quantity, cell } = record.score;
    if (quantity.kind !== "value") return null;
    const score = scoreInForce(policy, quantity.value);
    const range = policy.score.disputed.find(
      ({ reading, from, to }) => score >= from && score <= to && policy.undecided.has(reading),
    );
    if (range === undefined) return null;
    const results = scoreUnderOptions(policy, range.reading, quantity.value, level).map(
      ({ option, inForce, band, performance }) => ({
        option,
        inForce,
        tier: band.tier,
        performance,
      }),
    );
    if (new Set(results.map(({ tier }) => tier)).size < 2) return null;
    const placed = tierJudge(policy)(quantity.value);
    return atRecord(
      "warning",
      place,
      cell,
      placed.kind === "tier" ? placed.band.clause : policy.performance.clause,
      {
        type: "scoreDisputed",
        score: quantity.value,
        reading: nameReading(range.reading),
        results,
      },
    );
  },
};
