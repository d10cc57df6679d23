import type { EffectivePolicy, Tier } from "../../policy";
import { pointsFromScore, type Score } from "../../units";
import { scoreSteps } from "./scoreSteps";

/** Points from which a score, as typed, counts as `edge` or more under the rounding in force. */
export function typedEdge(edge: Score, { score }: EffectivePolicy): number {
  const points = pointsFromScore(edge);
  return score.rounding === "integer" ? Math.ceil(points) - 0.5 : points;
}

/**
 * The least score, as typed, of a tier or a better one; null where such scores are not simply all from
 * one on, or begin at nothing, which is what a blank month counts as. Refused scores stand aside.
 */
export function lowestScore(tier: Tier, policy: EffectivePolicy): number | null {
  const placed = scoreSteps(policy).filter((step) => step.tier !== null);
  const first = placed.findIndex((step) => step.tier !== null && step.tier <= tier);
  const from = placed[first]?.from;
  if (from === undefined) return null;
  const isSuffix = placed.slice(first).every((step) => step.tier !== null && step.tier <= tier);
  const lowest = typedEdge(from, policy);
  return isSuffix && lowest > 0 ? lowest : null;
}
