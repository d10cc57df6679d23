import { afterEach, describe, expect, test } from "vitest";
import type { PlainSheet } from "../../../host/node";
import {
  changeCells,
  editsOf,
  findSafeFixes,
  formulaEdits,
  offerFormulas,
  PolicySession,
  startScoreSheet,
  validateSheet,
  writeResults,
  type ValidateOptions,
} from "../../../src/tasks";
import { openWorkbook, type OpenWorkbook } from "../openWorkbook";
import { openedMonth } from "../openedMonth";
import { HEADER, TODAY } from "../../setup/ledger";

const MESSY: PlainSheet = {
  name: "成绩",
  cells: [
    HEADER,
    ["A01", "林晓 ", "2025年6月", "初级", "85分", "31,000"],
    ["A02", "周敏", "2025-06", "中级客服", "=80+5", 45_000],
    ["A03", "陈浩", "2025-06", "初级客服", "八十五", 12_000],
  ],
};

let book: OpenWorkbook;
afterEach(() => book.close());

async function open(...sheets: PlainSheet[]): Promise<ValidateOptions> {
  book = await openWorkbook(sheets);
  const policy = await new PolicySession(book.gateway).load();
  return { gateway: book.gateway, policy, today: TODAY, sheetId: null, month: null };
}

function contents(name: string, rows: number, columns: number): unknown[][] {
  const sheet = book.sheet(name);
  return Array.from({ length: rows }, (_, row) =>
    Array.from(
      { length: columns },
      (_, column) => sheet.formula(row, column) ?? sheet.value(row, column),
    ),
  );
}

describe("safe fixes", () => {
  test("change what is only written badly, and one step takes them back", async () => {
    const options = await open(MESSY);
    const before = contents("成绩", 4, 6);
    const fixes = await findSafeFixes(await openedMonth(options), options);
    const done = await changeCells(book.gateway, editsOf(fixes));
    expect(done).toMatchObject({ changed: 7, skipped: 0 });
    expect(contents("成绩", 4, 6)).toEqual([
      HEADER,
      ["A01", "林晓", 45_809, "初级客服", 85, 31_000],
      ["A02", "周敏", 45_809, "中级客服", "=80+5", 45_000],
      ["A03", "陈浩", 45_809, "初级客服", "八十五", 12_000],
    ]);
    expect(await changeCells(book.gateway, done.undo)).toMatchObject({ changed: 7, skipped: 0 });
    expect(contents("成绩", 4, 6)).toEqual(before);
  });

  test("reach the sheets that are read together, the same cells of each too", async () => {
    const month = (name: string): PlainSheet => ({
      name,
      cells: [
        ["工号", "姓名", "级别", "绩效分数"],
        ["A01", "林晓", "初级客服", "85分"],
      ],
    });
    const options = await open(month("2025-06"), month("2025-05"));
    const fixes = await findSafeFixes(await openedMonth(options), options);
    const done = await changeCells(book.gateway, editsOf(fixes));
    expect(done).toMatchObject({ changed: 2, skipped: 0 });
    for (const name of ["2025-06", "2025-05"]) expect(book.sheet(name).value(1, 3)).toBe(85);
    await changeCells(book.gateway, done.undo);
    for (const name of ["2025-06", "2025-05"]) expect(book.sheet(name).value(1, 3)).toBe("85分");
  });

  test("a cell that somebody has changed since stays", async () => {
    const options = await open(MESSY);
    const fixes = await findSafeFixes(await openedMonth(options), options);
    book.sheet("成绩").write(1, 4, [[{ value: 90 }]]);
    const done = await changeCells(book.gateway, editsOf(fixes));
    expect(done.skipped).toBe(1);
    expect(book.sheet("成绩").value(1, 4)).toBe(90);
  });
});

test("formulas go into the next empty column, and one step takes them back", async () => {
  const options = await open(MESSY);
  const before = contents("成绩", 4, 8);
  const offered = offerFormulas(await openedMonth(options), options.month);
  const edits = formulaEdits(offered, "commission");
  if (edits === null) throw new Error("Nothing is offered.");
  const done = await changeCells(book.gateway, [edits]);
  expect(contents("成绩", 4, 7).map((row) => row[6])).toEqual([
    "提成（公式）",
    '=IF(F2="","",CS.COMMISSION(F2,C2))',
    '=IF(F3="","",CS.COMMISSION(F3,C3))',
    '=IF(F4="","",CS.COMMISSION(F4,C4))',
  ]);
  await changeCells(book.gateway, done.undo);
  expect(contents("成绩", 4, 8)).toEqual(before);
});

describe("the sheet of results", () => {
  test("has a row for each finding, linked to its cell, and is refreshed in place", async () => {
    const options = await open(MESSY);
    const validation = await validateSheet(options);
    if (validation.kind !== "month") throw new Error(validation.kind);
    const { report, sheet } = validation;
    const write = () => writeResults(book.gateway, report, sheet, "zh", { otherReadings: false });
    expect(await write()).toMatchObject({ refreshed: false, sheet: { name: "校验结果" } });
    const rows = contents("校验结果", report.findings.length + 10, 9);
    const heading = rows.findIndex(([first]) => first === "单元格");
    const listed = rows.slice(heading + 1).filter(([first]) => first !== null);
    expect(listed).toHaveLength(report.findings.length);
    expect(listed.map(([cell]) => cell)).toContain(`=HYPERLINK("#'成绩'!E4","E4")`);
    expect(rows.flat().join()).toContain("2025-06");
    expect(await write()).toMatchObject({ refreshed: true });
    // Ours is never taken for a score sheet.
    expect(await validateSheet(options)).toMatchObject({ sheet: { name: "成绩" } });
  });

  test("keeps amounts under other readings for those who choose them", async () => {
    const options = await open({
      name: "成绩",
      cells: [HEADER, ["A01", "林晓", "2025-06", "初级客服", 95, 55_000]],
    });
    const validation = await validateSheet(options);
    if (validation.kind !== "month") throw new Error(validation.kind);
    const textWith = async (otherReadings: boolean): Promise<string> => {
      const { report, sheet } = validation;
      await writeResults(book.gateway, report, sheet, "zh", { otherReadings });
      return contents("校验结果", 30, 9).flat().join();
    };
    expect(await textWith(false)).not.toContain("715.00");
    expect(await textWith(true)).toContain("715.00");
  });
});

describe("a new score sheet", () => {
  test.each([
    { examples: false, rows: 0 },
    { examples: true, rows: 6 },
  ])(
    "has the headings, the levels and hints; example rows: $examples",
    async ({ examples, rows }) => {
      const options = await open(MESSY);
      const started = await startScoreSheet(book.gateway, options.policy, TODAY, "zh", {
        examples,
      });
      if (started.kind !== "written") throw new Error(started.kind);
      const { name } = started.sheet;
      expect(name).toBe("成绩表");
      const cells = contents(name, 10, 11);
      expect(cells[0]).toEqual([
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
        "备注",
      ]);
      expect(cells.slice(1).filter(([first]) => first !== null)).toHaveLength(rows);
      const rules = JSON.stringify(book.sheet(name).parts.dataValidations);
      expect(rules).toContain("新客服(试用),初级客服,中级客服,高级客服,储备主管");
      expect(rules).toContain("退款");
      expect(book.sheet(name).style(5, 2).numberFormat).toBe("yyyy-mm");
      // It is HR's from now on: an ordinary sheet.
      expect((await book.gateway.listSheets()).find((each) => each.name === name)?.tag).toBeNull();
    },
  );

  test("with example rows is one that validating reads without a complaint about its layout", async () => {
    const options = await open(MESSY);
    const started = await startScoreSheet(book.gateway, options.policy, TODAY, "zh", {
      examples: true,
    });
    if (started.kind !== "written") throw new Error(started.kind);
    const validation = await validateSheet({ ...options, sheetId: started.sheet.id });
    if (validation.kind !== "month") throw new Error(validation.kind);
    expect(validation.report.findings.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(validation.report.people).toHaveLength(2);
  });
});
