import { everyValue } from "../choice";
import type { PolicyValues, PromotionRuleValue, ScoreBandValue, Tier } from "../types";
import { refused, type Edited } from "./problems";
import { asValues, readPoints } from "./setValue";

/** How the numbers of tiers change: limits that let in tiers up to one, and the first that fails. */
interface Renumbering {
  readonly worst: (tier: Tier) => Tier;
  readonly fail: (tier: Tier) => Tier;
}

function renumbered(
  values: PolicyValues,
  bands: readonly ScoreBandValue[],
  { worst, fail }: Renumbering,
): Edited<PolicyValues> {
  const rule = (one: PromotionRuleValue): PromotionRuleValue => ({
    ...one,
    worstTier: worst(one.worstTier),
    inner: one.inner === null ? null : { ...one.inner, tier: worst(one.inner.tier) },
    window: one.window === null ? null : { ...one.window, worstTier: worst(one.window.worstTier) },
  });
  return asValues({
    ...values,
    score: { ...values.score, bands },
    promotion: { ...values.promotion, rules: values.promotion.rules.map(rule) },
    review: { ...values.review, failTier: fail(values.review.failTier) },
  });
}

/**
 * A new tier by dividing one at a score; the upper part keeps the number, worse tiers move down by
 * one. Rates, criteria and the limit of failing follow, so that the division alone changes nobody's
 * result (a criterion that asks for exactly this tier then asks for its lower part).
 */
export function addScoreTier(
  values: PolicyValues,
  divide: Tier,
  input: { readonly points: string },
): Edited<PolicyValues> {
  const { bands } = values.score;
  const band = bands.find(({ tier }) => tier === divide);
  if (band === undefined)
    return refused("tier", { code: "unknownTier", tier: divide, worst: bands.length });
  const points = readPoints("points", input.points);
  if (points.kind === "refused") return points;
  const at = points.value;
  const isInside =
    everyValue(band.from).every((end) => end.points < at) &&
    everyValue(band.to).every((end) => at < end.points);
  if (!isInside) return refused("points", { code: "outsideTier", tier: divide });
  const parts = bands.flatMap((one): ScoreBandValue[] => {
    if (one !== band) return [{ ...one, tier: one.tier > divide ? one.tier + 1 : one.tier }];
    return [
      { ...one, tier: divide + 1, to: { points: at, inclusive: false } },
      { ...one, from: { points: at, inclusive: true } },
    ];
  });
  return renumbered(values, parts, {
    worst: (tier) => (tier >= divide ? tier + 1 : tier),
    fail: (tier) => (tier > divide ? tier + 1 : tier),
  });
}

/**
 * The scale without a tier: its scores go to the better or the worse neighbour, which keeps its rate
 * and its other end. Worse tiers move up by one, and what named the tier names the one that took it in.
 */
export function removeScoreTier(
  values: PolicyValues,
  removed: Tier,
  into: "better" | "worse",
): Edited<PolicyValues> {
  const { bands } = values.score;
  const band = bands.find(({ tier }) => tier === removed);
  if (band === undefined)
    return refused("tier", { code: "unknownTier", tier: removed, worst: bands.length });
  const heirTier = into === "better" ? removed - 1 : removed + 1;
  const heir = bands.find(({ tier }) => tier === heirTier);
  if (heir === undefined)
    return bands.length === 1
      ? refused("tier", { code: "onlyTier" })
      : refused("into", { code: "unknownTier", tier: heirTier, worst: bands.length });
  const kept = bands.flatMap((one): ScoreBandValue[] => {
    if (one === band) return [];
    const tier = one.tier > removed ? one.tier - 1 : one.tier;
    if (one !== heir) return [{ ...one, tier }];
    return [into === "better" ? { ...one, tier, from: band.from } : { ...one, tier, to: band.to }];
  });
  const worstLeft = bands.length - 1;
  const heirNow = into === "better" ? removed - 1 : removed;
  return renumbered(values, kept, {
    worst: (tier) => (tier < removed ? tier : tier === removed ? heirNow : tier - 1),
    // Scores that failed go on failing with the tiers below; the others are not made to.
    fail: (tier) => Math.min(tier > removed ? tier - 1 : tier, worstLeft),
  });
}

/**
 * The limit between a tier and the next worse one, for both at once, so that no gap and no overlap
 * can arise. It settles a dispute about this limit.
 */
export function setTierLimit(
  values: PolicyValues,
  better: Tier,
  input: { readonly points: string; readonly inBetter: boolean },
): Edited<PolicyValues> {
  const { bands } = values.score;
  for (const tier of [better, better + 1])
    if (!bands.some((band) => band.tier === tier))
      return refused("tier", { code: "unknownTier", tier, worst: bands.length });
  const points = readPoints("points", input.points);
  if (points.kind === "refused") return points;
  const limited = bands.map((band): ScoreBandValue => {
    if (band.tier === better)
      return { ...band, from: { points: points.value, inclusive: input.inBetter } };
    return band.tier === better + 1
      ? { ...band, to: { points: points.value, inclusive: !input.inBetter } }
      : band;
  });
  return asValues({ ...values, score: { ...values.score, bands: limited } });
}
