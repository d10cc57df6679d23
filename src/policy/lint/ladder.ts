import type { Settled } from "../settled";
import type { LevelId, LevelValue, PromotionPathValue, PromotionRuleValue } from "../types";
import type { CheckInput, NamedLevel } from "./results";

type Rung = Settled<LevelValue>;

export function named({ id, name }: Pick<Rung, "id" | "name">): NamedLevel {
  return { id, name };
}

/** Neighbours on the ladder, lowest first. */
export function steps({
  settled: { levels },
}: CheckInput): readonly (readonly [below: Rung, level: Rung])[] {
  return levels.flatMap((level, rank) => {
    const below = levels[rank - 1];
    return below === undefined ? [] : [[below, level] as const];
  });
}

/** The levels that have a list of score criteria, lowest first, with that list. */
export function ruleLists({
  settled: { levels, promotion },
}: CheckInput): readonly (readonly [Rung, Settled<PromotionRuleValue>])[] {
  return levels.flatMap((level) => {
    const rule = promotion.rules.find((one) => one.level === level.id);
    return rule === undefined ? [] : [[level, rule] as const];
  });
}

export function pathBetween(
  { settled }: CheckInput,
  from: LevelId,
  to: LevelId,
): Settled<PromotionPathValue> | undefined {
  return settled.promotion.paths.find((path) => path.from === from && path.to === to);
}
