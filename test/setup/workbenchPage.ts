import { readFileSync } from "node:fs";
import path from "node:path";
import type { Frame, Page } from "playwright-core";
import { startWorkbench } from "../../workbench/serve";
import { launchBrowser } from "./browser";

const ROOT = path.join(import.meta.dirname, "..", "..");
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** The workbench in a browser of its own. */
export interface WorkbenchPage {
  /** One for all tests of a file, in their order: loading the grid takes seconds. */
  readonly page: Page;
  /** "http://localhost:3100/" */
  readonly address: string;
  close(): Promise<void>;
}

/** Opens the workbench on a file; on the sample where none is named. `prepare` sees the page before it loads anything. */
export async function startWorkbenchPage(
  file?: string,
  prepare: (page: Page) => Promise<void> = () => Promise.resolve(),
): Promise<WorkbenchPage> {
  const [running, browser] = await Promise.all([
    startWorkbench({ root: ROOT, port: 0, ...(file !== undefined && { file }) }),
    launchBrowser(),
  ]);
  // In a narrower window the grid's editor covers the cells that are typed into, and loses keys.
  const context = await browser.newContext({ viewport: { width: 1366, height: 820 } });
  const page = await context.newPage();
  // On a busy machine a page may take longer than the usual half minute.
  page.setDefaultTimeout(60_000);
  await prepare(page);
  await page.goto(running.address);
  return {
    page,
    address: running.address,
    close: async () => {
      await browser.close();
      await running.close();
    },
  };
}

/** Waits until the workbook is open and calculated. */
export async function whenOpened(page: Page): Promise<void> {
  await page.getByTestId("status").filter({ hasText: "已打开" }).waitFor();
  await page.evaluate(() => window.workbench.whenIdle());
}

/** The add-in's pane beside the grid, once the workbook is open and the pane ready. */
export async function openedPane(page: Page): Promise<Frame> {
  await whenOpened(page);
  await page.frameLocator("#add-in").getByRole("button", { name: "校验当月" }).waitFor();
  const frame = await (await page.$("#add-in"))?.contentFrame();
  if (frame === null || frame === undefined) throw new Error("There is no pane");
  return frame;
}

/** The workbench with the pane beside its grid. */
export interface WorkbenchWithPane extends WorkbenchPage {
  readonly pane: Frame;
}

/** Opens the workbench with its pane on a file; on the sample where none is named. */
export async function startWithPane(file?: string): Promise<WorkbenchWithPane> {
  const workbench = await startWorkbenchPage(file);
  return { ...workbench, pane: await openedPane(workbench.page) };
}

/** What a cell shows. */
export function readCell(page: Page, reference: string): Promise<unknown> {
  return page.evaluate((cell) => window.workbench.readCell(cell), reference);
}

/** Waits until cells show these values, however long the calculation takes. */
export async function cellsBecome(
  page: Page,
  wanted: Readonly<Record<string, unknown>>,
): Promise<void> {
  await page.waitForFunction(
    (all) => all.every(([cell, value]) => window.workbench.readCell(cell) === value),
    Object.entries(wanted),
  );
}

/** Opens a file in the place of the workbook that is open. */
export async function openFile(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  const file = { name, mimeType: XLSX, buffer: Buffer.from(bytes) };
  await page.getByTestId("file").setInputFiles(file);
  await page.getByTestId("file-name").filter({ hasText: name }).waitFor();
  await whenOpened(page);
}

/** Bytes of the workbook as the workbench saves it. */
export async function savedFile(page: Page): Promise<Uint8Array> {
  const [saved] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "保存", exact: true }).click(),
  ]);
  return new Uint8Array(readFileSync(await saved.path()));
}

/** Types a formula into a cell key by key, as HR does; the cell's value once everything is calculated. */
export async function typeFormula(
  page: Page,
  reference: string,
  formula: string,
): Promise<unknown> {
  await page.evaluate((cell) => window.workbench.select(cell), reference);
  await page.keyboard.type(formula, { delay: 15 });
  await page.evaluate(() => window.workbench.whenTyped());
  await page.keyboard.press("Enter");
  await page.evaluate(() => window.workbench.whenIdle());
  return readCell(page, reference);
}
