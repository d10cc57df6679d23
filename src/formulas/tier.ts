import { readScoreCell } from "./inputs";
import { defineFormula } from "./define";
import { parameters } from "./parameters";
import { mapCells } from "./shapes";
import type { Words } from "./types";

/** The tier of a score (§6.P1–P4). */
export const tier = defineFormula({
  id: "TIER",
  parameters: { score: parameters.score },
  compute: ({ score }, policyIn) => {
    const policy = policyIn(null);
    return mapCells(score.block, (cell) => {
      const read = readScoreCell(cell, policy, score.name, null);
      if (read.kind === "score") return read.tier;
      return read.kind === "missing" ? "" : read;
    });
  },
});

/** What Excel says of the function; apart, since it answers without it. */
export const tierWords: Words = {
  zh: "绩效分数属于第几等级：1 最好，4 最低",
  en: "The tier of a performance score: 1 is the best, 4 the lowest",
};
