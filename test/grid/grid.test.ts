import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  areaBetween,
  columnIndex,
  columnLetters,
  errorOf,
  formatAbsoluteArea,
  formatAddress,
  formatArea,
  formatRef,
  holdsArea,
  holdsCell,
  isBlank,
  isErrorCode,
  LAST_COLUMN,
  LAST_ROW,
  mergeAddresses,
  overlap,
  parseArea,
  parseCell,
  quoteSheetName,
  unquoteSheetName,
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
    expect(columnIndex(letters)).toBe(column);
    expect(columnIndex(letters.toLowerCase())).toBe(column);
  });

  it("writes a cell with and without its sheet", () => {
    const cell = { sheet: { id: "1", name: "成绩 表" }, row: 6, column: 4 };
    expect(formatAddress(cell)).toBe("E7");
    expect(formatRef(cell)).toBe("成绩 表!E7");
  });
});

describe("areas", () => {
  const cell = fc.record({
    row: fc.oneof(fc.nat(20), fc.nat(LAST_ROW), fc.constantFrom(0, LAST_ROW)),
    column: fc.oneof(fc.nat(40), fc.nat(LAST_COLUMN), fc.constantFrom(0, LAST_COLUMN)),
  });

  it.each<[string, ReturnType<typeof parseArea>]>([
    ["A1", { row: 0, column: 0, rows: 1, columns: 1 }],
    ["$b$3", { row: 2, column: 1, rows: 1, columns: 1 }],
    ["A1:B2", { row: 0, column: 0, rows: 2, columns: 2 }],
    ["B2:A1", { row: 0, column: 0, rows: 2, columns: 2 }],
    ["XFD1048576", { row: LAST_ROW, column: LAST_COLUMN, rows: 1, columns: 1 }],
    ["C:C", { row: 0, column: 2, rows: LAST_ROW + 1, columns: 1 }],
    ["$5:7", { row: 4, column: 0, rows: 3, columns: LAST_COLUMN + 1 }],
    ["XFE1", undefined],
    ["A1048577", undefined],
    ["A0", undefined],
    ["A1:B", undefined],
    ["A1:B2:C3", undefined],
    ["成绩", undefined],
    ["", undefined],
  ])("%s is read", (address, area) => {
    expect(parseArea(address)).toEqual(area);
  });

  it("are read as they are written, fixed or not, whichever corners they are given by", () => {
    fc.assert(
      fc.property(cell, cell, (one, other) => {
        const area = areaBetween(one, other);
        expect(areaBetween(other, one)).toEqual(area);
        expect(parseArea(formatArea(area))).toEqual(area);
        expect(parseArea(formatAbsoluteArea(area))).toEqual(area);
        expect(parseCell(formatAddress(one))).toEqual(one);
      }),
    );
  });

  it("hold and overlap what their cells say", () => {
    const near = fc.record({ row: fc.nat(4), column: fc.nat(4) });
    const cellsOf = (area: ReturnType<typeof areaBetween>): string[] =>
      Array.from({ length: 25 }, (_, index) => ({ row: Math.floor(index / 5), column: index % 5 }))
        .filter(({ row, column }) => holdsCell(area, row, column))
        .map((each) => formatAddress(each));
    fc.assert(
      fc.property(near, near, near, near, (a, b, c, d) => {
        const [one, other] = [areaBetween(a, b), areaBetween(c, d)];
        const cells = new Set(cellsOf(one));
        expect(cells.size).toBe(one.rows * one.columns);
        expect(overlap(one, other)).toBe(cellsOf(other).some((each) => cells.has(each)));
        expect(holdsArea(one, other)).toBe(cellsOf(other).every((each) => cells.has(each)));
      }),
    );
  });
});

describe("sheets' names in formulas", () => {
  it.each([
    ["成绩", "'成绩'"],
    // Bare they would be a cell, a cell of the other style, a value, a number.
    ["A1", "'A1'"],
    ["R1C1", "'R1C1'"],
    ["RC", "'RC'"],
    ["TRUE", "'TRUE'"],
    ["2025", "'2025'"],
    ["2025年", "'2025年'"],
    ["a b", "'a b'"],
    ["a-b", "'a-b'"],
    ["O'Neil", "'O''Neil'"],
  ])("%s is written %s and read back", (name, written) => {
    expect(quoteSheetName(name)).toBe(written);
    expect(unquoteSheetName(written)).toBe(name);
  });

  it("are read without quotes, too", () => {
    expect(unquoteSheetName("成绩")).toBe("成绩");
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
