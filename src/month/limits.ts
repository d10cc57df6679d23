import type { EffectivePolicy } from "../policy";
import type { ScoreLimits } from "../scoresheet";

const known = new WeakMap<EffectivePolicy, ScoreLimits>();

/** The scale and the words of a policy, as the reader of scores wants them. */
export function limitsOf(policy: EffectivePolicy): ScoreLimits {
  let limits = known.get(policy);
  if (limits === undefined) {
    const { statutoryLeave, otherReasons } = policy.words;
    limits = {
      minimum: policy.score.minimum,
      maximum: policy.score.maximum,
      statutoryLeave: new Set(statutoryLeave),
      otherReasons: new Set(otherReasons),
    };
    known.set(policy, limits);
  }
  return limits;
}
