import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { formatAddress } from "../../../src/grid";
import { GatewayError, type Gateway } from "../../../src/tasks";
import type { Pane } from "../../../src/taskpane/shell/pane";
import { policyStoreOf } from "../../../src/taskpane/policy/policyStore";
import { ignoreStoreOf } from "../../../src/taskpane/validate/ignoreStore";
import { monthOf } from "../../../src/units";
import { HEADER } from "../../setup/ledger";
import { openWorkbook, rulesOf, type OpenWorkbook } from "../openWorkbook";
import { HR_RULE, juniorRow as row, paneOn } from "./setup";

/** In June: an error at E7, a score at E4 that two readings place otherwise. */
const CELLS: unknown[][] = [
  HEADER,
  row("1001", "林晓", "2025-05", 105),
  row("1001", "林晓", "2025-06", 88),
  row("1002", "周敏", "2025-06", 80),
  row("1003", "吴敏", "2025-05", 87),
  row("1003", "吴敏", "2025-06", 87),
  row("1004", "郑洁", "2025-06", 105),
];

let book: OpenWorkbook;
let pane: Pane;

beforeEach(async () => {
  book = await openWorkbook([{ name: "成绩", cells: CELLS }]);
  book.sheet("成绩").addConditionalFormat(HR_RULE);
  pane = paneOn(book.gateway);
  await pane.month.start();
});
afterEach(() => book.close());

/** "error E7": every marked cell with its kind. */
function marked(): string[] {
  return rulesOf(book.sheet("成绩"))
    .flatMap(({ formula, areas }) => {
      const kind = /CS\.(\w+)/.exec(formula)?.[1];
      if (kind === undefined) return [];
      return areas.flatMap(({ row: top, column: left, rows, columns }) =>
        Array.from({ length: rows * columns }, (_, at) => ({
          row: top + Math.floor(at / columns),
          column: left + (at % columns),
        })).map((cell) => `${kind} ${formatAddress(cell)}`),
      );
    })
    .sort();
}

async function type(down: number, across: number, value: string | number): Promise<void> {
  book.sheet("成绩").write(down, across, [[{ value }]]);
  await book.host.whenIdle();
}

const marks = () => pane.month.highlights.read().marks;
const settle = () => new Promise((resolve) => setTimeout(resolve, 60));

test("what is to be mended this month is marked, open readings only where chosen", async () => {
  expect(marks()).toBe("none");
  await pane.month.highlight();
  expect(marked()).toEqual(["error E7"]);
  expect(marks()).toBe("current");
  pane.month.highlights.chooseDecisions(true);
  expect(marks()).toBe("stale");
  expect(marked()).toEqual(["error E7"]);
  await pane.month.highlight();
  expect(marked()).toEqual(["error E7", "warning E4"]);
  expect(marks()).toBe("current");
  pane.month.highlights.chooseDecisions(false);
  expect(marks()).toBe("stale");
  pane.month.highlights.chooseDecisions(true);
  expect(marks()).toBe("current");
});

describe("while edits are followed", () => {
  beforeEach(async () => {
    await pane.month.follow(true);
    await pane.month.highlight();
  });

  test("what is mended is no longer marked, what is spoilt is, without a word", async () => {
    const { notice } = pane.notices.read();
    await type(6, 4, 85);
    await expect.poll(marked).toEqual([]);
    await type(2, 4, 130);
    await expect.poll(marked).toEqual(["error E3"]);
    expect(marks()).toBe("current");
    expect(pane.notices.read().notice).toBe(notice);
    expect(pane.tasks.read().activity).toBeNull();
    await pane.month.clear();
    expect(marks()).toBe("none");
    expect(rulesOf(book.sheet("成绩"))).toEqual([HR_RULE]);
  });

  test("an edit that changes no mark asks nothing of the marks", async () => {
    const before = book
      .sheet("成绩")
      .conditionalFormats()
      .map(({ id }) => id);
    await type(2, 5, 31_000);
    await settle();
    expect(
      book
        .sheet("成绩")
        .conditionalFormats()
        .map(({ id }) => id),
    ).toEqual(before);
    expect(marks()).toBe("current");
  });

  test("after they were cleared nothing is marked by edits", async () => {
    await pane.month.clear();
    await type(2, 4, 130);
    await settle();
    expect(marked()).toEqual([]);
    expect(marks()).toBe("none");
  });

  test("clearing while marks are on their way leaves none", async () => {
    for (const value of [130, 140, 88]) {
      book.sheet("成绩").write(2, 4, [[{ value }]]);
      await Promise.resolve();
    }
    await pane.month.clear();
    await settle();
    await book.host.whenIdle();
    expect(marked()).toEqual([]);
    expect(marks()).toBe("none");
  });

  test("several edits, one after the other, end with the marks of the last", async () => {
    for (const [down, value] of [
      [6, 85],
      [2, 130],
      [3, 140],
      [2, 88],
    ] as const)
      book.sheet("成绩").write(down, 4, [[{ value }]]);
    await expect.poll(marked).toEqual(["error E4"]);
    expect(marks()).toBe("current");
  });
});

describe("marks are said to be old, and stay as they are,", () => {
  test("after an edit that is not followed", async () => {
    await pane.month.follow(true);
    await pane.month.follow(false);
    await pane.month.highlight();
    await type(6, 4, 85);
    await expect.poll(marks).toBe("stale");
    expect(marked()).toEqual(["error E7"]);
    await pane.month.highlight();
    expect([marks(), marked()]).toEqual(["current", []]);
  });

  test.each([true, false])("when a finding is set aside (edits followed: %s)", async (follows) => {
    await pane.month.follow(follows);
    await pane.month.highlight();
    const findings = pane.month.read().validation?.report.findings ?? [];
    const errors = findings.filter(({ severity, cell }) => severity === "error" && cell?.row === 6);
    await ignoreStoreOf(pane).ignore(errors, { reason: "已核对", by: "HR" });
    expect(marks()).toBe("stale");
    expect(marked()).toEqual(["error E7"]);
    await pane.month.highlight();
    expect([marks(), marked()]).toEqual(["current", []]);
    await ignoreStoreOf(pane).restore(pane.month.read().validation?.report.ignored ?? []);
    expect(marks()).toBe("stale");
  });

  test.each([true, false])("when a reading is decided (edits followed: %s)", async (follows) => {
    await pane.month.follow(follows);
    pane.month.highlights.chooseDecisions(true);
    await pane.month.highlight();
    expect(marked()).toEqual(["error E7", "warning E4"]);
    await policyStoreOf(pane).useRecommended();
    await expect.poll(marks).toBe("stale");
    expect(marked()).toEqual(["error E7", "warning E4"]);
    // The month may still be read again after the decision: a click waits for that, as the button does.
    await expect.poll(() => pane.month.highlight().then(marks)).toBe("current");
    expect(marked()).toEqual(["error E7"]);
  });

  test("in another month; they are current again in their own", async () => {
    await pane.month.follow(true);
    await pane.month.highlight();
    pane.month.chooseMonth(monthOf(2025, 5));
    await pane.tasks.whenIdle();
    expect([marks(), marked()]).toEqual(["stale", ["error E7"]]);
    pane.month.chooseMonth(monthOf(2025, 6));
    await pane.tasks.whenIdle();
    expect(marks()).toBe("current");
    pane.month.chooseMonth(monthOf(2025, 5));
    await pane.tasks.whenIdle();
    await pane.month.highlight();
    expect([marks(), marked()]).toEqual(["current", ["error E2"]]);
  });
});

test("highlighting that fails leaves what stood there, and says that it is old where that is so", async () => {
  await pane.month.highlight();
  pane.month.highlights.chooseDecisions(true);
  book.host.protectSheet("成绩");
  await pane.month.highlight();
  expect([marks(), marked()]).toEqual(["stale", ["error E7"]]);
  expect(pane.notices.read().notice).toMatchObject({ kind: "trouble" });
});

test("marks that Excel refuses are said to be old; highlighting once more helps", async () => {
  const { gateway } = book;
  let refuses = true;
  const refusing: Gateway = {
    ...gateway,
    applyMarks: (...given) =>
      refuses ? Promise.reject(new GatewayError("cellEditing")) : gateway.applyMarks(...given),
  };
  pane = paneOn(refusing);
  await pane.month.start();
  await pane.month.follow(true);
  refuses = false;
  await pane.month.highlight();
  refuses = true;
  await type(6, 4, 85);
  await expect.poll(marks).toBe("stale");
  expect(marked()).toEqual(["error E7"]);
  refuses = false;
  await pane.month.highlight();
  expect(marked()).toEqual([]);
  expect(marks()).toBe("current");
});
