import { levelAbove, tierJudge, type Level, type Policies, type PromotionRule } from "../policy";
import type { ScoreHistory } from "../policy";

/** How many of the newest months decide on a rule; all of them where any run of the past may do. */
function reachOf(rule: PromotionRule, { asOf }: Policies): number {
  const { streakAnchor, windowKind } = asOf.promotion;
  if (streakAnchor === "any") return Infinity;
  const window = rule.window?.months ?? 0;
  return windowKind === "preceding"
    ? rule.streakMonths + window
    : Math.max(rule.streakMonths, window);
}

/**
 * A text that is the same for two people only if the promotion rules cannot distinguish them as of one
 * month: level, the tiers that the rule for the next level looks at, and what lies before them. Thousands
 * of people share a few hundred of them, so that each need be judged only once.
 */
export function promotionShape(history: ScoreHistory, level: Level, policies: Policies): string {
  const { promotion } = policies.asOf;
  const { cells, months, promotedAt, employedFrom } = history;
  const target = levelAbove(policies.asOf, level);
  const rule = promotion.rules.find((candidate) => candidate.target === target?.id);
  const reach = rule === undefined ? Infinity : reachOf(rule, policies);
  const sinceLast = promotion.streakScope === "sinceLastPromotion";
  const start = sinceLast ? Math.max(0, promotedAt ?? 0) : 0;
  const firstScored = cells.findIndex(({ kind }, index) => index >= start && kind !== "missing");
  let shape = level.id;
  let kept = 0;
  for (let index = cells.length - 1; index >= start; index -= 1) {
    const cell = cells[index];
    if (cell === undefined) continue;
    if (kept >= reach && firstScored >= 0 && firstScored <= index) return `${shape}+`;
    switch (cell.kind) {
      case "missing": {
        shape += cell.leave ? "l" : "m";
        const leaves = cell.leave && promotion.statutoryLeave === "bridge";
        if (!leaves && promotion.missingMonth === "break") kept += 1;
        break;
      }
      case "unreadable":
        shape += "x";
        kept += 1;
        break;
      case "score": {
        const month = months?.[index];
        const policy = month === undefined ? policies.asOf : policies.at(month);
        const placed = tierJudge(policy)(cell.score);
        shape += placed.kind === "tier" ? String(placed.tier) : "x";
        kept += 1;
        break;
      }
    }
  }
  const origin = months?.[0];
  const before =
    origin === undefined || employedFrom === undefined ? "" : String(employedFrom - origin);
  return `${shape}|${before}|${sinceLast ? String(promotedAt) : ""}`;
}
