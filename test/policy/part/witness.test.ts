import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { builtInValues } from "../../../src/policy";
import { jsonForXml, readWitnessCells, witnessCells } from "../../../src/policy/part";

const LONGEST_CELL = 30_000;
const digest = `sha256:${"0a".repeat(32)}`;
const day = "2026-11-30";

/** What other programs do to the text of a cell: take it for a number or a formula, trim it, know `_x0041_`. */
function survives(text: string): boolean {
  return (
    text.trim() === text &&
    !/^[=+\-@'.#\d]/u.test(text) &&
    !Number.isFinite(Number(text)) &&
    !/_x[0-9a-f]{4}_/iu.test(text)
  );
}

const versions = (count: number): string =>
  jsonForXml({
    schema: 1,
    decisions: [],
    versions: Array.from({ length: count }, (_, index) => ({
      id: `v${index}`,
      from: "2026-01",
      values: builtInValues,
    })),
  });

describe("the copy of the settings in cells", () => {
  it.each([
    { what: "a decision", json: '{"schema":1,"decisions":[]}', pieces: 1 },
    { what: "ten versions of the whole policy", json: versions(10), pieces: 5 },
    { what: "a text as long as a cell", json: `{"a":"${"x".repeat(29_992)}"}`, pieces: 1 },
    {
      what: "one that is longer by one character",
      json: `{"a":"${"x".repeat(29_993)}"}`,
      pieces: 2,
    },
    { what: "a text of digits only", json: `{"a":"${"1".repeat(70_000)}"}`, pieces: 3 },
  ])("holds $what", ({ json, pieces }) => {
    const cells = witnessCells({ digest, day, json });
    expect(cells.slice(0, 2)).toEqual([digest, `saved ${day}`]);
    expect(cells.length - 2).toBe(pieces);
    for (const cell of cells) expect(cell.length).toBeLessThanOrEqual(LONGEST_CELL);
    expect(readWitnessCells(cells)).toEqual({ digest, day, json });
  });

  const note = fc.string({ unit: "binary", maxLength: 200 });
  const words = fc.oneof(
    note,
    fc.constantFrom("=1+1", " 空格 ", "'", "_x0041_", "1".repeat(40), "第 1 档\n第 2 档", "😀 ok"),
  );
  it("is cut so that no program takes a piece for something else than text", () => {
    fc.assert(
      fc.property(fc.array(words, { minLength: 200, maxLength: 600 }), (notes) => {
        const json = jsonForXml({
          schema: 1,
          decisions: notes.map((text) => ({
            reading: "SCORE_80",
            option: "T2",
            note: text.repeat(4),
          })),
        });
        const cells = witnessCells({ digest, day, json });
        for (const piece of cells.slice(2)) expect(survives(piece)).toBe(true);
        expect(readWitnessCells(cells)?.json).toBe(json);
      }),
      { numRuns: 30 },
    );
  });

  it.each([
    { what: "nothing", cells: [] },
    { what: "other texts", cells: ["姓名", "王芳"] },
    { what: "a digest alone", cells: [digest, `saved ${day}`] },
    { what: "a digest that was cut", cells: [digest.slice(0, -1), `saved ${day}`, "{}"] },
  ])("is not seen in $what", ({ cells }) => {
    expect(readWitnessCells(cells)).toBeNull();
  });
});
