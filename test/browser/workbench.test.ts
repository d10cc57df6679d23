import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type axe from "axe-core";
import type { Browser, Page } from "playwright-core";
import XLSX from "xlsx";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { startWorkbench, type RunningWorkbench } from "../../workbench/serve";
import { launchBrowser } from "../setup/browser";
import { partsOf, richBook } from "../workbench/fixture";

declare global {
  interface Window {
    axe: typeof axe;
  }
}

const root = path.join(import.meta.dirname, "..", "..");

let folder: string;
let workbookFile: string;
let workbookBytes: Uint8Array;
let running: RunningWorkbench;
let browser: Browser;
/** One for all tests, in their order: loading the grid takes seconds. */
let page: Page;
/** What must never happen: errors, and requests to other hosts. */
const faults: string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "workbench-"));
  workbookFile = path.join(folder, "成绩.xlsx");
  workbookBytes = await richBook();
  writeFileSync(workbookFile, workbookBytes);
  running = await startWorkbench({ root, file: workbookFile, port: 0 });
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`error: ${error.message}`));
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(running.address) && !/^(data|blob):/.test(url)) faults.push(url);
  });
  await page.goto(running.address);
  await page.getByTestId("status").filter({ hasText: "已打开" }).waitFor();
  await whenIdle();
});

afterAll(async () => {
  await browser.close();
  await running.close();
  rmSync(folder, { recursive: true });
});

afterEach(() => {
  expect(faults.splice(0)).toEqual([]);
});

const whenIdle = (): Promise<void> => page.evaluate(() => window.workbench.whenIdle());
const readCell = (reference: string): Promise<string | number | boolean | null> =>
  page.evaluate((cell) => window.workbench.readCell(cell), reference);
const select = (reference: string): Promise<void> =>
  page.evaluate((cells) => window.workbench.select(cells), reference);

async function typeInto(reference: string, text: string): Promise<void> {
  await select(reference);
  await page.keyboard.type(text, { delay: 20 });
  await page.evaluate(() => window.workbench.whenTyped());
  await page.keyboard.press("Enter");
}

async function download(): Promise<Uint8Array> {
  const [saved] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "保存" }).click(),
  ]);
  expect(saved.suggestedFilename()).toMatch(/\.xlsx$/);
  return new Uint8Array(readFileSync(await saved.path()));
}

/** A table of scores in another format than .xlsx. */
function inFormat(bookType: XLSX.BookType): Uint8Array | string {
  const book = XLSX.utils.book_new();
  const rows = [
    ["姓名", "月份", "绩效分数"],
    ["林晓", "2026-03", 85],
  ];
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows), "成绩");
  const asText = bookType === "csv" || bookType === "html" || bookType === "xlml";
  return asText
    ? (XLSX.write(book, { bookType, type: "string" }) as string)
    : new Uint8Array(XLSX.write(book, { bookType, type: "buffer" }) as Buffer);
}

async function openBytes(bytes: Uint8Array, name: string): Promise<void> {
  await page.getByTestId("file").setInputFiles({
    name,
    mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    buffer: Buffer.from(bytes),
  });
  await page.getByTestId("file-name").filter({ hasText: name }).waitFor();
  await whenIdle();
}

describe("the workbench", () => {
  it("opens the given file in the grid, with the add-in's pane beside it", async () => {
    expect(await page.title()).toBe("成绩.xlsx · 工作台");
    expect(await readCell("成绩!D2")).toBe(175);
    const pane = await page.getByTestId("pane").boundingBox();
    expect(pane?.width).toBe(350);
    const validate = page.frameLocator("#add-in").getByRole("button", { name: "校验当月" });
    await validate.waitFor();
    expect(await page.getByTestId("message").isVisible()).toBe(false);
  });

  it("calculates a formula typed with the keyboard by the add-in: first #BUSY!, then the answer", async () => {
    await page.evaluate(() => {
      const seen: unknown[] = [];
      Object.assign(window, { seen });
      const watch = setInterval(() => {
        const value = window.workbench.readCell("成绩!H2");
        if (value !== seen.at(-1)) seen.push(value);
        if (typeof value === "number") clearInterval(watch);
      }, 1);
    });
    await typeInto("成绩!H2", "=CS.COMMISSION(40000)");
    await page.waitForFunction(() => window.workbench.readCell("成绩!H2") === 400);
    expect(await page.evaluate("window.seen")).toEqual([null, "#BUSY!", 400]);
    await typeInto("成绩!H3", "=SUM(B2:C2)+H2");
    await whenIdle();
    expect(await readCell("成绩!H3")).toBe(575);
    // Row 4 is hidden.
    expect(await page.evaluate(() => window.workbench.selection())).toBe("成绩!H5");
  });

  it("names the add-in's functions while a formula is typed, in the pane's language", async () => {
    await select("成绩!H2");
    await page.keyboard.type("=CS.COMM", { delay: 20 });
    const functions = JSON.parse(
      readFileSync(path.join(root, "dist", "functions.zh-CN.json"), "utf8"),
    ) as { functions: { name: string; description: string }[] };
    const description = functions.functions.find(({ name }) => name === "COMMISSION")?.description;
    expect(description).toMatch(/\p{Script=Han}/u);
    await page
      .getByText(description ?? "", { exact: false })
      .first()
      .waitFor();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
  });

  it("tells what the add-in says about an error", async () => {
    await typeInto("成绩!H2", '=CS.BASEPAY("经理")');
    await page.waitForFunction(() => window.workbench.readCell("成绩!H2") === "#N/A");
    const said = await page.evaluate(() => window.workbench.errorMessage("成绩!H2"));
    expect(said).toMatch(/\p{Script=Han}/u);
  });

  it("opens a file that is dropped on it", async () => {
    const data = await page.evaluateHandle(
      (bytes) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([new Uint8Array(bytes)], "拖入.xlsx"));
        return transfer;
      },
      [...workbookBytes],
    );
    await page.dispatchEvent("#grid", "drop", { dataTransfer: data });
    await page.getByTestId("file-name").filter({ hasText: "拖入.xlsx" }).waitFor();
    await whenIdle();
    expect(await readCell("成绩!D2")).toBe(175);
  });

  // What systems of HR departments export under the name of a workbook, and what each is told.
  it.each<[string, () => Uint8Array | string, string]>([
    [
      "成绩.xls",
      () => inFormat("biff8"),
      "这是旧的 .xls 格式。 请在 Excel 中另存为 .xlsx 后再试。",
    ],
    [
      "成绩.xlsb",
      () => inFormat("xlsb"),
      "这是二进制的 .xlsb 格式。 请在 Excel 中另存为 .xlsx 后再试。",
    ],
    [
      "成绩.csv",
      () => inFormat("csv"),
      "这是文本文件（如 .csv），不是 Excel 工作簿。 请用 Excel 打开，核对工号和日期后另存为 .xlsx 再试。",
    ],
    [
      "成绩.ods",
      () => inFormat("ods"),
      "这是 OpenDocument 格式（.ods 等），不是 Excel 工作簿。 请用 Excel、WPS 或 LibreOffice 打开，另存为 .xlsx 后再试。",
    ],
    [
      "网页.xls",
      () => inFormat("html"),
      "这是网页格式（HTML），不是 Excel 工作簿；不少系统导出的“.xls”其实是网页。 请用 Excel 打开，另存为 .xlsx 后再试。",
    ],
    [
      "二〇〇三.xls",
      () => inFormat("xlml"),
      "这是 Excel 2003 的 XML 表格，不是 .xlsx。 请用 Excel 打开，另存为 .xlsx 后再试。",
    ],
    [
      "半份.xlsx",
      () => workbookBytes.slice(0, workbookBytes.length / 2),
      "文件不完整，可能下载或复制中断。 请重新下载或复制原文件后再试。",
    ],
  ])("says what %s is and what to do next, and keeps the open workbook", async (name, of, said) => {
    await page.getByTestId("file").setInputFiles({
      name,
      mimeType: "application/octet-stream",
      buffer: Buffer.from(of()),
    });
    await page.getByTestId("message").filter({ hasText: said }).waitFor();
    expect(await page.getByTestId("message").textContent()).toBe(said);
    expect(await page.getByTestId("file-name").textContent()).toBe("拖入.xlsx");
    expect(await readCell("成绩!D2")).toBe(175);
  });

  it("saves what was typed, keeps the rest byte for byte, and opens it again", async () => {
    await typeInto("成绩!H2", "=CS.COMMISSION(40000)");
    await page.waitForFunction(() => window.workbench.readCell("成绩!H2") === 400);
    const saved = await download();
    await page.getByTestId("status").filter({ hasText: "已保存" }).waitFor();
    const before = partsOf(workbookBytes);
    const after = partsOf(saved);
    const changed = Object.keys(after).filter((part) => after[part] !== before[part]);
    expect(changed.sort()).toEqual([
      "[Content_Types].xml",
      "xl/_rels/workbook.xml.rels",
      "xl/metadata.xml",
      "xl/worksheets/sheet1.xml",
    ]);
    expect(after["xl/worksheets/sheet1.xml"]).toContain(
      '<c r="H2" cm="1"><f t="array" ref="H2">_xldudf_CS_COMMISSION(40000)</f><v>400</v></c>',
    );
    await openBytes(saved, "再开.xlsx");
    expect(await page.evaluate(() => window.workbench.readFormula("成绩!H2"))).toBe(
      "=CS.COMMISSION(40000)",
    );
    await page.waitForFunction(() => window.workbench.readCell("成绩!H2") === 400);
  });

  it("has nothing that axe objects to in its own parts", async () => {
    await page.addScriptTag({ path: path.join(root, "node_modules", "axe-core", "axe.min.js") });
    // Univer's grid is not ours; the pane has tests of its own.
    const violations = await page.evaluate(async () => {
      const context = { include: ["body"], exclude: ["#grid", "#add-in", "section[aria-live]"] };
      const found = await window.axe.run(context, { iframes: false });
      return found.violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)]);
    });
    expect(violations).toEqual([]);
  });

  it("runs the add-in's commands from the ribbon", async () => {
    await page.getByRole("toolbar").getByRole("button", { name: "校验当月" }).click();
    const findings = page.frameLocator("#add-in").locator("[data-finding]");
    await findings.first().waitFor();
    expect(await findings.count()).toBeGreaterThan(0);
  });

  it("shows and hides the pane, changes its width and its language", async () => {
    const toggle = page.getByRole("button", { name: "任务窗格" });
    await toggle.click();
    await page.getByTestId("pane").waitFor({ state: "hidden" });
    expect(await toggle.getAttribute("aria-pressed")).toBe("false");
    await toggle.click();
    await page.getByTestId("pane").waitFor();
    await page.getByLabel("窗格宽度").selectOption("320");
    expect((await page.getByTestId("pane").boundingBox())?.width).toBe(320);
    await typeInto("成绩!H2", "=CS.COMMISSION(40000)");
    await page.waitForFunction(() => window.workbench.readCell("成绩!H2") === 400);
    await page.getByLabel("窗格语言").selectOption("en-US");
    await page.frameLocator("#add-in").getByRole("button", { name: "Validate month" }).waitFor();
    await whenIdle();
    expect(await readCell("成绩!H2")).toBe(400);
  });
});
