import type { EffectivePolicy, Level, PromotionRule, Tier } from "../types";

/** How a list of months stands against one level's rule. */
export interface QuickStanding {
  /** Holds; needs further months; or some filling of missing months makes it hold. */
  readonly status: "eligible" | "not_yet" | "missing_data";
  readonly monthsShort: number | null;
  /** Under `missing_data`: index of the newest missing month in the way. */
  readonly blockAt: number | null;
}

/** Bits that a number's shifts keep; rules that look further back are left to `judgePromotion`. */
const BITS = 30;
const ELIGIBLE: QuickStanding = { status: "eligible", monthsShort: 0, blockAt: null };

const ones = (count: number): number => (1 << count) - 1;

function countOnes(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

/**
 * A rule over months as bits, the newest lowest. Rules ask for at most two tiers, a good and a better one, and for each
 * there is a number whose bits are set where a month's tier is at least that: `…ByBetter` says which one is asked.
 */
interface MaskedRule {
  /** The months that must all be of the tier, without a gap. */
  readonly streak: number;
  readonly streakByBetter: boolean;
  /** How many of those must be of the inner tier; 0 where the rule has no such condition. */
  readonly inner: number;
  readonly innerByBetter: boolean;
  /** The months of the window, which must all be of its tier; 0 without one. */
  readonly window: number;
  readonly windowByBetter: boolean;
}

/**
 * One person's months as bits, for blocks of a hundred thousand people: the same judgement as
 * `judgePromotion` and `judgeReachedLevel`, for the readings that nearly all workbooks have. It is
 * used for one list after another: `start`, the months oldest first, then the questions.
 */
export class QuickLine {
  /** Months since the first score, trailing blanks left out. */
  #length = 0;
  /** Months without score since the last score: inside the list only once another score follows. */
  #pending = 0;
  /** The newest month is the lowest bit: set where its tier is good or better. */
  #good = 0;
  #better = 0;
  #missing = 0;
  #newest = 0;
  #leaves = false;

  readonly #ruleOf: ReadonlyMap<string, MaskedRule>;
  /** Levels with a rule, the highest first. */
  readonly #ladder: readonly (readonly [Level, MaskedRule])[];
  readonly #longest: number;

  readonly #goodTier: Tier;
  readonly #betterTier: Tier;

  constructor(policy: EffectivePolicy, goodTier: Tier, betterTier: Tier) {
    this.#goodTier = goodTier;
    this.#betterTier = betterTier;
    this.#ruleOf = new Map(
      policy.promotion.rules.map((rule) => [rule.target, this.#mask(rule)] as const),
    );
    this.#ladder = [...policy.levels].reverse().flatMap((level) => {
      const rule = this.#ruleOf.get(level.id);
      return rule === undefined ? [] : [[level, rule] as const];
    });
    this.#longest = policy.promotion.lookBack;
  }

  #mask(rule: PromotionRule): MaskedRule {
    return {
      streak: ones(rule.streakMonths),
      streakByBetter: rule.worstTier === this.#betterTier,
      inner: rule.inner?.months ?? 0,
      innerByBetter: rule.inner?.tier === this.#betterTier,
      window: ones(rule.window?.months ?? 0),
      windowByBetter: rule.window?.worstTier === this.#betterTier,
    };
  }

  start(): void {
    this.#length = 0;
    this.#pending = 0;
    this.#good = 0;
    this.#better = 0;
    this.#missing = 0;
    this.#leaves = false;
  }

  score(index: number, tier: Tier): void {
    if (this.#pending > 0) this.#takePending();
    this.#good = (this.#good << 1) | (tier <= this.#goodTier ? 1 : 0);
    this.#better = (this.#better << 1) | (tier <= this.#betterTier ? 1 : 0);
    this.#missing <<= 1;
    this.#length += 1;
    this.#newest = index;
  }

  /** A month without score; statutory leave leaves the list. */
  skip(leave: boolean): void {
    if (leave) this.#leaves = true;
    else if (this.#length > 0) this.#pending += 1;
  }

  #takePending(): void {
    const count = Math.min(this.#pending, BITS);
    this.#good <<= count;
    this.#better <<= count;
    this.#missing = (this.#missing << count) | ones(count);
    this.#length += this.#pending;
    this.#pending = 0;
  }

  get isScored(): boolean {
    return this.#length > 0;
  }

  /** The highest level whose rule holds; null where none does. */
  reached(): Level | null {
    for (const [level, rule] of this.#ladder)
      if (holds(rule, this.#good, this.#better)) return level;
    return null;
  }

  /** How the list stands against the rule for a level; undefined where only `judgePromotion` can tell. */
  toward(target: Level): QuickStanding | undefined {
    const rule = this.#ruleOf.get(target.id);
    if (rule === undefined || holds(rule, this.#good, this.#better)) return ELIGIBLE;
    const monthsShort = this.#monthsShort(rule);
    if (!holds(rule, this.#good | this.#missing, this.#better | this.#missing))
      return { status: "not_yet", monthsShort, blockAt: null };
    // Where leave has left the list, a place among the bits is no place in the list as given.
    if (this.#leaves) return undefined;
    const inTheWay = this.#missing & (rule.streak | rule.window);
    const back = 31 - Math.clz32(inTheWay & -inTheWay);
    return { status: "missing_data", monthsShort, blockAt: this.#newest - back };
  }

  #monthsShort(rule: MaskedRule): number | null {
    // Once every month that a rule can look at is of tier 1, more of them change nothing.
    for (let months = 1; months <= this.#longest; months += 1) {
      const good = (this.#good << months) | ones(months);
      const better = (this.#better << months) | ones(months);
      if (holds(rule, good, better)) return months;
    }
    return null;
  }
}

/** Bits beyond the list are not set, so that a short list holds no rule. */
function holds(rule: MaskedRule, good: number, better: number): boolean {
  if (((rule.streakByBetter ? better : good) & rule.streak) !== rule.streak) return false;
  if (((rule.windowByBetter ? better : good) & rule.window) !== rule.window) return false;
  return countOnes((rule.innerByBetter ? better : good) & rule.streak) >= rule.inner;
}

/**
 * A line for the policy, or null where its readings or values are unusual: there `judgePromotion`
 * is asked for every list.
 */
export function quickLine(policy: EffectivePolicy): QuickLine | null {
  const { promotion } = policy;
  const usual =
    promotion.streakAnchor === "latest" &&
    promotion.streakScope === "history" &&
    promotion.windowKind === "rolling" &&
    promotion.windowHistory === "full" &&
    promotion.missingMonth === "break" &&
    promotion.statutoryLeave === "bridge" &&
    promotion.lookBack <= BITS &&
    promotion.rules.every(
      (rule) =>
        rule.tierBound === "atLeast" && (rule.inner === null || rule.inner.bound === "atLeast"),
    );
  if (!usual) return null;
  const tiers = new Set(
    promotion.rules.flatMap((rule) => [
      rule.worstTier,
      ...(rule.inner === null ? [] : [rule.inner.tier]),
      ...(rule.window === null ? [] : [rule.window.worstTier]),
    ]),
  );
  const [better = 1, good = better, third] = [...tiers].sort((one, other) => one - other);
  return third === undefined ? new QuickLine(policy, good, better) : null;
}
