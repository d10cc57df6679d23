import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { READING_IDS, type ReadingId } from "../../../src/policy";
import {
  decidedTable,
  differences,
  drawnOptions,
  monthReadings,
  workbookOf,
  type Call,
  type Table,
  type Workbook,
} from "./cases";
import { calls, monthCalls } from "./draw";
import { calculateWithOffice, calculateWithUniver, type Shown } from "./engines";

// Each function's plain formula over drawn arguments and readings, against the function itself: a hundred
// calls a function, all in one workbook, which two engines calculate.

const SEED = 20_261_125;
const POLICIES = 10;
const CALLS = 10;

const engines = { Univer: calculateWithUniver, LibreOffice: calculateWithOffice };

function tables(
  ids: readonly ReadingId[],
  drawn: Readonly<Record<string, fc.Arbitrary<Call>>>,
): readonly Table[] {
  return fc.sample(drawnOptions(ids), { seed: SEED, numRuns: POLICIES }).map((options, index) =>
    decidedTable(
      options,
      Object.values(drawn).flatMap((call) =>
        fc.sample(call, { seed: SEED + index, numRuns: CALLS }),
      ),
    ),
  );
}

describe.each(Object.entries(engines))("plain formulas calculated by %s", (_, calculate) => {
  let workbook: Workbook;
  let answers: readonly (readonly Shown[])[];

  beforeAll(async () => {
    workbook = workbookOf([...tables(READING_IDS, calls), ...tables(monthReadings, monthCalls)]);
    answers = await calculate(workbook.sheets);
  }, 300_000);

  it.each(Object.keys({ ...calls, ...monthCalls }))(
    "%s answers what the function answers",
    (id) => {
      const cells = workbook.expectations.flat().filter(({ call }) => call.id === id);
      expect(cells.length).toBeGreaterThanOrEqual(POLICIES * CALLS);
      const wrong = differences(workbook, answers).filter(({ call }) => call.id === id);
      expect({ seed: SEED, wrong }).toEqual({ seed: SEED, wrong: [] });
    },
  );
});
