import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Cell } from "../../../src/grid";
import { PolicySession, readPayMonth, writePayCheck } from "../../../src/tasks";
import { monthOf } from "../../../src/units";
import { PAY_CHECK_COLUMNS, type Language, type PayCheckColumn } from "../../../src/wording";
import { openWorkbook, toldOf, type OpenWorkbook } from "../openWorkbook";
import { failEachRequest } from "../failEachRequest";
import { openedMonth } from "../openedMonth";
import { HEADER } from "../../setup/ledger";

const NAME = "工资核对 2025-06";
/**
 * By hand: 初级 2200, 45,000 × 1 % = 450, 2200 × 10 % × 85 % = 187, with 夜班补贴 50 and 全勤奖 200 3087 in all. 林晓 has all
 * of it; 周敏's commission is 90 too much, and her gross with it; 陈浩's gross alone is 100 too little.
 */
const LEDGER: readonly (readonly Cell[])[] = [
  [...HEADER, "底薪", "提成", "绩效工资", "夜班补贴", "全勤奖", "应发合计"],
  ["A01", "林晓", "2025-06", "初级", 85, 45_000, 2200, 450, 187, 50, 200, 3087],
  ["A02", "周敏", "2025-06", "初级", 85, 45_000, 2200, 540, 187, 50, 200, 3177],
  ["A03", "@陈浩", "2025-06", "初级", 85, 45_000, 2200, 450, 187, 50, 200, 2987],
  ["A04", "孙悦", "2025-06", "初级", 85, 45_000, null, null, null, null, null, null],
];

let book: OpenWorkbook;
beforeEach(async () => {
  book = await openWorkbook([{ name: "成绩", cells: LEDGER.map((row) => [...row]) }]);
});
afterEach(() => book.close());

async function write(
  { onlyDifferent = false, language = "zh" }: { onlyDifferent?: boolean; language?: Language } = {},
  signal?: AbortSignal,
) {
  const { gateway } = book;
  const policy = await new PolicySession(gateway).load();
  const options = { gateway, policy, today: monthOf(2025, 7), month: null, signal };
  const opened = await openedMonth({ ...options, sheetId: book.ref("成绩").id });
  const read = await readPayMonth(opened, signal);
  return writePayCheck(gateway, read, language, { onlyDifferent }, { signal });
}

const at = (column: PayCheckColumn): number => PAY_CHECK_COLUMNS.indexOf(column);

/** The rows below the headings: a formula as it is written, anything else as it is. */
function table(name = NAME): Cell[][] {
  const sheet = book.sheet(name);
  const rows = Array.from({ length: 40 }, (_, row) =>
    PAY_CHECK_COLUMNS.map(
      (_column, column) => (sheet.formula(row, column) ?? sheet.value(row, column)) as Cell,
    ),
  );
  const heading = rows.findIndex(([first]) => first === "工号" || first === "Employee ID");
  const below = rows.slice(heading + 1);
  const end = below.findIndex((row) => row.every((cell) => cell === null));
  return below.slice(0, end);
}
const names = (): string[] => book.host.workbook.sheets().map(({ name }) => name);

describe("工资核对", () => {
  test("holds every typed part beside the policy, as numbers, with the way to its cell", async () => {
    expect(await write()).toMatchObject({ refreshed: false, sheet: { name: NAME } });
    const rows = table();
    expect(rows.map((row) => row.slice(0, at("reason")))).toEqual([
      ["A01", "林晓", "底薪", 2200, 2200, 0],
      ["A01", "林晓", "提成", 450, 450, 0],
      ["A01", "林晓", "绩效工资", 187, 187, 0],
      ["A01", "林晓", "应发合计", 3087, 3087, 0],
      ["A02", "周敏", "底薪", 2200, 2200, 0],
      ["A02", "周敏", "提成", 540, 450, 90],
      ["A02", "周敏", "绩效工资", 187, 187, 0],
      ["A02", "周敏", "应发合计", 3177, 3087, 90],
      ["A03", "@陈浩", "底薪", 2200, 2200, 0],
      ["A03", "@陈浩", "提成", 450, 450, 0],
      ["A03", "@陈浩", "绩效工资", 187, 187, 0],
      ["A03", "@陈浩", "应发合计", 2987, 3087, -100],
    ]);
    expect(rows[5]?.slice(at("clause"))).toEqual(["§6.C2", `=HYPERLINK("#'成绩'!H3","H3")`]);
    expect(rows[7]?.[at("reason")]).toContain("差额来自提成多 90.00元");
    expect(rows[11]?.[at("reason")]).toContain("比本行各项之和少 100.00元");
  });

  test("of what differs alone, where that was chosen; in place of the one before, in either language", async () => {
    await write();
    expect(await write({ onlyDifferent: true, language: "en" })).toMatchObject({
      refreshed: true,
      sheet: { name: NAME },
    });
    expect(table().map((row) => [row[0], row[at("part")], row[at("difference")]])).toEqual([
      ["A02", "Commission", 90],
      ["A02", "Gross pay", 90],
      ["A03", "Gross pay", -100],
    ]);
    expect(names()).toEqual(["成绩", NAME]);
  });

  test("is ours, tagged, and never taken for a score sheet; HR's own sheet stays as it is", async () => {
    const before = LEDGER.map((row, line) =>
      row.map((_, column) => book.sheet("成绩").value(line, column)),
    );
    await write();
    expect((await book.gateway.listSheets()).map(({ name, tag }) => [name, tag])).toEqual([
      ["成绩", null],
      [NAME, "payCheck"],
    ]);
    const after = LEDGER.map((row, line) =>
      row.map((_, column) => book.sheet("成绩").value(line, column)),
    );
    expect(after).toEqual(before);
  });
});

test("each request that fails, or whoever cancels, leaves no half sheet", async () => {
  const failed = await failEachRequest(
    book,
    () => write(),
    () => {
      expect(names()).toEqual(["成绩"]);
    },
  );
  expect(failed).toBeGreaterThan(4);
  const before = table();
  const refused = await failEachRequest(
    book,
    () => write({ onlyDifferent: true }),
    () => {
      expect(table()).toEqual(before);
    },
  );
  expect(refused).toBeGreaterThan(4);
  expect(table()).toHaveLength(3);
  const cancelling = new AbortController();
  cancelling.abort();
  expect(await toldOf(write({}, cancelling.signal))).toEqual({ kind: "cancelled" });
  expect(table()).toHaveLength(3);
});
