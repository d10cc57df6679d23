import { describe, expect, it } from "vitest";
import { findMonthIn, readSheets } from "../../src/scoresheet";
import type { LayoutOptions, MonthlyField, Quantity, SheetLayout } from "../../src/scoresheet";
import type { Cell } from "../../src/grid";
import { columnLetters } from "../../src/grid";
import { formatMonth } from "../../src/units";
import { brief, briefMonth, gridOf, layoutOf, limits, noLayoutOf } from "./setup";
import { month } from "../setup/ledger";

type Rows = readonly (readonly Cell[])[];

/** "score C=2025-03 D=2025-04 | sales E=2025-03": the columns of each field by month. */
function blocks(layout: SheetLayout): string {
  const all: [MonthlyField, SheetLayout["months"]][] = [
    ["score", layout.months],
    ...Object.entries(layout.blocks).map(
      ([field, columns]) =>
        [field as MonthlyField, columns] as [MonthlyField, SheetLayout["months"]],
    ),
  ];
  return all
    .filter(([, columns]) => columns.length > 0)
    .map(
      ([field, columns]) =>
        `${field} ${columns.map((found) => `${columnLetters(found.column)}=${formatMonth(found.month)}`).join(" ")}`,
    )
    .join(" | ");
}

/** A score in points, as `brief` tells other quantities. */
const points = (quantity: Quantity<number>) =>
  brief(quantity.kind === "value" ? { ...quantity, value: quantity.value / 1_000_000 } : quantity);

const of = (rows: Rows, more: Partial<LayoutOptions> = {}) => layoutOf(gridOf(rows), more);
const person = (...cells: readonly Cell[]): Cell[] => ["A01", "王芳", ...cells];

describe("several blocks side by side", () => {
  const table: readonly { what: string; rows: Rows; expected: string; first?: number }[] = [
    {
      what: "a month over score and sales, merged over both",
      rows: [
        ["工号", "姓名", "2025-03", "", "2025-04", ""],
        ["", "", "分数", "销售额", "分数", "销售额"],
        person(85, 30_000, 86, 31_000),
      ],
      expected: "score C=2025-03 E=2025-04 | sales D=2025-03 F=2025-04",
    },
    {
      what: "who is named in the lower row",
      rows: [
        ["", "", "2025年3月", null, "2025年4月", null],
        ["工号", "姓名", "绩效分数", "业绩", "绩效分数", "业绩"],
        person(85, 30_000, 86, 31_000),
      ],
      expected: "score C=2025-03 E=2025-04 | sales D=2025-03 F=2025-04",
    },
    {
      what: "scores and sales over their months",
      rows: [
        ["工号", "姓名", "绩效分数", "", "销售额", ""],
        ["", "", "2025-03", "2025-04", "2025-03", "2025-04"],
        person(85, 86, 30_000, 31_000),
      ],
      expected: "score C=2025-03 D=2025-04 | sales E=2025-03 F=2025-04",
    },
    {
      what: "a year over its months",
      rows: [
        ["工号", "姓名", "2024年", "", "2025年", ""],
        ["", "", "11月", "12月", "1月", "2月"],
        person(85, 86, 87, 88),
      ],
      expected: "score C=2024-11 D=2024-12 E=2025-01 F=2025-02",
    },
    {
      what: "the later year first",
      rows: [
        ["工号", "姓名", 2025, "", 2024, ""],
        ["", "", "1月", "2月", "11月", "12月"],
        person(87, 88, 85, 86),
      ],
      expected: "score E=2024-11 F=2024-12 C=2025-01 D=2025-02",
    },
    {
      what: "month and field in one heading",
      rows: [
        ["工号", "姓名", "2025年3月分数", "2025年3月销售额", "分数(2025-04)", "销售额（2025-04）"],
        person(85, 30_000, 86, 31_000),
      ],
      expected: "score C=2025-03 E=2025-04 | sales D=2025-03 F=2025-04",
      first: 1,
    },
    {
      what: "three fields a month",
      rows: [
        ["工号", "姓名", "2025-03", "", "", "2025-04", "", ""],
        ["", "", "得分", "销售额", "投诉", "得分", "销售额", "投诉"],
        person(85, 30_000, 0, 86, 31_000, 1),
      ],
      expected:
        "score C=2025-03 F=2025-04 | sales D=2025-03 G=2025-04 | complaints E=2025-03 H=2025-04",
    },
    {
      what: "one month's columns below its heading",
      rows: [["", "", "2025年3月", ""], ["工号", "姓名", "分数", "销售额"], person(85, 30_000)],
      expected: "score C=2025-03 | sales D=2025-03",
    },
    {
      what: "amounts in the second column of a month that has two",
      rows: [
        ["工号", "姓名", "2025-03", "2025-04", "2025-03", "2025-04"],
        person(85, 86, 30_000, 31_000),
        person(75, 76, 20_000, 0),
      ],
      expected: "score C=2025-03 D=2025-04 | sales E=2025-03 F=2025-04",
      first: 1,
    },
  ];
  it.each(table)("$what", ({ rows, expected, first = 2 }) => {
    const layout = of(rows);
    expect(blocks(layout)).toBe(expected);
    expect(layout.problems).toEqual([]);
    expect(layout.kind).toBe("wide");
    expect(layout.firstRow).toBe(first);
  });

  it("reads what stands beside a score into the month's record", () => {
    const rows: Rows = [
      ["工号", "姓名", "2025-03", "", "2025-04", ""],
      ["", "", "分数", "销售额", "分数", "销售额"],
      person(85, "30,000元", null, 31_000),
      ["A02", "李娜", null, null, 70, null],
    ];
    const grid = gridOf(rows);
    const { records } = readSheets({ grid, layout: layoutOf(grid) }, {}, { limits });
    expect(
      records.map(({ name, month: when, score, sales }) =>
        [name.text, briefMonth(when.quantity), points(score.quantity), brief(sales.quantity)].join(
          " ",
        ),
      ),
    ).toEqual([
      "王芳 2025-03 85 3000000 unit",
      "王芳 2025-04 blank 3100000",
      "李娜 2025-04 70 blank",
    ]);
  });

  it("asks for one year, whatever the number of blocks that lack it", () => {
    const rows: Rows = [
      ["工号", "姓名", "绩效分数", "", "销售额", ""],
      ["", "", "12月", "1月", "12月", "1月"],
      person(85, 86, 30_000, 31_000),
    ];
    expect(of(rows).problems.map(({ code }) => code)).toEqual(["monthWithoutYear"]);
    expect(blocks(of(rows, { year: 2024 }))).toBe(
      "score C=2024-12 D=2025-01 | sales E=2024-12 F=2025-01",
    );
  });
});

describe("what two rows are not", () => {
  it("a header and the first person below it", () => {
    const layout = of([
      ["工号", "姓名", "月份", "级别", "分数", "销售额"],
      ["", "", "2025-03", "初级", 85, 45_000],
      person("2025-04", "初级", 86, 45_100),
    ]);
    expect(layout).toMatchObject({ kind: "long", headerRow: 0, firstRow: 1, twoHeaderRows: false });
  });

  it("a title above the header of a long sheet", () => {
    const layout = of([
      ["2025年3月成绩表"],
      ["工号", "姓名", "月份", "分数"],
      person("2025-03", 85),
    ]);
    expect(layout).toMatchObject({ kind: "long", headerRow: 1, twoHeaderRows: false });
  });

  it("groups of columns over a complete long header", () => {
    const layout = of([
      ["基本信息", "", "", "绩效", "", ""],
      ["工号", "姓名", "月份", "级别", "分数", "销售额"],
      person("2025-03", "初级", 85, 30_000),
    ]);
    expect(layout).toMatchObject({ kind: "long", headerRow: 1 });
    expect(layout.columns.score?.column).toBe(4);
  });

  it("sales alone, in however many blocks", () => {
    noLayoutOf(
      gridOf([
        ["工号", "姓名", "2025-03", "2025-04"],
        ["", "", "销售额", "销售额"],
        person(30_000, 31_000),
      ]),
    );
  });
});

describe("headings that reach over two rows of a long sheet", () => {
  it("stand beside those that are split", () => {
    const layout = of([
      ["工号", "姓名", "月份", "级别", "考核", ""],
      ["", "", "", "", "绩效分数", "销售额"],
      person("2025-03", "初级", 85, 30_000),
    ]);
    expect(layout).toMatchObject({ kind: "long", headerRow: 1, firstRow: 2 });
    expect(layout.columns).toMatchObject({ month: { column: 2 }, score: { column: 4 } });
  });
});

describe("a sheet whose name is its month", () => {
  const rows: Rows = [["工号", "姓名", "分数", "销售额"], person(85, 30_000)];

  it("needs no month column", () => {
    const layout = of(rows, {
      sheetMonth: { month: month("2025-03"), text: "2025-03", why: "tab" },
    });
    expect(layout).toMatchObject({ kind: "long", problems: [] });
    const grid = gridOf(rows);
    const { records } = readSheets({ grid, layout }, {}, { limits });
    expect(records[0] && briefMonth(records[0].month.quantity)).toBe("2025-03");
    expect(records[0]?.month.cell).toBeNull();
  });

  it("asks for the year that its name lacks", () => {
    const layout = of(rows, { sheetMonth: { month: null, text: "3月", why: "tab" } });
    expect(layout.problems).toEqual([
      { code: "monthWithoutYear", column: null, row: 0, heading: "3月" },
    ]);
  });

  it("gives way to a month column", () => {
    const layout = of([["工号", "姓名", "月份", "分数"], person("2025-04", 85)], {
      sheetMonth: { month: month("2025-03"), text: "2025-03", why: "tab" },
    });
    expect(layout.sheetMonth).toBeNull();
    expect(layout.columns.month?.column).toBe(2);
  });

  it.each([
    ["3月", { kind: "monthNumber", number: 3 }],
    ["2025-03", { kind: "month", month: month("2025-03") }],
    ["202503", { kind: "month", month: month("2025-03") }],
    ["2025年3月绩效考核", { kind: "month", month: month("2025-03") }],
    ["客服部2025.3", { kind: "month", month: month("2025-03") }],
    ["十二月成绩", { kind: "monthNumber", number: 12 }],
    ["成绩", undefined],
    ["1月-3月", undefined],
    ["2025年", undefined],
    ["13月", { kind: "unreadable" }],
  ] as const)("%s", (name, says) => {
    expect(findMonthIn(name)).toEqual(says);
  });
});

describe("earlier scores from another sheet", () => {
  const header = ["工号", "姓名", "月份", "级别", "绩效分数"];
  const read = (history: Rows, main: Rows) => {
    const grids = [history, main].map((rows, index) => ({
      ...gridOf([header, ...rows]),
      sheet: { id: `{${index}}`, name: index === 0 ? "历史成绩" : "成绩" },
    }));
    const [earlier, own] = grids.map((grid) => ({ grid, layout: layoutOf(grid) }));
    if (earlier === undefined || own === undefined) throw new Error("No sheets");
    const sheet = readSheets(own, { history: earlier }, { limits });
    return sheet.people.map(
      ({ name, cell, records }) =>
        `${name}@${cell.sheet.name} ${records
          .map(
            ({ month: when, score }) =>
              `${briefMonth(when.quantity)}=${points(score.quantity)}@${score.cell?.sheet.name ?? ""}`,
          )
          .join(" ")}`,
    );
  };

  it("stand before those of the sheet, which points at the person", () => {
    expect(read([person("2025-02", "初级", 80)], [person("2025-03", "初级", 85)])).toEqual([
      "王芳@成绩 2025-02=80@历史成绩 2025-03=85@成绩",
    ]);
  });

  it("give way where the sheet says the same of a month", () => {
    expect(read([person("2025-03", "初级", 85)], [person("2025-03", "初级", "85分")])).toEqual([
      "王芳@成绩 2025-03=85 unit@成绩",
    ]);
  });

  it("fill a month that the sheet leaves blank", () => {
    expect(read([person("2025-03", "初级", 85)], [person("2025-03", "初级", null)])).toEqual([
      "王芳@成绩 2025-03=85@历史成绩",
    ]);
  });

  it("stay beside another score of the month", () => {
    expect(read([person("2025-03", "初级", 80)], [person("2025-03", "初级", 85)])).toEqual([
      "王芳@成绩 2025-03=80@历史成绩 2025-03=85@成绩",
    ]);
  });

  it("of somebody else are somebody else's", () => {
    expect(read([["A09", "张三", "2025-02", "初级", 80]], [person("2025-03", "初级", 85)])).toEqual(
      ["张三@历史成绩 2025-02=80@历史成绩", "王芳@成绩 2025-03=85@成绩"],
    );
  });
});
