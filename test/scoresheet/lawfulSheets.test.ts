import { describe, expect, it } from "vitest";
import type { Cell } from "../../src/grid";
import { findCompanion, type LayoutOptions } from "../../src/scoresheet";
import { monthOf } from "../../src/units";
import { kept, layoutKept, partOf, productOptions, readKept, toldOf, type Rows } from "./asKept";

// Sheets that are lawful and were once read wrongly, each as small as it can be, with all that must be read of it.

const OCTOBER = { month: monthOf(2026, 10), text: "10月", why: "tab" } as const;

function read(rows: Rows, more: Partial<LayoutOptions> = {}, name = "Sheet1"): string[] {
  return toldOf(readKept(partOf(rows, more, name)));
}

const skippedOf = (rows: Rows, more: Partial<LayoutOptions> = {}): string[] =>
  readKept(partOf(rows, more)).skipped.map(({ row, kind }) => `${row + 1} ${kind}`);

const unusedOf = (rows: Rows, more: Partial<LayoutOptions> = {}): string[] =>
  layoutKept(rows, more).unused.map(({ column, lines }) => `${column} ${lines.join("/")}`);

describe("a cell of somebody that holds a word of headings makes no heading of its row", () => {
  it.each<[string, Rows]>([
    [
      "客服 as the job of everybody",
      [
        ["工号", "姓名", "职务", "级别", "绩效分数"],
        ["A1", "钱一", "客服", "初级", 70],
        ["A2", "孙二", "客服", "中级", 71],
      ],
    ],
    [
      "Sales as a department",
      [
        ["工号", "姓名", "部门", "级别", "绩效分数"],
        ["A1", "钱一", "Sales", "初级", 70],
        ["A2", "孙二", "Sales", "中级", 71],
      ],
    ],
    [
      "two such cells in one row",
      [
        ["工号", "姓名", "部门", "职务", "绩效分数"],
        ["A1", "钱一", "Sales", "客服", 70],
        ["A2", "孙二", "Sales", "客服", 71],
      ],
    ],
  ])("%s", (_, rows) => {
    expect(read(rows, { sheetMonth: OCTOBER })).toEqual(["钱一 2026-10 70", "孙二 2026-10 71"]);
    expect(layoutKept(rows, { sheetMonth: OCTOBER }).apart).toEqual([]);
  });

  it("nor where a month stands in the row", () => {
    const rows: Rows = [
      ["工号", "姓名", "月份", "级别", "职务", "绩效分数", "销售额"],
      ["A1", "钱一", "2026-09", "初级", "客服", 62, 21_000],
      ["A1", "钱一", "2026-10", "初级", "客服", 63, 22_000],
    ];
    expect(read(rows)).toEqual(["钱一 2026-09 62 21,000.00", "钱一 2026-10 63 22,000.00"]);
  });

  it("nor does a title of such words", () => {
    const layout = layoutKept([["客服绩效"], ["姓名", "绩效分数"], ["钱一", 70]], {
      sheetMonth: OCTOBER,
    });
    expect([layout.headerRow, layout.apart]).toEqual([1, []]);
  });
});

describe("a title above the headings is no upper line of theirs", () => {
  const heading = ["工号", "姓名", "级别", "考核分", "销售额", "底薪", "绩效", "全勤奖", "应发"];
  const row: Cell[] = ["A1", "钱一", "初级客服", 70, 30_000, 2200, 77, 200, 2477];

  it.each<[string, Rows]>([
    ["a month", [["2026年10月"]]],
    ["a month in the second column", [[null, "2026年10月"]]],
    ["a month and a blank row", [["2026年10月"], []]],
  ])("%s", (_, above) => {
    const rows = [...above, heading, row];
    const layout = layoutKept(rows);
    expect(layout.kind).toBe("long");
    expect(layout.problems).toEqual([]);
    expect(layout.columns.performancePaid?.column).toBe(6);
    expect(unusedOf(rows)).toEqual(["7 全勤奖"]);
    expect(read(rows)).toEqual(["钱一 2026-10 70 30,000.00"]);
  });

  it("but a month over its own columns is", () => {
    const layout = layoutKept([
      [null, null, "2026年9月", null, "2026年10月", null],
      ["工号", "姓名", "得分", "销售额", "得分", "销售额"],
      ["A1", "钱一", 70, 30_000, 71, 31_000],
    ]);
    expect(layout.months.map(({ column }) => column)).toEqual([2, 4]);
  });
});

describe("a heading printed again", () => {
  it("without the legend that stands beside the first loses nobody", () => {
    const heading: Cell[] = ["工号", "姓名", "月份", "级别", "绩效分数", "销售额"];
    const person = (id: number): Cell[] => [`A${id}`, `员工${id}`, "2026-10", "初级", 70, 21_000];
    const rows = [
      [...heading, null, "级别", "底薪"],
      [...person(1), null, "初级", 2200],
      [...person(2), null, "中级", 2400],
      heading,
      person(3),
    ];
    expect(read(rows)).toHaveLength(3);
    expect(layoutKept(rows).apart).toHaveLength(1);
  });
});

describe("headings in lines and units", () => {
  it("实际 below 销售业绩 is what was sold; 目标 is not", () => {
    const rows: Rows = [
      ["姓名", "月份", "月度绩效考核", null, "销售业绩", null, "离岗", "客户投诉"],
      [null, null, "自评", "考核得分", "目标", "实际", "（次）", "（次）"],
      ["钱一", "2026-10", 80, 70, 50_000, 30_000, 1, 0],
      ["孙二", "2026-10", 80, 71, 50_000, 31_000, 0, 2],
    ];
    const { columns } = layoutKept(rows);
    expect([columns.leaves?.column, columns.complaints?.column]).toEqual([6, 7]);
    expect(unusedOf(rows)).toEqual(["2 月度绩效考核/自评", "4 销售业绩/目标"]);
    expect(read(rows)).toEqual(["钱一 2026-10 70 30,000.00", "孙二 2026-10 71 31,000.00"]);
  });

  it.each(["离岗（次）", "脱岗/次", "被投诉(次)", "有效投诉（单位：次）"])(
    "%s counts how often",
    (heading) => {
      const { columns } = layoutKept([
        ["姓名", "月份", "绩效分数", heading],
        ["钱一", "2026-10", 70, 1],
      ]);
      expect((columns.leaves ?? columns.complaints)?.column).toBe(3);
    },
  );

  it("a unit behind a month's heading", () => {
    expect(
      read([
        ["姓名", "2026年8月得分", "2026年9月份绩效（分）", "2026年10月考核得分"],
        ["钱一", 70, 71, 72],
      ]),
    ).toEqual(["钱一 2026-08 70", "钱一 2026-09 71", "钱一 2026-10 72"]);
  });
});

describe("the year of the tab", () => {
  it.each<[string, Rows]>([
    [
      "months of rows",
      [
        ["姓名", "月份", "绩效分数"],
        ["钱一", "9月", 70],
        ["钱一", "10月", 71],
      ],
    ],
    [
      "months side by side",
      [
        ["姓名", "级别", "9月", "10月"],
        ["钱一", "初级", 70, 71],
      ],
    ],
  ])("%s", (_, rows) => {
    for (const tab of ["2026", "2026年绩效", "绩效（2026年度）"])
      expect(read(rows, {}, tab)).toEqual(["钱一 2026-09 70", "钱一 2026-10 71"]);
    const [doubt] = layoutKept([["2025年度绩效"], ...rows], {}, "2026年").problems;
    expect(doubt?.code).toBe("monthContradicts");
  });
});

describe("grades under a heading that names no score", () => {
  it.each(["考核等级", "绩效评级", "考核结果", "Performance grade"])("%s", (heading) => {
    const rows: Rows = [
      ["姓名", "级别", heading],
      ...["优", "良", "中", "差"].map((grade, at): Cell[] => [`员工${at}`, "初级客服", grade]),
    ];
    const layout = layoutKept(rows, { sheetMonth: OCTOBER });
    expect(layout.problems.map(({ code }) => code)).toEqual(["gradesUnknown"]);
    expect(layout.columns.score).toMatchObject({ column: 2, why: "content" });
    const grades = { 优: 95, 良: 85, 中: 70, 差: 50 };
    expect(read(rows, { sheetMonth: OCTOBER, grades })).toEqual([
      "员工0 2026-10 95",
      "员工1 2026-10 85",
      "员工2 2026-10 70",
      "员工3 2026-10 50",
    ]);
  });

  it("two such columns are asked about", () => {
    const layout = layoutKept(
      [
        ["姓名", "考核等级", "上级评定"],
        ["钱一", "A", "B"],
        ["孙二", "B", "B"],
        ["李三", "C", "A"],
      ],
      { sheetMonth: OCTOBER },
    );
    expect(layout.problems).toMatchObject([
      { code: "columnMissing", field: "score", proposals: [{ column: 1 }, { column: 2 }] },
    ]);
  });
});

describe("rows of nobody", () => {
  const heading = ["工号", "姓名", "级别", "绩效分数"];
  const person: Cell[] = ["A1", "钱一", "初级客服", 70];

  it.each<[string, string, readonly Cell[]]>([
    ...["人均", "最高", "最低", "目标完成率", "优秀率", "排名", "小 计", "环比"].map(
      (word): [string, string, readonly Cell[]] => [word, "sum", [word, null, null, 70]],
    ),
    ...["一组", "A组", "晚班", "第3组", "售后组"].map((word): [string, string, readonly Cell[]] => [
      word,
      "group",
      [word, null, null, 70],
    ]),
    ...["确认人", "总经理", "部门主管签字", "核准：", "编制", "总监意见"].map(
      (word): [string, string, readonly Cell[]] => [word, "signature", [word, null, null, 46_330]],
    ),
    ...["等级说明", "评分标准", "A=90-100"].map((word): [string, string, readonly Cell[]] => [
      word,
      "signature",
      [word, "x", null, 90],
    ]),
    ["a name alone", "blank", ["A2", "孙二", null, null]],
    ["a note beside", "other", [null, null, "补考另算", null]],
    ["a score without a name", "nameless", [null, null, null, 71]],
  ])("%s: %s", (_, kind, cells) => {
    const rows = [heading, person, cells];
    expect(skippedOf(rows, { sheetMonth: OCTOBER })).toEqual([`3 ${kind}`]);
    expect(read(rows, { sheetMonth: OCTOBER })).toEqual(["钱一 2026-10 70"]);
  });

  it.each(["组长", "班班", "安定", "=SUM(A1)", "经纬", "<b>甲</b>", "甲=乙"])(
    "%s may be somebody",
    (name) => {
      expect(read([heading, ["A1", name, "初级客服", 70]], { sheetMonth: OCTOBER })).toHaveLength(
        1,
      );
    },
  );
});

describe("a legend in the middle of the data", () => {
  const heading = ["工号", "姓名", "月份", "绩效分数", "销售额"];
  const person = (id: number): Cell[] => [`A${id}`, `员工${id}`, "2026-10", 70 + id, 30_000];
  const all = [1, 2, 3, 4].map((id) => `员工${id} 2026-10 ${70 + id} 30,000.00`);

  it.each<[string, Rows, string[]]>([
    [
      "levels and salaries",
      [
        ["级别", "底薪"],
        ["初级", 2200],
        ["中级", 2400],
      ],
      ["4 table", "5 table", "6 table"],
    ],
    [
      "grades and their points",
      [
        ["等级说明", "A=90-100", "B=80-90"],
        ["分数", "等级"],
        ["90-100", "A"],
      ],
      ["4 signature", "5 blank", "6 blank"],
    ],
  ])("%s: the people below are read, its rows are named", (_, legend, skipped) => {
    const rows = [heading, person(1), person(2), ...legend, person(3), person(4)];
    expect(read(rows)).toEqual(all);
    expect(skippedOf(rows)).toEqual(skipped);
  });

  it("another table of people ends the first, until its heading stands again", () => {
    const other: Rows = [
      ["姓名", "工号", "名次"],
      ["员工1", "A1", 1],
    ];
    const rows = [heading, person(1), person(2), ...other, person(3)];
    expect(read(rows)).toEqual(all.slice(0, 2));
    expect(skippedOf(rows)).toEqual(["4 table", "5 table", "6 table"]);
    const again = [heading, person(1), person(2), ...other, heading, person(3), person(4)];
    expect(read(again)).toEqual(all);
  });
});

describe("columns that nobody reads are named", () => {
  const options = { sheetMonth: OCTOBER };
  const heading: Cell[] = ["姓名", "绩效分数"];

  it.each<[string, readonly Cell[], readonly Cell[], string[]]>([
    ["a number as heading", [80], [75], ["2 80"]],
    ["no heading", [null, null], [null, "90分以上优秀"], ["3 "]],
    ["a number as heading and nothing below", [80], [null], []],
  ])("%s", (_, words, cells, expected) => {
    const rows = [
      [...heading, ...words],
      ["钱一", 70, ...cells],
      ["孙二", 71, ...cells],
    ];
    expect(unusedOf(rows, options)).toEqual(expected);
  });

  it("running numbers need no heading", () => {
    const rows = [
      [null, ...heading],
      [1, "钱一", 70],
      [2, "孙二", 71],
    ];
    expect(unusedOf(rows, options)).toEqual([]);
  });

  it("months that wait for their year are not among them", () => {
    const rows = [
      ["姓名", "2月", "1月", "12月", "评语"],
      ["钱一", 70, 71, 72, "好"],
    ];
    expect(unusedOf(rows)).toEqual(["4 评语"]);
  });
});

describe("a roster beside scores of one month", () => {
  it("tells of its people although it has no month", () => {
    const grid = kept(
      [
        ["工号", "姓名", "级别", "入职日期"],
        ["A1", "钱一", "初级客服", "2024-01-02"],
      ],
      "花名册",
    );
    const found = findCompanion(grid, productOptions, OCTOBER.month);
    expect(found?.fields).toEqual(["level", "hired"]);
  });
});
