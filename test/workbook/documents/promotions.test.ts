import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { builtInBook, policyFor } from "../../../src/policy";
import {
  builtInWorkbookPolicy,
  createPromotionTable,
  openMonth,
  readPromotions,
  recordStep,
  writeCandidates,
  writeReviews,
  type PromotionData,
  type StepEntry,
  type ValidateOptions,
} from "../../../src/tasks";
import { addMonths, formatMonth } from "../../../src/units";
import type { Language } from "../../../src/wording";
import { month, TODAY } from "../../findings/setup";
import { states } from "../../views/promotion/setup";
import { openWorkbook, problemOf, toldOf, type OpenWorkbook } from "../openWorkbook";
import { openedMonth } from "../openedMonth";
import { HEADER } from "../../setup/ledger";

const HEADINGS = [...HEADER, "投诉次数"];
const LAST = month("2025-06");
const REPORT = "晋升候选人 2025-06";

interface Agent {
  readonly id: string;
  readonly name: string;
  readonly level: string;
  readonly scores: readonly unknown[];
  readonly complaints?: number;
}

const FORMULA_NAME = '=HYPERLINK("x")';

const AGENTS: readonly Agent[] = [
  { id: "1001", name: "林晓", level: "初级客服", scores: [85, 92, 86, 93, 88] },
  { id: "1002", name: "李", level: "中级客服", scores: [85, 93, 94, 92, 95, 93] },
  { id: "1003", name: "陈浩", level: "初级客服", scores: [92, 88, 93, 86] },
  { id: "1004", name: "吴倩", level: "初级客服", scores: [75, 58, 55, 52], complaints: 3 },
  { id: "1005", name: "郑凯", level: "初级客服", scores: [85, 92, "", 93, 88] },
  { id: "1006", name: "+孙", level: "特级客服", scores: [95, 96, 97] },
];

function rowsOf(agents: readonly Agent[]): unknown[][] {
  return agents.flatMap(({ id, name, level, scores, complaints = 0 }) =>
    scores.map((score, index) => [
      id,
      name,
      formatMonth(addMonths(LAST, index + 1 - scores.length)),
      level,
      score,
      31_000,
      index === scores.length - 1 ? complaints : 0,
    ]),
  );
}

let book: OpenWorkbook;
const policy = policyFor(builtInBook(), TODAY);
const department = async (): Promise<void> => {
  book = await openWorkbook([{ name: "成绩", cells: [HEADINGS, ...rowsOf(AGENTS)] }]);
  // Typed with an apostrophe, so that it is a name and no formula.
  const rows = contentOf("成绩");
  rows.forEach((row, index) => {
    if (row[1] === "李") book.sheet("成绩").write(index, 1, [[{ value: FORMULA_NAME }]]);
  });
};
afterEach(() => book.close());

const options = (more: Partial<ValidateOptions> = {}): ValidateOptions => ({
  gateway: book.gateway,
  policy: builtInWorkbookPolicy(),
  today: TODAY,
  sheetId: null,
  month: null,
  ...more,
});
async function write(language: Language = "zh", withReviews = false, more = {}) {
  const given = options(more);
  return writeCandidates(await openedMonth(given), { language, withReviews }, given);
}
const writeReviewList = async (language: Language = "zh") =>
  writeReviews(await openedMonth(options()), language, options());
const sheetNames = (): string[] => book.host.workbook.sheets().map(({ name }) => name);

/** All texts and numbers of a sheet, row by row. */
function contentOf(name: string): string[][] {
  const sheet = book.sheet(name);
  const used = sheet.usedArea(true);
  if (used === null) return [];
  return Array.from({ length: used.row + used.rows }, (_, row) =>
    Array.from({ length: used.column + used.columns }, (_, column) => {
      const value = sheet.value(row, column);
      return typeof value === "object" ? (value?.error ?? "") : String(value);
    }),
  );
}

const listed = (name = REPORT): string[][] => {
  const rows = contentOf(name);
  const heading = rows.findIndex((row) => row[1] === "姓名" || row[1] === "Name");
  return rows.slice(heading + 1).filter((row) => row[1] !== "");
};

describe("the report of candidates", () => {
  beforeEach(department);

  test("has one row a person, told apart by status, with strip, clause, pay and steps", async () => {
    await write();
    const rows = listed();
    expect(rows.map(([status, name]) => `${status} ${name}`)).toEqual([
      "成绩达标 林晓",
      `成绩达标 ${FORMULA_NAME}`,
      "只差一个月 陈浩",
      "缺成绩 郑凯",
      "未判定 +孙",
    ]);
    const [first = []] = rows;
    expect(first.slice(2, 5)).toEqual(["1001", "初级客服", "中级客服"]);
    // Seven months before the first row, then 2025-02 to 2025-06.
    expect(first.slice(5, 12).every((cell) => cell === "·")).toBe(true);
    expect(first.slice(12, 17)).toEqual(["85\n②◆", "92\n①◆", "86\n②◆", "93\n①◆", "88\n②◆"]);
    expect(first[17]).toBe("连续期：2025-02 至 2025-06，5 个月");
    expect(first[18]).toMatch(/^§4\.2\.F /);
    // 2200 → 2400; 31,000 × 0.9% = 279.00; 88 × 10%: 193.60 → 211.20.
    expect(first[20]).toBe("底薪 2,200.00 → 2,400.00\n应发 2,672.60 → 2,890.20");
    expect(first[21]).toContain("已通过 0/11");
    expect(first[21]).toContain("☐部门匿名评选（§5.2b）");
    expect(rows[4]?.[17]).toBe("级别“特级客服”不在制度里，无法判定");
  });

  test("says on which month, policy and readings it rests", async () => {
    await write();
    const text = contentOf(REPORT).flat().join("\n");
    for (const said of [
      "2025-06",
      "内置制度",
      "6 人",
      "1 人（原因见下表）",
      "◎80分归哪一档＝第二等级",
    ])
      expect(text).toContain(said);
    expect(text).toContain("能否晋升由审批人决定");
  });

  test.each<Language>(["zh", "en"])(
    "never says that somebody must be promoted (%s)",
    async (language) => {
      await write(language, true);
      await writeReviewList(language);
      const text = sheetNames()
        .flatMap((name) => contentOf(name).flat())
        .join("\n");
      expect(text).not.toMatch(
        /应晋升|应当晋升|应予晋升|必须晋升|must be promoted|should be promoted/i,
      );
    },
  );

  test("is no formula wherever a name looks like one", async () => {
    await write();
    const sheet = book.sheet(REPORT);
    const used = sheet.usedArea(true);
    for (let row = 0; row < (used?.rows ?? 0); row += 1)
      for (let column = 0; column < (used?.columns ?? 0); column += 1)
        expect(sheet.formula(row, column)).toBeNull();
  });

  test("prints on A4 across with the heading repeated, can be filtered, and has its chart", async () => {
    await write();
    const { parts } = book.sheet(REPORT);
    const heading = contentOf(REPORT).findIndex((row) => row[1] === "姓名");
    expect(parts.pageLayout).toMatchObject({
      orientation: "Landscape",
      printTitleRows: { row: heading, rows: 1 },
    });
    expect(parts.autoFilter?.area).toMatchObject({ row: heading, rows: 6 });
    expect(parts.charts).toHaveLength(1);
    expect(parts.charts[0]).toMatchObject({ name: "CS tiers", title: "部门各等级人数" });
  });

  test("counts the tiers of the department for the chart", async () => {
    await write();
    const rows = contentOf(REPORT);
    const heading = rows.findIndex(([first]) => first === "月份");
    const last = rows.find(([first], index) => index > heading && first === "2025-06");
    // 93 and 97 | 88, 86 and 88 | none | 52; everybody has a score.
    expect(rows[heading]?.slice(0, 6)).toEqual([
      "月份",
      "第一等级",
      "第二等级",
      "第三等级",
      "第四等级",
      "无成绩",
    ]);
    expect(last?.slice(1, 6)).toEqual(["2", "3", "0", "1", "0"]);
  });

  test("refreshed it replaces only what was written, and is not taken for a score sheet", async () => {
    await write();
    const sheet = book.sheet(REPORT);
    const below = (sheet.usedArea(true)?.rows ?? 0) + 1;
    sheet.write(below, 0, [[{ value: "HR：已送总经办" }]]);
    book.host.workbook.activate(sheet.id);
    const again = await write();
    expect(again).toMatchObject({ kind: "written", written: { refreshed: true } });
    expect(contentOf(REPORT).flat()).toContain("HR：已送总经办");
    expect(book.sheet(REPORT).parts.charts).toHaveLength(1);
    expect(sheetNames()).toEqual(["成绩", REPORT]);
  });

  test("leaves reviews out unless chosen; their list is a sheet of its own with the law", async () => {
    await write();
    expect(contentOf(REPORT).flat().join()).not.toContain("吴倩");
    await write("zh", true);
    expect(listed().map(([status, name]) => `${status} ${name}`)).toContain("绩效复核 吴倩");
    // A copy that leaves reviews out knows by the tag that this sheet holds some; without them it is itself again.
    expect((await book.gateway.listSheets()).map(({ tag }) => tag)).toEqual([null, "reviews"]);
    await write();
    expect(contentOf(REPORT).flat().join()).not.toContain("吴倩");
    const result = await writeReviewList();
    expect(result).toMatchObject({ kind: "written", people: 1 });
    const text = contentOf("绩效复核 2025-06").flat().join("\n");
    for (const said of [
      "连续 3 个月不及格",
      "当月投诉 3 次",
      "2025-05：55分",
      "§4.1.G",
      "§R5b",
      "培训",
    ])
      expect(text.replaceAll("\n", "")).toContain(said);
    expect(text).not.toContain("林晓");
    const tags = (await book.gateway.listSheets()).map(({ tag }) => tag);
    expect(tags).toEqual([null, "candidates", "reviews"]);
  });

  const written: [string, string, () => Promise<unknown>, () => string[][]][] = [
    ["the report", REPORT, () => write(), () => listed()],
    [
      "the reviews",
      "绩效复核 2025-06",
      () => writeReviewList(),
      () => contentOf("绩效复核 2025-06"),
    ],
    [
      "the table 晋升流程",
      "晋升流程",
      () => createPromotionTable(book.gateway, policy),
      () => contentOf("晋升流程"),
    ],
    [
      "the table with its first tick",
      "晋升流程",
      () => tick("§4.1.A"),
      () => contentOf("晋升流程"),
    ],
  ];
  test.each(written)(
    "every request that fails leaves all of %s or none",
    async (_, name, writing, content) => {
      await writing();
      const whole = JSON.stringify(content());
      const clear = (): void => {
        for (const { id, name: other } of book.host.workbook.sheets())
          if (other !== "成绩") book.host.workbook.deleteSheet(id);
      };
      let failed = 0;
      for (let number = 1; number <= 60; number += 1) {
        clear();
        book.host.faults.failRequest(number, { code: "GeneralException" });
        const done = await writing().then(
          () => true,
          () => false,
        );
        book.host.faults.clear();
        await book.host.whenIdle();
        const left = sheetNames().filter((other) => other !== "成绩");
        if (done || left.length > 0) {
          expect(left).toEqual([name]);
          expect(JSON.stringify(content())).toBe(whole);
        }
        if (done) break;
        failed += 1;
      }
      expect(failed).toBeGreaterThan(3);
      expect(failed).toBeLessThan(60);
    },
  );
});

describe("no report", () => {
  test.each<[string, unknown[][], string]>([
    ["an empty workbook", [], "emptyWorkbook"],
    [
      "no score sheet",
      [
        ["电话", "地址"],
        ["1", "2"],
      ],
      "noScoreSheet",
    ],
    ["no month", [HEADINGS, ["1001", "林晓", "", "初级客服", "", "", ""]], "noMonth"],
  ])("%s", async (_, cells, kind) => {
    book = await openWorkbook([{ name: "表", cells }]);
    const opened = await openMonth(options());
    const came = opened.kind === "opened" ? await write() : opened;
    expect(came.kind).toBe(kind);
    expect(sheetNames()).toEqual(["表"]);
  });

  test("a policy that cannot be read", async () => {
    await department();
    const kept = { parts: [], witness: null };
    const policy = { kind: "unreadable", why: "broken", witness: { kind: "none" }, kept } as const;
    expect((await openMonth(options({ policy }))).kind).toBe("policyUnreadable");
  });
});

describe("2,000 people, 24 months", () => {
  const many = (): Agent[] =>
    Array.from({ length: 2_000 }, (_, person) => ({
      id: `P${person}`,
      name: `员工${person}`,
      level: ["初级客服", "中级客服", "高级客服"][person % 3] ?? "",
      scores: Array.from({ length: 24 }, (_, index) =>
        person % 4 === 3 && index > 18 ? 70 : 91 + ((person + index) % 9),
      ),
    }));

  test("are written in few requests of moderate size, with progress; cancelled, nothing is left", async () => {
    book = await openWorkbook([{ name: "成绩", cells: [HEADINGS, ...rowsOf(many())] }]);
    const cancelling = new AbortController();
    const cancelled = write("zh", false, {
      signal: cancelling.signal,
      onProgress: ({ stage, done }: { stage: string; done: number }) => {
        if (stage === "writing" && done > 0) cancelling.abort();
      },
    });
    expect(await toldOf(cancelled)).toEqual({ kind: "cancelled" });
    await book.host.whenIdle();
    expect(sheetNames()).toEqual(["成绩"]);

    const before = book.host.log.length;
    const stages = new Set<string>();
    const result = await write("zh", false, {
      onProgress: ({ stage }: { stage: string }) => stages.add(stage),
    });
    expect(result).toMatchObject({ kind: "written", people: 1_500 });
    const requests = book.host.log.slice(before);
    expect(requests.length).toBeLessThanOrEqual(30);
    expect(
      Math.max(...requests.map(({ bytesIn, bytesOut }) => Math.max(bytesIn, bytesOut))),
    ).toBeLessThan(4_000_000);
    expect([...stages]).toEqual(["loading", "checking", "writing"]);
  }, 120_000);
});

async function readAll(): Promise<PromotionData> {
  return readPromotions(await openedMonth(options()));
}

/** Ticks a step of 林晓's way. */
async function tick(clause: string, more: Partial<StepEntry> = {}) {
  const { month: judged } = await readAll();
  const person = judged.people.find(({ row }) => row.person.employeeId === "1001");
  const file = person?.file;
  if (person === undefined || file === undefined || file === null) throw new Error("No file");
  return recordStep(book.gateway, policy, judged.input.sheet.people, {
    person: person.row.person,
    target: file.target,
    month: file.month,
    steps: file.steps.map(({ step }) => step),
    index: file.steps.findIndex((step) => step.clause === clause),
    result: "passed",
    handledBy: "赵",
    date: "2025-07-02",
    figure: null,
    note: null,
    ...more,
  });
}

async function stepsNow(): Promise<string[]> {
  const { month: judged } = await readAll();
  const person = judged.people.find(({ row }) => row.person.employeeId === "1001");
  return states(person?.file?.steps).filter((step) => !step.endsWith("open"));
}

const TABLE = [
  "工号",
  "姓名",
  "目标级别",
  "考核月",
  "项目(条款号)",
  "结果",
  "得分/票数",
  "经办人",
  "日期",
  "备注",
];

describe("the table 晋升流程", () => {
  test("is made with the first tick, as a table of Excel's with its first row", async () => {
    await department();
    expect(await tick("§5.2b", { figure: "8/9" })).toEqual({ kind: "recorded", created: true });
    expect(contentOf("晋升流程")).toEqual([
      TABLE,
      [
        "1001",
        "林晓",
        "中级客服",
        "2025-06",
        "部门匿名评选（§5.2b）",
        "通过",
        "8/9",
        "赵",
        "2025-07-02",
        "",
      ],
    ]);
    expect(book.host.workbook.tables().map(({ name, area }) => [name, area.rows])).toEqual([
      ["晋升流程", 2],
    ]);
    expect(await stepsNow()).toEqual(["§5.2b done 8/9"]);
  });

  test("made on request it is blank, and the first tick fills its first row", async () => {
    await department();
    await createPromotionTable(book.gateway, policy);
    expect(contentOf("晋升流程")).toEqual([TABLE]);
    await tick("§4.1.A");
    await tick("§4.2.A");
    expect(contentOf("晋升流程").map((row) => row[4])).toEqual([
      "项目(条款号)",
      "遵守制度、无违纪（§4.1.A）",
      "沟通表达获客户与同事认可（§4.2.A）",
    ]);
    expect(book.host.workbook.tables()[0]?.area.rows).toBe(3);
    expect(await createPromotionTable(book.gateway, policy)).toBeNull();
  });

  test("a second tick changes the row that speaks of the step, and no other", async () => {
    await department();
    await tick("§5.2b");
    await tick("§4.1.A");
    await tick("§5.2b", { result: "failed", note: "重新评选" });
    expect(
      contentOf("晋升流程")
        .slice(1)
        .map((row) => [row[4], row[5], row[9]]),
    ).toEqual([
      ["部门匿名评选（§5.2b）", "不通过", "重新评选"],
      ["遵守制度、无违纪（§4.1.A）", "通过", ""],
    ]);
    expect(await stepsNow()).toEqual(["§4.1.A done", "§5.2b refused"]);
  });

  const hrs = (...rows: unknown[][]): unknown[][] => [
    ["客服部晋升记录"],
    ["序号", "经办人", "姓名", "工号", "目标级别", "考核月份", "项目", "结论", "部门"],
    ...rows,
  ];
  const withTable = async (...rows: unknown[][]): Promise<void> => {
    book = await openWorkbook([
      { name: "成绩", cells: [HEADINGS, ...rowsOf(AGENTS)] },
      { name: "晋升流程", cells: hrs(...rows) },
    ]);
  };

  test("of HR's own keeps its columns and rows, in whatever order they stand", async () => {
    await withTable(
      [2, "钱", "王", "2001", "中级客服", "2025-06", "§5.2b", "通过", "一部"],
      [1, "钱", "林晓", "1001", "中级", "2025年6月", "5.2b", "待定", "二部"],
    );
    await tick("§5.2b", { handledBy: "" });
    await tick("§4.2.C");
    expect(contentOf("晋升流程").slice(2)).toEqual([
      ["2", "钱", "王", "2001", "中级客服", "2025-06", "§5.2b", "通过", "一部"],
      ["1", "钱", "林晓", "1001", "中级", "2025年6月", "5.2b", "通过", "二部"],
      [
        "",
        "赵",
        "林晓",
        "1001",
        "中级客服",
        "2025-06",
        "主动发现不足并提出改善（§4.2.C）",
        "通过",
        "",
      ],
    ]);
    expect(await stepsNow()).toEqual(["§4.2.C done", "§5.2b done"]);
  });

  test("rows of other months are left alone", async () => {
    await withTable([1, "钱", "林晓", "1001", "中级客服", "2025-05", "§5.2b", "通过", ""]);
    expect(await stepsNow()).toEqual([]);
    await tick("§5.2b", { result: "failed" });
    expect(
      contentOf("晋升流程")
        .slice(2)
        .map((row) => [row[5], row[7]]),
    ).toEqual([
      ["2025-05", "通过"],
      ["2025-06", "不通过"],
    ]);
  });

  test("without a column that rows need nothing is written, and it is said which", async () => {
    book = await openWorkbook([
      { name: "成绩", cells: [HEADINGS, ...rowsOf(AGENTS)] },
      {
        name: "晋升流程",
        cells: [
          ["姓名", "目标级别", "考核月", "项目"],
          ["林晓", "中级", "2025-06", "§4.1.A"],
        ],
      },
    ]);
    const before = contentOf("晋升流程");
    expect(await tick("§4.1.A")).toEqual({ kind: "lacksColumn", heading: "结果" });
    expect(contentOf("晋升流程")).toEqual(before);
  });

  test("protected it stays as it is", async () => {
    await withTable();
    book.host.protectSheet("晋升流程");
    const { facts } = await problemOf(tick("§4.1.A"));
    expect(facts).toEqual({ kind: "protected", sheetName: "晋升流程" });
  });

  test("a sheet of that name without such a table is HR's: ours stands beside it", async () => {
    book = await openWorkbook([
      { name: "成绩", cells: [HEADINGS, ...rowsOf(AGENTS)] },
      { name: "晋升流程", cells: [["流程图见附件"]] },
    ]);
    await tick("§4.1.A");
    expect(sheetNames()).toEqual(["成绩", "晋升流程", "晋升流程 (2)"]);
    await tick("§4.2.A");
    expect(await stepsNow()).toEqual(["§4.1.A done", "§4.2.A done"]);
    expect(contentOf("晋升流程")).toEqual([["流程图见附件"]]);
  });

  test("a row that has moved meanwhile is not written over", async () => {
    await withTable([1, "钱", "林晓", "1001", "中级客服", "2025-06", "§5.2b", "待定", ""]);
    const changed = book.gateway.writeRow(book.ref("晋升流程"), {
      headerRow: 1,
      headings: [{ column: 7, text: "结论" }],
      row: 2,
      expected: [{ column: 3, text: "1002" }],
      cells: [{ column: 7, cell: { text: "通过" } }],
    });
    expect((await problemOf(changed)).problem).toBe("changed");
    expect(contentOf("晋升流程")[2]?.[7]).toBe("待定");
  });

  test("every request that fails leaves the row as it was or whole", async () => {
    await withTable([1, "钱", "林晓", "1001", "中级客服", "2025-06", "§5.2b", "待定", ""]);
    const before = JSON.stringify(contentOf("晋升流程"));
    let failed = 0;
    for (let number = 1; number <= 12; number += 1) {
      book.host.faults.failRequest(number, { code: "GeneralException" });
      const outcome = await tick("§5.2b").catch(() => "failed");
      book.host.faults.clear();
      if (outcome === "failed") {
        failed += 1;
        expect(JSON.stringify(contentOf("晋升流程"))).toBe(before);
      } else book.sheet("晋升流程").write(2, 7, [[{ value: "待定" }]]);
      if (outcome !== "failed") book.sheet("晋升流程").write(2, 1, [[{ value: "钱" }]]);
    }
    expect(failed).toBeGreaterThan(2);
  });
});
