import { readFileSync } from "node:fs";
import path from "node:path";
import ExcelJS from "exceljs";
import type { Browser, Frame, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startWorkbench, type RunningWorkbench } from "../../workbench/serve";
import { launchBrowser } from "../setup/browser";

const root = path.join(import.meta.dirname, "..", "..");
let running: RunningWorkbench;
let browser: Browser;
let page: Page;
let pane: Frame;
let copy: Buffer;

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
  await pane.getByRole("tab", { name: "共享" }).click();
  await pane.getByRole("button", { name: "生成副本" }).click();
  await pane.getByText("副本已生成").waitFor();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    pane.getByRole("button", { name: "保存" }).click(),
  ]);
  copy = readFileSync(await download.path());
}, 300_000);

afterAll(async () => {
  await browser.close();
  await running.close();
});

describe("HR shares the sample from the pane", () => {
  it("and the file holds no pay, no formula of the add-in, and says what it is", async () => {
    const workbook = new ExcelJS.Workbook();
    // exceljs declares a Buffer of its own making.
    await workbook.xlsx.load(copy as unknown as ExcelJS.Buffer);
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
    const other = await browser.newPage();
    await other.goto(`${running.address}?add-in=off`);
    await other.getByTestId("status").filter({ hasText: "已打开" }).waitFor();
    await other.getByTestId("file").setInputFiles({
      name: "副本.xlsx",
      mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      buffer: copy,
    });
    await other.getByTestId("file-name").filter({ hasText: "副本.xlsx" }).waitFor();
    await other.getByTestId("status").filter({ hasText: "已打开" }).waitFor();
    await other.evaluate(() => window.workbench.whenIdle());
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

  it("and opens it in a tab of its own", async () => {
    const [tab] = await Promise.all([
      page.context().waitForEvent("page"),
      pane.getByRole("button", { name: "打开" }).click(),
    ]);
    await tab.getByTestId("file-name").filter({ hasText: "新工作簿.xlsx" }).waitFor();
    await tab.close();
  });
});
