import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatRef } from "../../src/grid";
import type { Finding } from "../../src/findings";
import {
  findingWords,
  personWords,
  RowTexts,
  searchRows,
} from "../../src/taskpane/validate/findingSearch";
import { formatMonth } from "../../src/units";
import { findingParts, type CandidateRow } from "../../src/views";
import { sayDecision, sayFinding, sayFindingTitle, type Language } from "../../src/wording";
import { ledger, readSheet, validate } from "../findings/setup";
import { HEADER } from "../setup/ledger";

const { findings, people } = validate(
  readSheet([
    HEADER,
    ["K01", "Zoë Wang", "2025-05", "初级客服", "八十五", 31_000],
    ["K01", "Zoë Wang", "2025-06", "特级客服", 130, -5],
    ["k02", "陈浩", "2025-05", "初级客服", "", "三万"],
    ["k02", "陈浩", "2025-06", "初级客服", 0.86, 55_000],
    ["", "", "2025-06", "初级客服", 85, 30_000],
  ]),
);

function searchAll<Row extends object>(
  all: readonly Row[],
  sought: string,
  texts: RowTexts<Row>,
): readonly Row[] {
  const steps = searchRows(all, sought, texts);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

const search = searchAll<Finding>;

const rowTexts = (language: Language): RowTexts<Finding> =>
  new RowTexts((finding) => findingWords(finding, language));

const SEVERITY = {
  zh: { error: "错误", warning: "警告", info: "提示" },
  en: { error: "Error", warning: "Warning", info: "Info" },
} as const;

/** What a row of the list shows, one by one. */
function shownBy(finding: Finding, language: Language): string[] {
  const { cell, person, month, severity, type } = finding;
  // An open reading is a line of its own.
  const [decision] = findingParts([finding]).decisions;
  if (decision !== undefined && decision.effect !== null)
    return [
      decision.reading.title[language],
      decision.blocking ? { zh: "必须先定", en: "Decide first" }[language] : "",
      sayDecision(decision, language),
    ];
  const { text, fix } = sayFinding(finding, language);
  return [
    SEVERITY[language][severity],
    sayFindingTitle(type, language),
    cell === null ? { zh: "整表", en: "Sheet" }[language] : formatRef(cell),
    person?.name ?? "",
    person?.employeeId ?? "",
    month === null ? "" : formatMonth(month),
    text,
    fix,
  ];
}

describe("searching the findings", () => {
  test("there is something to search", () => {
    expect(findings.length).toBeGreaterThan(8);
  });

  test.each<[sought: string, language: Language, codes: readonly string[]]>([
    ["八十五", "zh", ["F-SCO-01"]],
    ["成绩!e2", "zh", ["F-SCO-01"]],
    // What is shown beside the words: severity, month, the title of a fold.
    ["级别无法识别", "zh", ["F-LVL-01"]],
    ["number stored as text", "en", []],
    ["no such text", "en", []],
  ])("%s (%s)", (sought, language, codes) => {
    const found = search(findings, sought, rowTexts(language));
    expect([...new Set(found.map(({ code }) => code))]).toEqual(codes);
  });

  test("a person by name or employee ID, however it is written", () => {
    for (const sought of ["zoë wang", "k02"]) {
      const found = search(findings, sought, rowTexts("zh"));
      expect(found.length).toBeGreaterThan(0);
      expect(found.length).toBeLessThan(findings.length);
    }
  });

  test("the month and the severity that stand beside the words", () => {
    const may = search(findings, "2025-05", rowTexts("zh"));
    expect(may.length).toBeGreaterThan(0);
    expect(new Set(may)).toEqual(
      new Set(
        findings.filter((finding) =>
          shownBy(finding, "zh").some((text) => text.includes("2025-05")),
        ),
      ),
    );
    for (const finding of findings.filter(({ severity }) => severity === "error"))
      expect(search(findings, "错误", rowTexts("zh"))).toContain(finding);
  });

  test("somebody by name, employee ID, level and what is said of them", () => {
    const texts = new RowTexts<CandidateRow>((row) => personWords(row, "zh"));
    const named = (sought: string): string[] =>
      searchAll(people, sought, texts).map(({ person }) => person.employeeId);
    expect(named("zoë")).toEqual(["K01"]);
    expect(named("k02")).toEqual(["k02"]);
    expect(named("初级客服")).toContain("k02");
    expect(named("nobody")).toEqual([]);
  });

  test("a candidate by what is still to do, which stands below the evidence", () => {
    const { people: all } = validate(ledger({ id: "A01", level: "试用", scores: [85, 85, 85] }));
    const texts = new RowTexts<CandidateRow>((row) => personWords(row, "zh"));
    const steps = all.flatMap((row) => row.steps.map(({ label }) => label.zh));
    expect(steps.length).toBeGreaterThan(3);
    for (const step of steps)
      expect(searchAll(all, step, texts).map(({ person }) => person.employeeId)).toEqual(["A01"]);
  });

  // Pieces of what rows show, and pieces across two of them, which no row shows.
  const pieces = fc
    .tuple(fc.nat(findings.length - 1), fc.nat(400), fc.integer({ min: 1, max: 12 }))
    .chain(([index, at, length]) =>
      fc.constantFrom<Language>("zh", "en").map((language) => {
        const finding = findings[index];
        const row = finding === undefined ? "" : shownBy(finding, language).join("");
        const start = at % Math.max(1, row.length);
        return {
          language,
          sought: row
            .slice(start, start + length)
            .trim()
            .toLowerCase(),
        };
      }),
    )
    .filter(({ sought }) => sought !== "");

  test("finds exactly the rows one of whose texts has it, at the first time and again, in their order", () => {
    const texts = { zh: rowTexts("zh"), en: rowTexts("en") };
    fc.assert(
      fc.property(pieces, ({ language, sought }) => {
        const expected = findings.filter((finding) =>
          shownBy(finding, language).some((text) => text.toLowerCase().includes(sought)),
        );
        expect(search(findings, sought, rowTexts(language))).toEqual(expected);
        expect(search(findings, sought, texts[language])).toEqual(expected);
      }),
    );
  });

  test("pauses often enough in a long list", () => {
    const long = Array.from({ length: 1_000 }, (_, index) => findings[index % findings.length]);
    const all = long.filter((finding) => finding !== undefined);
    const pauses = [...searchRows(all, "x", rowTexts("zh"))];
    expect(pauses.length).toBeGreaterThanOrEqual(10);
  });
});
