import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { bench } from "./harness";
import type { Bench } from "./harness";

let page: Bench;
let told: string[];

/** A1 is typed, B1 is a function of it, C1 a formula of that. */
beforeEach(async () => {
  page = await bench([[1, "=CS.ADD(A1,1)", "=B1*10"]]);
  page.office.runScript(`CustomFunctions.associate("ADD", (a, b) => a + b);`);
  page.host.installFunctions({
    functions: [
      {
        id: "ADD",
        name: "ADD",
        parameters: [
          { name: "a", type: "any" },
          { name: "b", type: "any" },
        ],
      },
    ],
  });
  await page.host.whenIdle();
  told = [];
  await page.run(async (context) => {
    context.workbook.worksheets.onCalculated.add(({ type, worksheetId }) => {
      told.push(`${type} ${worksheetId}`);
      return Promise.resolve();
    });
    await context.sync();
  });
});

afterEach(() => page.dispose());

const shown = () => [1, 2].map((column) => page.host.workbook.activeSheet().value(0, column));
const type = (value: number) => page.host.workbook.activeSheet().write(0, 0, [[{ value }]]);
const BUSY = { error: "#BUSY!" };

describe("Calculation", () => {
  test("is told with its sheet, first with #BUSY! and again with the answers", async () => {
    type(4);
    await page.host.whenIdle();
    await expect.poll(() => told.length).toBeGreaterThan(1);
    expect(new Set(told)).toEqual(
      new Set([`WorksheetCalculated ${page.host.workbook.activeSheet().id}`]),
    );
  });

  test("functions answer so late; until then their cells and those that depend on them are busy", async () => {
    page.host.faults.functionsLate = 200;
    const started = performance.now();
    type(4);
    await expect.poll(shown).toEqual([BUSY, BUSY]);
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(shown()).toEqual([BUSY, BUSY]);
    await page.host.whenIdle();
    expect(performance.now() - started).toBeGreaterThan(195);
    expect(shown()).toEqual([5, 50]);
  });

  test("is not told where Excel keeps silent", async () => {
    page.host.faults.silentCalculation = true;
    type(4);
    await page.host.whenIdle();
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(told).toEqual([]);
    expect(shown()).toEqual([5, 50]);
  });

  test("a cell may stay busy for ever, and the workbook calculates all the same", async () => {
    page.host.faults.neverAnswered.add("Data!B1");
    type(4);
    await page.host.whenIdle();
    expect(shown()).toEqual([BUSY, BUSY]);
    page.host.faults.clear();
    page.host.workbook.calculateAll();
    await page.host.whenIdle();
    expect(shown()).toEqual([5, 50]);
  });
});

describe("Undo", () => {
  const lost = async (
    batch: (context: Excel.RequestContext, sheet: Excel.Worksheet) => void,
  ): Promise<number> => {
    page.host.resetCounters();
    await page.run(async (context) => {
      batch(context, context.workbook.worksheets.getFirst());
      await context.sync();
    });
    return page.host.counters.undoLost;
  };

  test.each<[string, number, Parameters<typeof lost>[0]]>([
    ["a value", 0, (_, sheet) => (sheet.getRange("A1").values = [[1]])],
    [
      "merged cells that are asked for",
      1,
      (_, sheet) => {
        sheet.getRange("A1:B1").getMergedAreasOrNullObject().load("address");
      },
    ],
    ["a part of the file", 1, ({ workbook }) => void workbook.customXmlParts.add("<a xmlns='b'/>")],
    ["protection", 1, (_, sheet) => sheet.protection.protect()],
    [
      "two handlers in one request",
      1,
      ({ workbook }) => {
        workbook.worksheets.onChanged.add(() => Promise.resolve());
        workbook.worksheets.onDeleted.add(() => Promise.resolve());
      },
    ],
  ])("%s: lost %i times", async (_, times, batch) => {
    expect(await lost(batch)).toBe(times);
  });
});
