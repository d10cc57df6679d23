import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { divideHalfAwayFromZero, scaleNumber, scaleText } from "../../src/units";

describe("scaleText", () => {
  it.each<[string, number, number]>([
    ["85", 6, 85_000_000],
    ["-0.005", 2, -1],
    ["0.005", 2, 1],
    ["0.0049999", 2, 0],
    [".5", 1, 5],
    ["5.", 1, 50],
    ["+12.30", 2, 1230],
    ["1e3", 0, 1000],
    ["-0", 2, 0],
    ["9007199254740991", 0, 9_007_199_254_740_991],
    [`${"0".repeat(399)}5`, 0, 5],
    ["0e400", 0, 0],
    ["5e-400", 0, 0],
    ["15e-1", 0, 2],
    ["1.5", 1, 15],
  ])("reads %s at %i decimals", (text, decimals, expected) => {
    expect(scaleText(text, decimals)).toBe(expected);
  });

  it.each([
    "",
    ".",
    "-",
    "1,000",
    "0x10",
    "Infinity",
    "NaN",
    "1 2",
    "９",
    "9007199254740992",
    "1e401",
    "0e401",
    "5e-401",
    `${"0".repeat(400)}5`,
    "1".repeat(401),
  ])("refuses %s", (text) => {
    expect(scaleText(text, 0)).toBeUndefined();
  });
});

describe("scaleNumber", () => {
  it.each<[number, number, number]>([
    [140.105, 2, 14_011],
    [-140.105, 2, -14_011],
    [29_999.999999999996, 2, 3_000_000],
    [79.9999999999999, 6, 80_000_000],
    [79.999, 6, 79_999_000],
    [1.005, 2, 101],
    [0.1 + 0.2, 2, 30],
    [-0, 2, 0],
    [-0.001, 2, 0],
    [1e-9, 6, 0],
    // Beyond what a product of doubles tells exactly.
    [90_071_992_547_409.9, 2, 9_007_199_254_740_990],
    [10_995_116_277.765, 2, 1_099_511_627_777],
  ])("reads %d at %i decimals through its shortest decimal", (value, decimals, expected) => {
    expect(scaleNumber(value, decimals)).toBe(expected);
  });

  it.each([NaN, Infinity, -Infinity, 1e300, 1e15 + 0.5])(
    "knows no exact integer for %d",
    (value) => {
      expect(scaleNumber(value, 6)).toBeUndefined();
    },
  );

  it("agrees with its text everywhere, also where doubles are sparser than the decimals", () => {
    const seed = 20_250_311;
    const values = fc.oneof(
      fc.double({ noNaN: true, min: -1e6, max: 1e6 }),
      fc.double({ noNaN: true, min: -1e14, max: 1e14 }),
      fc.integer({ min: -10_000_000, max: 10_000_000 }).map((cents) => cents / 1000),
    );
    fc.assert(
      fc.property(values, fc.constantFrom(2, 6), (value, decimals) => {
        expect(scaleNumber(value, decimals), `seed ${seed}`).toBe(
          scaleText(String(value), decimals),
        );
      }),
      { seed, numRuns: 3000 },
    );
  });
});

describe("divideHalfAwayFromZero", () => {
  it.each<[bigint, bigint, bigint]>([
    [5n, 10n, 1n],
    [4n, 10n, 0n],
    [-5n, 10n, -1n],
    [-4n, 10n, 0n],
    [15n, 10n, 2n],
    [0n, 7n, 0n],
  ])("%d ÷ %d", (dividend, divisor, expected) => {
    expect(divideHalfAwayFromZero(dividend, divisor)).toBe(expected);
  });
});
