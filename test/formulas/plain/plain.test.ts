import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { READING_IDS } from "../../../src/policy";
import { decidedTable, differences, drawnOptions, workbookOf, type Workbook } from "./cases";
import { calls } from "./draw";
import { calculateWithOffice, calculateWithUniver, type Shown } from "./engines";

// Each function's plain formula over drawn arguments and readings, against the function itself: a hundred
// calls a function, all in one workbook, which two engines calculate.

const SEED = 20_261_125;
const POLICIES = 10;
const CALLS = 10;

const engines = { Univer: calculateWithUniver, LibreOffice: calculateWithOffice };

describe.each(Object.entries(engines))("plain formulas calculated by %s", (_, calculate) => {
  let workbook: Workbook;
  let answers: readonly (readonly Shown[])[];

  beforeAll(async () => {
    const policies = fc.sample(drawnOptions(READING_IDS), { seed: SEED, numRuns: POLICIES });
    workbook = workbookOf(
      policies.map((options, index) =>
        decidedTable(
          options,
          Object.values(calls).flatMap((call) =>
            fc.sample(call, { seed: SEED + index, numRuns: CALLS }),
          ),
        ),
      ),
    );
    answers = await calculate(workbook.sheets);
  }, 120_000);

  it.each(Object.keys(calls))("%s answers what the function answers", (id) => {
    const cells = workbook.expectations.flat().filter(({ call }) => call.id === id);
    expect(cells.length).toBeGreaterThanOrEqual(POLICIES * CALLS);
    const wrong = differences(workbook, answers).filter(({ call }) => call.id === id);
    expect({ seed: SEED, wrong }).toEqual({ seed: SEED, wrong: [] });
  });
});
