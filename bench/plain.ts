import fc from "fast-check";
import { READING_IDS } from "../src/policy";
import {
  decidedTable,
  differences,
  drawnOptions,
  monthReadings,
  workbookOf,
} from "../test/formulas/plain/cases";
import { calls, monthCalls } from "../test/formulas/plain/draw";
import { calculateWithOffice, calculateWithUniver } from "../test/formulas/plain/engines";

const SEED = 7;
/** Policies drawn, and calls of each function under each. */
const POLICIES = 100;
const CALLS = 50;

const engines = { Univer: calculateWithUniver, LibreOffice: calculateWithOffice };

/** 5,000 drawn calls of each function: how many plain formulas answer otherwise than the function, and the time. */
export async function* benchPlain(): AsyncGenerator<string> {
  for (const [id, call] of Object.entries({ ...calls, ...monthCalls })) {
    const readings = id in monthCalls ? monthReadings : READING_IDS;
    const policies = fc.sample(drawnOptions(readings), { seed: SEED, numRuns: POLICIES });
    const workbook = workbookOf(
      policies.map((options, index) =>
        decidedTable(options, fc.sample(call, { seed: SEED + index, numRuns: CALLS })),
      ),
    );
    const cells = workbook.expectations.flat().length;
    const values = [...workbook.refused.values()].reduce((sum, count) => sum + count, 0);
    for (const [engine, calculate] of Object.entries(engines)) {
      const started = performance.now();
      const wrong = differences(workbook, await calculate(workbook.sheets));
      const seconds = (performance.now() - started) / 1000;
      yield `${id} in ${engine}: ${String(cells)} formulas, ${String(wrong.length)} answer otherwise, ${String(values)} calls stay values, ${seconds.toFixed(0)} s`;
      for (const difference of wrong.slice(0, 3))
        yield `  seed ${String(SEED)}: ${JSON.stringify(difference)}`;
    }
  }
}
