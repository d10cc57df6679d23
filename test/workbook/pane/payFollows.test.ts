import { afterEach, beforeEach, expect, test } from "vitest";
import { payStoreOf, type PayStore } from "../../../src/taskpane/pay/payStore";
import type { Pane } from "../../../src/taskpane/shell/pane";
import { HEADER } from "../../setup/ledger";
import { openWorkbook, policyPart, putParts, type OpenWorkbook } from "../openWorkbook";
import { paneOn } from "./setup";

/** The page "薪资" follows the open month; what cannot be worked out must not be tried without end. */

let book: OpenWorkbook;
let pane: Pane;
let store: PayStore;

beforeEach(async () => {
  book = await openWorkbook([
    { name: "成绩", cells: [HEADER, ["1001", "林晓", "2025-06", "初级客服", 85, 30_000]] },
  ]);
  pane = paneOn(book.gateway);
  store = payStoreOf(pane);
});
afterEach(() => book.close());

/** What the page does when it is drawn after a task has ended; how many tasks that has begun. */
async function drawn(): Promise<number> {
  const before = pane.tasks.begun;
  for (let time = 0; time < 3; time += 1) {
    store.follow();
    await pane.tasks.whenIdle();
  }
  return pane.tasks.begun - before;
}

test("a payroll is worked out once for a month", async () => {
  expect(await drawn()).toBe(1);
  expect(store.read().data?.pay.people.onPayroll).toBe(1);
});

test("where the policy cannot be read it is tried once, and again after another task", async () => {
  putParts(book, [policyPart("{")]);
  expect([await drawn(), await drawn()]).toEqual([1, 0]);
  expect(pane.notices.read().notice?.kind).toBe("trouble");
  putParts(book, []);
  await pane.month.validate();
  await drawn();
  expect(store.read().data?.pay.people.onPayroll).toBe(1);
});

test("where the sheet cannot be read it is tried once, and again when the page is shown", async () => {
  // The first request reads the policy.
  book.host.faults.failRequest(2, { code: "GeneralException" });
  expect([await drawn(), await drawn()]).toEqual([1, 0]);
  expect(store.read().data).toBeNull();
  store.show();
  expect(await drawn()).toBe(1);
  expect(store.read().data?.pay.people.onPayroll).toBe(1);
});

test("a run that was cancelled does not begin again by itself", async () => {
  store.follow();
  pane.tasks.cancel();
  await pane.tasks.whenIdle();
  expect(await drawn()).toBe(0);
  await store.workOut();
  expect(store.read().data?.pay.people.onPayroll).toBe(1);
});
