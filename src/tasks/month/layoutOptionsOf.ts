import { limitsOf } from "../../month";
import {
  findLevel,
  headingsInForce,
  otherHeadingsInForce,
  type EffectivePolicy,
} from "../../policy";
import type { LayoutOptions } from "../../scoresheet";

/** What of a policy says how sheets are laid out: its words for columns, levels and months without a score. */
export function layoutOptionsOf(policy: EffectivePolicy): LayoutOptions {
  return {
    headings: headingsInForce(policy),
    others: otherHeadingsInForce(policy),
    limits: limitsOf(policy),
    isLevel: (text) => findLevel(policy, text) !== undefined,
  };
}
