import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lintBands, type Band, type BandFault } from "../../../src/policy/lint";

/** "4 [0,60)": a tier and its interval. */
function parse(text: string): Band {
  const match = /^(\d+) ([[(])(-?[\d.]+),(-?[\d.]+)([\])])$/u.exec(text);
  if (match === null) throw new Error(text);
  return {
    tier: Number(match[1]),
    from: Number(match[3]),
    fromInclusive: match[2] === "[",
    to: Number(match[4]),
    toInclusive: match[5] === "]",
  };
}

function write(fault: BandFault): string {
  const { kind, from, fromInclusive, to, toInclusive } = fault;
  return `BAND_${kind.toUpperCase()}${fromInclusive ? "[" : "("}${from},${to}${toInclusive ? "]" : ")"}`;
}

describe("gaps and overlaps of bands", () => {
  it.each<[string, string[], string[]]>([
    [
      "the document's own words",
      ["4 [0,60)", "3 [61,80]", "2 [80,90]", "1 [91,100]"],
      ["BAND_GAP[60,61)", "BAND_OVERLAP[80,80]", "BAND_GAP(90,91)"],
    ],
    ["the default reading", ["4 [0,60)", "3 [60,80)", "2 [80,91)", "1 [91,100]"], []],
    [
      "bands for whole points only",
      ["4 [0,60)", "3 [60,79]", "2 [80,91)", "1 [91,100]"],
      ["BAND_GAP(79,80)"],
    ],
    ["a single point left out", ["2 [0,50)", "1 (50,100]"], ["BAND_GAP[50,50]"]],
    ["a band inside another", ["2 [0,100]", "1 (40,60]"], ["BAND_OVERLAP(40,60]"]],
    ["the same band twice", ["2 [0,1)", "1 [0,1)"], ["BAND_OVERLAP[0,1)"]],
    [
      "overlaps that touch are one",
      ["3 [0,20]", "2 [10,40]", "1 [20,60]"],
      ["BAND_OVERLAP[10,40]"],
    ],
    [
      "an overlap beside a gap",
      ["2 [0,5]", "2 [5,5]", "1 [6,7]"],
      ["BAND_OVERLAP[5,5]", "BAND_GAP(5,6)"],
    ],
    ["decimals", ["2 [0,0.1)", "1 [0.3,1]"], ["BAND_GAP[0.1,0.3)"]],
    ["an empty band changes nothing", ["2 [0,5)", "3 (5,5]", "1 [5,9]"], []],
    ["a reversed band changes nothing", ["2 [0,5)", "3 [8,2]", "1 [5,9]"], []],
    ["one band", ["1 (0,9)"], []],
    ["none", [], []],
  ])("%s", (_name, bands, faults) => {
    expect(lintBands(bands.map(parse)).map(write)).toEqual(faults);
    expect(lintBands(bands.map(parse).reverse()).map(write)).toEqual(faults);
  });

  it("names the tiers that overlap", () => {
    expect(lintBands(["3 [0,20]", "1 [20,60]"].map(parse))).toMatchObject([{ tiers: [1, 3] }]);
  });

  const holds = (score: number, band: Band | BandFault): boolean =>
    (band.from < score || (band.from === score && band.fromInclusive)) &&
    (score < band.to || (score === band.to && band.toInclusive));

  it("holds every score exactly as often as the bands say, at ends and between them", () => {
    const band = fc.record({
      tier: fc.integer({ min: 1, max: 5 }),
      from: fc.integer({ min: 0, max: 8 }),
      fromInclusive: fc.boolean(),
      to: fc.integer({ min: 0, max: 8 }),
      toInclusive: fc.boolean(),
    });
    const scores = Array.from({ length: 17 }, (_, index) => index / 2);
    fc.assert(
      fc.property(fc.array(band, { maxLength: 5 }), (bands) => {
        const count = scores.map((score) => bands.filter((one) => holds(score, one)).length);
        const first = count.findIndex((times) => times > 0);
        const last = count.length - 1 - [...count].reverse().findIndex((times) => times > 0);
        const faults = lintBands(bands);
        scores.forEach((score, index) => {
          const times = count[index] ?? 0;
          const inside = first >= 0 && first <= index && index <= last;
          const kinds = faults.filter((fault) => holds(score, fault)).map((fault) => fault.kind);
          const expected = times > 1 ? ["overlap"] : times === 0 && inside ? ["gap"] : [];
          expect(kinds, `${score}`).toEqual(expected);
        });
      }),
      { numRuns: 400 },
    );
  });
});
