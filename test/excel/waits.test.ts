import { afterEach, expect, test } from "vitest";
import { excelWaits } from "../../src/excel";
import { openWorkbook, problemOf, type OpenWorkbook } from "../workbook/openWorkbook";

let book: OpenWorkbook;

afterEach(() => book.close());

const SHEETS = [{ name: "成绩", cells: [["姓名"], ["林晓"]] }];
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const waiting = () => excelWaits.read().waiting;

test("while a cell is being edited Excel waits; it is said after two seconds and ends with the edit", async () => {
  book = await openWorkbook(SHEETS, { behaviours: ["editingHoldsRequests"] });
  book.host.faults.cellEditing = true;
  const changes: boolean[] = [];
  const stop = excelWaits.subscribe(() => changes.push(waiting()));
  const started = performance.now();
  const listed = book.gateway.listSheets();
  await expect.poll(waiting, { timeout: 5_000 }).toBe(true);
  expect(performance.now() - started).toBeGreaterThan(1_900);
  book.host.faults.cellEditing = false;
  expect((await listed).map(({ name }) => name)).toEqual(["成绩"]);
  expect(changes).toEqual([true, false]);
  stop();
});

test("an Excel that cannot wait says so at once", async () => {
  book = await openWorkbook(SHEETS);
  book.host.faults.cellEditing = true;
  expect((await problemOf(book.gateway.listSheets())).problem).toBe("cellEditing");
  book.host.faults.cellEditing = false;
});

test("a long conversation is no waiting once it has been answered", async () => {
  book = await openWorkbook(SHEETS);
  book.host.faults.delay = 900;
  const changes: boolean[] = [];
  const stop = excelWaits.subscribe(() => changes.push(waiting()));
  await book.gateway.readFormulaHeads();
  await pause(50);
  expect(changes).toEqual([]);
  stop();
});
