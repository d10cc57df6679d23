import { readFileSync } from "node:fs";
import path from "node:path";
import ExcelJS from "exceljs";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { Frame, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeProblems } from "../setup/axe";
import {
  openFile,
  startWithPane,
  whenOpened,
  type WorkbenchWithPane,
} from "../setup/workbenchPage";
import { CALL, formulasOf } from "../sharing/reading";
import { fitsWidth, screenshot } from "./pane/screenshot";
import { startPaneBench, type PaneBench } from "./pane/openPane";

const SAMPLE = path.join(import.meta.dirname, "../../workbench/sample/sample.xlsx");
const SHOTS = process.env["SHARE_SHOTS"];

describe("HR shares the sample from the pane", () => {
  let workbench: WorkbenchWithPane;
  let page: Page;
  let pane: Frame;
  /** Where the add-in's functions are not installed. */
  let manager: Page;
  let values: Buffer;
  let formulas: Buffer;

  async function copyMade(): Promise<Buffer> {
    await pane.getByRole("button", { name: "生成副本" }).click();
    await pane.getByText("副本已生成").waitFor();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      pane.getByRole("button", { name: "保存", exact: true }).click(),
    ]);
    // After the workbook, the word and the day.
    expect(download.suggestedFilename()).toMatch(/^(?:.+-)?副本-\d{4}-\d{2}-\d{2}\.xlsx$/u);
    return readFileSync(await download.path());
  }

  beforeAll(async () => {
    workbench = await startWithPane();
    ({ page, pane } = workbench);
    await pane.getByRole("button", { name: "校验当月" }).click();
    await pane.locator("[data-finding]").first().waitFor();
    await pane.getByRole("button", { name: "高亮", exact: true }).click();
    await pane.getByText(/已高亮 \d+ 个单元格/u).waitFor();
    // The quiet line after validating leads to the page.
    await pane.getByTestId("colleagues").getByRole("button", { name: "共享" }).click();
    values = await copyMade();
    await pane.getByRole("radio", { name: "改写为普通公式" }).check();
    await pane.getByText("下列公式只能转为数值").waitFor();
    formulas = await copyMade();
    manager = await page.context().newPage();
    await manager.goto(`${workbench.address}?add-in=off`);
    await whenOpened(manager);
  }, 300_000);

  afterAll(() => workbench.close());

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
    await openFile(manager, "数值.xlsx", values);
    const read = (cell: string): Promise<unknown> =>
      manager.evaluate((reference) => window.workbench.readCell(reference), cell);
    expect(await read("汇总!S2")).toBe("成绩达标：储备主管");
    expect(await read("说明 (2)!A1")).toBe("这份副本的说明");
    const highlights = await manager.evaluate(() =>
      window.workbench.host.workbook
        .sheets()
        .flatMap((sheet) => sheet.conditionalFormats().map(({ formula }) => formula)),
    );
    expect(highlights.some((formula) => formula.includes("CS.candidate"))).toBe(true);
    expect(await manager.getByTestId("validate").isVisible()).toBe(false);
  });

  it("and as plain formulas the copy calculates on without the add-in, to the same values", async () => {
    expect(formulasOf(formulas).filter((formula) => CALL.test(formula))).toEqual([]);
    await openFile(manager, "公式.xlsx", formulas);
    const cells = await manager.evaluate(() =>
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
    await page.getByText("副本不含：绩效复核与预警、投诉、离岗与罚款、薪资金额").waitFor();
    await page.getByText("选择内容、工作表和姓名").click();
    expect([await axeProblems(page), await fitsWidth(page)]).toEqual([[], true]);
    await screenshot(page, SHOTS, "zh-320");
    await page.getByRole("radio", { name: "转为数值" }).focus();
    await page.keyboard.press("ArrowDown");
    await page.getByText("下列公式只能转为数值").waitFor();
    await make.focus();
    await page.keyboard.press("Enter");
    await page.getByText("副本已生成").waitFor();
    expect([await axeProblems(page), await fitsWidth(page)]).toEqual([[], true]);
    await screenshot(page, SHOTS, "zh-320-made");
    await page.close();
  });

  it("asks which of two values a copy shows before it makes one that would disagree with itself", async () => {
    const parts = unzipSync(readFileSync(SAMPLE));
    const first = "xl/worksheets/sheet1.xml";
    // Somebody has changed what is stored beside a call, as programs do that lose the policy.
    const changed = strFromU8(parts[first] ?? new Uint8Array()).replace(
      /(<f>_xldudf_CS_COMMISSION[^<]*<\/f>)/u,
      "$1<v>99999</v>",
    );
    const other = Buffer.from(zipSync({ ...parts, [first]: strToU8(changed) })).toString("base64");
    const page = await bench.open({ sheets, file: other, width: 350 });
    await page.getByRole("tab", { name: "共享", exact: true }).click();
    await page.getByText(/个公式调用加载项/u).waitFor();
    await page.getByRole("radio", { name: "改写为普通公式" }).click();
    await page.getByText("1 个单元格存着的值与公式的结果不同").waitFor();
    await page.getByText(/存着 99,999，公式得/u).waitFor();
    const make = page.getByRole("button", { name: "生成副本", exact: true });
    await expect.poll(() => make.getAttribute("aria-disabled")).toBe("true");
    expect([await axeProblems(page), await fitsWidth(page)]).toEqual([[], true]);
    await screenshot(page, SHOTS, "zh-350-disagrees");
    await page.getByRole("radio", { name: "公式的结果（按现在的制度）" }).click();
    await page.getByText("选择内容、工作表和姓名").click();
    await page.getByRole("checkbox", { name: "薪资金额" }).check();
    await make.click();
    await page.getByText("1 个单元格改为公式的结果").waitFor();
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
    await screenshot(page, SHOTS, "en-dark-350");
    await page.close();
    const none = await bench.open({ sheets, ...dark });
    await none.getByRole("tab", { name: "Share", exact: true }).click();
    await none.getByText("Excel did not hand over the workbook as a file;").waitFor();
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
    expect([await axeProblems(page), await fitsWidth(page)]).toEqual([[], true]);
    await screenshot(page, SHOTS, `${locale}-${colorScheme}-320`);
    await page.close();
  });
});
