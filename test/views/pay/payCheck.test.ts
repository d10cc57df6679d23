import { describe, expect, test } from "vitest";
import { formatAddress, type Cell } from "../../../src/grid";
import { judgeMonth } from "../../../src/month";
import { isDifferent, monthReport, payMonth, type PayCheckLine } from "../../../src/views";
import type { ScoreSheet } from "../../../src/scoresheet";
import { formatMonth } from "../../../src/units";
import { sayPayCheckReason } from "../../../src/wording";
import { payDiffers } from "../../findings/cases/pay";
import { book, readSheet, TODAY, type Circumstances } from "../../findings/setup";
import { finish } from "../people";

function checkOf(sheet: ScoreSheet, given: Circumstances = {}) {
  const judged = finish(
    judgeMonth({ sheet, book: given.book ?? book(), today: given.today ?? TODAY }),
  );
  return { judged, pay: finish(payMonth(judged)) };
}

const HEADINGS = ["工号", "姓名", "月份", "级别", "绩效分数", "销售额", "额外奖励"];
const PARTS = ["底薪", "提成", "绩效工资", "应发合计"];
const sheetOf = (
  headings: readonly string[],
  rows: readonly (readonly Cell[])[],
  texts: Readonly<Record<string, string>> = {},
): ScoreSheet =>
  readSheet(
    [
      [...HEADINGS, ...headings],
      ...rows,
      // A colleague's score settles the month.
      ["Z", "同事", "2025-06", "初级", 70, 1000, null, ...headings.map(() => null)],
    ],
    null,
    { texts },
  );
const row = (...cells: readonly Cell[]): Cell[] => ["A", "林晓", "2025-06", ...cells];

/** Part, cell, verdict, typed, by the policy, difference: in fen. */
const lineOf = ({ part, cell, verdict, typed, computed, difference }: PayCheckLine) => [
  part,
  cell === null ? null : formatAddress(cell),
  verdict,
  typed,
  computed,
  difference,
];

// 初级: 2200; 45,000 × 1 % = 450; 2200 × 10 % × 85 % = 187; 2837 in all.
describe("typed pay beside the policy, part by part", () => {
  test.each<[string, ScoreSheet, readonly (readonly (string | number | null)[])[]]>([
    [
      "everything agrees",
      sheetOf(PARTS, [row("初级", 85, 45_000, 50, 2200, 450, 187, 2887)]),
      [
        ["base", "H2", "agrees", 220_000, 220_000, 0],
        ["commission", "I2", "agrees", 45_000, 45_000, 0],
        ["performance", "J2", "agrees", 18_700, 18_700, 0],
        ["extra", "G2", "asTyped", 5_000, 5_000, 0],
        ["gross", "K2", "agrees", 288_700, 288_700, 0],
      ],
    ],
    [
      "a fen more and a fen less",
      sheetOf(PARTS, [row("初级", 85, 45_000, null, 2200.01, 449.99, 187, 2837)]),
      [
        ["base", "H2", "differs", 220_001, 220_000, 1],
        ["commission", "I2", "differs", 44_999, 45_000, -1],
        ["performance", "J2", "agrees", 18_700, 18_700, 0],
        ["gross", "K2", "agrees", 283_700, 283_700, 0],
      ],
    ],
    [
      "what is blank is not listed",
      sheetOf(PARTS, [row("初级", 85, 45_000, null, null, 450, "", null)]),
      [["commission", "I2", "agrees", 45_000, 45_000, 0]],
    ],
    [
      "a word for an amount",
      sheetOf(["提成"], [row("初级", 85, 45_000, null, "未结")]),
      [["commission", "H2", "notRead", null, 45_000, null]],
    ],
    [
      "no score: base and commission are known, the rest is open",
      sheetOf(PARTS, [row("初级", null, 45_000, null, 2200, 440, 1, 9999)]),
      [
        ["base", "H2", "agrees", 220_000, 220_000, 0],
        ["commission", "I2", "differs", 44_000, 45_000, -1_000],
        ["performance", "J2", "open", 100, null, null],
        ["gross", "K2", "open", 999_900, null, null],
      ],
    ],
    [
      "an award below 0 opens the gross",
      sheetOf(PARTS, [row("初级", 85, 45_000, -50, 2200, 450, 187, 2787)]),
      [
        ["base", "H2", "agrees", 220_000, 220_000, 0],
        ["commission", "I2", "agrees", 45_000, 45_000, 0],
        ["performance", "J2", "agrees", 18_700, 18_700, 0],
        ["extra", "G2", "open", -5_000, null, null],
        ["gross", "K2", "open", 278_700, null, null],
      ],
    ],
    [
      "not calculated yet",
      sheetOf(["提成"], [row("初级", 85, 45_000, null, "#BUSY!")]),
      [["commission", "H2", "notCalculated", null, null, null]],
    ],
    [
      "probation earns the base and the award",
      sheetOf(PARTS, [row("试用", 85, 45_000, 120, 2200, 450, 0, 2770)]),
      [
        ["base", "H2", "agrees", 220_000, 220_000, 0],
        ["commission", "I2", "differs", 45_000, 0, 45_000],
        ["performance", "J2", "agrees", 0, 0, 0],
        ["extra", "G2", "asTyped", 12_000, 12_000, 0],
        ["gross", "K2", "differs", 277_000, 232_000, 45_000],
      ],
    ],
    [
      "a gross before the department's deductions",
      sheetOf(
        ["底薪", "提成", "绩效工资", "社保", "应发合计"],
        [row("初级", 85, 45_000, null, 2200, 450, 187, 300, 2837)],
      ),
      [
        ["base", "H2", "agrees", 220_000, 220_000, 0],
        ["commission", "I2", "agrees", 45_000, 45_000, 0],
        ["performance", "J2", "agrees", 18_700, 18_700, 0],
        ["gross", "L2", "beforeDeductions", 283_700, 283_700, 0],
      ],
    ],
  ])("%s", (_, sheet, expected) => {
    const { lines } = checkOf(sheet).pay.check;
    expect(lines.map(lineOf)).toEqual(expected);
  });

  test("people with typed pay and those of them that differ are counted, nobody else", () => {
    const sheet = sheetOf(PARTS, [
      row("初级", 85, 45_000, null, 2200, 450, 187, 2837),
      ["B", "周敏", "2025-06", "初级", 85, 45_000, null, 2300, 450, 187, 2937],
      ["C", "孙悦", "2025-06", "初级", 85, 45_000, null, null, null, null, null],
    ]);
    expect(checkOf(sheet).pay.check).toMatchObject({ people: 2, differing: 1 });
    expect(checkOf(sheetOf([], [])).pay.check).toEqual({ lines: [], people: 0, differing: 0 });
  });
});

describe("what the department adds of its own", () => {
  const withAllowances = (gross: number, formula: string | null) =>
    sheetOf(
      ["底薪", "提成", "绩效工资", "夜班补贴", "全勤奖", "应发合计"],
      [row("初级", 85, 45_000, null, 2200, 450, 187, 50, 200, gross)],
      formula === null ? {} : { M2: formula },
    );
  const grossOf = (sheet: ScoreSheet): PayCheckLine => {
    const line = checkOf(sheet).pay.check.lines.find(({ part }) => part === "gross");
    if (line === undefined) throw new Error("No gross");
    return line;
  };

  // 2837 + 50 + 200 = 3087.
  test.each<[string, ScoreSheet, string, number]>([
    ["as the formula adds it", withAllowances(3087, "=SUM(H2:L2)"), "agrees", 308_700],
    [
      "typed by hand between the parts and the gross",
      withAllowances(3087, null),
      "agrees",
      308_700,
    ],
    ["what the formula leaves out", withAllowances(2887, "=SUM(H2:K2)"), "agrees", 288_700],
    ["ten yuan that nobody explains", withAllowances(3097, "=SUM(H2:L2)"), "differs", 308_700],
  ])("is part of the gross: %s", (_, sheet, verdict, computed) => {
    expect(grossOf(sheet)).toMatchObject({ verdict, computed, sure: true });
  });

  test("both sums are laid out where something remains", () => {
    const line = grossOf(withAllowances(3097, "=SUM(H2:L2)"));
    expect(line.explained).toEqual({ parts: [], rest: 1_000 });
    const said = sayPayCheckReason(line, "zh");
    expect(said).toContain(
      "底薪 2,200.00元 + 提成 450.00元 + 绩效 187.00元 + 额外奖励 0.00元 + 夜班补贴 50.00元 + 全勤奖 200.00元",
    );
    expect(said).toContain("比本行各项之和多 10.00元，没有说明");
  });

  test("a part that differs explains the gross that has it", () => {
    const line = grossOf(sheetOf(PARTS, [row("初级", 85, 45_000, null, 2200, 540, 187, 2927)]));
    expect(line.explained).toEqual({
      parts: [{ part: "commission", difference: 9_000 }],
      rest: 0,
    });
    expect(sayPayCheckReason(line, "zh")).toContain("差额来自提成多 90.00元");
    expect(sayPayCheckReason(line, "zh")).not.toContain("没有说明");
  });

  test("a formula that cannot be followed is never called wrong", () => {
    const line = grossOf(withAllowances(3088, "=VLOOKUP(A2,表!A:F,6,0)"));
    expect(line).toMatchObject({ verdict: "differs", sure: false });
    expect(sayPayCheckReason(line, "zh")).toContain("不能断定有误");
  });
});

test("why the policy says nothing is said as the payroll says it", () => {
  const { lines } = checkOf(sheetOf(PARTS, [row("资深", 85, 45_000, null, 1, 2, 3, 4)])).pay.check;
  expect(lines.map((line) => sayPayCheckReason(line, "zh"))).toEqual(
    lines.map(() => "级别“资深”不在制度里"),
  );
  expect(lines).toHaveLength(4);
});

describe("the table differs exactly where F-PAY-01 speaks", () => {
  test.each([...payDiffers.speaks, ...payDiffers.silent].map((each) => [each.when, each] as const))(
    "%s",
    (_, { sheet, given }) => {
      const { judged, pay } = checkOf(sheet, given);
      const month = judged.setting.asOf;
      const found = finish(monthReport(judged)).findings.flatMap((finding) =>
        finding.type === "payDiffers" && finding.month === month
          ? [[finding.part, finding.cell, finding.typed, finding.computed]]
          : [],
      );
      const shown = pay.check.lines
        .filter(isDifferent)
        .map(({ part, cell, typed, computed }) => [part, cell, typed, computed]);
      expect(shown).toEqual(found);
      expect(month === null ? "" : formatMonth(month)).not.toBe("");
    },
  );
});
