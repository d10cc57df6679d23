import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { axeProblems } from "../setup/axe";
import { cellsOf, fitsWidth, screenshot } from "./pane/screenshot";
import { departmentSheet } from "./pane/scores";
import { startPaneBench, type PaneBench } from "./pane/openPane";

const SHOTS = process.env["CLOSED_SHOTS"];
const NAME = "定稿 2025-06";

let bench: PaneBench;
beforeAll(async () => {
  bench = await startPaneBench(process.env["PANE_DIST"]);
});
afterAll(() => bench.close());

const closed = (page: Page) => page.locator('[data-closed="2025-06"]');
const line = (page: Page): Promise<string> => closed(page).locator("p").first().innerText();
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

async function becomes(page: Page, attribute: string, value: string): Promise<void> {
  await page.locator(`[data-closed="2025-06"][${attribute}="${value}"]`).waitFor();
}

/** Types into the score sheet as HR does. */
async function type(page: Page, row: number, column: number, value: unknown): Promise<void> {
  await page.evaluate(
    ([at, of, typed]) => {
      const [sheet] = globalThis.paneHost.workbook.sheets();
      sheet?.write(at as number, of as number, [[{ value: typed as number }]]);
    },
    [row, column, value],
  );
}

/** The row of somebody's month on the score sheet. */
async function rowOf(page: Page, id: string, month: string): Promise<number> {
  const cells = await cellsOf(page, "成绩");
  return cells.findIndex((row) => row[0] === id && row[2] === month);
}

describe("a month that is closed", () => {
  test("is kept as paid; a change of the past is asked about with amounts and recorded with its reason", async () => {
    const page = await bench.open({ sheets: [departmentSheet()], width: 350 });
    await page.getByRole("tab", { name: "薪资", exact: true }).click();
    await page.locator("[data-payslip]").first().waitFor();
    await button(page, "定稿…").click();
    await page.locator("[data-closing-doubt]").first().waitFor();
    await screenshot(page, SHOTS, "close-form");
    await page.getByLabel("经办人").fill("张三");
    await button(page, "定稿当月").click();
    await page.getByText("2025-06 已定稿。").waitFor();
    await becomes(page, "data-changes", "0");
    expect(await line(page)).toMatch(/^2025-06 已定稿（\d{4}-\d\d-\d\d 张三） · 之后没有变化$/u);
    expect((await cellsOf(page, NAME)).flat()).toContain("林晓");
    expect([await axeProblems(page), await fitsWidth(page)]).toEqual([[], true]);

    // A cell of the closed month: typing is not kept from, the line asks for the reason.
    await page.getByRole("tab", { name: "校验", exact: true }).click();
    await button(page, "校验当月").click();
    await page.locator("[data-summary]").waitFor();
    await becomes(page, "data-changes", "0");
    await type(page, await rowOf(page, "1001", "2025-06"), 4, 92);
    await becomes(page, "data-changes", "2");
    expect(await line(page)).toMatch(/之后有 2 处变化，未说明原因$/u);
    await button(page, "查看").click();
    const changes = await closed(page).locator("[data-change]").allInnerTexts();
    expect(changes).toEqual([
      expect.stringMatching(/^林晓 1001，E\d+ 绩效分数：86 → 92$/u),
      // 2200 × 10 % × 86 % = 189.20; 2200 × 15 % × 92 % = 303.60
      expect.stringMatching(
        /^林晓 1001：应发合计 2,718\.60 → 2,833\.00（绩效工资 189\.20 → 303\.60）；绩效等级 2 → 1/u,
      ),
    ]);
    await screenshot(page, SHOTS, "changed");
    await button(page, "说明原因…").click();
    await button(page, "记下原因").click();
    await page.getByText("请填写原因").waitFor();
    await page.getByLabel("原因").fill("补录复核后的成绩");
    await button(page, "记下原因").click();
    await becomes(page, "data-explained", "true");
    await expect
      .poll(() => closed(page).locator("[data-closed-log] li").allInnerTexts())
      .toContainEqual(
        expect.stringContaining("张三 说明改动（2 处，工资合计 +114.40 元）：补录复核后的成绩"),
      );

    // A salary that holds in the past: asked before it is saved, with people and yuan.
    await page.getByRole("tab", { name: "制度", exact: true }).click();
    const option = page.locator('[data-reading="SALARY_RESERVE"] [data-option="3000"]').first();
    // Months before the open one are asked about first; the open one is closed.
    const decide = async (): Promise<void> => {
      await option.click();
      await page.locator('[data-past-choice="fromOpen"]').click();
    };
    await decide();
    const dialog = page.getByRole("dialog", { name: "会改变已定稿的月份" });
    await dialog.waitFor();
    const effect = await dialog.locator("[data-closed-effect]").innerText();
    expect(effect).toMatch(/2025-06（\d{4}-\d\d-\d\d 张三 定稿）/u);
    expect(effect).toContain("1 人的工资不同");
    expect(effect).toMatch(/孙丽 1006：应发合计 未能计算 → [\d,.]+/u);
    if (SHOTS !== undefined) await page.screenshot({ path: `${SHOTS}/question.png` });
    expect(await axeProblems(page)).toEqual([]);
    await dialog.getByRole("button", { name: "取消", exact: true }).click();
    await page.getByText("没有保存").first().waitFor();
    expect(await option.getAttribute("aria-pressed")).toBe("false");
    await decide();
    await dialog.getByLabel("原因").fill("总经理确认底薪");
    await dialog.getByRole("button", { name: "记下原因并保存", exact: true }).click();
    await option.and(page.locator('[aria-pressed="true"]')).waitFor();

    // Reopened with a reason, and taken back.
    await page.getByRole("tab", { name: "薪资", exact: true }).click();
    await becomes(page, "data-explained", "true");
    await button(page, "查看").click();
    expect(await closed(page).locator("[data-closed-log]").innerText()).toContain("总经理确认底薪");
    await button(page, "重新打开…").click();
    await page.getByLabel("原因").fill("要重算提成");
    await button(page, "重新打开当月").click();
    await becomes(page, "data-state", "reopened");
    expect(await line(page)).toMatch(/^2025-06 已重新打开（\d{4}-\d\d-\d\d 张三）：要重算提成$/u);
    await button(page, "撤销重新打开").click();
    await becomes(page, "data-state", "closed");
    await page.close();
  });

  test("in English and in the dark", async () => {
    const page = await bench.open({
      sheets: [departmentSheet()],
      width: 320,
      colorScheme: "dark",
      options: { locale: "en-US", theme: "dark" },
    });
    await page.getByRole("tab", { name: "Pay", exact: true }).click();
    await page.locator("[data-payslip]").first().waitFor();
    await button(page, "Close the month…").click();
    await page.getByLabel("By").fill("Ann");
    await button(page, "Close this month").click();
    await becomes(page, "data-changes", "0");
    await type(page, await rowOf(page, "1001", "2025-06"), 4, 92);
    await becomes(page, "data-changes", "2");
    await button(page, "Show").click();
    expect(await line(page)).toMatch(/^2025-06 is closed .* · 2 changes since, not explained$/u);
    expect([await axeProblems(page), await fitsWidth(page)]).toEqual([[], true]);
    await screenshot(page, SHOTS, "en-dark");
    await page.close();
  });
});
