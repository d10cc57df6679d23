import { normaliseText } from "../../units";
import type { EffectivePolicy, Level, PolicyValues } from "../types";

const names = new WeakMap<PolicyValues, ReadonlyMap<string, number>>();

/** The level that a text names, by its name or an alias (§3.0); undefined for any other text. */
export function findLevel(policy: EffectivePolicy, text: string): Level | undefined {
  let ranks = names.get(policy.values);
  if (ranks === undefined) {
    ranks = new Map(
      policy.values.levels.flatMap((level, rank) =>
        [level.name.zh, ...level.aliases].map((name) => [normaliseText(name), rank] as const),
      ),
    );
    names.set(policy.values, ranks);
  }
  const rank = ranks.get(normaliseText(text));
  return rank === undefined ? undefined : policy.levels[rank];
}

export function levelById(policy: EffectivePolicy, id: string): Level | undefined {
  return policy.levels.find((level) => level.id === id);
}

/** The next rung, undefined at the top (§3.1a). */
export function levelAbove(policy: EffectivePolicy, level: Level): Level | undefined {
  return policy.levels[level.rank + 1];
}
