import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Cell } from "../../src/grid";
import { column, message, row, table, value, type Argument } from "./evaluate";
import { calls, monthCalls } from "./plain/draw";

/** A call with a score argument, given what stands there. */
const withScore: readonly (readonly [call: string, (score: Cell) => readonly Argument[]])[] = [
  ["TIER", (score) => [score]],
  ["TIER", (score) => [column(95, score)]],
  ["PERFPAY", (score) => [score, "初级"]],
  ["PERFPAY", (score) => [score, "试用"]],
  ["PERFPAY", (score) => [row(95, score), "初级"]],
  ["PAY", (score) => ["初级", 45_000, score]],
  ["PAY", (score) => ["", "", score]],
  ["PAY", (score) => [column("初级", "初级"), 45_000, column(score, 95)]],
  ["PAYSLIP", (score) => ["初级", 45_000, score]],
  ["ELIGIBLE", (score) => [score]],
  ["ELIGIBLE", (score) => [score, "初级"]],
  ["ELIGIBLE", (score) => [row(85, score, 85, 85)]],
  ["MONTHSLEFT", (score) => [score, "初级"]],
  ["MONTHSLEFT", (score) => [column(95, score), "初级"]],
  ["RISK", (score) => [score]],
  ["RISK", (score) => [row(50, 50, score)]],
  ["WHY", (score) => [score, "初级"]],
  ["WHY", (score) => [row(95, score, 95)]],
  ["HISTORY", (score) => ["甲", "甲", 202_501, score]],
  ["HISTORY", (score) => ["甲", column("甲", "甲"), column(202_501, 202_502), column(80, score)]],
];

describe("the number 0 in a score", () => {
  it.each(withScore.map(([id, given], index) => [id, index, given] as const))(
    "is a blank to %s (%i), which some builds of Excel hand over so",
    (id, _, given) => {
      const blank = table(id, given(null));
      expect(table(id, given(0))).toEqual(blank);
      expect(table(id, given(""))).toEqual(blank);
    },
  );

  it("is a score once it is written 0分", () => {
    expect(value("TIER", ["0分"])).toBe(4);
    expect(value("PERFPAY", ["0分", "初级"])).toBe(0);
    expect(value("PAY", ["初级", 45_000, "0分"])).toBe(2650);
    expect(value("RISK", [row(50, 50, "0分")])).toBe("绩效复核");
    expect(value("ELIGIBLE", ["0分", "试用"])).toBe("最快还需3个月：初级客服");
    expect(table("HISTORY", ["甲", "甲", 202_501, "0分"])).toEqual([["0分"]]);
  });

  it("is what the message speaks of where a score is needed, and how a real zero is written", () => {
    for (const [id, given] of [
      ["PERFPAY", [0, "初级"]],
      ["PAY", ["初级", 45_000, 0]],
      ["PAYSLIP", ["初级", 45_000, column(0)]],
    ] as const) {
      expect(message(id, given)).toMatch(/是 0.*空白.*“0分”/u);
      const withoutScore = given.map((cell) =>
        typeof cell === "object" || cell === 0 ? "" : cell,
      );
      expect(message(id, withoutScore)).toMatch(/^没有绩效分数.*“0分”/u);
    }
    expect(message("PAY", ["初级", 45_000, "产假"])).toMatch(/^没有绩效分数/u);
  });

  it("is 0 in every other argument", () => {
    expect(value("COMMISSION", [0])).toBe(0);
    expect(value("FINE", [0, 0])).toBe(0);
    expect(value("PAY", ["初级", 0, 85, 0])).toBe(2387);
  });
});

describe("numbers out of range", () => {
  it.each<[says: string, id: string, given: readonly Argument[], value: string, range: string]>([
    ["a score above", "TIER", [100.01], "100.01", "0 到 100 分"],
    ["a score below", "PERFPAY", [-1, "初级"], "-1", "0 到 100 分"],
    ["a score of a list", "RISK", [row(85, 101)], "第2格是 101", "0 到 100 分"],
    ["sales", "COMMISSION", [1e300], "1e+300", "90,071,992,547,409.9 元"],
    ["sales in text", "PAY", ["初级", "9".repeat(20), 85], "99999999999999999999", "元"],
    ["an extra award below 0", "PAY", ["初级", 0, 85, -1.5], "-1.5 元", "不能小于 0 元"],
    [
      "gross pay",
      "PAY",
      ["初级", 9e13, 85, 9e13],
      "91,170,000,002,387 元",
      "90,071,992,547,409.9 元",
    ],
    ["complaints below 0", "FINE", [-1], "-1", "0 到 1,000 次"],
    ["a part of a complaint", "FINE", [1.5], "1.5", "0 到 1,000 次的整数"],
    ["more complaints than plausible", "FINE", [1001], "投诉次数是 1001", "0 到 1,000 次"],
    ["more leaves than plausible", "FINE", [0, 1001], "离岗次数是 1001", "0 到 1,000 次"],
    ["a count beyond numbers", "FINE", [1e300], "1e+300", "0 到 1,000 次"],
  ])("%s: the value and what is allowed", (_, id, given, seen, range) => {
    const text = message(id, given);
    expect(text).toContain(seen);
    expect(text).toContain(range);
  });

  it("a fine beyond any sum names the counts and the limit", () => {
    const options = { COMPLAINT_3RD_FINE: "keepDoubling" } as const;
    expect(message("FINE", [45, 2], { options })).toMatch(
      /投诉 45 次、离岗 2 次.*1,000,000,000,000 元/u,
    );
  });

  it("are never #NUM!, beside which Excel shows no message", () => {
    const seed = 20_261_130;
    const drawn = fc.oneof(...Object.values(calls), ...Object.values(monthCalls));
    const isNum = (cell: unknown): boolean =>
      typeof cell === "object" && cell !== null && "error" in cell && cell.error === "#NUM!";
    fc.assert(
      fc.property(drawn, ({ id, given }) => {
        // An error that stands in a cell passes through.
        if (given.flat(2).some(isNum)) return;
        const blocks = given.map((block) => block ?? undefined);
        expect(table(id, blocks).flat(), `seed ${seed}`).not.toContainEqual({ error: "#NUM!" });
      }),
      { seed, numRuns: 500 },
    );
  });

  it("pass an error of a cell through as it is", () => {
    expect(value("TIER", [{ error: "#NUM!" }])).toEqual({ error: "#NUM!" });
  });
});
