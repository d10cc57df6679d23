import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  changePolicy,
  closeMonth,
  PolicySession,
  policyEffect,
  readClosed,
  restorePolicy,
  type KeptMonth,
  type PolicyEdit,
} from "../../../src/tasks";
import { formatMonth, formatYuan, monthOf, type Month } from "../../../src/units";
import { HEADER, month } from "../../setup/ledger";
import { paneOn } from "../pane/setup";
import { closedStoreOf, type ClosedStore } from "../../../src/taskpane/closed/closedStore";
import { openWorkbook, type OpenWorkbook } from "../openWorkbook";
import { openedMonth } from "../openedMonth";

const SIGNED = { by: "张三", on: "2025-07-05", reason: "" };
const AUGUST = monthOf(2025, 8);

/** A sheet for each month, as HR makes a new one every month: a reserve supervisor and a junior. */
const sheetOf = (when: string) => ({
  name: when,
  cells: [
    HEADER,
    ["A01", "林晓", when, "初级客服", 85, 55_000],
    ["A05", "周杰", when, "储备主管", 95, 60_000],
  ],
});

let book: OpenWorkbook;
let policy: PolicySession;
beforeEach(async () => {
  book = await openWorkbook([sheetOf("2025-05"), sheetOf("2025-06"), { name: "空", cells: [[1]] }]);
  policy = new PolicySession(book.gateway);
});
afterEach(() => book.close());

const open = async (name: string, asOf: Month) =>
  openedMonth({
    gateway: book.gateway,
    policy: await policy.load(),
    today: AUGUST,
    month: asOf,
    sheetId: book.ref(name).id,
  });

async function close(name: string): Promise<void> {
  const closed = await closeMonth(book.gateway, await open(name, month(name)), SIGNED, "zh", {
    before: null,
    show: false,
  });
  expect(closed.kind).toBe("written");
}

const decide =
  (reading: string, option: string, from = ""): PolicyEdit =>
  (stored, { decideReading }) =>
    decideReading(stored, { reading, option, by: "HR", on: "2025-08-01", note: "", from });

const kept = async (): Promise<readonly KeptMonth[]> =>
  (await readClosed(book.gateway)).flatMap((one) => (one.kind === "kept" ? [one] : []));

/** What a change would do to closed months: month, people whose pay differs, yuan. */
async function effects(edit: PolicyEdit, opened: string | null): Promise<readonly string[]> {
  const before = await policy.load();
  if (before.kind !== "read") throw new Error(before.kind);
  const months = await readClosed(book.gateway);
  // Another workbook's session, so that nothing of this one is changed.
  const copy = new PolicySession(book.gateway);
  const found = await new Promise<readonly string[]>((resolve, reject) => {
    copy.guard = async (was, is) => {
      if (was.kind !== "read" || is.kind !== "read") throw new Error("Not read");
      const around = {
        gateway: book.gateway,
        today: AUGUST,
        opened: opened === null ? null : await open(opened, month(opened)),
      };
      const all = await policyEffect(months, was.book, is.book, around);
      resolve(
        all.map(({ closed, changes }) =>
          changes === null
            ? `${formatMonth(closed.record.month)} ?`
            : `${formatMonth(closed.record.month)} ${changes.paid} ${formatYuan(changes.total.before)} ${formatYuan(changes.total.after)}`,
        ),
      );
      throw new DOMException("", "AbortError");
    };
    changePolicy(copy, edit).then(
      () => resolve([]),
      (error: unknown) => {
        if (!(error instanceof DOMException))
          reject(new Error("It failed otherwise", { cause: error }));
      },
    );
  });
  return found;
}

describe("what a change of the policy does to closed months", () => {
  // By hand: 55,000 at 1 % = 550, at 1.3 % from 50,000 on = 715; the reserve: 3000 + 780 + 427.50.
  test.each([
    {
      reading: "COMMISSION_T1_FROM",
      option: "50000",
      from: "",
      said: ["2025-05 1 2,937.00 3,102.00", "2025-06 1 2,937.00 3,102.00"],
    },
    {
      reading: "COMMISSION_T1_FROM",
      option: "50000",
      from: "2025-06",
      said: ["2025-06 1 2,937.00 3,102.00"],
    },
    { reading: "COMMISSION_T1_FROM", option: "50000", from: "2025-07", said: [] },
    {
      reading: "SALARY_RESERVE",
      option: "3000",
      from: "2025-06",
      said: ["2025-06 1 2,937.00 7,144.50"],
    },
    // It changes no result of anybody.
    { reading: "SCORE_60", option: "T4", from: "", said: [] },
  ])("$reading $option from “$from”", async ({ reading, option, from, said }) => {
    await close("2025-05");
    await close("2025-06");
    for (const opened of ["2025-06", null])
      expect(await effects(decide(reading, option, from), opened)).toEqual(said);
    expect((await new PolicySession(book.gateway).load()).kept.parts).toEqual([]);
  });

  test("of one whose score sheet is gone it is not known", async () => {
    await close("2025-05");
    book.host.workbook.deleteSheet(book.ref("2025-05").id);
    expect(await effects(decide("COMMISSION_T1_FROM", "50000"), null)).toEqual(["2025-05 ?"]);
    expect(await effects(decide("COMMISSION_T1_FROM", "50000", "2025-06"), null)).toEqual([]);
  });
});

describe("saving it, whichever page does", () => {
  let store: ClosedStore;
  beforeEach(async () => {
    await close("2025-06");
    store = closedStoreOf(paneOn(book.gateway, AUGUST, policy));
  });

  const parts = () =>
    book.host.workbook.customXmlParts.filter(({ xml }) => xml.includes("policy:1"));

  /** Answers the next question. */
  async function answer(given: Parameters<ClosedStore["answer"]>[0]): Promise<void> {
    await expect.poll(() => store.read().question).not.toBeNull();
    store.answer(given);
  }

  const WHY = { by: "李四", reason: "总经理确认" };
  const change = () => changePolicy(policy, decide("COMMISSION_T1_FROM", "50000"));

  test("asks first; refused, nothing is saved", async () => {
    const changing = change();
    await expect.poll(() => store.read().question?.effects.length).toBe(1);
    expect(parts()).toEqual([]);
    await answer(null);
    await expect(changing).rejects.toThrow(DOMException);
    expect([parts(), (await kept())[0]?.record.log.length]).toEqual([[], 1]);
  });

  test("with a reason it is saved, and the reason stands with the month", async () => {
    const changing = change();
    await answer(WHY);
    expect((await changing).kind).toBe("saved");
    expect(parts()).toHaveLength(1);
    const [closed] = await kept();
    expect(closed?.doubt).toBeNull();
    expect(closed?.record.log.at(-1)).toMatchObject({
      kind: "explained",
      ...WHY,
      changes: 1,
      difference: 16_500,
    });
  });

  test("settings that are put in place of others are asked about, too, and so is the way back", async () => {
    const stored = {
      schema: 1 as const,
      decisions: [
        { reading: "COMMISSION_T1_FROM", option: "50000", by: "HR", on: "2025-08-01", note: "" },
      ],
    };
    const restoring = restorePolicy(policy, stored);
    await answer(WHY);
    const before = await restoring;
    const back = policy.putBack(before);
    await answer({ ...WHY, reason: "撤销" });
    await back;
    expect((await kept())[0]?.record.log.map(({ reason }) => reason)).toEqual([
      "",
      "总经理确认",
      "撤销",
    ]);
  });

  test("a reason that cannot be written keeps no policy from being saved: the month asks for it", async () => {
    const changing = change();
    await expect.poll(() => store.read().question).not.toBeNull();
    book.host.resetCounters();
    store.answer(WHY);
    await changing;
    const requests = book.host.counters.requests;
    expect(requests).toBeGreaterThan(3);
    for (let number = 1; number <= requests; number += 1) {
      const next = changePolicy(
        policy,
        decide("COMMISSION_T1_FROM", number % 2 === 1 ? "60000" : "50000"),
      );
      await expect.poll(() => store.read().question).not.toBeNull();
      book.host.faults.failRequest(number, { code: "GeneralException" });
      store.answer({ ...WHY, reason: `第 ${number} 次` });
      await next.catch(() => undefined);
      book.host.faults.clear();
      const [closed] = await kept();
      expect([closed?.doubt, parts().length]).toEqual([null, 1]);
      await policy.refresh();
      // Whatever failed: what is decided is what the session says, so that the next change is one.
      const now = await policy.load();
      if (now.kind !== "read") throw new Error(now.kind);
      const option = now.book.decisions.at(-1)?.option;
      const wanted = number % 2 === 1 ? "60000" : "50000";
      if (option !== wanted) {
        const again = changePolicy(policy, decide("COMMISSION_T1_FROM", wanted));
        await answer(WHY);
        await again;
      }
    }
  });

  test("a change that alters no closed month asks nothing", async () => {
    expect((await changePolicy(policy, decide("SCORE_60", "T4"))).kind).toBe("saved");
    expect(store.read().question).toBeNull();
  });

  test("a month that was reopened asks nothing", async () => {
    const [closed] = await kept();
    if (closed === undefined) throw new Error("Not kept");
    await store.reopen(closed, "张三", "重算");
    expect((await change()).kind).toBe("saved");
  });
});
