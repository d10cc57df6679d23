import { afterEach, expect, test } from "vitest";
import {
  builtInWorkbookPolicy,
  changeSheetMemory,
  readColumns,
  readPayMonth,
  readPromotions,
  saveColumns,
  validateSheet,
  withLeft,
  withZero,
} from "../../../src/tasks";
import { formatMonth } from "../../../src/units";
import { month, TODAY } from "../../findings/setup";
import { openWorkbook, type OpenWorkbook } from "../openWorkbook";
import { openedMonth } from "../openedMonth";
import { HEADER } from "../../setup/ledger";

let book: OpenWorkbook;
afterEach(() => book.close());

const line = (id: string, name: string, when: string, level: string, score: unknown): unknown[] => [
  id,
  name,
  when,
  level,
  score,
  31_000,
];
const options = () => ({
  gateway: book.gateway,
  policy: builtInWorkbookPolicy(),
  today: TODAY,
  sheetId: null,
  month: null,
});

/** What each page says of everybody: who, and how they stand or what they are paid. */
async function pages() {
  const [validation, promotions, pay] = [
    await validateSheet(options()),
    await readPromotions(await openedMonth(options())),
    await readPayMonth(await openedMonth(options())),
  ];
  if (validation.kind !== "month") throw new Error(validation.kind);
  return {
    asOf: validation.report.asOf && formatMonth(validation.report.asOf),
    validated: validation.report.people,
    promoted: promotions.month.people.map(({ row }) => row),
    standing: promotions.month.people.map(({ row }) => `${row.person.employeeId} ${row.status}`),
    paid: pay.pay.paid.map(({ person, pay: { gross } }) => `${person.employeeId} ${gross.amount}`),
    unpaid: pay.pay.unpaid.map(({ person, pay: { why } }) => `${person.employeeId} ${why.kind}`),
  };
}

test("sheets named after months and 历史成绩 are read together", async () => {
  const people = (scores: readonly unknown[]) => [
    ["工号", "姓名", "级别", "绩效分数", "销售额"],
    ...scores.map((score, index) => [
      `100${index + 1}`,
      ["林晓", "周敏"][index],
      "初级客服",
      score,
      31_000,
    ]),
  ];
  book = await openWorkbook([
    { name: "2025年6月", cells: people([88, 86]) },
    { name: "2025年5月", cells: people([93, 93]) },
    { name: "2025年4月", cells: people([86, 84]) },
    {
      name: "历史成绩",
      cells: [
        HEADER,
        line("1001", "林晓", "2025-02", "初级客服", 85),
        line("1001", "林晓", "2025-03", "初级客服", 92),
        line("1002", "周敏", "2025-03", "初级客服", 92),
      ],
    },
  ]);
  const { asOf, standing, validated, promoted, paid } = await pages();
  expect(asOf).toBe("2025-06");
  // 85 92 86 93 88 over four sheets; 周敏 has four months, one short.
  expect(standing).toEqual(["1001 eligible", "1002 not_yet"]);
  expect(promoted).toEqual(validated);
  // 2200 + 31,000 × 0.9 % = 279 + 2200 × 10 % × 88 % = 193.60, and × 86 % = 189.20.
  expect(paid).toEqual(["1001 267260", "1002 266820"]);
});

test("who HR says has left, confirmed zeros and the remembered columns count on every page", async () => {
  book = await openWorkbook([
    {
      name: "成绩",
      cells: [
        // Nobody's words for a score: HR has said which column it is.
        ["工号", "姓名", "月份", "级别", "综合", "销售额"],
        ...["2025-02", "2025-03", "2025-04", "2025-05", "2025-06"].map((when, index) =>
          line("1001", "林晓", when, "初级客服", [85, 92, 86, 93, 88][index]),
        ),
        ...["2025-02", "2025-03", "2025-04", "2025-05"].map((when, index) =>
          line("1002", "周敏", when, "初级客服", [85, 92, 86, 93][index]),
        ),
        line("1003", "陈浩", "2025-04", "初级客服", 55),
        line("1003", "陈浩", "2025-05", "初级客服", 50),
        line("1003", "陈浩", "2025-06", "初级客服", 0),
        line("1004", "郑凯", "2025-06", "试用", 80),
      ],
    },
  ]);
  const columns = await readColumns(options(), book.ref("成绩"));
  await saveColumns(options(), columns, {
    headerRow: 0,
    uses: new Map([[4, { kind: "field", field: "score" }]]),
    year: null,
  });
  const before = await pages();
  expect(before.standing).toEqual([
    "1001 eligible",
    "1002 missing_data",
    "1003 not_yet",
    "1004 not_yet",
  ]);
  // 1002 has no row in the month, so nothing to pay (rule M2).
  expect(before.unpaid).toEqual(["1003 zeroScore"]);
  expect(before.promoted).toEqual(before.validated);

  await changeSheetMemory(book.gateway, (stored) =>
    withZero(
      withLeft(stored, { employeeId: "1002", name: "周敏" }, true),
      { employeeId: "1003", name: "陈浩" },
      month("2025-06"),
      true,
    ),
  );
  const after = await pages();
  expect(after.standing).toEqual(["1001 eligible", "1003 not_yet", "1004 not_yet"]);
  expect(after.promoted).toEqual(after.validated);
  // 0 is a score now: base and commission, no performance pay.
  expect(after.paid).toEqual(["1001 267260", "1003 247900", "1004 220000"]);
  expect(after.unpaid).toEqual([]);
});
