import { HEADER, ledger, month, readSheet, rowsOf, COLLEAGUE, type Someone } from "../setup";
import type { Cell } from "../../../src/grid";
import type { CaseTable } from "./types";

const COLUMN = HEADER.indexOf("月份");

/** A ledger in which the last row of the person has this in its month. */
function dated(cell: Cell, someone: Someone = { scores: [85, 85, 85] }) {
  const rows = rowsOf(someone);
  const last = rows.at(-1);
  if (last !== undefined) last[COLUMN] = cell;
  return readSheet([HEADER, ...rows, ...rowsOf(COLLEAGUE)]);
}

export const monthUnusable: CaseTable<"F-MON-01"> = {
  code: "F-MON-01",
  speaks: [
    { when: "a month is a word", sheet: dated("去年12月"), at: ["error C4 -"] },
    { when: "a score has no month", sheet: dated(null), at: ["error C4 -"] },
    { when: "a month has no year", sheet: dated("6月"), at: ["error C4 -"] },
    {
      when: "a month names another year than the one beside it",
      sheet: readSheet([
        ["姓名", "年份", "月份", "级别", "绩效分数"],
        ["王芳", 2025, "5月", "初级", 85],
        ["王芳", 2025, "2024-06", "初级", 86],
      ]),
      at: ["error C3 -"],
    },
    { when: "a score is of next month", sheet: dated("2025-08"), at: ["error C4 2025-08"] },
    { when: "a mistyped year", sheet: dated("2062-06"), at: ["error C4 2062-06"] },
    {
      when: "a future score cannot be read",
      sheet: dated("2025-08", { scores: [85, 85, "优秀"] }),
      at: ["error C4 2025-08"],
    },
    {
      when: "a month column of a wide sheet lies in the future: told once, at its heading",
      sheet: readSheet([
        ["工号", "姓名", "级别", "2025-05", "2025-06", "2025-08"],
        ["A01", "王芳", "初级", 85, 86, 87],
        ["A02", "李娜", "初级", 85, 86, 87],
      ]),
      at: ["error F1 2025-08"],
    },
  ],
  silent: [
    { when: "a score is of the current month", sheet: dated("2025-07") },
    { when: "a future month is empty", sheet: dated("2025-08", { scores: [85, 85, null] }) },
    { when: "a future month holds a zero", sheet: dated("2025-08", { scores: [85, 85, 0] }) },
    { when: "a future month holds a word", sheet: dated("2025-08", { scores: [85, 85, "产假"] }) },
    {
      when: "neither month nor score",
      sheet: dated(null, { scores: [85, 85, null], sales: null }),
    },
    { when: "spelled in another way", sheet: dated("2025年6月") },
    { when: "a date serial", sheet: dated(45_809) },
    {
      when: "the clock is a month later",
      sheet: dated("2025-08"),
      given: { today: month("2025-08") },
    },
  ],
};

const again = (cells: Partial<Someone>) =>
  ledger({ scores: [85, 85] }, { ...cells, scores: cells.scores ?? [85] });

export const monthTwice: CaseTable<"F-MON-02"> = {
  code: "F-MON-02",
  speaks: [
    { when: "a row is repeated", sheet: again({}), at: ["warning C4 2025-06"] },
    { when: "another score", sheet: again({ scores: [86] }), at: ["error C4 2025-06"] },
    {
      when: "the same score, other sales",
      sheet: again({ sales: 26_000 }),
      at: ["error C4 2025-06"],
    },
    {
      when: "the same score, another level",
      sheet: again({ level: "中级客服" }),
      at: ["error C4 2025-06"],
    },
    {
      when: "one of them has no score",
      sheet: again({ scores: [null] }),
      at: ["error C4 2025-06"],
    },
    {
      when: "the same number as text",
      sheet: again({ scores: ["85分"] }),
      at: ["warning C4 2025-06"],
    },
    {
      when: "three rows, the third differs",
      sheet: ledger({ scores: [85] }, { scores: [85] }, { scores: [86] }),
      at: ["warning C3 2025-06", "error C4 2025-06"],
    },
    {
      when: "one person has two wide rows",
      sheet: readSheet([
        ["工号", "姓名", "级别", "2025-05", "2025-06"],
        ["A01", "王芳", "初级", 85, 86],
        ["A01", "王芳", "初级", null, 87],
      ]),
      at: ["error E3 2025-06"],
    },
  ],
  silent: [
    { when: "other months", sheet: ledger({ scores: [85, 85, 85] }) },
    {
      when: "other people",
      sheet: ledger({ scores: [85] }, { id: "A02", name: "李娜", scores: [85] }),
    },
    {
      when: "the repeated month is later than the as-of month",
      sheet: again({}),
      given: { asOf: "2025-05" },
    },
  ],
};

export const scoredBeforeHired: CaseTable<"F-MON-03"> = {
  code: "F-MON-03",
  speaks: [
    {
      when: "a score of the month before",
      sheet: ledger({ scores: [85, 85], hired: "2025-06-01" }),
      at: ["warning C2 2025-05"],
    },
    {
      when: "a score that cannot be read was meant to be one",
      sheet: ledger({ scores: ["优秀", 85], hired: "2025-06-15" }),
      at: ["warning C2 2025-05"],
    },
    {
      when: "a wide sheet: at the score",
      sheet: readSheet([
        ["姓名", "级别", "入职日期", "2025-05", "2025-06"],
        ["王芳", "初级", "2025-06-01", 85, 85],
      ]),
      at: ["warning D2 2025-05"],
    },
  ],
  silent: [
    {
      when: "the month of hiring itself",
      sheet: ledger({ scores: [85, 85], hired: "2025-05-31" }),
    },
    {
      when: "no score in the month before",
      sheet: ledger({ scores: [null, 85], hired: "2025-06-01" }),
    },
    { when: "the date cannot be read", sheet: ledger({ scores: [85, 85], hired: "去年" }) },
    { when: "no date", sheet: ledger({ scores: [85, 85] }) },
  ],
};
