import { describe, expect, it } from "vitest";
import type { LayoutOptions, SheetField, SheetLayout } from "../../src/scoresheet";
import type { Cell } from "../../src/grid";
import { columnLetters } from "../../src/grid";
import { layoutKept, partOf, readKept, toldOf, type Rows } from "./asKept";

const codes = ({ problems }: SheetLayout): string[] => problems.map(({ code }) => code);

function read(rows: Rows, more: Partial<LayoutOptions> = {}, name = "Sheet1"): string[] {
  return toldOf(readKept(partOf(rows, more, name)));
}

/** "level D, sales E": the columns found, by field. */
function columns(layout: SheetLayout, ...fields: SheetField[]): string {
  return fields
    .map((field) => {
      const found = layout.columns[field];
      return `${field} ${found === undefined ? "-" : columnLetters(found.column)}`;
    })
    .join(", ");
}

describe("a number beside a heading is an amount", () => {
  const heading = ["姓名", "月份", "绩效分数", "销售额"];
  const row: Cell[] = ["钱一", "2025-06", 70, 30_000];

  it.each<[string, Rows]>([
    ["a target above", [["目标", null, null, 50_000], heading, row]],
    ["a total above", [["合计", null, 70, 47_000], heading, row]],
    ["a total right below", [heading, ["合计", null, null, 47_000], row]],
    ["a target that is a whole month", [["目标", null, null, 45_658], heading, row]],
    ["a target that looks like 2000-01", [["目标", null, null, 200_001], heading, row]],
    ["two totals", [["合计", null, 45_658, 45_689], heading, row]],
  ])("%s", (_, rows) => {
    expect(read(rows)).toEqual(["钱一 2025-06 70 30,000.00"]);
  });

  // The ends of the two ranges in which a number could be a month, and their neighbours.
  it.each([32_873, 32_874, 50_000, 50_000.5, 73_050, 73_051, 189_999, 190_000, 199_101, 209_999])(
    "%d above the sales",
    (amount) => {
      expect(read([["目标", null, null, amount], heading, row])).toEqual([
        "钱一 2025-06 70 30,000.00",
      ]);
      expect(read([heading, ["", "", "", amount], row])).toContain("钱一 2025-06 70 30,000.00");
    },
  );

  it("but a month among its like", () => {
    const layout = layoutKept([
      ["工号", "姓名", "绩效分数", null, "销售额", null],
      [null, null, 45_658, 45_689, 45_658, 45_689],
      ["A01", "王芳", 85, 86, 30_000, 31_000],
    ]);
    expect(layout.kind).toBe("wide");
    expect(layout.months.map(({ column }) => column)).toEqual([2, 3]);
    expect(layout.blocks.sales?.map(({ column }) => column)).toEqual([4, 5]);
  });
});

describe("headings printed again (工资条)", () => {
  const heading = ["工号", "姓名", "月份", "级别", "绩效分数", "销售额"];
  const people = Array.from({ length: 5 }, (_, index): Cell[] => [
    `A0${index + 1}`,
    `员工${index + 1}`,
    "2025-06",
    "初级",
    70 + index,
    40_000 + index * 1000,
  ]);
  const all = people.map((_, index) => `员工${index + 1} 2025-06 ${70 + index}`);

  it.each<[string, Rows]>([
    ["above each person", people.flatMap((row) => [heading, row])],
    ["with a blank row between", people.flatMap((row) => [heading, row, []])],
    ["on the next page", [heading, ...people.slice(0, 3), heading, ...people.slice(3)]],
    [
      "in another spacing",
      [
        heading,
        ...people.slice(0, 3),
        heading.map((word) => [...word].join(" ")),
        ...people.slice(3),
      ],
    ],
    ["under a title", [["客服部工资条"], ...people.flatMap((row) => [heading, row])]],
  ])("%s", (_, rows) => {
    expect(read(rows).map((line) => line.split(" ").slice(0, 3).join(" "))).toEqual(all);
    expect(read(rows).every((line) => /4\d,000\.00$/u.test(line))).toBe(true);
  });
});

describe("the month and its year", () => {
  const score: Rows = [
    ["姓名", "月份", "绩效分数"],
    ["钱一", "1月", 70],
    ["孙二", "2月", 71],
  ];
  const plain: Rows = [
    ["姓名", "绩效分数"],
    ["钱一", 70],
  ];
  const of = (...above: readonly (readonly Cell[])[]): Rows => [...above, ...plain];

  it.each<[string, Rows, string]>([
    [
      "年份 beside 月份",
      [
        ["姓名", "年份", "月份", "绩效分数"],
        ["钱一", 2025, 1, 70],
      ],
      "钱一 2025-01 70",
    ],
    [
      "年度 as text",
      [
        ["姓名", "年度", "月份", "绩效分数"],
        ["钱一", "2025年", "1月", 70],
      ],
      "钱一 2025-01 70",
    ],
    ["a title that names the year", [["2025年度客服绩效"], ...score], "钱一 2025-01 70"],
    ["a label that names the year", [["年度：2025"], ...score], "钱一 2025-01 70"],
    [
      "Chinese numerals",
      [["2025年度客服绩效"], ["姓名", "月份", "绩效分数"], ["钱一", "一月", 70]],
      "钱一 2025-01 70",
    ],
    [
      "a period in the cell",
      [
        ["姓名", "考核周期", "绩效分数"],
        ["钱一", "2025年1月1日—1月31日", 70],
      ],
      "钱一 2025-01 70",
    ],
    [
      "二〇二五年一月 in the cell",
      [
        ["姓名", "月份", "绩效分数"],
        ["钱一", "二〇二五年一月", 70],
      ],
      "钱一 2025-01 70",
    ],
    ["a spaced title", of(["2026 年 三 月 份 绩 效 考 核 表"]), "钱一 2026-03 70"],
    [
      "labels in one cell",
      of(["部门：客服部 · 考核月份：2026年3月 · 单位：元"]),
      "钱一 2026-03 70",
    ],
    [
      "labels in cells of their own",
      of(["部门：客服部", null, "考核月份：2026年3月"]),
      "钱一 2026-03 70",
    ],
    ["a label and its value", of(["部门：", "客服部", "所属月份：", "2026.3"]), "钱一 2026-03 70"],
    ["a label and a number", of(["所属月份", 2026.3]), "钱一 2026-03 70"],
    ["a label and a date", of(["考核月份", null, 46_082]), "钱一 2026-03 70"],
    ["a period", of(["考核周期：2026年10月1日—10月31日"]), "钱一 2026-10 70"],
    ["Chinese year", of(["二〇二六年十月客服绩效"]), "钱一 2026-10 70"],
    [
      "a label that is far right",
      of(["部门：客服部", null, null, null, null, "统计月份：2026-03"]),
      "钱一 2026-03 70",
    ],
  ])("%s", (_, rows, expected) => {
    expect(read(rows)[0]).toBe(expected);
    expect(codes(layoutKept(rows))).toEqual([]);
  });

  it("is put together from a tab and a title, and from the file", () => {
    const tab = { month: null, text: "10月绩效", why: "tab" } as const;
    const title = of(
      ["杭州某某公司客服部2026年10月份绩效考核表"],
      ["考核周期：2026年10月1日—10月31日"],
    );
    expect(read(title, { sheetMonth: tab })).toEqual(["钱一 2026-10 70"]);
    expect(codes(layoutKept(title, { sheetMonth: tab }))).toEqual([]);
    expect(read(of(["2026年度客服绩效"]), { sheetMonth: tab })).toEqual(["钱一 2026-10 70"]);
    expect(read(plain, { sheetMonth: tab, file: "2026年客服绩效" })).toEqual(["钱一 2026-10 70"]);
    expect(read(plain, { file: "客服绩效202610" })).toEqual(["钱一 2026-10 70"]);
    expect(read(score, { file: "客服绩效2025" })[0]).toBe("钱一 2025-01 70");
  });

  it.each<[string, Rows, Partial<LayoutOptions>, string]>([
    ["label and title", of(["2026年9月绩效"], ["考核月份：2026年10月"]), {}, "label,title"],
    [
      "title and tab",
      of(["2026年9月绩效"]),
      { sheetMonth: { month: null, text: "10月", why: "tab" } },
      "title,tab",
    ],
    [
      "the year of title and file",
      of(["2025年10月绩效"]),
      { file: "2026年10月绩效" },
      "title,file",
    ],
  ])("is asked where two disagree: %s", (_, rows, more, sources) => {
    const layout = layoutKept(rows, more);
    const [problem] = layout.problems;
    expect(
      problem?.code === "monthContradicts"
        ? problem.clues.map(({ source }) => source).join()
        : problem?.code,
    ).toBe(sources);
    expect(layout.sheetMonth?.month ?? null).toBeNull();
  });

  it.each<[string, Rows]>([
    ["一月内", of(["一月内投诉统计"])],
    ["连续三月", of(["连续三月绩效"])],
    ["a printed date", of(["制表日期：2026年11月2日"])],
    ["several months", of(["2026年1-10月绩效汇总"])],
  ])("is no month: %s", (_, rows) => {
    expect(() => layoutKept(rows)).not.toThrow();
    expect(codes(layoutKept(rows))).toEqual(["columnMissing"]);
  });

  it("of months over the turn of a year no single year says which is which", () => {
    const rows: Rows = [
      ["2026年度客服绩效"],
      ["姓名", "月份", "绩效分数"],
      ["钱一", "11月", 70],
      ["钱一", "12月", 71],
      ["钱一", "1月", 72],
    ];
    expect(codes(layoutKept(rows))).toEqual(["monthWithoutYear"]);
    expect(read(rows, { year: 2025 })).toEqual([
      "钱一 2025-11 70",
      "钱一 2025-12 71",
      "钱一 2026-01 72",
    ]);
  });

  it("of wide sheets: the year of the title, unless the months run over its turn", () => {
    const wide = (...months: string[]): Rows => [
      ["2026年度客服绩效"],
      ["姓名", ...months],
      ["钱一", ...months.map(() => 70)],
    ];
    expect(read(wide("1月", "2月", "3月"))).toEqual([
      "钱一 2026-01 70",
      "钱一 2026-02 70",
      "钱一 2026-03 70",
    ]);
    expect(codes(layoutKept(wide("11月", "12月", "1月")))).toEqual(["monthWithoutYear"]);
  });
});

describe("headings of two lines", () => {
  const rows: Rows = [
    ["杭州某某公司客服部2026年10月份绩效考核表"],
    ["考核周期：2026年10月1日—10月31日"],
    [
      "序号",
      "工号",
      "姓名",
      "岗位",
      "当月实际",
      "服务态度",
      "业务能力",
      "月度绩效考核",
      "客户投诉",
      "擅自离岗",
      "备注",
    ],
    [
      null,
      null,
      null,
      "等级",
      "销售额（元）",
      "25分",
      "25分",
      "考核得分",
      "（次）",
      "（次）",
      null,
    ],
    [1, "K001", "钱一", "初级客服", 30_000, 20, 22, 85, 0, 1, ""],
    [2, "K002", "孙二", "中级客服", 31_000, 21, 23, 86, 1, 0, ""],
  ];

  it("are joined, with every reason kept", () => {
    const layout = layoutKept(rows);
    expect(
      columns(layout, "employeeId", "name", "level", "sales", "score", "complaints", "leaves"),
    ).toBe("employeeId B, name C, level D, sales E, score H, complaints I, leaves J");
    expect(layout.reasons.find(({ field }) => field === "level")).toEqual({
      field: "level",
      column: 3,
      lines: ["岗位", "等级"],
      word: "岗位等级",
      how: "joined",
    });
    expect(layout.unused).toEqual([]);
    expect(layout.problems).toEqual([]);
    expect(read(rows)).toEqual(["钱一 2026-10 85 30,000.00", "孙二 2026-10 86 31,000.00"]);
  });

  it.each<[string, SheetField]>([
    ["岗位等级", "level"],
    ["当月实际销售额（元）", "sales"],
    ["客户投诉（次）", "complaints"],
    ["擅自离岗（次）", "leaves"],
    ["顾客投诉", "complaints"],
    ["买家投诉次数", "complaints"],
    ["考核分", "score"],
    ["*绩效的分数：", "score"],
    ["绩效分数（满分100分）", "score"],
    ["绩效得分(100分制)", "score"],
    ["本月考核得分", "score"],
    ["个人实际成交额", "sales"],
    ["GMV", "sales"],
    ["Score", "score"],
    ["KPI", "score"],
    ["Sales amount (CNY)", "sales"],
    ["Complaints", "complaints"],
    ["Absences from post", "leaves"],
    ["Level", "level"],
    ["Bonus", "extra"],
    ["Hire date", "hired"],
  ])("%s is %s", (heading, field) => {
    const layout = layoutKept([
      ["姓名", "月份", ...(field === "score" ? [] : ["绩效分数"]), heading],
      ["钱一", "2025-06", ...(field === "score" ? [] : [70]), field === "level" ? "Junior" : 80],
    ]);
    expect(layout.columns[field]?.heading).toBe(heading);
  });

  it.each([
    "上月得分",
    "累计销售额",
    "目标销售额",
    "提成(%)",
    "提成比例",
    "客户姓名",
    "销售额同比",
    "评语",
  ])("%s is none of ours and listed", (heading) => {
    const layout = layoutKept([
      ["姓名", "月份", "绩效分数", heading],
      ["钱一", "2025-06", 70, 80],
    ]);
    expect(layout.unused).toEqual([{ column: 3, lines: [heading] }]);
  });

  it("lists both lines of what is not understood, and no running number, note or part of a score", () => {
    const layout = layoutKept([
      ["序号", "姓名", "月份", "考核", null, "服务态度（25分）", "考勤", null, "备注"],
      [null, null, null, "得分", "评语", null, "迟到", "早退", null],
      [1, "钱一", "2025-06", 70, "好", 20, 1, 0, ""],
      [2, "孙二", "2025-06", 71, "好", 20, 1, 0, ""],
    ]);
    expect(layout.unused.map(({ lines }) => lines.join("/"))).toEqual([
      "考核/评语",
      "考勤/迟到",
      "考勤/早退",
    ]);
  });
});

describe("the table among others", () => {
  const heading = ["工号", "姓名", "月份", "级别", "绩效分数", "销售额"];
  const people = Array.from({ length: 24 }, (_, index): Cell[] => [
    `A${index}`,
    `员工${index}`,
    "2025-06",
    "初级",
    70,
    25_000,
  ]);

  it.each<[string, Rows]>([
    [
      "a ranking above",
      [
        ["本月前三名"],
        ["姓名", "月份", "绩效分数"],
        ["员工1", "2025-06", 99],
        ["员工2", "2025-06", 98],
        ["员工3", "2025-06", 97],
        [],
      ],
    ],
    ["a row that explains the headings", [["填写说明", "姓名", "绩效分数", "月份"]]],
  ])("%s", (_, above) => {
    const layout = layoutKept([...above, heading, ...people]);
    expect(layout.headerRow).toBe(above.length);
    expect(layout.problems).toEqual([]);
    expect(read([...above, heading, ...people])).toHaveLength(24);
  });

  it.each<[string, readonly Cell[], Rows]>([
    [
      "levels and salaries",
      ["级别", "底薪"],
      [
        ["试用", 2200],
        ["初级", 2200],
        ["中级", 2400],
        ["高级", 2800],
        ["储备主管", 3000],
      ],
    ],
    [
      "tiers of commission",
      ["销售额", "提成"],
      [
        [0, 0.007],
        [30_000, 0.009],
        [40_000, 0.01],
      ],
    ],
    ["salaries alone", ["岗位底薪"], [[2200], [2400], [2800]]],
  ])("a legend right of a blank column: %s", (_, words, legend) => {
    const rows = [
      [...heading, null, ...words],
      ...people.map((cells, index) => [...cells, null, ...(legend[index] ?? [])]),
    ];
    const layout = layoutKept(rows);
    expect(columns(layout, "basePaid", "commissionPaid", "sales", "level")).toBe(
      "basePaid -, commissionPaid -, sales F, level D",
    );
    expect(layout.problems).toEqual([]);
    expect(layout.apart).toEqual([
      { row: 0, firstColumn: 7, lastColumn: 6 + words.length, headings: words },
    ]);
  });

  it("columns behind a blank one that belong to the same people", () => {
    const rows = [
      [...heading, null, "额外奖励", "投诉次数"],
      ...people.map((cells, index) => [
        ...cells,
        null,
        index % 3 === 1 ? 200 : null,
        index % 5 === 2 ? 1 : null,
      ]),
    ];
    const layout = layoutKept(rows);
    expect(columns(layout, "extra", "complaints")).toBe("extra H, complaints I");
    expect(layout.apart).toEqual([]);
  });

  it("two headings of equal weight are a doubt with both", () => {
    const other = ["员工姓名", "员工编号", "年月", "职级", "考核得分", "业绩"];
    const turned = people.slice(5, 10).map(([id, name, ...rest]) => [name, id, ...rest] as Cell[]);
    const rows: Rows = [heading, ...people.slice(0, 5), [], other, ...turned];
    const layout = layoutKept(rows);
    expect(codes(layout)).toEqual(["headerInDoubt"]);
    expect(layout.problems[0]).toMatchObject({ row: 0, other: 7, headings: other });
    expect(read(rows)).toHaveLength(5);
    expect(read(rows, { chosen: { headerRow: 7, columns: new Map() } })[0]).toContain("员工5");
  });

  it("another table far below ends it and is named", () => {
    const other = ["姓名", "工号", "月份", "级别", "绩效分数", "销售额"];
    const rows: Rows = [heading, ...people, [], other, ["甲", "B1", "2025-06", "初级", 70, 1]];
    const sheet = readKept(partOf(rows));
    expect(sheet.people).toHaveLength(24);
    expect(sheet.skipped).toMatchObject([
      { row: 26, kind: "table" },
      { row: 27, kind: "table" },
    ]);
  });

  it("the same heading in other words goes on", () => {
    const other = ["员工编号", "员工姓名", "年月", "职级", "考核得分", "业绩"];
    const rows: Rows = [heading, ...people.slice(0, 5), other, ...people.slice(5, 10)];
    expect(codes(layoutKept(rows))).toEqual([]);
    expect(read(rows)).toHaveLength(10);
  });
});

describe("units and grades", () => {
  const rows = (heading: string, ...sales: Cell[]): Rows => [
    ["姓名", "月份", "绩效分数", heading],
    ...sales.map((amount, index): Cell[] => [`员工${index}`, "2025-06", 70, amount]),
  ];

  it.each<[Cell, string]>([
    [2.5, "25,000.00"],
    [2.12345, "21,234.50"],
    ["2.5", "25,000.00"],
    [0, "0.00"],
    ["25000元", "25,000.00"],
  ])("2.5 万 is 25,000 yuan, to the fen: %s", (cell, expected) => {
    expect(read(rows("销售额（万元）", cell), { unit: 10_000 })).toEqual([
      `员工0 2025-06 70 ${expected}`,
    ]);
  });

  it("are not read before HR has said the unit", () => {
    expect(read(rows("销售额（万元）", 2.5, 0, ""))).toEqual([
      "员工0 2025-06 70 unitUnknown 2.5",
      "员工1 2025-06 70 0.00",
      "员工2 2025-06 70 blank",
    ]);
  });

  it.each<[string, Rows, number]>([
    ["万元 in the heading", rows("销售额（万元）", 2.5), 10_000],
    ["千元 in the heading", rows("业绩（千元）", 25.5), 1_000],
    ["万元 above", [["单位：万元"], ...rows("销售额", 2, 3, 4)], 10_000],
    ["amounts below a hundred", rows("销售额", 2.5, 3, 4), 10_000],
    ["a unit that the amounts contradict", rows("销售额（万元）", 25_000, 31_000), 1],
    ["元 above amounts below a hundred", [["单位：元"], ...rows("销售额", 2.5, 3, 4)], 10_000],
  ])("propose one: %s", (_, sheet, factor) => {
    expect(layoutKept(sheet).unit).toMatchObject({ factor, settled: false });
    expect(layoutKept(sheet, { unit: factor }).problems).toEqual([]);
  });

  it("grades become points once HR has named them", () => {
    const graded: Rows = [
      ["姓名", "月份", "绩效"],
      ...["A", "B", "C", "B", "产假"].map((grade, index): Cell[] => [
        `员工${index}`,
        "2025-06",
        grade,
      ]),
    ];
    expect(layoutKept(graded).problems).toEqual([
      { code: "gradesUnknown", column: 2, row: 0, heading: "绩效", grades: ["A", "B", "C"] },
    ]);
    expect(read(graded)).toEqual([
      "员工0 2025-06 grade A",
      "员工1 2025-06 grade B",
      "员工2 2025-06 grade C",
      "员工3 2025-06 grade B",
      "员工4 2025-06 leave 产假",
    ]);
    expect(read(graded, { grades: { A: 95, B: 85, C: 70 } })).toEqual([
      "员工0 2025-06 95",
      "员工1 2025-06 85",
      "员工2 2025-06 70",
      "员工3 2025-06 85",
      "员工4 2025-06 leave 产假",
    ]);
    expect(layoutKept(graded, { grades: { A: 95, B: 85 } }).problems).toHaveLength(1);
  });
});
