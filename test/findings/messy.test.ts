import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatRef, type Grid } from "../../src/grid";
import type { Finding } from "../../src/findings";
import { judgeMonth, limitsOf, payrollOf } from "../../src/month";
import {
  builtInBook,
  findLevel,
  headingsInForce,
  otherHeadingsInForce,
  policyFor,
} from "../../src/policy";
import {
  findLayout,
  findMonthIn,
  readSheets,
  type ScoreSheet,
  type SheetInput,
  type SheetMonth,
} from "../../src/scoresheet";
import { runToEnd } from "../../src/steps";
import { formatMonth } from "../../src/units";
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

/** What the name of a sheet says of its month, as the product takes it. */
function tabOf({ sheet: { name } }: Grid): SheetMonth | undefined {
  const says = findMonthIn(name);
  if (says === undefined || says.kind === "unreadable") return undefined;
  return { month: says.kind === "month" ? says.month : null, text: name, why: "tab" };
}

function partOf(grid: Grid): SheetInput {
  const layout = findLayout(grid, {
    headings: headingsInForce(policy),
    others: otherHeadingsInForce(policy),
    limits,
    isLevel: (text) => findLevel(policy, text) !== undefined,
    sheetMonth: tabOf(grid),
  });
  if (layout.kind === "none") throw new Error(`No layout: ${JSON.stringify(grid.rows)}`);
  return { grid, layout };
}

function sheetIn(grids: readonly Grid[]): ScoreSheet {
  const parts = grids.map(partOf);
  const main = parts.at(-1);
  if (main === undefined) throw new Error("No sheet");
  const headings = headingsInForce(policy);
  return readSheets(main, { months: parts.slice(0, -1) }, { limits, headings });
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
            const sheet = sheetIn(grids);
            const { findings } = validate(sheet, { book: decided });
            expect(told(findings)).toEqual([...expected].sort());
            expect(sheet.people.map(({ employeeId }) => employeeId).sort()).toEqual(
              truth.people.map(({ id }) => id),
            );
          }),
          { numRuns: RUNS[shape], seed: 20_250_601 },
        );
      },
      TIMEOUT,
    );
});

/** Everybody's months with level, score and sales, wherever they stand. */
function essence({ people }: ScoreSheet): string[] {
  return people
    .flatMap(({ employeeId, name, records }) =>
      records.map(({ month, level, score, sales }) =>
        [
          employeeId,
          name,
          month.quantity.kind === "value" ? formatMonth(month.quantity.value) : "?",
          level.text,
          JSON.stringify(score.quantity),
          JSON.stringify(sales.quantity),
        ].join(" "),
      ),
    )
    .sort();
}

/** What everybody of the assessed month is paid. */
function payIn(sheet: ScoreSheet): string[] {
  const judged = runToEnd(judgeMonth({ sheet, book: decided, today: TODAY }));
  return runToEnd(payrollOf(judged))
    .entries.map(({ person, pay }) =>
      [person.name, pay.kind, pay.kind === "paid" ? pay.net : pay.why.kind].join(" "),
    )
    .sort();
}

describe("what is read and found does not depend on how a sheet is laid out", () => {
  interface Seen {
    readonly read: readonly string[];
    readonly found: readonly string[];
    readonly pay: readonly string[];
  }
  const seenIn = (truth: Truth, shape: Shape, noise: Noise): Seen => {
    const { grids } = layOut(truth, shape, noise);
    const sheet = sheetIn(grids);
    const report = validate(sheet, { book: decided });
    return {
      read: essence(sheet),
      found: report.findings
        .map(({ code, person, month }) =>
          [code, person?.name ?? "-", month === null ? "-" : formatMonth(month)].join(" "),
        )
        .sort(),
      pay: payIn(sheet),
    };
  };

  const shapes = ["long", "blocks", "twoRows", "tabs"] as const;
  const pairs = shapes.flatMap((one, at) => shapes.slice(at).map((other) => [one, other] as const));

  it.each(pairs)(
    "%s and %s",
    (one, other) => {
      fc.assert(
        fc.property(truths("amounts"), noises, noises, (truth, noise, another) => {
          expect(seenIn(truth, other, another)).toEqual(seenIn(truth, one, noise));
        }),
        { numRuns: 40, seed: 7 },
      );
    },
    TIMEOUT,
  );
});
