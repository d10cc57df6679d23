import type { Cell } from "../../../src/grid";
import { ledger, promotionsOf, readSheet, type Someone } from "../setup";
import type { CaseTable } from "./types";

const three = [85, 85, 85];

export const levelUnknown: CaseTable<"F-LVL-01"> = {
  code: "F-LVL-01",
  speaks: [
    {
      when: "a level is not of the policy",
      sheet: ledger({ scores: three, level: ["初级客服", "资深客服", "初级客服"] }),
      at: ["error D3 2025-05"],
    },
    {
      when: "a score has no level beside it",
      sheet: ledger({ scores: three, level: ["初级客服", null, "初级客服"] }),
      at: ["error D3 2025-05"],
    },
    {
      when: "an unknown level stands without a score",
      sheet: ledger({ scores: [85, null], level: ["初级客服", "资深"] }),
      at: ["error D3 2025-06"],
    },
    {
      when: "a wide row has one level, told once",
      sheet: readSheet([
        ["工号", "姓名", "级别", "2025-05", "2025-06"],
        ["A01", "王芳", "资深", 85, 86],
      ]),
      at: ["error C2 -"],
    },
  ],
  silent: [
    {
      when: "aliases and brackets of either kind",
      sheet: ledger({ scores: three, level: ["新客服（试用）", "新客服(试用)", " 试用期 "] }),
    },
    {
      when: "neither level nor score",
      sheet: ledger({ scores: [85, null, 85], level: ["初级", null, "初级"] }),
    },
    {
      when: "there is no level column",
      sheet: readSheet([
        ["姓名", "月份", "绩效分数"],
        ["王芳", "2025-06", 85],
      ]),
    },
  ],
};

export const levelJumps: CaseTable<"F-LVL-02"> = {
  code: "F-LVL-02",
  speaks: [
    {
      when: "a level is left out",
      sheet: ledger({ scores: three, level: ["初级客服", "高级客服", "高级客服"] }),
      at: ["warning D3 2025-05"],
    },
    {
      when: "the level falls",
      sheet: ledger({ scores: three, level: ["高级客服", "高级客服", "中级客服"] }),
      at: ["warning D4 2025-06"],
    },
    {
      when: "it jumps and falls back",
      sheet: ledger({ scores: three, level: ["初级", "储备主管", "初级"] }),
      at: ["warning D3 2025-05", "warning D4 2025-06"],
    },
    {
      when: "months lie between",
      sheet: ledger({ scores: [85, undefined, 85], level: ["试用", null, "中级"] }),
      at: ["warning D3 2025-06"],
    },
    {
      when: "a month between has an unknown level",
      sheet: ledger({ scores: three, level: ["中级", "资深", "初级"] }),
      at: ["warning D4 2025-06"],
    },
  ],
  silent: [
    { when: "one level up", sheet: ledger({ scores: three, level: ["试用", "初级", "中级"] }) },
    { when: "no change", sheet: ledger({ scores: three }) },
    {
      when: "another name of the same level",
      sheet: ledger({ scores: three, level: ["初级", "初级客服", "初级"] }),
    },
    {
      when: "it falls after the as-of month",
      sheet: ledger({ scores: three, level: ["高级", "高级", "中级"] }),
      given: { asOf: "2025-05" },
    },
  ],
};

const risen = ledger({ scores: three, level: ["初级客服", "初级客服", "中级客服"] });
const told = (...row: readonly Cell[]) => ({ promotions: promotionsOf(row) });

export const levelWithoutRecord: CaseTable<"F-LVL-03"> = {
  code: "F-LVL-03",
  speaks: [
    {
      when: "the table says nothing of the person",
      sheet: risen,
      given: told("A02", "中级客服", "2025-05", "§5.2b", "通过"),
      at: ["warning D4 2025-06"],
    },
    {
      when: "its row is of another level",
      sheet: risen,
      given: told("A01", "高级客服", "2025-05", "§5.2b", "通过"),
      at: ["warning D4 2025-06"],
    },
    {
      when: "its row is of a later month",
      sheet: risen,
      given: told("A01", "中级客服", "2025-07", "§5.2b", "通过"),
      at: ["warning D4 2025-06"],
    },
    {
      when: "its row was not passed",
      sheet: risen,
      given: told("A01", "中级客服", "2025-05", "§5.2b", "不通过"),
      at: ["warning D4 2025-06"],
    },
    {
      when: "its row names no month",
      sheet: risen,
      given: told("A01", "中级客服", null, "§5.2b", "通过"),
      at: ["warning D4 2025-06"],
    },
  ],
  silent: [
    { when: "the workbook has no such table", sheet: risen },
    {
      when: "the row is of the month before",
      sheet: risen,
      given: told("A01", "中级", "2025-05", "§5.2b", "通过"),
    },
    {
      when: "the row is of the month of the change and yet to be passed",
      sheet: risen,
      given: told("A01", "中级客服", "2025-06", "§5.2b", "待定"),
    },
    {
      when: "the level falls: that is another finding",
      sheet: ledger({ scores: three, level: ["中级", "中级", "初级"] }),
      given: { promotions: promotionsOf() },
    },
    {
      when: "no level changes",
      sheet: ledger({ scores: three }),
      given: { promotions: promotionsOf() },
    },
  ],
};

const trial = (months: number, more: Partial<Someone> = {}) =>
  ledger({ scores: Array<Cell>(months).fill(70), level: "试用", ...more });

export const probationTooLong: CaseTable<"F-LVL-04"> = {
  code: "F-LVL-04",
  speaks: [
    { when: "seven months on the sheet", sheet: trial(7), at: ["warning B8 2025-06"] },
    { when: "six months on the sheet: the last", sheet: trial(6), at: ["info B7 2025-06"] },
    {
      when: "hired seven months ago",
      sheet: trial(2, { hired: "2024-12-01" }),
      at: ["warning B3 2025-06"],
    },
    {
      when: "six months since the level began",
      sheet: trial(2, { since: "2025-01" }),
      at: ["info B3 2025-06"],
    },
  ],
  silent: [
    { when: "five months", sheet: trial(5) },
    { when: "hired five months ago", sheet: trial(2, { hired: "2025-02-01" }) },
    {
      when: "confirmed since",
      sheet: trial(8, { level: [...Array<Cell>(7).fill("试用"), "初级"] }),
    },
    { when: "the person has left", sheet: trial(8, { until: "2025-04" }) },
  ],
};
