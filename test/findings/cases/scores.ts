import { book, HEADER, ledger, readSheet, rowsOf } from "../setup";
import type { Cell, CellRef } from "../../../src/grid";
import type { ReadingId } from "../../../src/policy";
import type { CaseTable } from "./types";

const last = (cell: Cell) => ledger({ scores: [85, cell] });
const speak = (severity: string, cells: readonly Cell[]) =>
  cells.map((cell) => ({
    when: `the score is ${JSON.stringify(cell)}`,
    sheet: last(cell),
    at: [`${severity} E3 2025-06`],
  }));
const silent = (cells: readonly Cell[]) =>
  cells.map((cell) => ({ when: `the score is ${JSON.stringify(cell)}`, sheet: last(cell) }));

export const scoreNotNumber: CaseTable<"F-SCO-01"> = {
  code: "F-SCO-01",
  speaks: speak("error", ["优秀", "八十五", "3万", true, { error: "#DIV/0!" }, "#N/A", "85/100"]),
  silent: silent([85, "85", "８５", "85分", null, "", "-", "产假", "N/A", 0, "0分", 101, -1]),
};

export const scoreAsText: CaseTable<"F-SCO-02"> = {
  code: "F-SCO-02",
  speaks: speak("info", ["85", " 85 ", "85分", "８５"]),
  silent: silent([85, 85.5, "0分", "优秀", "105", null, "产假", 0]),
};

export const scoreOutOfRange: CaseTable<"F-SCO-03"> = {
  code: "F-SCO-03",
  speaks: speak("error", [100.01, 101, 1000, -0.5, -1, "105", "105分"]),
  silent: silent([0, 0.5, 100, "100", 99.99, "优秀", null]),
};

export const scoreZero: CaseTable<"F-SCO-04"> = {
  code: "F-SCO-04",
  speaks: [
    ...speak("warning", [0, "0"]),
    {
      when: "it is confirmed: formulas do not know",
      sheet: readSheet([HEADER, ...rowsOf({ scores: [85, 0] })], null, { zeroConfirmed: true }),
      at: ["info E3 2025-06"],
    },
  ],
  silent: [
    {
      when: "0分 says it for formulas too",
      sheet: readSheet([HEADER, ...rowsOf({ scores: [85, "0分"] })], null, { zeroConfirmed: true }),
    },
    ...silent(["0分", null, "", 0.01, "-"]),
    {
      when: "the zero stands after the as-of month",
      sheet: ledger({ scores: [85, 85, 0] }),
      given: { asOf: "2025-05" },
    },
  ],
};

const all = (...scores: readonly Cell[]) =>
  readSheet([
    ["姓名", "月份", "级别", "绩效分数"],
    ...scores.map((score, index) => ["王芳", `2025-0${index + 1}`, "初级", score]),
  ]);

export const scoresAsFractions: CaseTable<"F-SCO-05"> = {
  code: "F-SCO-05",
  speaks: [
    { when: "three shares of 1", sheet: all(0.85, 0.9, 0.78), at: ["error D1 -"] },
    { when: "none above 1", sheet: all(1, 0.9, 0.78, null), at: ["error D1 -"] },
    { when: "zeros among them", sheet: all(0, 0, 0.5), at: ["error D1 -"] },
    {
      when: "a wide sheet: at its leftmost month",
      sheet: readSheet([
        ["姓名", "级别", "2025-06", "2025-05", "2025-04"],
        ["王芳", "初级", 0.8, 0.9, 0.85],
      ]),
      at: ["error C1 -"],
    },
  ],
  silent: [
    { when: "two scores prove nothing", sheet: all(0.85, 0.9) },
    { when: "one is above 1", sheet: all(0.85, 0.9, 1.01) },
    { when: "all are 0", sheet: all(0, 0, 0) },
    { when: "words are no scores", sheet: all(0.85, 0.9, "产假") },
  ],
};

const open: readonly ReadingId[] = ["SCORE_60", "SCORE_80", "SCORE_90_91"];
const undecided = { book: book({}, open) };

export const scoreDisputed: CaseTable<"F-SCO-06"> = {
  code: "F-SCO-06",
  speaks: [60, 60.5, 60.999999, 80, 90.000001, 90.5, 90.99].map((score) => ({
    when: `${score} while its reading is undecided`,
    sheet: last(score),
    given: undecided,
    at: ["warning E3 2025-06"],
  })),
  silent: [
    ...[59.99, 61, 79.999, 80.001, 90, 91].map((score) => ({
      when: `${score} is not disputed`,
      sheet: last(score),
      given: undecided,
    })),
    ...[60, 80, 90.5].map((score) => ({
      when: `${score} and everything is decided`,
      sheet: last(score),
    })),
    {
      when: "80 while only the other readings are undecided",
      sheet: last(80),
      given: { book: book({}, ["SCORE_60", "SCORE_90_91"]) },
    },
    { when: "a zero", sheet: last(0), given: undecided },
  ],
};

const showing = (text: string | undefined) => ({
  display: {
    hiddenRows: 0,
    merged: [],
    shown: ({ row }: CellRef) => (row === 2 ? text : undefined),
  },
});

export const scoreShownOtherwise: CaseTable<"F-SCO-07"> = {
  code: "F-SCO-07",
  speaks: [
    { score: 79.999, text: "80.0" },
    { score: 79.6, text: "80" },
    { score: 59.95, text: "60.0" },
    { score: 90.96, text: "91.0" },
  ].map(({ score, text }) => ({
    when: `${score} shown as ${text}`,
    sheet: last(score),
    given: showing(text),
    at: ["warning E3 2025-06"],
  })),
  silent: [
    { when: "nothing was rounded", sheet: last(79.6), given: showing("79.6") },
    { when: "rounded within its tier", sheet: last(84.6), given: showing("85") },
    { when: "a percentage is no other score", sheet: last(79.6), given: showing("7960%") },
    { when: "the column is too narrow", sheet: last(79.6), given: showing("####") },
    { when: "nobody asked what is shown", sheet: last(79.6), given: showing(undefined) },
  ],
};

export const scoreDecimals: CaseTable<"F-SCO-08"> = {
  code: "F-SCO-08",
  speaks: speak("info", [85.123, 83.333333, "85.001"]),
  silent: silent([85, 85.5, 85.25, 85.1000000001, "85.25分", null, "优秀"]),
};

const column = (scores: readonly Cell[], formulas: readonly string[]) =>
  readSheet(
    [
      ["姓名", "月份", "级别", "绩效分数"],
      ...scores.map((score, index) => ["王芳", `2025-0${index + 1}`, "初级", score]),
    ],
    null,
    { formulas },
  );

export const typedAmongFormulas: CaseTable<"F-SCO-09"> = {
  code: "F-SCO-09",
  speaks: [
    {
      when: "one of four is typed",
      sheet: column([85, 86, 87, 88], ["D2", "D3", "D5"]),
      at: ["warning D4 2025-03"],
    },
    {
      when: "two of five are typed, a zero among them",
      sheet: column([85, 0, 87, 88, 89], ["D2", "D4", "D5"]),
      at: ["warning D3 2025-02", "warning D6 2025-05"],
    },
    {
      when: "a wide sheet: each month is a column of its own",
      sheet: readSheet(
        [
          ["姓名", "级别", "2025-05", "2025-06"],
          ...["甲", "乙", "丙", "丁"].map((name) => [name, "初级", 85, 86]),
        ],
        null,
        { formulas: ["C2", "C3", "C4"] },
      ),
      at: ["warning C5 2025-05"],
    },
  ],
  silent: [
    { when: "all are formulas", sheet: column([85, 86, 87], ["D2", "D3", "D4"]) },
    { when: "none is", sheet: column([85, 86, 87], []) },
    { when: "two formulas are no column of them", sheet: column([85, 86, 87], ["D2", "D3"]) },
    { when: "as many are typed", sheet: column([85, 86, 87, 88, 89, 90], ["D2", "D3", "D4"]) },
    { when: "a word beside formulas", sheet: column([85, "产假", 87, 88], ["D2", "D4", "D5"]) },
    { when: "a blank beside formulas", sheet: column([85, null, 87, 88], ["D2", "D4", "D5"]) },
  ],
};

const graded = (...grades: readonly Cell[]) =>
  readSheet([
    ["工号", "姓名", "月份", "级别", "绩效"],
    ...grades.map((grade, index): Cell[] => [
      `A0${index + 1}`,
      `王${index}`,
      "2025-06",
      "初级客服",
      grade,
    ]),
  ]);

export const scoresAsGrades: CaseTable<"F-SCO-10"> = {
  code: "F-SCO-10",
  speaks: [
    { when: "letters", sheet: graded("A", "B", "C", "B"), at: ["error E1 -"] },
    { when: "words", sheet: graded("优", "良", "中", "差"), at: ["error E1 -"] },
    { when: "one of them is a reason", sheet: graded("A", "B", "产假", "B"), at: ["error E1 -"] },
  ],
  silent: [
    { when: "scores", sheet: graded(85, 86, 87) },
    { when: "one grade among scores", sheet: graded(85, "优秀", 87) },
    { when: "other words", sheet: graded("很好", "尚可", "待定") },
  ],
};
