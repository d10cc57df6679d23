import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatRef } from "../../src/grid";
import type { Finding } from "../../src/findings";
import { RowTexts, searchFindings } from "../../src/taskpane/validate/findingSearch";
import { sayFinding, type Language } from "../../src/wording";
import { readSheet, validate } from "../findings/setup";
import { HEADER } from "../setup/ledger";

const { findings } = validate(
  readSheet([
    HEADER,
    ["K01", "Zoë Wang", "2025-05", "初级客服", "八十五", 31_000],
    ["K01", "Zoë Wang", "2025-06", "特级客服", 130, -5],
    ["k02", "陈浩", "2025-05", "初级客服", "", "三万"],
    ["k02", "陈浩", "2025-06", "初级客服", 0.86, 55_000],
    ["", "", "2025-06", "初级客服", 85, 30_000],
  ]),
);

function search(all: readonly Finding[], sought: string, texts: RowTexts): readonly Finding[] {
  const steps = searchFindings(all, sought, texts);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** What a row of the list shows, one by one. */
function shownBy(finding: Finding, language: Language): string[] {
  const { text, fix } = sayFinding(finding, language);
  const { cell, person } = finding;
  return [
    cell === null ? "" : formatRef(cell),
    person?.name ?? "",
    person?.employeeId ?? "",
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
    ["no such text", "en", []],
  ])("%s (%s)", (sought, language, codes) => {
    const found = search(findings, sought, new RowTexts(language));
    expect([...new Set(found.map(({ code }) => code))]).toEqual(codes);
  });

  test("a person by name or employee ID, however it is written", () => {
    for (const sought of ["zoë wang", "k02"]) {
      const found = search(findings, sought, new RowTexts("zh"));
      expect(found.length).toBeGreaterThan(0);
      expect(found.length).toBeLessThan(findings.length);
    }
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
    const texts = { zh: new RowTexts("zh"), en: new RowTexts("en") };
    fc.assert(
      fc.property(pieces, ({ language, sought }) => {
        const expected = findings.filter((finding) =>
          shownBy(finding, language).some((text) => text.toLowerCase().includes(sought)),
        );
        expect(search(findings, sought, new RowTexts(language))).toEqual(expected);
        expect(search(findings, sought, texts[language])).toEqual(expected);
      }),
    );
  });

  test("pauses often enough in a long list", () => {
    const long = Array.from({ length: 1_000 }, (_, index) => findings[index % findings.length]);
    const all = long.filter((finding) => finding !== undefined);
    const pauses = [...searchFindings(all, "x", new RowTexts("zh"))];
    expect(pauses.length).toBeGreaterThanOrEqual(10);
  });
});
