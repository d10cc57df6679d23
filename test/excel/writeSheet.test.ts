import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { BehaviourId } from "../../host/node";
import type { SheetContent, WrittenCell } from "../../src/grid";
import { openWorkbook, problemOf, toldOf, type OpenWorkbook } from "../workbook/openWorkbook";

let book: OpenWorkbook;
beforeEach(async () => {
  book = await openWorkbook([{ name: "成绩", cells: [["姓名"], ["林晓"]] }]);
});
afterEach(() => book.close());

const text = (value: string): WrittenCell => ({ text: value });

function content(rows: number, change: Partial<SheetContent> = {}): SheetContent {
  return {
    name: "校验结果",
    tag: "results",
    rows: [
      [text("问题"), text("金额")],
      ...Array.from({ length: rows }, (_, index): WrittenCell[] => [
        text(`第${index + 1}条`),
        { number: index + 0.5 },
      ]),
    ],
    styles: [
      {
        style: { bold: true, fill: "#DDEBF7" },
        areas: [{ row: 0, column: 0, rows: 1, columns: 2 }],
      },
      { style: { numberFormat: "0.00" }, areas: [{ row: 1, column: 1, rows, columns: 1 }] },
    ],
    columnWidths: [20, 10],
    frozenRows: 1,
    filter: { row: 0, column: 0, rows: rows + 1, columns: 2 },
    print: { orientation: "landscape", titleRows: { first: 0, last: 0 }, breaksBefore: [] },
    lists: [],
    hints: [],
    table: null,
    charts: [],
    ...change,
  };
}

const sheetNames = (): string[] => book.host.workbook.sheets().map(({ name }) => name);

/** Values of the first rows and columns of a sheet. */
function cells(name: string, rows: number, columns = 2): unknown[][] {
  const sheet = book.sheet(name);
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => sheet.value(row, column)),
  );
}

describe("a sheet that is not there yet", () => {
  test("is written with its cells, looks and print setup, and shown", async () => {
    const { sheet, refreshed } = await book.gateway.writeSheet(content(2));
    expect({ name: sheet.name, refreshed }).toEqual({ name: "校验结果", refreshed: false });
    expect(cells("校验结果", 4)).toEqual([
      ["问题", "金额"],
      ["第1条", 0.5],
      ["第2条", 1.5],
      [null, null],
    ]);
    const written = book.sheet("校验结果");
    expect(written.style(0, 1)).toMatchObject({ bold: true, fillColor: "#DDEBF7" });
    expect(written.style(2, 1).numberFormat).toBe("0.00");
    expect(written.frozen()).toEqual({ rows: 1, columns: 0 });
    expect(written.visibility).toBe("Visible");
    expect(book.host.workbook.activeSheet().name).toBe("校验结果");
    expect(written.parts.pageLayout).toMatchObject({ orientation: "Landscape" });
  });

  test.each<BehaviourId>(["freezeNeedsVisibleSheet", "zoomNeedsSheetOnScreen"])(
    "is written whole where Excel has the way %s",
    async (behaviour) => {
      await book.close();
      book = await openWorkbook([{ name: "成绩", cells: [["姓名"], ["林晓"]] }], {
        behaviours: [behaviour],
      });
      await book.gateway.writeSheet(content(2));
      const written = book.sheet("校验结果");
      expect(written.frozen()).toEqual({ rows: 1, columns: 0 });
      expect(written.parts.pageLayout.zoom).toEqual({ horizontalFitToPages: 1 });
      await book.gateway.writeSheet(content(5));
      expect(written.parts.pageLayout.zoom).toEqual({ horizontalFitToPages: 1 });
      expect(sheetNames()).toEqual(["成绩", "校验结果"]);
    },
  );

  test("is there without frozen rows where Excel does not freeze any", async () => {
    book.host.resetCounters();
    await book.gateway.writeSheet(content(2));
    const { requests } = book.host.counters;
    book.host.workbook.deleteSheet(book.ref("校验结果").id);
    book.host.resetCounters();
    book.host.faults.failRequest(requests, { code: "GeneralException" });
    expect((await book.gateway.writeSheet(content(2))).sheet.name).toBe("校验结果");
    expect(book.sheet("校验结果").frozen().rows).toBe(0);
  });

  test("is known as ours, and HR's are not", async () => {
    await book.gateway.writeSheet(content(1));
    const tags = (await book.gateway.listSheets()).map(({ name, tag }) => [name, tag]);
    expect(tags).toEqual([
      ["成绩", null],
      ["校验结果", "results"],
    ]);
  });

  test("where HR has a sheet of that name, a number is added and HR's is left alone", async () => {
    const { sheet } = await book.gateway.writeSheet(content(1, { name: "成绩" }));
    expect(sheet.name).toBe("成绩 (2)");
    expect(cells("成绩", 2, 1)).toEqual([["姓名"], ["林晓"]]);
    const again = await book.gateway.writeSheet(content(2, { name: "成绩" }));
    expect(again).toMatchObject({ refreshed: true, sheet: { name: "成绩 (2)" } });
  });

  test.each(["=1+1", "+1", "-", "@a", "\t=1", "2025-06", "1001", "三月", "May", "TRUE", "'x"])(
    "the text %j stays text",
    async (value) => {
      await book.gateway.writeSheet(content(0, { rows: [[text(value), text("")]] }));
      expect(book.sheet("校验结果").value(0, 0)).toBe(value);
      expect(book.sheet("校验结果").formula(0, 0)).toBeNull();
    },
  );
});

describe("a sheet that we have written before", () => {
  beforeEach(async () => {
    await book.gateway.writeSheet(content(3));
  });

  test.each([
    { now: "as long", rows: 3 },
    { now: "longer", rows: 6 },
    { now: "shorter", rows: 1 },
  ])("is refreshed where it is $now; HR's notes beside and below stay", async ({ rows }) => {
    const sheet = book.sheet("校验结果");
    sheet.write(1, 3, [[{ value: "HR: 已核对" }]]);
    sheet.write(5, 0, [[{ value: "HR: 复核人" }]]);
    const { refreshed } = await book.gateway.writeSheet(content(rows));
    expect(refreshed).toBe(true);
    const found = cells("校验结果", 12, 4).flat();
    for (let index = 1; index <= rows; index += 1) expect(found).toContain(`第${index}条`);
    expect(found).not.toContain(`第${rows + 1}条`);
    expect(found).toContain("HR: 已核对");
    expect(found).toContain("HR: 复核人");
    expect(sheetNames()).toEqual(["成绩", "校验结果"]);
  });

  test("where HR has put rows above it, it stays where it is now", async () => {
    await book.sheet("校验结果").insertRows(0, 2);
    book.host.workbook.setName({
      ...(book.host.workbook.names().find(({ name }) => name === "_CS_results") ?? { name: "" }),
      formula: "='校验结果'!$A$3:$B$6",
    });
    book.sheet("校验结果").write(0, 0, [[{ value: "HR 的标题" }]]);
    await book.gateway.writeSheet(content(2));
    expect(cells("校验结果", 6)).toEqual([
      ["HR 的标题", null],
      [null, null],
      ["问题", "金额"],
      ["第1条", 0.5],
      ["第2条", 1.5],
      [null, null],
    ]);
  });

  test("protected by HR, it stays as it is", async () => {
    book.host.protectSheet("校验结果");
    const { facts } = await problemOf(book.gateway.writeSheet(content(1)));
    expect(facts).toEqual({ kind: "protected", sheetName: "校验结果" });
    expect(sheetNames()).toEqual(["成绩", "校验结果"]);
  });
});

describe("a request fails or somebody cancels", () => {
  const faults = [
    { when: "before anything of it is done", fault: { code: "GeneralException" } },
    { when: "half done", fault: { code: "GeneralException", atAction: 4 } },
    { when: "and its answer is lost", fault: { code: "GeneralException", afterwards: true } },
  ];

  test.each(faults)("a new sheet, $when: all of it or none", async ({ fault }) => {
    let failed = 0;
    for (let number = 1; number <= 12; number += 1) {
      book.host.faults.failRequest(number, fault);
      const outcome = await book.gateway.writeSheet(content(2)).catch(() => "failed");
      book.host.faults.clear();
      if (outcome === "failed") failed += 1;
      const written = sheetNames().filter((name) => name !== "成绩");
      // Its last answer may be lost: then it is whole.
      if (written.length > 0) expect(cells("校验结果", 3)[2]).toEqual(["第2条", 1.5]);
      expect(written.length).toBeLessThanOrEqual(1);
      for (const { id, name } of book.host.workbook.sheets())
        if (name !== "成绩") book.host.workbook.deleteSheet(id);
    }
    expect(failed).toBeGreaterThan(3);
  });

  test.each(faults)("a refresh, $when: the old cells or the new ones", async ({ fault }) => {
    await book.gateway.writeSheet(content(4));
    const old = JSON.stringify(cells("校验结果", 6));
    for (let number = 1; number <= 12; number += 1) {
      await book.gateway.writeSheet(content(4));
      await book.host.whenIdle();
      book.host.faults.failRequest(number, fault);
      await book.gateway.writeSheet(content(2)).catch(() => undefined);
      book.host.faults.clear();
      const now = JSON.stringify(cells("校验结果", 6));
      const fresh = JSON.stringify([
        ["问题", "金额"],
        ["第1条", 0.5],
        ["第2条", 1.5],
        ...Array.from({ length: 3 }, () => [null, null]),
      ]);
      expect([old, fresh]).toContain(now);
      expect(sheetNames()).toEqual(["成绩", "校验结果"]);
    }
  });

  test("cancelled: nothing is left of it", async () => {
    const cancelling = new AbortController();
    const writing = book.gateway.writeSheet(content(20_000), {
      signal: cancelling.signal,
      onProgress: () => cancelling.abort(),
    });
    expect(await toldOf(writing)).toEqual({ kind: "cancelled" });
    expect(sheetNames()).toEqual(["成绩"]);
  });

  test("what a crash has left goes with the next writing, and is not listed before", async () => {
    const left = book.host.workbook.addSheet("Sheet9");
    left.visibility = "Hidden";
    book.host.workbook.setName({
      name: "_CS_unfinished",
      formula: "=Sheet9!$A$1",
      sheetId: left.id,
    });
    expect((await book.gateway.listSheets()).map(({ name }) => name)).toEqual(["成绩"]);
    await book.gateway.writeSheet(content(1));
    expect(sheetNames()).toEqual(["成绩", "校验结果"]);
  });
});
