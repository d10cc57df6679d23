import { describe, expect, it } from "vitest";
import { findCounterexample, type ScoreRule } from "../../../src/policy/lint";

// The decision is proved against all histories of 12 months of tiers 1 to 3; tier 3 stands for
// everything below the second. A history is two sets of bits, the newest month in the lowest one.

const MONTHS = 12;
const COUNT = 3 ** MONTHS;

const inTierOne = new Uint16Array(COUNT);
const inTierTwoOrBetter = new Uint16Array(COUNT);
for (let history = 0; history < COUNT; history++) {
  let rest = history;
  for (let month = 0; month < MONTHS; month++) {
    const tier = (rest % 3) + 1;
    rest = Math.floor(rest / 3);
    if (tier === 1) inTierOne[history] = (inTierOne[history] ?? 0) | (1 << month);
    if (tier <= 2) inTierTwoOrBetter[history] = (inTierTwoOrBetter[history] ?? 0) | (1 << month);
  }
}

const bitsIn = new Uint8Array(1 << MONTHS);
for (let bits = 1; bits < bitsIn.length; bits++)
  bitsIn[bits] = (bitsIn[bits >> 1] ?? 0) + (bits & 1);

/** The histories that meet the rule, as bits: the rule of the policy, written down once more. */
function histories({ streakMonths, worstTier, tierBound, inner, window }: ScoreRule): Uint32Array {
  const met = new Uint32Array(Math.ceil(COUNT / 32));
  const streak = (1 << streakMonths) - 1;
  const span = window === null ? 0 : (1 << window.months) - 1;
  for (let history = 0; history < COUNT; history++) {
    const one = inTierOne[history] ?? 0;
    const two = inTierTwoOrBetter[history] ?? 0;
    const run = worstTier === 1 ? one : tierBound === "exactly" ? two & ~one : two;
    if ((run & streak) !== streak) continue;
    if (inner !== null) {
      const good = bitsIn[(inner.tier === 1 ? one : two) & streak] ?? 0;
      if (inner.bound === "exactly" ? good !== inner.months : good < inner.months) continue;
    }
    if (window !== null && ((window.worstTier === 1 ? one : two) & span) !== span) continue;
    met[history >> 5] = (met[history >> 5] ?? 0) | (1 << (history & 31));
  }
  return met;
}

function implies(higher: Uint32Array, lower: Uint32Array): boolean {
  for (let word = 0; word < higher.length; word++)
    if (((higher[word] ?? 0) & ~(lower[word] ?? 0)) !== 0) return false;
  return true;
}

function isMetBy(met: Uint32Array, tiers: readonly number[]): boolean {
  const history = tiers.reduce((value, tier) => value * 3 + tier - 1, 0);
  return ((met[history >> 5] ?? 0) & (1 << (history & 31))) !== 0;
}

const rule = (
  streakMonths: number,
  worstTier: number,
  more: Partial<ScoreRule> = {},
): ScoreRule => ({
  streakMonths,
  worstTier,
  tierBound: "atLeast",
  inner: null,
  window: null,
  ...more,
});

const junior = rule(3, 2);
const middle = rule(5, 2, { inner: { months: 2, tier: 1, bound: "atLeast" } });
const senior = rule(5, 1, { window: { months: 6, worstTier: 2 } });
const reserve = rule(8, 1, { window: { months: 12, worstTier: 2 } });

function variety(): ScoreRule[] {
  const rules: ScoreRule[] = [];
  for (const streakMonths of [1, 3, 5, 8])
    for (const worstTier of [1, 2])
      for (const tierBound of ["atLeast", "exactly"] as const)
        for (const window of [null, { months: 6, worstTier: 2 }, { months: 12, worstTier: 1 }])
          for (const inner of [
            null,
            { months: 2, tier: 1, bound: "atLeast" as const },
            { months: 2, tier: 1, bound: "exactly" as const },
          ])
            rules.push({ streakMonths, worstTier, tierBound, inner, window });
  return rules;
}

describe("whether a higher rule implies a lower one", () => {
  it("holds along the ladder of the built-in policy, and fails with all months in tier 1", () => {
    expect(findCounterexample(middle, junior, MONTHS)).toBeNull();
    expect(findCounterexample(senior, middle, MONTHS)).toBeNull();
    expect(findCounterexample(reserve, senior, MONTHS)).toBeNull();
    const all = Array<number>(MONTHS).fill(1);
    expect(findCounterexample(middle, rule(3, 2, { tierBound: "exactly" }), MONTHS)).toEqual(all);
    const twoExactly = rule(5, 2, { inner: { months: 2, tier: 1, bound: "exactly" } });
    expect(findCounterexample(senior, twoExactly, MONTHS)).toEqual(all);
  });

  it("is decided as all 531,441 histories of 12 months decide it", () => {
    expect(COUNT).toBe(531_441);
    const tried = [junior, middle, senior, reserve, ...variety()].map(
      (one) => [one, histories(one)] as const,
    );
    let implied = 0;
    let refuted = 0;
    const wrong: unknown[] = [];
    for (const [higher, meetsHigher] of tried)
      for (const [lower, meetsLower] of tried) {
        const witness = findCounterexample(higher, lower, MONTHS);
        const holds = implies(meetsHigher, meetsLower);
        if (holds) implied++;
        else refuted++;
        const isProof =
          witness === null
            ? holds
            : witness.length === MONTHS &&
              isMetBy(meetsHigher, witness) &&
              !isMetBy(meetsLower, witness);
        if (!isProof) wrong.push({ higher, lower, witness, holds });
      }
    expect(wrong).toEqual([]);
    // Both answers are frequent, so that neither is proved by never being asked.
    expect(implied).toBeGreaterThan(1_000);
    expect(refuted).toBeGreaterThan(1_000);
  });

  it("takes a month that the higher rule does not look at for missing", () => {
    const longer = rule(2, 3, { window: { months: 4, worstTier: 3 } });
    expect(findCounterexample(rule(3, 1), longer, 0)).toEqual([4, 1, 1, 1]);
  });

  it("answers for rules as long as a file may make them", () => {
    const long = rule(120, 98, { inner: { months: 60, tier: 40, bound: "exactly" } });
    const longer = rule(120, 99, { inner: { months: 59, tier: 40, bound: "atLeast" } });
    expect(findCounterexample(long, longer, 120)).toBeNull();
    expect(findCounterexample(longer, long, 120)).toHaveLength(120);
  });
});
