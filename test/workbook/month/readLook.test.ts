import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { PolicySession, readSheetMemory, validateSheet, type Validation } from "../../../src/tasks";
import { formatAddress } from "../../../src/grid";
import { monthOf } from "../../../src/units";
import { openWorkbook, type OpenWorkbook } from "../openWorkbook";
import { HEADER } from "../../setup/ledger";

const row = (month: string, score: unknown, name: unknown = "王芳") => [
  "A01",
  name,
  month,
  "初级客服",
  score,
  30_000,
];

let book: OpenWorkbook;
beforeEach(async () => {
  book = await openWorkbook([
    {
      name: "成绩",
      cells: [HEADER, row("2025-04", 79.6), row("2025-05", 85, ""), row("2025-06", 86)],
    },
    { name: "历史成绩", cells: [HEADER.slice(0, 5), row("2025-03", 84).slice(0, 5)] },
    {
      name: "晋升流程",
      cells: [
        ["工号", "姓名", "目标级别", "考核月", "项目(条款号)", "结果"],
        ["A01", "王芳", "中级客服", "2025-06", "§5.2b", "通过"],
      ],
    },
    { name: "说明", cells: [["备忘"]] },
  ]);
});
afterEach(() => book.close());

const validate = async (): Promise<Validation> =>
  validateSheet({
    gateway: book.gateway,
    policy: await new PolicySession(book.gateway).load(),
    today: monthOf(2025, 7),
    sheetId: null,
    month: null,
  });

async function spots(): Promise<string[]> {
  const found = await validate();
  if (found.kind !== "month") throw new Error(found.kind);
  return found.report.findings.map(({ code, cell }) =>
    `${code} ${cell === null ? "" : formatAddress(cell)}`.trim(),
  );
}

describe("what Excel knows beside the values", () => {
  const area = { row: 1, column: 0, rows: 3, columns: 6 };

  test("no hidden rows, some, all", async () => {
    const sheet = book.ref("成绩");
    expect(await book.gateway.countHiddenRows(sheet, area)).toBe(0);
    book.sheet("成绩").hideRows(2, 1, true);
    expect(await book.gateway.countHiddenRows(sheet, area)).toBe(1);
    book.sheet("成绩").hideRows(1, 3, true);
    expect(await book.gateway.countHiddenRows(sheet, area)).toBe(3);
  });

  test("a merged name stands for each of its rows, and is told", async () => {
    expect(await spots()).not.toContain("F-HDR-06 B2");
    book.sheet("成绩").merge({ row: 1, column: 1, rows: 2, columns: 1 });
    expect(await spots()).toContain("F-HDR-06 B2");
  });

  test("a score that is shown on the other side of a limit", async () => {
    expect(await spots()).not.toContain("F-SCO-07 E2");
    const cell = { row: 1, column: 4, rows: 1, columns: 1 };
    book.sheet("成绩").patchStyle(cell, { numberFormat: "0" });
    expect(await spots()).toContain("F-SCO-07 E2");
  });
});

describe("sheets that belong together", () => {
  test("earlier scores and records of promotions are read, the rest is named", async () => {
    const found = await validate();
    if (found.kind !== "month") throw new Error(found.kind);
    expect(found.report.months).toHaveLength(4);
    expect(found.notRead).toMatchObject({ hidden: [], sheets: ["说明"], memory: false });
  });

  test("nothing is remembered before anybody has said anything", async () => {
    expect(await readSheetMemory(book.gateway)).toMatchObject({ kind: "read", parts: [] });
  });
});
