import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  closeMonth,
  compareClosed,
  noteClosed,
  OtherMonths,
  PolicySession,
  readClosed,
  takeBackClosed,
  writeClosed,
  type ClosedMonth,
  type KeptMonth,
  type OpenedMonth,
} from "../../../src/tasks";
import { formatMonth, formatYuan, monthOf } from "../../../src/units";
import { sayClosedChange } from "../../../src/wording";
import { HEADER, month } from "../../setup/ledger";
import { openWorkbook, type OpenWorkbook } from "../openWorkbook";
import { openedMonth } from "../openedMonth";

const NAME = "定稿 2025-06";
const HEADINGS = [...HEADER, "额外奖励", "投诉次数"];
const LEDGER = [
  HEADINGS,
  ["A01", "林晓", "2025-05", "初级客服", 70, 30_000, null, null],
  ["A01", "林晓", "2025-06", "初级客服", 85, 45_000, null, null],
  ["A02", "周敏", "2025-06", "中级客服", 91, 48_020.5, 100, 2],
  ["A05", "周杰", "2025-06", "储备主管", 95, 60_000, null, null],
];
const SIGNED = { by: "张三", on: "2025-07-05", reason: "" };
const WHY = { by: "李四", on: "2025-07-09", reason: "补录" };

let book: OpenWorkbook;
beforeEach(async () => {
  book = await openWorkbook([{ name: "成绩", cells: LEDGER }]);
});
afterEach(() => book.close());

async function opened(asOf = month("2025-06")): Promise<OpenedMonth> {
  const { gateway } = book;
  const policy = await new PolicySession(gateway).load();
  const options = { gateway, policy, today: monthOf(2025, 7), month: asOf };
  return openedMonth({ ...options, sheetId: book.ref("成绩").id });
}

const read = (): Promise<readonly ClosedMonth[]> => readClosed(book.gateway);

async function kept(): Promise<KeptMonth> {
  const [one, ...more] = await read();
  expect(more).toEqual([]);
  if (one?.kind !== "kept") throw new Error(`Not kept: ${one?.kind}`);
  return one;
}

async function close(asOf?: ReturnType<typeof month>, before: KeptMonth | null = null) {
  const options = { before, show: false };
  const closed = await closeMonth(book.gateway, await opened(asOf), SIGNED, "zh", options);
  if (closed.kind !== "written") throw new Error(closed.kind);
  return closed;
}

/** What has changed since the month was closed, as HR reads it. */
async function changes(): Promise<readonly string[]> {
  const { record } = await kept();
  const facts = await new OtherMonths().factsOf(await opened(), record.month);
  const comparison = await compareClosed(record, facts);
  return [
    ...comparison.changes.lines.map((line) => sayClosedChange(line, "zh")),
    comparison.explained ? "已说明" : "未说明",
  ];
}

const type = (row: number, column: number, value: string | number | null): void =>
  book.sheet("成绩").write(row, column, [[{ value }]]);

const sheetNames = (): string[] => book.host.workbook.sheets().map(({ name }) => name);

describe("a month is closed", () => {
  test("its people, pay part by part and the readings stand on a sheet of plain values", async () => {
    await close();
    const cells = Array.from({ length: 80 }, (_, row) =>
      Array.from({ length: 17 }, (__, column) => book.sheet(NAME).value(row, column)),
    );
    const heading = cells.findIndex(([id]) => id === "工号");
    expect(cells.slice(heading + 1, heading + 5)).toEqual([
      // 45,000 × 1 % = 450, 2200 × 10 % × 85 % = 187
      [
        "A01",
        "林晓",
        "初级客服",
        85,
        2,
        45_000,
        null,
        null,
        null,
        2200,
        450,
        187,
        2837,
        0,
        2837,
        "未达标",
        "E3",
      ],
      // 48,020.50 × 1 % = 480.205, 2400 × 15 % × 91 % = 327.60; two complaints are listed
      [
        "A02",
        "周敏",
        "中级客服",
        91,
        1,
        48_020.5,
        100,
        2,
        null,
        2400,
        480.21,
        327.6,
        3307.81,
        150,
        3307.81,
        "未达标",
        "E4",
      ],
      [
        "A05",
        "周杰",
        "储备主管",
        95,
        1,
        60_000,
        null,
        null,
        null,
        null,
        null,
        null,
        "未能计算",
        null,
        null,
        "已是最高级",
        "E5",
      ],
      [null, null, "合计", ...Array<null>(11).fill(null), 6144.81, null, null],
    ]);
    const texts = cells.flat().filter((cell) => typeof cell === "string");
    for (const said of ["定稿：2025-07-05 张三", "成绩表：成绩", "制度：内置"])
      expect(texts).toContain(said);
    expect(texts.some((text) => text.startsWith("储备主管底薪："))).toBe(true);
  });

  test("is the same when it is read back, and nothing has changed since", async () => {
    const { record } = await close();
    expect(await kept()).toMatchObject({ record, doubt: null });
    expect(await changes()).toEqual(["已说明"]);
  });

  test("nobody takes its sheet for scores, whichever is in front", async () => {
    await close();
    const policy = await new PolicySession(book.gateway).load();
    const options = { gateway: book.gateway, policy, today: monthOf(2025, 7), month: null };
    const found = await openedMonth({ ...options, sheetId: null });
    expect(found.found.sheet.name).toBe("成绩");
  });

  test.each([
    {
      what: "a score",
      change: () => type(2, 4, 92),
      said: [
        "林晓 A01，E3 绩效分数：85 → 92",
        // 2200 × 15 % × 92 % = 303.60
        "林晓 A01：应发合计 2,837.00 → 2,953.60（绩效工资 187.00 → 303.60）；绩效等级 2 → 1",
      ],
    },
    {
      what: "the same score typed otherwise",
      change: () => type(2, 4, "85分"),
      said: [],
    },
    {
      what: "sales that can no longer be read",
      change: () => type(2, 5, "四万五"),
      said: ["林晓 A01，F3 销售额：45000 → 四万五", "林晓 A01：应发合计 2,837.00 → 未能计算"],
    },
    {
      what: "an award and complaints",
      change: () => {
        type(3, 6, null);
        type(3, 7, 1);
      },
      said: [
        "周敏 A02，G4 额外奖励：100 → 空白",
        "周敏 A02，H4 投诉次数：2 → 1",
        "周敏 A02：应发合计 3,307.81 → 3,207.81（额外奖励 100.00 → 0.00，罚款 150.00 → 50.00）",
      ],
    },
    {
      what: "a level",
      change: () => type(2, 3, "中级客服"),
      said: [
        "林晓 A01，D3 级别：初级客服 → 中级客服",
        // 2400 × 10 % × 85 % = 204
        "林晓 A01：应发合计 2,837.00 → 3,054.00（底薪 2,200.00 → 2,400.00，绩效工资 187.00 → 204.00）",
      ],
    },
    {
      what: "somebody's row taken away",
      change: () => type(3, 2, "2025-04"),
      said: ["周敏 A02：已不在当月；应发合计 3,307.81 → 未能计算"],
    },
    {
      what: "somebody added",
      change: () =>
        book
          .sheet("成绩")
          .write(5, 0, [["A09", "胡军", "2025-06", "初级客服", 50, 0].map((value) => ({ value }))]),
      said: ["胡军 A09：定稿时不在当月；应发合计 未能计算 → 2,200.00"],
    },
    {
      what: "rows in another order",
      change: () => {
        const rows = [LEDGER[4], LEDGER[3], LEDGER[2], LEDGER[1]];
        for (const [at, row] of rows.entries())
          book.sheet("成绩").write(1 + at, 0, [(row ?? []).map((value) => ({ value }))]);
      },
      said: [],
    },
  ])("$what: told with cell, person, before and after", async ({ change, said }) => {
    await close();
    change();
    expect(await changes()).toEqual([...said, said.length === 0 ? "已说明" : "未说明"]);
  });

  test("a reason holds for the state that it was given for, and stands in the record", async () => {
    await close();
    type(2, 4, 92);
    const { record } = await kept();
    const facts = await new OtherMonths().factsOf(await opened(), record.month);
    const comparison = await compareClosed(record, facts);
    await noteClosed(book.gateway, await kept(), "explained", WHY, comparison);
    expect((await changes()).at(-1)).toBe("已说明");
    const last = (await kept()).record.log.at(-1);
    expect(last).toMatchObject({ kind: "explained", ...WHY, changes: 2, difference: 11_660 });
    type(2, 4, 93);
    expect((await changes()).at(-1)).toBe("未说明");
    type(2, 4, 92);
    expect((await changes()).at(-1)).toBe("已说明");
  });

  test("reopening is recorded; closing again keeps the record and the sheet", async () => {
    await close();
    await noteClosed(book.gateway, await kept(), "reopened", WHY, null);
    type(2, 4, 92);
    await close(undefined, await kept());
    const { record, doubt } = await kept();
    expect(record.log.map(({ kind, by }) => `${kind} ${by}`)).toEqual([
      "closed 张三",
      "reopened 李四",
      "closed 张三",
    ]);
    expect([doubt, await changes()]).toEqual([null, ["已说明"]]);
    expect(sheetNames()).toEqual(["成绩", NAME]);
  });

  test("an earlier month is closed beside it", async () => {
    await close();
    await close(month("2025-05"));
    const months = (await read()).map((one) => (one.kind === "kept" ? one.record.month : null));
    expect(months.map((each) => each && formatMonth(each))).toEqual(["2025-05", "2025-06"]);
    const earlier = await new OtherMonths().factsOf(await opened(), month("2025-05"));
    // 30,000 × 0.9 % = 270, 2200 × 5 % × 70 % = 77
    expect(
      earlier.people.map(({ name, pay }) => [name, pay?.kind === "paid" && formatYuan(pay.gross)]),
    ).toEqual([["林晓", "2,547.00"]]);
  });

  test("taking it back leaves the workbook as it was", async () => {
    const closed = await close();
    await takeBackClosed(book.gateway, closed);
    expect([await read(), sheetNames()]).toEqual([[], ["成绩"]]);
  });

  test("taking a reason back leaves the month closed without it", async () => {
    const { record } = await close();
    const noted = await noteClosed(book.gateway, await kept(), "reopened", WHY, null);
    await takeBackClosed(book.gateway, noted);
    expect(await kept()).toMatchObject({ record, doubt: null });
  });
});

describe("the sheet of a closed month", () => {
  test("changed by hand is told of by its first cell, and what was kept still counts", async () => {
    const { record } = await close();
    const sheet = book.sheet(NAME);
    const row = Array.from({ length: 40 }, (_, at) => at).find(
      (at) => sheet.value(at, 0) === "A01",
    );
    sheet.write(row ?? 0, 12, [[{ value: 9999 }]]);
    const found = await kept();
    expect(found).toMatchObject({
      record,
      doubt: { kind: "edited", cells: 1, first: `M${(row ?? 0) + 1}` },
    });
    await writeClosed(book.gateway, record, await kept(), { show: false });
    expect((await kept()).doubt).toBeNull();
  });

  test("HR's own notes below it are nobody's business, and stay", async () => {
    const { record } = await close();
    const sheet = book.sheet(NAME);
    sheet.write(200, 0, [[{ value: "已发放" }]]);
    expect((await kept()).doubt).toBeNull();
    await noteClosed(book.gateway, await kept(), "reopened", WHY, null);
    await writeClosed(book.gateway, record, await kept(), { show: false });
    const notes = Array.from({ length: 300 }, (_, at) => sheet.value(at, 0));
    expect(notes).toContain("已发放");
  });

  test.each([
    { what: "whose data are damaged", harm: () => harmData("{}"), found: "damaged" },
    { what: "whose data are gone", harm: () => harmData(null), found: "damaged" },
    {
      what: "that was deleted",
      harm: () => book.host.workbook.deleteSheet(book.ref(NAME).id),
      found: "missing",
    },
  ])("one $what is said to be so, never trusted", async ({ harm, found }) => {
    await close();
    harm();
    expect((await read()).map(({ kind }) => kind)).toContain(found);
    expect((await read()).every(({ kind }) => kind !== "kept")).toBe(true);
  });

  function harmData(value: string | null): void {
    const sheet = book.sheet(NAME);
    const at = Array.from({ length: 200 }, (_, row) => row).find((row) => {
      const held = sheet.value(row, 0);
      return typeof held === "string" && held.startsWith('{"schema"');
    });
    if (at === undefined) throw new Error("There are no data.");
    sheet.write(at, 0, [[{ value }]]);
  }

  test("one that is whole but not what the workbook remembers is doubted", async () => {
    await close();
    book.host.workbook.customXmlParts.splice(0);
    expect((await kept()).doubt).toBeNull();
    await close(month("2025-06"), await kept());
    const parts = book.host.workbook.customXmlParts;
    const part = parts[0];
    if (part === undefined) throw new Error("Nothing is remembered.");
    parts.splice(0, 1, {
      ...part,
      xml: part.xml.replaceAll(/sha256:[0-9a-f]{64}/gu, `sha256:${"0".repeat(64)}`),
    });
    expect((await kept()).doubt).toEqual({ kind: "foreign" });
  });

  test("renamed it is found and written to all the same", async () => {
    await close();
    const sheet = book.sheet(NAME);
    sheet.name = "六月工资";
    await noteClosed(book.gateway, await kept(), "reopened", WHY, null);
    expect(sheetNames()).toEqual(["成绩", "六月工资"]);
    expect((await kept()).record.log).toHaveLength(2);
  });
});

/** How far Excel had come: nothing done, half of it, or all of it with the answer lost. */
const WHEN = [{}, { atAction: 3 }, { afterwards: true }] as const;

describe("whatever request fails", () => {
  const CODES = ["GeneralException", "AccessDenied", "InvalidOperationInCellEditMode"] as const;

  test.each(CODES)(
    "%s: the month is closed, or it is not, and trying again helps",
    async (code) => {
      const month6 = await opened();
      const closing = (before: KeptMonth | null) =>
        closeMonth(book.gateway, month6, SIGNED, "zh", { before, show: false });
      book.host.resetCounters();
      const first = await closing(null);
      const requests = book.host.counters.requests;
      if (first.kind !== "written") throw new Error(first.kind);
      await takeBackClosed(book.gateway, first);
      let failed = 0;
      for (const when of WHEN)
        for (let number = 1; number <= requests; number += 1) {
          book.host.faults.failRequest(number, { code, ...when });
          const problem = await closing(null).then(
            () => null,
            (error: unknown) => error,
          );
          book.host.faults.clear();
          const found = await read();
          if (problem === null) expect(found).toMatchObject([{ kind: "kept", doubt: null }]);
          else {
            failed += 1;
            expect(found).toEqual([]);
            expect(sheetNames()).toEqual(["成绩"]);
          }
          if (problem !== null) await closing(null);
          const again = await kept();
          expect(again.doubt).toBeNull();
          const { record, place } = again;
          await takeBackClosed(book.gateway, { record, place, before: null });
          expect([await read(), sheetNames()]).toEqual([[], ["成绩"]]);
        }
      expect(failed).toBeGreaterThan(3);
    },
  );

  test.each(CODES)("%s: a reason is recorded, or it is not", async (code) => {
    await close();
    const noting = async () => noteClosed(book.gateway, await kept(), "reopened", WHY, null);
    const before = await kept();
    book.host.resetCounters();
    const noted = await noteClosed(book.gateway, before, "reopened", WHY, null);
    const requests = book.host.counters.requests;
    await takeBackClosed(book.gateway, noted);
    let failed = 0;
    for (const when of WHEN)
      for (let number = 1; number <= requests; number += 1) {
        book.host.faults.failRequest(number, { code, ...when });
        await noteClosed(book.gateway, before, "reopened", WHY, null).catch(() => (failed += 1));
        book.host.faults.clear();
        const { record, doubt } = await kept();
        expect([doubt, [1, 2].includes(record.log.length)]).toEqual([null, true]);
        if (record.log.length === 1) await noting();
        const after = await kept();
        expect([after.doubt, after.record.log.length]).toEqual([null, 2]);
        await takeBackClosed(book.gateway, { ...after, before });
      }
    expect(failed).toBeGreaterThan(3);
    expect(sheetNames()).toEqual(["成绩", NAME]);
  });

  test.each(CODES)("%s: taking it back leaves it closed or not", async (code) => {
    const closed = await close();
    book.host.resetCounters();
    await takeBackClosed(book.gateway, closed);
    const requests = book.host.counters.requests;
    for (const when of WHEN)
      for (let number = 1; number <= requests; number += 1) {
        const again = await close();
        book.host.faults.failRequest(number, { code, ...when });
        await takeBackClosed(book.gateway, again).catch(() => undefined);
        book.host.faults.clear();
        const found = await read();
        expect([[], ["kept null"]]).toContainEqual(
          found.map((one) => `${one.kind} ${one.kind === "kept" ? (one.doubt?.kind ?? null) : ""}`),
        );
        await takeBackClosed(book.gateway, again);
        expect([await read(), sheetNames()]).toEqual([[], ["成绩"]]);
      }
  });
});
