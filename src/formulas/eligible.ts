import { defineFormula } from "./define";
import { faultOf } from "./faults";
import { judgeEach } from "./employees";
import { optional, parameters } from "./parameters";
import { judgeOf, type Standing } from "./standing";
import type { Answer, Verdict, Words } from "./types";

const NO_LEVEL: Verdict = { kind: "noLevel" };
const NO_SCORES: Verdict = { kind: "noScores" };
const TOP_LEVEL: Verdict = { kind: "topLevel" };

/** A judgement as the answer of a cell; further months that never suffice are an error that says so. */
export function answerOf(standing: Standing): Answer {
  switch (standing.kind) {
    case "fault":
      return standing;
    case "blank":
      return "";
    case "reached":
      return standing.level === null ? NO_LEVEL : { kind: "level", level: standing.level.name.zh };
    case "topLevel":
      return TOP_LEVEL;
    case "noScores":
      return NO_SCORES;
    case "eligible":
      return { kind: "eligible", target: standing.target.name.zh };
    case "notYet":
      return standing.months === null
        ? faultOf("#N/A", { code: "never", target: standing.target.name.zh })
        : { kind: "monthsShort", months: standing.months, target: standing.target.name.zh };
    case "missing":
      return standing.at === null ? NO_SCORES : { kind: "missing", at: standing.at };
  }
}

/** The score part of a promotion (§4.1.H, §4.2.F, §4.3.E, §4.4.H): never the promotion itself. */
export const eligible = defineFormula({
  id: "ELIGIBLE",
  parameters: { scores: parameters.scores, level: optional(parameters.level) },
  compute: ({ scores, level }, policyIn) => {
    const judge = judgeOf(policyIn(null));
    return judgeEach(scores, level, (cells, levelCell) =>
      answerOf(judge.standingOf(cells, levelCell, false)),
    );
  },
});

/** What Excel says of the function; apart, since it answers without it. */
export const eligibleWords: Words = {
  zh: "成绩条件是否达标。不写级别：成绩够得上的最高级别（不是现任级别）；写级别：离下一级还差什么；“第n格”从所选的第一格数起。只核对成绩，是否晋升由审批人决定",
  en: "Whether the score conditions are met. Without a level: the highest level that the scores reach (not the level held); with one: what the next level still lacks, cells counted from the first one given. Scores only; people decide on promotion",
};
