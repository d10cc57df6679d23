import { describe, expect, it } from "vitest";
import { readDate, readMonth, readMonthHeading, readSheetMonth } from "../../src/scoresheet";
import type { Cell } from "../../src/grid";
import { formatMonth } from "../../src/units";
import { briefMonth } from "./setup";

describe("readMonth", () => {
  it.each<[Cell, string]>([
    [202_503, "2025-03"],
    [45_717, "2025-03"],
    [45_747.75, "2025-03"],
    [3, "1900-01"],
    ["2025年3月", "2025-03"],
    ["2025年03月份", "2025-03"],
    ["2025年三月", "2025-03"],
    ["2025年十二月", "2025-12"],
    ["2025年一月", "2025-01"],
    ["25年3月", "2025-03"],
    ["25年3月15日", "2025-03"],
    ["2025-03", "2025-03"],
    ["2025-3", "2025-03"],
    ["2025–03", "2025-03"],
    ["2025–3", "2025-03"],
    ["2025/3", "2025-03"],
    ["2025.03", "2025-03"],
    ["202503", "2025-03"],
    ["２０２５年３月", "2025-03"],
    [" 2025 年 3 月 ", "2025-03"],
    ["Mar 2025", "2025-03"],
    ["March 2025", "2025-03"],
    ["2025 Mar", "2025-03"],
    ["Sept. 2025", "2025-09"],
    ["2025-03-15", "2025-03"],
    ["2025/3/15", "2025-03"],
    ["2025.3.15", "2025-03"],
    ["2025年3月15日", "2025-03"],
    ["2024-02-29", "2024-02"],
    ["2025-03-15 00:00:00", "2025-03"],
    ["2025/3/15 8:30", "2025-03"],
    [" 2025-03-15 00:00:00 ", "2025-03"],
    ["2025-03-15T08:30:00.5", "2025-03"],
    ["2025-03  月", "2025-03"],
    ["1900-01", "1900-01"],
    ["2099-12", "2099-12"],
  ])("reads %j", (cell, expected) => {
    expect(briefMonth(readMonth(cell))).toBe(expected);
    expect(briefMonth(readMonth(cell))).toBe(expected);
  });

  it.each<[Cell, string]>([
    [0, "blank"],
    [null, "blank"],
    ["", "blank"],
    [" 　 ", "blank"],
    ["3月", "monthWithoutYear"],
    ["三月", "monthWithoutYear"],
    ["1月", "monthWithoutYear"],
    ["Mar", "monthWithoutYear"],
    ["March", "monthWithoutYear"],
    ["12月份", "monthWithoutYear"],
    ["2025-13", "unreadableMonth"],
    ["2025-00", "unreadableMonth"],
    ["2025年13月", "unreadableMonth"],
    ["13月", "unreadableMonth"],
    ["0月", "unreadableMonth"],
    ["十三月", "unreadableMonth"],
    ["十二三月", "unreadableMonth"],
    ["十十月", "unreadableMonth"],
    ["2025年二二二月", "unreadableMonth"],
    ["2025 Mar 2025", "unreadableMonth"],
    ["Marz 2025", "unreadableMonth"],
    ["202513", "unreadableMonth"],
    ["2025-02-29", "unreadableMonth"],
    ["2025-04-31", "unreadableMonth"],
    ["2025-03-00", "unreadableMonth"],
    ["1899-12", "unreadableMonth"],
    ["2100-01", "unreadableMonth"],
    ["2025", "unreadableMonth"],
    ["2025年", "unreadableMonth"],
    ["03/2025", "unreadableMonth"],
    ["1-3月", "unreadableMonth"],
    ["2025 Mar 2025", "unreadableMonth"],
    ["Marchy 2025", "unreadableMonth"],
    ["三月份绩效", "unreadableMonth"],
    ["—", "unreadableMonth"],
    ["45717", "unreadableMonth"],
    [-1, "unreadableMonth"],
    [20_250_315, "unreadableMonth"],
    [NaN, "unreadableMonth"],
    [true, "boolean"],
    [{ error: "#VALUE!" }, "#VALUE!"],
    ["#N/A", "#N/A"],
  ])("does not read %j", (cell, expected) => {
    expect(briefMonth(readMonth(cell))).toBe(expected);
  });

  it("tells full width from plain text", () => {
    expect(readMonth("2025-03")).toMatchObject({ cleaned: null });
    expect(readMonth("２０２５-03")).toMatchObject({ cleaned: "fullWidth" });
  });
});

describe("readSheetMonth", () => {
  it.each<[Cell, string]>([
    [45_717, "2025-03"],
    [209_912, "2099-12"],
    [73_050, "2099-12"],
    [73_051, "unreadableMonth"],
    [18_264, "1950-01"],
    [18_263, "unreadableMonth"],
    [3, "unreadableMonth"],
    [2025.03, "unreadableMonth"],
    [2025, "unreadableMonth"],
    [202_513, "unreadableMonth"],
    [0, "blank"],
    ["3月", "monthWithoutYear"],
  ])("takes %j for no day of another century", (cell, expected) => {
    expect(briefMonth(readSheetMonth(cell))).toBe(expected);
  });
});

describe("readDate", () => {
  it.each<[Cell, string, number | null]>([
    [45_731, "2025-03", 15],
    [202_503, "2025-03", null],
    [20_250_315, "2025-03", 15],
    ["20250315", "2025-03", 15],
    [" 20250315 ", "2025-03", 15],
    ["2025-03-15", "2025-03", 15],
    ["2025年3月1日", "2025-03", 1],
    ["2025-03", "2025-03", null],
    ["20250230", "unreadableMonth", null],
    [20_251_301, "unreadableMonth", null],
    ["去年", "unreadableMonth", null],
    [0, "blank", null],
    [null, "blank", null],
    [true, "boolean", null],
    [{ error: "#N/A" }, "#N/A", null],
  ])("reads %j", (cell, expected, day) => {
    const date = readDate(cell);
    expect(briefMonth(date.month)).toBe(expected);
    expect(date.day).toBe(day);
  });
});

describe("readMonthHeading", () => {
  function briefHeading(cell: Cell): string | number | undefined {
    const heading = readMonthHeading(cell);
    if (heading === undefined) return undefined;
    if (heading.kind === "month") return formatMonth(heading.month);
    return heading.kind === "monthNumber" ? heading.number : heading.kind;
  }

  it.each<[Cell, string | number]>([
    ["2025年3月", "2025-03"],
    ["２０２５－０３", "2025-03"],
    [202_503, "2025-03"],
    [45_717, "2025-03"],
    ["2025-03-01", "2025-03"],
    ["3月", 3],
    ["3 月份", 3],
    ["３月", 3],
    ["十月", 10],
    ["十一月", 11],
    ["十二月", 12],
    ["May", 5],
    ["SEP", 9],
    ["13月", "unreadable"],
    ["2025-13", "unreadable"],
    ["202513", "unreadable"],
    [202_513, "unreadable"],
    [2025.03, "unreadable"],
    ["2025年0月", "unreadable"],
  ])("reads %j", (cell, expected) => {
    expect(briefHeading(cell)).toBe(expected);
  });

  it.each<Cell>([
    "平均",
    "KPI",
    "Total 2025",
    "合计",
    "备注",
    "月",
    "月份",
    "2025年",
    "100123",
    "第3月",
    "",
    null,
    true,
  ])("sees no month in %j", (cell) => {
    expect(briefHeading(cell)).toBeUndefined();
  });

  it.each<Cell>([85, 3, 12, 2025, 30_000, 100_000, "#REF!", { error: "#REF!" }])(
    "sees no month in %j, though a serial could be one",
    (cell) => {
      expect(briefHeading(cell)).toBeUndefined();
    },
  );
});
