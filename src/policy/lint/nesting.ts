import type { PromotionRule, Tier } from "../types";

/** What decides whether one rule implies another. */
export type ScoreRule = Pick<
  PromotionRule,
  "streakMonths" | "worstTier" | "tierBound" | "inner" | "window"
>;

/** How many months back a rule looks. */
export function lookBackOf(rule: ScoreRule): number {
  return Math.max(rule.streakMonths, rule.window?.months ?? 0);
}

/**
 * A history of tiers, oldest first and best first among equals, that meets `higher` but not `lower`;
 * null when there is none, so that `higher` implies `lower`. It has `months` months, or as many as the
 * longer rule looks at. A tier worse than all that the rules name stands for a missing month as well.
 *
 * Both rules ask each month for a range of tiers and the run for a number of good months. Walking
 * from the oldest month to the newest, only these matter of the past: how many good months each of
 * the two has seen, and whether `lower` is already broken; so every such state is tried once.
 */
export function findCounterexample(
  higher: ScoreRule,
  lower: ScoreRule,
  months: number,
): readonly Tier[] | null {
  const length = Math.max(months, lookBackOf(higher), lookBackOf(lower));
  const tiers = tiersThatDiffer(higher, lower);
  const dead = new Set<number>();
  const history: Tier[] = [];
  const mostHigher = countedUpTo(higher);
  const mostLower = countedUpTo(lower);

  const search = (left: number, inHigher: number, inLower: number, broken: boolean): boolean => {
    if (left === 0) return hasInner(higher, inHigher) && (broken || !hasInner(lower, inLower));
    const state =
      ((left * (mostHigher + 1) + inHigher) * (mostLower + 1) + inLower) * 2 + Number(broken);
    if (dead.has(state)) return false;
    for (const tier of tiers) {
      if (!allows(higher, left, tier)) continue;
      history.push(tier);
      const found = search(
        left - 1,
        Math.min(inHigher + Number(isInner(higher, left, tier)), mostHigher),
        Math.min(inLower + Number(isInner(lower, left, tier)), mostLower),
        broken || !allows(lower, left, tier),
      );
      if (found) return true;
      history.pop();
    }
    dead.add(state);
    return false;
  };
  return search(length, 0, 0, false) ? history : null;
}

/** One tier of each kind that the rules tell apart, best first. */
function tiersThatDiffer(...rules: readonly ScoreRule[]): readonly Tier[] {
  const limits = rules.flatMap(({ worstTier, inner, window }) => [
    worstTier,
    ...(inner === null ? [] : [inner.tier]),
    ...(window === null ? [] : [window.worstTier]),
  ]);
  const tiers = new Set([1, ...limits, ...limits.map((tier) => tier + 1)]);
  return [...tiers].sort((one, other) => one - other);
}

/** Whether a month may have the tier; `left` counts the months from it to the newest, 1 the newest. */
function allows(rule: ScoreRule, left: number, tier: Tier): boolean {
  const fitsRun =
    left > rule.streakMonths ||
    (rule.tierBound === "exactly" ? tier === rule.worstTier : tier <= rule.worstTier);
  const fitsWindow =
    rule.window === null || left > rule.window.months || tier <= rule.window.worstTier;
  return fitsRun && fitsWindow;
}

function isInner(rule: ScoreRule, left: number, tier: Tier): boolean {
  return rule.inner !== null && left <= rule.streakMonths && tier <= rule.inner.tier;
}

/** More good months than this are all the same to the rule. */
function countedUpTo(rule: ScoreRule): number {
  return rule.inner === null ? 0 : rule.inner.months + 1;
}

function hasInner(rule: ScoreRule, count: number): boolean {
  if (rule.inner === null) return true;
  return rule.inner.bound === "exactly" ? count === rule.inner.months : count >= rule.inner.months;
}
