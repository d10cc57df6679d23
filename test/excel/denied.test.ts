import { afterEach, describe, expect, test } from "vitest";
import type { SheetContent } from "../../src/grid";
import { showPane } from "../../src/excel";
import { builtInWorkbookPolicy, PolicySession, validateSheet } from "../../src/tasks";
import { monthOf } from "../../src/units";
import { openWorkbook, problemOf, type OpenWorkbook } from "../workbook/openWorkbook";

const SCORES = [
  ["姓名", "月份", "级别", "绩效分数"],
  ["林晓", "2025-06", "初级客服", 85],
];
const CONTENT: SheetContent = {
  name: "校验结果",
  tag: "results",
  rows: [[{ text: "问题" }]],
  styles: [],
  columnWidths: [20],
  frozenRows: 1,
  filter: null,
  print: null,
  lists: [],
  hints: [],
  table: null,
  charts: [],
};

let book: OpenWorkbook;
afterEach(() => book.close());

const sheetNames = () => book.host.workbook.sheets().map(({ name }) => name);
const marks = () => ({
  sheetId: book.ref("成绩").id,
  cells: { error: [{ sheet: book.ref("成绩"), row: 1, column: 3 }], warning: [], candidate: [] },
});
const USED = { row: 0, column: 0, rows: 2, columns: 4 };

describe("a file that is open to be read only", () => {
  const open = async () => {
    book = await openWorkbook([{ name: "成绩", cells: SCORES }], { behaviours: ["readOnlyFile"] });
  };

  test.each<[string, () => Promise<unknown>]>([
    ["highlighting", () => book.gateway.applyMarks(marks(), USED)],
    ["writing a sheet", () => book.gateway.writeSheet(CONTENT)],
    [
      "editing a cell",
      () =>
        book.gateway.editCells(book.ref("成绩"), [
          { row: 1, column: 3, before: 85, after: { number: 86 }, numberFormat: null },
        ]),
    ],
    ["saving the policy", () => book.gateway.writePolicy({ part: "<a/>", witness: null }, [])],
    ["starting with the workbook", () => book.gateway.startWithWorkbook(true)],
  ])("%s: says that the file is open so, not that a sheet is protected", async (_, act) => {
    await open();
    expect((await problemOf(act())).problem).toBe("readOnly");
    expect(sheetNames()).toEqual(["成绩"]);
    expect(book.sheet("成绩").conditionalFormats()).toEqual([]);
  });

  test("is validated all the same, and the pane bears that it cannot be brought to the front", async () => {
    await open();
    const validation = await validateSheet({
      gateway: book.gateway,
      policy: builtInWorkbookPolicy(),
      today: monthOf(2025, 7),
      sheetId: null,
      month: null,
    });
    expect(validation.kind).toBe("month");
    expect(await showPane()).toBe(false);
  });
});

describe("a workbook whose structure is protected", () => {
  const open = async () => {
    book = await openWorkbook([{ name: "成绩", cells: SCORES }]);
    book.host.faults.structureProtected = true;
  };

  test("takes no sheet, and says why", async () => {
    await open();
    expect((await problemOf(book.gateway.writeSheet(CONTENT))).problem).toBe("structureProtected");
    expect(sheetNames()).toEqual(["成绩"]);
  });

  test("keeps decisions, without the copy that would need a sheet; that comes once it may", async () => {
    await open();
    const session = new PolicySession(book.gateway);
    await session.load();
    const decide = (option: string) =>
      session.save(
        `<policy xmlns="urn:cs-promotion:policy:1">${JSON.stringify({
          schema: 1,
          decisions: [{ reading: "PERF_T1_RATE", option, by: "HR", on: "2026-11-01", note: "" }],
        })}</policy>`,
      );
    await decide("20");
    expect(book.host.workbook.customXmlParts).toHaveLength(1);
    expect((await new PolicySession(book.gateway).load()).kind).toBe("read");
    book.host.faults.structureProtected = false;
    await decide("15");
    expect(sheetNames()).toEqual(["成绩", "_CS_POLICY"]);
    book.host.faults.structureProtected = true;
    await decide("20");
    const again = await new PolicySession(book.gateway).load();
    expect(again.kind).toBe("read");
  });

  test("is highlighted and cleared like any other", async () => {
    await open();
    await book.gateway.applyMarks(marks(), USED);
    expect(await book.gateway.clearMarks()).toBe(1);
  });
});
