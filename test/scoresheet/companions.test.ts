import { describe, expect, it } from "vitest";
import {
  findCompanion,
  readSheets,
  type CompanionField,
  type ScoreSheet,
} from "../../src/scoresheet";
import type { Cell, Grid } from "../../src/grid";
import { formatMonth } from "../../src/units";
import { month } from "../setup/ledger";
import { brief, gridOf, layoutOf, limits, options } from "./setup";

const words = {
  ...options,
  others: {
    year: ["年份"],
    period: ["期间"],
    ordinal: ["序号"],
    leftOn: ["离职日期"],
    status: ["状态"],
    gone: ["离职"],
  },
};

function sheet(name: string, rows: readonly (readonly Cell[])[]): Grid {
  return { ...gridOf(rows), sheet: { id: `{${name}}`, name } };
}

const SCORES = [
  ["工号", "姓名", "月份", "级别", "绩效分数"],
  ["1001", "林晓", "2026-09", "初级客服", 85],
  ["1001", "林晓", "2026-10", "初级客服", 88],
  ["1002", "周宁", "2026-10", "中级客服", 92],
  ["", "吴迪", "2026-10", "中级客服", 90],
];

/** The score sheet with another one read along. */
function readWith(other: Grid, fields: readonly CompanionField[], rows = SCORES): ScoreSheet {
  const grid = gridOf(rows);
  const companion = findCompanion(other, words);
  if (companion === null) throw new Error("It tells nothing.");
  const main = { grid, layout: layoutOf(grid) };
  return readSheets(main, { companions: [{ grid: other, companion, fields }] }, { limits });
}

const salesOf = (read: ScoreSheet): unknown[] =>
  read.records.map(({ name, month: when, sales }) => [
    name.text,
    when.quantity.kind === "value" ? formatMonth(when.quantity.value) : "?",
    brief(sales.quantity),
    sales.cell?.sheet.name ?? null,
  ]);

describe("what another sheet can tell", () => {
  it.each<[string, string, readonly (readonly Cell[])[], unknown]>([
    [
      "sales by month",
      "销售额",
      [
        ["工号", "月份", "销售额"],
        ["1001", "2026-10", 30_000],
      ],
      { fields: ["sales"], ofMonths: true },
    ],
    [
      "sales in a column for each month, by the name of the sheet",
      "销售额",
      [
        ["姓名", "2026-09", "2026-10"],
        ["林晓", 30_000, 40_000],
        ["周宁", 50_000, 60_000],
      ],
      { fields: ["sales"], ofMonths: true },
    ],
    [
      "complaints of the month in the name of the tab",
      "10月投诉",
      [["客服投诉登记 2026年10月"], ["姓名", "投诉次数"], ["林晓", 2]],
      { fields: ["complaints"], ofMonths: true },
    ],
    [
      "a roster",
      "花名册",
      [
        ["工号", "姓名", "入职日期", "状态", "离职日期"],
        ["1001", "林晓", "2025-03-01", "在职", null],
      ],
      { fields: ["hired"], ofMonths: false, status: 3, leftOn: 4 },
    ],
    [
      "who has left, and nothing else",
      "离职名单",
      [
        ["姓名", "离职日期"],
        ["林晓", "2026-09-15"],
      ],
      { fields: [], leftOn: 1 },
    ],
  ])("%s", (_, name, rows, found) => {
    expect(findCompanion(sheet(name, rows), words)).toMatchObject(found as object);
  });

  it.each<[string, string, readonly (readonly Cell[])[]]>([
    ["scores are a score sheet", "9月", SCORES],
    [
      "sales of nobody knows which month",
      "销售额",
      [
        ["姓名", "销售额"],
        ["林晓", 30_000],
      ],
    ],
    [
      "nothing of people",
      "目标",
      [
        ["项目", "金额"],
        ["全年", 9_000_000],
      ],
    ],
    [
      "a legend of levels",
      "薪级",
      [
        ["级别", "底薪"],
        ["初级客服", 3000],
      ],
    ],
    ["nothing", "空", []],
  ])("not: %s", (_, name, rows) => {
    expect(findCompanion(sheet(name, rows), words)).toBeNull();
  });

  it("sales without a month are those of the one month of the workbook", () => {
    const rows = [
      ["姓名", "销售额"],
      ["林晓", 30_000],
    ];
    const found = findCompanion(sheet("销售额", rows), words, month("2026-10"));
    expect(found).toMatchObject({ fields: ["sales"], ofMonths: true });
  });
});

describe("what is taken from it", () => {
  const SALES = sheet("销售额", [
    ["工号", "姓名", "月份", "销售额"],
    ["1001", "林晓", "2026-10", 30_000],
    ["1002", "周宁", "2026-09", 70_000],
    ["1003", "吴迪", "2026-10", 50_000],
  ]);

  it("sales of the same person and month, with their own cells", () => {
    const read = readWith(SALES, ["sales"]);
    expect(salesOf(read)).toEqual([
      ["林晓", "2026-09", "blank", null],
      ["林晓", "2026-10", 3_000_000, "销售额"],
      ["周宁", "2026-10", "blank", null],
      ["吴迪", "2026-10", 5_000_000, "销售额"],
    ]);
    expect(read.taken).toEqual([
      { sheet: SALES.sheet, fields: ["sales"], people: 3, matched: 3, unmatched: [] },
    ]);
  });

  it("the same in a column for each month", () => {
    const wide = sheet("销售额", [
      ["姓名", "2026-09", "2026-10"],
      ["林晓", 20_000, 30_000],
      ["周宁", 70_000, 60_000],
      ["吴迪", 10_000, 50_000],
    ]);
    expect(salesOf(readWith(wide, ["sales"])).map((row) => (row as unknown[])[2])).toEqual([
      2_000_000, 3_000_000, 6_000_000, 5_000_000,
    ]);
  });

  it.each<[string, readonly (readonly Cell[])[], string[]]>([
    ["nobody of that name", [["", "王芳", "2026-10", 1]], ["林晓", "周宁", "吴迪"]],
    [
      "two people of one name there",
      [
        ["", "吴迪", "2026-10", 1],
        ["2001", "吴迪", "2026-10", 2],
      ],
      ["林晓", "周宁", "吴迪"],
    ],
    ["the name with another 工号", [["9001", "周宁", "2026-10", 1]], ["林晓", "周宁", "吴迪"]],
    ["the name without one", [["", "周宁", "2026-10", 1]], ["林晓", "吴迪"]],
  ])("%s", (_, rows, unmatched) => {
    const other = sheet("销售额", [["工号", "姓名", "月份", "销售额"], ...rows]);
    expect(readWith(other, ["sales"]).taken[0]?.unmatched).toEqual(unmatched);
  });

  it("of two rows of one month neither", () => {
    const other = sheet("销售额", [
      ["工号", "月份", "销售额"],
      ["1001", "2026-10", 1],
      ["1001", "2026-10", 2],
      ["1001", "2026-09", 3],
    ]);
    expect(salesOf(readWith(other, ["sales"])).slice(0, 2)).toEqual([
      ["林晓", "2026-09", 300, "销售额"],
      ["林晓", "2026-10", "blank", null],
    ]);
  });

  it("hire dates of a roster for all months, and who has left when", () => {
    const roster = sheet("花名册", [
      ["工号", "姓名", "入职日期", "状态", "离职日期"],
      ["1001", "林晓", "2025-03-15", "在职", null],
      ["1002", "周宁", "2024-01-01", "离职", "2026-10-20"],
      ["1003", "吴迪", "2023-06-01", "离职", null],
    ]);
    const read = readWith(roster, ["hired"]);
    expect(read.records.map(({ hired, hiredDay }) => [brief(hired.quantity), hiredDay])).toEqual([
      [month("2025-03"), 15],
      [month("2025-03"), 15],
      [month("2024-01"), 1],
      [month("2023-06"), 1],
    ]);
    expect([...read.left]).toEqual([
      ["id:1002", month("2026-10")],
      ["name:吴迪", null],
    ]);
  });
});
