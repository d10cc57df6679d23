import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatRef, type Grid } from "../../src/grid";
import type { Finding } from "../../src/findings";
import { limitsOf } from "../../src/month";
import {
  builtInBook,
  findLevel,
  headingsInForce,
  otherHeadingsInForce,
  policyFor,
} from "../../src/policy";
import { findLayout, readSheets, type SheetInput } from "../../src/scoresheet";
import { formatMonth, monthFromText } from "../../src/units";
import { layOut, noises, type Noise, type Shape } from "./messy/laidOut";
import { truths, type Room, type Truth } from "./messy/truth";
import { book, TODAY, validate } from "./setup";

/** Together 10,000 random sheets, each with a truth that is known. */
const RUNS: Readonly<Record<Shape, number>> = {
  long: 4_000,
  wide: 2_000,
  blocks: 1_500,
  twoRows: 1_500,
  tabs: 1_000,
};
const ROOM: Readonly<Record<Shape, Room>> = {
  long: "rows",
  wide: "scores",
  blocks: "amounts",
  twoRows: "amounts",
  tabs: "amounts",
};
const SHAPES: readonly Shape[] = ["long", "wide", "blocks", "twoRows", "tabs"];

const policy = policyFor(builtInBook(), TODAY);
const limits = limitsOf(policy);
const decided = book();
const TIMEOUT = 300_000;

function partOf(grid: Grid): SheetInput {
  const month = monthFromText(grid.sheet.name);
  const layout = findLayout(grid, {
    headings: headingsInForce(policy),
    others: otherHeadingsInForce(policy),
    limits,
    isLevel: (text) => findLevel(policy, text) !== undefined,
    sheetMonth: month === undefined ? undefined : { month, text: grid.sheet.name, why: "tab" },
  });
  if (layout.kind === "none") throw new Error(`No layout: ${JSON.stringify(grid.rows)}`);
  return { grid, layout };
}

function findingsIn(grids: readonly Grid[]): readonly Finding[] {
  const parts = grids.map(partOf);
  const main = parts.at(-1);
  if (main === undefined) throw new Error("No sheet");
  const sheet = readSheets(main, { months: parts.slice(0, -1) }, { limits });
  return validate(sheet, { book: decided }).findings;
}

/** Said of every such sheet: it is younger than a year, and the policy is undated. */
const ALWAYS = ["F-MIS-03", "F-POL-03"];

function told(findings: readonly Finding[]): string[] {
  return findings
    .filter(({ code }) => !ALWAYS.includes(code))
    .map(({ code, severity, cell, month }) =>
      [
        code,
        severity,
        cell === null ? "-" : formatRef(cell),
        month === null ? "-" : formatMonth(month),
      ].join(" "),
    )
    .sort();
}

describe("of messy sheets everything planted is found, and nothing else", () => {
  for (const shape of SHAPES)
    it(
      `${RUNS[shape]} sheets: ${shape}`,
      () => {
        fc.assert(
          fc.property(truths(ROOM[shape]), noises, (truth, noise) => {
            const { grids, expected } = layOut(truth, shape, noise);
            expect(told(findingsIn(grids))).toEqual([...expected].sort());
          }),
          { numRuns: RUNS[shape], seed: 20_250_601 },
        );
      },
      TIMEOUT,
    );
});

describe("what is found does not depend on how a sheet is laid out", () => {
  const about = (truth: Truth, shape: Shape, noise: Noise): string[] =>
    findingsIn(layOut(truth, shape, noise).grids)
      .map(({ code, person, month }) =>
        [code, person?.name ?? "-", month === null ? "-" : formatMonth(month)].join(" "),
      )
      .sort();

  it(
    "long, in two blocks, under two header rows, one sheet a month",
    () => {
      fc.assert(
        fc.property(truths("amounts"), noises, noises, (truth, noise, other) => {
          const known = about(truth, "long", noise);
          for (const shape of ["long", "blocks", "twoRows", "tabs"] as const)
            expect(about(truth, shape, other)).toEqual(known);
        }),
        { numRuns: 150, seed: 7 },
      );
    },
    TIMEOUT,
  );
});
