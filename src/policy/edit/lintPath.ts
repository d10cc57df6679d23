import { everyValue } from "../choice";
import type { LintCode, LintFacts, LintResult } from "../lint";
import { formatPath } from "../part/json";
import type { LevelId, PolicyValues, Tier } from "../types";

/**
 * The fields at which HR mends what a check found, the likeliest first; none where no single one is
 * concerned. What two neighbours are at odds about stands at both, since either may be the slip.
 */
export function lintPaths(result: LintResult, values: PolicyValues): readonly string[] {
  const found = pathsOf(result, placesIn(values)).filter((path) => path !== null);
  return [...new Set(found)];
}

function pathsOf<C extends LintCode>(
  { check, facts }: { readonly check: C; readonly facts: LintFacts[C] },
  places: Places,
): Paths {
  return mends[check](facts, places);
}

type Places = ReturnType<typeof placesIn>;
type Paths = readonly (string | null)[];

const mends: { readonly [C in LintCode]: (facts: LintFacts[C], places: Places) => Paths } = {
  PC01: (facts) => [facts.problem === "field" ? facts.path : null],
  PC02: (facts) => [facts.problem === "noRestatement" ? null : facts.path],
  PC03: ({ from, to }, { bandAt }) => [
    bandAt("from", to) ?? bandAt("from", from),
    bandAt("to", from) ?? bandAt("to", to),
  ],
  PC04: (facts, places) => mends.PC03(facts, places),
  PC05: ({ end }, { outermost }) => [outermost(end === "minimum" ? "from" : "to")],
  PC06: (facts, { tier }) => {
    switch (facts.problem) {
      case "rate":
        return [tier(facts.better, "rateBasisPoints"), tier(facts.worse, "rateBasisPoints")];
      case "order":
        return [tier(facts.better, "from")];
      case "emptyBand":
        return [tier(facts.tier, "from")];
    }
  },
  PC07: (facts, { tier }) => [tier(facts.tier, "formulaBasisPoints")],
  PC10: ({ problem, fromFen }, { threshold }) => [
    threshold(fromFen, "fromFen"),
    problem === "notAscending" ? threshold(fromFen, "fromFen", 1) : null,
  ],
  PC11: ({ fromFen }, { threshold }) => [
    threshold(fromFen, "rateBasisPoints"),
    threshold(fromFen, "rateBasisPoints", 1),
  ],
  PC12: ({ fromFen }, { threshold }) => [threshold(fromFen, "printedFen")],
  PC13: ({ fromFen }, { threshold }) => [threshold(fromFen, "fromFen")],
  PC14: (_, { value }) => [value("commission", "belowFirstBasisPoints")],
  PC20: ({ level: { id } }, { level }) => [
    level(id, "baseSalaryFen"),
    level(id, "baseSalaryFen", 1),
  ],
  PC21: ({ level: { id } }, { level }) => [level(id, "baseSalaryFen")],
  PC22: (facts, places) => mends.PC20(facts, places),
  PC23: (facts, { level, value }) => [
    facts.problem === "notSet"
      ? value("localMinimumWageFen")
      : level(facts.level.id, "baseSalaryFen"),
  ],
  PC24: ({ probation }, { level }) => [level(probation.id, "baseSalaryFen")],
  PC30: (facts, { level, path }) => {
    if (facts.problem === "step") return [path(facts.from, facts.to, "periodMonths")];
    const last = facts.levels.at(-1);
    return [last === undefined ? null : level(last.id, "aliases")];
  },
  PC31: ({ from, to }, { path }) => [path(from.id, to.id, "inferred")],
  PC32: ({ higher }, { rule }) => [rule(higher.id, "streakMonths")],
  PC33: ({ level, problem }, { rule }) => [rule(level.id, problem)],
  PC34: ({ from, to }, { path }) => [path(from.id, to.id, "periodMonths")],
  PC35: ({ from, to, step }, { passMark }) => [passMark(from.id, to.id, step.zh)],
  PC40: (facts) => [facts.problem === "level" ? facts.path : null],
  PC41: () => [],
  PC42: () => [],
  PC43: () => [],
  PC44: ({ missing }, { value }) => [value("document", missing)],
  PC50: () => [],
};

/** Where the values stand of which checks speak; null where there is no such thing. */
function placesIn({ levels, score, commission, promotion }: PolicyValues) {
  const inList =
    <T>(list: readonly T[], ...steps: readonly (string | number)[]) =>
    (index: number, field: keyof T & string): string | null =>
      index in list ? formatPath([...steps, index, field]) : null;
  const levelAt = inList(levels, "levels");
  const bandOf = inList(score.bands, "score", "bands");
  const commissionAt = inList(commission.bands, "commission", "bands");
  const ruleAt = inList(promotion.rules, "promotion", "rules");
  const pathAt = inList(promotion.paths, "promotion", "paths");
  const pathIndex = (from: LevelId, to: LevelId): number =>
    promotion.paths.findIndex((path) => path.from === from && path.to === to);
  return {
    value: <G extends keyof PolicyValues>(
      group: G,
      ...field: readonly (keyof PolicyValues[G] & string)[]
    ): string => formatPath([group, ...field]),
    /** Of a level, or of one that stands so many rungs below it. */
    level: (id: LevelId, field: Parameters<typeof levelAt>[1], below = 0) =>
      levelAt(levels.findIndex((level) => level.id === id) - below, field),
    tier: (tier: Tier, field: Parameters<typeof bandOf>[1]) =>
      bandOf(
        score.bands.findIndex((band) => band.tier === tier),
        field,
      ),
    /** The end of a score band that lies at so many points. */
    bandAt: (end: "from" | "to", at: number) =>
      bandOf(
        score.bands.findIndex((band) => everyValue(band[end]).some(({ points }) => points === at)),
        end,
      ),
    /** The lowest start of all bands, or the highest end. */
    outermost: (end: "from" | "to") => {
      const order = score.bands.map((band, index) => ({
        index,
        points: Math.max(...everyValue(band[end]).map(({ points }) => points)),
      }));
      const sorted = order.sort((a, b) => a.points - b.points);
      return bandOf((end === "from" ? sorted[0] : sorted.at(-1))?.index ?? -1, end);
    },
    /** Of the commission band that starts at an amount, or of one that stands so many below it. */
    threshold: (fromFen: number, field: Parameters<typeof commissionAt>[1], below = 0) =>
      commissionAt(
        commission.bands
          .map((band) => everyValue(band.fromFen).includes(fromFen))
          .lastIndexOf(true) - below,
        field,
      ),
    rule: (id: LevelId, field: Parameters<typeof ruleAt>[1]) =>
      ruleAt(
        promotion.rules.findIndex((rule) => rule.level === id),
        field,
      ),
    path: (from: LevelId, to: LevelId, field: Parameters<typeof pathAt>[1]) =>
      pathAt(pathIndex(from, to), field),
    passMark: (from: LevelId, to: LevelId, step: string) => {
      const path = pathIndex(from, to);
      const steps = promotion.paths[path]?.steps ?? [];
      return inList(
        steps,
        "promotion",
        "paths",
        path,
        "steps",
      )(
        steps.findIndex(({ label }) => label.zh === step),
        "passMark",
      );
    },
  };
}
