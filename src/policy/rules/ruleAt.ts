import type { EffectivePolicy, PromotionRule } from "../types";
import { MISSING, UNREADABLE, type CellPosition, type Line } from "./history";

// How one level's rule stands against a list of months (rule P4.4, and P4.9 for the other readings).

/** What stands between a person and a level; cells are named where a cell is to blame. */
export type Reason =
  | { readonly kind: "short"; readonly have: number; readonly need: number }
  | { readonly kind: "missing"; readonly cells: readonly CellPosition[] }
  | { readonly kind: "tier"; readonly cells: readonly CellPosition[] }
  | { readonly kind: "inner"; readonly have: number; readonly need: number }
  | { readonly kind: "window"; readonly have: number; readonly need: number }
  | { readonly kind: "floor"; readonly cells: readonly CellPosition[] };

/** How far into the list a rule is applied: all of it, or under `any` each of its beginnings. */
export function* ends(line: Line, policy: EffectivePolicy): Generator<number> {
  yield line.tiers.length;
  if (policy.promotion.streakAnchor === "any")
    for (let end = line.tiers.length - 1; end > 0; end -= 1) yield end;
}

interface Spans {
  readonly streakFrom: number;
  readonly windowFrom: number;
  readonly windowTo: number;
}

/** Which cells the rule looks at when the list is taken up to `end`. */
export function spansOf(
  rule: PromotionRule,
  line: Line,
  end: number,
  policy: EffectivePolicy,
): Spans {
  const streakFrom = Math.max(0, end - rule.streakMonths);
  if (rule.window === null) return { streakFrom, windowFrom: end, windowTo: end };
  switch (policy.promotion.windowKind) {
    case "rolling":
      return { streakFrom, windowFrom: Math.max(0, end - rule.window.months), windowTo: end };
    case "preceding":
      return {
        streakFrom,
        windowFrom: Math.max(0, streakFrom - rule.window.months),
        windowTo: streakFrom,
      };
    case "calendar":
      return {
        streakFrom,
        windowFrom: calendarFrom(line, end, rule.window.months),
        windowTo: end,
      };
  }
}

/** The first cell of the calendar half-year or year (or other even part of one) of the last cell. */
function calendarFrom(line: Line, end: number, length: number): number {
  const period = periodAt(line, end - 1, length);
  let from = end;
  while (period !== null && periodAt(line, from - 1, length) === period) from -= 1;
  return from;
}

/** Null where there is no cell, or its month is not known. */
function periodAt(line: Line, index: number, length: number): number | null {
  const month = line.positions[index]?.month ?? null;
  // Months are counted from a January.
  return month === null ? null : Math.floor(month / (12 % length === 0 ? length : 12));
}

export function missesTier(tier: number, rule: PromotionRule): boolean {
  return rule.tierBound === "exactly" ? tier !== rule.worstTier : tier > rule.worstTier;
}

/** Why the rule does not hold for the list up to `end`; empty when it holds. */
export function reasonsAt(
  rule: PromotionRule,
  line: Line,
  end: number,
  policy: EffectivePolicy,
): readonly Reason[] {
  const reasons: Reason[] = [];
  const { tiers } = line;
  const { streakFrom, windowFrom, windowTo } = spansOf(rule, line, end, policy);
  const positionsWhere = (
    from: number,
    to: number,
    blames: (tier: number, index: number) => boolean,
  ): CellPosition[] =>
    line.positions.slice(from, to).filter((_, i) => blames(tiers[from + i] ?? MISSING, from + i));

  if (end < rule.streakMonths) reasons.push({ kind: "short", have: end, need: rule.streakMonths });
  const recorded = policy.promotion.windowHistory === "recorded";
  // Streak and window overlap: each cell once, oldest first, so that the last one is the newest.
  const missing = positionsWhere(
    0,
    end,
    (tier, index) =>
      tier === MISSING && (index >= streakFrom || (!recorded && index >= windowFrom)),
  );
  if (missing.length > 0) reasons.push({ kind: "missing", cells: missing });
  const wrongTier = positionsWhere(
    streakFrom,
    end,
    (tier) => tier > MISSING && missesTier(tier, rule),
  );
  if (wrongTier.length > 0) reasons.push({ kind: "tier", cells: wrongTier });
  if (rule.inner !== null) {
    const { tier: best, months, bound } = rule.inner;
    const have = tiers
      .slice(streakFrom, end)
      .filter((tier) => tier > MISSING && tier <= best).length;
    if (bound === "exactly" ? have !== months : have < months)
      reasons.push({ kind: "inner", have, need: months });
  }
  if (rule.window !== null) {
    const { months, worstTier } = rule.window;
    const have = windowTo - windowFrom;
    if (have < months && !recorded && policy.promotion.windowKind !== "calendar")
      reasons.push({ kind: "window", have, need: months });
    const below = positionsWhere(windowFrom, windowTo, (tier) => tier > worstTier);
    if (below.length > 0) reasons.push({ kind: "floor", cells: below });
  }
  return reasons;
}

/** Whether the rule holds for the list up to `end`: `reasonsAt` is empty, told without naming a reason. */
export function holdsAt(
  rule: PromotionRule,
  line: Line,
  end: number,
  policy: EffectivePolicy,
): boolean {
  if (end < rule.streakMonths) return false;
  const { tiers } = line;
  const { streakFrom, windowFrom, windowTo } = spansOf(rule, line, end, policy);
  const recorded = policy.promotion.windowHistory === "recorded";
  const best = rule.inner?.tier ?? 0;
  let inner = 0;
  for (let index = streakFrom; index < end; index += 1) {
    const tier = tiers[index] ?? MISSING;
    if (tier === MISSING || (tier > MISSING && missesTier(tier, rule))) return false;
    if (tier > MISSING && tier <= best) inner += 1;
  }
  if (rule.inner !== null) {
    const { months, bound } = rule.inner;
    if (bound === "exactly" ? inner !== months : inner < months) return false;
  }
  if (rule.window === null) return true;
  const { months, worstTier } = rule.window;
  if (windowTo - windowFrom < months && !recorded && policy.promotion.windowKind !== "calendar")
    return false;
  for (let index = windowFrom; index < windowTo; index += 1) {
    const tier = tiers[index] ?? MISSING;
    if (tier > worstTier || (tier === MISSING && !recorded)) return false;
  }
  return true;
}

export function holdsFor(rule: PromotionRule, line: Line, policy: EffectivePolicy): boolean {
  for (const end of ends(line, policy)) if (holdsAt(rule, line, end, policy)) return true;
  return false;
}

/** The newest cell that the rule looks at and that cannot be read. */
export function unreadableIn(
  rule: PromotionRule,
  line: Line,
  policy: EffectivePolicy,
): CellPosition | null {
  const end = line.tiers.length;
  const { streakFrom, windowFrom } = spansOf(rule, line, end, policy);
  const from = policy.promotion.streakAnchor === "any" ? 0 : Math.min(streakFrom, windowFrom);
  const index = line.tiers.lastIndexOf(UNREADABLE);
  return index < from ? null : (line.positions[index] ?? null);
}
