import type { Cell } from "../grid";
import { judgeRisk, singlePolicy, type Policies, type RiskResult } from "../policy";
import { defineFormula } from "./define";
import { judgeEach } from "./employees";
import { isFault } from "./faults";
import { readLevel } from "./inputs";
import { optional, parameters } from "./parameters";
import { readList } from "./standing";
import type { Answer, Words } from "./types";

function answerOf(result: RiskResult): Answer {
  switch (result.kind) {
    case "no_data":
      return "";
    case "ok":
      return { kind: "risk", risk: "ok", count: result.count, limit: result.limit };
    case "at_risk":
      return { kind: "risk", risk: "atRisk", count: result.count, limit: result.limit };
    case "dismissal_review":
      return { kind: "risk", risk: "review", count: result.count, limit: result.limit };
    case "excluded":
      throw new Error("A list with an unreadable score is not judged");
  }
}

function riskOf(cells: readonly Cell[], levelCell: Cell, policies: Policies): Answer {
  const list = readList(cells, policies.asOf);
  if (list.fault !== null) return list.fault;
  const level = readLevel(levelCell, policies.asOf, parameters.level.name);
  if (isFault(level)) return level;
  return answerOf(judgeRisk({ cells: list.cells }, level, policies));
}

/** Failed months in a row (§4.1.G): a hint to a review by people, never a dismissal. */
export const risk = defineFormula({
  id: "RISK",
  parameters: { scores: parameters.scores, level: optional(parameters.level) },
  compute: ({ scores, level }, policyIn) => {
    const policies = singlePolicy(policyIn(null));
    return judgeEach(scores, level, (cells, levelCell) => riskOf(cells, levelCell, policies));
  },
});

/** What Excel says of the function; apart, since it answers without it. */
export const riskWords: Words = {
  zh: "连续不及格的预警：正常、预警1/3、预警2/3、绩效复核（由人复核，不是处理结论）",
  en: "Failed months in a row: normal, warning 1/3 or 2/3, review by people (not a decision)",
};
