import { afterEach, describe, expect, test } from "vitest";
import { builtInBook, type PolicyBook } from "../../../src/policy";
import { decideReading } from "../../../src/policy/edit";
import { emptyStored, toBook } from "../../../src/policy/part";
import { writePolicySheet } from "../../../src/tasks";
import { OPEN, done, HR } from "../../policy/edit/setup";
import { openWorkbook, type OpenWorkbook } from "../openWorkbook";

/** "制度说明" through Microsoft's client library, on the emulated host. */
let open: OpenWorkbook;
afterEach(() => open.close());

const write = (book: PolicyBook = builtInBook(), openQuestions = false) =>
  writePolicySheet(open.gateway, book, OPEN, { openQuestions, language: "zh" });

const cellsOf = (name: string, column: number): unknown[] => {
  const sheet = open.sheet(name);
  return Array.from({ length: 120 }, (_, row) => sheet.value(row, column));
};

describe("the policy sheet in a workbook", () => {
  test("is a sheet of ours, to print on A4 as wide as one page, its chapters on pages of their own", async () => {
    open = await openWorkbook([{ name: "成绩", cells: [["工号"]] }]);
    expect(await write()).toMatchObject({ sheet: { name: "制度说明" }, refreshed: false });
    const sheets = await open.gateway.listSheets();
    expect(sheets.map(({ name, tag, visible }) => [name, tag, visible])).toEqual([
      ["成绩", null, true],
      ["制度说明", "policyBook", true],
    ]);
    const { pageLayout, rowBreaks } = open.sheet("制度说明").parts;
    expect(pageLayout).toMatchObject({ paperSize: "A4", orientation: "Portrait" });
    const first = cellsOf("制度说明", 0);
    expect(first[0]).toBe("制度说明");
    const broken = rowBreaks.map((row) => first[row]);
    expect(broken).toContain("晋升的成绩条件");
  });

  test("refreshed it says what holds now, and HR's notes beside it stay", async () => {
    open = await openWorkbook([{ name: "成绩", cells: [["工号"]] }]);
    await write();
    expect(cellsOf("制度说明", 2)).toContain("待确认");
    open.sheet("制度说明").write(3, 6, [[{ value: "人事部备注" }]]);
    const stored = done(
      decideReading(emptyStored, {
        ...HR,
        reading: "SALARY_RESERVE",
        option: "3000",
        note: "=总经理批准",
        from: "",
      }),
    );
    expect(await write(toBook(stored))).toMatchObject({ refreshed: true });
    expect(cellsOf("制度说明", 2)).not.toContain("待确认");
    expect(open.sheet("制度说明").value(3, 6)).toBe("人事部备注");
    // What HR typed is text, whatever it looks like.
    expect(cellsOf("制度说明", 3)).toContain("=总经理批准");
    expect(
      (await open.gateway.listSheets()).filter(({ tag }) => tag === "policyBook"),
    ).toHaveLength(1);
  });

  test("leaves a sheet of HR's that has its name alone", async () => {
    open = await openWorkbook([{ name: "制度说明", cells: [["我们自己的"]] }]);
    const { sheet } = await write();
    expect(sheet.name).not.toBe("制度说明");
    expect(open.sheet("制度说明").value(0, 0)).toBe("我们自己的");
  });
});
