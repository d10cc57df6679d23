import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Pane } from "../../../src/taskpane/shell/pane";
import { sayTrouble } from "../../../src/wording";
import { openWorkbook, rulesOf, type OpenWorkbook } from "../openWorkbook";
import { HEADER } from "../../setup/ledger";
import { HR_RULE, paneOn } from "./setup";

/** Errors that Excel answers with, as the protocol names them. */
const CODES = [
  "AccessDenied",
  "ApiNotFound",
  "GeneralException",
  "InvalidArgument",
  "InvalidOperationInCellEditMode",
  "InvalidReference",
  "InvalidSelection",
  "ItemAlreadyExists",
  "ItemNotFound",
  "NotImplemented",
  "RequestPayloadSizeLimitExceeded",
  "ResponsePayloadSizeLimitExceeded",
  "RangeExceedsLimit",
  "UnsupportedOperation",
] as const;
/** How far Excel had come: nothing done, half of it, or all of it with the answer lost. */
const WHEN = [{}, { atAction: 6 }, { afterwards: true }] as const;

const CELLS = [
  HEADER,
  ["1001", "林晓", "2025-05", "初级客服", "优秀", 30_000],
  ["1001", "林晓", "2025-06", "初级客服", 88, -30_000],
  ["1002", "周敏", "2025-06", "特级客服", 130, 55_000],
];

let book: OpenWorkbook;
let store: Pane;

beforeEach(async () => {
  book = await openWorkbook([{ name: "成绩", cells: CELLS }]);
  book.sheet("成绩").addConditionalFormat(HR_RULE);
  store = openStore();
});
afterEach(() => book.close());

function openStore(): Pane {
  return paneOn(book.gateway);
}

const values = (): unknown[][] =>
  CELLS.map((cells, row) => cells.map((_, column) => book.sheet("成绩").value(row, column)));
const rules = () => rulesOf(book.sheet("成绩")).filter(({ formula }) => formula.includes("CS."));

async function requestsOf(action: () => Promise<void>): Promise<number> {
  book.host.resetCounters();
  await action();
  await book.host.whenIdle();
  return book.host.counters.requests;
}

/** What the pane says of a failure in both languages, and whether it offers to try again. */
function trouble(): { readonly said: string; readonly retry: (() => Promise<void>) | null } | null {
  const { notice } = store.notices.read();
  if (notice?.kind !== "trouble") return null;
  const [zh, en] = (["zh", "en"] as const).map((language) => sayTrouble(notice.trouble, language));
  return { said: `${zh?.what}${zh?.next}${en?.what}${en?.next}`, retry: notice.retry };
}

/** What cannot be helped by trying again: this Excel does not know the call. */
const HOPELESS: ReadonlySet<string> = new Set([
  "ApiNotFound",
  "NotImplemented",
  "UnsupportedOperation",
]);

describe.each(CODES)("%s", (code) => {
  test("in each request of validating: the sheet is as it was, the pane says so, and trying again helps", async () => {
    const requests = await requestsOf(() => store.month.validate());
    expect(requests).toBeGreaterThan(3);
    let failed = 0;
    for (let number = 1; number <= requests; number += 1) {
      // A pane of its own, since a policy that was read once is not needed again.
      store = openStore();
      book.host.faults.failRequest(number, { code });
      await store.month.validate();
      book.host.faults.clear();
      expect(values()).toEqual(CELLS);
      expect(rulesOf(book.sheet("成绩"))).toEqual([HR_RULE]);
      const said = trouble();
      if (said === null) {
        expect(store.month.read().validation?.report.findings.length).toBeGreaterThan(0);
        continue;
      }
      failed += 1;
      expect(said.said.length).toBeGreaterThan(20);
      if (said.retry === null) expect(HOPELESS.has(code)).toBe(true);
      await (said.retry ?? store.month.validate)();
      expect(trouble()).toBeNull();
      expect(store.month.read().validation?.report.findings.length).toBeGreaterThan(0);
    }
    expect(failed).toBeGreaterThan(1);
  });

  test("in each request of highlighting: the earlier marks or the new ones, never a part of them", async () => {
    await store.month.highlight();
    const marked = rules();
    expect(marked.length).toBeGreaterThan(1);
    const requests = await requestsOf(() => store.month.highlight());
    let failed = 0;
    for (const when of WHEN)
      for (let number = requests - 3; number <= requests; number += 1) {
        book.host.faults.failRequest(number, { code, ...when });
        await store.month.highlight();
        book.host.faults.clear();
        expect(values()).toEqual(CELLS);
        expect(rules()).toEqual(marked);
        const said = trouble();
        if (said === null) continue;
        failed += 1;
        if (said.retry === null) expect(HOPELESS.has(code)).toBe(true);
        await (said.retry ?? store.month.highlight)();
        expect(trouble()).toBeNull();
      }
    expect(failed).toBeGreaterThan(2);
    expect(rulesOf(book.sheet("成绩")).filter(({ formula }) => !formula.includes("CS."))).toEqual([
      HR_RULE,
    ]);
  });
});

test("clearing that breaks off half done is brought to its end", async () => {
  for (const when of WHEN) {
    await store.month.highlight();
    const requests = await requestsOf(() => store.month.clear());
    expect(rules()).toEqual([]);
    await store.month.highlight();
    book.host.faults.failRequest(requests, { code: "GeneralException", ...when });
    await store.month.clear();
    expect(rules()).toEqual([]);
    expect(trouble()).toBeNull();
  }
});
