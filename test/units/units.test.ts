import { describe, expect, it } from "vitest";
import {
  addFen,
  addMonths,
  basisPoints,
  compactText,
  dateFromSerial,
  dayFromDate,
  fen,
  fenFromYuan,
  formatMonth,
  formatPoints,
  formatYuan,
  monthFromDate,
  monthFromNumber,
  monthFromSerial,
  monthFromText,
  monthNumber,
  monthOf,
  normaliseText,
  roundToWholePoints,
  score,
  scoreFromPoints,
  serialFromDate,
  takeShare,
  yearOf,
  yuanFromFen,
} from "../../src/units";

describe("money", () => {
  it("refuses what is no whole fen", () => {
    for (const value of [0.5, NaN, Infinity, 2 ** 53])
      expect(() => fen(value)).toThrow(new RangeError(`Fen must be whole: ${value}`));
    for (const value of [NaN, Infinity, 1e16]) expect(fenFromYuan(value)).toBeUndefined();
  });

  it("takes yuan to the fen, adds and gives them back", () => {
    expect([140.105, -0.005, 0, 3_000].map(fenFromYuan)).toEqual([14_011, -1, 0, 300_000]);
    expect(addFen(fen(10), fen(-3), fen(0))).toBe(7);
    expect(addFen()).toBe(0);
    expect(yuanFromFen(fen(14_011))).toBe(140.11);
  });

  it.each<[number, readonly number[], number, number]>([
    [2_001_500, [70], 10_000, 14_011],
    [3_000_500, [90], 10_000, 27_005],
    [4_000_050, [100], 10_000, 40_001],
    [220_000, [1500, 91_050_000], 1e12, 30_047],
    [-2_001_500, [70], 10_000, -14_011],
    [0, [70], 10_000, 0],
    [-1, [70], 10_000, 0],
    [1, [5_000], 10_000, 1],
    [1, [4_999], 10_000, 0],
    // 2^53 + 1, which no double holds: halved it ends in a half.
    [28_059_810_762_433, [321], 2, 4_503_599_627_370_497],
    [9_007_199_254_740, [9999], 10_000, 9_006_298_534_815],
  ])(
    "takes a share of %i fen × %j ÷ %i, halves away from zero",
    (amount, factors, divisor, expected) => {
      expect(takeShare(fen(amount), factors, divisor)).toBe(expected);
    },
  );

  it.each<[number, string]>([
    [0, "0.00"],
    [-5, "-0.05"],
    [123_456_789, "1,234,567.89"],
    [99_999, "999.99"],
    [100_000, "1,000.00"],
  ])("writes %i fen", (amount, text) => {
    expect(formatYuan(fen(amount))).toBe(text);
  });
});

describe("score", () => {
  it.each<[number, number | undefined]>([
    [79.9999999999999, 80_000_000],
    [79.999, 79_999_000],
    [0, 0],
    [NaN, undefined],
    [Infinity, undefined],
  ])("of %d points", (points, expected) => {
    expect(scoreFromPoints(points)).toBe(expected);
  });

  it.each<[number, number]>([
    [79_499_999, 79_000_000],
    [79_500_000, 80_000_000],
    [80_000_000, 80_000_000],
  ])("rounds %i halves up", (value, expected) => {
    expect(roundToWholePoints(score(value))).toBe(expected);
  });

  it("refuses parts of a millionth and writes points", () => {
    expect(() => score(0.5)).toThrow(new RangeError("Not a score: 0.5"));
    expect(formatPoints(score(90_500_000))).toBe("90.5");
  });

  it("refuses rates that are not whole", () => {
    expect(basisPoints(130)).toBe(130);
    expect(() => basisPoints(1.5)).toThrow(new RangeError("Basis points must be whole: 1.5"));
  });
});

describe("month", () => {
  it("counts across years", () => {
    const december = monthOf(2024, 12);
    expect(formatMonth(addMonths(december, 1))).toBe("2025-01");
    expect(formatMonth(addMonths(december, -12))).toBe("2023-12");
    expect([yearOf(december), monthNumber(december)]).toEqual([2024, 12]);
  });

  it.each<[number, number]>([
    [2025, 0],
    [2025, 13],
    [2025, 1.5],
    [2025.5, 1],
    [NaN, 1],
  ])("refuses year %d, month %d", (year, month) => {
    expect(() => monthOf(year, month)).toThrow(`Not a month: ${year}-${month}`);
  });

  it.each<[string, string | undefined]>([
    ["2025-03", "2025-03"],
    ["0001-12", "0001-12"],
    ["2025-3", undefined],
    ["2025-13", undefined],
    ["2025-00", undefined],
    ["2025-03-01", undefined],
    [" 2025-03", undefined],
  ])("of a file's %s", (text, expected) => {
    const month = monthFromText(text);
    expect(month === undefined ? undefined : formatMonth(month)).toBe(expected);
  });

  it.each<[number, string | undefined, number | undefined]>([
    [1, "1900-01", 1],
    [59, "1900-02", 28],
    // The 29 February that never was stays in its month.
    [60, "1900-02", 28],
    [61, "1900-03", 1],
    [45_717, "2025-03", 1],
    [45_716.999, "2025-02", 28],
    [45_747, "2025-03", 31],
    [2_958_465, "9999-12", 31],
    [2_958_466, undefined, undefined],
    [0.9, undefined, undefined],
    [-1, undefined, undefined],
    [NaN, undefined, undefined],
  ])("of the serial %d", (serial, month, day) => {
    const date = dateFromSerial(serial);
    expect(date === undefined ? undefined : formatMonth(date.month)).toBe(month);
    expect(date?.day).toBe(day);
    expect(monthFromSerial(serial)).toBe(date?.month);
  });

  it.each<[year: number, month: number, day: number, serial: number]>([
    [1900, 1, 1, 1],
    [1900, 2, 28, 59],
    // 60 is the 29 February that never was.
    [1900, 3, 1, 61],
    [2025, 2, 28, 45_716],
    [2025, 3, 1, 45_717],
    [2025, 12, 31, 46_022],
    [9999, 12, 31, 2_958_465],
  ])("of the day %i-%i-%i, as the serial %i", (year, month, day, serial) => {
    const date = { month: monthOf(year, month), day };
    expect(serialFromDate(date)).toBe(serial);
    expect(dateFromSerial(serial)).toEqual(date);
  });

  it.each<[date: Date, day: string]>([
    [new Date(2025, 0, 1), "2025-01-01"],
    [new Date(2025, 10, 30, 23, 59), "2025-11-30"],
    [new Date(2025, 11, 31), "2025-12-31"],
  ])("of the machine's day %s", (date, day) => {
    expect(dayFromDate(date)).toBe(day);
    expect(formatMonth(monthFromDate(date))).toBe(day.slice(0, 7));
  });

  it.each<[number, string | undefined]>([
    [190_001, "1900-01"],
    [209_912, "2099-12"],
    [202_503, "2025-03"],
    // Not YYYYMM, hence the serial of a day of the twenty-fifth century.
    [202_513, "2454-06"],
    [202_500, "2454-06"],
    [202_503.5, "2454-06"],
    [209_913, "2474-09"],
    [190_000, "2420-03"],
    [210_001, "2474-12"],
    [20_250_315, undefined],
  ])("of the number %d", (value, expected) => {
    const month = monthFromNumber(value);
    expect(month === undefined ? undefined : formatMonth(month)).toBe(expected);
  });
});

describe("text", () => {
  it("normalises width and ends", () => {
    expect(normaliseText("　ＡＢ （１）\u00a0")).toBe("AB (1)");
    expect(compactText("　岗位 级别\nＡ")).toBe("岗位级别a");
  });
});
