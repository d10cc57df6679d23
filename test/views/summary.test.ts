import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { catalogue, type Finding } from "../../src/findings";
import { builtInBook, type ReadingId } from "../../src/policy";
import { fen, formatMonth } from "../../src/units";
import {
  findingParts,
  isOfMonth,
  monthSummary,
  narrowParts,
  peopleParts,
  type MonthReport,
} from "../../src/views";
import { sayFinding } from "../../src/wording";
import { book, HEADER, LAST, ledger, month, readSheet, validate } from "../findings/setup";
import { sampleSheet } from "./promotion/sample";
import { anybody, sheetOf } from "./people";

const sample = validate(await sampleSheet(), { book: builtInBook(), today: month("2026-11") });

const spot = ({ code, month: when }: Finding): string =>
  `${code} ${when === null ? "-" : formatMonth(when)}`;

/** All findings of the parts, each as often as it is listed. */
function listed(findings: readonly Finding[]): readonly Finding[] {
  const { data, decisions, notices } = findingParts(findings);
  return [
    ...data.flatMap((fold) => fold.findings),
    ...decisions.flatMap(({ effect, cells }) => (effect === null ? cells : [effect, ...cells])),
    ...notices.flatMap((fold) => fold.findings),
  ];
}

describe("kinds of findings", () => {
  it.each<[code: string, kind: string]>([
    ["F-SCO-01", "data"],
    ["F-DIS-05", "data"],
    ["F-POL-01", "data"],
    ["F-POL-02", "decision"],
    ["F-PAY-03", "decision"],
    ["F-ELI-03", "decision"],
    ["F-ELI-01", "notice"],
    ["F-DIS-01", "notice"],
    ["F-MIS-03", "notice"],
    ["F-EMP-04", "notice"],
  ])("%s is %s", (code, kind) => {
    expect(catalogue.find((check) => check.code === code)?.kind).toBe(kind);
    for (const finding of sample.findings)
      if (finding.code === code) expect(finding.kind).toBe(kind);
  });

  it("an error is always one of data, and only a decision names a reading that is open", () => {
    for (const { kind, severities } of catalogue)
      if (severities.includes("error")) expect(kind).toBe("data");
    for (const finding of sample.findings)
      expect("reading" in finding || "readings" in finding).toBe(finding.kind === "decision");
  });
});

describe("the open month", () => {
  const asOf = month("2026-10");
  it.each([
    [asOf, asOf, true],
    [month("2026-09"), asOf, false],
    [month("2062-09"), asOf, false],
    [null, asOf, true],
    [month("2026-09"), null, true],
  ])("a finding of %s in the month %s: %s", (when, open, is) => {
    expect(isOfMonth({ month: when }, open)).toBe(is);
  });
});

describe("repeats", () => {
  const scores = (...values: readonly (string | number)[]): MonthReport =>
    validate(ledger({ scores: values }));

  it.each<[what: string, report: MonthReport, folds: readonly string[]]>([
    ["one is a line of its own", scores("优秀", 85), ["F-SCO-01 × 1"]],
    ["the same id with the same fix is one line", scores("优秀", "良", 85), ["F-SCO-01 × 2"]],
    ["numbers as text, each another one", scores("85分", "86分", 87), ["F-SCO-02 × 2"]],
    [
      "the gravest first, other ids apart",
      scores(85.125, "优秀", 130, 85),
      ["F-SCO-01 × 1", "F-SCO-03 × 1", "F-SCO-08 × 1"],
    ],
    [
      "one id with two fixes",
      validate(
        readSheet([
          HEADER,
          ["A1", "甲", "很久以前", "初级客服", 80, 1, 0, 0],
          ["A1", "甲", "", "初级客服", 80, 1, 0, 0],
          ["A1", "甲", "2025-06", "初级客服", 85, 1, 0, 0],
        ]),
      ),
      ["F-MON-01 × 1", "F-MON-01 × 1"],
    ],
  ])("%s", (_, { findings }, folds) => {
    const found = findingParts(findings).data.map(
      (fold) => `${fold.findings[0].code} × ${fold.findings.length}`,
    );
    for (const fold of folds) expect(found).toContain(fold);
    const ids = folds.map((fold) => fold.split(" ")[0]);
    expect(found.filter((fold) => ids.includes(fold.split(" ")[0]))).toEqual(folds);
  });

  it("lose nothing, list nothing twice and never mix severities, on any sheet", () => {
    fc.assert(
      fc.property(fc.array(anybody, { minLength: 1, maxLength: 6 }), (people) => {
        const { findings } = validate(sheetOf(people), { book: builtInBook() });
        expect(new Set(listed(findings))).toEqual(new Set(findings));
        expect(listed(findings)).toHaveLength(findings.length);
        const { data, notices } = findingParts(findings);
        for (const fold of [...data, ...notices])
          expect(new Set(fold.findings.map(({ severity }) => severity)).size).toBe(1);
      }),
      { numRuns: 60 },
    );
  });
});

describe("decisions", () => {
  const lines = findingParts(
    sample.findings.filter((finding) => isOfMonth(finding, sample.asOf)),
  ).decisions;

  it("are one line a reading: blocking ones first, then by what they move this month", () => {
    const ids = lines.map(({ reading }) => reading.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(lines[0]).toMatchObject({ blocking: true, reading: { id: "SALARY_RESERVE" } });
    const moves = lines.slice(1).map((line) => line.moves);
    expect(moves).toEqual([...moves].sort((a, b) => b - a));
    expect(moves[0]).toBeGreaterThan(0);
    expect(moves.at(-1)).toBe(0);
  });

  it.each<[reading: ReadingId, cells: readonly string[]]>([
    ["COMMISSION_T1_FROM", ["F-SAL-03 2026-10", "F-SAL-03 2026-10"]],
    ["MIDDLE_MONTHS", ["F-ELI-03 2026-10"]],
    ["COMMISSION_MODE", []],
  ])("%s has its cells", (reading, cells) => {
    const line = lines.find((one) => one.reading.id === reading);
    expect(line?.cells.map(spot)).toEqual(cells);
    expect(line?.effect?.people).toBeGreaterThan(0);
  });

  it("move what the sums of their options differ by", () => {
    // 55,000 × 1 % against 55,000 × 1.3 %.
    const { findings } = validate(ledger({ scores: [85], sales: 55_000 }), {
      book: book({}, ["COMMISSION_T1_FROM"]),
    });
    const [line] = findingParts(findings).decisions;
    const sums = line?.effect?.options.map(({ gross }) => gross) ?? [];
    expect(sums).toHaveLength(2);
    expect(line?.moves).toBe(fen(Math.max(...sums) - Math.min(...sums)));
    expect(line?.moves).toBe(fen(16_500));
    expect(line?.cells.map(spot)).toEqual(["F-SAL-03 2025-06"]);
  });

  it("of past months alone change nothing now", () => {
    const { findings } = validate(ledger({ scores: [85, 85], sales: [55_000, 20_000] }), {
      book: book({}, ["COMMISSION_T1_FROM"]),
    });
    const { decisions } = findingParts(findings);
    expect(decisions).toMatchObject([{ effect: null, blocking: false, moves: 0 }]);
    const ofMonth = findings.filter((finding) => isOfMonth(finding, LAST));
    expect(findingParts(ofMonth).decisions).toEqual([]);
  });
});

describe("the summary", () => {
  it("of the sample, counted by hand", () => {
    const summary = monthSummary(sample);
    expect(summary).toMatchObject({
      asOf: month("2026-10"),
      people: 13,
      // A row without a name and a month that cannot be read; the sheet of this test has no pay formulas.
      errors: 2,
      candidates: 5,
      oneShort: 1,
      decisions: 17,
      blocking: 1,
    });
    // The one that blocks pay is told apart.
    const { decisions } = findingParts(
      sample.findings.filter((finding) => isOfMonth(finding, sample.asOf)),
    );
    const sum = decisions.slice(1).reduce((all, { moves }) => all + moves, 0);
    expect(summary.moves).toBe(sum);
  });

  it.each([
    [
      "nothing wrong",
      ledger({ scores: [70, 70] }),
      { errors: 0, errorsOfOtherMonths: 0, decisions: 0 },
    ],
    ["an error now", ledger({ scores: [70, 130] }), { errors: 1, errorsOfOtherMonths: 0 }],
    ["an error before", ledger({ scores: [130, 70] }), { errors: 0, errorsOfOtherMonths: 1 }],
  ])("%s", (_, sheet, expected) => {
    expect(monthSummary(validate(sheet))).toMatchObject({ moves: 0, ...expected });
  });

  it("says of everybody what the report says, on any sheet", () => {
    fc.assert(
      fc.property(fc.array(anybody, { minLength: 1, maxLength: 6 }), (people) => {
        const report = validate(sheetOf(people), { book: builtInBook() });
        const summary = monthSummary(report);
        const parts = peopleParts(report.people);
        expect(new Set(Object.values(parts).flat())).toEqual(new Set(report.people));
        expect(Object.values(parts).flat()).toHaveLength(report.people.length);
        expect(summary.candidates).toBe(
          report.findings.filter(({ code }) => code === "F-ELI-01").length,
        );
        expect(summary.oneShort).toBe(
          report.findings.filter(({ code }) => code === "F-ELI-02").length,
        );
        const errors = report.findings.filter(({ severity }) => severity === "error").length;
        expect(summary.errors + summary.errorsOfOtherMonths).toBe(errors);
      }),
      { numRuns: 60 },
    );
  });
});

describe("narrowed parts", () => {
  const parts = findingParts(sample.findings);

  it("keep what is kept, and nothing else, in its place", () => {
    const kept = narrowParts(parts, ({ severity }) => severity === "error");
    expect(kept.data.flatMap(({ findings }) => findings)).toEqual(
      parts.data.flatMap(({ findings }) => findings).filter(({ severity }) => severity === "error"),
    );
    expect(kept.decisions).toEqual([]);
    expect(kept.notices).toEqual([]);
    expect(narrowParts(parts, () => true)).toEqual(parts);
  });

  it("a reading that is kept keeps its cells; one that is not, only those that are", () => {
    const [effect] = narrowParts(parts, ({ type }) => type === "readingUndecided").decisions.filter(
      ({ reading }) => reading.id === "COMMISSION_T1_FROM",
    );
    expect(effect?.cells.map(spot)).toEqual(["F-SAL-03 2026-10", "F-SAL-03 2026-10"]);
    const [cell] = parts.decisions.flatMap(({ cells }) => cells);
    const { decisions } = narrowParts(parts, (finding) => finding === cell);
    expect(decisions).toHaveLength(1);
    expect(decisions[0]?.cells).toEqual([cell]);
    expect(decisions[0]?.effect).not.toBeNull();
  });
});

describe("what is folded into one line", () => {
  it("is mended in the same way", () => {
    // Amounts apart, each fix of a fold reads alike.
    const plain = (finding: Finding): string =>
      sayFinding(finding, "zh").fix.replace(/[\d.,]+|“[^”]*”/gu, "#");
    for (const { findings } of findingParts(sample.findings).data)
      expect(new Set(findings.map(plain)).size, findings[0].code).toBe(1);
  });
});
