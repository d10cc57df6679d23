// Bundled with the checkout that it measures and run in a process of its own: a sheet of 2,000 people × 24 months is
// validated, then the pages 制度, 晋升 and 薪资 are opened one after the other, and at last 共享.
import { bootOfficeGlobally, createExcelHost, createPlainWorkbook } from "../host/node";
import { excelGateway } from "../src/excel";
import { PolicySession } from "../src/tasks";
import { monthOf } from "../src/units";
import { ledger, MONTHS } from "./ledger";

const PEOPLE = 2_000;

/** The pages of a pane, as the checkout that is measured opens them; each is done when everything of it is shown. */
export interface Pages {
  validate(): Promise<void>;
  policy(): Promise<void>;
  promotion(): Promise<void>;
  pay(): Promise<void>;
  /** Opened for what it holds: what it shows is no view of the month. */
  share(): Promise<void>;
  close(): void;
}

type OpenPages = (
  gateway: typeof excelGateway,
  policy: PolicySession,
  today: () => ReturnType<typeof monthOf>,
) => Pages;

/** The pages listen to their window; there is none here. */
function standInWindow(): void {
  const quiet = { addEventListener: () => undefined, removeEventListener: () => undefined };
  Object.assign(globalThis, { window: quiet, document: { documentElement: quiet } });
}

const heap = (): number => {
  globalThis.gc?.();
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
};

async function measure(openPages: OpenPages): Promise<string> {
  standInWindow();
  const workbook = createPlainWorkbook([{ name: "成绩", cells: ledger(PEOPLE * MONTHS, 8) }]);
  const host = createExcelHost({ workbook });
  const office = await bootOfficeGlobally({ host });
  const pages: Pages = openPages(excelGateway, new PolicySession(excelGateway), () =>
    monthOf(2026, 11),
  );
  const before = heap();
  await pages.validate();
  await host.whenIdle();
  host.resetCounters();
  const cpu = process.cpuUsage();
  const started = performance.now();
  await pages.policy();
  await pages.promotion();
  await pages.pay();
  const wall = performance.now() - started;
  const { user, system } = process.cpuUsage(cpu);
  const { requests } = host.counters;
  await pages.share();
  // What Excel was asked and answered is the host's, not the pane's.
  host.resetCounters();
  const held = heap() - before;
  const line = JSON.stringify({ wall, cpu: (user + system) / 1_000, requests, held });
  pages.close();
  office.dispose();
  return line;
}

/** Prints what opening the pages took; the checkout says how it opens them. */
export async function printMeasured(openPages: OpenPages): Promise<void> {
  console.log(await measure(openPages));
  process.exit(0);
}
