import { normaliseText } from "../../units";
import type { EffectivePolicy, Level, WordsInForce } from "../types";

const names = new WeakMap<WordsInForce, ReadonlyMap<string, number>>();

/** Latin letters of either case are one. */
function levelKey(name: string): string {
  return normaliseText(name).toLowerCase();
}

/** The level that a text names, by its name or an alias (§3.0); undefined for any other text. */
export function findLevel(policy: EffectivePolicy, text: string): Level | undefined {
  let ranks = names.get(policy.words);
  if (ranks === undefined) {
    ranks = new Map(
      policy.values.levels.flatMap((level, rank) =>
        [level.name.zh, ...(policy.words.aliases[rank] ?? [])].map(
          (name) => [levelKey(name), rank] as const,
        ),
      ),
    );
    names.set(policy.words, ranks);
  }
  const rank = ranks.get(levelKey(text));
  return rank === undefined ? undefined : policy.levels[rank];
}

export function levelById(policy: EffectivePolicy, id: string): Level | undefined {
  return policy.levels.find((level) => level.id === id);
}

/** The next rung, undefined at the top (§3.1a). */
export function levelAbove(policy: EffectivePolicy, level: Level): Level | undefined {
  return policy.levels[level.rank + 1];
}
