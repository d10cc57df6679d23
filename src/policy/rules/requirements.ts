import type { ClauseId, EffectivePolicy, PromotionRule, Tier } from "../types";
import { MISSING, type CellPosition, type Line } from "./history";
import { ends, holdsAt, missesTier, reasonsAt, spansOf, type Reason } from "./ruleAt";

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

/** Each requirement of a rule, with the months that were looked at. */
export function requirementsOf(
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
    const lacks =
      policy.promotion.windowHistory === "full" && cells.some((cell) => cell.tier === null);
    requirements.push({
      kind: "window",
      need: rule.window.months,
      have: cells.length,
      worstTier,
      cells,
      clauses,
      met: !broken("window", "floor") && !lacks,
    });
  }
  return requirements;
}
