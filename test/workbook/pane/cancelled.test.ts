import { afterEach, expect, test } from "vitest";
import type { PlainSheet } from "../../../host/node";
import type { Pane } from "../../../src/taskpane/shell/pane";
import { HEADER, month } from "../../setup/ledger";
import { openWorkbook, policyPart, putParts, rulesOf, type OpenWorkbook } from "../openWorkbook";
import { paneOn } from "./setup";

// Validating that HR cancels leaves the workbook and what the pane shows as they were.

const PEOPLE = 600;
const CELLS = [
  HEADER,
  ...Array.from({ length: PEOPLE * 2 }, (_, index) => [
    String(10_000 + Math.floor(index / 2)),
    `员工${Math.floor(index / 2)}`,
    index % 2 === 0 ? "2025-05" : "2025-06",
    "初级客服",
    index % 7 === 0 ? 130 : 80,
    30_000,
  ]),
];

const decided = (option: string): string =>
  policyPart(
    `{"schema":1,"decisions":[{"reading":"SCORE_80","option":"${option}","by":"HR","on":"2025-06-01","note":""}]}`,
  );

let book: OpenWorkbook;
let pane: Pane;

async function open(sheet: PlainSheet): Promise<void> {
  book = await openWorkbook([sheet]);
  putParts(book, [decided("T2")]);
  pane = paneOn(book.gateway);
  await pane.month.start();
  await pane.month.follow(true);
  await pane.month.highlight();
  await book.host.whenIdle();
}

afterEach(() => book.close());

/** Whatever of the workbook somebody could miss. */
const workbook = () => ({
  sheets: book.host.workbook.sheets().map((sheet) => ({
    name: sheet.name,
    cells: CELLS.map((cells, row) => cells.map((_, column) => sheet.value(row, column))),
    rules: rulesOf(sheet),
  })),
  parts: book.host.workbook.customXmlParts.map(({ xml }) => xml),
});

/** Validates and cancels once so many requests were answered; false where it had ended before. */
async function cancelAfter(requests: number): Promise<boolean> {
  book.host.resetCounters();
  book.host.faults.delay = 2;
  const validating = pane.month.validate();
  while (pane.tasks.isRunning() && book.host.counters.requests < requests)
    await new Promise((resolve) => setImmediate(resolve));
  const runs = pane.tasks.isRunning();
  pane.tasks.cancel();
  await validating;
  book.host.faults.delay = 0;
  return runs;
}

/** What a pane that is opened now shows. */
async function anew(): Promise<string> {
  const other = paneOn(book.gateway);
  await other.month.validate();
  return JSON.stringify(other.month.read().validation?.report);
}

const shown = (): string => JSON.stringify(pane.month.read().validation?.report);

test("cancelled after any request, it changes neither the workbook nor the month that is shown", async () => {
  await open({ name: "成绩", cells: CELLS });
  // Picked while a task runs, so not read yet: the month that was read is shown until then.
  const activity = { doing: "selectingCell", stage: "loading", cancellable: false } as const;
  await pane.tasks.perform(activity, () => {
    pane.month.chooseMonth(month("2025-05"));
    return Promise.resolve();
  });
  const before = { workbook: workbook(), month: pane.month.read() };
  expect(before.workbook.sheets[0]?.rules.length).toBeGreaterThan(0);
  expect(before.month.validation?.report.asOf).toBe(month("2025-06"));

  let requests = 0;
  while (await cancelAfter(requests)) {
    const { notice } = pane.notices.read();
    expect(notice).toMatchObject({ trouble: { kind: "cancelled", doing: "validating" } });
    expect(pane.month.read()).toEqual(before.month);
    expect(workbook()).toEqual(before.workbook);
    requests += 1;
  }
  // That one was not cancelled.
  expect(requests).toBeGreaterThan(6);
  expect(pane.month.read().validation?.report.asOf).toBe(month("2025-05"));
  expect(workbook()).toEqual(before.workbook);
}, 60_000);

const FEW = CELLS.slice(0, 5);
/** Excel works a score out: edits are read again once it has calculated. */
const WORKED_OUT = FEW.map((cells, row) =>
  row === 1 ? cells.map((cell, column) => (column === 4 ? "=F2/1000+50" : cell)) : cells,
);

test.each([
  ["that was being read", FEW],
  ["that waited for Excel's calculation", WORKED_OUT],
])("an edit %s is still read afterwards", async (_, cells) => {
  await open({ name: "成绩", cells });
  const before = shown();
  book.host.faults.silentCalculation = true;
  book.sheet("成绩").write(4, 5, [[{ value: 61_000 }]]);
  expect(await cancelAfter(2)).toBe(true);
  expect(shown()).toBe(before);
  const fresh = await anew();
  expect(fresh).not.toBe(before);
  await expect.poll(shown, { timeout: 8_000 }).toBe(fresh);
});

test("a policy that a colleague has changed is followed all the same", async () => {
  await open({ name: "成绩", cells: FEW });
  const before = shown();
  putParts(book, [decided("T3")]);
  expect(await cancelAfter(3)).toBe(true);
  const fresh = await anew();
  expect(fresh).not.toBe(before);
  await expect.poll(shown, { timeout: 8_000 }).toBe(fresh);
});
