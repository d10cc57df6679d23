import { readFileSync } from "node:fs";
import path from "node:path";
import type Axe from "axe-core";
import ExcelJS from "exceljs";
import type { Browser, Frame, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startWorkbench, type RunningWorkbench } from "../../workbench/serve";
import { launchBrowser } from "../setup/browser";
import { CALL, formulasOf } from "../sharing/reading";
import { startPaneBench, type PaneBench } from "./pane/openPane";

const root = path.join(import.meta.dirname, "..", "..");
const SAMPLE = path.join(root, "workbench/sample/sample.xlsx");
const AXE = readFileSync(path.resolve("node_modules/axe-core/axe.min.js"), "utf8");
const SHOTS = process.env["SHARE_SHOTS"];

async function axeProblems(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    // The script that was run above has put axe on the page.
    const { violations } = await (globalThis as unknown as { axe: typeof Axe }).axe.run();
    return violations.map(({ id, nodes }) => `${id} ${nodes.map(({ html }) => html).join(" ")}`);
  });
}

const shot = async (page: Page, name: string): Promise<void> => {
  if (SHOTS !== undefined)
    await page.screenshot({ path: path.join(SHOTS, `${name}.png`), fullPage: true });
};

const fits = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);

describe("HR shares the sample from the pane", () => {
  let running: RunningWorkbench;
  let browser: Browser;
  let page: Page;
  let pane: Frame;
  let values: Buffer;
  let formulas: Buffer;

  async function copyMade(): Promise<Buffer> {
    await pane.getByRole("button", { name: "生成副本" }).click();
    await pane.getByText("副本已生成").waitFor();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      pane.getByRole("button", { name: "保存", exact: true }).click(),
    ]);
    return readFileSync(await download.path());
  }

  /** A workbench whose functions nobody has installed, with the copy in it. */
  async function openedWithoutAddIn(buffer: Buffer): Promise<Page> {
    const other = await browser.newPage();
    await other.goto(`${running.address}?add-in=off`);
    await other.getByTestId("status").filter({ hasText: "已打开" }).waitFor();
    await other.getByTestId("file").setInputFiles({
      name: "副本.xlsx",
      mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      buffer,
    });
    await other.getByTestId("file-name").filter({ hasText: "副本.xlsx" }).waitFor();
    await other.getByTestId("status").filter({ hasText: "已打开" }).waitFor();
    await other.evaluate(() => window.workbench.whenIdle());
    return other;
  }

  beforeAll(async () => {
    running = await startWorkbench({ root, port: 0 });
    browser = await launchBrowser();
    page = await browser.newPage({ viewport: { width: 1366, height: 820 } });
    await page.goto(running.address);
    await page.getByTestId("status").filter({ hasText: "已打开" }).waitFor();
    await page.evaluate(() => window.workbench.whenIdle());
    const inside = page.frameLocator("#add-in");
    await inside.getByRole("button", { name: "校验当月" }).click();
    await inside.locator("[data-finding]").first().waitFor();
    await inside.getByRole("button", { name: "高亮", exact: true }).click();
    await inside.getByText(/已高亮 \d+ 个单元格/u).waitFor();
    const frame = await (await page.$("#add-in"))?.contentFrame();
    if (frame === null || frame === undefined) throw new Error("There is no pane");
    pane = frame;
    // The quiet line after validating leads to the page.
    await pane.getByTestId("colleagues").getByRole("button", { name: "共享" }).click();
    values = await copyMade();
    await pane.getByRole("radio", { name: "改写为普通公式" }).check();
    await pane.getByText("下列公式只能转为数值").waitFor();
    formulas = await copyMade();
  }, 300_000);

  afterAll(async () => {
    await browser.close();
    await running.close();
  });

  it("and the file holds no pay, no formula of the add-in, and says what it is", async () => {
    const workbook = new ExcelJS.Workbook();
    // exceljs declares a Buffer of its own making.
    await workbook.xlsx.load(values as unknown as ExcelJS.Buffer);
    expect(workbook.worksheets.map(({ name }) => name)).toEqual([
      "说明 (2)",
      "成绩",
      "汇总",
      "说明",
    ]);
    const cover = workbook.getWorksheet("说明 (2)");
    expect(cover?.getCell("A1").value).toBe("这份副本的说明");
    const ledger = workbook.getWorksheet("成绩");
    expect(ledger?.getCell("K3").value).toBe("已略去 5");
    expect(ledger?.getCell("M4").value).toBeNull();
    expect(workbook.getWorksheet("汇总")?.getCell("S2").value).toBe("成绩达标：储备主管");
  });

  it("and a manager without the add-in sees values, highlights and the cover", async () => {
    const other = await openedWithoutAddIn(values);
    const read = (cell: string): Promise<unknown> =>
      other.evaluate((reference) => window.workbench.readCell(reference), cell);
    expect(await read("汇总!S2")).toBe("成绩达标：储备主管");
    expect(await read("说明 (2)!A1")).toBe("这份副本的说明");
    const highlights = await other.evaluate(() =>
      window.workbench.host.workbook
        .sheets()
        .flatMap((sheet) => sheet.conditionalFormats().map(({ formula }) => formula)),
    );
    expect(highlights.some((formula) => formula.includes("CS.candidate"))).toBe(true);
    expect(await other.getByTestId("validate").isVisible()).toBe(false);
    await other.close();
  });

  it("and as plain formulas the copy calculates on without the add-in, to the same values", async () => {
    expect(formulasOf(formulas).filter((formula) => CALL.test(formula))).toEqual([]);
    const other = await openedWithoutAddIn(formulas);
    const cells = await other.evaluate(() =>
      window.workbench.host.workbook.sheets().flatMap((sheet) => {
        const used = sheet.usedArea(true);
        if (!used) return [];
        const found: { at: string; formula: string; value: unknown }[] = [];
        for (let row = used.row; row < used.row + used.rows; row += 1)
          for (let column = used.column; column < used.column + used.columns; column += 1) {
            const formula = sheet.formula(row, column);
            if (formula?.includes("制度参数") === true)
              found.push({
                at: `${sheet.name} ${row} ${column}`,
                formula,
                value: sheet.value(row, column),
              });
          }
        return found;
      }),
    );
    const stored = new ExcelJS.Workbook();
    // exceljs declares a Buffer of its own making.
    await stored.xlsx.load(formulas as unknown as ExcelJS.Buffer);
    expect(cells.length).toBeGreaterThan(10);
    for (const { at, value } of cells) {
      const [sheet = "", row, column] = at.split(" ");
      const { result } =
        stored.getWorksheet(sheet)?.getCell(Number(row) + 1, Number(column) + 1) ?? {};
      expect(value, at).toEqual(result);
    }
    await other.close();
  });

  it("and opens it in a tab of its own", async () => {
    const [tab] = await Promise.all([
      page.context().waitForEvent("page"),
      pane.getByRole("button", { name: "打开" }).click(),
    ]);
    await tab.getByTestId("file-name").filter({ hasText: "新工作簿.xlsx" }).waitFor();
    await tab.close();
  });
});

describe("the page 共享", () => {
  let bench: PaneBench;
  const file = readFileSync(SAMPLE).toString("base64");
  const sheets = [{ name: "成绩", cells: [["姓名"]] }];
  beforeAll(async () => {
    bench = await startPaneBench(process.env["PANE_DIST"]);
  });
  afterAll(() => bench.close());

  it("by keyboard, at 320 px, with what is to be told before", async () => {
    const page = await bench.open({ sheets, file, width: 320 });
    await page.getByRole("tab", { name: "共享", exact: true }).click();
    const make = page.getByRole("button", { name: "生成副本", exact: true });
    await page.getByText(/个公式调用加载项/u).waitFor();
    await page.getByText("选择内容、工作表和姓名").click();
    expect([await axeProblems(page), await fits(page)]).toEqual([[], true]);
    await shot(page, "zh-320");
    await page.getByRole("radio", { name: "转为数值" }).focus();
    await page.keyboard.press("ArrowDown");
    await page.getByText("下列公式只能转为数值").waitFor();
    await make.focus();
    await page.keyboard.press("Enter");
    await page.getByText("副本已生成").waitFor();
    expect([await axeProblems(page), await fits(page)]).toEqual([[], true]);
    await shot(page, "zh-320-made");
    await page.close();
  });

  it("in English, in the dark, and where Excel hands over no file", async () => {
    const dark = { colorScheme: "dark", options: { locale: "en-US", theme: "dark" } } as const;
    const page = await bench.open({ sheets, file, ...dark });
    await page.getByRole("tab", { name: "Share", exact: true }).click();
    await page.getByText(/formulas call the add-in/u).waitFor();
    await page.getByText("Choose contents, sheets and names").click();
    await page.getByRole("radio", { name: "Make them plain formulas" }).check();
    await page.getByText("These can only become values").waitFor();
    await page.getByRole("button", { name: "Make a copy", exact: true }).click();
    await page.getByText("The copy is ready").waitFor();
    expect(await axeProblems(page)).toEqual([]);
    await shot(page, "en-dark-350");
    await page.close();
    const none = await bench.open({ sheets, ...dark });
    await none.getByRole("tab", { name: "Share", exact: true }).click();
    await none.getByText("Excel did not hand over the workbook as a file.").waitFor();
    await none.close();
  });

  it.each([
    ["zh-CN", "dark", "共享", /个公式调用加载项/u, "选择内容、工作表和姓名"],
    ["en-US", "light", "Share", /formulas call the add-in/u, "Choose contents, sheets and names"],
  ] as const)("in %s, %s, at 320 px", async (locale, colorScheme, tab, told, choices) => {
    const options = { locale, theme: colorScheme };
    const page = await bench.open({ sheets, file, width: 320, colorScheme, options });
    await page.getByRole("tab", { name: tab, exact: true }).click();
    await page.getByText(told).waitFor();
    await page.getByText(choices).click();
    expect([await axeProblems(page), await fits(page)]).toEqual([[], true]);
    await shot(page, `${locale}-${colorScheme}-320`);
    await page.close();
  });
});
