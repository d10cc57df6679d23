import { beforeAll, describe, expect, it } from "vitest";
import type { PolicyBook } from "../../src/policy";
import {
  EVERYTHING,
  startSharing,
  type CopyRequest,
  type CopySetting,
  type SharingJob,
  type SharingResult,
} from "../../src/tasks";
import { monthOf } from "../../src/units";
import { sayWhatIsRemoved } from "../../src/wording";
import { decidedBook } from "../policy/decided";
import { convertWithOffice } from "../setup/office";
import { CORPUS, oneSheet } from "./corpus";
import { FORMULA_CORPUS } from "./formulaCorpus";
import { cached, CALL, differing, formulasOf, partOf, textsOf, valuesOf } from "./reading";

const SHEET = "xl/worksheets/sheet1.xml";
const NOTHING = new Uint8Array();

function work(
  kind: SharingJob["kind"],
  bytes: Uint8Array,
  request: Partial<CopyRequest> = {},
  book: PolicyBook = decidedBook(),
): SharingResult {
  const setting: CopySetting = {
    request: { ...EVERYTHING, as: "formulas", differing: "computed", ...request },
    book,
    today: monthOf(2026, 11),
    day: "2026-11-25",
    language: "zh",
  };
  const steps = startSharing(bytes, { kind, setting });
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

function asFormulas(bytes: Uint8Array, request?: Partial<CopyRequest>, book?: PolicyBook) {
  const result = work("copy", bytes, request, book);
  if (result.kind !== "copy") throw new Error("A copy was asked for");
  return result.copy;
}

/** What stands on the copy's sheet of numbers, as one text. */
function numbersOf(bytes: Uint8Array): string {
  const parts = [...textsOf(bytes)].filter(([path]) => /worksheets\/sheet\d+\.xml$/u.test(path));
  return parts.map(([, text]) => text).find((text) => text.includes("制度参数：")) ?? "";
}

describe.each(Object.entries(FORMULA_CORPUS))(
  "the copy of %s with plain formulas",
  (name, bytes) => {
    const { bytes: copy } = asFormulas(bytes);

    it("calls the add-in nowhere, and keeps every value that was stored", () => {
      expect(formulasOf(copy).filter((formula) => CALL.test(formula))).toEqual([]);
      for (const [path, text] of textsOf(copy))
        expect(text.toLowerCase(), path).not.toContain("_xldudf_");
      const after = cached(copy);
      for (const [cell, value] of cached(bytes)) expect(after.get(cell), cell).toBe(value);
    });

    it("shared once more, stays as it is", () => {
      expect(differing(copy, asFormulas(copy).bytes), name).toEqual([]);
    });
  },
);

describe("LibreOffice calculates every copy again to the values that were stored", () => {
  let opened: Map<string, Uint8Array>;
  beforeAll(async () => {
    const files = Object.fromEntries(
      Object.entries(FORMULA_CORPUS).map(([name, bytes]) => [
        `${name}.xlsx`,
        asFormulas(bytes).bytes,
      ]),
    );
    opened = await convertWithOffice({ files, to: "xlsx", recalculate: true });
  }, 240_000);

  it.each(Object.keys(FORMULA_CORPUS))("%s", async (name) => {
    const bytes = opened.get(`${name}.xlsx`);
    expect(bytes).toBeDefined();
    const [before, after] = await Promise.all([
      valuesOf(FORMULA_CORPUS[name] ?? NOTHING),
      valuesOf(bytes ?? NOTHING),
    ]);
    for (const [cell, value] of before) {
      if (value === null || value === "") continue;
      const now = after.get(cell);
      if (typeof value === "number") expect(now, cell).toBeCloseTo(value, 9);
      else expect(now, cell).toBe(value);
    }
  });
});

describe("what becomes of each place of a call", () => {
  const sheetOf = (name: string): string =>
    partOf(asFormulas(FORMULA_CORPUS[name] ?? NOTHING).bytes, SHEET);
  const factsOf = (name: string) => asFormulas(FORMULA_CORPUS[name] ?? NOTHING).facts;
  const formulaAt = (xml: string, address: string): string =>
    new RegExp(`<c r="${address}"[^>]*>(<f.*?</f>)`, "u").exec(xml)?.[1] ?? "";

  it("each cell of a shared formula has its own, and other shared formulas stay", () => {
    const xml = sheetOf("shared");
    expect(formulaAt(xml, "B3")).toContain("A3");
    expect(xml).toContain('<c r="C2"><f t="shared" si="1"/>');
  });

  it("a block becomes one formula a cell, and what asked for the block asks for its cells", () => {
    const xml = sheetOf("arrays");
    expect(xml).toMatch(/<c r="B1"><f>IF\(/u);
    expect(formulaAt(xml, "B2")).toContain("INDEX(A1:A2,2,1)");
    expect(formulaAt(xml, "F3")).toMatch(/^<f>IF/u);
    expect(xml).toContain("<f>SUM($B$1:$B$2)</f>");
    // Several answers inside of a formula are its value; an array around one answer stays an array.
    expect(xml).toContain('<c r="C1"><v>1560</v></c>');
    expect(xml).toMatch(/<c r="D2" cm="1"><f t="array" ref="D2">SUM\(A1:A2\*\(IF/u);
    expect(xml).toMatch(/<c r="B4"><f>IF/u);
  });

  it("a table's column is calculated by the plain formula, and its total with several answers is a value", () => {
    const table = partOf(
      asFormulas(FORMULA_CORPUS["table"] ?? NOTHING).bytes,
      "xl/tables/table1.xml",
    );
    expect(table).toContain("<calculatedColumnFormula>IF(ISLOGICAL(表1[[#This Row],[销售额]])");
    expect(table).not.toContain("totalsRowFormula");
    expect(sheetOf("table")).toContain('<c r="B4"><v>1050.05</v></c>');
  });

  it("a name is the plain formula, and formulas that use it stay", () => {
    const { bytes, facts } = asFormulas(FORMULA_CORPUS["names"] ?? NOTHING);
    expect(partOf(bytes, "xl/workbook.xml")).toMatch(
      /<definedName name="首位提成">IF\(ISLOGICAL\(成绩!\$A\$1\)/u,
    );
    expect(facts.namesGone).toEqual([]);
    expect(partOf(bytes, SHEET)).toContain("<f>首位提成</f>");
  });

  it("a conditional format is the plain formula; a check of input would be longer than Excel takes and goes", () => {
    const xml = sheetOf("rules");
    expect(xml).toMatch(/<formula>\(IF\(ISLOGICAL\(\$A1\)/u);
    expect(xml).toMatch(/<xm:f>\(.*\)&gt;别处!A1<\/xm:f>/u);
    expect(xml).toContain('<dataValidations count="1"><dataValidation type="whole"');
    expect(factsOf("rules")).toMatchObject({ rulesGone: 0, checksGone: 1 });
  });

  it("what has no plain formula is a value, told with its reason and its first cell", () => {
    const { plain, frozen, noPlain } = factsOf("onlyValues");
    expect({ plain, frozen }).toEqual({ plain: 1, frozen: 4 });
    const at = (row: number, column: number) => ({ sheet: "成绩", row, column });
    const survey = work("survey", FORMULA_CORPUS["onlyValues"] ?? NOTHING);
    expect(survey).toMatchObject({ survey: { plain: { formulas: 1, noPlain } } });
    expect(noPlain).toEqual([
      { call: "MONTHSLEFT", why: "noPlainFormula", count: 1, first: at(0, 2) },
      { call: "TIER", why: "handedOn", count: 1, first: at(1, 2) },
      { call: "TIER", why: "computedRange", count: 1, first: at(1, 3) },
      { call: "TIER", why: "severalValues", count: 1, first: at(2, 2) },
    ]);
  });

  it("where HR has a sheet of that name, the numbers stand on another and the formulas refer to it", () => {
    const { bytes } = asFormulas(FORMULA_CORPUS["ownSheet"] ?? NOTHING);
    expect(partOf(bytes, "xl/workbook.xml")).toContain('<sheet name="制度参数 (2)"');
    expect(partOf(bytes, SHEET)).toContain("'制度参数 (2)'!$A$");
  });

  it("a cell that was not calculated yet is when the copy is opened", () => {
    const waiting = oneSheet('<c r="A1" t="e"><f>CS.COMMISSION(20000)</f><v>#BUSY!</v></c>');
    expect(partOf(asFormulas(waiting).bytes, "xl/workbook.xml")).toContain(
      '</sheets><calcPr fullCalcOnLoad="1"/>',
    );
    expect(
      partOf(asFormulas(FORMULA_CORPUS["calls"] ?? NOTHING).bytes, "xl/workbook.xml"),
    ).not.toContain("calcPr");
  });
});

describe.each(["values", "formulas"] as const)("a copy as %s", (as) => {
  it.each(Object.entries({ ...CORPUS, ...FORMULA_CORPUS }))(
    "loses of %s what was told before it, and nothing else",
    (_, bytes) => {
      const survey = work("survey", bytes, { as });
      if (survey.kind !== "survey") throw new Error("A survey was asked for");
      const { rulesGone, checksGone, namesGone } = asFormulas(bytes, { as }).facts;
      const { sheets, ...goes } = survey.survey.removed;
      expect(goes).toEqual({ rules: rulesGone, checks: checksGone, names: namesGone });
      expect(sheets.length > 0).toBe(rulesGone + checksGone > 0);
    },
  );
});

it("what goes is told with its place and with what helps, in both languages", () => {
  const survey = work("survey", CORPUS["rules"] ?? NOTHING, { as: "values" });
  if (survey.kind !== "survey") throw new Error("A survey was asked for");
  const { removed: goes } = survey.survey;
  expect(sayWhatIsRemoved(goes, "zh")).toBe(
    "还有调用加载项、副本里会去掉的：3 条条件格式，2 条数据验证，在工作表 成绩。要保留的，请先改用 Excel 自带的函数。",
  );
  const one = { rules: 0, checks: 1, sheets: ["成绩"], names: ["提成"] };
  expect(sayWhatIsRemoved(one, "en")).toBe(
    "Also calling the add-in, and not in the copy: 1 data validation, on 成绩, the name 提成. To keep them, use Excel's own functions there first.",
  );
  expect(sayWhatIsRemoved({ rules: 0, checks: 0, sheets: [], names: [] }, "zh")).toBeNull();
});

describe("the sheet of numbers", () => {
  it("holds those that the formulas refer to, and no others", () => {
    const commission = numbersOf(asFormulas(FORMULA_CORPUS["shared"] ?? NOTHING).bytes);
    expect(commission).toContain("销售提成");
    for (const other of ["底薪", "级别写法", "罚款", "绩效等级", "晋升的成绩条件"])
      expect(commission, other).not.toContain(other);
    const risk = numbersOf(asFormulas(FORMULA_CORPUS["months"] ?? NOTHING).bytes);
    expect(risk).toContain("绩效复核");
    expect(risk).not.toContain("底薪");
  });

  it("is not there where no formula needs it", () => {
    const { bytes } = asFormulas(oneSheet('<c r="A1"><f>1+1</f><v>2</v></c>'));
    expect(textsOf(bytes).get("xl/workbook.xml")).not.toContain("制度参数");
  });
});
