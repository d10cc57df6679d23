import { defineFormula } from "./define";
import { judgeEach } from "./employees";
import { faultOf } from "./faults";
import { parameters } from "./parameters";
import { judgeOf, type Standing } from "./standing";
import type { Answer, Words } from "./types";

function answerOf(standing: Standing): Answer {
  switch (standing.kind) {
    case "fault":
      return standing;
    case "blank":
      return "";
    case "reached":
      throw new Error("Without a level there is no next one to count towards");
    case "topLevel":
      return faultOf("#N/A", { code: "topLevel", level: standing.level.name.zh });
    case "eligible":
      return 0;
    case "noScores":
    case "notYet":
    case "missing":
      return standing.months ?? faultOf("#N/A", { code: "never", target: standing.target.name.zh });
  }
}

/** Months at tier 1 that the next level still needs at best (§4.1.H, §4.2.F, §4.3.E, §4.4.H). */
export const monthsLeft = defineFormula({
  id: "MONTHSLEFT",
  parameters: { scores: parameters.scores, level: parameters.level },
  compute: ({ scores, level }, policyIn) => {
    const judge = judgeOf(policyIn(null));
    return judgeEach(scores, level, (cells, levelCell) =>
      answerOf(judge.standingOf(cells, levelCell, true)),
    );
  },
});

/** What Excel says of the function; apart, since it answers without it. */
export const monthsLeftWords: Words = {
  zh: "升入下一级最快还需几个月第一等级成绩；0 表示成绩条件已满足",
  en: "Months at tier 1 still needed at best for the next level; 0 where the scores suffice",
};
