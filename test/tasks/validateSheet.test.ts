import { describe, expect, test } from "vitest";
import {
  builtInWorkbookPolicy,
  markMonth,
  validateSheet,
  isCancelled,
  type ValidateOptions,
  type Validation,
} from "../../src/tasks";
import { monthOf } from "../../src/units";
import { fakeGateway, type FakeSheet } from "./fakeGateway";

const SCORES: FakeSheet["rows"] = [
  ["姓名", "级别", "月份", "绩效分数", "销售额"],
  ["林晓", "初级客服", "2025-05", "优秀", 30000],
  ["林晓", "初级客服", "2025-06", 88, 30000],
];
const WIDE: FakeSheet["rows"] = [
  ["姓名", "级别", "2025-04", "2025-05", "2025-06"],
  ["林晓", "初级客服", 88, 90, 85],
];
const NO_MONTH = SCORES.map((row) => row.filter((_, column) => column !== 2));
const NOTES: FakeSheet["rows"] = [["说明"], ["请在月底前填写"]];

function options(
  sheets: readonly FakeSheet[],
  more: Partial<ValidateOptions> = {},
): ValidateOptions & { readonly gateway: ReturnType<typeof fakeGateway> } {
  return {
    policy: builtInWorkbookPolicy(),
    today: monthOf(2025, 7),
    sheetId: null,
    month: null,
    ...more,
    gateway: fakeGateway(sheets),
  };
}

function outcome(validation: Validation): string {
  switch (validation.kind) {
    case "month":
      return `month of ${validation.sheet.name}`;
    case "noScoreSheet":
      return `no score sheet in ${validation.sheetName ?? "any"}, lacks ${validation.lacks.join(" ")}`;
    case "policyUnreadable":
      return `policy ${validation.why}`;
    case "from1904":
      return `${validation.kind} ${validation.sheetName}`;
    case "emptyWorkbook":
      return validation.kind;
  }
}

describe("which sheet is validated", () => {
  const active = { active: true };
  const cases: [string, readonly FakeSheet[], string | null, string][] = [
    [
      "the active one, though an earlier one is a score sheet too",
      [
        { name: "一", rows: SCORES },
        { name: "二", rows: WIDE, ...active },
      ],
      null,
      "month of 二",
    ],
    [
      "the first by tab where the active one is none",
      [
        { name: "说明", rows: NOTES, ...active },
        { name: "一", rows: SCORES },
        { name: "二", rows: WIDE },
      ],
      null,
      "month of 一",
    ],
    [
      "not a hidden one",
      [
        { name: "藏", rows: SCORES, visible: false },
        { name: "二", rows: WIDE, ...active },
      ],
      null,
      "month of 二",
    ],
    [
      "not the history",
      [
        { name: "历史成绩", rows: SCORES, ...active },
        { name: "二", rows: WIDE },
      ],
      null,
      "month of 二",
    ],
    [
      "a whole one before one that lacks a column",
      [
        { name: "缺", rows: NO_MONTH, ...active },
        { name: "二", rows: WIDE },
      ],
      null,
      "month of 二",
    ],
    [
      "one that lacks a column, if there is no other",
      [{ name: "缺", rows: NO_MONTH, ...active }],
      null,
      "month of 缺",
    ],
    [
      "the one that HR chose",
      [
        { name: "一", rows: SCORES, ...active },
        { name: "二", rows: WIDE },
      ],
      "1",
      "month of 二",
    ],
    [
      "none, and what the chosen one lacks",
      [
        { name: "一", rows: SCORES, ...active },
        { name: "说明", rows: NOTES },
      ],
      "1",
      "no score sheet in 说明, lacks ",
    ],
    [
      "none at all",
      [{ name: "说明", rows: NOTES, ...active }],
      null,
      "no score sheet in any, lacks ",
    ],
    ["nothing in the workbook", [{ name: "Sheet1", rows: [], ...active }], null, "emptyWorkbook"],
  ];
  test.each(cases)("%s", async (_, sheets, sheetId, expected) => {
    expect(outcome(await validateSheet(options(sheets, { sheetId })))).toBe(expected);
  });

  test("a chosen sheet that is gone", async () => {
    const gone = validateSheet(options([{ name: "一", rows: SCORES }], { sheetId: "7" }));
    await expect(gone).rejects.toMatchObject({ problem: "notFound" });
  });
});

describe("what is read", () => {
  test("each sheet at most once, and formulas only where findings stand", async () => {
    const given = options([
      { name: "说明", rows: NOTES, active: true },
      { name: "成绩", rows: SCORES },
    ]);
    await validateSheet(given);
    expect(given.gateway.asked).toEqual(["read 说明", "read 成绩", "formulas 成绩 0,0 3x5"]);
  });

  test("of a wide sheet the people and the month columns", async () => {
    const given = options([{ name: "汇总", rows: WIDE, active: true }]);
    await validateSheet(given);
    expect(given.gateway.asked).toEqual(["read 汇总", "formulas 汇总 0,0 2x5"]);
  });
});

test("a policy that cannot be read stops everything before a cell is read", async () => {
  const given = options([{ name: "成绩", rows: SCORES, active: true }], {
    policy: {
      kind: "unreadable",
      why: "newer",
      witness: { kind: "none" },
      kept: { parts: ["x"], witness: null },
    },
  });
  expect(outcome(await validateSheet(given))).toBe("policy newer");
  expect(given.gateway.asked).toEqual([]);
});

test("HR's month is the month of the report", async () => {
  const sheets = [{ name: "成绩", rows: WIDE, active: true }];
  const validation = await validateSheet(options(sheets, { month: monthOf(2025, 5) }));
  expect(validation.kind === "month" && validation.report.asOf).toBe(monthOf(2025, 5));
});

test("cancelled on the way", async () => {
  const controller = new AbortController();
  const validating = validateSheet(
    options([{ name: "成绩", rows: SCORES, active: true }], {
      signal: controller.signal,
      onProgress: () => controller.abort(),
    }),
  );
  await expect(validating).rejects.toSatisfy(isCancelled);
});

describe("highlighting", () => {
  test("marks what validating finds now", async () => {
    const given = options([{ name: "成绩", rows: SCORES, active: true }], {
      month: monthOf(2025, 5),
    });
    const validation = await validateSheet(given);
    if (validation.kind !== "month") throw new Error(validation.kind);
    const marked = await markMonth(given.gateway, validation);
    const [marks] = given.gateway.marked;
    expect(marks?.cells.error.map(({ row, column }) => [row, column])).toContainEqual([1, 3]);
    const all = Object.values(marks?.cells ?? {}).flat();
    expect(marked).toBe(all.length);
  });

  test("cancelled before, nothing is marked", async () => {
    const given = options([{ name: "成绩", rows: SCORES, active: true }]);
    const validation = await validateSheet(given);
    if (validation.kind !== "month") throw new Error(validation.kind);
    await expect(
      markMonth(given.gateway, validation, { signal: AbortSignal.abort() }),
    ).rejects.toSatisfy(isCancelled);
    expect(given.gateway.marked).toEqual([]);
  });
});

describe("the date system of 1904", () => {
  // 2025-06-01 is day 45,809 since 1900, and 44,347 since 1904.
  const dated = (serial: number): FakeSheet["rows"] => [
    ["姓名", "级别", "月份", "绩效分数", "销售额"],
    ["林晓", "初级客服", serial, 88, 30000],
  ];

  test.each<[string, number, string, string]>([
    ["is refused with its reason", 44_347, "2025-06-01", "from1904 一"],
    ["is told by the month alone", 44_347, "6月", "from1904 一"],
    ["is not seen where dates are what they show", 45_809, "2025-06-01", "month of 一"],
    ["is not seen in a format without months", 44_347, "星期日", "month of 一"],
    ["is not seen where Excel shows nothing", 44_347, "####", "month of 一"],
  ])("%s", async (_, serial, shown, expected) => {
    const asked = options([{ name: "一", rows: dated(serial), active: true }]);
    const gateway = { ...asked.gateway, readTexts: () => Promise.resolve([shown]) };
    expect(outcome(await validateSheet({ ...asked, gateway }))).toBe(expected);
  });
});
