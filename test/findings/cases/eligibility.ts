import { book, ledger } from "../setup";
import type { Cell } from "../../../src/grid";
import type { CaseTable } from "./types";

const held = (level: string, ...scores: readonly (Cell | undefined)[]) => ledger({ level, scores });
const many = (count: number, score: Cell) => Array<Cell>(count).fill(score);

export const candidate: CaseTable<"F-ELI-01"> = {
  code: "F-ELI-01",
  speaks: [
    {
      when: "probation, three months of tier 2",
      sheet: held("试用", 85, 80, 90),
      at: ["info B4 2025-06"],
    },
    {
      when: "junior, five months with two of tier 1",
      sheet: held("初级", 85, 91, 85, 95, 85),
      at: ["info B6 2025-06"],
    },
    {
      when: "middle, six months",
      sheet: held("中级", 80, ...many(5, 91)),
      at: ["info B7 2025-06"],
    },
    {
      when: "senior, twelve months",
      sheet: held("高级", ...many(4, 80), ...many(8, 91)),
      at: ["info B13 2025-06"],
    },
  ],
  silent: [
    { when: "probation, two months", sheet: held("试用", 85, 85) },
    { when: "one month just below tier 2", sheet: held("试用", 85, 79.99, 85) },
    { when: "junior, one month of tier 1", sheet: held("初级", 85, 85, 85, 95, 85) },
    { when: "middle, a month below tier 2 in the window", sheet: held("中级", 79, ...many(5, 91)) },
    { when: "a reserve supervisor has no next level", sheet: held("储备主管", ...many(12, 95)) },
    { when: "the level is unknown", sheet: held("资深", ...many(12, 95)) },
    { when: "a month is missing", sheet: held("试用", 85, undefined, 85, 85) },
    { when: "a month that counts cannot be read", sheet: held("试用", 85, "优秀", 85) },
  ],
};

export const oneMonthShort: CaseTable<"F-ELI-02"> = {
  code: "F-ELI-02",
  speaks: [
    {
      when: "probation, two good months",
      sheet: held("试用", 70, 85, 85),
      at: ["info B4 2025-06"],
    },
    {
      when: "middle, five months where six are needed",
      sheet: held("中级", ...many(5, 91)),
      at: ["info B6 2025-06"],
    },
  ],
  silent: [
    { when: "eligible", sheet: held("试用", 85, 85, 85) },
    { when: "two months short", sheet: held("试用", 85, 70, 85) },
    { when: "a missing month is the trouble", sheet: held("试用", 85, undefined, 85, 85) },
    { when: "top level", sheet: held("储备主管", 95) },
  ],
};

export const candidateDisputed: CaseTable<"F-ELI-03"> = {
  code: "F-ELI-03",
  speaks: [
    {
      when: "a candidate by a score of 80 that is disputed",
      sheet: held("试用", 85, 80, 85),
      given: { book: book({}, ["SCORE_80"]) },
      at: ["warning B4 2025-06"],
    },
    {
      when: "months before the promotion count, which is disputed",
      sheet: ledger({
        level: ["试用", "试用", "试用", "初级", "初级"],
        scores: [91, 91, 85, 85, 85],
      }),
      given: { book: book({}, ["STREAK_SCOPE"]) },
      at: ["warning B6 2025-06"],
    },
  ],
  silent: [
    { when: "everything is decided", sheet: held("试用", 85, 80, 85) },
    {
      when: "another reading is undecided",
      sheet: held("试用", 85, 80, 85),
      given: { book: book({}, ["SCORE_60", "COMMISSION_MODE"]) },
    },
    {
      when: "somebody who is no candidate depends on it",
      sheet: held("试用", 85, 90.5, 60.5),
      given: { book: book({}, ["SCORE_60", "STREAK_ANCHOR"]) },
    },
  ],
};

export const alsoMeetsHigher: CaseTable<"F-ELI-04"> = {
  code: "F-ELI-04",
  speaks: [
    {
      when: "junior with six months of tier 1",
      sheet: held("初级", ...many(6, 95)),
      at: ["info B7 2025-06"],
    },
    {
      when: "junior whose scores reach even the reserve supervisor's: senior is named",
      sheet: held("初级", ...many(12, 95)),
      at: ["info B13 2025-06"],
    },
    {
      when: "probation with six months of tier 1",
      sheet: held("试用", ...many(6, 95)),
      at: ["info B7 2025-06"],
    },
  ],
  silent: [
    { when: "junior with five months", sheet: held("初级", ...many(5, 95)) },
    {
      when: "middle with twelve months: reserve is never named",
      sheet: held("中级", ...many(12, 95)),
    },
    { when: "probation that reaches middle", sheet: held("试用", 85, 85, 85, 95, 95) },
    { when: "senior with twelve months", sheet: held("高级", ...many(12, 95)) },
  ],
};
