import { describe, expect, test } from "vitest";
import type { Cell } from "../../src/grid";
import { holdsAmounts, ownAmountOf, ownColumns } from "../../src/scoresheet";
import { readSheet } from "../findings/setup";

const WHO = ["工号", "姓名", "月份", "级别", "绩效分数", "销售额"];
const ROW: Cell[] = ["A", "林晓", "2025-06", "初级", 85, 45_000];

/** The headings that are carried along from a table with these behind the sales. */
function headings(...behind: readonly string[]): string[] {
  const sheet = readSheet([
    [...WHO, ...behind],
    [...ROW, ...behind.map(() => 100)],
  ]);
  return ownColumns(sheet.layout, sheet.records).map(({ heading }) => heading);
}

describe("the department's own columns of a pay table", () => {
  test.each<[string, readonly string[], readonly string[]]>([
    [
      "allowances, deductions and what is paid out, in their order",
      ["底薪", "提成", "夜班补贴", "全勤奖", "应发合计", "社保", "个税", "实发工资"],
      ["夜班补贴", "全勤奖", "应发合计", "社保", "个税", "实发工资"],
    ],
    [
      "the policy's own parts are none, and with them alone nor is the gross",
      ["底薪", "提成", "绩效工资", "应发合计"],
      [],
    ],
    ["nor what stands before the pay", ["夜班补贴", "底薪"], []],
    ["nor days, times and rates", ["底薪", "出勤天数", "迟到次数", "绩效比例", "餐补"], ["餐补"]],
    ["nor numbers of accounts and telephones", ["底薪", "银行卡号", "联系电话", "工龄"], ["工龄"]],
    ["nor notes", ["底薪", "备注", "餐补"], ["餐补"]],
    ["without pay there are none", ["夜班补贴", "全勤奖"], []],
  ])("%s", (_, behind, expected) => {
    expect(headings(...behind)).toEqual(expected);
  });

  test("an allowance before the pay that the sheet's gross adds is one", () => {
    const sheet = readSheet(
      [
        [...WHO, "夜班补贴", "底薪", "应发合计"],
        [...ROW, 50, 2200, 2250],
      ],
      null,
      { texts: { I2: "=G2+H2" } },
    );
    expect(ownColumns(sheet.layout, sheet.records).map(({ heading }) => heading)).toEqual([
      "夜班补贴",
      "应发合计",
    ]);
  });
});

describe("what is carried along", () => {
  test.each<[Cell, number | string | null]>([
    [33.335, 33.335],
    ["200元", 200],
    ["1,234.5", 1234.5],
    [0, 0],
    [null, null],
    ["", null],
    ["待定", "待定"],
    ["#N/A", "#N/A"],
  ])("%s", (cell, carried) => {
    expect(ownAmountOf(cell)).toBe(carried);
  });

  test.each<[readonly Cell[], boolean]>([
    [[100, null, ""], true],
    [[100, "待定"], true],
    [[100, "待定", "待定"], false],
    [["按月"], false],
    [[null], false],
  ])("%s: amounts, %s", (cells, expected) => {
    expect(holdsAmounts(cells)).toBe(expected);
  });
});
