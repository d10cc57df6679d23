import type { EffectivePolicy, Level, PathStep } from "../types";
import { levelById } from "./level";

/** What a skip needs beside the way to the level: a review that finds the person outstanding (§2.3). */
const SKIP_REVIEW: Omit<PathStep, "clauses"> = {
  kind: "review",
  label: { zh: "越级评审", en: "Review of a skip" },
  passMark: null,
  scored: false,
};

/** The attestations and steps from a level to the next one; none where the policy describes no such way. */
export function pathSteps(
  policy: EffectivePolicy,
  from: Level,
  target: Level,
): readonly PathStep[] {
  const { paths } = policy.promotion;
  return paths.find((path) => path.from === from.id && path.to === target.id)?.steps ?? [];
}

/** Whether a level can be reached by a skip, and what that takes. */
export type SkipWay =
  | { readonly kind: "way"; readonly steps: readonly PathStep[] }
  /** The next level, or none above: no skip. */
  | { readonly kind: "notASkip" }
  /** Service in the level below is asked for, so that nobody skips to it (§4.4.A). */
  | { readonly kind: "never" };

/**
 * The steps of a skip: its review (§2.3), then the way to the target from the level below it. Never
 * beyond the level up to which the policy lets people skip.
 */
export function skipWay(policy: EffectivePolicy, from: Level, target: Level): SkipWay {
  if (target.rank <= from.rank + 1) return { kind: "notASkip" };
  const { skipLimit, skipClause } = policy.promotion;
  const below = policy.levels[target.rank - 1];
  const limit = levelById(policy, skipLimit);
  if (limit === undefined || below === undefined || target.rank > limit.rank)
    return { kind: "never" };
  const review: PathStep = { ...SKIP_REVIEW, clauses: [skipClause] };
  return { kind: "way", steps: [review, ...pathSteps(policy, below, target)] };
}
