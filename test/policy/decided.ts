import {
  builtInBook,
  levelById,
  policyFor,
  readings,
  type EffectivePolicy,
  type Level,
  type PolicyBook,
  type PolicyValues,
  type ReadingId,
} from "../../src/policy";
import { monthOf } from "../../src/units";

export type Options = Partial<Record<ReadingId, string>>;

/** The built-in policy with every reading decided: its default, or the option given. */
export function decidedBook(options: Options = {}): PolicyBook {
  return {
    ...builtInBook(),
    decisions: readings.map((reading) => ({
      reading: reading.id,
      option: options[reading.id] ?? reading.default,
      by: "HR",
      on: "2025-01-01",
      note: "",
    })),
  };
}

export const someMonth = monthOf(2025, 6);

export function decidedPolicy(options: Options = {}): EffectivePolicy {
  return policyFor(decidedBook(options), someMonth);
}

/** A department's own values, nothing decided. */
export function ownBook(values: PolicyValues): PolicyBook {
  return {
    versions: [{ id: "own", from: null, name: "", locked: false, values }],
    decisions: [],
    acknowledged: [],
  };
}

export function level(policy: EffectivePolicy, id: string): Level {
  const found = levelById(policy, id);
  if (found === undefined) throw new Error(`No level ${id}`);
  return found;
}
