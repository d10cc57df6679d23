import { mapChoice } from "../choice";
import { money } from "../schema/kinds";
import type {
  LevelId,
  LevelValue,
  PolicyValues,
  PromotionPathValue,
  PromotionRuleValue,
} from "../types";
import { parseNumber, parseText } from "./parse";
import { edited, refused, together, type Edited } from "./problems";
import { asValues } from "./setValue";

export interface NewLevel {
  /** The level above which it stands; null for the lowest place. */
  readonly above: LevelId | null;
  readonly name: string;
  readonly nameEnglish: string;
  readonly baseSalary: string;
  /** Whether commission and performance pay are earned. */
  readonly variablePay: boolean;
}

/**
 * A new level on the ladder. The step it divides becomes two: both keep the attestations and steps of
 * the one before, the lower of them marked as inferred. Its score criteria are those of the level
 * above it (at the top, of the one below), so that nobody is promoted for want of a rule.
 */
export function addLevel(values: PolicyValues, input: NewLevel): Edited<PolicyValues> {
  const { levels } = values;
  const rank = input.above === null ? 0 : levels.findIndex(({ id }) => id === input.above) + 1;
  if (input.above !== null && rank === 0)
    return refused("above", { code: "unknownLevel", level: input.above });
  const read = together({
    zh: parseText("name", input.name, false),
    en: parseText("nameEnglish", input.nameEnglish, false),
    baseSalaryFen: parseNumber("baseSalary", input.baseSalary, money.form),
  });
  if (read.kind === "refused") return read;
  const { zh, en, baseSalaryFen } = read.value;
  const below = levels[rank - 1];
  const higher = levels[rank];
  const level: LevelValue = {
    id: freeId(levels),
    name: { zh, en },
    aliases: [],
    baseSalaryFen,
    variablePay: input.variablePay,
    clause: (higher ?? below)?.clause ?? values.commission.clause,
  };
  return asValues({
    ...values,
    levels: [...levels.slice(0, rank), level, ...levels.slice(rank)],
    promotion: {
      ...values.promotion,
      rules: rulesWith(values, level, below, higher),
      paths: pathsWith(values, level, below, higher),
    },
  });
}

function freeId(levels: readonly LevelValue[]): LevelId {
  for (let number = levels.length + 1; ; number += 1) {
    const id = `level-${number}`;
    if (levels.every((level) => level.id !== id)) return id;
  }
}

function rulesWith(
  { promotion: { rules }, levels }: PolicyValues,
  level: LevelValue,
  below: LevelValue | undefined,
  higher: LevelValue | undefined,
): readonly PromotionRuleValue[] {
  const ruleOf = (id: LevelId | undefined) => rules.find((rule) => rule.level === id);
  // Below the lowest level nobody was promoted to it: now it is a target and needs a rule itself.
  if (below === undefined) {
    const next = ruleOf(levels[1]?.id);
    return higher === undefined || next === undefined || ruleOf(higher.id) !== undefined
      ? rules
      : [{ ...next, level: higher.id }, ...rules];
  }
  const model = ruleOf(higher?.id) ?? ruleOf(below.id);
  if (model === undefined) return rules;
  const own = { ...model, level: level.id };
  const at = rules.indexOf(model);
  return higher === undefined || ruleOf(higher.id) === undefined
    ? [...rules, own]
    : [...rules.slice(0, at), own, ...rules.slice(at)];
}

function pathsWith(
  { promotion: { paths }, levels }: PolicyValues,
  level: LevelValue,
  below: LevelValue | undefined,
  higher: LevelValue | undefined,
): readonly PromotionPathValue[] {
  const between = (from: LevelId | undefined, to: LevelId | undefined) =>
    paths.find((path) => path.from === from && path.to === to);
  if (below === undefined || higher === undefined) {
    const model =
      below === undefined
        ? between(higher?.id, levels[1]?.id)
        : between(levels.at(-2)?.id, below.id);
    const [from, to] = below === undefined ? [level, higher] : [below, level];
    if (model === undefined || to === undefined) return paths;
    const path = { ...model, from: from.id, to: to.id, inferred: true };
    return below === undefined ? [path, ...paths] : [...paths, path];
  }
  const divided = between(below.id, higher.id);
  return paths.flatMap((path) =>
    path === divided
      ? [
          { ...path, to: level.id, inferred: true },
          { ...path, from: level.id },
        ]
      : [path],
  );
}

/**
 * The ladder without a level. The two steps that met at it become one, with what the upper one asked
 * for; whatever named the level names its neighbour below, or above it where it was the lowest.
 */
export function removeLevel(values: PolicyValues, id: LevelId): Edited<PolicyValues> {
  const { levels, promotion, review, probation } = values;
  const rank = levels.findIndex((level) => level.id === id);
  if (rank < 0) return refused("level", { code: "unknownLevel", level: id });
  const below = levels[rank - 1];
  const higher = levels[rank + 1];
  const heir = below ?? higher;
  if (heir === undefined) return refused("level", { code: "onlyLevel" });
  const moved = (named: LevelId): LevelId => (named === id ? heir.id : named);
  const rules = promotion.rules.filter((rule) => rule.level !== id);
  const lower = promotion.paths.find((path) => path.to === id && path.from === below?.id);
  const upper = promotion.paths.find((path) => path.from === id && path.to === higher?.id);
  const paths = promotion.paths.flatMap((path): PromotionPathValue[] => {
    if (path === upper && below !== undefined) return [{ ...path, from: below.id, inferred: true }];
    if (path === lower && upper === undefined && below !== undefined && higher !== undefined)
      return [{ ...path, to: higher.id, inferred: true }];
    return path.from === id || path.to === id ? [] : [path];
  });
  return asValues({
    ...values,
    levels: levels.filter((level) => level.id !== id),
    promotion: { ...promotion, rules, paths, skipLimit: moved(promotion.skipLimit) },
    review: {
      ...review,
      scope: mapChoice(review.scope, (one) => (one === null ? null : moved(one))),
    },
    probation: { ...probation, level: moved(probation.level) },
  });
}

/** A level's score criteria, where it has none yet: a run of months of a tier, to be adjusted. */
export function addRule(values: PolicyValues, id: LevelId): Edited<PolicyValues> {
  const { levels, promotion } = values;
  const level = levels.find((one) => one.id === id);
  if (level === undefined) return refused("level", { code: "unknownLevel", level: id });
  if (promotion.rules.some((rule) => rule.level === id)) return edited(values);
  const rule: PromotionRuleValue = {
    level: id,
    streakMonths: 3,
    worstTier: Math.min(2, values.score.bands.length),
    tierBound: "atLeast",
    inner: null,
    window: null,
    clauses: [level.clause],
  };
  const rankOf = (one: LevelId) => levels.findIndex((other) => other.id === one);
  const rules = [...promotion.rules, rule].sort((a, b) => rankOf(a.level) - rankOf(b.level));
  return asValues({ ...values, promotion: { ...promotion, rules } });
}

/** The level's score criteria taken away: its step goes by attestations alone. */
export function removeRule(values: PolicyValues, id: LevelId): Edited<PolicyValues> {
  const { promotion } = values;
  if (!promotion.rules.some((rule) => rule.level === id))
    return refused("level", { code: "unknownLevel", level: id });
  const rules = promotion.rules.filter((rule) => rule.level !== id);
  return asValues({ ...values, promotion: { ...promotion, rules } });
}
