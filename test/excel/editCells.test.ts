import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { CellEdit } from "../../src/tasks";
import { openWorkbook, problemOf, type OpenWorkbook } from "../workbook/openWorkbook";

let book: OpenWorkbook;
beforeEach(async () => {
  book = await openWorkbook([
    {
      name: "成绩",
      cells: [
        ["姓名", "分数", "级别"],
        ["林晓", "85分", "中级"],
        ["周敏", "９０", "高级"],
        ["陈浩", "=80+5", "初级"],
        ["吴倩", 77, ""],
      ],
    },
  ]);
});
afterEach(() => book.close());

const number = (row: number, before: CellEdit["before"], after: number): CellEdit => ({
  row,
  column: 1,
  before,
  after: { number: after },
  numberFormat: null,
});
const level = (row: number, before: string, after: string): CellEdit => ({
  row,
  column: 2,
  before,
  after: { text: after },
  numberFormat: null,
});

const edit = (edits: readonly CellEdit[]) => book.gateway.editCells(book.ref("成绩"), edits);

/** What the cells hold, formulas as such. */
const contents = (): unknown[][] => {
  const sheet = book.sheet("成绩");
  return Array.from({ length: 5 }, (_, row) =>
    Array.from(
      { length: 3 },
      (_, column) => sheet.formula(row, column) ?? sheet.value(row, column) ?? "",
    ),
  );
};
const before = [
  ["姓名", "分数", "级别"],
  ["林晓", "85分", "中级"],
  ["周敏", "９０", "高级"],
  ["陈浩", "=80+5", "初级"],
  ["吴倩", 77, ""],
];

describe("edits", () => {
  test("change the cells that hold what was read, and turned round they restore them", async () => {
    const edits = [number(1, "85分", 85), number(2, "９０", 90), level(1, "中级", "中级客服")];
    const { undo, skipped } = await edit(edits);
    expect(skipped).toEqual([]);
    expect(contents()).toEqual([
      ["姓名", "分数", "级别"],
      ["林晓", 85, "中级客服"],
      ["周敏", 90, "高级"],
      ["陈浩", "=80+5", "初级"],
      ["吴倩", 77, ""],
    ]);
    expect(await edit(undo)).toMatchObject({ skipped: [] });
    expect(contents()).toEqual(before);
  });

  test.each([
    { what: "another value by now", edits: [number(1, "84分", 84)] },
    { what: "a formula", edits: [number(3, "85", 85)] },
    { what: "a value where a blank was read", edits: [number(4, null, 1)] },
  ])("leave a cell alone that holds $what", async ({ edits }) => {
    const { undo, skipped } = await edit(edits);
    expect({ undo, skipped }).toEqual({ undo: [], skipped: edits });
    expect(contents()).toEqual(before);
  });

  test("a number in a cell of text becomes a number, and undoing brings the format back", async () => {
    const area = { row: 1, column: 1, rows: 1, columns: 1 };
    book.sheet("成绩").patchStyle(area, { numberFormat: "@" });
    const { undo } = await edit([number(1, "85分", 85)]);
    expect(book.sheet("成绩").value(1, 1)).toBe(85);
    expect(book.sheet("成绩").style(1, 1).numberFormat).toBe("General");
    await edit(undo);
    expect(book.sheet("成绩").value(1, 1)).toBe("85分");
    expect(book.sheet("成绩").style(1, 1).numberFormat).toBe("@");
  });

  test("a text that looks like a number stays text", async () => {
    await edit([{ ...level(4, "", "1001"), before: null }]);
    expect(book.sheet("成绩").value(4, 2)).toBe("1001");
  });

  test("a formula goes where nothing was, and undoing removes it", async () => {
    const { undo } = await edit([
      { row: 4, column: 2, before: null, after: { formula: "=B5 * 2" }, numberFormat: null },
    ]);
    expect(book.sheet("成绩").formula(4, 2)).toBe("=B5 * 2");
    await edit(undo);
    expect(contents()).toEqual(before);
  });

  test("a protected sheet stays as it is", async () => {
    book.host.protectSheet("成绩");
    const { facts } = await problemOf(edit([number(1, "85分", 85)]));
    expect(facts).toEqual({ kind: "protected", sheetName: "成绩" });
    expect(contents()).toEqual(before);
  });
});

test.each([
  { when: "before anything of it is done", fault: { code: "GeneralException" } },
  { when: "half done", fault: { code: "GeneralException", atAction: 5 } },
  { when: "and its answer is lost", fault: { code: "GeneralException", afterwards: true } },
])("a request fails $when: all edits or none", async ({ fault }) => {
  const edits = [number(1, "85分", 85), number(2, "９０", 90), level(1, "中级", "中级客服")];
  let failed = 0;
  for (let request = 1; request <= 5; request += 1) {
    book.host.faults.failRequest(request, fault);
    const done = await edit(edits).catch(() => null);
    book.host.faults.clear();
    if (done === null) failed += 1;
    else await edit(done.undo);
    expect(contents()).toEqual(before);
  }
  expect(failed).toBeGreaterThan(0);
});

test("thousands of scattered edits take few requests", async () => {
  const rows = 6_000;
  const sheet = book.sheet("成绩");
  sheet.write(
    10,
    1,
    Array.from({ length: rows }, (_, row) => [{ value: row % 2 === 0 ? "80分" : 80 }]),
  );
  const edits = Array.from({ length: rows / 2 }, (_, index) => number(10 + 2 * index, "80分", 80));
  await book.host.whenIdle();
  book.host.resetCounters();
  const { undo } = await edit(edits);
  expect(undo).toHaveLength(rows / 2);
  expect(sheet.value(10, 1)).toBe(80);
  expect(book.host.counters.requests).toBeLessThanOrEqual(8);
});
