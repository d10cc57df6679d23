import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Finding, FindingCode } from "../../../src/findings";
import type { Pane } from "../../../src/taskpane/shell/pane";
import { sheetStoreOf } from "../../../src/taskpane/sheet/sheetStore";
import { ignoreStoreOf } from "../../../src/taskpane/validate/ignoreStore";
import type { Gateway } from "../../../src/tasks";
import { monthOf } from "../../../src/units";
import { monthSummary } from "../../../src/views";
import { sayTrouble } from "../../../src/wording";
import { HEADER, TODAY } from "../../setup/ledger";
import { openWorkbook, rulesOf, type OpenWorkbook } from "../openWorkbook";
import { juniorRow as row, paneOn } from "./setup";

const NAMESPACE = "urn:cs-promotion:sheet:1";
const SAID = { reason: "已核对无误", by: "王主管" };
const TODAY_SAID = /^\d{4}-\d{2}-\d{2}$/;

const CELLS: unknown[][] = [
  HEADER,
  row("1001", "林晓", "2025-04", 85),
  row("1001", "林晓", "2025-05", 90),
  row("1001", "林晓", "2025-06", 88, -30_000),
  row("1002", "周敏", "2025-05", 86),
  row("1002", "周敏", "2025-06", 86, -1),
  row("1003", "周敏", "2025-05", 87),
  row("1003", "周敏", "2025-06", 87),
];
const NEGATIVE: FindingCode = "F-SAL-02";
const NAMESAKE: FindingCode = "F-EMP-02";

let book: OpenWorkbook;
let pane: Pane;

beforeEach(() => open(CELLS));
afterEach(() => book.close());

async function open(cells: unknown[][]): Promise<void> {
  book = await openWorkbook([{ name: "成绩", cells }]);
  pane = paneOn(book.gateway);
  await pane.month.start();
  await pane.month.validate();
  await book.host.whenIdle();
}

function report(of = pane) {
  const { validation } = of.month.read();
  if (validation === null) throw new Error("Nothing was validated.");
  return validation.report;
}

const listed = (code: FindingCode, of = pane): readonly Finding[] =>
  report(of).findings.filter((finding) => finding.code === code);
const apart = (code: FindingCode, of = pane) =>
  report(of).ignored.filter(({ finding }) => finding.code === code);
/** How many are listed, and how many stand apart. */
const counts = (code: FindingCode, of = pane) => [listed(code, of).length, apart(code, of).length];

const store = (of = pane) => ignoreStoreOf(of);
const ignore = (code: FindingCode, of = pane) => store(of).ignore(listed(code, of), SAID);
const parts = (): readonly string[] =>
  book.host.workbook.customXmlParts
    .filter(({ xml }) => xml.includes(NAMESPACE))
    .map(({ xml }) => xml);
const cells = (): unknown[][] =>
  CELLS.map((each, down) => each.map((_, across) => book.sheet("成绩").value(down, across)));

async function type(down: number, across: number, value: string | number): Promise<void> {
  book.sheet("成绩").write(down, across, [[{ value }]]);
  await book.host.whenIdle();
}

describe("findings that are set aside", () => {
  test("leave the list, the counts and what is told of errors, and nothing else changes", async () => {
    expect(counts(NEGATIVE)).toEqual([2, 0]);
    const before = monthSummary(report());
    const people = report().people;
    await ignore(NEGATIVE);
    expect(counts(NEGATIVE)).toEqual([0, 2]);
    expect(apart(NEGATIVE).map(({ entry }) => entry)).toMatchObject([
      {
        finding: "salesNegative",
        employeeId: "1001",
        name: "林晓",
        month: monthOf(2025, 6),
        ...SAID,
      },
      {
        finding: "salesNegative",
        employeeId: "1002",
        name: "周敏",
        month: monthOf(2025, 6),
        ...SAID,
      },
    ]);
    expect(apart(NEGATIVE)[0]?.entry.on).toMatch(TODAY_SAID);
    expect(monthSummary(report())).toEqual({ ...before, ignored: 2 });
    expect(report().people).toBe(people);
    expect(cells()).toEqual(CELLS);
    expect(rulesOf(book.sheet("成绩"))).toEqual([]);
  });

  test("are no longer among the errors to mend", async () => {
    await type(3, 4, 105);
    await pane.month.validate();
    expect(monthSummary(report())).toMatchObject({ errors: 1, ignored: 0 });
    await ignore("F-SCO-03");
    expect(monthSummary(report())).toMatchObject({ errors: 0, ignored: 1 });
  });

  test("are written with one request that changes the workbook; the sheet is not read again", async () => {
    let writes = 0;
    let reads = 0;
    const { gateway } = book;
    const counting: Gateway = {
      ...gateway,
      writeSheetPart: (...given) => {
        writes += 1;
        return gateway.writeSheetPart(...given);
      },
      readSheet: (...given) => {
        reads += 1;
        return gateway.readSheet(...given);
      },
    };
    pane = paneOn(counting);
    await pane.month.validate();
    const read = reads;
    await ignore(NEGATIVE);
    expect([writes, reads]).toEqual([1, read]);
    expect(parts()).toHaveLength(1);
  });

  test("are known to whoever opens the workbook next", async () => {
    await ignore(NEGATIVE);
    const next = paneOn(book.gateway);
    await next.month.validate();
    expect(counts(NEGATIVE, next)).toEqual([0, 2]);
    expect(apart(NEGATIVE, next)[0]?.entry).toMatchObject(SAID);
  });

  test("stay so when another month is opened, and when the first one is again", async () => {
    await ignore(NEGATIVE);
    pane.month.chooseMonth(monthOf(2025, 5));
    await pane.tasks.whenIdle();
    expect(report().asOf).toBe(monthOf(2025, 5));
    pane.month.chooseMonth(monthOf(2025, 6));
    await pane.tasks.whenIdle();
    expect(counts(NEGATIVE)).toEqual([0, 2]);
  });

  test("are listed again when their cell holds something else, and not when another does", async () => {
    await pane.month.follow(true);
    await ignore(NEGATIVE);
    await type(3, 4, 87);
    await expect.poll(() => report().findings).toBeDefined();
    expect(counts(NEGATIVE)).toEqual([0, 2]);
    await type(3, 5, -40_000);
    await expect.poll(() => counts(NEGATIVE)).toEqual([1, 1]);
    expect(listed(NEGATIVE)[0]?.person?.name).toBe("林晓");
    // As it was when HR said so.
    await type(3, 5, -30_000);
    await expect.poll(() => counts(NEGATIVE)).toEqual([0, 2]);
  });

  test("are known by their people when rows have been sorted", async () => {
    await ignore(NEGATIVE);
    const [heading = [], ...rest] = CELLS;
    const sorted = [heading, ...rest.toReversed()];
    for (const [down, each] of sorted.entries())
      book
        .sheet("成绩")
        .write(down, 0, [each.map((value) => ({ value: value as string | number }))]);
    await pane.month.validate();
    expect(counts(NEGATIVE)).toEqual([0, 2]);
  });

  test("of a person and no month are not listed in the next month either", async () => {
    await ignore(NAMESAKE);
    expect(counts(NAMESAKE)).toEqual([0, 2]);
    for (const [at, [id, name]] of [
      ["1001", "林晓"],
      ["1002", "周敏"],
      ["1003", "周敏"],
    ].entries())
      book
        .sheet("成绩")
        .write(8 + at, 0, [
          row(id ?? "", name ?? "", "2025-07", 88).map((value) => ({ value: value as string })),
        ]);
    const next = paneOn(book.gateway, (TODAY + 1) as typeof TODAY);
    await next.month.validate();
    expect(report(next).asOf).toBe(monthOf(2025, 7));
    expect(counts(NAMESAKE, next)).toEqual([0, 2]);
  });
});

test("the results sheet shows them below the others, with the reason in place of what to do", async () => {
  await ignore(NEGATIVE);
  await sheetStoreOf(pane).writeResults("zh");
  const sheet = book.sheet("校验结果");
  const rows = Array.from({ length: 40 }, (_, down) =>
    Array.from({ length: 12 }, (_each, across) => {
      const value = sheet.value(down, across);
      return typeof value === "string" ? value : "";
    }),
  );
  const withReason = rows.filter((texts) => texts.some((text) => text.includes("已核对无误")));
  expect(withReason).toHaveLength(2);
  for (const texts of withReason) {
    expect(texts).toContain("已忽略");
    expect(texts.join(" ")).toMatch(/不处理：已核对无误（王主管，\d{4}-\d{2}-\d{2}）/);
  }
  const last = rows.findLastIndex((texts) => texts.includes("警告") || texts.includes("提示"));
  expect(rows.findIndex((texts) => texts.includes("已忽略"))).toBeGreaterThan(last);
  expect(rows.flat()).toContain("已忽略 2 项");
});

describe("the way back", () => {
  test("one is restored, then all", async () => {
    await ignore(NEGATIVE);
    await ignore(NAMESAKE);
    await store().restore(apart(NEGATIVE).slice(0, 1));
    expect(counts(NEGATIVE)).toEqual([1, 1]);
    await store().restore(report().ignored);
    expect(report().ignored).toEqual([]);
    expect([...counts(NEGATIVE), ...counts(NAMESAKE)]).toEqual([2, 0, 2, 0]);
    const next = paneOn(book.gateway);
    await next.month.validate();
    expect(counts(NEGATIVE, next)).toEqual([2, 0]);
  });

  test("撤销 takes back what was said last: setting aside, another reason, restoring", async () => {
    const undo = () => sheetStoreOf(pane).undo();
    const reasons = () => apart(NEGATIVE).map(({ entry }) => entry.reason);
    await ignore(NEGATIVE);
    await undo();
    expect(counts(NEGATIVE)).toEqual([2, 0]);
    expect(sheetStoreOf(pane).read().undo).toBeNull();

    await ignore(NEGATIVE);
    const again = report().ignored.map(({ finding }) => finding);
    await store().ignore(again, { ...SAID, reason: "退货" });
    expect(reasons()).toEqual(["退货", "退货"]);
    await undo();
    expect(reasons()).toEqual(["已核对无误", "已核对无误"]);

    await store().restore(apart(NEGATIVE));
    expect(counts(NEGATIVE)).toEqual([2, 0]);
    await undo();
    expect(reasons()).toEqual(["已核对无误", "已核对无误"]);
  });
});

test("an open reading is not set aside: it is decided", async () => {
  const open = report().findings.filter(({ kind }) => kind === "decision");
  expect(open.length).toBeGreaterThan(0);
  await store().ignore(open, SAID);
  expect(report().ignored).toEqual([]);
  expect(report().findings.filter(({ kind }) => kind === "decision")).toEqual(open);
});

test("what else the part says, and what a later version has added, stays", async () => {
  await ignore(NEGATIVE);
  const stored = book.host.workbook.customXmlParts.find(({ xml }) => xml.includes(NAMESPACE));
  if (stored === undefined) throw new Error("No part.");
  stored.xml = stored.xml.replace('"schema":1', '"schema":1,"later":{"a":1}');
  await pane.month.validate();
  await store().restore(apart(NEGATIVE).slice(0, 1));
  const [part = ""] = parts();
  expect(part).toContain('"later":{"a":1}');
  expect(part).toContain("已核对无误");
});

test.each([
  ["no list", '{"schema":1,"ignored":{"a":1}}'],
  ["no month", '{"schema":1,"ignored":[{"finding":"salesNegative","month":"2025-13"}]}'],
  ["no name", '{"schema":1,"ignored":[{}]}'],
])("a part that cannot be followed (%s) is left alone, and that is said", async (_, json) => {
  const xml = `<sheet xmlns="${NAMESPACE}">${json}</sheet>`;
  book.host.workbook.customXmlParts.push({ id: "{x}", xml });
  await pane.month.validate();
  await ignore(NEGATIVE);
  expect(counts(NEGATIVE)).toEqual([2, 0]);
  expect(pane.notices.read().notice).toMatchObject({
    kind: "trouble",
    trouble: { kind: "memoryUnreadable", doing: "ignoring" },
  });
  expect(parts()).toEqual([xml]);
});

describe.each(["GeneralException", "AccessDenied", "InvalidOperationInCellEditMode"])(
  "%s in each request",
  (code) => {
    test.each([
      ["nothing was done", {}],
      ["the answer is lost", { afterwards: true }],
    ])(
      "of setting aside, %s: all is still listed, and that is said; once more it works",
      async (_, when) => {
        book.host.resetCounters();
        await ignore(NEGATIVE);
        await book.host.whenIdle();
        const { requests } = book.host.counters;
        expect(requests).toBeGreaterThan(1);
        await store().restore(report().ignored);
        let failed = 0;
        for (let number = 1; number <= requests; number += 1) {
          book.host.faults.failRequest(number, { code, ...when });
          await ignore(NEGATIVE);
          book.host.faults.clear();
          const { notice } = pane.notices.read();
          if (notice?.kind === "trouble") {
            failed += 1;
            expect(counts(NEGATIVE)).toEqual([2, 0]);
            expect(sayTrouble(notice.trouble, "zh").what).toContain("没有忽略");
            await (notice.retry ?? (() => ignore(NEGATIVE)))();
          }
          expect(counts(NEGATIVE)).toEqual([0, 2]);
          expect(parts()).toHaveLength(1);
          await store().restore(report().ignored);
          expect(counts(NEGATIVE)).toEqual([2, 0]);
        }
        expect(failed).toBeGreaterThan(0);
        expect(cells()).toEqual(CELLS);
      },
    );
  },
);
