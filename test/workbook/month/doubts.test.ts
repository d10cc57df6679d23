import { afterEach, describe, expect, test } from "vitest";
import type { PlainSheet } from "../../../host/node";
import {
  PolicySession,
  readColumns,
  saveColumns,
  validateSheet,
  type ColumnChoices,
  type MonthValidation,
  type ValidateOptions,
} from "../../../src/tasks";
import { formatMonth, monthOf, yuanFromFen } from "../../../src/units";
import { openWorkbook, type OpenWorkbook } from "../openWorkbook";

// What a sheet leaves in doubt is asked once, answered once and remembered; until then the rest is judged.

let book: OpenWorkbook;
afterEach(() => book.close());

async function optionsFor(sheets: readonly PlainSheet[]): Promise<ValidateOptions> {
  book = await openWorkbook(sheets);
  const { gateway } = book;
  const policy = await new PolicySession(gateway).load();
  return { gateway, policy, today: monthOf(2026, 11), sheetId: null, month: null };
}

async function validate(options: ValidateOptions): Promise<MonthValidation> {
  const validation = await validateSheet(options);
  if (validation.kind !== "month") throw new Error(validation.kind);
  return validation;
}

/** What HR says of a sheet in the dialog; the answer stands in the workbook from then on. */
async function answer(
  options: ValidateOptions,
  sheet: string,
  choices: Partial<ColumnChoices>,
): Promise<MonthValidation> {
  const read = await readColumns(options, book.ref(sheet));
  const headerChosen = choices.headerRow !== undefined || read.headerChosen;
  await saveColumns(
    options,
    { ...read, headerChosen },
    {
      headerRow: read.headerRow,
      uses: new Map(),
      year: null,
      ...choices,
    },
  );
  return validate(options);
}

const doubts = ({ report }: MonthValidation): string[] =>
  report.layout.problems.map(({ code }) => code);

const codes = ({ report }: MonthValidation, ...wanted: string[]): string[] =>
  report.findings.flatMap(({ code, person }) =>
    wanted.includes(code) ? [`${code} ${person?.name ?? "-"}`] : [],
  );

/** The sheets that findings of missing months name, one a finding. */
const unreadIn = ({ report }: MonthValidation): (string | null)[] =>
  report.findings.flatMap((finding) =>
    finding.type === "interiorMonthMissing" ? [finding.unread] : [],
  );

/** "钱一 2026-10 70 30000" for each record. */
function told({ opened }: MonthValidation): string[] {
  return opened.found.records.people.flatMap(({ name, records }) =>
    records.map(({ month, score, sales }) =>
      [
        name,
        month.quantity.kind === "value" ? formatMonth(month.quantity.value) : "?",
        score.quantity.kind === "value" ? score.quantity.value / 1_000_000 : "?",
        ...(sales.cell === null
          ? []
          : [sales.quantity.kind === "value" ? yuanFromFen(sales.quantity.value) : "?"]),
      ].join(" "),
    ),
  );
}

const NAMES = ["钱一", "孙二", "李三", "周四", "吴五"];

describe("two headings of equal weight", () => {
  const rows = NAMES.map((name, at) => ["A" + String(at), name, "2026-10", "初级客服", 70 + at]);
  const sheet: PlainSheet = {
    name: "成绩",
    cells: [
      ["工号", "姓名", "月份", "级别", "绩效分数"],
      ...rows,
      [],
      ["员工姓名", "员工编号", "年月", "职级", "考核得分"],
      ...rows.map(([id, name, month, level]) => [
        `${String(name)}乙`,
        `B${String(id)}`,
        month,
        level,
        60,
      ]),
    ],
  };

  test("one question; the first is judged until it is answered, then what was chosen", async () => {
    const options = await optionsFor([sheet]);
    const before = await validate(options);
    expect(doubts(before)).toEqual(["headerInDoubt"]);
    expect(before.report.people.filter(({ status }) => status !== "excluded")).toHaveLength(5);
    expect(told(before)[0]).toBe("钱一 2026-10 70");
    const after = await answer(options, "成绩", { headerRow: 7 });
    expect(doubts(after)).toEqual([]);
    expect(told(after)).toEqual(NAMES.map((name) => `${name}乙 2026-10 60`));
  });
});

describe("a year that contradicts the tab", () => {
  test("one question; people and scores are read, and judged once it is answered", async () => {
    const options = await optionsFor([
      {
        name: "2025年10月",
        cells: [
          ["2026年度客服绩效"],
          ["姓名", "级别", "绩效分数"],
          ...NAMES.map((name, at) => [name, "初级客服", 70 + at]),
        ],
      },
    ]);
    const before = await validate(options);
    expect(doubts(before)).toEqual(["monthContradicts"]);
    expect(told(before)[1]).toBe("孙二 ? 71");
    const after = await answer(options, "2025年10月", { month: monthOf(2026, 10) });
    expect(doubts(after)).toEqual([]);
    expect(after.report.asOf).toBe(monthOf(2026, 10));
    expect(after.report.people.every(({ status }) => status !== "excluded")).toBe(true);
  });
});

describe("a name with two 工号", () => {
  const month = (name: string, ids: readonly (string | null)[]): PlainSheet => ({
    name,
    cells: [
      ["工号", "姓名", "级别", "绩效分数"],
      ...ids.map((id, at) => [id, at < 2 ? "钱一" : NAMES[at - 1], "初级客服", 70 + at]),
    ],
  });

  test("stays two people, asked about; others without 工号 are joined meanwhile", async () => {
    const options = await optionsFor([
      month("2026年9月", ["A1", "A2", "A3"]),
      month("2026年10月", ["A1", null, null]),
    ]);
    const before = await validate(options);
    expect([...new Set(codes(before, "F-EMP-02"))]).toEqual(["F-EMP-02 钱一"]);
    expect(before.notRead.joined.map(({ name }) => name)).toEqual(["孙二"]);
    // Once the 工号 is entered nothing is left to ask but the name that two people have.
    book.sheet("2026年10月").write(2, 0, [[{ value: "A2" }]]);
    const after = await validate(options);
    expect(after.opened.found.records.people.map(({ employeeId }) => employeeId).sort()).toEqual([
      "A1",
      "A2",
      "A3",
    ]);
  });
});

describe("a unit that contradicts itself", () => {
  test("one question; scores are judged meanwhile, and no sales are believed", async () => {
    const options = await optionsFor([
      {
        name: "2026年10月",
        cells: [
          ["单位：万元"],
          ["姓名", "级别", "绩效分数", "销售额（元）"],
          ...NAMES.map((name, at) => [name, "初级客服", 70 + at, 25_000 + at]),
        ],
      },
    ]);
    const before = await validate(options);
    expect(doubts(before)).toEqual(["unitInDoubt"]);
    expect(told(before)[0]).toBe("钱一 2026-10 70 ?");
    expect(before.report.people.every(({ status }) => status !== "excluded")).toBe(true);
    const after = await answer(options, "2026年10月", { unit: 1 });
    expect(doubts(after)).toEqual([]);
    expect(told(after)[0]).toBe("钱一 2026-10 70 25000");
  });
});

describe("a legend in the middle of the data", () => {
  test("people above and below are read, and its rows are named", async () => {
    const people = (names: readonly string[]) =>
      names.map((name, at) => [`A${name}`, name, "2026-10", "初级客服", 70 + at]);
    const options = await optionsFor([
      {
        name: "成绩",
        cells: [
          ["工号", "姓名", "月份", "级别", "绩效分数"],
          ...people(NAMES.slice(0, 2)),
          ["级别", "底薪"],
          ["初级", 2200],
          ["中级", 2400],
          ...people(NAMES.slice(2)),
        ],
      },
    ]);
    const found = await validate(options);
    expect(doubts(found)).toEqual([]);
    expect(told(found).map((line) => line.split(" ")[0])).toEqual(NAMES);
    expect(found.notRead.rows).toMatchObject([{ kind: "table", rows: [4, 5, 6] }]);
  });
});

describe("a month whose sheet was not read", () => {
  const month = (name: string, heading: string): PlainSheet => ({
    name,
    cells: [["姓名", "级别", heading], ...NAMES.map((called, at) => [called, "初级客服", 70 + at])],
  });

  test("is no month without scores: the finding names the sheet, until its column is said", async () => {
    const options = await optionsFor([
      month("2026年8月", "绩效分数"),
      month("2026年9月", "月度评价"),
      month("2026年10月", "绩效分数"),
    ]);
    const before = await validate(options);
    expect(before.notRead.lacking).toMatchObject([
      { sheet: { name: "2026年9月" }, field: "score", proposals: ["月度评价"] },
    ]);
    expect(unreadIn(before)).toEqual(NAMES.map(() => "2026年9月"));
    const after = await answer(options, "2026年9月", {
      uses: new Map([[2, { kind: "field", field: "score" }]]),
    });
    expect(after.notRead.lacking).toEqual([]);
    expect(codes(after, "F-MIS-01")).toEqual([]);
    expect(told(after)).toHaveLength(15);
  });

  test("but a sheet of sales of the same month hides nobody's missing score", async () => {
    const options = await optionsFor([
      month("2026年8月", "绩效分数"),
      {
        name: "2026年9月",
        cells: [
          ["姓名", "级别", "绩效分数"],
          ["钱一", "初级客服", 70],
        ],
      },
      { name: "9月销售", cells: [["姓名", "销售额"], ...NAMES.map((name) => [name, 30_000])] },
      month("2026年10月", "绩效分数"),
    ]);
    const found = await validate(options);
    expect(unreadIn(found)).toEqual(NAMES.slice(1).map(() => null));
  });
});
