import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  createExcelHost,
  createHeadlessWorkbook,
  type ExcelHost,
  type Sheet,
} from "../../../host/node";
import { excelGateway } from "../../../src/excel";
import { functionsMetadata } from "../../../src/formulas";
import { bindFunctions } from "../../../src/functions";
import { payStoreOf } from "../../../src/taskpane/pay/payStore";
import { policyStoreOf } from "../../../src/taskpane/policy/policyStore";
import { promotionStoreOf } from "../../../src/taskpane/promotion/promotionStore";
import { sheetStoreOf } from "../../../src/taskpane/sheet/sheetStore";
import type { Pane } from "../../../src/taskpane/shell/pane";
import { builtInBook, policyFor, type StoredVersion } from "../../../src/policy";
import { changeSheetMemory, PolicySession, withLeft } from "../../../src/tasks";
import { monthOf } from "../../../src/units";
import { HEADER, TODAY } from "../../setup/ledger";
import { paneOn } from "./setup";
import { startOffice } from "../openWorkbook";

/** One open month on all pages, through Microsoft's client, in a workbook whose pay columns are our formulas. */

const HEADINGS = [...HEADER, "底薪", "提成", "绩效工资", "应发合计"];
const PEOPLE = [
  ["1001", "林晓", "初级客服", [85, 92, 86, 93], 45_000],
  ["1002", "周敏", "中级客服", [95, 96, 91, 97], 55_000],
  ["1003", "陈浩", "初级客服", [70, 80, 82, 84], 20_000],
  ["1004", "郑凯", "高级客服", [60, 60.5, 58, 91], 61_000],
] as const;

let host: ExcelHost;
let pane: Pane;
let close: () => Promise<void>;

const LEDGER: unknown[][] = [
  HEADINGS,
  ...PEOPLE.flatMap(([id, name, level, scores, sales]) =>
    scores.map((score, at) => [id, name, `2025-0${at + 3}`, level, score, sales]),
  ),
].map((cells, at) => {
  if (at === 0) return cells;
  const row = at + 1;
  return [
    ...cells,
    `=CS.BASEPAY(D${row},C${row})`,
    `=CS.COMMISSION(F${row},C${row})`,
    `=CS.PERFPAY(E${row},D${row},C${row})`,
    `=CS.PAY(D${row},F${row},E${row},,C${row})`,
  ];
});

const sheet = (): Sheet => {
  const [first] = host.workbook.sheets();
  if (first === undefined) throw new Error("No sheet");
  return first;
};
const type = (row: number, column: number, value: string | number | null): void =>
  sheet().write(row, column, [[{ value }]]);

async function open(cells: readonly (readonly unknown[])[]): Promise<void> {
  host = createExcelHost({ workbook: createHeadlessWorkbook([{ name: "成绩", cells }]) });
  ({ close } = await startOffice(host));
  const policy = new PolicySession(excelGateway);
  bindFunctions({
    load: async () => inForce(await policy.load()),
    subscribe: (listener) => policy.subscribe((one) => listener(inForce(one))),
    today: () => TODAY,
  });
  host.installFunctions(functionsMetadata("zh"));
  await host.whenIdle();
  pane = paneOn(excelGateway, TODAY, policy);
  await pane.month.start();
  await pane.month.follow(true);
}

function inForce(policy: Awaited<ReturnType<PolicySession["load"]>>) {
  return policy.kind === "read"
    ? ({ kind: "book", book: policy.book } as const)
    : ({ kind: "unreadable", cause: policy.why } as const);
}

afterEach(() => close());

/** The built-in policy from 2025 on, with another base salary of juniors, in fen. */
function withSalary(baseSalaryFen: number): StoredVersion {
  const { values } = policyFor(builtInBook(), TODAY);
  const levels = values.levels.map((level) =>
    level.id === "junior" ? { ...level, baseSalaryFen } : level,
  );
  return {
    id: "2025",
    from: "2025-01",
    name: "2025",
    locked: false,
    values: { ...values, levels },
  };
}

const byColleague = (): void => host.tellRemoteChange("成绩", "E3");

/** What would change months before the open one, too, is to do so. */
function forAllMonths(): void {
  const { past } = policyStoreOf(pane);
  past.subscribe(() => {
    if (past.read().question !== null) past.choose("all");
  });
}

const errors = (of: Pane = pane): string[] =>
  (of.month.read().validation?.report.findings ?? []).flatMap(({ severity, code, cell }) =>
    severity === "error" ? [`${code} ${cell === null ? "-" : `${cell.row},${cell.column}`}`] : [],
  );

/** What a pane that validates now says of everything. */
async function anew(): Promise<string> {
  const other = paneOn(excelGateway);
  await other.month.validate();
  return JSON.stringify(other.month.read().validation?.report);
}

const shown = (): string => JSON.stringify(pane.month.read().validation?.report);

/** Does something and waits until the month says what a fresh validation says; the most errors shown on the way. */
async function settled(change: () => unknown): Promise<number> {
  let most = 0;
  const stop = pane.month.subscribe(() => (most = Math.max(most, errors().length)));
  await change();
  await host.whenIdle();
  await expect
    .poll(async () => pane.month.isCurrent() && shown() === (await anew()), { timeout: 8_000 })
    .toBe(true);
  stop();
  return most;
}

/** Until what follows a validation by itself is over, such as looking for settings that hang elsewhere in the file. */
const quiet = async (): Promise<void> => {
  for (let before = -1; host.counters.requests !== before;) {
    before = host.counters.requests;
    await new Promise((resolve) => setTimeout(resolve, 300));
    await host.whenIdle();
  }
};

const asked = async (action: () => Promise<unknown>): Promise<number> => {
  await quiet();
  host.resetCounters();
  await action();
  await host.whenIdle();
  return host.counters.requests;
};

describe("after calculation, not before (rule M7)", () => {
  // Three slips: a word for a score, a score above 100, sales in words.
  const SLIPS = [
    [4, 4, "优秀", 93],
    [8, 4, 105, 97],
    [12, 5, "三万", 20_000],
  ] as const;

  const withSlips = (): unknown[][] =>
    LEDGER.map((row, at) => {
      const slip = SLIPS.find(([of]) => of === at);
      return slip === undefined ? row : row.with(slip[1], slip[2]);
    });

  describe.each<[string, () => void]>([
    ["functions answer 300 ms after the edit", () => (host.faults.functionsLate = 300)],
    [
      "Excel never says that it has calculated",
      () => {
        host.faults.functionsLate = 300;
        host.faults.silentCalculation = true;
      },
    ],
  ])("%s", (_, slow) => {
    beforeEach(async () => {
      await open(withSlips());
      await pane.month.validate();
      slow();
    });

    test("each of three slips that is mended is one problem less", async () => {
      const before = errors();
      expect(before).toEqual(
        expect.arrayContaining(["F-SCO-01 4,4", "F-SCO-03 8,4", "F-SAL-01 12,5"]),
      );
      let count = before.length;
      for (const [row, column, , right] of SLIPS) {
        const most = await settled(() => type(row, column, right));
        expect(most).toBeLessThan(count);
        expect(errors()).toHaveLength(count - 1);
        count -= 1;
      }
    }, 60_000);

    test("a right value typed over a right value changes nothing", async () => {
      const before = errors().length;
      expect(await settled(() => type(2, 5, 46_000))).toBe(before);
      expect(errors()).toHaveLength(before);
    }, 60_000);

    test("adopting the recommended readings never raises the errors", async () => {
      const before = errors().length;
      expect(await settled(policyStoreOf(pane).useRecommended)).toBeLessThanOrEqual(before);
      expect(await settled(policyStoreOf(pane).undoLast)).toBeLessThanOrEqual(before);
      expect(errors()).toHaveLength(before);
    }, 60_000);

    test.each(["literal", "favourable"] as const)(
      "a preset, and what takes it back (%s)",
      async (preset) => {
        const before = errors().length;
        const policy = policyStoreOf(pane);
        forAllMonths();
        await settled(() => policy.usePreset(preset));
        await settled(policy.undoLast);
        expect(errors()).toHaveLength(before);
      },
      60_000,
    );

    test("a salary in a version of HR's own", async () => {
      const before = errors().length;
      forAllMonths();
      const most = await settled(() =>
        policyStoreOf(pane).change((stored) => ({
          kind: "edited",
          value: { ...stored, versions: [withSalary(230_000)] },
        })),
      );
      // Pay that formulas work out follows the salary as soon as they are calculated.
      expect(most).toBeLessThanOrEqual(before);
      expect(errors()).toHaveLength(before);
    }, 60_000);

    test("safe fixes, and what takes them back", async () => {
      type(3, 4, "８６分");
      await settled(() => undefined);
      const store = sheetStoreOf(pane);
      await store.previewFixes();
      const { preview } = store.read();
      if (preview?.kind !== "fixes") throw new Error("Nothing to fix");
      const before = errors().length;
      expect(await settled(() => store.applyFixes(preview.fixes))).toBeLessThanOrEqual(before);
      expect(await settled(store.undo)).toBeLessThanOrEqual(before);
    }, 60_000);
  });

  test("a cell that is never calculated: the rest is said, and that it is not", async () => {
    await open(LEDGER);
    host.faults.neverAnswered.add("成绩!J5");
    type(4, 4, 94);
    await pane.month.validate();
    expect(errors()).toEqual([]);
    const codes = pane.month.read().validation?.report.findings.map(({ code }) => code);
    expect(codes).toContain("F-CALC-01");
    // The pages open all the same.
    expect(await asked(() => payStoreOf(pane).workOut())).toBe(0);
  }, 30_000);
});

describe("read once for all pages", () => {
  beforeEach(async () => {
    await open(LEDGER);
    await pane.month.validate();
    await host.whenIdle();
  });

  test("after validating no page asks Excel for scores", async () => {
    const policy = policyStoreOf(pane);
    const promotion = promotionStoreOf(pane);
    const pay = payStoreOf(pane);
    const requests = await asked(async () => {
      const stops = [policy.open(), promotion.open()];
      await pay.workOut();
      await expect.poll(() => policy.read().weighed.phase).toBe("done");
      await expect.poll(() => promotion.read().data).not.toBeNull();
      for (const stop of stops) stop();
    });
    expect(requests).toBe(0);
    const people = pane.month.read().validation?.report.people.length;
    expect(promotion.read().data?.month.people).toHaveLength(people ?? -1);
    expect(policy.read().weighed.people).toBe(people);
    expect(policy.read().weighed.exposure?.payroll).toBe(pay.read().data?.pay.total);
  });

  test("another month is chosen once, and seen on every page", async () => {
    const promotion = promotionStoreOf(pane);
    const stop = promotion.open();
    const april = monthOf(2025, 4);
    expect(await asked(() => Promise.resolve(pane.month.chooseMonth(april)))).toBe(0);
    await expect.poll(() => pane.month.read().validation?.report.asOf).toBe(april);
    await expect.poll(() => promotion.read().data?.month.setting.asOf).toBe(april);
    await payStoreOf(pane).workOut();
    expect(payStoreOf(pane).read().data?.pay.month).toBe(april);
    stop();
  });

  test("who has left, says HR, has left every page", async () => {
    await changeSheetMemory(excelGateway, (stored) =>
      withLeft(stored, { employeeId: "1004", name: "郑凯" }, true),
    );
    await pane.month.validate();
    const promotion = promotionStoreOf(pane);
    const stop = promotion.open();
    await payStoreOf(pane).workOut();
    await expect.poll(() => promotion.read().data).not.toBeNull();
    const names = ["1001", "1002", "1003"];
    const { validation } = pane.month.read();
    expect(validation?.report.people.map(({ person }) => person.employeeId).sort()).toEqual(names);
    const promoted = promotion.read().data?.month.people.map(({ row }) => row.person.employeeId);
    expect(promoted?.sort()).toEqual(names);
    const { pay } = payStoreOf(pane).read().data ?? {};
    expect(pay?.people).toMatchObject({ inMonth: 3, onPayroll: 4 });
    expect(pay?.people.left.map(({ name }) => name)).toEqual(["郑凯"]);
    stop();
  });

  describe("what cannot be followed keeps what was shown, says that it is old, and is read again on request", () => {
    test.each<[string, () => void, string]>([
      [
        "a cell is being edited",
        () => {
          host.faults.cellEditing = true;
          type(2, 4, 88);
        },
        "failed",
      ],
      ["a colleague edits", () => byColleague(), "colleague"],
    ])("%s", async (_, happen, why) => {
      const before = shown();
      happen();
      await expect.poll(() => pane.month.read().outdated, { timeout: 5_000 }).toBe(why);
      expect(shown()).toBe(before);
      expect(pane.month.isCurrent()).toBe(false);
      host.faults.clear();
      await settled(() => pane.month.comeBack());
      expect(pane.month.read().outdated).toBeNull();
    });

    test("the sheet is renamed: it is read as a whole, under its new name", async () => {
      const [first] = host.workbook.sheets();
      if (first === undefined) throw new Error("No sheet");
      first.name = "六月成绩";
      await settled(() => type(2, 4, 88));
      expect(pane.month.read().validation?.sheet.name).toBe("六月成绩");
    });

    test("a colleague edits while the sheet is read: the result says that it may be old", async () => {
      host.faults.delay = 40;
      const validating = pane.month.validate();
      await new Promise((resolve) => setTimeout(resolve, 60));
      byColleague();
      await validating;
      host.faults.clear();
      await expect.poll(() => pane.month.read().outdated).toBe("colleague");
    });
  });
});
