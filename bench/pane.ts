import path from "node:path";
import type { CDPSession, Page } from "playwright-core";
import { buildHostScript } from "../test/browser/pane/hostScript";
import { startPaneBench } from "../test/browser/pane/openPane";
import { buildAddIn } from "../workbench/build";
import { ledger } from "./ledger";

const ROOT = path.join(import.meta.dirname, "..");
const PEOPLE = 2_000;
const MONTHS = 24;
/** A task that takes longer is noticed by whoever types or scrolls, in milliseconds. */
const NOTICED = 50;
/** Milliseconds between two keys or turns of the wheel, and for what follows the last of them. */
const BETWEEN = 60;
const AFTER = 800;

/** An event of Chromium's tracing; times in microseconds, `tdur` of the thread without what others took of the processor. */
interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

/** How long each task of the page's main thread took the processor while something was done, in milliseconds. */
async function tasksWhile(session: CDPSession, act: () => Promise<void>): Promise<number[]> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: unknown[] }): void => {
    // The protocol's own types leave the events open.
    events.push(...(value as TraceEvent[]));
  };
  session.on("Tracing.dataCollected", collect);
  await session.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: { includedCategories: ["toplevel", "__metadata"] },
  });
  await act();
  const complete = new Promise((resolve) => session.once("Tracing.tracingComplete", resolve));
  await session.send("Tracing.end");
  await complete;
  session.off("Tracing.dataCollected", collect);
  const mains = new Set(
    events
      .filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain")
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  return events
    .filter(
      ({ name, ph, pid, tid }) => /RunTask$/.test(name) && ph === "X" && mains.has(`${pid} ${tid}`),
    )
    .map(({ tdur = 0 }) => tdur / 1_000);
}

async function type(page: Page, keys: readonly string[]): Promise<void> {
  await page.getByRole("searchbox").focus();
  for (const key of keys) {
    if (key.length === 1) await page.keyboard.type(key);
    else await page.keyboard.press(key);
    await page.waitForTimeout(BETWEEN);
  }
  await page.waitForTimeout(AFTER);
}

async function wheel(page: Page): Promise<void> {
  await page.mouse.move(150, 400);
  for (let turn = 0; turn < 60; turn += 1) {
    await page.mouse.wheel(0, 600);
    await page.waitForTimeout(BETWEEN / 2);
  }
  await page.waitForTimeout(AFTER);
}

const WHAT: readonly (readonly [what: string, act: (page: Page) => Promise<void>])[] = [
  ["typing", (page) => type(page, [..."员工12 应发 85分", ...Array<string>(13).fill("Backspace")])],
  ["typing what only few rows show", (page) => type(page, [..."k000123"])],
  ["clearing the filter", (page) => type(page, ["Escape"])],
  ["scrolling the findings", wheel],
  [
    "scrolling the people",
    async (page) => {
      await page.locator("#part-people").evaluate((title) => title.scrollIntoView());
      await wheel(page);
    },
  ],
];

/** The page 校验 with 2,000 people: how long the main thread is busy in one go while HR types and scrolls. */
export async function* benchPane(): AsyncGenerator<string> {
  await buildAddIn(ROOT, () => undefined);
  await buildHostScript();
  const bench = await startPaneBench();
  try {
    const sheets = [{ name: "成绩", cells: ledger(PEOPLE * MONTHS, 8) }];
    const page = await bench.open({ sheets });
    await page.getByRole("button", { name: "校验当月", exact: true }).click();
    await page.locator("[data-candidate]").first().waitFor();
    await page.waitForTimeout(AFTER);
    const elements = await page.evaluate(() => document.querySelectorAll("*").length);
    yield `${PEOPLE.toLocaleString("en")} people × ${MONTHS} months: ${elements} elements in the page`;
    const session = await page.context().newCDPSession(page);
    for (const [what, act] of WHAT) {
      const tasks = await tasksWhile(session, () => act(page));
      const long = tasks.filter((took) => took > NOTICED).length;
      const all = tasks.reduce((sum, took) => sum + took, 0);
      yield `  ${what}: ${long} tasks over ${NOTICED} ms (aim 0), longest ${Math.max(...tasks).toFixed(0)} ms, together ${all.toFixed(0)} ms`;
    }
  } finally {
    await bench.close();
  }
}
