import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Pane } from "../../../src/taskpane/shell/pane";
import { PromotionStore } from "../../../src/taskpane/promotion/promotionStore";
import { monthOf } from "../../../src/units";
import { states } from "../../views/promotion/setup";
import { openWorkbook, type OpenWorkbook } from "../openWorkbook";
import { paneOn, stateOf } from "./setup";
import { HEADER } from "../../setup/ledger";

/** Rows that HR types into 晋升流程 while the page of promotions is open. */

const LEDGER = [
  HEADER,
  ...[85, 92, 86, 93, 88].map((score, at) => [
    "1001",
    "林晓",
    `2025-0${at + 2}`,
    "初级客服",
    score,
    31_000,
  ]),
];
const TABLE = ["工号", "姓名", "目标级别", "考核月", "项目(条款号)", "结果"];
const passed = (item: string): string[] => ["1001", "林晓", "中级客服", "2025-06", item, "通过"];

let book: OpenWorkbook;
let pane: Pane;
let store: PromotionStore;
let close: () => void;

async function open(...more: { name: string; cells: unknown[][] }[]): Promise<void> {
  book = await openWorkbook([{ name: "成绩", cells: LEDGER }, ...more]);
  pane = paneOn(book.gateway);
  // The page listens to its window; there is none here.
  const quiet = { addEventListener: () => undefined, removeEventListener: () => undefined };
  vi.stubGlobal("window", quiet);
  vi.stubGlobal("document", { documentElement: quiet });
  await pane.month.follow(true);
  store = new PromotionStore(pane);
  close = store.open();
  await expect.poll(() => store.read().data).not.toBeNull();
}
afterEach(async () => {
  close();
  await book.close();
});

const done = (): string[] =>
  (store.read().data?.month.people ?? []).flatMap(({ file }) =>
    states(file?.steps).filter((step) => !step.endsWith("open")),
  );
const type = (sheet: string, row: number, values: readonly unknown[]): void => {
  book.sheet(sheet).write(row, 0, [values.map((value) => ({ value: value as string }))]);
};
const quiet = () => new Promise((resolve) => setTimeout(resolve, 400));

describe("rows typed into 晋升流程 appear at once", () => {
  beforeEach(() => open({ name: "晋升流程", cells: [TABLE] }));

  test("each of them, from that sheet alone", async () => {
    book.host.resetCounters();
    type("晋升流程", 1, passed("§5.2b"));
    await expect.poll(done).toEqual(["§5.2b done"]);
    type("晋升流程", 2, [...passed("§4.1.A").slice(0, 5), "不通过"]);
    await expect.poll(done).toEqual(["§4.1.A refused", "§5.2b done"]);
    // Twice the list of sheets and the cells of one: the scores are not read again.
    expect(book.host.counters.requests).toBeLessThanOrEqual(8);
    expect(stateOf(pane)).toMatchObject({ activity: null, notice: null });
  });

  test("a row that is changed or taken away", async () => {
    type("晋升流程", 1, passed("§5.2b"));
    await expect.poll(done).toEqual(["§5.2b done"]);
    type("晋升流程", 1, [...passed("§5.2b").slice(0, 5), "待定"]);
    await expect.poll(done).toEqual([]);
  });

  test("while a request fails nothing is lost, and the next look has it", async () => {
    book.host.faults.failRequest(1, { code: "GeneralException" });
    type("晋升流程", 1, passed("§5.2b"));
    // Said on every page: what is shown may be old.
    await expect.poll(() => pane.month.read().outdated).toBe("failed");
    book.host.faults.clear();
    expect(store.read().data).not.toBeNull();
    await store.readAgain();
    expect(pane.month.read().outdated).toBeNull();
    expect(store.read().trouble).toBeNull();
    expect(done()).toEqual(["§5.2b done"]);
  });

  test("a score that changes is judged again", async () => {
    type("成绩", 5, ["1001", "林晓", "2025-06", "初级客服", 70, 31_000]);
    await expect
      .poll(() => store.read().data?.month.people.map(({ row }) => row.status))
      .toEqual(["not_yet"]);
  });

  test("not once the page is closed, nor while edits are not followed", async () => {
    await pane.month.follow(false);
    type("晋升流程", 1, passed("§5.2b"));
    await quiet();
    expect(done()).toEqual([]);
    await pane.month.follow(true);
    close();
    type("晋升流程", 2, passed("§4.1.A"));
    await quiet();
    expect(done()).toEqual([]);
  });
});

test("the table that HR pastes in as a new sheet appears, too", async () => {
  await open();
  expect(store.read().data?.table).toBeNull();
  const sheet = book.host.workbook.addSheet("晋升流程");
  sheet.write(
    0,
    0,
    [TABLE, passed("§5.2b")].map((row) => row.map((value) => ({ value }))),
  );
  await expect.poll(done).toEqual(["§5.2b done"]);
});

test("another month that is picked is judged by itself", async () => {
  await open();
  expect(store.read().data?.month.people.map(({ row }) => row.status)).toEqual(["eligible"]);
  pane.month.chooseMonth(monthOf(2025, 5));
  await expect
    .poll(() => store.read().data?.month.people.map(({ row }) => row.status))
    .toEqual(["not_yet"]);
  pane.month.chooseMonth(null);
  await expect
    .poll(() => store.read().data?.month.people.map(({ row }) => row.status))
    .toEqual(["eligible"]);
});
