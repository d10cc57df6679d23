import type { Month } from "../../units";
import type { EffectivePolicy, Level, PromotionRule, ReadingId } from "../types";
import {
  MISSING,
  prepareLine,
  type CellPosition,
  type Line,
  type Policies,
  type ScoreHistory,
} from "./history";
import { levelAbove } from "./level";
import { requirementsOf, type Requirement } from "./requirements";
import { ends, holdsAt, holdsFor, reasonsAt, spansOf, unreadableIn, type Reason } from "./ruleAt";

export type PromotionStatus = "eligible" | "not_yet" | "missing_data" | "no_data";

/** The score part of a promotion: never the promotion itself (rule P4.8). */
export type PromotionVerdict =
  | {
      readonly kind: "judged";
      readonly status: PromotionStatus;
      readonly target: Level;
      /** The rule in force for the target; null where the reading leaves the step without one. */
      readonly rule: PromotionRule | null;
      /** Fewest further months that can make it eligible; null where none ever can. */
      readonly monthsShort: number | null;
      /** The newest cell in the way. */
      readonly blockAt: CellPosition | null;
      readonly reasons: readonly Reason[];
      readonly requirements: readonly Requirement[];
      /** The highest level above the target whose score rule holds too. */
      readonly alsoMeets: Level | null;
      /** Asked for a level above the next one (§2.3). */
      readonly skip: boolean;
    }
  | { readonly kind: "topLevel" }
  /** A month that the rule looks at cannot be read or placed in a tier. */
  | { readonly kind: "excluded"; readonly at: CellPosition }
  /** The reading in force needs something that was not given (rule D7). */
  | { readonly kind: "unanswerable"; readonly reading: ReadingId }
  | { readonly kind: "targetNotAbove" };

/** Where further months stand: nowhere yet, and nobody asks. */
const NO_CELL = -1;

/** The list with further months of these tiers at its end. */
function extend(line: Line, tiers: readonly number[]): Line {
  return {
    tiers: [...line.tiers, ...tiers],
    positions: [
      ...line.positions,
      ...tiers.map((_, i) => ({
        index: NO_CELL,
        month: line.next === null ? null : ((line.next + i) as Month), // a month plus whole months
      })),
    ],
    next: null,
  };
}

/**
 * What `count` cells may turn out to be at best: the best tier, or where a reading says "exactly"
 * every split between the two tiers that can matter (the order inside a streak never does).
 */
function* bestCells(rule: PromotionRule, count: number): Generator<readonly number[]> {
  const best = 1;
  if (rule.tierBound === "exactly") {
    yield Array<number>(count).fill(rule.worstTier);
    return;
  }
  if (rule.inner?.bound !== "exactly") {
    yield Array<number>(count).fill(best);
    return;
  }
  for (let inner = count; inner >= 0; inner -= 1)
    yield [
      ...Array<number>(count - inner).fill(rule.worstTier),
      ...Array<number>(inner).fill(best),
    ];
}

const MONTHS_A_YEAR = 12;

/** For a rule that does not hold yet; null where no further months ever make it hold. */
function monthsShortOf(rule: PromotionRule, line: Line, policy: EffectivePolicy): number | null {
  // A calendar period that a low month spoils may be a whole year.
  const limit = rule.streakMonths + Math.max(rule.window?.months ?? 0, MONTHS_A_YEAR);
  // Only the end of the longer list is new: its earlier ends were tried with fewer months.
  for (let months = 1; months <= limit; months += 1)
    for (const further of bestCells(rule, months)) {
      const longer = extend(line, further);
      if (holdsAt(rule, longer, longer.tiers.length, policy)) return months;
    }
  return null;
}

/**
 * Whether some filling of missing cells makes the rule hold; if so, the newest missing cell in the
 * way. Missing cells before the streak only need the best tier; those after it are not looked at.
 */
function missingInTheWay(
  rule: PromotionRule,
  line: Line,
  policy: EffectivePolicy,
): CellPosition | null {
  if (!line.tiers.includes(MISSING)) return null;
  for (const end of ends(line, policy)) {
    const { streakFrom } = spansOf(rule, line, end, policy);
    const holes = [...line.tiers.keys()].filter(
      (index) => index >= streakFrom && line.tiers[index] === MISSING,
    );
    for (const filling of bestCells(rule, holes.length)) {
      const tiers = line.tiers.map((tier) => (tier === MISSING ? 1 : tier));
      holes.forEach((index, i) => (tiers[index] = filling[i] ?? MISSING));
      // What such a filling mends is missing months alone.
      if (holdsAt(rule, { ...line, tiers }, end, policy))
        return newestBlocking(reasonsAt(rule, line, end, policy));
    }
  }
  return null;
}

function newestBlocking(reasons: readonly Reason[]): CellPosition | null {
  let newest: CellPosition | null = null;
  for (const reason of reasons)
    if ("cells" in reason)
      for (const cell of reason.cells)
        if (newest === null || cell.index > newest.index) newest = cell;
  return newest;
}

/** What the reading in force needs and the history does not tell (rule D7). */
function notGiven(
  rules: readonly PromotionRule[],
  history: ScoreHistory,
  policy: EffectivePolicy,
): ReadingId | null {
  const { streakScope, windowKind } = policy.promotion;
  if (streakScope === "sinceLastPromotion" && history.promotedAt === undefined)
    return "STREAK_SCOPE";
  const needsMonths = windowKind === "calendar" && rules.some((rule) => rule.window !== null);
  return needsMonths && history.months === undefined ? "WINDOW_KIND" : null;
}

function ruleFor(policy: EffectivePolicy, level: Level): PromotionRule | null {
  return policy.promotion.rules.find((rule) => rule.target === level.id) ?? null;
}

/**
 * The score part of promoting somebody from `current` to the next level, or to `target` when asked
 * (§4.1.H, §4.2.F, §4.3.E, §4.4.H with the readings in force).
 */
export function judgePromotion(
  history: ScoreHistory,
  current: Level,
  policies: Policies,
  asked?: Level,
): PromotionVerdict {
  const policy = policies.asOf;
  if (asked !== undefined && asked.rank <= current.rank) return { kind: "targetNotAbove" };
  const target = asked ?? levelAbove(policy, current);
  if (target === undefined) return { kind: "topLevel" };
  const rule = ruleFor(policy, target);
  const line = prepareLine(history, policies);
  const skip = target.rank > current.rank + 1;
  const base = { kind: "judged", target, rule, alsoMeets: null, skip } as const;
  // Blanks at its beginning are gone, so that a list is empty where nothing is scored.
  if (line.tiers.length === 0)
    return {
      ...base,
      status: "no_data",
      monthsShort: rule === null ? 0 : monthsShortOf(rule, line, policy),
      blockAt: null,
      reasons: rule === null ? [] : reasonsAt(rule, line, 0, policy),
      requirements: rule === null ? [] : requirementsOf(rule, line, policy),
    };
  const missingInput = notGiven(rule === null ? [] : [rule], history, policy);
  if (missingInput !== null) return { kind: "unanswerable", reading: missingInput };
  if (rule === null)
    return {
      ...base,
      status: "eligible",
      monthsShort: 0,
      blockAt: null,
      reasons: [],
      requirements: [],
      alsoMeets: highestAbove(target, line, history, policy),
    };
  const unreadable = unreadableIn(rule, line, policy);
  if (unreadable !== null) return { kind: "excluded", at: unreadable };
  const requirements = requirementsOf(rule, line, policy);
  if (holdsFor(rule, line, policy))
    return {
      ...base,
      status: "eligible",
      monthsShort: 0,
      blockAt: null,
      reasons: [],
      requirements,
      alsoMeets: highestAbove(target, line, history, policy),
    };
  const reasons = reasonsAt(rule, line, line.tiers.length, policy);
  const missing = missingInTheWay(rule, line, policy);
  return {
    ...base,
    status: missing === null ? "not_yet" : "missing_data",
    monthsShort: monthsShortOf(rule, line, policy),
    blockAt: missing ?? newestBlocking(reasons),
    reasons,
    requirements,
  };
}

function highestAbove(
  target: Level,
  line: Line,
  history: ScoreHistory,
  policy: EffectivePolicy,
): Level | null {
  let highest: Level | null = null;
  for (const level of policy.levels) {
    const rule = ruleFor(policy, level);
    if (level.rank <= target.rank || rule === null) continue;
    if (notGiven([rule], history, policy) !== null) continue;
    if (unreadableIn(rule, line, policy) === null && holdsFor(rule, line, policy)) highest = level;
  }
  return highest;
}

/** The level that the scores reach, whatever level is held (rule P4.7). */
export type ReachedLevel =
  | { readonly kind: "reached"; readonly level: Level }
  | { readonly kind: "none" }
  | { readonly kind: "noData" }
  | { readonly kind: "excluded"; readonly at: CellPosition }
  | { readonly kind: "unanswerable"; readonly reading: ReadingId };

export function judgeReachedLevel(history: ScoreHistory, policies: Policies): ReachedLevel {
  const policy = policies.asOf;
  const line = prepareLine(history, policies);
  if (line.tiers.length === 0) return { kind: "noData" };
  const missingInput = notGiven(policy.promotion.rules, history, policy);
  if (missingInput !== null) return { kind: "unanswerable", reading: missingInput };
  for (const level of [...policy.levels].reverse()) {
    const rule = ruleFor(policy, level);
    if (rule === null) continue;
    const unreadable = unreadableIn(rule, line, policy);
    if (unreadable !== null) return { kind: "excluded", at: unreadable };
    if (holdsFor(rule, line, policy)) return { kind: "reached", level };
  }
  return { kind: "none" };
}
