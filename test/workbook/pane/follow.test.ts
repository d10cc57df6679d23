import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { PlainSheet } from "../../../host/node";
import type { Pane } from "../../../src/taskpane/shell/pane";
import { openWorkbook, type OpenWorkbook } from "../openWorkbook";
import { paneOn, stateOf } from "./setup";
import { HEADER } from "../../setup/ledger";

const PEOPLE = ["1001", "1002", "1003"];
const MONTHS = ["2025-04", "2025-05", "2025-06"];
const LEDGER: unknown[][] = [
  HEADER,
  ...PEOPLE.flatMap((id) =>
    MONTHS.map((month, at) => [id, `员工${id}`, month, "初级客服", 85 + at, 30_000]),
  ),
];

let book: OpenWorkbook;
let store: Pane;

function open(cells: unknown[][], others: string[] = []): Promise<void> {
  return openSheets([
    { name: "成绩", cells },
    ...others.map((name) => ({ name, cells: [["说明"], [1]] })),
  ]);
}

async function openSheets(sheets: readonly PlainSheet[]): Promise<void> {
  book = await openWorkbook(sheets);
  store = paneOn(book.gateway);
  await store.month.start();
  await store.month.follow(true);
  await store.month.validate();
  await book.host.whenIdle();
}

beforeEach(() => open(LEDGER));
afterEach(() => book.close());

type Input = Parameters<ReturnType<OpenWorkbook["sheet"]>["write"]>[2][number][number];

/** Types into cells, as HR does. */
function type(row: number, column: number, value: string | number | null, sheet = "成绩"): void {
  const input: Input = { value };
  book.sheet(sheet).write(row, column, [[input]]);
}

/** The findings at cells of the sheet. */
function found(): string[] {
  return (store.month.read().validation?.report.findings ?? []).map(
    ({ code, cell }) => `${code} ${cell === null ? "-" : `${cell.row},${cell.column}`}`,
  );
}

/** What a pane that validates now would find. */
async function anew(): Promise<string> {
  const other = paneOn(book.gateway);
  await other.month.validate();
  return JSON.stringify(other.month.read().validation?.report);
}

async function expectCurrent(): Promise<void> {
  const fresh = await anew();
  await expect.poll(() => JSON.stringify(store.month.read().validation?.report)).toBe(fresh);
  expect(stateOf(store)).toMatchObject({ outdated: null, activity: null });
}

/** Time for events to arrive and for nothing to happen. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 60));

describe("an edit of the sheet", () => {
  test("is checked again from its row alone, without a word", async () => {
    const before = stateOf(store);
    book.host.resetCounters();
    type(2, 4, "优秀");
    await expect.poll(found).toContain("F-SCO-01 2,4");
    expect(book.host.counters.requests).toBe(1);
    expect(book.host.counters.largestResponse).toBeLessThan(2_000);
    expect(stateOf(store)).toMatchObject({ notice: before.notice, activity: null, outdated: null });
    await expectCurrent();
    type(2, 4, 86);
    await expect.poll(found).not.toContain("F-SCO-01 2,4");
  });

  test("is made ready for after validating, without a request and without another result", async () => {
    const states = () => [store.tasks, store.notices, store.month].map((part) => part.read());
    const shown = states();
    book.host.resetCounters();
    await settle();
    expect(book.host.counters.requests).toBe(0);
    states().forEach((state, at) => expect(state).toBe(shown[at]));
    await expectCurrent();
  });

  test.each<[string, () => void]>([
    ["a name", () => type(5, 1, "员工1001")],
    ["an employee ID", () => type(5, 0, "1001")],
    ["a month", () => type(9, 2, "2025-05")],
    ["a month that moves the as-of month", () => [3, 6, 9].forEach((row) => type(row, 4, null))],
    [
      "a row below the others",
      () => LEDGER[9]?.forEach((cell, at) => type(10, at, at === 2 ? "2025-07" : String(cell))),
    ],
    ["the last row, cleared", () => HEADER.forEach((_, at) => type(9, at, null))],
    ["a heading", () => type(0, 5, "备注")],
    ["a new column", () => [0, 1, 2].forEach((row) => type(row, 6, row === 0 ? "投诉次数" : 4))],
    [
      "several rows at once",
      () => book.sheet("成绩").write(1, 4, [[{ value: "良" }], [{ value: 120 }], [{ value: "" }]]),
    ],
  ])("%s: the result is that of validating anew", async (_, edit) => {
    edit();
    await settle();
    await expectCurrent();
  });

  test("inserted and deleted rows and columns are followed by reading the sheet once more", async () => {
    await book.sheet("成绩").insertRows(1, 2);
    await settle();
    await expectCurrent();
    await book.sheet("成绩").deleteColumns(5, 1);
    await settle();
    await expectCurrent();
  });

  test("that Excel does not let be read leaves a quiet word", async () => {
    book.host.faults.failRequest(1, { code: "InvalidOperationInCellEditMode" });
    const { notice } = store.notices.read();
    type(2, 4, "优秀");
    await expect.poll(() => store.month.read().outdated).toBe("failed");
    expect(store.notices.read().notice).toBe(notice);
    await store.month.validate();
    expect(store.month.read().outdated).toBeNull();
    expect(found()).toContain("F-SCO-01 2,4");
  });

  test("while a task runs is checked once it has ended", async () => {
    book.host.faults.delay = 20;
    const running = store.month.validate();
    await settle();
    type(2, 4, "优秀");
    await running;
    book.host.faults.delay = 0;
    await settle();
    await expectCurrent();
  });
});

describe("formulas", () => {
  test("of the sheet are read again with every edit, wherever it is", async () => {
    await book.close();
    const cells = LEDGER.map((row, at) => (at === 4 ? row.with(4, "=说明!A2") : row));
    await open(cells, ["说明"]);
    // The plain store calculates nothing: its formulas show 0 until somebody writes a value.
    book.host.resetCounters();
    type(1, 0, 77, "说明");
    // Nobody says here that formulas were calculated: they are read again after a second.
    await expect.poll(() => book.host.counters.requests, { timeout: 3_000 }).toBe(1);
    await expectCurrent();
  });

  test("without any, edits of other sheets are nobody's business", async () => {
    await book.close();
    await open(LEDGER, ["说明"]);
    book.host.resetCounters();
    type(1, 0, 77, "说明");
    await settle();
    expect(book.host.counters.requests).toBe(0);
    expect(store.month.read().outdated).toBeNull();
  });

  test("typed over a value and back", async () => {
    book.sheet("成绩").write(2, 4, [[{ formula: "=1+1" }]]);
    await settle();
    await expectCurrent();
    type(2, 4, 88);
    await settle();
    await expectCurrent();
  });
});

describe("sheets that are read together", () => {
  const HISTORY: PlainSheet = {
    name: "历史成绩",
    cells: [HEADER.slice(0, 5), ["1001", "员工1001", "2025-03", "初级客服", 84]],
  };
  const month = (name: string, score: number): PlainSheet => ({
    name,
    cells: [
      ["工号", "姓名", "级别", "绩效分数", "销售额"],
      ...PEOPLE.map((id) => [id, `员工${id}`, "初级客服", score, 30_000]),
    ],
  });

  test.each<[string, PlainSheet[], () => void, string]>([
    [
      "a score of 历史成绩",
      [{ name: "成绩", cells: LEDGER }, HISTORY],
      () => type(1, 4, "优秀", "历史成绩"),
      "F-SCO-01 1,4",
    ],
    [
      "a row below 历史成绩",
      [{ name: "成绩", cells: LEDGER }, HISTORY],
      () =>
        ["1002", "员工1002", "2025-02", "", 130].forEach((cell, at) =>
          type(2, at, cell, "历史成绩"),
        ),
      "F-SCO-03 2,4",
    ],
    [
      "a score in the sheet of another month",
      [month("2025-06", 88), month("2025-05", 87), month("2025-04", 86)],
      () => type(2, 3, "优秀", "2025-05"),
      "F-SCO-01 2,3",
    ],
    [
      "a column inserted into the sheet of another month",
      [month("2025-06", 88), month("2025-05", 101)],
      () => void book.sheet("2025-05").insertColumns(0, 1),
      "F-SCO-03 1,4",
    ],
  ])("%s: read again without a word", async (_, sheets, edit, finding) => {
    await book.close();
    await openSheets(sheets);
    const { notice } = store.notices.read();
    edit();
    await expect.poll(found).toContain(finding);
    expect(stateOf(store)).toMatchObject({ notice, activity: null, outdated: null });
    await expectCurrent();
  });

  test("stays with the sheet that was validated, whatever HR has open", async () => {
    await book.close();
    await openSheets([month("2025-06", 88), month("2025-05", 87)]);
    book.host.workbook.activate(book.ref("2025-05").id);
    type(1, 3, "优秀", "2025-05");
    await expect.poll(found).toContain("F-SCO-01 1,3");
    expect(store.month.read().validation?.sheet.name).toBe("2025-06");
    await store.month.revalidate();
    expect(store.month.read().validation?.sheet.name).toBe("2025-06");
  });

  test("are not read again while it is switched off, after a colleague's edit, or where they are large", async () => {
    await book.close();
    await openSheets([{ name: "成绩", cells: LEDGER }, HISTORY]);
    const { validation } = store.month.read();
    book.host.resetCounters();
    book.host.tellRemoteChange("历史成绩", "E2");
    await expect.poll(() => store.month.read().outdated).toBe("colleague");
    await store.month.validate();
    await store.month.follow(false);
    book.host.resetCounters();
    type(1, 4, "优秀", "历史成绩");
    await expect.poll(() => store.month.read().outdated).toBe("notFollowed");
    expect(book.host.counters.requests).toBe(0);
    await store.month.follow(true);
    await store.month.validate();
    expect(found()).toContain("F-SCO-01 1,4");
    expect(store.month.read().validation).not.toBe(validation);

    await book.close();
    const long = Array.from({ length: 20_100 }, (_, at) => [at, "", "2025-03", "", 80]);
    await openSheets([
      { name: "成绩", cells: LEDGER },
      { name: "历史成绩", cells: [HEADER.slice(0, 5), ...long] },
    ]);
    book.host.resetCounters();
    type(1, 4, "优秀", "历史成绩");
    await expect.poll(() => store.month.read().outdated).toBe("notFollowed");
    expect(book.host.counters.requests).toBe(0);
  });

  test("where merged cells would have to be asked for, HR's own undo is left and a quiet word said", async () => {
    await book.close();
    await openSheets([month("2025-06", 88), month("2025-05", 87)]);
    // A name is cleared: now it may be a merged one.
    type(2, 0, null, "2025-05");
    type(2, 1, null, "2025-05");
    await expect.poll(() => store.month.read().outdated).toBe("notFollowed");
    const asked = book.host.log.flatMap(({ members }) => members);
    expect(asked.filter((member) => /getMergedAreas/u.test(member))).toEqual([]);
  });
});

describe("what is not followed", () => {
  test("a colleague's edit only marks the result, without a request", async () => {
    const { notice, validation } = stateOf(store);
    book.host.resetCounters();
    book.host.tellRemoteChange("成绩", "E3");
    await expect.poll(() => store.month.read().outdated).toBe("colleague");
    expect(stateOf(store)).toMatchObject({ notice, validation, activity: null });
    expect(book.host.counters.requests).toBe(0);
  });

  test("a sheet that is deleted", async () => {
    await book.close();
    await open(LEDGER, ["说明"]);
    const { notice } = store.notices.read();
    book.host.workbook.deleteSheet(book.ref("成绩").id);
    await expect.poll(() => store.month.read().outdated).toBe("notFollowed");
    expect(store.notices.read().notice).toBe(notice);
  });

  test("edits once it is switched off; switched on again, no second handler is registered", async () => {
    await store.month.follow(false);
    type(2, 4, "优秀");
    await expect.poll(() => store.month.read().outdated).toBe("notFollowed");
    expect(found()).not.toContain("F-SCO-01 2,4");
    book.host.resetCounters();
    await store.month.follow(true);
    expect(book.host.counters.requests).toBe(0);
    type(3, 4, "优秀");
    await expect.poll(found).toContain("F-SCO-01 3,4");
  });

  test("anything before the first validation", async () => {
    await book.close();
    book = await openWorkbook([{ name: "成绩", cells: LEDGER }]);
    store = paneOn(book.gateway);
    await store.month.follow(true);
    book.host.resetCounters();
    type(2, 4, "优秀");
    await settle();
    expect(book.host.counters.requests).toBe(0);
    expect(store.month.read().outdated).toBeNull();
  });
});
