import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainFormulas } from "../../src/formulas";
import { builtInBook } from "../../src/policy";
import { tokenize } from "../../src/sharing/formulas/tokenize";
import { translateFormula } from "../../src/sharing/formulas/translate";
import { Translations } from "../../src/sharing/formulas/translations";
import { monthOf } from "../../src/units";
import { plainWords } from "../../src/wording";

const setting = { book: builtInBook(), today: monthOf(2026, 11), words: plainWords };
const area = { row: 0, column: 0, rows: 10, columns: 4 };
const book = {
  sheets: ["一月", "B2"],
  names: [
    { name: "销售", sheet: null, text: "一月!$B$2", hidden: false },
    { name: "销售", sheet: "B2", text: "一月!$B$2:$B$9", hidden: false },
  ],
  tables: [
    {
      name: "表1",
      sheet: "一月",
      area,
      headerRows: 1,
      totalsRows: 0,
      columns: ["甲", "B2", "丙", "丁"],
    },
  ],
};

const column = fc.constantFrom("A", "b", "$C", "Z", "AA", "$XFD");
const row = fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 1_048_576 }));
const cell = fc
  .tuple(column, fc.constantFrom("", "$"), row)
  .map(([letters, fixed, number]) => letters + fixed + String(number));
const block = fc
  .tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 30 }))
  .map(([first, more]) => `C${first}:C${first + more}`);
const address = fc
  .tuple(fc.constantFrom("", "一月!", "'B2'!"), fc.oneof(cell, cell, block))
  .map(([sheet, cells]) => sheet + cells);

/** Formulas with addresses, and with what only looks like them. */
const formulas = fc
  .tuple(
    fc.constantFrom(
      "CS.COMMISSION(#)",
      "CS.COMMISSION(#)+#",
      'IF(#="B2",CS.TIER(#),"#")',
      "CS.PAY(#,#,#)",
      "CS.PERFPAY(#*1,#)",
      "CS.COMMISSION(CS.BASEPAY(#))",
      "CS.ELIGIBLE(#,#)",
      "CS.RISK(#)",
      "CS.FINE(SUM(#),#)",
      "CS.COMMISSION(销售)&#",
      "CS.COMMISSION(表1[[#This Row],[B2]])-#",
      "CS.WHY(#)",
      "CS.COMMISSION(#:INDEX(#,1))",
      "SUM(#,#)*2",
    ),
    fc.array(address, { minLength: 3, maxLength: 3 }),
    fc.constantFrom("一月", "B2"),
    fc.integer({ min: 0, max: 40 }),
  )
  .map(([shape, addresses, sheet, at]) => {
    let next = 0;
    const text = shape.replaceAll(/#(?!This)/gu, () => addresses[next++ % 3] ?? "");
    return { text, place: { sheet, row: at, column: 0 } };
  });

describe("a formula that is filled down is translated once", () => {
  it("what is remembered of the others is what each gives by itself", () => {
    const { translate } = plainFormulas(setting);
    const remembering = new Translations(book, translate);
    fc.assert(
      fc.property(formulas, ({ text, place }) => {
        const tokens = tokenize(text);
        expect(remembering.of(tokens, place)).toEqual(
          translateFormula(tokens, book, translate, place),
        );
      }),
      { numRuns: 400 },
    );
  });

  it.each([
    ["a block of another size", ["CS.RISK(C1:C9)", "CS.RISK(C1:C3)", "CS.RISK(C2:C10)"]],
    ["longer addresses", ["CS.TIER(B9)", "CS.TIER(B10)", "CS.TIER($B$1000000)"]],
    ["an address in a text", ['CS.TIER(B2)&"B2"', 'CS.TIER(B3)&"B2"', 'CS.TIER(B3)&"B3"']],
    ["another sheet", ["CS.TIER(一月!B2)", "CS.TIER('B2'!B2)", "CS.TIER(B2)"]],
    [
      "signs that stand for addresses",
      ["CS.TIER(B2)", 'CS.TIER(B3)&"\ue000\ue000"', "CS.TIER(B4)"],
    ],
  ])("%s", (_, texts) => {
    const { translate } = plainFormulas(setting);
    const remembering = new Translations(book, translate);
    const place = { sheet: "一月", row: 4, column: 0 };
    for (const text of texts)
      expect(remembering.of(tokenize(text), place)).toEqual(
        translateFormula(tokenize(text), book, translate, place),
      );
  });
});
