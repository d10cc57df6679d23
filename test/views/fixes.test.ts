import { describe, expect, test } from "vitest";
import { formatAddress, type Cell } from "../../src/grid";
import { policyFor } from "../../src/policy";
import { findFixes, type Fix } from "../../src/views";
import { decidedBook } from "../policy/decided";
import { readSheet, TODAY } from "../findings/setup";
import { HEADER } from "../setup/ledger";

function fixesOf(rows: readonly (readonly Cell[])[], formulas: readonly string[] = []): Fix[] {
  const steps = findFixes(readSheet(rows, null, { formulas }), policyFor(decidedBook(), TODAY));
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

const seen = (cell: Cell): string =>
  typeof cell === "object" ? JSON.stringify(cell) : String(cell);

const said = ({ cell, kind, before, after, numberFormat }: Fix): string =>
  `${formatAddress(cell)} ${kind}: ${seen(before)} → ${"text" in after ? after.text : after.number}${numberFormat === null ? "" : ` ${numberFormat}`}`;

const HEADINGS = [...HEADER, "投诉次数", "入职日期"];
const TIDY: readonly Cell[] = ["A01", "林晓", 45_717, "初级客服", 85, 31_000, 0, 45_000];

/** One untidy cell in a tidy row. */
function row(column: string, cell: Cell): Cell[] {
  const at = HEADINGS.indexOf(column);
  return TIDY.map((tidy, index) => (index === at ? cell : tidy));
}

describe("what is fixed without a doubt", () => {
  test.each<[string, Cell, string]>([
    ["绩效分数", "85", "E2 text: 85 → 85"],
    ["绩效分数", "８５．５", "E2 fullWidth: ８５．５ → 85.5"],
    ["绩效分数", "85分", "E2 unit: 85分 → 85"],
    ["销售额", "¥31,000.50", "F2 unit: ¥31,000.50 → 31000.5"],
    ["销售额", "31,000", "F2 separators: 31,000 → 31000"],
    ["投诉次数", "２", "G2 fullWidth: ２ → 2"],
    ["姓名", " 林 晓", "B2 spaces:  林 晓 → 林晓"],
    ["工号", "Ａ０１ ", "A2 spaces: Ａ０１  → A01"],
    ["姓名", "林晓（组长） ", "B2 spaces: 林晓（组长）  → 林晓（组长）"],
    ["级别", "初级", "D2 levelName: 初级 → 初级客服"],
    ["级别", "新客服（试用）", "D2 levelName: 新客服（试用） → 新客服(试用)"],
    ["月份", "2025年3月", "C2 date: 2025年3月 → 45717 yyyy-mm"],
    ["月份", "2025-03-15", "C2 date: 2025-03-15 → 45731 yyyy-mm-dd"],
    ["入职日期", "2024/3/5", "H2 date: 2024/3/5 → 45356 yyyy-mm-dd"],
  ])("%s %j", (column, cell, fix) => {
    expect(fixesOf([HEADINGS, row(column, cell)]).map(said)).toEqual([fix]);
  });
});

describe("what stays as it is", () => {
  test.each<[string, Cell]>([
    ["绩效分数", 85],
    ["绩效分数", "0分"],
    ["绩效分数", "八十五"],
    ["绩效分数", "105分"],
    ["绩效分数", "产假"],
    ["绩效分数", ""],
    ["销售额", "3万"],
    ["姓名", "Anna Li"],
    ["姓名", "林晓（组长）"],
    ["级别", "特级客服"],
    ["月份", "3月"],
    ["月份", 202_503],
    ["入职日期", "2024-03"],
    ["投诉次数", "两次"],
  ])("%s %j", (column, cell) => {
    expect(fixesOf([HEADINGS, row(column, cell)])).toEqual([]);
  });

  test("a cell with a formula", () => {
    expect(fixesOf([HEADINGS, row("绩效分数", "85分")], ["E2"])).toEqual([]);
  });
});

test("a level that many months share is one cell of a wide sheet, and one fix", () => {
  const wide: Cell[][] = [
    ["工号", "姓名", "级别", "2025-01", "2025-02", "2025-03"],
    ["A01", "林晓", "中级", "85分", 86, 87],
  ];
  expect(fixesOf(wide).map(said)).toEqual(["C2 levelName: 中级 → 中级客服", "D2 unit: 85分 → 85"]);
});
