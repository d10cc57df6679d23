import { describe, expect, it } from "vitest";
import {
  clausesOfReading,
  builtInValues,
  READING_IDS,
  readingOf,
  readings,
  readingsIn,
} from "../../src/policy";
import { findClause } from "../../src/policy/book/clauses";
import { optionUnder, presetChoices } from "../../src/policy/book/presets";
import { isKnownChoice } from "../../src/policy/book/readings";
import { fullReadingOf, fullReadings } from "../../src/policy/book/readings.texts";

/** The file format, written down apart from the product: level, clauses, options (default first). */
const format: Record<string, string> = {
  SALARY_RESERVE: "blocking | §6.S5 | 3000 30000",
  COMMISSION_T1_FROM: "money | §6.C1 | 60000 50000",
  COMMISSION_MODE: "money | §6.C1 §6.C2 §6.C3 §6.C4 | whole fixed marginal",
  PROBATION_VARIABLE: "money | §6.S1 | none full",
  PERF_T1_RATE: "money | §6.P1 | 15 20",
  SCORE_IN_PAY: "money | §6.P1 §6.P2 §6.P3 | fraction raw",
  SCORE_60: "money | §6.P4 §6.P3 | T3 T4 undefined",
  SCORE_80: "money | §6.P2 §6.P3 | T2 T3 undefined",
  SCORE_90_91: "money | §6.P1 §6.P2 | T2 T1 undefined",
  SCORE_ROUNDING: "money | §6.P1 §6.P2 §6.P3 §6.P4 | none integer",
  CRITERIA_ROLE: "eligibility | §4.1.H §4.2.F §4.3.E §4.4.H §5.2a | entry exit",
  JUNIOR_H: "eligibility | §4.1.H | atLeast exactly",
  MIDDLE_T1_COUNT: "eligibility | §4.2.F | atLeast exactly",
  MIDDLE_MONTHS: "eligibility | §4.2.F §5.2a | 5 3",
  WINDOW_KIND: "eligibility | §4.3.E §4.4.H | rolling calendar preceding",
  WINDOW_HISTORY: "eligibility | §4.3.E §4.4.H §5.2a §5.3a | full recorded",
  STREAK_ANCHOR: "eligibility | §4.1.H §4.2.F §4.3.E §4.4.H | latest any",
  STREAK_SCOPE: "eligibility | §4.4.A §5.2a §5.3a | history sinceLastPromotion",
  MISSING_MONTH: "eligibility | §4.1.H §4.2.F §4.3.E §4.4.H | break bridge",
  STATUTORY_LEAVE: "eligibility | §4.1.H §4.2.F §4.3.E §4.4.H | bridge break",
  FAIL_DEF: "discipline | §4.1.G §6.P4 | below60 tier4",
  DISMISSAL_BASIS: "discipline | §4.1.G | months assessments",
  DISMISSAL_SCOPE: "discipline | §4.1.G | all juniorOnly",
  DISMISSAL_ANCHOR: "discipline | §4.1.G | latest any",
  COMPLAINT_2ND: "discipline | §R5b | second100 total100",
  COMPLAINT_3_INCLUSIVE: "discipline | §R5b | yes no",
  COMPLAINT_3RD_FINE: "discipline | §R5b | none keepDoubling",
  LEAVE_10: "discipline | §W4b | over atLeast",
  LEAVE_NEEDS_LOSS: "discipline | §W4c | yes no",
  FINES_NETTED: "legal | §R5b §W4c | no yes",
};

const titles =
  "储备主管底薪 · 一级提成起点 · 提成算法 · 试用期有无提成和绩效 · 91分以上绩效比例 · 分数如何参与计算 · 60分归哪一档 · 80分归哪一档 · 90至91分归哪一档 · 分数是否先取整 · 各级条件的含义 · 初级：“第二等级内” · 中级：几个一级月 · 中级：看几个月 · 半年、一年怎么算 · 记录不足怎么办 · 是否须为最近连续 · 升级前的月份是否计入 · 缺考月 · 法定假期月 · 何为不及格 · 连续三次怎么数 · 绩效复核适用级别 · 只看最近还是历史 · 第二次投诉罚款 · “三次以上”是否含三次 · 第三次起的罚款 · 恰好10分钟 · 离岗是否以流失客户为前提 · 罚款是否从工资扣".split(
    " · ",
  );

describe("the readings", () => {
  it("have the ids, levels, clauses, options and defaults of the file format", () => {
    const written = readings.map(({ id, level, options }) => [
      id,
      `${level} | ${clausesOfReading(id).join(" ")} | ${options.map((option) => option.id).join(" ")}`,
    ]);
    expect(written).toEqual(Object.entries(format));
    expect(readings.map((reading) => reading.id)).toEqual(READING_IDS);
    for (const reading of readings) {
      expect(reading.default).toBe(reading.options[0]?.id);
      expect(readingOf(reading.id)).toBe(reading);
      for (const clause of clausesOfReading(reading.id))
        expect(findClause(clause)?.id).toBe(clause);
    }
  });

  it("have their titles for people", () => {
    expect(readings.map((reading) => reading.title.zh)).toEqual(titles);
  });

  it("choose under the presets what differs from the default, and nothing else", () => {
    const differing = (preset: "literal" | "favourable"): object =>
      Object.fromEntries(
        readings
          .filter((reading) => optionUnder(preset, reading.id) !== reading.default)
          .map((reading) => [reading.id, optionUnder(preset, reading.id)]),
      );
    expect(differing("literal")).toEqual({
      SALARY_RESERVE: "30000",
      SCORE_60: "undefined",
      SCORE_80: "undefined",
      SCORE_90_91: "undefined",
      JUNIOR_H: "exactly",
      WINDOW_HISTORY: "recorded",
      DISMISSAL_BASIS: "assessments",
      DISMISSAL_SCOPE: "juniorOnly",
    });
    expect(differing("favourable")).toEqual({
      SALARY_RESERVE: "30000",
      COMMISSION_T1_FROM: "50000",
      PROBATION_VARIABLE: "full",
      PERF_T1_RATE: "20",
      SCORE_90_91: "T1",
      CRITERIA_ROLE: "exit",
      MIDDLE_MONTHS: "3",
      WINDOW_HISTORY: "recorded",
      STREAK_ANCHOR: "any",
      MISSING_MONTH: "bridge",
      DISMISSAL_SCOPE: "juniorOnly",
      COMPLAINT_2ND: "total100",
      COMPLAINT_3_INCLUSIVE: "no",
    });
    for (const reading of readings)
      expect(optionUnder("recommended", reading.id)).toBe(reading.default);
    for (const choices of Object.values(presetChoices))
      for (const [reading, option] of Object.entries(choices))
        expect(isKnownChoice(reading, option)).toBe(true);
  });

  it("are all disputed by the built-in policy", () => {
    expect([...readingsIn(builtInValues)].sort()).toEqual([...READING_IDS].sort());
  });

  it("know only their own options", () => {
    expect(isKnownChoice("SCORE_80", "T3")).toBe(true);
    expect(isKnownChoice("SCORE_80", "T1")).toBe(false);
    expect(isKnownChoice("SCORE_80", "constructor")).toBe(false);
    expect(isKnownChoice("toString", "T3")).toBe(false);
  });
});

describe("the words of the readings", () => {
  it("are there in both languages", () => {
    expect(fullReadings.map((reading) => reading.id)).toEqual(READING_IDS);
    for (const reading of fullReadings) {
      expect(fullReadingOf(reading.id)).toEqual(reading);
      const labels = reading.options.map((option) => option.label);
      for (const { zh, en } of [reading.title, reading.question, reading.why, ...labels]) {
        expect(zh.trim(), reading.id).not.toBe("");
        expect(en.trim(), reading.id).not.toBe("");
        expect(en, reading.id).not.toMatch(/\p{Script=Han}/u);
      }
      expect(reading.question.zh, reading.id).toMatch(/？$/u);
      expect(reading.question.en, reading.id).toMatch(/\?$/u);
      expect(reading.why.zh, reading.id).toMatch(/。$/u);
      expect(reading.why.en, reading.id).toMatch(/\.$/u);
      expect(new Set(labels.map((label) => label.zh)).size).toBe(labels.length);
      expect(new Set(labels.map((label) => label.en)).size).toBe(labels.length);
    }
  });

  it("never show an id", () => {
    for (const reading of fullReadings)
      expect(JSON.stringify([reading.title, reading.question, reading.why])).not.toMatch(
        /[A-Z]{2,}_[A-Z0-9]/u,
      );
  });
});
