import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  bootOffice,
  bootOfficeGlobally,
  createExcelHost,
  createPlainWorkbook,
  installOfficeHost,
} from "../../host/node";
import { bench, errorOf } from "./harness";
import type { Bench } from "./harness";

let page: Bench;

beforeEach(async () => {
  page = await bench([[1, 2, 3]]);
});

afterEach(() => page.dispose());

const write = (value: unknown) =>
  page.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange("A1").values = [[value]];
    sheet.getRange("B1").values = [[value]];
    await context.sync();
  });

describe("Faults", () => {
  test("the n-th request fails before anything is done", async () => {
    page.host.faults.failRequest(2, { code: "GeneralException", message: "planned" });
    await write(10);
    expect(await errorOf(write(20))).toEqual({ code: "GeneralException", message: "planned" });
    expect(await page.values("A1:B1")).toEqual([[10, 10]]);
    await write(30);
    expect(await page.values("A1:B1")).toEqual([[30, 30]]);
  });

  test("a request fails half-way", async () => {
    const actions = await page.run(async (context) => {
      context.workbook.worksheets.getFirst().getRange("A1").values = [[7]];
      await context.sync();
      return page.host.log.at(-1)?.actions ?? 0;
    });
    page.host.faults.failRequest(1, { code: "AccessDenied", atAction: actions });
    expect((await errorOf(write(8))).code).toBe("AccessDenied");
    page.host.faults.clear();
    expect(await page.values("A1:B1")).toEqual([[8, 2]]);
  });

  test("an answer is lost after all is done", async () => {
    page.host.faults.failRequest(1, { code: "GeneralException", afterwards: true });
    expect((await errorOf(write(9))).code).toBe("GeneralException");
    expect(await page.values("A1:B1")).toEqual([[9, 9]]);
  });

  test("while a cell is being edited every request fails", async () => {
    page.host.faults.cellEditing = true;
    expect((await errorOf(write(1))).code).toBe("InvalidOperationInCellEditMode");
    page.host.faults.cellEditing = false;
    await write(1);
  });

  test("a read of many cells may answer null", async () => {
    page.host.faults.readNullAbove = 2;
    expect(await page.values("A1:B1")).toEqual([[1, 2]]);
    expect(await page.values("A1:C1")).toBeNull();
  });

  test("requests can be made slow", async () => {
    page.host.faults.delay = 60;
    const started = performance.now();
    await page.values("A1");
    expect(performance.now() - started).toBeGreaterThan(55);
  });
});

describe("Sizes", () => {
  test("requests and bytes are counted and logged", async () => {
    page.host.resetCounters();
    await page.values("A1:C1");
    const { requests, bytesIn, bytesOut, largestRequest } = page.host.counters;
    expect(requests).toBe(1);
    expect(bytesIn).toBeGreaterThan(largestRequest - 1);
    expect(bytesOut).toBeGreaterThan(50);
    expect(page.host.log[0]?.members).toContain("Range.values");
    expect(page.host.log[0]?.error).toBeNull();
  });

  test("bytes are those of UTF-8", async () => {
    page.host.resetCounters();
    await write("a".repeat(1000));
    const { largestRequest: ascii } = page.host.counters;
    page.host.resetCounters();
    await write("客".repeat(1000));
    expect(page.host.counters.largestRequest - ascii).toBe(4000);
  });

  test("a request of more than 5 MB is refused", async () => {
    expect((await errorOf(write("x".repeat(3 * 1024 * 1024)))).code).toBe(
      "RequestPayloadSizeLimitExceeded",
    );
    expect(await page.values("A1")).toEqual([[1]]);
  });

  test("an answer of more than 5 MB is refused", async () => {
    await page.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.getRange("A1").values = [["y".repeat(3 * 1024 * 1024)]];
      await context.sync();
    });
    await page.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.getRange("B1").values = [["y".repeat(3 * 1024 * 1024)]];
      await context.sync();
    });
    expect((await errorOf(page.values("A1:B1"))).code).toBe("ResponsePayloadSizeLimitExceeded");
  });
});

describe("A plain workbook", () => {
  test("stands behind the same protocol, fast", async () => {
    const cells = Array.from({ length: 50_000 }, (_, row) => [row, `name ${row}`, row / 2]);
    const host = createExcelHost({ workbook: createPlainWorkbook([{ name: "Big", cells }]) });
    const office = await bootOffice({ host });
    const seen = await office.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      const used = sheet.getUsedRange(true);
      used.load("address");
      const part = sheet.getRange("A40001:C40002");
      part.load("values");
      sheet.getRange("E1").values = [["=A1"]];
      sheet.getRanges("A1:A9,C3").conditionalFormats.add("Custom").custom.rule.formula = "=TRUE";
      const count = sheet.getRange().conditionalFormats.getCount();
      await context.sync();
      return [used.address, part.values, count.value];
    });
    expect(seen).toEqual([
      "Big!A1:C50000",
      [
        [40_000, "name 40000", 20_000],
        [40_001, "name 40001", 20_000.5],
      ],
      1,
    ]);
    expect(host.workbook.sheets()[0]?.formula(0, 4)).toBe("=A1");
    expect(() => host.installFunctions({ functions: [] })).toThrow("calculates no formulas");
    office.dispose();
    host.dispose();
  });
});

describe("Pages", () => {
  test("without Excel, Office says so and Excel does not exist", async () => {
    const office = await bootOffice({ host: page.host, insideExcel: false });
    const info = await office.Office.onReady();
    expect(info.host).toBeNull();
    expect(office.Excel).toBeUndefined();
    office.dispose();
  });

  test("modules of this process find Office and Excel as globals, until disposed", async () => {
    const host = createExcelHost({ workbook: createPlainWorkbook([{ name: "S", cells: [[1]] }]) });
    const office = await bootOfficeGlobally({ host });
    const values = await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getFirst().getRange("A1");
      range.load("values");
      await context.sync();
      return range.values;
    });
    expect(values).toEqual([[1]]);
    office.dispose();
    host.dispose();
    expect("Excel" in globalThis).toBe(false);
    expect("Office" in globalThis).toBe(false);
  });

  test("a built page runs its scripts in order, without the client library's own tag", async () => {
    const folder = mkdtempSync(join(tmpdir(), "host-page-"));
    writeFileSync(
      join(folder, "page.html"),
      '<script src="https://elsewhere/office.js"></script><script defer src="a.js"></script>' +
        '<script src="b.js"></script>',
    );
    writeFileSync(join(folder, "a.js"), "var order = ['a ' + document.currentScript.src];");
    writeFileSync(
      join(folder, "b.js"),
      `order.push("b");
       for (const name of ["late.js", "never.js"]) {
         const tag = document.createElement("script");
         tag.src = new URL(name, document.currentScript.src).href;
         tag.onload = () => order.push("loaded");
         document.head.appendChild(tag);
       }`,
    );
    writeFileSync(join(folder, "late.js"), "order.push('late');");
    const host = createExcelHost({ workbook: createPlainWorkbook([{ name: "S" }]) });
    const office = await bootOffice({ host });
    office.runPage(join(folder, "page.html"), (name) => name === "late.js");
    await expect
      .poll(() => office.window["order"])
      .toEqual(["a http://localhost/page/a.js", "b", "late", "loaded"]);
    office.dispose();
    host.dispose();
    rmSync(folder, { recursive: true });
  });

  test("in a browser the host is put into the page's own `external`", async () => {
    const host = createExcelHost({ workbook: createPlainWorkbook([{ name: "S" }]) });
    const external: Record<string, unknown> = { AddSearchProvider: () => undefined };
    installOfficeHost({ external }, host);
    expect(Object.keys(external).sort()).toEqual([
      "AddSearchProvider",
      "Execute",
      "GetContext",
      "GetHostInfo",
      "RegisterEvent",
      "UnregisterEvent",
    ]);
    host.dispose();
    await expect(host.whenIdle()).resolves.toBeUndefined();
  });

  test("the language is the host's", async () => {
    const host = createExcelHost({
      workbook: createPlainWorkbook([{ name: "S" }]),
      locale: "en-US",
      theme: "dark",
    });
    const office = await bootOffice({ host });
    expect(office.Office.context.displayLanguage).toBe("en-US");
    expect(office.Office.context.officeTheme).toMatchObject({
      primaryBackgroundColor: "#262626",
    });
    office.dispose();
    host.dispose();
  });
});
