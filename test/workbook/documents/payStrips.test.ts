import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Cell } from "../../../src/grid";
import { PolicySession, readPayMonth, writePayslips, writePayStrips } from "../../../src/tasks";
import { monthOf } from "../../../src/units";
import { PAY_COLUMNS, type Language } from "../../../src/wording";
import { openWorkbook, type OpenWorkbook } from "../openWorkbook";
import { failEachRequest } from "../failEachRequest";
import { openedMonth } from "../openedMonth";
import { HEADER } from "../../setup/ledger";

const NAME = "工资条 2025-06";
const HEADINGS = ["工号", "姓名", "级别", "绩效分数", "销售额", "底薪", "提成", "绩效工资"];
const MORE = ["额外奖励", "应发合计", "夜班补贴", "应发合计（表中）", "月份"];

/** 初级, 85 points, 45,000 of sales: 2200 + 450 + 187 = 2837; with 50 of the department's own 2887. The last one has no level. */
const ledger = (people: number): Cell[][] => [
  [...HEADER, "底薪", "提成", "绩效工资", "夜班补贴", "应发合计"],
  ...Array.from({ length: people }, (_, at) => [
    ...[`A${at + 1}`, `员工${at + 1}`, "2025-06", "初级", 85, 45_000],
    ...[2200, 450, 187, 50, 2887],
  ]),
  ["B1", "周杰", "2025-06", null, 85, 45_000, null, null, null, 60, null],
];

let book: OpenWorkbook;
beforeEach(async () => {
  book = await openWorkbook([{ name: "成绩", cells: ledger(2) }]);
});
afterEach(() => book.close());

async function readPay() {
  const { gateway } = book;
  const policy = await new PolicySession(gateway).load();
  const options = { gateway, policy, today: monthOf(2025, 7), month: null };
  return readPayMonth(await openedMonth({ ...options, sheetId: book.ref("成绩").id }));
}
const write = async (formulas = false, language: Language = "zh") =>
  writePayStrips(book.gateway, await readPay(), language, { formulas });

/** The rows of the sheet that hold anything: a formula as it is written, anything else as it is. */
function rows(name = NAME): unknown[][] {
  const sheet = book.sheet(name);
  const used = sheet.usedArea(true);
  return Array.from({ length: (used?.row ?? 0) + (used?.rows ?? 0) }, (_, row) =>
    Array.from(
      { length: 15 },
      (__, column) => sheet.formula(row, column) ?? sheet.value(row, column),
    ),
  );
}
const trimmed = (row: readonly unknown[] | undefined): unknown[] =>
  (row ?? []).slice(0, (row ?? []).findLastIndex((cell) => cell !== null) + 1);
const names = (): string[] => book.host.workbook.sheets().map(({ name }) => name);

describe("工资条", () => {
  test("repeats the headings for each person, with what the department adds of its own", async () => {
    expect(await write()).toMatchObject({ refreshed: false, sheet: { name: NAME } });
    const found = rows();
    const first = found.findIndex(([cell]) => cell === "工号");
    const strip = (at: number): unknown[] => [
      ...[`A${at}`, `员工${at}`, "初级客服", 85, 45_000, 2200, 450, 187, 0, 2837],
      ...[50, 2887, "2025-06"],
    ];
    expect(found.slice(first, first + 5).map(trimmed)).toEqual([
      [...HEADINGS, ...MORE],
      strip(1),
      [],
      [...HEADINGS, ...MORE],
      strip(2),
    ]);
    // Whoever cannot be paid has none, and that is said.
    expect(found.flat()).toContain("未能计算、没有工资条的人：周杰");
    expect((await book.gateway.listSheets()).map(({ name, tag }) => [name, tag])).toEqual([
      ["成绩", null],
      [NAME, "payStrips"],
    ]);
  });

  test("as formulas refers to the score sheet", async () => {
    await write(true);
    const row = rows().find(([id]) => id === "A1");
    expect(row?.[5]).toBe(`=CS.PAYSLIP('成绩'!D2,'成绩'!F2,'成绩'!E2,,"2025-06")`);
    expect(row?.slice(6, 10)).toEqual([null, null, null, null]);
    expect(row?.slice(10, 12)).toEqual(["='成绩'!J2", "='成绩'!K2"]);
  });

  test("has the adjustments that HR typed into the payslips", async () => {
    const choices = { formulas: false, otherReadings: false };
    await writePayslips(book.gateway, await readPay(), "zh", choices);
    const payslips = rows("工资表 2025-06");
    const at = payslips.findIndex(([id]) => id === "A2");
    const column = PAY_COLUMNS.indexOf("adjustment");
    book.sheet("工资表 2025-06").write(at, column, [[{ value: -120.5 }]]);
    await write();
    const found = rows();
    const row = found.findIndex(([id]) => id === "A2");
    expect(found[row]?.slice(9, 12)).toEqual([2837, -120.5, `=ROUND(J${row + 1}+K${row + 1},2)`]);
    expect(found[row - 1]?.slice(9, 12)).toEqual(["应发合计", "人工调整", "调整后合计"]);
  });

  test("ends each page between two people", async () => {
    await book.close();
    book = await openWorkbook([{ name: "成绩", cells: ledger(40) }]);
    await write();
    const found = rows();
    const breaks = book.sheet(NAME).parts.rowBreaks;
    expect(breaks.length).toBeGreaterThan(3);
    for (const row of breaks) expect([row, found[row]?.[0]]).toEqual([row, "工号"]);
  });
});

test("each request that fails leaves no half sheet", async () => {
  const failed = await failEachRequest(
    book,
    () => write(),
    () => {
      expect(names()).toEqual(["成绩"]);
    },
  );
  expect(failed).toBeGreaterThan(4);
  expect(names()).toEqual(["成绩", NAME]);
});
