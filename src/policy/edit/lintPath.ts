import { everyValue } from "../choice";
import type { LintResult } from "../lint";
import { formatPath } from "../part/json";
import type { LevelId, PolicyValues, Words } from "../types";

/**
 * The fields at which HR mends what a check found, the likeliest first; none where no single one is
 * concerned. What two neighbours are at odds about stands at both, since either may be the slip.
 */
export function lintPaths(result: LintResult, values: PolicyValues): readonly string[] {
  const paths = [mainPath(result, values), otherPath(result, values)];
  return [...new Set(paths.filter((path) => path !== null))];
}

/** The neighbour's field, where two values contradict each other. */
function otherPath(result: LintResult, { levels, score, commission }: PolicyValues): string | null {
  const at = (list: readonly string[], index: number, field: string): string | null =>
    index < 0 ? null : formatPath([...list, index, field]);
  const bandBefore = (fromFen: number): number =>
    commission.bands.map((band) => everyValue(band.fromFen).includes(fromFen)).lastIndexOf(true) -
    1;
  switch (result.check) {
    case "PC03":
    case "PC04": {
      const { from, to } = result.facts;
      const ending = (points: number): number =>
        score.bands.findIndex((band) => everyValue(band.to).some((end) => end.points === points));
      const index = ending(from);
      return at(["score", "bands"], index < 0 ? ending(to) : index, "to");
    }
    case "PC06": {
      const { facts } = result;
      if (facts.problem !== "rate") return null;
      const worse = score.bands.findIndex((band) => band.tier === facts.worse);
      return at(["score", "bands"], worse, "rateBasisPoints");
    }
    case "PC10":
      return result.facts.problem === "notAscending"
        ? at(["commission", "bands"], bandBefore(result.facts.fromFen), "fromFen")
        : null;
    case "PC11":
      return at(["commission", "bands"], bandBefore(result.facts.fromFen), "rateBasisPoints");
    case "PC20":
    case "PC22": {
      const { level } = result.facts;
      return at(["levels"], levels.findIndex(({ id }) => id === level.id) - 1, "baseSalaryFen");
    }
    default:
      return null;
  }
}

function mainPath(result: LintResult, values: PolicyValues): string | null {
  const { levels, score, commission, promotion, probation } = values;
  const at = (...steps: (string | number)[]): string => formatPath(steps);
  const place = (index: number, ...steps: (string | number)[]): string | null =>
    index < 0 ? null : at(...steps.map((step) => (step === "#" ? index : step)));
  const levelAt = (id: LevelId, field: string): string | null =>
    place(
      levels.findIndex((level) => level.id === id),
      "levels",
      "#",
      field,
    );
  const tierAt = (tier: number, field: string): string | null =>
    place(
      score.bands.findIndex((band) => band.tier === tier),
      "score",
      "bands",
      "#",
      field,
    );
  const thresholdAt = (fromFen: number, field: string): string | null =>
    place(
      commission.bands.map((band) => everyValue(band.fromFen).includes(fromFen)).lastIndexOf(true),
      "commission",
      "bands",
      "#",
      field,
    );
  const ruleAt = (id: LevelId, field: string): string | null =>
    place(
      promotion.rules.findIndex((rule) => rule.level === id),
      "promotion",
      "rules",
      "#",
      field,
    );
  const pathAt = (from: LevelId, to: LevelId): number =>
    promotion.paths.findIndex((path) => path.from === from && path.to === to);
  const startingAt = (points: number): string | null =>
    place(
      score.bands.findIndex((band) => everyValue(band.from).some((end) => end.points === points)),
      "score",
      "bands",
      "#",
      "from",
    );
  const edge = (name: "from" | "to"): string | null => {
    const order = score.bands.map((band, index) => ({
      index,
      points: Math.max(...everyValue(band[name]).map((end) => end.points)),
    }));
    const sorted = order.sort((a, b) => a.points - b.points);
    const found = name === "from" ? sorted[0] : sorted.at(-1);
    return found === undefined ? null : at("score", "bands", found.index, name);
  };
  const stepAt = (from: LevelId, to: LevelId, step: Words): string | null => {
    const path = pathAt(from, to);
    return place(
      promotion.paths[path]?.steps.findIndex((one) => one.label.zh === step.zh) ?? -1,
      "promotion",
      "paths",
      path,
      "steps",
      "#",
      "passMark",
    );
  };

  switch (result.check) {
    case "PC01":
      return result.facts.problem === "field" ? result.facts.path : null;
    case "PC02":
      return result.facts.problem === "noRestatement" ? null : result.facts.path;
    case "PC03":
    case "PC04":
      return startingAt(result.facts.to) ?? startingAt(result.facts.from);
    case "PC05":
      return edge(result.facts.end === "minimum" ? "from" : "to");
    case "PC06":
      return result.facts.problem === "rate"
        ? tierAt(result.facts.better, "rateBasisPoints")
        : tierAt(
            result.facts.problem === "emptyBand" ? result.facts.tier : result.facts.better,
            "from",
          );
    case "PC07":
      return tierAt(result.facts.tier, "formulaBasisPoints");
    case "PC10":
    case "PC13":
      return thresholdAt(result.facts.fromFen, "fromFen");
    case "PC11":
      return thresholdAt(result.facts.fromFen, "rateBasisPoints");
    case "PC12":
      return thresholdAt(result.facts.fromFen, "printedFen");
    case "PC14":
      return at("commission", "belowFirstBasisPoints");
    case "PC20":
    case "PC21":
    case "PC22":
      return levelAt(result.facts.level.id, "baseSalaryFen");
    case "PC23":
      return result.facts.problem === "notSet"
        ? at("localMinimumWageFen")
        : levelAt(result.facts.level.id, "baseSalaryFen");
    case "PC24":
      return levelAt(probation.level, "baseSalaryFen");
    case "PC30": {
      if (result.facts.problem === "step") {
        const path = pathAt(result.facts.from, result.facts.to);
        return place(path, "promotion", "paths", "#", "periodMonths");
      }
      const last = result.facts.levels.at(-1);
      return last === undefined ? null : levelAt(last.id, "aliases");
    }
    case "PC31":
      return place(
        pathAt(result.facts.from.id, result.facts.to.id),
        "promotion",
        "paths",
        "#",
        "inferred",
      );
    case "PC32":
      return ruleAt(result.facts.higher.id, "streakMonths");
    case "PC33":
      return ruleAt(result.facts.level.id, result.facts.problem);
    case "PC34":
      return place(
        pathAt(result.facts.from.id, result.facts.to.id),
        "promotion",
        "paths",
        "#",
        "periodMonths",
      );
    case "PC35":
      return stepAt(result.facts.from.id, result.facts.to.id, result.facts.step);
    case "PC40":
      return result.facts.problem === "level" ? result.facts.path : null;
    case "PC44":
      return at("document", result.facts.missing);
    case "PC41":
    case "PC42":
    case "PC43":
    case "PC50":
      return null;
  }
}
