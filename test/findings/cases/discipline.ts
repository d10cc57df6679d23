import { book, HEADER, ledger, readSheet, rowsOf, type Someone } from "../setup";
import type { Cell } from "../../../src/grid";
import type { CaseTable } from "./types";

const scored = (...scores: readonly (Cell | undefined)[]) => ledger({ scores });

/** Somebody's row with this number has a month that nobody can read. */
const lost = (at: number, ...scores: readonly (Cell | undefined)[]) => {
  const own: Someone = { scores };
  const rows = rowsOf(own).map((row, index) =>
    index === at ? row.map((cell, column) => (column === 2 ? "去年12月" : cell)) : row,
  );
  return readSheet([HEADER, ...rows, ...rowsOf({ id: "Z99", name: "同事", scores: [70, 70, 70] })]);
};

export const failsReachReview: CaseTable<"F-DIS-01"> = {
  code: "F-DIS-01",
  speaks: [
    { when: "three fails", sheet: scored(70, 59.99, 50, 40), at: ["warning E5 2025-06"] },
    { when: "four fails", sheet: scored(50, 50, 50, 50), at: ["warning E5 2025-06"] },
    {
      when: "a review stands as of the last assessed month",
      sheet: scored(50, 50, 50, null),
      at: ["warning E4 2025-05"],
    },
    {
      when: "missing months are skipped by decision",
      sheet: scored(50, undefined, 50, 50),
      given: { book: book({ DISMISSAL_BASIS: "assessments" }) },
      at: ["warning E4 2025-06"],
    },
    {
      when: "a run of the past counts by decision",
      sheet: scored(50, 50, 50, 70),
      given: { book: book({ DISMISSAL_ANCHOR: "any" }) },
      at: ["warning E4 2025-05"],
    },
    {
      when: "a run of the past counts by decision, whatever a later month that cannot be read comes to",
      sheet: scored(50, 50, 50, "优秀"),
      given: { book: book({ DISMISSAL_ANCHOR: "any" }) },
      at: ["warning E4 2025-05"],
    },
    {
      when: "one more month failed, nobody knows which: three are three all the same",
      sheet: lost(0, 50, 50, 50, 50),
      at: ["warning E5 2025-06"],
    },
    {
      when: "there is no level column",
      sheet: readSheet([
        ["姓名", "月份", "绩效分数"],
        ["王芳", "2025-04", 50],
        ["王芳", "2025-05", 50],
        ["王芳", "2025-06", 50],
      ]),
      at: ["warning C4 2025-06"],
    },
  ],
  silent: [
    { when: "two fails", sheet: scored(70, 50, 50) },
    { when: "a month of exactly 60 between", sheet: scored(50, 50, 60, 50) },
    { when: "a missing month between", sheet: scored(50, undefined, 50, 50) },
    { when: "recovered since", sheet: scored(50, 50, 50, 70) },
    {
      when: "the clause covers junior levels only, by decision",
      sheet: ledger({ scores: [50, 50, 50], level: "中级客服" }),
      given: { book: book({ DISMISSAL_SCOPE: "juniorOnly" }) },
    },
    { when: "the person has left", sheet: ledger({ scores: [50, 50, 50], until: "2025-04" }) },
    {
      when: "scores are fractions",
      sheet: readSheet([
        ["姓名", "月份", "级别", "绩效分数"],
        ["王芳", "2025-04", "初级", 0.85],
        ["王芳", "2025-05", "初级", 0.85],
        ["王芳", "2025-06", "初级", 0.85],
      ]),
    },
    { when: "one of the three cannot be read", sheet: scored(50, "优秀", 50) },
    { when: "nobody knows of which month the third is", sheet: lost(1, 50, 50, 50) },
  ],
};

export const failsBelowReview: CaseTable<"F-DIS-02"> = {
  code: "F-DIS-02",
  speaks: [
    { when: "one fail", sheet: scored(70, 50), at: ["info E3 2025-06"] },
    { when: "two fails", sheet: scored(70, 50, 50), at: ["info E4 2025-06"] },
    {
      when: "as of the last assessed month",
      sheet: scored(70, 50, "病假"),
      at: ["info E3 2025-05"],
    },
    {
      when: "what cannot be read lies before a missing month, which ends the run",
      sheet: scored("优秀", undefined, 50),
      at: ["info E3 2025-06"],
    },
    {
      when: "a passed month, nobody knows which, can lie before the fail only",
      sheet: lost(0, 80, 80, 50),
      at: ["info E4 2025-06"],
    },
    {
      when: "three fails of a level that the clause does not cover, by decision",
      sheet: ledger({ scores: [50, 50, 50], level: "中级客服" }),
      given: { book: book({ DISMISSAL_SCOPE: "juniorOnly" }) },
      at: ["info E4 2025-06"],
    },
  ],
  silent: [
    { when: "exactly 60", sheet: scored(70, 60) },
    { when: "a fail of the past", sheet: scored(50, 70) },
    { when: "three fails: that is a review", sheet: scored(50, 50, 50) },
    { when: "an unconfirmed zero is no fail", sheet: scored(70, 0) },
    { when: "a fail of an unknown month may go before it", sheet: lost(0, 50, 50) },
    {
      when: "a score of an unknown month may be that of the month after it",
      sheet: lost(2, 70, 50, 85),
    },
  ],
};

const complained = (complaints: Cell) => ledger({ scores: [85, 85], complaints: [0, complaints] });

export const complaintsReachReview: CaseTable<"F-DIS-03"> = {
  code: "F-DIS-03",
  speaks: [
    { when: "three complaints", sheet: complained(3), at: ["warning G3 2025-06"] },
    { when: "four complaints as text", sheet: complained("4"), at: ["warning G3 2025-06"] },
    {
      when: "three complaints of an earlier month",
      sheet: ledger({ scores: [85, 85], complaints: [3, 0] }),
      at: ["warning G2 2025-05"],
    },
    {
      when: "four, where three are not included by decision",
      sheet: complained(4),
      given: { book: book({ COMPLAINT_3_INCLUSIVE: "no" }) },
      at: ["warning G3 2025-06"],
    },
  ],
  silent: [
    { when: "two complaints", sheet: complained(2) },
    { when: "blank", sheet: complained(null) },
    { when: "no whole number", sheet: complained(3.5) },
    {
      when: "three, where three are not included by decision",
      sheet: complained(3),
      given: { book: book({ COMPLAINT_3_INCLUSIVE: "no" }) },
    },
    {
      when: "two months of two: months are not summed",
      sheet: ledger({ scores: [85, 85], complaints: 2 }),
    },
  ],
};

const fined = (headings: readonly string[], row: readonly Cell[]) =>
  readSheet([
    ["姓名", "月份", "级别", "绩效分数", "销售额", "投诉次数", ...headings],
    ["王芳", "2025-06", "初级", 85, 45_000, ...row],
  ]);

export const finesInPay: CaseTable<"F-DIS-04"> = {
  code: "F-DIS-04",
  speaks: [
    {
      when: "a column of fines holds one",
      sheet: fined(["罚款"], [1, 50]),
      at: ["warning G2 2025-06"],
    },
    {
      when: "written as a deduction",
      sheet: fined(["扣款"], [0, -10]),
      at: ["warning G2 2025-06"],
    },
    {
      when: "the formula of the gross takes it off",
      sheet: readSheet(
        [
          ["姓名", "月份", "级别", "绩效分数", "销售额", "投诉次数", "扣款", "底薪", "应发合计"],
          ["王芳", "2025-06", "初级", 85, 45_000, 1, 50, 2200, 2150],
        ],
        null,
        { texts: { I2: "=H2-G2" } },
      ),
      at: ["warning G2 2025-06", "warning I2 2025-06"],
    },
    {
      when: "gross pay is short by exactly the fine",
      sheet: fined(["应发合计"], [2, 2687]),
      at: ["warning G2 2025-06"],
    },
  ],
  silent: [
    { when: "the column holds 0", sheet: fined(["罚款"], [1, 0]) },
    { when: "the column is blank", sheet: fined(["罚款"], [1, null]) },
    { when: "complaints without a column of fines", sheet: fined([], [2]) },
    { when: "gross pay in full", sheet: fined(["应发合计"], [2, 2837]) },
    { when: "gross pay is short by something else", sheet: fined(["应发合计"], [2, 2737]) },
  ],
};

const counted = (complaints: Cell, leaves: Cell) =>
  ledger({ scores: [85, 85], complaints: [0, complaints], leaves: [0, leaves] });

export const countUnusable: CaseTable<"F-DIS-05"> = {
  code: "F-DIS-05",
  speaks: [
    ...[-1, 1.5, "两次", "2次", true, "#N/A", 1001].map((count) => ({
      when: `${JSON.stringify(count)} complaints`,
      sheet: counted(count, 0),
      at: ["error G3 2025-06"],
    })),
    { when: "leaves of post", sheet: counted(0, "多次"), at: ["error H3 2025-06"] },
    { when: "both", sheet: counted(-1, 0.5), at: ["error G3 2025-06", "error H3 2025-06"] },
  ],
  silent: [0, 1, 1000, "2", "２", null, ""].map((count) => ({
    when: `${JSON.stringify(count)}`,
    sheet: counted(count, count),
  })),
};
