import { describe, expect, it } from "vitest";
import {
  columnLetters,
  errorOf,
  formatAddress,
  formatRef,
  isBlank,
  isErrorCode,
  mergeAddresses,
} from "../../src/grid";
import type { Cell } from "../../src/grid";

describe("addresses", () => {
  it.each<[number, string]>([
    [0, "A"],
    [25, "Z"],
    [26, "AA"],
    [51, "AZ"],
    [52, "BA"],
    [701, "ZZ"],
    [702, "AAA"],
    [16_383, "XFD"],
  ])("names column %i %s", (column, letters) => {
    expect(columnLetters(column)).toBe(letters);
  });

  it("writes a cell with and without its sheet", () => {
    const cell = { sheet: { id: "1", name: "成绩 表" }, row: 6, column: 4 };
    expect(formatAddress(cell)).toBe("E7");
    expect(formatRef(cell)).toBe("成绩 表!E7");
  });
});

describe("mergeAddresses", () => {
  const at = (row: number, column: number): { row: number; column: number } => ({ row, column });

  it("merges runs down columns, whatever the order, each cell once", () => {
    expect(
      mergeAddresses([at(3, 1), at(1, 1), at(2, 1), at(2, 1), at(5, 1), at(1, 0)], 100),
    ).toEqual(["A2,B2:B4,B6"]);
  });

  it("keeps to the limit and loses nothing", () => {
    const cells = Array.from({ length: 50 }, (_, index) => at(index * 2, 0));
    const lists = mergeAddresses(cells, 11);
    for (const list of lists) expect(list.length).toBeLessThanOrEqual(11);
    expect(lists.join(",").split(",")).toEqual(cells.map(formatAddress));
  });

  it("gives an address that is longer than the limit alone, and nothing for nothing", () => {
    expect(mergeAddresses([at(99_998, 0), at(99_999, 0)], 3)).toEqual(["A99999:A100000"]);
    expect(mergeAddresses([], 10)).toEqual([]);
  });
});

describe("cells", () => {
  it.each<[Cell, string | undefined]>([
    [{ error: "#N/A" }, "#N/A"],
    ["#N/A", "#N/A"],
    ["#VALUE!", "#VALUE!"],
    ["#GETTING_DATA", "#GETTING_DATA"],
    ["#NA", undefined],
    ["N/A", undefined],
    ["#1", undefined],
    [null, undefined],
    [0, undefined],
    [true, undefined],
  ])("finds the error in %j", (cell, expected) => {
    expect(errorOf(cell)).toBe(expected);
  });

  it.each<[Cell, boolean]>([
    [null, true],
    ["", true],
    [" 　\u00a0", true],
    [0, false],
    [false, false],
    ["0", false],
    [{ error: "#N/A" }, false],
  ])("tells whether %j is blank", (cell, expected) => {
    expect(isBlank(cell)).toBe(expected);
  });

  it("knows no error by a property's name", () => {
    expect(isErrorCode("constructor")).toBe(false);
  });
});
