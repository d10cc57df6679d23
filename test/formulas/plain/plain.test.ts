import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { Cell } from "../../../src/grid";
import { READING_IDS, type ReadingId } from "../../../src/policy";
import {
  decidedTable,
  differences,
  drawnOptions,
  monthReadings,
  ownBooks,
  workbookOf,
  type Call,
  type Difference,
  type Table,
  type Workbook,
} from "./cases";
import { calls, monthCalls } from "./draw";
import { calculateWithOffice, calculateWithUniver } from "./engines";

// Each function's plain formula over drawn arguments and readings, against the function itself: a hundred
// calls a function, all in one workbook, which two engines calculate.

const SEED = 20_261_125;
const POLICIES = 10;
/** Calls of a function; of ELIGIBLE twice as many, since some are too long for a formula. */
const CALLS = 10;

const engines = { Univer: calculateWithUniver, LibreOffice: calculateWithOffice };

function drawnCalls(
  drawn: Readonly<Record<string, fc.Arbitrary<Call>>>,
  seed: number,
): readonly Call[] {
  return Object.entries(drawn).flatMap(([id, call]) =>
    fc.sample(call, { seed, numRuns: id === "ELIGIBLE" ? 2 * CALLS : CALLS }),
  );
}

function tables(
  ids: readonly ReadingId[],
  drawn: Readonly<Record<string, fc.Arbitrary<Call>>>,
): readonly Table[] {
  return fc
    .sample(drawnOptions(ids), { seed: SEED, numRuns: POLICIES })
    .map((options, index) => decidedTable(options, drawnCalls(drawn, SEED + index)));
}

let workbook: Workbook;
beforeAll(async () => {
  workbook = await workbookOf([
    ...tables(READING_IDS, calls),
    ...tables(monthReadings, monthCalls),
    ...Object.entries(ownBooks).map(([says, book], index) => ({
      says,
      book,
      calls: drawnCalls({ ...calls, ...monthCalls }, SEED + 100 + index),
    })),
  ]);
}, 300_000);

describe.each(Object.entries(engines))("plain formulas calculated by %s", (_, calculate) => {
  let different: readonly Difference[];

  beforeAll(async () => {
    different = differences(workbook, await calculate(workbook.sheets));
  }, 300_000);

  it.each(Object.keys({ ...calls, ...monthCalls }))(
    "%s answers what the function answers",
    (id) => {
      const cells = workbook.expectations.flat().filter(({ call }) => call.id === id);
      expect(cells.length).toBeGreaterThanOrEqual(POLICIES * CALLS);
      const wrong = different.filter(({ call }) => call.id === id);
      expect({ seed: SEED, wrong }).toEqual({ seed: SEED, wrong: [] });
    },
  );
});

it("of several months that cannot be judged the first speaks, as in the function", async () => {
  // LibreOffice adds up the cells in an order of its own.
  const faulty: readonly Cell[] = [105, "八", { error: "#DIV/0!" }, 60, { error: "#N/A" }, "5-6"];
  const pairs = faulty.flatMap((one) => faulty.map((other): Cell[] => [90, one, 85, other]));
  const made = pairs.map((cells): Call => ({ id: "RISK", given: [[cells], null] }));
  const pairsOf = await workbookOf([decidedTable({ SCORE_60: "undefined" }, made)]);
  expect(pairsOf.refused.size).toBe(0);
  expect(differences(pairsOf, await calculateWithUniver(pairsOf.sheets))).toEqual([]);
});

it("months with a logical value are an error where the office tells it from a number", async () => {
  // LibreOffice does not, inside of arrays.
  const given = [[[true, 90, 90]], null];
  const { sheets } = await workbookOf([decidedTable({}, [{ id: "ELIGIBLE", given }])]);
  expect(await calculateWithUniver(sheets)).toEqual([[{ error: "#VALUE!" }]]);
});
