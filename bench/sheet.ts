import { bootOfficeGlobally, createExcelHost, createPlainWorkbook } from "../host/node";
import type { ExcelHost } from "../host/node";
import { excelGateway } from "../src/excel";
import { builtInWorkbookPolicy, reportOf, validateSheet } from "../src/tasks";
import { monthOf } from "../src/units";
import { watchBlocks } from "./blocks";
import { LEVELS, ledger, monthName, MONTHS, type Sheet } from "./ledger";
import { PeakMemory } from "./memory";

const TODAY = monthOf(2026, 11);
/** One row a person, one column a month, for forty years and more. */
function wide(people: number, columns: number): Sheet {
  const months = columns - 3;
  const cells: Sheet = [
    [
      "工号",
      "姓名",
      "级别",
      ...Array.from({ length: months }, (_, at) => monthName(at - months + MONTHS)),
    ],
  ];
  for (let person = 0; person < people; person += 1)
    cells.push([
      `K${person}`,
      `员工${person}`,
      LEVELS[person % LEVELS.length],
      ...Array.from({ length: months }, (_, at) => 62 + ((person * 7 + at * 13) % 38)),
    ]);
  return cells;
}

const ms = (value: number): string => `${Math.round(value).toLocaleString("en")} ms`;
const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`;

/** The values alone, as the gateway reads them. */
async function readAlone(): Promise<number> {
  const [sheet] = await excelGateway.listSheets();
  if (sheet === undefined) throw new Error("The workbook has no sheet");
  const started = performance.now();
  await excelGateway.readSheet(sheet);
  return performance.now() - started;
}

async function validate(host: ExcelHost, rows: number, title: string): Promise<string> {
  host.resetCounters();
  let found = "";
  const memory = new PeakMemory();
  const blocks = await watchBlocks(Excel.RequestContext, async () => {
    const result = await validateSheet({
      gateway: excelGateway,
      policy: builtInWorkbookPolicy(),
      today: TODAY,
      sheetId: null,
      month: null,
      onProgress: () => memory.sample(),
    });
    if (result.kind !== "month") throw new Error(`Not validated: ${result.kind}`);
    const { people, findings } = result.report;
    found = `${people.length} people, ${findings.length} findings`;
  });
  const { took: total, longest, longestWithoutCollection: longestWithoutCollection } = blocks;
  const { requests, largestRequest, largestResponse } = host.counters;
  // Afterwards: what it leaves to be cleared away would be cleared away while the month is validated.
  const aloneMs = await readAlone();
  return [
    `${title} (${found}): ${ms(total)}, ${((total / rows) * 1000).toFixed(1)} µs a row`,
    `  values alone ${ms(aloneMs)}, ratio ${(total / aloneMs).toFixed(1)} (aim ≤ 1.5)`,
    `  ${requests} requests, largest ${megabytes(largestRequest)}, largest answer ${megabytes(largestResponse)}`,
    `  longest block ${longest.toFixed(0)} ms, ${longestWithoutCollection.toFixed(0)} without the garbage collector (aim ≤ 50); memory at its peak ${megabytes(memory.peak)} more than before`,
  ].join("\n");
}

async function measure(title: string, rows: number, make: () => Sheet): Promise<string> {
  const host = createExcelHost({
    workbook: createPlainWorkbook([{ name: "成绩", cells: make() }]),
  });
  const office = await bootOfficeGlobally({ host });
  try {
    return await validate(host, rows, title);
  } finally {
    office.dispose();
    host.dispose();
  }
}

const EDITS = 20;

/** What following an edit takes on 2,000 people × 24 months: from the event to the new report. */
async function follow(): Promise<string> {
  const rows = 2_000 * MONTHS;
  const workbook = createPlainWorkbook([{ name: "成绩", cells: ledger(rows, 8) }]);
  const host = createExcelHost({ workbook });
  const office = await bootOfficeGlobally({ host });
  try {
    const result = await validateSheet({
      gateway: excelGateway,
      policy: builtInWorkbookPolicy(),
      today: TODAY,
      sheetId: null,
      month: null,
    });
    if (result.kind !== "month" || result.live === null) throw new Error("Not followed");
    // As the pane does, once it shows the month.
    const from = result.opened.judged.input;
    await result.live.warmUp(from);
    const took: number[] = [];
    let longest = 0;
    for (let edit = 0; edit < EDITS; edit += 1) {
      const area = { row: 1 + edit * 997, column: 4, rows: 1, columns: 1 };
      workbook.activeSheet().write(area.row, area.column, [[{ value: 50 + edit }]]);
      const { live } = result;
      const blocks = await watchBlocks(Excel.RequestContext, async () => {
        const followed = await live.follow([area], from, excelGateway);
        if (followed === null) throw new Error("Read as a whole");
        await reportOf({ ...result.opened, judged: followed.judged });
      });
      took.push(blocks.took);
      longest = Math.max(longest, blocks.longest);
    }
    took.sort((a, b) => a - b);
    return [
      `Following an edit of 2,000 people × ${MONTHS} months: median ${ms(took[EDITS / 2] ?? 0)}, slowest ${ms(took.at(-1) ?? 0)} (aim ≤ 100)`,
      `  longest block ${longest.toFixed(0)} ms (aim ≤ 50)`,
    ].join("\n");
  } finally {
    office.dispose();
    host.dispose();
  }
}

/** Sheets up to Excel's own limit: time, requests, blocks and memory, over a plain cell store. */
export async function* benchSheet(): AsyncGenerator<string> {
  const long = (rows: number): Promise<string> =>
    measure(`Validating ${rows.toLocaleString("en")} long rows × 8`, rows, () => ledger(rows, 8));
  yield follow();
  yield long(10_000);
  yield long(100_000);
  yield measure("Validating 100,000 long rows × 20", 100_000, () => ledger(100_000, 20));
  yield measure("Validating 2,000 wide rows × 500", 2_000, () => wide(2_000, 500));
  // Last: what it leaves in memory would have to be cleared away while others are measured.
  yield long(1_000_000);
}
