import type { Month } from "../../units";
import { monthNumber, yearOf } from "../../units";
import type { ClauseId, EffectivePolicy, Level, PromotionRule, ReadingId, Tier } from "../types";
import {
  MISSING,
  UNREADABLE,
  prepareLine,
  type CellPosition,
  type Line,
  type Policies,
  type ScoreHistory,
} from "./history";
import { levelAbove } from "./level";

/** What stands between a person and a level; cells are named where a cell is to blame. */
export type Reason =
  | { readonly kind: "short"; readonly have: number; readonly need: number }
  | { readonly kind: "missing"; readonly cells: readonly CellPosition[] }
  | { readonly kind: "tier"; readonly cells: readonly CellPosition[] }
  | { readonly kind: "inner"; readonly have: number; readonly need: number }
  | { readonly kind: "window"; readonly have: number; readonly need: number }
  | { readonly kind: "floor"; readonly cells: readonly CellPosition[] };

/** A month that was looked at, with the tier it counted as; null is a missing month. */
export interface EvidenceCell {
  readonly position: CellPosition;
  readonly tier: Tier | null;
}

/** One requirement of the level's clause and how the record stands against it. */
export type Requirement = { readonly met: boolean; readonly clauses: readonly ClauseId[] } & (
  | {
      readonly kind: "streak";
      readonly need: number;
      readonly have: number;
      readonly worstTier: Tier;
      readonly bound: "atLeast" | "exactly";
      readonly cells: readonly EvidenceCell[];
    }
  | {
      readonly kind: "inner";
      readonly need: number;
      readonly have: number;
      readonly tier: Tier;
      readonly bound: "atLeast" | "exactly";
      readonly cells: readonly EvidenceCell[];
    }
  | {
      readonly kind: "window";
      readonly need: number;
      readonly have: number;
      readonly worstTier: Tier;
      readonly cells: readonly EvidenceCell[];
    }
);

export type PromotionStatus = "eligible" | "not_yet" | "missing_data" | "no_data";

/** The score part of a promotion: never the promotion itself (4.3 item 8). */
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
  /** The reading in force needs something that was not given (decision 7). */
  | { readonly kind: "unanswerable"; readonly reading: ReadingId }
  | { readonly kind: "targetNotAbove" };

/** How far into the list a rule is applied: all of it, or under `any` each of its beginnings. */
function* ends(line: Line, policy: EffectivePolicy): Generator<number> {
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
function spansOf(rule: PromotionRule, line: Line, end: number, policy: EffectivePolicy): Spans {
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
  const last = line.positions[end - 1]?.month;
  if (last === undefined || last === null) return end;
  const part = periodOf(last, length);
  let from = end;
  while (from > 0) {
    const month = line.positions[from - 1]?.month;
    if (month === undefined || month === null || periodOf(month, length) !== part) break;
    from -= 1;
  }
  return from;
}

function periodOf(month: Month, length: number): number {
  const parts = 12 % length === 0 ? 12 / length : 1;
  return yearOf(month) * parts + Math.floor(((monthNumber(month) - 1) * parts) / 12);
}

function missesTier(tier: number, rule: PromotionRule): boolean {
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
      tier === MISSING &&
      (index >= streakFrom || (!recorded && index >= windowFrom && index < windowTo)),
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

function holdsFor(rule: PromotionRule, line: Line, policy: EffectivePolicy): boolean {
  for (const end of ends(line, policy)) if (holdsAt(rule, line, end, policy)) return true;
  return false;
}

/** The newest cell that the rule looks at and that cannot be read. */
function unreadableIn(
  rule: PromotionRule,
  line: Line,
  policy: EffectivePolicy,
): CellPosition | null {
  if (!line.tiers.includes(UNREADABLE)) return null;
  const end = line.tiers.length;
  const { streakFrom, windowFrom } = spansOf(rule, line, end, policy);
  const from = policy.promotion.streakAnchor === "any" ? 0 : Math.min(streakFrom, windowFrom);
  const index = line.tiers.lastIndexOf(UNREADABLE);
  return index < from ? null : (line.positions[index] ?? null);
}

/** The list with further months of these tiers at its end. */
function extend(line: Line, tiers: readonly number[]): Line {
  const lastIndex = line.positions.at(-1)?.index ?? -1;
  return {
    tiers: [...line.tiers, ...tiers],
    positions: [
      ...line.positions,
      ...tiers.map((_, i) => ({
        index: lastIndex + 1 + i,
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

function monthsShortOf(rule: PromotionRule, line: Line, policy: EffectivePolicy): number | null {
  const most = line.tiers.length === 0 ? 0 : policy.promotion.lookBack;
  const limit = Math.max(most, rule.streakMonths + (rule.window?.months ?? 0));
  if (holdsFor(rule, line, policy)) return 0;
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
 * way. Missing cells outside the streak only need the best tier.
 */
function missingInTheWay(
  rule: PromotionRule,
  line: Line,
  policy: EffectivePolicy,
): CellPosition | null {
  if (!line.tiers.includes(MISSING)) return null;
  for (const end of ends(line, policy)) {
    const { streakFrom } = spansOf(rule, line, end, policy);
    const holes = line.tiers.flatMap((tier, index) =>
      tier === MISSING && index >= streakFrom && index < end ? [index] : [],
    );
    for (const filling of bestCells(rule, holes.length)) {
      const tiers = line.tiers.map((tier) => (tier === MISSING ? 1 : tier));
      holes.forEach((index, i) => (tiers[index] = filling[i] ?? MISSING));
      const filled = { ...line, tiers };
      if (!holdsAt(rule, filled, end, policy)) continue;
      const missing = reasonsAt(rule, line, end, policy).find(
        (reason) => reason.kind === "missing",
      );
      return missing?.cells.at(-1) ?? null;
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

function requirementsOf(
  rule: PromotionRule,
  line: Line,
  policy: EffectivePolicy,
): readonly Requirement[] {
  const end =
    [...ends(line, policy)].find((stop) => holdsAt(rule, line, stop, policy)) ?? line.tiers.length;
  const { streakFrom, windowFrom, windowTo } = spansOf(rule, line, end, policy);
  const evidence = (from: number, to: number): EvidenceCell[] =>
    line.positions.slice(from, to).map((position, i) => {
      const tier = line.tiers[from + i] ?? MISSING;
      return { position, tier: tier > MISSING ? tier : null };
    });
  const reasons = reasonsAt(rule, line, end, policy);
  const broken = (...kinds: readonly Reason["kind"][]): boolean =>
    reasons.some((reason) => kinds.includes(reason.kind));
  const streak = evidence(streakFrom, end);
  let run = 0;
  for (let i = end - 1; i >= streakFrom; i -= 1) {
    const tier = line.tiers[i] ?? MISSING;
    if (tier <= MISSING || missesTier(tier, rule)) break;
    run += 1;
  }
  const { clauses } = rule;
  const requirements: Requirement[] = [
    {
      kind: "streak",
      need: rule.streakMonths,
      have: run,
      worstTier: rule.worstTier,
      bound: rule.tierBound,
      cells: streak,
      clauses,
      met: run >= rule.streakMonths,
    },
  ];
  if (rule.inner !== null) {
    const { tier, months, bound } = rule.inner;
    const cells = streak.filter((cell) => cell.tier !== null && cell.tier <= tier);
    requirements.push({
      kind: "inner",
      need: months,
      have: cells.length,
      tier,
      bound,
      cells,
      clauses,
      met: !broken("inner"),
    });
  }
  if (rule.window !== null) {
    const cells = evidence(windowFrom, windowTo);
    const { worstTier } = rule.window;
    const spoiled = cells.some(
      (cell) =>
        (cell.tier !== null && cell.tier > worstTier) ||
        (cell.tier === null && policy.promotion.windowHistory === "full"),
    );
    requirements.push({
      kind: "window",
      need: rule.window.months,
      have: cells.length,
      worstTier,
      cells,
      clauses,
      met: !broken("window", "floor") && !spoiled,
    });
  }
  return requirements;
}

/** What the reading in force needs and the history does not tell (decision 7). */
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

function isScored(history: ScoreHistory, line: Line): boolean {
  return (
    line.tiers.some((tier) => tier !== MISSING) ||
    // Under `bridge` and the like nothing scored can be left out, so the cells decide.
    (line.tiers.length > 0 && history.cells.some((cell) => cell.kind !== "missing"))
  );
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
  const scored = isScored(history, line);
  if (!scored)
    return {
      ...base,
      status: "no_data",
      monthsShort:
        rule === null ? 0 : monthsShortOf(rule, { ...line, tiers: [], positions: [] }, policy),
      blockAt: null,
      reasons:
        rule === null ? [] : reasonsAt(rule, { ...line, tiers: [], positions: [] }, 0, policy),
      requirements:
        rule === null ? [] : requirementsOf(rule, { ...line, tiers: [], positions: [] }, policy),
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

/** The level that the scores reach, whatever level is held (4.3 item 7). */
export type ReachedLevel =
  | { readonly kind: "reached"; readonly level: Level }
  | { readonly kind: "none" }
  | { readonly kind: "noData" }
  | { readonly kind: "excluded"; readonly at: CellPosition }
  | { readonly kind: "unanswerable"; readonly reading: ReadingId };

export function judgeReachedLevel(history: ScoreHistory, policies: Policies): ReachedLevel {
  const policy = policies.asOf;
  const line = prepareLine(history, policies);
  if (!isScored(history, line)) return { kind: "noData" };
  const missingInput = notGiven(policy.promotion.rules, history, policy);
  if (missingInput !== null) return { kind: "unanswerable", reading: missingInput };
  for (const rule of [...policy.promotion.rules].reverse()) {
    const unreadable = unreadableIn(rule, line, policy);
    if (unreadable !== null) return { kind: "excluded", at: unreadable };
    const level = policy.levels.find((candidate) => candidate.id === rule.target);
    if (level !== undefined && holdsFor(rule, line, policy)) return { kind: "reached", level };
  }
  return { kind: "none" };
}
