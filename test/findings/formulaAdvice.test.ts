import { describe, expect, test } from "vitest";
import type { Finding, FindingCode } from "../../src/findings";
import { formatAddress } from "../../src/grid";
import { sayFinding } from "../../src/wording";
import * as discipline from "./cases/discipline";
import * as employees from "./cases/employees";
import * as headers from "./cases/headers";
import * as levels from "./cases/levels";
import * as missing from "./cases/missing";
import * as months from "./cases/months";
import * as pay from "./cases/pay";
import * as sales from "./cases/sales";
import * as scores from "./cases/scores";
import type { CaseTable } from "./cases/types";
import { COLLEAGUE, findingsOf, HEADER, readSheet, rowsOf, validate } from "./setup";

const tables: readonly CaseTable[] = [
  discipline,
  employees,
  headers,
  levels,
  missing,
  months,
  pay,
  sales,
  scores,
].flatMap((module): readonly CaseTable<FindingCode>[] =>
  Object.values<CaseTable<FindingCode>>(module),
);

/** Every finding of the cases that stands at a cell. */
const all: readonly Finding[] = tables.flatMap(({ code, speaks }) =>
  speaks.flatMap(({ sheet, given }) =>
    findingsOf(code, sheet, given).filter(({ cell }) => cell !== null),
  ),
);

/** Words that ask to write something into the cell that the finding stands at. */
const TYPES_OVER =
  /填写|填上|改成|改为|改正|改个标题|改标题|补上|补录|清空|统一工号|改一致|写 ?0分|写明原因|核对后|核对退款|核对单位|确认是否填错|确认是不是/u;
/** Their advice is about other cells than the one they stand at: earlier months, merged cells, a row too many. */
const ELSEWHERE: readonly FindingCode[] = [
  "F-EMP-04",
  "F-MIS-03",
  "F-MON-02",
  "F-HDR-06",
  "F-SCO-09",
];

describe("the advice at a cell with a formula", () => {
  test("is met in many findings", () => {
    const codes = new Set(
      all
        .filter((finding) => TYPES_OVER.test(sayFinding(finding, "zh").fix))
        .map(({ code }) => code),
    );
    expect(codes.size).toBeGreaterThan(15);
  });

  test.each([...new Set(all.map(({ code }) => code))])("%s never asks to type over it", (code) => {
    for (const finding of all.filter((each) => each.code === code)) {
      const usual = sayFinding(finding, "zh").fix;
      if (!TYPES_OVER.test(usual) || ELSEWHERE.includes(code)) continue;
      const zh = sayFinding({ ...finding, formula: true }, "zh").fix;
      const en = sayFinding({ ...finding, formula: true }, "en").fix;
      expect(zh).not.toBe(usual);
      expect(zh).toMatch(/是公式.*引用的.*不要在公式上直接填/u);
      expect(en).toMatch(/formula.*refers? to.*Do not type over the formula/u);
    }
  });

  test("names what a part of the pay is worked out from, and what it must come to", () => {
    const row = rowsOf({ scores: [85], sales: 30_000 })[0] ?? [];
    const sheet = readSheet([[...HEADER, "提成"], [...row, 158.34], ...rowsOf(COLLEAGUE)], null, {
      formulas: ["K2"],
    });
    const [finding] = findingsOf("F-PAY-01", sheet);
    if (finding === undefined) throw new Error("No finding");
    const zh = sayFinding(finding, "zh");
    expect(zh.text).toContain("提成算出的是 158.34元");
    expect(zh.fix).toContain("销售额");
    expect(zh.fix).toContain("270.00");
    expect(zh.fix).not.toContain("改为");
    expect(sayFinding({ ...finding, formula: false }, "zh").fix).toContain("改为 270.00");
  });
});

describe("whether the cell of a finding holds a formula", () => {
  const rows = [HEADER, ...rowsOf({ scores: ["优秀", null, 85] }), ...rowsOf(COLLEAGUE)];
  const withFormulas = (...formulas: readonly string[]) => readSheet(rows, null, { formulas });

  test.each<[string, FindingCode, string]>([
    ["a row", "F-SCO-01", "E2"],
    ["a person", "F-MIS-01", "E3"],
  ])("is told of one about %s", (_, code, cell) => {
    const spots = (...formulas: string[]) =>
      validate(withFormulas(...formulas))
        .findings.filter((finding) => finding.code === code)
        .map((finding) => [
          finding.cell === null ? "-" : formatAddress(finding.cell),
          finding.formula,
        ]);
    expect(spots(cell)).toEqual([[cell, true]]);
    expect(spots("A1")).toEqual([[cell, false]]);
  });

  test("is told of a heading", () => {
    const wide = readSheet(
      [
        ["工号", "姓名", "级别", "2025年3月", "2025年3月"],
        ["A01", "王芳", "初级客服", 85, 85],
      ],
      null,
      { formulas: ["E1"] },
    );
    expect(findingsOf("F-HDR-04", wide).map(({ formula }) => formula)).toEqual([true]);
  });
});
