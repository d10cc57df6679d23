import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCount, readMoney, readName, readScore, readText } from "../../src/scoresheet";
import { seenText } from "../../src/scoresheet/cells/readText";
import type { Quantity, ZeroMeans } from "../../src/scoresheet";
import type { Cell } from "../../src/grid";
import { pointsFromScore, score } from "../../src/units";
import type { Score } from "../../src/units";
import { brief, limits } from "./setup";

/** Points instead of millionths, so that the tables read like the sheet. */
function inPoints(quantity: Quantity<Score>): number | string {
  if (quantity.kind !== "value") return brief(quantity);
  return brief({ ...quantity, value: pointsFromScore(quantity.value) });
}

describe("readScore", () => {
  it.each<[Cell, number | string]>([
    [85, 85],
    [100, 100],
    [0.5, 0.5],
    [79.9999999999999, 80],
    [79.999, 79.999],
    [100.0000000001, 100],
    ["85", "85 text"],
    [" 85 ", "85 text"],
    ["+85", "85 text"],
    [".5", "0.5 text"],
    ["８５", "85 fullWidth"],
    ["８５．５", "85.5 fullWidth"],
    ["85分", "85 unit"],
    ["８５ 分", "85 unit"],
    ["0分", "0 unit"],
    [null, "blank"],
    ["", "blank"],
    [" \u3000", "blank"],
    ["产假", "leave 产假"],
    [" 产假　", "leave 产假"],
    ["病假", "reason 病假"],
    ["—", "reason —"],
    ["－", "reason -"],
    ["Ｎ／Ａ", "reason N/A"],
    ["n/a", "reason n/a"],
  ])("reads %j", (cell, expected) => {
    expect(inPoints(readScore(cell, limits, "ask"))).toBe(expected);
  });

  it.each<[Cell, string]>([
    [-0.000001, "outOfRange -0.000001"],
    [100.000001, "outOfRange 100.000001"],
    [-5, "outOfRange -5"],
    [101, "outOfRange 101"],
    [1001, "outOfRange 1001"],
    [1e300, "outOfRange 1e+300"],
    ["101", "outOfRange 101"],
    ["1,234", "outOfRange 1234"],
    ["-1分", "outOfRange -1"],
    ["9".repeat(30), "outOfRange 1e+30"],
    ["9,999,999,999,999,999", "outOfRange 10000000000000000"],
    [true, "boolean"],
    [false, "boolean"],
    [{ error: "#N/A" }, "#N/A"],
    ["#N/A", "#N/A"],
    ["#DIV/0!", "#DIV/0!"],
    ["优秀", "notNumber"],
    ["N/a", "notNumber"],
    ["85.5.1", "notNumber"],
    ["30,00", "notNumber"],
    ["0,085", "notNumber"],
    ["1e2", "notNumber"],
    ["0x55", "notNumber"],
    ["Infinity", "notNumber"],
    ["NaN", "notNumber"],
    ["分", "notNumber"],
    ["--85", "notNumber"],
    ["85分分", "notNumber"],
    ["￥85", "notNumber? 85"],
    ["85元", "notNumber? 85"],
    ["85%", "notNumber? 85"],
    ["八十五", "notNumber? 85"],
    ["八十五分", "notNumber? 85"],
    ["八五", "notNumber? 85"],
    ["十", "notNumber? 10"],
    ["九十二点五", "notNumber? 92.5"],
    ["九十点零五", "notNumber? 90.05"],
    ["一百", "notNumber? 100"],
    ["8 5", "notNumber? 85"],
    ["80~90", "notNumber"],
    ["#1", "notNumber"],
    ["__proto__", "notNumber"],
  ])("finds the problem in %j", (cell, expected) => {
    expect(inPoints(readScore(cell, limits, "ask"))).toBe(expected);
  });

  it.each<[Cell, ZeroMeans, number | string]>([
    [0, "blank", "blank"],
    [0, "score", 0],
    [0, "ask", "zero"],
    [-0, "blank", "blank"],
    [-0, "ask", "zero"],
    ["0", "ask", "zero"],
    ["０", "ask", "zero"],
    ["0", "blank", "0 text"],
    ["0", "score", "0 text"],
    ["0分", "blank", "0 unit"],
    ["0分", "ask", "0 unit"],
    ["０分", "ask", "0 unit"],
    [1e-9, "blank", 0],
  ])("takes the zero %j under %s", (cell, zero, expected) => {
    expect(inPoints(readScore(cell, limits, zero))).toBe(expected);
  });

  it("makes the quantity of a whole score once, since a sheet holds them by the million", () => {
    for (const points of [1, 85, 100]) {
      const read = readScore(points, limits, "ask");
      expect(read).toEqual({ kind: "value", value: score(points * 1_000_000), cleaned: null });
      expect(readScore(points, limits, "blank")).toBe(read);
    }
    expect(readScore(85.5, limits, "ask")).toEqual({
      kind: "value",
      value: score(85_500_000),
      cleaned: null,
    });
  });

  it("knows no score without end, and none that is no number", () => {
    for (const cell of [Number.NaN, Infinity, -Infinity, 1e300])
      expect(readScore(cell, limits, "ask")).toEqual({
        kind: "problem",
        problem: { code: "outOfRange", value: cell },
      });
  });

  it("keeps to the limits that it is given", () => {
    const wide = { ...limits, minimum: score(-10_000_000), maximum: score(150_000_000) };
    expect(inPoints(readScore(120, wide, "ask"))).toBe(120);
    expect(inPoints(readScore(-10, wide, "ask"))).toBe(-10);
    expect(inPoints(readScore(151, wide, "ask"))).toBe("outOfRange 151");
    const narrow = { ...limits, minimum: score(60_000_000) };
    expect(inPoints(readScore(59, narrow, "ask"))).toBe("outOfRange 59");
    expect(inPoints(readScore(0, narrow, "score"))).toBe("outOfRange 0");
  });

  it("compares words as people type them, statutory leave first", () => {
    const words = { ...limits, statutoryLeave: new Set(["Ａ假 "]), otherReasons: new Set(["A假"]) };
    expect(inPoints(readScore("A假", words, "ask"))).toBe("leave A假");
    expect(inPoints(readScore("产假", words, "ask"))).toBe("notNumber");
  });

  it("keeps what was seen in a text that is no number", () => {
    expect(readScore(" 优秀 ", limits, "ask")).toEqual({
      kind: "problem",
      problem: { code: "notNumber", text: " 优秀 " },
    });
  });

  it("reads a number and its text alike", () => {
    const seed = 4_100;
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000_000 }), (thousandths) => {
        const points = thousandths / 100_000;
        const text = readScore(points.toFixed(5), limits, "ask");
        const number = readScore(points, limits, "ask");
        expect(text, `seed ${seed}`).toEqual({ ...number, cleaned: "text" });
      }),
      { seed, numRuns: 500 },
    );
  });

  it("never throws and never makes a value of what is not accepted", () => {
    const seed = 4_101;
    const accepted = /^[+-]?(\d+\.?\d*|\.\d+|[1-9]\d{0,2}(,\d{3})+\.?\d*) ?分?$/u;
    const text = fc.string({
      unit: fc.constantFrom(..."0189.,+-分元¥%十八eEx 　８／"),
      maxLength: 8,
    });
    fc.assert(
      fc.property(text, (cell) => {
        const { kind } = readScore(cell, limits, "score");
        if (kind === "value")
          expect(cell.normalize("NFKC").trim(), `seed ${seed}`).toMatch(accepted);
      }),
      { seed, numRuns: 3000 },
    );
  });
});

describe("readMoney", () => {
  it.each<[Cell, number | string]>([
    [20_015, 2_001_500],
    [29_999.999999999996, 3_000_000],
    [0, 0],
    [-300, -30_000],
    [0.005, 1],
    ["30000", "3000000 text"],
    ["0", "0 text"],
    ["30,000", "3000000 separators"],
    ["1,234,567.89", "123456789 separators"],
    ["３０，０００", "3000000 separators"],
    ["￥30,000.50", "3000050 unit"],
    ["¥ 300", "30000 unit"],
    ["¥-300", "-30000 unit"],
    ["-¥300", "-30000 unit"],
    ["300 元", "30000 unit"],
    ["３００元", "30000 unit"],
    [null, "blank"],
    ["", "blank"],
    [" 　", "blank"],
  ])("reads %j", (cell, expected) => {
    expect(brief(readMoney(cell))).toBe(expected);
  });

  it.each<[Cell, number | string]>([
    [2.5, 2_500_000],
    [2.12345, 2_123_450],
    ["2.5", "2500000 text"],
    // Who writes the unit means yuan in a column of any.
    ["25000元", "2500000 unit"],
    ["¥25,000", "2500000 unit"],
    ["", "blank"],
  ])("reads %j in a column of 万元", (cell, expected) => {
    expect(brief(readMoney(cell, 4))).toBe(expected);
  });

  it.each<[Cell, string]>([
    ["3万", "notNumber? 30000"],
    ["3.51万", "notNumber? 35100"],
    ["3万元", "notNumber? 30000"],
    ["30k", "notNumber? 30000"],
    ["三万", "notNumber? 30000"],
    ["一万二", "notNumber? 12000"],
    ["三千五", "notNumber? 3500"],
    ["一百零五", "notNumber? 105"],
    ["两万五千", "notNumber? 25000"],
    ["叁仟元整", "notNumber? 3000"],
    ["¥3000元", "notNumber? 3000"],
    ["3 000", "notNumber? 3000"],
    ["30,00", "notNumber"],
    ["1,2345", "notNumber"],
    ["30.000,00", "notNumber"],
    ["300,", "notNumber"],
    [",300", "notNumber"],
    ["12,345,67", "notNumber"],
    ["1e3", "notNumber"],
    ["10%", "notNumber"],
    ["无", "notNumber"],
    ["—", "notNumber"],
    ["$300", "notNumber"],
    ["+-300", "notNumber"],
    ["-¥-300", "notNumber"],
    ["元", "notNumber"],
    ["¥", "notNumber"],
    ["三三十", "notNumber"],
    ["约3000", "notNumber"],
    ["万", "notNumber"],
    [1e300, "tooLarge"],
    [Infinity, "tooLarge"],
    ["9".repeat(50), "tooLarge"],
    ["9".repeat(5000), "tooLarge"],
    [true, "boolean"],
    [{ error: "#REF!" }, "#REF!"],
    ["#NAME?", "#NAME?"],
  ])("finds the problem in %j", (cell, expected) => {
    expect(brief(readMoney(cell))).toBe(expected);
  });

  it("reads well-placed separators as the same amount", () => {
    const seed = 4_102;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000_000 }), (yuan) => {
        const grouped = yuan.toLocaleString("en-US");
        expect(readMoney(`¥${grouped}`), `seed ${seed}`).toMatchObject({ value: yuan * 100 });
      }),
      { seed, numRuns: 300 },
    );
  });
});

describe("readCount", () => {
  it.each<[Cell, number | string]>([
    [0, 0],
    [3, 3],
    [2.0000000000000004, 2],
    [1001, 1001],
    ["2", "2 text"],
    ["２", "2 fullWidth"],
    ["1,000", "1000 separators"],
    ["2.0", "2 text"],
    [null, "blank"],
    ["  ", "blank"],
    [1.5, "notWhole 1.5"],
    [-1, "outOfRange -1"],
    [-1.5, "notWhole -1.5"],
    ["1.5", "notWhole 1.5"],
    ["2次", "notNumber? 2"],
    ["两次", "notNumber? 2"],
    ["无", "notNumber"],
    ["1e1", "notNumber"],
    [1e300, "tooLarge"],
    ["9".repeat(40), "tooLarge"],
    [true, "boolean"],
    [{ error: "#N/A" }, "#N/A"],
    ["#N/A", "#N/A"],
  ])("reads %j", (cell, expected) => {
    expect(brief(readCount(cell))).toBe(expected);
  });
});

describe("readText and readName", () => {
  it.each<[Cell, string]>([
    [1001, "1001"],
    ["１００１ ", "1001"],
    ["A 001", "A 001"],
    [0, ""],
    ["0", "0"],
    [null, ""],
    [" 　", ""],
    [true, "TRUE"],
    [{ error: "#N/A" }, "#N/A"],
  ])("gives %j as a key", (cell, expected) => {
    expect(readText(cell)).toBe(expected);
  });

  it.each<[Cell, string]>([
    [" 张 三", " 张 三"],
    [85.5, "85.5"],
    [1e21, "1e+21"],
    [0, "0"],
    [null, ""],
    [true, "TRUE"],
    [{ error: "#N/A" }, "#N/A"],
  ])("shows %j as it stands", (cell, expected) => {
    expect(seenText(cell)).toBe(expected);
  });

  it.each<[Cell, string]>([
    ["张 三", "张三"],
    ["张\u3000\u3000三 ", "张三"],
    ["John  Smith", "John Smith"],
    ["J. Smith", "J. Smith"],
    ["张三 A", "张三A"],
    ["Ａｎｎ", "Ann"],
  ])("gives %j as a name", (cell, expected) => {
    expect(readName(cell)).toBe(expected);
  });
});
