import { describe, expect, it } from "vitest";
import {
  asOfMonth,
  asOfMonthInSteps,
  chooseScore,
  historyOf,
  readScore,
  readText,
} from "../../src/scoresheet";
import type { Person } from "../../src/scoresheet";
import type { Cell } from "../../src/grid";
import { addMonths, formatMonth, type Month } from "../../src/units";
import { limits, sheetOf } from "./setup";
import { month } from "../setup/ledger";

/** People as rows of a wide sheet from 2025-01 on. */
function wide(...people: readonly (readonly Cell[])[]): ReturnType<typeof sheetOf> {
  const months = Array.from({ length: 12 }, (_, index) => `2025年${index + 1}月`);
  return sheetOf([
    ["姓名", "级别", ...months],
    ...people.map((cells, index) => [`员工${index}`, "初级", ...cells]),
  ]);
}

describe("asOfMonth", () => {
  it.each<[string, readonly (readonly Cell[])[], string | null]>([
    [
      "everybody's last month",
      [
        [80, 80, 80],
        [80, 80, 80],
      ],
      "2025-03",
    ],
    [
      "half of the people is enough",
      [
        [80, 80, 80],
        [80, 80, ""],
      ],
      "2025-03",
    ],
    [
      "less than half is not",
      [
        [80, 80, 80],
        [80, 80, ""],
        [80, 80, ""],
      ],
      "2025-02",
    ],
    [
      "who left three months ago is not expected",
      [
        [80, 80, 80, 80, 80],
        [80, 80, ""],
        [80, 80, ""],
      ],
      "2025-05",
    ],
    [
      "who left two months ago still is",
      [
        [80, 80, 80, 80],
        [80, 80, ""],
        [80, 80, ""],
      ],
      "2025-02",
    ],
    [
      "newcomers count",
      [
        [80, 80, ""],
        ["", "", 80],
        ["", "", 80],
      ],
      "2025-03",
    ],
    [
      "a word is no score",
      [
        [80, 80, "产假"],
        [80, 80, "病假"],
      ],
      "2025-02",
    ],
    [
      "an unconfirmed zero is no score",
      [
        [80, 80, 0],
        [80, 80, 0],
      ],
      "2025-02",
    ],
    [
      "what cannot be read is no score",
      [
        [80, 80, "优秀"],
        [80, 80, 850],
      ],
      "2025-02",
    ],
    [
      "a real zero is one",
      [
        [80, 80, "0分"],
        [80, 80, "0分"],
      ],
      "2025-03",
    ],
    [
      "a month that nobody has is passed over",
      [
        [80, 80, "", 80],
        [80, 80, "", 80],
      ],
      "2025-04",
    ],
    ["one person's single month", [["", "", 80]], "2025-03"],
    ["who was there last stands first", [["", "", 80], [80]], "2025-03"],
    ["no score at all", [["", "产假", "优秀"]], null],
  ])("%s", (_, people, expected) => {
    const found = asOfMonth(wide(...people));
    expect(found === null ? null : formatMonth(found)).toBe(expected);
  });

  it.each<[string, string | null]>([
    ["2025-12", "2025-04"],
    ["2025-04", "2025-04"],
    ["2025-03", "2025-03"],
    ["2025-01", "2025-01"],
    ["2024-12", null],
  ])("does not look after %s", (notAfter, expected) => {
    const found = asOfMonth(wide([80, 80, 80, 80]), { notAfter: month(notAfter) });
    expect(found === null ? null : formatMonth(found)).toBe(expected);
  });

  it("counts people, not rows, and leaves out who has no month or no name", () => {
    const sheet = sheetOf([
      ["姓名", "月份", "分数"],
      ["张三", "2025-01", 80],
      ["李四", "2025-01", 80],
      ["王五", "2025-01", 80],
      ["张三", "2025-02", 80],
      ["张三", "2025-02", 81],
      ["张三", "2025-02", 82],
      ["李四", "2月", 80],
      ["", "2025-02", 80],
    ]);
    expect(asOfMonth(sheet)).toBe(month("2025-01"));
  });

  it("leaves out a month without its year, though it stands first", () => {
    const sheet = sheetOf([
      ["姓名", "月份", "分数"],
      ["张三", "3月", 80],
      ["李四", "2025-01", 80],
    ]);
    expect(asOfMonth(sheet)).toBe(month("2025-01"));
  });

  it("counts a grade as a score, though its points are yet to be named, and no other word", () => {
    const header = ["姓名", "月份", "绩效"];
    const graded = (...grades: readonly string[]) =>
      sheetOf([
        header,
        ...["A", "B", "C"].map((grade, index) => [`员工${index}`, "2025-01", grade]),
        ...grades.map((grade, index) => [`员工${index}`, "2025-02", grade]),
      ]);
    expect(asOfMonth(graded("A", "B", "C"))).toBe(month("2025-02"));
    expect(asOfMonth(graded("产假", "病假", "A"))).toBe(month("2025-01"));
  });

  it("takes the months of a person in any order, and looks at no word, blank or error", () => {
    const sheet = wide([80, 80, "产假", ""], [80, "优秀", "#N/A", 80]);
    const scoredMonths = (): readonly Month[] => [month("2025-04"), month("2025-01")];
    expect(asOfMonth(sheet)).toBe(month("2025-04"));
    expect(asOfMonth(sheet, { scoredMonths })).toBe(month("2025-04"));
    expect(asOfMonth(sheet, { scoredMonths, notAfter: month("2025-03") })).toBe(month("2025-01"));
  });

  it("gives the thread back at each person", () => {
    const months = Array.from({ length: 100 }, (_, index) => addMonths(month("2020-01"), index));
    const stepsOf = (people: number): number => {
      const sheet = wide(...Array.from({ length: people }, () => [80]));
      const steps = asOfMonthInSteps(sheet, { scoredMonths: () => months });
      expect(asOfMonth(sheet, { scoredMonths: () => months })).toBe(months.at(-1));
      let count = 0;
      for (let step = steps.next(); step.done !== true; step = steps.next()) count += 1;
      return count;
    };
    expect([stepsOf(1), stepsOf(2), stepsOf(51)]).toEqual([1, 2, 51]);
  });

  it("is null for nobody", () => {
    expect(asOfMonth(sheetOf([["姓名", "月份", "分数"]]))).toBeNull();
  });
});

describe("historyOf", () => {
  const [person] = sheetOf([
    ["姓名", "月份", "分数"],
    ["张三", "2024-11", 81],
    ["张三", "2025-01", "病假"],
    ["张三", "2025-02", "产假"],
    ["张三", "2025-02", 82],
    ["张三", "2025-03", 83],
    ["张三", "2025-03", "83分"],
    ["张三", "2025-04", 84],
    ["张三", "2025-04", 85],
    ["张三", "2025-05", ""],
    ["张三", "2025-06", 86],
    ["张三", "2025-06", "优秀"],
    ["张三", "13月", 99],
  ]).people;

  function brief(of: Person | undefined, to: string): string[] {
    if (of === undefined) throw new Error("nobody");
    return historyOf(of, month(to)).map((entry) => {
      const seen = entry.record === null ? "–" : readText(entry.record.score.seen);
      const all = entry.records.map(({ score }) => readText(score.seen)).join();
      return `${formatMonth(entry.month)} ${seen} [${all}]`;
    });
  }

  it("has every calendar month from the first to the as-of month, each with what counts", () => {
    expect(brief(person, "2025-07")).toEqual([
      "2024-11 81 [81]",
      "2024-12 – []",
      "2025-01 病假 [病假]",
      "2025-02 82 [产假,82]",
      "2025-03 83 [83,83分]",
      "2025-04 84 [84,85]",
      "2025-05  []",
      "2025-06 优秀 [86,优秀]",
      "2025-07 – []",
    ]);
  });

  it("ends with the as-of month and is empty before the first", () => {
    expect(brief(person, "2024-12")).toEqual(["2024-11 81 [81]", "2024-12 – []"]);
    expect(brief(person, "2024-10")).toEqual([]);
  });
});

describe("chooseScore", () => {
  it.each<[readonly Cell[], number | undefined, boolean]>([
    [[], undefined, false],
    [["", null], 0, false],
    [["", "病假"], 1, false],
    [["病假", 0], 1, false],
    [[0, 85], 1, false],
    [[85, 85.0000000001], 0, false],
    [[85, 86, ""], 0, true],
    [[85, "优秀"], 1, false],
    [[85, "优秀", 86], 1, true],
    [["产假", "0分"], 1, false],
  ])("of %j", (cells, index, conflict) => {
    const chosen = chooseScore(cells.map((cell) => readScore(cell, limits, "ask")));
    expect(chosen?.index).toBe(index);
    expect(chosen?.conflict ?? false).toBe(conflict);
  });
});
