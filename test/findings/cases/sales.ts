import { book, ledger, readSheet } from "../setup";
import type { Cell } from "../../../src/grid";
import type { CaseTable } from "./types";

const sold = (sales: Cell, level = "初级客服", score: Cell = 85) =>
  ledger({ scores: [85, score], level, sales: [25_000, sales] });

export const salesNotNumber: CaseTable<"F-SAL-01"> = {
  code: "F-SAL-01",
  speaks: (["3万", "未统计", true, { error: "#REF!" }, "1e400"] as const).map((cell) => ({
    when: `sales are ${JSON.stringify(cell)}`,
    sheet: sold(cell),
    at: ["error F3 2025-06"],
  })),
  silent: [25_000, "25,000", "¥25000", "25000元", 0, -5, null].map((cell) => ({
    when: `sales are ${JSON.stringify(cell)}`,
    sheet: sold(cell),
  })),
};

export const salesNegative: CaseTable<"F-SAL-02"> = {
  code: "F-SAL-02",
  speaks: [-0.01, -1200].map((sales) => ({
    when: `sales are ${sales}`,
    sheet: sold(sales),
    at: ["warning F3 2025-06"],
  })),
  silent: [0, 0.01, -0.004, null].map((sales) => ({
    when: `sales are ${sales}`,
    sheet: sold(sales),
  })),
};

const undecided = { book: book({}, ["COMMISSION_T1_FROM"]) };

export const salesDisputed: CaseTable<"F-SAL-03"> = {
  code: "F-SAL-03",
  speaks: [
    ...[50_000, 55_000, 59_999.99, 49_999.999].map((sales) => ({
      when: `sales are ${sales}`,
      sheet: sold(sales),
      given: undecided,
      at: ["warning F3 2025-06"],
    })),
    {
      when: "the level cannot be read",
      sheet: sold(55_000, "资深"),
      given: undecided,
      at: ["warning F3 2025-06"],
    },
  ],
  silent: [
    ...[49_999.99, 60_000, 59_999.999, 0].map((sales) => ({
      when: `sales are ${sales}`,
      sheet: sold(sales),
      given: undecided,
    })),
    { when: "the reading is decided", sheet: sold(55_000) },
    { when: "the level earns no commission", sheet: sold(55_000, "试用"), given: undecided },
  ],
};

export const salesMissing: CaseTable<"F-SAL-04"> = {
  code: "F-SAL-04",
  speaks: [
    { when: "a scored month has none", sheet: sold(null), at: ["warning F3 2025-06"] },
    {
      when: "probation earns commission by decision",
      sheet: sold(null, "试用"),
      given: { book: book({ PROBATION_VARIABLE: "full" }) },
      at: ["warning F3 2025-06"],
    },
  ],
  silent: [
    { when: "sales are 0", sheet: sold(0) },
    { when: "there is no score", sheet: sold(null, "初级客服", null) },
    { when: "the score is a word", sheet: sold(null, "初级客服", "产假") },
    { when: "probation earns none", sheet: sold(null, "试用") },
    { when: "the level is unknown", sheet: sold(null, "资深") },
    {
      when: "there is no sales column",
      sheet: readSheet([
        ["姓名", "月份", "级别", "绩效分数"],
        ["王芳", "2025-06", "初级", 85],
      ]),
    },
  ],
};

const near = (sales: Cell, level: Cell = "初级") =>
  ledger({ scores: [85, 85], level, sales: [1000, sales] });

export const salesBelowThreshold: CaseTable<"F-SAL-05"> = {
  code: "F-SAL-05",
  speaks: [19_800, 19_999.99, 29_700, 39_600, 59_400, 59_999].map((sales) => ({
    when: `${sales}`,
    sheet: near(sales),
    at: ["info F3 2025-06"],
  })),
  silent: [
    ...[19_799.99, 20_000, 29_699, 59_399, 60_000, 0, null, "很多"].map((sales) => ({
      when: `${JSON.stringify(sales)}`,
      sheet: near(sales),
    })),
    { when: "probation earns no commission", sheet: near(19_900, "试用") },
  ],
};

const months = (...sales: readonly Cell[]) => ledger({ scores: sales.map(() => 85), sales });

export const salesOutOfProportion: CaseTable<"F-SAL-06"> = {
  code: "F-SAL-06",
  speaks: [
    { when: "a unit too large", sheet: months(3000, 3000, 30_001), at: ["warning F4 2025-06"] },
    { when: "the others are in 万", sheet: months(3.5, 35_000, 3.2), at: ["warning F3 2025-05"] },
    {
      when: "an even number of months",
      sheet: months(2000, 4000, 3000, 35_001),
      at: ["warning F5 2025-06"],
    },
  ],
  silent: [
    { when: "exactly ten times", sheet: months(3000, 3000, 30_000) },
    { when: "two months show no habit", sheet: months(3000, 300_000) },
    { when: "zeros and blanks are no habit", sheet: months(0, null, 3000, 300_000) },
    {
      when: "somebody else sells much more",
      sheet: ledger({ scores: [85, 85, 85], sales: 500_000 }),
    },
  ],
};

const headed = (heading: string, ...sales: readonly Cell[]) =>
  readSheet([
    ["工号", "姓名", "月份", "级别", "绩效分数", heading],
    ...sales.map((amount, index): Cell[] => [
      `A0${index + 1}`,
      `王${index}`,
      "2025-06",
      "初级客服",
      85,
      amount,
    ]),
  ]);

export const salesUnitUnknown: CaseTable<"F-SAL-07"> = {
  code: "F-SAL-07",
  speaks: [
    { when: "the heading says 万元", sheet: headed("销售额（万元）", 2.5), at: ["warning F1 -"] },
    { when: "the heading says 千元", sheet: headed("业绩(千元)", 25), at: ["warning F1 -"] },
    {
      when: "nobody sells for a hundred yuan",
      sheet: headed("销售额", 2.5, 3, 4.1),
      at: ["warning F1 -"],
    },
    {
      when: "单位 above the table says so",
      sheet: readSheet([
        ["单位：万元"],
        ["工号", "姓名", "月份", "级别", "绩效分数", "销售额"],
        ["A01", "王芳", "2025-06", "初级客服", 85, 2.5],
      ]),
      at: ["warning F2 -"],
    },
  ],
  silent: [
    { when: "plain yuan", sheet: headed("销售额（元）", 25_000, 3, 4.1) },
    { when: "whole small numbers", sheet: headed("销售额", 2, 3, 4) },
    { when: "one of them is large", sheet: headed("销售额", 2.5, 3, 100) },
    { when: "two are no habit", sheet: headed("销售额", 2.5, 3.5) },
    { when: "no sales at all", sheet: headed("销售额", 0, null, "") },
  ],
};
