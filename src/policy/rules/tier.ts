import { pointsFromScore, roundToWholePoints, type Score } from "../../units";
import type { EffectivePolicy, ReadingId, ScoreBand, Tier } from "../types";

interface Placed {
  readonly kind: "tier";
  readonly tier: Tier;
  readonly band: ScoreBand;
}

/** The band a score falls into, or that the policy leaves it in no band or in two (§6.P). */
export type TierResult =
  | Placed
  /** The reading that would place the score; null where a gap of HR's own values is disputed by none. */
  | { readonly kind: "refused"; readonly reading: ReadingId | null };

export type TierJudge = (score: Score) => TierResult;

/** The score as every rule uses it: rounded first where the reading says so (SCORE_ROUNDING). */
export function scoreInForce(policy: EffectivePolicy, score: Score): Score {
  return policy.score.rounding === "integer" ? roundToWholePoints(score) : score;
}

function holds(band: ScoreBand, score: Score): boolean {
  const above = band.fromInclusive ? score >= band.from : score > band.from;
  const below = band.toInclusive ? score <= band.to : score < band.to;
  return above && below;
}

function place(policy: EffectivePolicy, tiers: readonly Placed[], given: Score): TierResult {
  const score = scoreInForce(policy, given);
  const [only, another] = tiers.filter(({ band }) => holds(band, score));
  if (only !== undefined && another === undefined) return only;
  const dispute = policy.score.disputed.find((range) => score >= range.from && score <= range.to);
  return { kind: "refused", reading: dispute?.reading ?? null };
}

const judges = new WeakMap<EffectivePolicy, TierJudge>();

/**
 * Scores to tiers under one policy (§6.P1–P4). Scores within the scale only; whole points are
 * looked up, since they are nearly all that a sheet holds.
 */
export function tierJudge(policy: EffectivePolicy): TierJudge {
  let judge = judges.get(policy);
  if (judge === undefined) {
    const whole: (TierResult | undefined)[] = [];
    const tiers = policy.score.bands.map((band): Placed => ({
      kind: "tier",
      tier: band.tier,
      band,
    }));
    judge = (score) => {
      const points = pointsFromScore(score);
      if (!Number.isInteger(points)) return place(policy, tiers, score);
      return (whole[points] ??= place(policy, tiers, score));
    };
    judges.set(policy, judge);
  }
  return judge;
}
