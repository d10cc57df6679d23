import { compactText } from "../../units";
import type { ClauseId, PromotionPathValue } from "../types";
import { named, pathBetween, ruleLists, steps } from "./ladder";
import { findCounterexample, lookBackOf } from "./nesting";
import type { Check, CheckInput, Found, NamedLevel } from "./results";

type PathEnds = Pick<PromotionPathValue, "from" | "to">;

export const oneLadder: Check = (input) => {
  const { levels, promotion } = input.settled;
  const byName = new Map<string, Set<NamedLevel & { readonly clause: ClauseId }>>();
  const asTyped = new Map<string, string>();
  for (const level of levels)
    for (const name of [level.name.zh, ...level.aliases]) {
      const key = compactText(name);
      asTyped.set(key, asTyped.get(key) ?? name);
      byName.set(key, (byName.get(key) ?? new Set()).add(level));
    }
  const names = [...byName].flatMap(([key, holders]): Found[] => {
    const [first] = holders;
    return first === undefined || holders.size === 1
      ? []
      : [
          {
            check: "PC30",
            clause: first.clause,
            facts: {
              problem: "name",
              typed: asTyped.get(key) ?? key,
              levels: [...holders].map(named),
            },
          },
        ];
  });
  const rankOf = (id: string): number => levels.findIndex((level) => level.id === id);
  const strays = promotion.paths.flatMap(({ from, to, clauses }): Found[] => {
    // A level that does not exist is another check's (PC40).
    if (rankOf(from) < 0 || rankOf(to) < 0 || rankOf(to) === rankOf(from) + 1) return [];
    return [{ check: "PC30", clause: clauses[0] ?? null, facts: { problem: "step", from, to } }];
  });
  return [...names, ...strays];
};

export const ownProcedures: Check = (input) =>
  steps(input).flatMap(([from, to]): Found[] => {
    const path = pathBetween(input, from.id, to.id);
    const clause = path?.clauses[0];
    if (path !== undefined && clause !== undefined && !path.inferred) return [];
    const problem = clause === undefined ? "missing" : "inferred";
    return [
      {
        check: "PC31",
        clause: clause ?? null,
        facts: { from: named(from), to: named(to), problem },
      },
    ];
  });

export const nesting: Check = (input) => {
  const lists = ruleLists(input);
  const months = Math.max(0, ...lists.map(([, rule]) => lookBackOf(rule)));
  return lists.flatMap(([higher, rule], index): Found[] => {
    const below = lists[index - 1];
    if (below === undefined) return [];
    const [lower, lowerRule] = below;
    const witness = findCounterexample(rule, lowerRule, months);
    return witness === null
      ? []
      : [
          {
            check: "PC32",
            clause: rule.clauses[0] ?? null,
            facts: { higher: named(higher), lower: named(lower), witness },
          },
        ];
  });
};

export const roomInRules: Check = (input) =>
  ruleLists(input).flatMap(([level, { streakMonths, inner, window, clauses }]): Found[] => {
    const about = { level: named(level), streakMonths };
    const clause = clauses[0] ?? null;
    const found: Found[] = [];
    if (window !== null && window.months < streakMonths)
      found.push({
        check: "PC33",
        clause,
        facts: { problem: "window", ...about, months: window.months },
      });
    if (inner !== null && inner.months > streakMonths)
      found.push({
        check: "PC33",
        clause,
        facts: { problem: "inner", ...about, months: inner.months },
      });
    return found;
  });

/** The list that leads to a level: its own, or that of the level below where lists are for leaving. */
function ruleFor({ from, to }: PathEnds, { settled }: CheckInput) {
  const { criteriaRole, rules } = settled.promotion;
  const listOf = criteriaRole === "exit" ? from : to;
  return rules.find((rule) => rule.level === listOf);
}

function pathsOfLadder(input: CheckInput) {
  return steps(input).flatMap(([from, to]) => {
    const path = pathBetween(input, from.id, to.id);
    return path === undefined ? [] : [{ path, from: named(from), to: named(to) }];
  });
}

export const periods: Check = (input) =>
  pathsOfLadder(input).flatMap(({ path, from, to }): Found[] => {
    const rule = ruleFor(path, input);
    if (rule === undefined || path.periodMonths === null) return [];
    const ruleMonths = rule.window?.months ?? rule.streakMonths;
    return ruleMonths === path.periodMonths
      ? []
      : [
          {
            check: "PC34",
            clause: path.clauses[0] ?? null,
            facts: { from, to, periodMonths: path.periodMonths, ruleMonths },
          },
        ];
  });

export const passMarks: Check = (input) =>
  pathsOfLadder(input).flatMap(({ path, from, to }) =>
    path.steps
      .filter((step) => step.scored && step.passMark === null)
      .map((step): Found => ({
        check: "PC35",
        clause: step.clauses[0] ?? null,
        facts: { from, to, step: step.label },
      })),
  );
