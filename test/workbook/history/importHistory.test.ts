import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { PlainSheet } from "../../../host/node";
import type { HistoryPlan, WhoAnswer } from "../../../src/views";
import {
  changeSheetMemory,
  isCancelled,
  loadHistory,
  PolicySession,
  takeBack,
  validateSheet,
  withAlongside,
  type HistoryFound,
  type PickedFile,
  type ValidateOptions,
} from "../../../src/tasks";
import { historyStoreOf } from "../../../src/taskpane/sheet/historyStore";
import { sheetStoreOf } from "../../../src/taskpane/sheet/sheetStore";
import { formatMonth, monthOf } from "../../../src/units";
import { fileOf, picked, pickedOf, type FileCell } from "./historyFiles";
import { openWorkbook, type OpenWorkbook } from "../openWorkbook";
import { TODAY } from "../../setup/ledger";
import { paneOn } from "../pane/setup";

const HEADER = ["工号", "姓名", "月份", "级别", "绩效分数"];
/** The file of June: two people of one name, one person who is known by name alone. */
const JUNE: PlainSheet = {
  name: "6月",
  cells: [
    [...HEADER, "销售额"],
    ["1001", "林晓", "2025-06", "初级客服", 88, 31_000],
    ["1002", "周敏", "2025-06", "中级客服", 93, 45_000],
    ["1003", "张伟", "2025-06", "初级客服", 81, 22_000],
    ["1004", "张伟", "2025-06", "初级客服", 84, 25_000],
    [null, "郭静", "2025-06", "初级客服", 86, 33_000],
  ],
};

const { planOfHistory, readHistoryFiles, readAgain, writeHistory } = await loadHistory();

let book: OpenWorkbook;
let options: ValidateOptions;

async function open(...sheets: PlainSheet[]): Promise<void> {
  book = await openWorkbook(sheets);
  const policy = await new PolicySession(book.gateway).load();
  options = { gateway: book.gateway, policy, today: TODAY, sheetId: null, month: null };
}

beforeEach(() => open(JUNE));
afterEach(() => book.close());

async function read(...files: readonly PickedFile[]): Promise<HistoryFound> {
  const found = await readHistoryFiles(files, options);
  if (found.kind !== "history") throw new Error(found.kind);
  return found;
}

const planned = async (found: HistoryFound, answers: Record<string, WhoAnswer> = {}) =>
  planOfHistory(found, new Map(Object.entries(answers)));

/** "1001 林晓 2025-05 初级客服 85" for each row of a plan. */
const rowsOf = ({ rows }: HistoryPlan): string[] =>
  rows.map(({ employeeId, name, month, level, score }) =>
    [employeeId, name, formatMonth(month), level, score].join(" ").trim(),
  );

/** Columns of a long file: 工号, 姓名, 月份, 级别, 绩效分数. */
const long = (name: string, ...rows: readonly (readonly FileCell[])[]) =>
  pickedOf(name, [{ name: "成绩", rows: [HEADER, ...rows] }]);

function contents(name: string): unknown[][] {
  const sheet = book.sheet(name);
  const used = sheet.usedArea(true);
  if (used === null) return [];
  return Array.from({ length: used.row + used.rows }, (_, row) =>
    Array.from({ length: used.column + used.columns }, (_, column) => sheet.value(row, column)),
  );
}

const names = async (): Promise<string[]> =>
  (await book.gateway.listSheets()).map(({ name }) => name);

describe("files of every shape", () => {
  test("are read month by month, and people are known by their 工号", async () => {
    const found = await read(
      await long(
        "2025年3月.xlsx",
        ["1001", "林晓", "2025-03", "初级", 85],
        ["1002", "周 敏", "2025-03", "中级客服", "92分"],
        [null, null, null, "平均", 88.5],
      ),
      await pickedOf("旧.xlsx", [
        {
          name: "汇总",
          rows: [
            ["客服部绩效（2025年）"],
            ["工号", "姓名", "级别", "2025-01", "2025-02", "平均"],
            [1001, "林晓", "初级客服", 80, 82, 81],
            [1002, "周敏", "中级客服", "产假", 95, 95],
          ],
        },
      ]),
      await pickedOf("分表.xlsx", [
        {
          name: "2025-04",
          rows: [
            ["工号", "姓名", "绩效分数"],
            ["1001", "林晓", 87],
          ],
        },
        {
          name: "2025年5月",
          rows: [
            ["工号", "姓名", "绩效分数"],
            ["1001", "林晓", 90.5],
          ],
        },
        { name: "说明", rows: [["每月月底填写"]] },
        { name: "草稿", rows: [HEADER, ["1001", "林晓", "2024-12", "", 60]], state: "hidden" },
      ]),
    );
    const plan = await planned(found);
    expect(rowsOf(plan)).toEqual([
      "1001 林晓 2025-01 初级客服 80",
      "1001 林晓 2025-02 初级客服 82",
      "1001 林晓 2025-03 初级客服 85",
      "1001 林晓 2025-04  87",
      "1001 林晓 2025-05  90.5",
      "1002 周敏 2025-01 中级客服 产假",
      "1002 周敏 2025-02 中级客服 95",
      "1002 周敏 2025-03 中级客服 92",
    ]);
    expect(plan).toMatchObject({ questions: [], conflicts: [], known: 0, waiting: 0 });
    expect(found.contents[2]).toMatchObject({ others: ["说明"], hidden: ["草稿"], faults: [] });
  });

  test("dates, merged names, results of formulas and a month in the file's own name", async () => {
    const found = await read(
      await pickedOf("成绩.xlsx", [
        {
          name: "成绩",
          merged: ["A2:A3", "B2:B3"],
          rows: [
            HEADER,
            [
              "1001",
              "林晓",
              new Date(Date.UTC(2025, 0, 1)),
              "初级客服",
              { formula: "80+1", result: 81 },
            ],
            [
              null,
              null,
              new Date(Date.UTC(2025, 1, 28)),
              "初级客服",
              { formula: "80+2", result: 82 },
            ],
            ["1002", "周敏", "2025-02", "中级客服", { formula: "80+3" }],
          ],
        },
      ]),
      await pickedOf("2024-12.xlsx", [
        {
          name: "Sheet1",
          rows: [
            ["工号", "姓名", "绩效分数"],
            ["1001", "林晓", 79.999],
          ],
        },
      ]),
    );
    expect(rowsOf(await planned(found))).toEqual([
      "1001 林晓 2024-12  79.999",
      "1001 林晓 2025-01 初级客服 81",
      "1001 林晓 2025-02 初级客服 82",
    ]);
    // A formula that no program has calculated is no score, and is not skipped silently.
    expect(found.contents[0]?.faults).toMatchObject([{ why: "score", seen: "#N/A" }]);
  });

  test("months without a year are asked for, with the year that the file names", async () => {
    const found = await read(
      await pickedOf("2024绩效.xlsx", [
        {
          name: "绩效",
          rows: [
            ["工号", "姓名", "11月", "12月", "1月"],
            ["1001", "林晓", 80, 81, 82],
          ],
        },
      ]),
      await pickedOf("分表.xlsx", [
        {
          name: "9月",
          rows: [
            ["工号", "姓名", "绩效分数"],
            ["1001", "林晓", 77],
          ],
        },
        {
          name: "10月",
          rows: [
            ["工号", "姓名", "绩效分数"],
            ["1001", "林晓", 78],
          ],
        },
      ]),
    );
    expect(found.contents.map(({ yearless, suggestedYear }) => [yearless, suggestedYear])).toEqual([
      ["11月", 2024],
      ["9月", null],
    ]);
    expect(rowsOf(await planned(found))).toEqual([]);
    const years = new Map([
      ["2024绩效.xlsx", 2023],
      ["分表.xlsx", 2023],
    ]);
    expect(rowsOf(await planned(await readAgain(found, years, options)))).toEqual([
      "1001 林晓 2023-09  77",
      "1001 林晓 2023-10  78",
      "1001 林晓 2023-11  80",
      "1001 林晓 2023-12  81",
      "1001 林晓 2024-01  82",
    ]);
  });
});

/** The letters of the tests below in GBK, as a program in China saves them. */
const gbk = (() => {
  const known = new Map<string, readonly number[]>();
  const decoder = new TextDecoder("gbk");
  for (let high = 0xb0; high <= 0xf7; high += 1)
    for (let low = 0xa1; low <= 0xfe; low += 1)
      known.set(decoder.decode(Uint8Array.of(high, low)), [high, low]);
  return (text: string): Uint8Array =>
    Uint8Array.from([...text].flatMap((letter) => known.get(letter) ?? [letter.charCodeAt(0)]));
})();

describe("texts of other systems", () => {
  const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
  const marked = (text: string): Uint8Array => Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8(text)]);
  const wide = (text: string): Uint8Array =>
    Uint8Array.from([
      0xff,
      0xfe,
      ...[...text].flatMap((letter) => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8]),
    ]);
  const lines = (separator: string): string =>
    [
      ["工号", "姓名", "月份", "级别", "绩效分数"],
      ["001", "何平", "2025-03", "初级客服", "85"],
      ["001", "何平", "2025-04", "初级客服", "92分"],
      ["002", "孙悦", "2025-03", "中级客服", "产假"],
    ]
      .map((cells) => cells.join(separator))
      .join("\r\n");

  test.each<[string, Uint8Array]>([
    ["UTF-8 and commas", utf8(lines(","))],
    ["UTF-8 with its mark, and semicolons", marked(lines(";"))],
    ["GBK and commas", gbk(lines(","))],
    ["GBK and tabs", gbk(lines("\t"))],
    ["UTF-16 and tabs, as Excel saves Unicode text", wide(lines("\t"))],
  ])("%s: read like a sheet, 工号 with zeros in front as they are", async (_, bytes) => {
    const found = await read(picked("绩效.csv", bytes));
    expect(rowsOf(await planned(found))).toEqual([
      "001 何平 2025-03 初级客服 85",
      "001 何平 2025-04 初级客服 92",
      "002 孙悦 2025-03 中级客服 产假",
    ]);
    expect(found.contents[0]).toMatchObject({ faults: [], doubts: [], skipped: [], joined: [] });
  });

  test("the month stands in the name of the file, or in a title above", async () => {
    const scores = "工号,姓名,绩效分数\n1001,林晓,85\n";
    const found = await read(
      picked("2025-03.csv", utf8(scores)),
      picked("导出.csv", gbk(`客服部2025年4月绩效\n${scores}`)),
    );
    expect(rowsOf(await planned(found))).toEqual([
      "1001 林晓 2025-03  85",
      "1001 林晓 2025-04  85",
    ]);
  });
});

describe("sheets as departments keep them", () => {
  test("a 工资条: the heading again above everybody loses nobody", async () => {
    const slip = ["工号", "姓名", "级别", "绩效得分", "销售额", "应发合计"];
    const found = await read(
      await pickedOf("2025年3月工资条.xlsx", [
        {
          name: "Sheet1",
          rows: [
            slip,
            ["1001", "林晓", "初级客服", 85, 40_000, 2_800],
            slip,
            ["1002", "周敏", "中级客服", 92, 50_000, 3_900],
            slip,
            ["1003", "张伟", "初级客服", 81, 60_000, 3_100],
          ],
        },
      ]),
    );
    expect(rowsOf(await planned(found))).toEqual([
      "1001 林晓 2025-03 初级客服 85",
      "1002 周敏 2025-03 中级客服 92",
      "1003 张伟 2025-03 初级客服 81",
    ]);
    expect(found.contents[0]?.skipped).toMatchObject([{ kind: "heading", rows: [3, 5] }]);
  });

  test("tabs of months in other words, some without 工号: everybody once, and said", async () => {
    const found = await read(
      await pickedOf("2025年度绩效.xlsx", [
        {
          name: "3月",
          rows: [
            ["客服部月度绩效", null, null],
            ["工号", "姓名", "岗位等级", "考核分"],
            ["2001", "何平", "初级客服", 85],
            ["2002", "孙悦", "中级客服", 91],
          ],
        },
        {
          name: "4月",
          rows: [
            ["姓名", "绩效得分", "班次"],
            ["何平", 86, "早"],
            ["孙悦", 92, "晚"],
            ["合计", 178, null],
          ],
        },
      ]),
    );
    expect(rowsOf(await planned(found))).toEqual([
      "2001 何平 2025-03 初级客服 85",
      "2001 何平 2025-04  86",
      "2002 孙悦 2025-03 中级客服 91",
      "2002 孙悦 2025-04  92",
    ]);
    const [content] = found.contents;
    expect(content?.joined.map(({ name, employeeId }) => `${name} ${employeeId}`)).toEqual([
      "何平 2001",
      "孙悦 2002",
    ]);
    expect(content?.skipped).toMatchObject([{ kind: "sum", sheet: "4月", rows: [4] }]);
    expect(content?.notTaken).toMatchObject([
      { sheet: "3月", columns: [] },
      { sheet: "4月", columns: [{ letters: "C", heading: "班次" }] },
    ]);
  });

  const SCORES = [
    ["姓名", "2025-03", "2025-04"],
    ["何平", 85, 86],
    ["孙悦", 91, 92],
  ];

  test("a roster beside the scores gives the 工号 of names that have one", async () => {
    const found = await read(
      await pickedOf("绩效.xlsx", [
        { name: "绩效", rows: SCORES },
        {
          name: "花名册",
          rows: [
            ["工号", "姓名", "入职日期"],
            ["2001", "何平", "2024-01-08"],
            ["2002", "孙悦", "2024-02-01"],
            ["2003", "孙悦", "2024-05-01"],
          ],
        },
      ]),
    );
    const plan = await planned(found);
    expect(rowsOf(plan)).toEqual(["2001 何平 2025-03  85", "2001 何平 2025-04  86"]);
    // Of two namesakes on the roster only HR can say who is meant.
    expect(plan.questions).toMatchObject([{ why: "noId", who: { name: "孙悦" } }]);
    expect(found.contents[0]).toMatchObject({ joined: [{ name: "何平", rows: 2 }], others: [] });
  });

  test("levels on another sheet of the file are offered, and taken once HR has said so", async () => {
    const file = await pickedOf("绩效.xlsx", [
      {
        name: "绩效",
        rows: [
          ["工号", ...(SCORES[0] ?? [])],
          ["2001", "何平", 85, 86],
        ],
      },
      {
        name: "岗位",
        rows: [
          ["工号", "姓名", "岗位等级"],
          ["2001", "何平", "中级客服"],
        ],
      },
    ]);
    const found = await read(file);
    const offer = { sheet: { name: "岗位" }, fields: ["level"], matched: 1, declined: false };
    expect(found.contents[0]).toMatchObject({ offers: [offer], taken: [] });
    expect(rowsOf(await planned(found))).toEqual([
      "2001 何平 2025-03  85",
      "2001 何平 2025-04  86",
    ]);
    await changeSheetMemory(book.gateway, (stored) =>
      withAlongside(stored, { name: "岗位" }, true),
    );
    const again = await readAgain(found, new Map(), options);
    expect(rowsOf(await planned(again))).toEqual([
      "2001 何平 2025-03 中级客服 85",
      "2001 何平 2025-04 中级客服 86",
    ]);
    expect(again.contents[0]).toMatchObject({ offers: [], taken: [{ matched: 1 }] });
  });
});

describe("scores that cannot be taken as they stand", () => {
  test.each<[string, FileCell[], unknown]>([
    ["a word", ["1001", "林晓", "2025-03", "初级客服", "优秀"], { why: "score", seen: "优秀" }],
    ["a suggestion", ["1001", "林晓", "2025-03", "初级客服", "八十五"], { why: "score" }],
    [
      "above the scale",
      ["1001", "林晓", "2025-03", "初级客服", 105],
      { why: "score", seen: "105" },
    ],
    ["a truth", ["1001", "林晓", "2025-03", "初级客服", true], { why: "score", seen: "true" }],
    ["no month", ["1001", "林晓", "去年", "初级客服", 85], { why: "month", seen: "去年" }],
    ["nobody's", [null, null, "2025-03", "初级客服", 85], { why: "who", seen: "85" }],
  ])("%s: said with its place, not written", async (_, row, fault) => {
    const found = await read(await long("旧.xlsx", row));
    expect(found.contents[0]?.faults).toMatchObject([
      { ...(fault as object), source: { file: "旧.xlsx", cell: { row: 1 } } },
    ]);
    expect(rowsOf(await planned(found))).toEqual([]);
  });

  test("a month without a year: asked for once, and then taken", async () => {
    const found = await read(
      await long(
        "旧.xlsx",
        ["1001", "林晓", "3月", "初级客服", 85],
        ["1001", "林晓", "4月", "初级客服", 86],
      ),
    );
    expect(found.contents[0]).toMatchObject({ yearless: "3月", faults: [], rows: [] });
    const years = new Map([["旧.xlsx", 2024]]);
    expect(rowsOf(await planned(await readAgain(found, years, options)))).toEqual([
      "1001 林晓 2024-03 初级客服 85",
      "1001 林晓 2024-04 初级客服 86",
    ]);
  });

  test("a blank is nothing, a 0 waits to be confirmed, a 0分 is a score", async () => {
    const found = await read(
      await long(
        "旧.xlsx",
        ["1001", "林晓", "2025-01", "初级客服", null],
        ["1001", "林晓", "2025-02", "初级客服", 0],
        ["1001", "林晓", "2025-03", "初级客服", "0分"],
      ),
    );
    expect((await planned(found)).rows.map(({ score }) => score)).toEqual([0, "0分"]);
  });

  test.each<[string, string[], FileCell[][], unknown]>([
    [
      "two columns of scores",
      ["工号", "姓名", "月份", "绩效分数", "绩效分数"],
      [["1001", "林晓", "2025-03", 85, 86]],
      { kind: "layout", problem: { code: "columnTwice" } },
    ],
    [
      "two columns of one month",
      ["工号", "姓名", "2025-03", "2025年3月"],
      [["1001", "林晓", 85, 86]],
      { kind: "layout", problem: { code: "monthTwice" } },
    ],
    [
      "no scores",
      ["工号", "姓名", "月份", "级别"],
      [["1001", "林晓", "2025-03", "初级客服"]],
      { kind: "layout", problem: { code: "columnMissing", field: "score" } },
    ],
    [
      "shares instead of points",
      ["工号", "姓名", "2025-01", "2025-02", "2025-03"],
      [["1001", "林晓", 0.85, 0.9, 1]],
      { kind: "fractions" },
    ],
  ])("%s: the sheet is left alone and the reason said", async (_, header, rows, doubt) => {
    const file = await pickedOf("旧.xlsx", [{ name: "成绩", rows: [header, ...rows] }]);
    const found = await read(file);
    expect(found.contents[0]?.doubts).toMatchObject([{ sheet: "成绩", ...(doubt as object) }]);
    expect(rowsOf(await planned(found))).toEqual([]);
  });
});

describe("files that are refused", () => {
  const compound = (stream: string): Uint8Array =>
    Uint8Array.from([
      ...[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
      ...[...stream].flatMap((letter) => [letter.charCodeAt(0), 0]),
    ]);
  const text = (said: string): Uint8Array => new TextEncoder().encode(said);
  const cut = async (): Promise<Uint8Array> =>
    (await fileOf([{ name: "成绩", rows: [HEADER] }])).subarray(0, 900);

  test.each<[string, () => Uint8Array | Promise<Uint8Array>, unknown]>([
    ["a password", () => compound("EncryptedPackage"), { kind: "refused", why: "encrypted" }],
    ["the old format", () => compound("Workbook"), { kind: "refused", why: "legacyXls" }],
    [
      "a text with a quote that never ends",
      () => text('工号,姓名,绩效分数\n1001,"林晓,85\n1002,周敏,86'),
      { kind: "quoteOpen", line: 2 },
    ],
    [
      "a text that was cut off within a letter",
      () => text("工号,姓名\n1001,林晓").subarray(0, -1),
      { kind: "refused", why: "textUnknown" },
    ],
    [
      "a web page that is called .xls",
      () => text("<html><table><tr><td>工号</td></tr></table></html>"),
      { kind: "refused", why: "webPage" },
    ],
    [
      "a table of Excel 2003 in XML",
      () =>
        text(
          '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet><Table/></Worksheet></Workbook>',
        ),
      { kind: "refused", why: "spreadsheet2003" },
    ],
    ["nothing", () => new Uint8Array(0), { kind: "refused", why: "notWorkbook" }],
    ["half a file", cut, { kind: "refused", why: "truncated" }],
    [
      "dates from 1904",
      () => fileOf([{ name: "成绩", rows: [HEADER] }], { date1904: true }),
      { kind: "from1904" },
    ],
  ])("%s: by name, and the other files are read", async (_, bytes, fate) => {
    const found = await read(
      picked("坏.xlsx", await bytes()),
      await long("好.xlsx", ["1001", "林晓", "2025-05", "初级客服", 85]),
    );
    expect(found.opened[0]).toMatchObject({ name: "坏.xlsx", ...(fate as object) });
    expect(rowsOf(await planned(found))).toEqual(["1001 林晓 2025-05 初级客服 85"]);
  });

  test("one that is too large is not even fetched, one that is gone is said", async () => {
    const gone = { name: "远.xlsx", size: 9, bytes: () => Promise.reject(new Error("gone")) };
    const large = { ...gone, name: "大.xlsx", size: 60 * 1024 * 1024 };
    expect((await read(large, gone)).opened).toEqual([
      { kind: "refused", name: "大.xlsx", why: "fileTooLarge" },
      { kind: "outOfReach", name: "远.xlsx" },
    ]);
  });

  test("cancelled, nothing is read any more", async () => {
    const stop = new AbortController();
    stop.abort();
    const files = [await long("旧.xlsx", ["1001", "林晓", "2025-05", "初级客服", 85])];
    await expect(readHistoryFiles(files, { ...options, signal: stop.signal })).rejects.toSatisfy(
      isCancelled,
    );
  });
});

describe("people", () => {
  const who = (employeeId: string, name: string) => JSON.stringify([employeeId, name]);
  const person = (employeeId: string, name: string): WhoAnswer => ({
    kind: "person",
    who: { employeeId, name },
  });

  test.each<[string, FileCell[], { why: string; candidates: string[]; mayBeNew: boolean }]>([
    ["without 工号", [null, "林晓"], { why: "noId", candidates: ["1001 林晓"], mayBeNew: true }],
    [
      "without 工号, of two namesakes",
      [null, "张伟"],
      { why: "noId", candidates: ["1003 张伟", "1004 张伟"], mayBeNew: true },
    ],
    ["whom nobody knows", [null, "新人"], { why: "noId", candidates: [], mayBeNew: true }],
    [
      "with a known 工号 under another name",
      ["1001", "林小"],
      { why: "otherName", candidates: ["1001 林晓"], mayBeNew: false },
    ],
    [
      "with another 工号 under a known name",
      ["2001", "周敏"],
      { why: "otherId", candidates: ["1002 周敏"], mayBeNew: true },
    ],
    [
      "with a 工号 whom the workbook knows by name alone",
      ["1005", "郭静"],
      { why: "otherId", candidates: [" 郭静"], mayBeNew: true },
    ],
  ])("%s: asked for, and nothing is written before the answer", async (_, cells, asked) => {
    const found = await read(await long("旧.xlsx", [...cells, "2025-03", "初级客服", 85]));
    const plan = await planned(found);
    const candidates = plan.questions[0]?.candidates.map(
      ({ employeeId, name }) => `${employeeId} ${name}`,
    );
    expect({ ...plan.questions[0], candidates }).toMatchObject({ ...asked, rows: 1 });
    expect(plan).toMatchObject({ rows: [], waiting: 1 });
  });

  test.each<[string, FileCell[]]>([
    ["the same 工号 as a number", [1001, "林晓"]],
    ["a name in full width with spaces", ["１００１", "林　晓 "]],
    ["a 工号 alone", ["1001", null]],
  ])("%s is the person of the workbook", async (_, cells) => {
    const found = await read(await long("旧.xlsx", [...cells, "2025-03", "初级客服", 85]));
    expect(rowsOf(await planned(found))).toEqual(["1001 林晓 2025-03 初级客服 85"]);
  });

  test("an answer holds for every file; one can be left out, and be somebody new", async () => {
    const found = await read(
      await long("一.xlsx", [null, "张伟", "2025-03", "", 80], [null, "林晓", "2025-03", "", 70]),
      await long("二.xlsx", [null, "张伟", "2025-04", "", 81], [null, "新人", "2025-04", "", 75]),
    );
    const plan = await planned(found, {
      [who("", "张伟")]: person("1004", "张伟"),
      [who("", "林晓")]: { kind: "leaveOut" },
      [who("", "新人")]: { kind: "new" },
    });
    expect(rowsOf(plan)).toEqual([
      "新人 2025-04  75",
      "1004 张伟 2025-03  80",
      "1004 张伟 2025-04  81",
    ]);
    expect(plan).toMatchObject({ waiting: 0, leftOut: 1 });
  });

  test("one whom the workbook does not know, whom two files call by two names", async () => {
    const found = await read(
      await long("一.xlsx", ["3001", "李四", "2025-03", "", 80]),
      await long("二.xlsx", ["3001", "王五", "2025-04", "", 81]),
    );
    const plan = await planned(found);
    expect(plan.questions.map(({ why }) => why)).toEqual(["otherName", "otherName"]);
    const both = person("3001", "李四");
    const answered = await planned(found, {
      [who("3001", "李四")]: both,
      [who("3001", "王五")]: both,
    });
    expect(rowsOf(answered)).toEqual(["3001 李四 2025-03  80", "3001 李四 2025-04  81"]);
  });
});

describe("of two scores of a month", () => {
  test("that contradict each other none is taken, wherever they stand", async () => {
    const found = await read(
      await long(
        "一.xlsx",
        ["1001", "林晓", "2025-04", "", 80],
        ["1002", "周敏", "2025-04", "", 90],
        ["1002", "周敏", "2025-04", "", 91],
        ["1003", "张伟", "2025-06", "", 99],
      ),
      await long(
        "二.xlsx",
        ["1001", "林晓", "2025-04", "", 81],
        ["1001", "林晓", "2025-03", "", "产假"],
      ),
      await long(
        "三.xlsx",
        ["1001", "林晓", "2025-04", "", 80],
        ["1001", "林晓", "2025-03", "", 70],
      ),
    );
    const plan = await planned(found);
    expect(rowsOf(plan)).toEqual([]);
    expect(
      plan.conflicts.map(({ row, other, otherSource }) =>
        [row.employeeId, row.score, other, otherSource?.file ?? "-"].join(" "),
      ),
    ).toEqual(["1002 91 90 一.xlsx", "1003 99 81 -", "1001 81 80 一.xlsx", "1001 70 产假 二.xlsx"]);
  });

  test("that agree, or are known already, one stays", async () => {
    const found = await read(
      await long(
        "一.xlsx",
        ["1001", "林晓", "2025-05", "", 80],
        ["1001", "林晓", "2025-06", "", 88],
      ),
      await long("二.xlsx", ["1001", "林晓", "2025-05", "", "80"]),
    );
    const plan = await planned(found);
    expect(rowsOf(plan)).toEqual(["1001 林晓 2025-05  80"]);
    expect(plan).toMatchObject({ known: 2, conflicts: [] });
  });
});

test("however the rows are spread over files, the plan is the same, and importing it again adds nothing", async () => {
  const row = fc.record({
    id: fc.constantFrom("1001", "1002", "5001"),
    month: fc.integer({ min: 1, max: 5 }),
    score: fc.constantFrom(70, 80, 90),
    file: fc.integer({ min: 0, max: 2 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 25 }), async (rows) => {
      const named = { 1001: "林晓", 1002: "周敏", 5001: "旧人" } as Record<string, string>;
      const cells = rows.map(({ id, month, score }) => [
        id,
        named[id] ?? "",
        `2025-0${month}`,
        "",
        score,
      ]);
      const spread = [0, 1, 2].map((number) => cells.filter((_, at) => rows[at]?.file === number));
      const files = await Promise.all(spread.map((part, at) => long(`${at}.xlsx`, ...part)));
      const one = await planned(await read(await long("全.xlsx", ...cells)));
      const several = await planned(await read(...files));
      expect(rowsOf(several)).toEqual(rowsOf(one));
      const again = await planned(await read(...files, ...files));
      expect(rowsOf(again)).toEqual(rowsOf(one));
    }),
    { numRuns: 8 },
  );
});

describe("writing", () => {
  const EARLIER: readonly (readonly FileCell[])[] = [
    ["1001", "林晓", "2025-03", "初级客服", 85],
    ["1001", "林晓", "2025-04", "初级客服", 92],
    ["1001", "林晓", "2025-05", "初级客服", "=1+1"],
  ];

  async function importFile(...rows: readonly (readonly FileCell[])[]) {
    const plan = await planned(await read(await long("旧.xlsx", ...rows)));
    return writeHistory(plan, options, book.gateway);
  }

  test("one sheet 历史成绩, which validating reads with the month", async () => {
    const before = await validateSheet(options);
    if (before.kind !== "month") throw new Error(before.kind);
    const written = await importFile(
      ...["2025-01", "2025-02", "2025-03"].map((month) => ["1001", "林晓", month, "初级", 92]),
      ["1001", "林晓", "2025-04", "初级客服", "事假"],
      ["1001", "林晓", "2025-05", "初级客服", 91],
      ["-9", "=SUM(A1)", "2025-05", "@新级别", "0分"],
    );
    expect(written).toMatchObject({ kind: "written", rows: 6 });
    expect(contents("历史成绩")).toEqual([
      HEADER,
      ["-9", "=SUM(A1)", 45_778, "@新级别", "0分"],
      ["1001", "林晓", 45_658, "初级客服", 92],
      ["1001", "林晓", 45_689, "初级客服", 92],
      ["1001", "林晓", 45_717, "初级客服", 92],
      ["1001", "林晓", 45_748, "初级客服", "事假"],
      ["1001", "林晓", 45_778, "初级客服", 91],
    ]);
    // Sheet text is never a formula.
    expect(book.sheet("历史成绩").formula(1, 1)).toBeNull();
    expect(book.sheet("历史成绩").style(2, 2).numberFormat).toBe("yyyy-mm");
    const after = await validateSheet(options);
    if (after.kind !== "month") throw new Error(after.kind);
    expect(after.sheet.name).toBe("6月");
    expect(after.report.months[0]).toBe(monthOf(2025, 1));
    expect(contents("6月")).toEqual(JUNE.cells);
  });

  test("a second import goes below the first, known months stay, and undoing takes one import back", async () => {
    const first = await importFile(...EARLIER.slice(0, 2));
    const before = contents("历史成绩");
    const second = await importFile(
      ["1001", "林晓", "2025-04", "初级客服", 92],
      ["1002", "周敏", "2025-04", "中级客服", 95],
    );
    if (first.kind !== "written" || second.kind !== "written") throw new Error("not written");
    expect(second.rows).toBe(1);
    expect(contents("历史成绩")).toEqual([...before, ["1002", "周敏", 45_748, "中级客服", 95]]);
    expect(book.sheet("历史成绩").style(3, 2).numberFormat).toBe("yyyy-mm");
    await takeBack(book.gateway, second.undo);
    expect(contents("历史成绩")).toEqual(before);
    await takeBack(book.gateway, first.undo);
    expect(await names()).toEqual(["6月"]);
  });

  test("undoing leaves what HR has typed since, and its sheet", async () => {
    const written = await importFile(...EARLIER.slice(0, 2));
    if (written.kind !== "written") throw new Error(written.kind);
    book.sheet("历史成绩").write(1, 4, [[{ value: 86 }]]);
    expect(await takeBack(book.gateway, written.undo)).toMatchObject({ skipped: 1 });
    expect(contents("历史成绩")).toEqual([
      [null, null, null, null, null],
      [null, null, null, null, 86],
    ]);
  });

  test.each<[string, PlainSheet, unknown]>([
    [
      "HR's own columns in another order",
      { name: "历史成绩", cells: [["备注", "绩效", "年月", "姓名", "编号", "级别"]] },
      [null, 85, 45_717, "林晓", "1001", "初级客服"],
    ],
    ["a blank sheet", { name: "历史成绩" }, ["1001", "林晓", 45_717, "初级客服", 85]],
  ])("%s: filled as it stands", async (_, sheet, row) => {
    await book.close();
    await open(JUNE, sheet);
    expect(await importFile(["1001", "林晓", "2025-03", "初级客服", 85])).toMatchObject({
      kind: "written",
    });
    expect(contents("历史成绩").at(-1)).toEqual(row);
  });

  test.each<[string, unknown[][]]>([
    ["a note", [["以前的成绩在档案室"]]],
    [
      "one row a person",
      [
        ["工号", "姓名", "2025-01", "2025-02"],
        ["1001", "林晓", 80, 81],
      ],
    ],
    [
      "no column for the level",
      [
        ["工号", "姓名", "月份", "绩效分数"],
        ["1001", "林晓", "2025-01", 80],
      ],
    ],
  ])("a 历史成绩 of HR's with %s is left as it is", async (_, cells) => {
    await book.close();
    await open(JUNE, { name: "历史成绩", cells });
    expect(await importFile(...EARLIER.slice(0, 1))).toEqual({ kind: "unknownColumns" });
    expect(contents("历史成绩")).toEqual(cells);
  });

  test("without any score sheet in the workbook, too", async () => {
    await book.close();
    await open({ name: "Sheet1" });
    expect(await importFile(...EARLIER.slice(0, 2))).toMatchObject({ kind: "written", rows: 2 });
    expect(contents("历史成绩")).toHaveLength(3);
    expect(await importFile(...EARLIER.slice(0, 2))).toMatchObject({ kind: "written", rows: 0 });
    expect(contents("历史成绩")).toHaveLength(3);
  });

  test("of thousands of rows goes in chunks", async () => {
    const rows = Array.from({ length: 1_200 }, (_, index) => [
      `${5_000 + index}`,
      `员工${index}`,
      "2025-03",
      "初级客服",
      60 + (index % 40),
    ]);
    book.host.resetCounters();
    expect(await importFile(...rows)).toMatchObject({ kind: "written", rows: 1_200 });
    expect(book.host.counters.requests).toBeLessThan(40);
    expect(contents("历史成绩")).toHaveLength(1_201);
  });
});

describe("whatever request fails", () => {
  /** Everything that HR has in the workbook. */
  const everything = async (): Promise<unknown> =>
    Promise.all((await names()).map(async (name) => Promise.resolve([name, contents(name)])));

  test.each([{}, { afterwards: true }])(
    "%o: all of an import or nothing, and the pane says so",
    async (when) => {
      const file = await long("旧.xlsx", ["1001", "林晓", "2025-05", "初级客服", 85]);
      for (const standing of [false, true]) {
        for (let number = 1; ; number += 1) {
          await book.close();
          await open(
            JUNE,
            ...(standing
              ? [{ name: "历史成绩", cells: [HEADER, ["1001", "林晓", "2025-04", "初级客服", 80]] }]
              : []),
          );
          const before = await everything();
          const pane = paneOn(book.gateway);
          const history = historyStoreOf(pane);
          await history.pick([file]);
          book.host.resetCounters();
          book.host.faults.failRequest(number, { code: "GeneralException", ...when });
          await history.import();
          const reached = book.host.counters.requests >= number;
          book.host.faults.clear();
          const { notice } = pane.notices.read();
          const after = await everything();
          if (notice?.kind === "trouble") expect(after).toEqual(before);
          else {
            expect(contents("历史成绩")).toHaveLength(standing ? 3 : 2);
            await sheetStoreOf(pane).undo();
            expect(await everything()).toEqual(before);
          }
          if (!reached) break;
        }
      }
    },
  );
});
