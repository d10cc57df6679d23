import { afterEach, expect, test } from "vitest";
import { createExcelHost, createHeadlessWorkbook, type ExcelHost } from "../../host/node";
import { excelGateway } from "../../src/excel";
import { startOffice } from "../workbook/openWorkbook";

const METADATA = {
  functions: [{ id: "TWICE", name: "TWICE", parameters: [{ name: "x", type: "any" }] }],
};

let host: ExcelHost;
let close = (): Promise<void> => Promise.resolve();

afterEach(() => close());

/** A workbook that calculates: B1 is twice A1 by a function of the add-in, B2 by a formula. */
async function open(): Promise<void> {
  host = createExcelHost({
    workbook: createHeadlessWorkbook([
      {
        name: "成绩",
        cells: [
          [1, "=CS.TWICE(A1)"],
          [1, "=A2*2"],
        ],
      },
    ]),
  });
  const { office, close: closeOffice } = await startOffice(host);
  close = closeOffice;
  office.runScript(`CustomFunctions.associate("TWICE", (x) => x * 2);`);
  host.installFunctions(METADATA);
  await host.whenIdle();
}

const shown = (row: number): unknown => host.workbook.activeSheet().value(row, 1);
const type = (row: number, value: number): void =>
  host.workbook.activeSheet().write(row, 0, [[{ value }]]);

test("the last calculation is told once functions have answered, after the edit", async () => {
  await open();
  const told: unknown[] = [];
  await excelGateway.watchEdits(
    () => told.push("edit"),
    () => told.push(shown(0)),
  );
  host.faults.functionsLate = 100;
  type(0, 5);
  await expect.poll(() => shown(0)).toEqual({ error: "#BUSY!" });
  await expect.poll(() => told.at(-1)).toBe(10);
  expect(told[0]).toBe("edit");
  expect(told).toContainEqual({ error: "#BUSY!" });
});

test("a formula without functions is told of as well", async () => {
  await open();
  const told: unknown[] = [];
  await excelGateway.watchEdits(
    () => undefined,
    () => told.push(shown(1)),
  );
  type(1, 7);
  await expect.poll(() => told.at(-1)).toBe(14);
});

test("all handlers are registered by one request, so that Excel's undo is lost once", async () => {
  await open();
  host.resetCounters();
  await excelGateway.watchEdits(
    () => undefined,
    () => undefined,
  );
  expect(host.counters).toMatchObject({ requests: 1, undoLost: 1 });
});

test("who does not ask for calculations is not told of any", async () => {
  await open();
  await excelGateway.watchEdits(() => undefined);
  expect(host.log.at(-1)?.members).not.toContain("WorksheetCollection._RegisterCalculatedEvent");
});
