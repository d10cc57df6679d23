import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { builtInBook } from "../../src/policy";
import {
  dataLines,
  decisionLines,
  HINTS,
  noticeLines,
  NOTICES,
  QUIET,
  stopsOf,
  type Folding,
  type ResultLine,
} from "../../src/taskpane/validate/resultLines";
import { findingParts, type FindingFold, type FindingParts } from "../../src/views";
import { HEADER, readSheet, rowsOf, validate, type Someone } from "../findings/setup";
import { anybody } from "../views/people";

const FOLDED: Folding = { isOpen: (_, byItself = false) => byItself, whole: new Set() };
const OPEN: Folding = { isOpen: () => true, whole: new Set() };

function partsOf(people: readonly Someone[]): FindingParts {
  const rows = people.flatMap((one, at) => rowsOf({ ...one, id: `P${at}`, name: `人${at}` }));
  const { findings } = validate(readSheet([HEADER, ...rows]), { book: builtInBook() });
  return findingParts(findings);
}

const linesOf = (parts: FindingParts, folding: Folding): readonly ResultLine[] => [
  ...dataLines(parts.data, folding),
  ...decisionLines(parts.decisions, folding),
  ...noticeLines(parts.notices, folding),
];

const people = fc.array(anybody, { minLength: 1, maxLength: 6 });
const runs = { numRuns: 40 };

describe("the lines of a result", () => {
  it("have keys of their own, folded or not", () => {
    fc.assert(
      fc.property(people, (all) => {
        for (const folding of [FOLDED, OPEN]) {
          const keys = linesOf(partsOf(all), folding).map(({ key }) => key);
          expect(new Set(keys).size).toBe(keys.length);
        }
      }),
      runs,
    );
  });

  it("hold every finding when all is open; an open reading's own is its line", () => {
    fc.assert(
      fc.property(people, (all) => {
        const parts = partsOf(all);
        const shown = linesOf(parts, OPEN).flatMap((line) => {
          if (line.kind === "finding") return [line.finding];
          const effect = line.kind === "decision" ? line.line.effect : null;
          return effect === null ? [] : [effect];
        });
        const { data, decisions, notices } = parts;
        const every = [
          ...[...data, ...notices].flatMap(({ findings }) => findings),
          ...decisions.flatMap(({ effect, cells }) => [
            ...(effect === null ? [] : [effect]),
            ...cells,
          ]),
        ];
        expect(shown).toHaveLength(every.length);
        expect(new Set(shown)).toEqual(new Set(every));
      }),
      runs,
    );
  });

  it("are gone through in their order, and the folds named are those that must be open", () => {
    fc.assert(
      fc.property(people, (all) => {
        const parts = partsOf(all);
        const stops = stopsOf(parts);
        const open = linesOf(parts, OPEN).flatMap((line) =>
          line.kind === "finding" && line.finding.cell !== null ? [line.key] : [],
        );
        expect(stops.map(({ key }) => key)).toEqual(open);
        for (const stop of stops) {
          const named = new Set(stop.folds);
          const only: Folding = { isOpen: (fold) => named.has(fold), whole: new Set() };
          expect(linesOf(parts, only).map(({ key }) => key)).toContain(stop.key);
          for (const fold of named) {
            const without: Folding = {
              isOpen: (one) => one !== fold && named.has(one),
              whole: new Set(),
            };
            expect(linesOf(parts, without).map(({ key }) => key)).not.toContain(stop.key);
          }
        }
      }),
      runs,
    );
  });

  it.each<[what: string, people: readonly Someone[], lines: readonly string[]]>([
    ["one error stands for itself", [{ scores: ["优秀", 85] }], ["finding F-SCO-01"]],
    [
      "two that are mended alike are one line",
      [{ scores: ["优秀", "良", 85] }],
      ["fold F-SCO-01 × 2"],
    ],
    // Many decimals, and a policy without a date.
    ["hints are one line, whatever they are", [{ scores: [85.125] }], [`group ${HINTS} × 2`]],
  ])("%s", (_, all, expected) => {
    const lines = dataLines(partsOf(all).data, FOLDED).map((line) => {
      if (line.kind === "finding") return `finding ${line.finding.code}`;
      if (line.kind === "fold")
        return `fold ${line.fold.findings[0].code} × ${line.fold.findings.length}`;
      return line.kind === "group" ? `group ${line.key} × ${line.count}` : line.kind;
    });
    for (const line of expected) expect(lines).toContain(line);
  });

  it("readings that move no pay stand behind one line, unless no other is open", () => {
    const { decisions } = partsOf([{ scores: [85, 92, 86, 93, 88], sales: 55_000 }]);
    const kinds = (lines: readonly ResultLine[]): string[] => lines.map(({ kind }) => kind);
    expect(decisions.filter(({ moves }) => moves > 0).length).toBeGreaterThan(0);
    const quiet = decisions.filter(({ moves, blocking }) => moves === 0 && !blocking);
    expect(quiet.length).toBeGreaterThan(1);
    const folded = decisionLines(decisions, FOLDED);
    expect(folded.at(-1)).toMatchObject({ kind: "group", key: QUIET, count: quiet.length });
    expect(kinds(decisionLines(quiet, FOLDED))).not.toContain("group");
  });

  it("what is only to be known of people is one line", () => {
    const { notices } = partsOf([{ scores: [50, 50, 50] }]);
    const [line, ...more] = noticeLines(notices, FOLDED);
    expect(line).toMatchObject({ kind: "group", key: NOTICES });
    expect(more).toEqual([]);
    expect(noticeLines([], OPEN)).toEqual([]);
  });

  it("of a long fold the first thousand are listed, the others on request", () => {
    const [fold] = partsOf([{ scores: ["优秀", "良", 85] }]).data.filter(
      ({ findings }) => findings.length > 1,
    );
    if (fold === undefined) throw new Error("Nothing is folded");
    const [first] = fold.findings;
    const long: FindingFold = {
      ...fold,
      findings: [first, ...Array.from({ length: 1_499 }, () => first)],
    };
    const lines = dataLines([long], OPEN);
    expect(lines).toHaveLength(1 + 1_000 + 1);
    expect(lines.at(-1)).toMatchObject({ kind: "rest", count: 500 });
    const whole = dataLines([long], { ...OPEN, whole: new Set([fold.key]) });
    expect(whole).toHaveLength(1 + 1_500);
  });
});
