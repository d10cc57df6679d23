import fc from "fast-check";
import { READING_IDS } from "../src/policy";
import {
  decidedTable,
  differences,
  type Difference,
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

/** Policies in one workbook: Univer's calculation of larger ones wants a page; LibreOffice takes seconds to start. */
const engines = {
  Univer: { calculate: calculateWithUniver, policies: 5 },
  LibreOffice: { calculate: calculateWithOffice, policies: POLICIES },
};

/** 5,000 drawn calls of each function: how many plain formulas answer otherwise than the function, and the time. */
export async function* benchPlain(
  ids: readonly string[] = Object.keys({ ...calls, ...monthCalls }),
): AsyncGenerator<string> {
  for (const [id, call] of Object.entries({ ...calls, ...monthCalls })) {
    if (!ids.includes(id)) continue;
    const readings = id in monthCalls ? monthReadings : READING_IDS;
    const policies = fc.sample(drawnOptions(readings), { seed: SEED, numRuns: POLICIES });
    const tables = policies.map((options, index) =>
      decidedTable(options, fc.sample(call, { seed: SEED + index, numRuns: CALLS })),
    );
    for (const [engine, { calculate, policies: together }] of Object.entries(engines)) {
      const started = performance.now();
      let cells = 0;
      let values = 0;
      const wrong: Difference[] = [];
      for (let first = 0; first < tables.length; first += together) {
        const workbook = await workbookOf(tables.slice(first, first + together));
        cells += workbook.expectations.flat().length;
        for (const count of workbook.refused.values()) values += count;
        wrong.push(...differences(workbook, await calculate(workbook.sheets)));
      }
      const seconds = (performance.now() - started) / 1000;
      yield `${id} in ${engine}: ${String(cells)} formulas, ${String(wrong.length)} answer otherwise, ${String(values)} calls stay values, ${seconds.toFixed(0)} s`;
      for (const difference of wrong.slice(0, 3))
        yield `  seed ${String(SEED)}: ${JSON.stringify(difference)}`;
    }
  }
}
