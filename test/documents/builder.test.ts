import { describe, expect, it } from "vitest";
import { printed, SheetBuilder, text } from "../../src/documents/builder";
import { brokenLines, inLines, widthOf } from "../../src/documents/lines";
import { HEADING_STYLE, SECTION_STYLE } from "../../src/documents/styles";

describe("the builder of sheets", () => {
  it("gives whatever is not said as what a sheet has not", () => {
    expect(new SheetBuilder([10]).build({ name: "x" })).toEqual({
      name: "x",
      tag: null,
      rows: [],
      styles: [],
      columnWidths: [10],
      frozenRows: 0,
      filter: null,
      print: null,
      lists: [],
      hints: [],
      table: null,
      charts: [],
    });
  });

  it("makes rows at least as long as there are widths, drops no cell, and makes none of a blank text", () => {
    const sheet = new SheetBuilder([1, 2, 3]);
    expect(sheet.row([text("a"), text("")])).toBe(0);
    expect(sheet.row([null, { number: 1 }, null, { number: 4 }])).toBe(1);
    sheet.blank();
    expect(sheet.build({ name: "x" }).rows).toEqual([
      [{ text: "a" }, null, null],
      // The table of promotions on 制度参数 reaches further: without its last column the copy would judge otherwise.
      [null, { number: 1 }, null, { number: 4 }],
      [null, null, null],
    ]);
  });

  it("knows where a table stands, with rows and without", () => {
    const sheet = new SheetBuilder([1, 2]);
    sheet.title("t");
    const table = sheet.table(["a", "b"], [[{ number: 1 }], [{ number: 2 }]]);
    expect(table).toEqual({ heading: 1, first: 2, count: 2 });
    expect(sheet.areaOf(table)).toEqual({ row: 1, column: 0, rows: 3, columns: 2 });
    expect(sheet.table(["c"], [])).toEqual({ heading: 4, first: 5, count: 0 });
    const { styles } = sheet.build({ name: "x" });
    expect(styles.find(({ style }) => style === HEADING_STYLE)?.areas).toEqual([
      { row: 1, column: 0, rows: 1, columns: 2 },
      { row: 4, column: 0, rows: 1, columns: 1 },
    ]);
  });

  it("lays styles over one another in the order in which they were first used, and none over nothing", () => {
    const sheet = new SheetBuilder([1, 2]);
    const [first, second] = [{ bold: true }, { italic: true }];
    sheet.style(first, 0);
    sheet.style(second, 1, 1);
    sheet.style(first, 2, 0, 1, 3);
    sheet.style(second, 5, 0, 2, 0);
    sheet.cover({ size: 9 }, []);
    expect(sheet.build({ name: "x" }).styles).toEqual([
      {
        style: first,
        areas: [
          { row: 0, column: 0, rows: 1, columns: 2 },
          { row: 2, column: 0, rows: 3, columns: 1 },
        ],
      },
      { style: second, areas: [{ row: 1, column: 1, rows: 1, columns: 1 }] },
    ]);
  });

  it("puts a blank row before a section unless told otherwise", () => {
    const sheet = new SheetBuilder([1, 2, 3]);
    expect(sheet.section("a", { after: "nothing" })).toBe(0);
    expect(sheet.section("b", { across: true })).toBe(2);
    expect(sheet.build({ name: "x" }).styles).toEqual([
      {
        style: SECTION_STYLE,
        areas: [
          { row: 0, column: 0, rows: 1, columns: 1 },
          { row: 2, column: 0, rows: 1, columns: 3 },
        ],
      },
    ]);
  });

  it("prints with the headings on each page", () => {
    expect(printed("landscape", 3)?.titleRows).toEqual({ first: 3, last: 3 });
    expect(printed("portrait", null)).toEqual({
      orientation: "portrait",
      titleRows: null,
      breaksBefore: [],
    });
  });
});

describe("lines", () => {
  it("count Chinese as two characters", () => {
    expect([widthOf(""), widthOf("ab"), widthOf("中a")]).toEqual([0, 2, 3]);
  });

  it("take items whole, also one that is longer than a line", () => {
    expect(inLines(["aa", "bb", "cc"], "; ", 6)).toEqual(["aa; bb", "cc"]);
    expect(inLines(["aaaaaaaa", "b"], "; ", 4)).toEqual(["aaaaaaaa", "b"]);
    expect(inLines([], "; ", 4)).toEqual([]);
  });

  it("break Chinese anywhere but before a mark, and English between words", () => {
    expect(brokenLines("一二三，四五。", "zh", 6)).toEqual(["一二", "三，四", "五。"]);
    expect(brokenLines("one two three", "en", 7)).toEqual(["one two", "three"]);
  });
});
