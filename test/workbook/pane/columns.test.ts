import { afterEach, describe, expect, test } from "vitest";
import type { PlainSheet } from "../../../host/node";
import {
  forgetColumns,
  GatewayError,
  readColumns,
  saveColumns,
  type ColumnChoices,
  type ColumnData,
  type ValidateOptions,
} from "../../../src/tasks";
import type { Pane } from "../../../src/taskpane/shell/pane";
import { monthOf, type Month } from "../../../src/units";
import { openWorkbook, problemOf, type OpenWorkbook } from "../openWorkbook";
import { paneOn, stateOf } from "./setup";
import { TODAY } from "../../setup/ledger";

const NAMESPACE = "urn:cs-promotion:sheet:1";

let book: OpenWorkbook;
let pane: Pane;
afterEach(() => book.close());

const sheetOf = (cells: unknown[][], name = "成绩"): PlainSheet => ({ name, cells });

async function open(sheets: readonly PlainSheet[], today: Month = TODAY): Promise<void> {
  book = await openWorkbook(sheets);
  pane = newPane(today);
}

const newPane = (today: Month = TODAY): Pane => paneOn(book.gateway, today);

const options = (): Promise<ValidateOptions> =>
  pane.month.taskOptions(new AbortController().signal);

/** Validates, and says which findings about headings there are. */
async function headings(of = pane): Promise<string[]> {
  await of.month.validate();
  const { findings = [] } = of.month.read().validation?.report ?? {};
  return findings.filter(({ code }) => code.startsWith("F-HDR")).map(({ code }) => code);
}

function asked(): ColumnData {
  const { doubt } = pane.month.read();
  if (doubt === null) throw new Error("Nothing is asked.");
  return doubt;
}

async function answer(uses: ColumnChoices["uses"], year: number | null = null): Promise<void> {
  const read = asked();
  await saveColumns(pane, read, { headerRow: read.headerRow, uses, year });
}

const people = (of = pane): string[] =>
  (of.month.read().validation?.report.people ?? []).map(
    ({ person, status }) => `${person.employeeId} ${status}`,
  );

const YEARLESS = [
  ["工号", "姓名", "级别", "4月", "5月", "6月"],
  ["1001", "林晓", "初级客服", 85, 91, 88],
  ["1002", "周敏", "中级客服", 93, 92, 95],
];

describe("HR is asked, beside the findings", () => {
  test("for the year of month headings, with the year that is likely meant", async () => {
    await open([sheetOf(YEARLESS)]);
    expect(await headings()).toEqual(["F-HDR-03"]);
    expect(people().every((row) => row.endsWith("excluded"))).toBe(true);
    expect(asked()).toMatchObject({ yearless: "4月", suggestedYear: 2025, headerRow: 0 });
    await answer(new Map(), 2025);
    expect(await headings()).toEqual([]);
    expect(stateOf(pane)).toMatchObject({ doubt: null });
    expect(pane.month.read().validation?.report.months).toContain(monthOf(2025, 6));
    // Whoever opens the workbook next is not asked again.
    expect(await headings(newPane())).toEqual([]);
  });

  test.each<[string, unknown[][], Month, number | null]>([
    ["this year's, the last one filled", YEARLESS, monthOf(2025, 6), 2025],
    ["last year's, since a month lies ahead", YEARLESS, monthOf(2025, 5), 2024],
    [
      "of the year before the turn",
      [
        ["姓名", "11月", "12月", "1月"],
        ["林晓", 85, 91, 88],
      ],
      monthOf(2025, 7),
      2024,
    ],
    [
      "future months that are still blank do not count",
      [
        ["姓名", "6月", "7月", "8月"],
        ["林晓", 85, 91, null],
      ],
      monthOf(2025, 7),
      2025,
    ],
  ])("the suggested year: %s", async (_, cells, today, year) => {
    await open([sheetOf(cells)], today);
    await pane.month.validate();
    expect(asked().suggestedYear).toBe(year);
  });

  test("not for a year that the title names", async () => {
    await open([sheetOf([["2023年客服绩效"], ...YEARLESS])]);
    expect(await headings()).toEqual([]);
    expect(pane.month.read().doubt).toBeNull();
    expect(pane.month.read().validation?.report.months).toContain(monthOf(2023, 6));
  });

  test("for the year of sheets that are named after months; one answer settles all", async () => {
    const tab = (name: string, score: number): PlainSheet =>
      sheetOf(
        [
          ["工号", "姓名", "绩效分数"],
          ["1001", "林晓", score],
        ],
        name,
      );
    await open([tab("12月", 85), tab("1月", 88), tab("2月", 90)]);
    expect(await headings()).toContain("F-HDR-03");
    expect(asked()).toMatchObject({ suggestedYear: 2024 });
    await answer(new Map(), 2024);
    expect(await headings()).toEqual([]);
    expect(pane.month.read().validation?.report.months).toEqual([
      monthOf(2024, 12),
      monthOf(2025, 1),
      monthOf(2025, 2),
    ]);
  });

  test("for a required column under a heading of the department's own", async () => {
    await open([
      sheetOf([
        ["工号", "姓名", "月份", "级别", "本月表现"],
        ["1001", "林晓", "2025-06", "初级客服", 88],
      ]),
    ]);
    expect(await headings()).toEqual(["F-HDR-01"]);
    expect(asked().columns.map(({ heading, use, why }) => [heading, use, why])).toEqual([
      ["工号", { kind: "field", field: "employeeId" }, "name"],
      ["姓名", { kind: "field", field: "name" }, "name"],
      ["月份", { kind: "field", field: "month" }, "name"],
      ["级别", { kind: "field", field: "level" }, "name"],
      ["本月表现", null, null],
    ]);
    await answer(new Map([[4, { kind: "field", field: "score" }]]));
    expect(await headings()).toEqual([]);
    expect(people()).toEqual(["1001 not_yet"]);
  });

  test("of two columns that mean the same, and of one that was told by what it holds", async () => {
    const cells = [
      ["工号", "姓名", "月份", "岗位", "绩效分数", "绩效分数"],
      ["1001", "林晓", "2025-06", "初级客服", 88, 60],
    ];
    await open([sheetOf(cells)]);
    expect(await headings()).toEqual(["F-HDR-02"]);
    await answer(
      new Map<number, { kind: "field"; field: "level" } | { kind: "ignored" }>([
        [3, { kind: "field", field: "level" }],
        [4, { kind: "ignored" }],
      ]),
    );
    expect(await headings()).toEqual([]);
    expect(pane.month.read().doubt).toBeNull();
    expect(pane.month.read().validation?.report.layout.columns.score?.column).toBe(5);
  });

  test("once: put off, the same doubt is not asked again, another one is", async () => {
    await open([sheetOf(YEARLESS)]);
    await pane.month.validate();
    pane.month.putOffDoubt();
    expect(pane.month.read().doubt).toBeNull();
    await pane.month.validate();
    expect(pane.month.read().doubt).toBeNull();
    book.sheet("成绩").write(0, 1, [[{ value: "工号" }]]);
    await pane.month.validate();
    expect(asked().sheet.name).toBe("成绩");
  });

  test("not of a sheet that is plain", async () => {
    await open([
      sheetOf([
        ["工号", "姓名", "月份", "级别", "绩效分数"],
        ["1001", "林晓", "2025-06", "初级客服", 88],
      ]),
    ]);
    expect(await headings()).toEqual([]);
    expect(pane.month.read().doubt).toBeNull();
  });

  test("and a failure on the way leaves the findings as they are", async () => {
    await open([sheetOf(YEARLESS)]);
    await pane.month.validate();
    book.host.resetCounters();
    await pane.month.validate();
    const { requests } = book.host.counters;
    book.host.faults.failRequest(requests, { code: "GeneralException" });
    await pane.month.validate();
    book.host.faults.clear();
    expect(stateOf(pane)).toMatchObject({ doubt: null, notice: { kind: "told" } });
    expect(pane.month.read().validation?.report.findings.length).toBeGreaterThan(0);
  });
});

describe("what HR has said is found again", () => {
  const OWN = [
    ["客服部"],
    ["编码", "姓名", "所属", "等级", "表现", "备注"],
    ["1001", "林晓", "2025-06", "初级客服", 88, "好"],
    ["1002", "周敏", "2025-06", "中级客服", 93, ""],
  ];
  const USES: ColumnChoices["uses"] = new Map([
    [0, { kind: "field", field: "employeeId" }],
    [2, { kind: "field", field: "month" }],
    [3, { kind: "field", field: "level" }],
    [4, { kind: "field", field: "score" }],
  ]);

  async function mapped(): Promise<void> {
    await open([sheetOf(OWN)]);
    const read = await readColumns(await options(), book.ref("成绩"), 1);
    await saveColumns(pane, read, { headerRow: 1, uses: USES, year: null });
  }
  const columns = (): Record<string, number | undefined> => {
    const { layout } = pane.month.read().validation?.report ?? {};
    return {
      id: layout?.columns.employeeId?.column,
      month: layout?.columns.month?.column,
      level: layout?.columns.level?.column,
      score: layout?.columns.score?.column,
    };
  };

  test.each<[string, () => void | Promise<void>, Record<string, number>]>([
    ["as it was", () => undefined, { id: 0, month: 2, level: 3, score: 4 }],
    [
      "after a column inserted in front",
      () => book.sheet("成绩").insertColumns(0, 1),
      { id: 1, month: 3, level: 4, score: 5 },
    ],
    [
      "after columns inserted between",
      () => book.sheet("成绩").insertColumns(3, 2),
      { id: 0, month: 2, level: 5, score: 6 },
    ],
    [
      "after a column deleted that was not mapped",
      () => book.sheet("成绩").deleteColumns(1, 1),
      { id: 0, month: 1, level: 2, score: 3 },
    ],
    [
      "after rows inserted above the headings",
      () => book.sheet("成绩").insertRows(0, 2),
      { id: 0, month: 2, level: 3, score: 4 },
    ],
  ])("%s", async (_, change, where) => {
    await mapped();
    await change();
    expect(await headings()).toEqual([]);
    expect(columns()).toEqual(where);
    expect(people()).toEqual(["1001 not_yet", "1002 not_yet"]);
  });

  test("in a copy of the file, where sheets have other ids", async () => {
    await mapped();
    const parts = book.host.workbook.customXmlParts.map(({ xml }) => xml);
    await book.close();
    await open([{ name: "封面", cells: [["x"]] }, sheetOf(OWN)]);
    for (const xml of parts) book.host.workbook.customXmlParts.push({ id: "{copy}", xml });
    expect(await headings()).toEqual([]);
    expect(columns()).toEqual({ id: 0, month: 2, level: 3, score: 4 });
  });

  test("until it is forgotten", async () => {
    await mapped();
    expect(await headings()).toEqual([]);
    await forgetColumns(pane, book.ref("成绩"));
    await pane.month.validate();
    expect(pane.notices.read().notice).toMatchObject({ trouble: { kind: "noScoreSheet" } });
  });

  test("changes nothing in the sheet itself", async () => {
    await mapped();
    const sheet = book.sheet("成绩");
    expect(OWN.map((row, at) => row.map((_, across) => sheet.value(at, across) ?? ""))).toEqual(
      OWN,
    );
  });
});

describe("a part of the memory that cannot be followed", () => {
  const part = (json: string): string =>
    `<sheet xmlns="${NAMESPACE}">${json.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</sheet>`;
  const deep = `{"schema":1,"sheets":${"[".repeat(5_000)}${"]".repeat(5_000)}}`;

  test.each<[string, string]>([
    ["broken", part("{")],
    ["of a later version", part('{"schema":2,"sheets":[]}')],
    ["without a version", part('{"sheets":[]}')],
    ["of other types", part('{"schema":1,"sheets":[{"id":1,"name":"成绩"}]}')],
    [
      "with a row that is none",
      part(
        '{"schema":1,"sheets":[{"id":"a","name":"成绩","mapping":{"headerRow":-1,"columns":[]}}]}',
      ),
    ],
    [
      "with a month that is none",
      part('{"schema":1,"zeros":[{"employeeId":"1","month":"2025-13"}]}'),
    ],
    ["nested without end", part(deep)],
  ])("%s: validating goes on without it, says so, and never overwrites it", async (_, xml) => {
    await open([sheetOf(YEARLESS)]);
    book.host.workbook.customXmlParts.push({ id: "{memory}", xml });
    expect(await headings()).toEqual(["F-HDR-03"]);
    expect(pane.month.read().validation?.notRead.memory).toBe(true);
    expect(stateOf(pane)).toMatchObject({ doubt: null, notice: { kind: "told" } });
    expect(await problemOf(readColumns(await options(), book.ref("成绩")))).toEqual(
      new GatewayError("memoryUnreadable"),
    );
    expect(await problemOf(forgetColumns(pane, book.ref("成绩")))).toEqual(
      new GatewayError("memoryUnreadable"),
    );
    expect(book.host.workbook.customXmlParts.map((one) => one.xml)).toEqual([xml]);
  });

  test.each<[string, string]>([
    [
      "keys that reach for the prototype",
      '{"schema":1,"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}',
    ],
    [
      "columns beyond the sheet and the same column twice",
      '{"schema":1,"sheets":[{"id":"x","name":"成绩","year":2025,"mapping":{"headerRow":0,"columns":[{"field":"score","heading":"5月","column":999999},{"field":"ignored","heading":"5月","column":4},{"field":"sales","heading":"没有","column":3}]}}]}',
    ],
  ])("%s do no harm", async (_, json) => {
    await open([sheetOf(YEARLESS)]);
    book.host.workbook.customXmlParts.push({ id: "{memory}", xml: part(json) });
    await pane.month.validate();
    expect(pane.month.read().validation?.report.people).toHaveLength(2);
    expect(Reflect.get({}, "polluted")).toBeUndefined();
  });

  test("fields that this product does not know stay where they are", async () => {
    await open([sheetOf(YEARLESS)]);
    const json =
      '{"schema":1,"later":{"a":1},"sheets":[{"id":"other","name":"别的","colour":"red"}]}';
    book.host.workbook.customXmlParts.push({ id: "{memory}", xml: part(json) });
    await pane.month.validate();
    await answer(new Map(), 2025);
    const [kept] = book.host.workbook.customXmlParts.map(({ xml }) => xml);
    expect(kept).toContain('"later":{"a":1}');
    expect(kept).toContain('"colour":"red"');
    expect(await headings()).toEqual([]);
  });
});
