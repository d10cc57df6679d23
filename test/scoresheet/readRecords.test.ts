import { describe, expect, it } from "vitest";
import { readRecords, readRecordsInSteps } from "../../src/scoresheet";
import type { SheetRecord } from "../../src/scoresheet";
import type { Cell } from "../../src/grid";
import { formatAddress } from "../../src/grid";
import { brief, briefMonth, gridOf, layoutOf, limits, sheetOf } from "./setup";
import { month } from "../setup/ledger";

const POINT = 1_000_000;

/** "2025-03 85@E2": a record by its month, its score in points and the score's cell. */
function briefRecord({ month, score }: SheetRecord): string {
  const { quantity } = score;
  const value = quantity.kind === "value" ? String(quantity.value / POINT) : brief(quantity);
  const at = score.cell === null ? "" : `@${formatAddress(score.cell)}`;
  return `${briefMonth(month.quantity)} ${value}${at}`;
}

describe("a long row", () => {
  const header = [
    "工号",
    "姓名",
    "月份",
    "级别",
    "绩效分数",
    "销售额",
    "额外奖励",
    "投诉次数",
    "离岗次数",
    "入职日期",
    "现级别起始月",
    "底薪",
    "提成",
    "绩效工资",
    "应发合计",
    "罚款",
  ];
  const row: Cell[] = [
    1001,
    "张 三",
    45_717,
    " 初级 ",
    "８５分",
    "￥30,000",
    200,
    1,
    0,
    45_306,
    "2024年7月",
    2200,
    270,
    "187.00",
    2857,
    "50元",
  ];

  it("gives every field with its cell, what stood there and whether it is a formula", () => {
    const sheet = sheetOf([header, row], {
      firstRow: 2,
      firstColumn: 1,
      formulas: ["3,5", "3,13"],
    });
    const [record] = sheet.records;
    if (record === undefined) throw new Error("no record");
    expect(record.row).toBe(3);
    expect(record.employeeId).toMatchObject({ text: "1001", seen: "1001" });
    expect(record.name).toMatchObject({ text: "张三", seen: "张 三" });
    expect(record.level).toMatchObject({ text: "初级", seen: " 初级 " });
    expect(briefRecord(record)).toBe("2025-03 85@F4");
    expect(record.score).toMatchObject({ seen: "８５分", formula: true });
    expect(record.month).toMatchObject({ seen: 45_717, formula: false });
    expect(record.paid.commission.formula).toBe(true);
    expect([record.sales, record.extra].map(({ quantity }) => brief(quantity))).toEqual([
      "3000000 unit",
      20_000,
    ]);
    expect([record.complaints, record.leaves].map(({ quantity }) => brief(quantity))).toEqual([
      1, 0,
    ]);
    expect([briefMonth(record.hired.quantity), record.hiredDay]).toEqual(["2024-01", 15]);
    expect(briefMonth(record.levelSince.quantity)).toBe("2024-07");
    const { base, commission, performance, gross, fines } = record.paid;
    expect(
      [base, commission, performance, gross, fines].map(({ quantity }) => brief(quantity)),
    ).toEqual([220_000, 27_000, "18700 text", 285_700, "5000 unit"]);
    const refs = [
      record.employeeId,
      record.name,
      record.month,
      record.level,
      record.score,
      record.sales,
      record.extra,
      record.complaints,
      record.leaves,
      record.hired,
      record.levelSince,
      ...Object.values(record.paid),
    ].map(({ cell }) => (cell === null ? "" : formatAddress(cell)));
    expect(refs.join(" ")).toBe("B4 C4 D4 E4 F4 G4 H4 I4 J4 K4 L4 M4 N4 O4 P4 Q4");
  });

  it("knows what Excel has not calculated yet from errors and blanks", () => {
    const sheet = sheetOf([
      ["工号", "姓名", "月份", "绩效分数", "级别", "销售额", "投诉次数", "备注"],
      ["1001", "#BUSY!", "#GETTING_DATA", "#CONNECT!", "#BUSY!", "#BUSY!", "#N/A", "#BUSY!"],
      ["1001", "张三", "2025-03", 85, "初级", 100, 0, ""],
      ["#BUSY!", "李四", "2025-03", 85, "初级", 100, 0, ""],
      ["", "#BUSY!", "2025-03", 85, "初级", 100, 0, ""],
      ["合计", "", "", "#BUSY!", "", "#BUSY!", "", ""],
    ]);
    const [record] = sheet.records;
    expect(record).toMatchObject({
      name: { text: "", pending: true },
      level: { text: "", pending: true },
      month: { quantity: { kind: "pending", error: "#GETTING_DATA" } },
      score: { quantity: { kind: "pending", error: "#CONNECT!" } },
      sales: { quantity: { kind: "pending" } },
      complaints: { quantity: { kind: "problem" } },
    });
    expect(sheet.people.map(({ employeeId, name }) => `${employeeId} ${name}`)).toEqual([
      "1001 张三",
    ]);
    expect(sheet.unplaced.map(({ row }) => row)).toEqual([3, 4]);
    expect(sheet.pending.map(({ count, first }) => [count, formatAddress(first)])).toEqual([
      [7, "B2"],
    ]);
  });

  it("has no cell for a field without a column, and one for a blank cell", () => {
    const [record] = sheetOf([
      ["姓名", "月份", "绩效分数", "级别", "销售额"],
      ["张三", "2025-03", 85, "", null],
    ]).records;
    if (record === undefined) throw new Error("no record");
    expect(record.employeeId).toEqual({ cell: null, text: "", seen: "", pending: false });
    expect(record.extra).toMatchObject({ cell: null, seen: null, quantity: { kind: "blank" } });
    expect(record.hiredDay).toBeNull();
    expect(record.level).toMatchObject({ text: "", cell: { row: 1, column: 3 } });
    expect(record.sales).toMatchObject({
      cell: { row: 1, column: 4 },
      quantity: { kind: "blank" },
    });
  });

  it.each<[Cell, string]>([
    ["", "2025-03 blank@C2"],
    [0, "2025-03 zero@C2"],
    ["0", "2025-03 zero@C2"],
    ["0分", "2025-03 0@C2"],
    ["产假", "2025-03 leave 产假@C2"],
    ["八十五", "2025-03 notNumber? 85@C2"],
    [850, "2025-03 outOfRange 850@C2"],
    [true, "2025-03 boolean@C2"],
    ["#N/A", "2025-03 #N/A@C2"],
    [{ error: "#DIV/0!" }, "2025-03 #DIV/0!@C2"],
  ])("keeps the score %j", (cell, expected) => {
    expect(
      sheetOf([
        ["姓名", "月份", "分数"],
        ["张三", "2025-03", cell],
      ]).records.map(briefRecord),
    ).toEqual([expected]);
  });

  it.each<[Cell, string]>([
    ["", "blank 85@C2"],
    [3, "unreadableMonth 85@C2"],
    ["3月", "monthWithoutYear 85@C2"],
    ["2025-13", "unreadableMonth 85@C2"],
    ["#REF!", "#REF! 85@C2"],
  ])("stays although its month is %j", (cell, expected) => {
    expect(
      sheetOf([
        ["姓名", "月份", "分数"],
        ["张三", cell, 85],
      ]).people[0]?.records.map(briefRecord),
    ).toEqual([expected]);
  });

  it("takes a zero for a score where HR said so, and there only", () => {
    const grid = gridOf([
      ["姓名", "月份", "分数"],
      ["张三", "2025-03", 0],
      ["李四", "2025-03", 0],
    ]);
    const sheet = readRecords(grid, layoutOf(grid), {
      limits,
      zeroConfirmed: ({ name }, when) => name === "李四" && when === month("2025-03"),
    });
    expect(sheet.records.map(briefRecord)).toEqual(["2025-03 zero@C2", "2025-03 0@C3"]);
  });
});

describe("rows that are nobody's", () => {
  const header = ["工号", "姓名", "月份", "级别", "绩效分数", "销售额"];
  const zhang: Cell[] = ["1001", "张三", "2025-03", "初级", 85, 30_000];

  it.each<[string, Cell[]]>([
    ["blank", [null, "", " ", "", null, ""]],
    ["a sum in the name", ["", "合计", "", "", 85, 30_000]],
    ["a sum with a month", ["", "平均分", "2025-03", "", 85, 30_000]],
    ["a sum in the 工号", ["小计", "", "", "", "", 30_000]],
    ["a sum with spaces", ["", "总 计", "", "", "", 30_000]],
    ["a sum of a team", ["", "全组平均", "", "", 85, ""]],
    ["a sum in English", ["", "Sub Total", "", "", "", 30_000]],
    ["a sum elsewhere", ["", "", "", "本月合计", "", 30_000]],
    ["signatures", ["制表：王五", "", "审核：赵六", "", "日期：2025-04-01", ""]],
    ["signatures with a number", ["", "制表人：王五", "2025-04", "", "", 1]],
    ["a signature and its name", ["制表人", "王五", "2025-04-01", "", "", ""]],
    ["a note", ["注：分数含加分", "", "", "", "", 1]],
    ["the header again", header],
    ["units below the header", ["", "", "", "", "（分）", "（元）"]],
    ["a team", ["", "售前白班组", "", "", 85, ""]],
    ["a team in the first cell", ["售后组", "", "", "", 85, ""]],
    ["a team in English", ["", "Night shift", "2025-03", "", 85, ""]],
    ["hints for filling in", ["必填", "必填", "2025-03", "初级", 100, 1]],
    ["an example of how", ["", "例：张三", "2025-03", "初级", 85, 1]],
    ["the greatest scores", ["", "满分", "", "", 100, ""]],
    ["a target", ["", "目标", "", "", 85, 50_000]],
    ["the header in other spacing", header.map((word) => [...word].join(" "))],
    ["prepared for later", ["1002", "李四", "", "初级", "", ""]],
    ["text without anybody", ["", "", "2025-03", "", "优秀", ""]],
    ["a month without anybody", ["", "", "2025-03", "", "", ""]],
  ])("leave no trace: %s", (_, row) => {
    const sheet = sheetOf([header, zhang, row, ["1003", "王五", "2025-03", "初级", 80, 1]]);
    expect(sheet.people.map(({ key }) => key)).toEqual(["id:1001", "id:1003"]);
    expect(sheet.records).toHaveLength(2);
    expect(sheet.nameless).toEqual([]);
  });

  it.each<[string, Cell[]]>([
    ["a score", ["", "", "2025-03", "", 85, ""]],
    ["a score out of range", ["", "", "", "", 850, ""]],
    ["a zero", ["", " ", "2025-03", "", 0, ""]],
    ["sales", [null, null, null, null, null, 30_000]],
    ["an error for a name", ["", "#N/A", "2025-03", "初级", 85, ""]],
  ])("matter as nameless: %s", (_, row) => {
    const sheet = sheetOf([header, zhang, row]);
    expect(sheet.people).toHaveLength(1);
    expect(sheet.nameless.map((record) => record.row)).toEqual([2]);
    expect(sheet.records).toHaveLength(2);
    expect(sheet.nameless[0]?.name.cell).toMatchObject({ row: 2, column: 1 });
  });

  it.each(["平安", "何共", "张三(备注:借调)", "Max Li", "总", "示例员工", "李班", "Shift Key"])(
    "do not swallow %s",
    (name) => {
      const sheet = sheetOf([header, ["1001", name, "2025-03", "初级", 85, 1]]);
      expect(sheet.people).toHaveLength(1);
    },
  );
});

describe("people", () => {
  it("are known by 工号 in any spelling, else by name", () => {
    const sheet = sheetOf([
      ["工号", "姓名", "月份", "分数"],
      [1001, "张三", "2025-01", 81],
      ["１００１", "张 三", "2025-02", 82],
      ["", "张三", "2025-03", 83],
      ["1002", "张三", "2025-03", 84],
      ["", "李四", "2025-01", 85],
      [null, "李 四", "2025-02", 86],
      ["1003", "", "2025-02", 87],
    ]);
    expect(
      sheet.people.map((person) => [
        person.key,
        person.employeeId,
        person.name,
        person.records.length,
        formatAddress(person.cell),
      ]),
    ).toEqual([
      ["id:1001", "1001", "张三", 2, "B3"],
      ["name:张三", "", "张三", 1, "B4"],
      ["id:1002", "1002", "张三", 1, "B5"],
      ["name:李四", "", "李四", 2, "B7"],
      ["id:1003", "1003", "", 1, "B8"],
    ]);
  });

  it("are shown by the name of their lowest row that has one", () => {
    const sheet = sheetOf([
      ["工号", "姓名", "月份", "分数"],
      [1001, "张三", "2025-01", 81],
      [1001, "张叁", "2025-02", 82],
      [1001, "", "2025-03", 83],
    ]);
    expect(sheet.people[0]?.name).toBe("张叁");
  });

  it("do not mistake a name for a 工号", () => {
    const sheet = sheetOf([
      ["工号", "姓名", "月份", "分数"],
      ["阿明", "", "2025-01", 81],
      ["", "阿明", "2025-01", 82],
    ]);
    expect(sheet.people.map(({ key }) => key)).toEqual(["id:阿明", "name:阿明"]);
  });

  it("are pointed at by their 工号 where there are no names", () => {
    const sheet = sheetOf([
      ["月份", "工号", "分数"],
      ["2025-01", 7, 81],
    ]);
    expect(sheet.people[0]?.cell).toMatchObject({ row: 1, column: 1 });
  });

  it("have their months in order, one month as it stands, unreadable ones last", () => {
    const sheet = sheetOf([
      ["姓名", "月份", "分数"],
      ["张三", "2025-03", 83],
      ["张三", "13月", 99],
      ["张三", "2025-01", 81],
      ["张三", "2025-03", 84],
      ["张三", "", 98],
      ["张三", "2024-12", 72],
    ]);
    expect(sheet.people[0]?.records.map(briefRecord)).toEqual([
      "2024-12 72@C7",
      "2025-01 81@C4",
      "2025-03 83@C2",
      "2025-03 84@C5",
      "unreadableMonth 99@C3",
      "blank 98@C6",
    ]);
    expect(sheet.records.map(({ row }) => row)).toEqual([1, 2, 3, 4, 5, 6]);
  });
});

describe("a wide sheet", () => {
  const header = ["工号", "姓名", "级别", "入职日期", "2025-03", "2025-01", "平均", "2025-02"];

  it("gives a record for each month cell that is not blank", () => {
    const sheet = sheetOf([header, ["1001", "张三", "初级", "2024-06-15", 83, "产假", 83, ""]], {
      firstRow: 4,
      firstColumn: 1,
      formulas: ["5,5"],
    });
    const [person] = sheet.people;
    expect(person?.records.map(briefRecord)).toEqual(["2025-01 leave 产假@G6", "2025-03 83@F6"]);
    const march = person?.records[1];
    expect(march?.month).toMatchObject({ cell: { row: 4, column: 5 }, seen: "2025-03" });
    expect(march?.level).toMatchObject({ text: "初级", cell: { row: 5, column: 3 } });
    expect(march?.score.formula).toBe(true);
    expect([briefMonth(march?.hired.quantity ?? { kind: "blank" }), march?.hiredDay]).toEqual([
      "2024-06",
      15,
    ]);
    expect(march?.sales.cell).toBeNull();
  });

  it("knows people without any month, but takes no note for one", () => {
    const sheet = sheetOf([
      header,
      ["1001", "张三", "初级", "", 83, 81, 82, 82],
      ["1002", "李四", "", "", "", null, "", " "],
      ["", "本表由人事部填写", "", "", "", "", "", ""],
      ["制表人", "王五", "", "", "", "", "", ""],
      ["", "平均", "", "", 83, 81, 82, 82],
    ]);
    expect(sheet.people.map(({ key, records }) => [key, records.length])).toEqual([
      ["id:1001", 3],
      ["id:1002", 0],
    ]);
    expect(sheet.records).toHaveLength(3);
  });

  it("reports a nameless row once and keeps all its records", () => {
    const sheet = sheetOf([
      header,
      ["", "", "初级", "", 83, 81, "", 82],
      ["", "", "合计", "", 83, 81, "", 82],
      ["", "", "", "", "优秀", "", "", ""],
    ]);
    expect(sheet.nameless.map(briefRecord)).toEqual(["2025-01 81@F2"]);
    expect(sheet.records).toHaveLength(3);
    expect(sheet.people).toEqual([]);
  });

  it("joins two rows of one person and points at the lower", () => {
    const sheet = sheetOf([
      ["姓名", "2025-01", "2025-02"],
      ["张三", 81, ""],
      ["李四", 80, 80],
      ["张三", 71, 82],
    ]);
    expect(sheet.people[0]?.records.map(briefRecord)).toEqual([
      "2025-01 81@B2",
      "2025-01 71@B4",
      "2025-02 82@C4",
    ]);
    expect(sheet.people[0]?.cell.row).toBe(3);
  });

  it("knows its people while the year is missing", () => {
    const sheet = sheetOf([
      ["工号", "姓名", "3月", "4月"],
      ["1001", "张三", 81, 82],
    ]);
    expect(sheet.people.map(({ key, records }) => [key, records.length])).toEqual([["id:1001", 0]]);
  });
});

describe("ragged and broken input", () => {
  it("reads rows that are shorter than the header as blank there", () => {
    const sheet = sheetOf([["姓名", "月份", "分数", "销售额"], ["张三", "2025-03"], [], ["李四"]]);
    expect(sheet.records.map(briefRecord)).toEqual(["2025-03 blank@C2"]);
  });

  it("reads a header without rows", () => {
    expect(sheetOf([["姓名", "月份", "分数"]])).toMatchObject({
      people: [],
      records: [],
      nameless: [],
    });
  });

  it("is not led astray by names of properties", () => {
    const sheet = sheetOf([
      ["姓名", "月份", "分数"],
      ["__proto__", "2025-03", 81],
      ["constructor", "2025-03", 82],
    ]);
    expect(sheet.people.map(({ key }) => key)).toEqual(["name:__proto__", "name:constructor"]);
  });

  it("reads what it can where a required column is missing", () => {
    const sheet = sheetOf([
      ["姓名", "月份", "KPI", "销售额"],
      ["张三", "2025-03", 85, 1],
    ]);
    expect(sheet.people[0]?.records.map(briefRecord)).toEqual(["2025-03 blank"]);
  });
});

describe("reading in steps", () => {
  const header = ["工号", "姓名", "月份", "级别", "绩效分数", "销售额", "额外奖励", "投诉次数"];
  const rows = Array.from({ length: 100_000 }, (_, index): Cell[] => [
    String(1000 + (index % 5000)),
    `员工${index % 5000}`,
    45_658 + 30 * Math.floor(index / 5000),
    "初级客服",
    60 + (index % 400) / 10,
    30_000 + index / 3,
    index % 7 === 0 ? 200 : "",
    index % 3,
  ]);
  const grid = gridOf([header, ...rows]);

  it("gives the thread back often, tells how far it is, and ends like reading at once", () => {
    const layout = layoutOf(grid);
    const steps = readRecordsInSteps(grid, layout, { limits });
    const seen: number[] = [];
    let longest = 0;
    const started = performance.now();
    for (;;) {
      const before = performance.now();
      const step = steps.next();
      longest = Math.max(longest, performance.now() - before);
      if (step.done === true) {
        expect(step.value.people).toHaveLength(5000);
        expect(step.value.records).toHaveLength(100_000);
        expect(step.value.people.every(({ records }) => records.length === 20)).toBe(true);
        break;
      }
      expect(step.value.total).toBe(100_000);
      seen.push(step.value.done);
    }
    const took = performance.now() - started;
    expect(seen.length).toBeGreaterThan(30);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    // The aims are 50 ms a block and a second or two in all; a machine shared by others gets more.
    expect(longest, `longest of ${seen.length} steps`).toBeLessThan(500);
    expect(took, "milliseconds for 100,000 rows").toBeLessThan(6000);
  });
});
