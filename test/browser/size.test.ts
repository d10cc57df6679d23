import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { axeProblems } from "../setup/axe";
import { unreadableSheet } from "./pane/scores";
import { showAll } from "./pane/showAll";
import { startPaneBench, type PaneBench } from "./pane/openPane";

// One page for all: each test goes on where the one before it stopped.
const PEOPLE = 1_500;

let bench: PaneBench;
let page: Page;

beforeAll(async () => {
  bench = await startPaneBench(process.env["PANE_DIST"]);
  page = await bench.open({ sheets: [unreadableSheet(PEOPLE)] });
  await page.getByRole("tab").first().waitFor();
});
afterAll(() => bench.close());

const button = (name: string) => page.getByRole("button", { name, exact: true });
const finding = (cell: string) => page.locator(`[data-finding][data-cell="成绩!${cell}"]`);

/** Types into a cell of the sheet, as HR does. */
const type = (row: number, column: number, value: string | number): Promise<void> =>
  page.evaluate(
    ([at, across, typed]) =>
      globalThis.paneHost.workbook.activeSheet().write(at, across, [[{ value: typed }]]),
    [row, column, value] as const,
  );

/** Cells of the findings in view, once they stand still: the same at the same places in ten frames running. */
const cellsInView = (): Promise<string[]> =>
  page.evaluate(async () => {
    const placed = (): [cell: string, top: number][] =>
      [...document.querySelectorAll("[data-finding]")]
        .map((row): [string, number] => [
          row.getAttribute("data-cell") ?? "",
          Math.round(row.getBoundingClientRect().top),
        ])
        .filter(([, top]) => top > 100 && top < innerHeight);
    let before = "";
    for (let still = 0; still < 10;) {
      await new Promise(requestAnimationFrame);
      const now = JSON.stringify(placed());
      still = now === before && now !== "[]" ? still + 1 : 0;
      before = now;
    }
    return placed().map(([cell]) => cell);
  });

test("a failure offers to try again, and that helps", async () => {
  await page.evaluate(() => (globalThis.paneHost.faults.cellEditing = true));
  await button("校验当月").click();
  await page.getByText("有单元格正在编辑").waitFor();
  await page.evaluate(() => (globalThis.paneHost.faults.cellEditing = false));
  await button("重试").click();
  await page.locator("[data-candidate]").first().waitFor();
  expect(await button("重试").count()).toBe(0);
  await showAll(page);
});

test("of a long group the first thousand are listed, the others are one line", async () => {
  const rest = button("其余 500 条同类");
  const list = page.getByRole("list", { name: "要改的数据" });
  const size = async (): Promise<number> =>
    Number(await list.locator("[aria-setsize]").first().getAttribute("aria-setsize"));
  const before = await size();
  await list.locator("button").first().focus();
  await page.keyboard.press("End");
  await expect
    .poll(() =>
      page.evaluate(() =>
        document.activeElement?.closest("[aria-posinset]")?.getAttribute("aria-posinset"),
      ),
    )
    .toBe(String(before));
  for (let turn = 0; turn < 20 && (await rest.count()) === 0; turn += 1)
    await page.keyboard.press("ArrowUp");
  await rest.focus();
  await page.keyboard.press("Enter");
  await expect.poll(size).toBe(before + PEOPLE - 1_000 - 1);
  expect(await rest.count()).toBe(0);
  await page.keyboard.press("Home");
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute("aria-expanded")))
    .toBe("true");
  expect((await page.locator("[data-finding]").count()) < 100).toBe(true);
});

test("an edit above what is in view moves nothing, and what it mends is gone", async () => {
  await page.evaluate(() => window.scrollTo(0, 40_000));
  const [cell] = await cellsInView();
  const row = page.locator(`[data-cell="${cell}"]`).first();
  const top = (): Promise<number> => row.evaluate((element) => element.getBoundingClientRect().top);
  const before = await top();
  const errors = async (): Promise<number> =>
    Number(/\d+/.exec(await page.getByRole("button", { name: /^错误/ }).first().innerText())?.[0]);
  const count = await errors();
  await type(1, 4, 88);
  await type(3, 4, 88);
  await expect.poll(errors).toBe(count - 2);
  await cellsInView();
  await expect.poll(async () => Math.abs((await top()) - before)).toBeLessThan(3);
  await page.evaluate(() => window.scrollTo(0, 0));
  await expect.poll(() => finding("E6").count()).toBe(1);
  expect(await finding("E2").count()).toBe(0);
  await type(1, 4, "优秀");
  await finding("E2").waitFor();
});

test("a colleague's edit is one quiet line; switched off, HR's own is, too", async () => {
  const outdated = page.locator("[data-outdated]");
  await page.evaluate(() => globalThis.paneHost.tellRemoteChange("成绩", "E9"));
  await outdated.getByText("同事改动了工作簿").waitFor();
  await outdated.getByRole("button", { name: "重新校验" }).click();
  await expect.poll(() => outdated.count()).toBe(0);
  await page.getByRole("switch", { name: "随编辑更新" }).click();
  // The switch stands at the end of the page, of which only what is near the window is drawn.
  await page.evaluate(() => window.scrollTo(0, 0));
  await type(1, 4, 90);
  await outdated.getByText("表格已有改动").waitFor();
  expect(await finding("E2").count()).toBe(1);
  await page.getByRole("switch", { name: "随编辑更新" }).click();
  await page.evaluate(() => window.scrollTo(0, 0));
  expect(await axeProblems(page, "[data-candidate] ~ [data-candidate]")).toEqual([]);
});

test("a fix that succeeds at the second try is followed by validating, too", async () => {
  await type(1, 4, "８５");
  await page.getByRole("searchbox", { name: "筛选问题" }).fill("８５");
  await finding("E2").filter({ hasText: "８５" }).waitFor();
  await button("应用安全修复").click();
  const apply = page.getByRole("dialog").getByRole("button", { name: "应用", exact: true });
  await apply.waitFor();
  await page.evaluate(() => (globalThis.paneHost.faults.cellEditing = true));
  await apply.click();
  await page.getByText("有单元格正在编辑").waitFor();
  expect(await finding("E2").count()).toBe(1);
  await page.evaluate(() => (globalThis.paneHost.faults.cellEditing = false));
  await button("重试").click();
  await expect.poll(() => finding("E2").count()).toBe(0);
  await page.getByRole("searchbox", { name: "筛选问题" }).fill("");
});

test("progress tells rows, and cancelling leaves what was shown", async () => {
  await page.evaluate(() => (globalThis.paneHost.faults.delay = 300));
  await button("校验当月").click();
  await page.getByText(/3,001 行/).waitFor();
  await button("取消").click();
  await page.getByText("已取消").waitFor();
  await page.evaluate(() => globalThis.paneHost.faults.clear());
  expect(await page.locator("[data-finding]").count()).toBeGreaterThan(0);
});
