import { defineLazyFormula } from "./define";
import { optional, parameters } from "./parameters";
import type { Words } from "./types";

/** What a judgement of scores rests on: requirements with their cells, readings in force, dependence. */
export const why = defineLazyFormula({
  id: "WHY",
  parameters: { scores: parameters.scores, level: optional(parameters.level) },
  usesPolicy: true,
  load: async () => (await import("./explain")).explain,
});

/** What Excel says of the function; apart, since it answers without it. */
export const whyWords: Words = {
  zh: "一位员工的判断依据：条款、要求、依据（第n格=分数，从所选的第一格数起）、结论，以及采用的口径和结果是否受口径影响",
  en: "Why one employee's scores are judged as they are: clause, requirement, evidence by cell (counted from the first one given), outcome, the readings in force and whether the result depends on one",
};
