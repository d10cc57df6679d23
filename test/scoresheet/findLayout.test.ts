import { describe, expect, it } from "vitest";
import { explainLayout, findLayout, hasRequiredColumns, SHEET_FIELDS } from "../../src/scoresheet";
import type { LayoutProblem, SheetLayout } from "../../src/scoresheet";
import type { Cell } from "../../src/grid";
import { formatMonth } from "../../src/units";
import { gridOf, headings, layoutOf, noLayoutOf, options } from "./setup";

/** "field@column why" for each column found. */
function columnsOf(layout: SheetLayout): string[] {
  return SHEET_FIELDS.flatMap((field) => {
    const found = layout.columns[field];
    return found === undefined ? [] : [`${field}@${found.column} ${found.why}`];
  });
}

function monthsOf(layout: SheetLayout): string[] {
  return layout.months.map(({ column, month }) => `${formatMonth(month)}@${column}`);
}

function codesOf(problems: readonly LayoutProblem[]): string[] {
  return problems.map((problem) => {
    switch (problem.code) {
      case "columnMissing":
        return `${problem.code} ${problem.field}`;
      case "columnTwice":
        return `${problem.code} ${problem.field} ${problem.columns.map(({ column }) => column).join()}`;
      case "monthTwice":
        return `${problem.code} ${problem.column} as ${problem.firstColumn}`;
      case "monthContradicts":
        return `${problem.code} ${problem.clues.map(({ source }) => source).join()}`;
      case "headerInDoubt":
        return `${problem.code} ${problem.row} or ${problem.other}`;
      case "unitInDoubt":
        return `${problem.code} ${problem.unit.column} ${problem.unit.factor}`;
      case "gradesUnknown":
        return `${problem.code} ${problem.column} ${problem.grades.join("")}`;
      case "monthUnreadable":
      case "monthWithoutYear":
        return `${problem.code} ${problem.column}`;
    }
  });
}

const longHeader = ["工号", "姓名", "月份", "级别", "绩效分数", "销售额"];
const longRow = ["1001", "张三", "2025-03", "初级", 85, 30_000];

describe("long sheets", () => {
  it("finds every column by its exact name", () => {
    const names = SHEET_FIELDS.map((field) => headings[field].name);
    const layout = layoutOf(gridOf([names]));
    expect(columnsOf(layout)).toEqual(SHEET_FIELDS.map((field, index) => `${field}@${index} name`));
    expect(layout).toMatchObject({ kind: "long", months: [], order: null, problems: [] });
  });

  // 岗位 and 绩效 depend on what their cells hold and have tests of their own.
  const synonyms = SHEET_FIELDS.flatMap((field) =>
    headings[field].synonyms
      .filter((word) => word !== "岗位")
      .map((word) => [field, word] as const),
  );
  it.each(synonyms)("finds %s by %s", (field, word) => {
    const header = (["name", "month", "score"] as const)
      .filter((required) => required !== field)
      .map((required) => headings[required].name);
    const layout = layoutOf(gridOf([[...header, word]]));
    expect(layout.columns[field]).toEqual({
      field,
      column: header.length,
      heading: word,
      why: "synonym",
    });
  });

  it.each([
    "绩效分数（分）",
    "绩效 分数",
    "绩效\n分数",
    "　绩效分数　",
    "*绩效分数",
    "绩效分数*",
    "绩效分数：",
    "绩效分数(百分制)：",
  ])("sees through the dress of %j", (heading) => {
    const layout = layoutOf(gridOf([["姓名", "月份", heading]]));
    expect(layout.columns.score?.column).toBe(2);
  });

  it("is not deaf to a unit that changes the amounts", () => {
    const grid = gridOf([["姓名", "月份", "绩效分数", "销售额(万元)"]]);
    const layout = layoutOf(grid);
    expect(layout.columns.sales?.column).toBe(3);
    expect(codesOf(layout.problems)).toEqual(["unitInDoubt 3 10000"]);
    expect(layout.unit).toMatchObject({ factor: 10_000, settled: false });
    const settled = layoutOf(grid, { unit: 10_000 });
    expect(settled.problems).toEqual([]);
    expect(settled.unit).toMatchObject({ factor: 10_000, settled: true });
  });

  it.each([0, 1, 5, 19])("finds the header under %i other rows", (above) => {
    const titles: Cell[][] = Array.from({ length: above }, (_, row) => [`客服部${row}`, null, 85]);
    const layout = layoutOf(
      gridOf([...titles, longHeader, longRow], { firstRow: 3, firstColumn: 2 }),
    );
    expect(layout).toMatchObject({
      headerRow: above + 3,
      firstRow: above + 4,
      lastRow: above + 4,
    });
    expect(layout.columns.score?.column).toBe(6);
  });

  it.each([
    [19, "the twentieth row, as usual"],
    [39, "the fortieth, where the first twenty hold no heading"],
  ])("looks as far as row %d + 1: %s", (above) => {
    const titles: Cell[][] = Array.from({ length: above }, () => ["说明"]);
    expect(layoutOf(gridOf([...titles, longHeader, longRow])).headerRow).toBe(above);
  });

  it("does not look below the fortieth row", () => {
    const titles: Cell[][] = Array.from({ length: 40 }, () => ["说明"]);
    expect(noLayoutOf(gridOf([...titles, longHeader, longRow])).problems).toEqual([]);
  });

  it("takes no title and no form field for a header", () => {
    const layout = layoutOf(
      gridOf([["2025年3月绩效分数表"], ["月份", "2025-03", "姓名"], longHeader, longRow]),
    );
    expect(layout.headerRow).toBe(2);
  });

  it("stops at the last filled row", () => {
    const blank: Cell[] = ["", null, " "];
    expect(layoutOf(gridOf([longHeader, longRow, blank, longRow, blank, blank])).lastRow).toBe(3);
    expect(layoutOf(gridOf([longHeader]))).toMatchObject({ firstRow: 1, lastRow: 0 });
  });
});

describe("rivals for one field", () => {
  it.each<[string, readonly Cell[], string]>([
    [
      "the exact name beats a synonym before it",
      ["姓名", "月份", "得分", "绩效分数"],
      "score@3 name",
    ],
    [
      "an earlier synonym beats a later one before it",
      ["姓名", "月份", "分数", "考核得分"],
      "score@3 synonym",
    ],
    ["绩效 is the last choice", ["姓名", "月份", "绩效", "分数"], "score@3 synonym"],
    [
      "the exact name stands though 岗位 follows",
      ["姓名", "月份", "分数", "级别", "岗位"],
      "level@3 name",
    ],
  ])("%s", (_, header, expected) => {
    const layout = layoutOf(gridOf([header]));
    expect(columnsOf(layout)).toContain(expected);
    expect(layout.problems).toEqual([]);
  });

  it.each<[string, readonly Cell[], readonly string[]]>([
    ["two exact names", ["姓名", "月份", "绩效分数", "绩效分数"], ["columnTwice score 2,3"]],
    ["one synonym twice", ["姓名", "月份", "得分", "得分（分）"], ["columnTwice score 2,3"]],
    ["two names of people", ["姓名", "月份", "分数", "姓名"], ["columnTwice name 0,3"]],
    ["a tie below the best", ["姓名", "月份", "得分", "得分", "绩效分数"], []],
    ["notes, which nobody reads", ["姓名", "月份", "分数", "备注", "备注"], []],
  ])("ties: %s", (_, header, expected) => {
    expect(codesOf(layoutOf(gridOf([header])).problems)).toEqual(expected);
  });

  it.each<[string, readonly Cell[], number | undefined]>([
    ["all are levels", ["初级", "中级客服", "高级客服"], 3],
    ["most are levels", ["初级", "中级", "客服"], 3],
    ["half are levels", ["初级", "客服"], undefined],
    ["blanks do not count", ["初级", "", null, " "], 3],
    ["none is a level", ["售前客服", "售后客服"], undefined],
    ["nothing to go by", [null, ""], undefined],
  ])("岗位 as the level: %s", (_, cells, expected) => {
    const rows = cells.map((cell): Cell[] => ["张三", "2025-03", 85, cell]);
    const layout = layoutOf(gridOf([["姓名", "月份", "分数", "岗位"], ...rows]));
    expect(layout.columns.level?.column).toBe(expected);
    if (expected !== undefined) expect(layout.columns.level?.why).toBe("content");
  });

  it("gives 岗位级别 its place back where 岗位 holds jobs", () => {
    const layout = layoutOf(
      gridOf([
        ["姓名", "月份", "分数", "岗位", "岗位级别"],
        ["张三", "2025-03", 85, "售前客服", "初级"],
      ]),
    );
    expect(layout.columns.level?.column).toBe(4);
  });

  it.each<[string, readonly Cell[], string[], readonly Cell[]]>([
    [
      "amounts beside a score",
      ["姓名", "月份", "得分", "绩效"],
      ["score@2 synonym", "performancePaid@3 content"],
      [85, 187],
    ],
    [
      "amounts with the sign of yuan",
      ["姓名", "月份", "得分", "绩效"],
      ["score@2 synonym", "performancePaid@3 content"],
      [75, "￥82.50"],
    ],
    ["scores beside a score", ["姓名", "月份", "得分", "绩效"], ["score@2 synonym"], [85, 86]],
    ["amounts alone", ["姓名", "月份", "绩效"], ["score@2 synonym"], [187]],
    ["scores alone", ["姓名", "月份", "绩效"], ["score@2 synonym"], [87]],
    [
      "绩效 twice, once amounts",
      ["姓名", "月份", "绩效", "绩效"],
      ["score@3 synonym", "performancePaid@2 content"],
      [187, 85],
    ],
    [
      "amounts beside 绩效工资",
      ["姓名", "月份", "得分", "绩效工资", "绩效"],
      ["score@2 synonym", "performancePaid@3 name"],
      [85, 187, 187],
    ],
  ])("绩效: %s", (_, header, expected, cells) => {
    const row: Cell[] = ["张三", "2025-03", ...cells];
    const layout = layoutOf(gridOf([header, row, row]));
    expect(columnsOf(layout).slice(2)).toEqual(expected);
    expect(layout.problems).toEqual([]);
  });

  it("does not take one slip among scores for amounts", () => {
    const rows = Array.from({ length: 11 }, (_, row): Cell[] => [
      "张三",
      "2025-03",
      85,
      row === 4 ? 850 : 85,
    ]);
    const layout = layoutOf(gridOf([["姓名", "月份", "得分", "绩效"], ...rows]));
    expect(layout.columns.performancePaid).toBeUndefined();
  });
});

describe("required columns", () => {
  it.each<[string, readonly Cell[], string]>([
    ["the score", ["工号", "姓名", "月份", "KPI"], "columnMissing score"],
    [
      "the score beside sales and pay",
      ["姓名", "月份", "KPI", "销售额", "底薪", "提成"],
      "columnMissing score",
    ],
    ["the month", ["姓名", "绩效分数"], "columnMissing month"],
    ["whom", ["旺旺名", "月份", "绩效分数"], "columnMissing name"],
  ])("lacks %s", (_, header, expected) => {
    const layout = layoutOf(gridOf([["title"], header]));
    expect(codesOf(layout.problems)).toEqual([expected]);
    expect(layout.problems[0]).toMatchObject({ row: 1 });
    expect(hasRequiredColumns(layout)).toBe(false);
  });

  it("lacks whom in a wide sheet", () => {
    const layout = layoutOf(gridOf([["级别", "2025-01", "2025-02"]]));
    expect(layout.kind).toBe("wide");
    expect(codesOf(layout.problems)).toEqual(["columnMissing name"]);
  });

  it("is content with 工号 or 姓名 alone", () => {
    for (const who of ["工号", "姓名"])
      expect(hasRequiredColumns(layoutOf(gridOf([[who, "月份", "分数"]])))).toBe(true);
  });

  it("prefers the row that has them all, wherever it stands", () => {
    const layout = layoutOf(
      gridOf([
        ["姓名", "月份", "级别", "销售额", "备注"],
        ["姓名", "月份", "分数"],
      ]),
    );
    expect(layout.headerRow).toBe(1);
    expect(layout.problems).toEqual([]);
  });

  it.each<[string, readonly (readonly Cell[])[], readonly string[]]>([
    ["nothing", [], []],
    ["blank cells", [[null, ""], [" "]], []],
    ["a note", [["姓名"], ["张三"]], []],
    [
      "a summary",
      [
        ["姓名", "级别", "结论"],
        ["张三", "初级", "成绩达标"],
      ],
      ["columnMissing month", "columnMissing score"],
    ],
    [
      "a payroll",
      [["姓名", "月份", "底薪", "提成", "绩效工资", "应发合计"]],
      ["columnMissing score"],
    ],
    [
      "sales by month",
      [
        ["姓名", "1月", "2月"],
        ["张三", 45_000, 38_000],
        ["李四", 20_000, ""],
      ],
      [],
    ],
    ["attendance by day", [["姓名", "2025-03-01", "2025-03-02", "2025-03-03", "2025-03-04"]], []],
    [
      "data without a header",
      [
        ["1001", "张三", 45_717, "初级", 85],
        ["1002", "李四", 45_717, "初级", 45_658],
      ],
      [],
    ],
    [
      "ranks",
      [
        ["姓名", 1, 2, 3],
        ["张三", 85, 86, 87],
      ],
      [],
    ],
  ])("is no score sheet: %s", (_, rows, expected) => {
    expect(codesOf(noLayoutOf(gridOf(rows)).problems)).toEqual(expected);
  });
});

describe("wide sheets", () => {
  it.each<[string, readonly Cell[], readonly string[]]>([
    ["full texts", ["2025年1月", "2025年2月"], ["2025-01@2", "2025-02@3"]],
    ["dashes", ["2025-01", "2025-02"], ["2025-01@2", "2025-02@3"]],
    ["slashes", ["2025/1", "2025/02"], ["2025-01@2", "2025-02@3"]],
    ["dots as text", ["2025.01", "2025.2"], ["2025-01@2", "2025-02@3"]],
    ["six digits", [202_501, "202502"], ["2025-01@2", "2025-02@3"]],
    ["serials", [45_658, 45_689], ["2025-01@2", "2025-02@3"]],
    ["full width", ["２０２５年１月", "２０２５－０２"], ["2025-01@2", "2025-02@3"]],
    ["English", ["Jan 2025", "February 2025"], ["2025-01@2", "2025-02@3"]],
    ["one month", ["2025年3月"], ["2025-03@2"]],
    ["newest first", ["2025-02", "2025-01", "2024-12"], ["2024-12@4", "2025-01@3", "2025-02@2"]],
    [
      "others between",
      ["2025-01", "平均", "2025-02", "合计", null, "2025-03", "备注"],
      ["2025-01@2", "2025-02@4", "2025-03@7"],
    ],
  ])("reads month headers: %s", (_, months, expected) => {
    const layout = layoutOf(gridOf([["工号", "姓名", ...months]]));
    expect(layout.kind).toBe("wide");
    expect(monthsOf(layout)).toEqual(expected);
    expect(layout.problems).toEqual([]);
  });

  it.each<[readonly Cell[], SheetLayout["order"]]>([
    [["2025-01", "2025-02", "2025-04"], "rising"],
    [["2025-04", "2025-02", "2025-01"], "falling"],
    [["2025-01", "2025-04", "2025-02"], "mixed"],
    [["2025-01", "2025-01", "2025-02"], "rising"],
  ])("states the order of %j", (months, order) => {
    expect(layoutOf(gridOf([["姓名", ...months]])).order).toBe(order);
  });

  it("finds the other columns of a person", () => {
    const layout = layoutOf(
      gridOf([["工号", "姓名", "级别", "入职日期", "2025-01", "2025-02", "备注"]]),
    );
    expect(columnsOf(layout)).toEqual([
      "employeeId@0 name",
      "name@1 name",
      "level@2 name",
      "hired@3 name",
      "note@6 name",
    ]);
  });

  it.each<[string, readonly Cell[], readonly string[], readonly string[]]>([
    [
      "no such month",
      ["2025-01", "2025-13", "2025-02"],
      ["2025-01@1", "2025-02@3"],
      ["monthUnreadable 2"],
    ],
    [
      "thirteenth month",
      ["2025年1月", "2025年2月", "13月"],
      ["2025-01@1", "2025-02@2"],
      ["monthUnreadable 3"],
    ],
    [
      "an error between",
      ["2025-01", "#REF!", "2025-03"],
      ["2025-01@1", "2025-03@3"],
      ["monthUnreadable 2"],
    ],
    ["an error behind", ["2025-01", "2025-02", { error: "#REF!" }], ["2025-01@1", "2025-02@2"], []],
    ["all typed as numbers", [2025.01, 2025.02], [], ["monthUnreadable 1", "monthUnreadable 2"]],
    [
      "the same month twice",
      ["2025-01", "2025年1月", "2025-02"],
      ["2025-01@1", "2025-02@3"],
      ["monthTwice 2 as 1"],
    ],
    ["nothing but one month twice", ["2025-01", "2025-01"], ["2025-01@1"], ["monthTwice 2 as 1"]],
  ])("reports headers: %s", (_, months, expected, problems) => {
    const layout = layoutOf(gridOf([["姓名", ...months]]));
    expect(monthsOf(layout)).toEqual(expected);
    expect(codesOf(layout.problems)).toEqual(problems);
  });

  it("goes by a few slips for scores, by amounts throughout for sales", () => {
    const header = ["姓名", "2025-01", "2025-02"];
    expect(layoutOf(gridOf([header, ["张三", 850, 105], ["李四", 85, 10_000]])).kind).toBe("wide");
    expect(
      noLayoutOf(gridOf([header, ["张三", 8500, 10_500], ["李四", 85, 10_000]])).problems,
    ).toEqual([]);
  });
});

describe("months without a year", () => {
  it.each<Cell[]>([
    ["3月", "4月", "5月"],
    ["三月", "四月"],
    ["Mar", "Apr"],
    ["3月", "2025年4月", "2025年5月"],
  ])("ask once, at the first: %s, %s", (...months) => {
    const layout = layoutOf(gridOf([["title"], ["姓名", ...months]]));
    expect(layout.months).toEqual([]);
    expect(layout.order).toBeNull();
    expect(layout.problems).toEqual([
      { code: "monthWithoutYear", column: 1, row: 1, heading: months[0] },
    ]);
  });

  it.each<[string, readonly Cell[], number | undefined, string]>([
    ["within a year", ["3月", "4月", "5月"], 2025, "2025-03 2025-04 2025-05"],
    [
      "rising over the turn",
      ["11月", "12月", "1月", "2月"],
      2024,
      "2024-11 2024-12 2025-01 2025-02",
    ],
    [
      "rising over two turns",
      ["7月", "12月", "6月", "12月", "1月"],
      2023,
      "2023-07 2023-12 2024-06 2024-12 2025-01",
    ],
    [
      "falling over the turn",
      ["2月", "1月", "12月", "11月"],
      2025,
      "2025-02 2025-01 2024-12 2024-11",
    ],
    ["falling within a year", ["5月", "4月", "3月"], 2025, "2025-05 2025-04 2025-03"],
    ["two months over the turn", ["12月", "1月"], 2024, "2024-12 2025-01"],
    ["two months back over the turn", ["1月", "12月"], 2025, "2025-01 2024-12"],
    ["halves back over the turn", ["1月", "12月", "6月"], 2025, "2025-01 2024-12 2024-06"],
    ["a gap in rising order", ["1月", "9月", "10月"], 2025, "2025-01 2025-09 2025-10"],
    [
      "quarters over the turn",
      ["4月", "8月", "12月", "4月"],
      2024,
      "2024-04 2024-08 2024-12 2025-04",
    ],
    ["one out of place", ["1月", "3月", "2月", "4月"], 2025, "2025-01 2025-03 2025-02 2025-04"],
    ["Chinese and English", ["十二月", "Jan"], 2024, "2024-12 2025-01"],
    [
      "a year at the first says all",
      ["2024年11月", "12月", "1月"],
      undefined,
      "2024-11 2024-12 2025-01",
    ],
    [
      "a year later on is taken over",
      ["11月", "2024年12月", "1月"],
      2024,
      "2024-11 2024-12 2025-01",
    ],
    ["one month", ["3月"], 2025, "2025-03"],
  ])("take theirs from the first: %s", (_, months, year, expected) => {
    const layout = layoutOf(gridOf([["姓名", ...months]]), year === undefined ? {} : { year });
    const byColumn = [...layout.months].sort((a, b) => a.column - b.column);
    expect(byColumn.map((found) => formatMonth(found.month)).join(" ")).toBe(expected);
    expect(layout.problems).toEqual([]);
  });

  it("are the same month where the same stands twice", () => {
    const layout = layoutOf(gridOf([["姓名", "3月", "3月", "4月"]]), { year: 2025 });
    expect(monthsOf(layout)).toEqual(["2025-03@1", "2025-04@3"]);
    expect(codesOf(layout.problems)).toEqual(["monthTwice 2 as 1"]);
  });

  it("are asked for beside other problems", () => {
    const layout = layoutOf(gridOf([["姓名", "13月", "3月", "4月"]]));
    expect(codesOf(layout.problems)).toEqual(["monthUnreadable 1", "monthWithoutYear 2"]);
  });
});

describe("headings of HR's own", () => {
  it("are taken as they come, an exact name of one field before a synonym of another", () => {
    const own = {
      ...headings,
      score: { name: "KPI", synonyms: ["业绩"] },
      sales: { name: "业绩", synonyms: [] },
    };
    const found = findLayout(gridOf([["姓名", "月份", "KPI", "业绩"]]), {
      ...options,
      headings: own,
    });
    if (found.kind === "none") throw new Error("no layout");
    expect(columnsOf(found)).toEqual([
      "name@0 name",
      "month@1 name",
      "score@2 name",
      "sales@3 name",
    ]);
  });
});

describe("why a layout is what it is", () => {
  it("is told of each heading that was weighed, the best first", () => {
    const grid = gridOf([
      ["姓名", "月份", "绩效分数"],
      ["林晓", "2025-03", 95],
      [],
      ["姓名", "月份", "级别", "绩效分数", "销售额"],
      ["林晓", "2025-03", "初级客服", 95, 30_000],
      ["周宁", "2025-03", "中级客服", 88, 40_000],
      ["吴迪", "2025-03", "高级", "八十", 50_000],
    ]);
    expect(explainLayout(grid, options)).toEqual([
      "rows 4-4, long, worth 28.0, headings 5, who 3, month 3, level 2, score 2, amount 3, contradicted 2, lacks 0",
      "rows 1-1, long, worth 11.0, headings 3, who 1, month 1, score 1, contradicted 0, lacks 0",
    ]);
    expect(layoutOf(grid).headerRow).toBe(3);
  });

  it("is nothing where no row can be a heading", () => {
    expect(explainLayout(gridOf([["林晓", 95]]), options)).toEqual([]);
  });
});
