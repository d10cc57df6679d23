import { chosen } from "../choice";
import type { Choice, LevelId, LevelValue, PromotionPathValue, PromotionRuleValue } from "../types";
import type { LintInput, NamedLevel } from "./results";

/** The value under the option in force. Asked only of values whose form has been checked (PC01). */
export function settle<T>(choice: Choice<T>, { effective }: LintInput): T {
  return chosen(choice, effective.options);
}

export function named(level: LevelValue): NamedLevel {
  return { id: level.id, name: level.name };
}

/** Neighbours on the ladder, lowest first. */
export function steps({ values }: LintInput): readonly (readonly [LevelValue, LevelValue])[] {
  return values.levels.flatMap((level, rank) => {
    const below = values.levels[rank - 1];
    return below === undefined ? [] : [[below, level] as const];
  });
}

/** The levels that have a list of score criteria, lowest first, with that list. */
export function ruleLists({
  values,
}: LintInput): readonly (readonly [LevelValue, PromotionRuleValue])[] {
  return values.levels.flatMap((level) => {
    const rule = values.promotion.rules.find((one) => one.level === level.id);
    return rule === undefined ? [] : [[level, rule] as const];
  });
}

export function pathBetween(
  { values }: LintInput,
  from: LevelId,
  to: LevelId,
): PromotionPathValue | undefined {
  return values.promotion.paths.find((path) => path.from === from && path.to === to);
}
