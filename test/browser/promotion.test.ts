import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { axeProblems } from "../setup/axe";
import { cellsOf, fitsWidth, screenshot } from "./pane/screenshot";
import { departmentSheet, eventfulSheet } from "./pane/scores";
import { startPaneBench, type PaneBench } from "./pane/openPane";

const SHOTS = process.env["PROMOTION_SHOTS"];

let bench: PaneBench;
beforeAll(async () => {
  bench = await startPaneBench(process.env["PANE_DIST"]);
});
afterAll(() => bench.close());

const steps = (page: Page): Promise<string[]> =>
  page
    .locator("[data-step]")
    .evaluateAll((found) =>
      found.map((step) => `${step.getAttribute("data-step")} ${step.getAttribute("data-state")}`),
    );

async function openPromotion(page: Page, tab: string): Promise<void> {
  await page.getByRole("tab", { name: tab, exact: true }).click();
  await page.locator("[data-promotion]").first().waitFor();
}

describe("the page 晋升", () => {
  test("shows steps, keeps ticks in the workbook, tries suppositions and writes the report", async () => {
    const page = await bench.open({ sheets: [departmentSheet()] });
    await openPromotion(page, "晋升");

    // The first candidate is unfolded, and every step is open.
    await page.locator('[data-promotion="1001"] [data-step]').first().waitFor();
    const first = await steps(page);
    expect(first).toHaveLength(11);
    expect(first.every((step) => step.endsWith(" open"))).toBe(true);
    expect(first).toContain("§5.2b open");
    await screenshot(page, SHOTS, "zh-350");

    // The picture and the same as text.
    const picture = page.getByRole("img", { name: "林晓最近十二个月的分数" });
    await picture.waitFor();
    expect(await page.getByText("2025-06：86分，第二等级，连续期").count()).toBe(1);

    // By keyboard: ticking writes the row.
    const vote = page.getByRole("checkbox", { name: "部门匿名评选（§5.2b）" });
    await vote.focus();
    await page.keyboard.press("Space");
    await page.locator('[data-step="§5.2b"][data-state="done"]').waitFor();
    const table = await cellsOf(page, "晋升流程");
    expect(table[1]?.slice(0, 6)).toEqual([
      "1001",
      "林晓",
      "中级客服",
      "2025-06",
      "部门匿名评选（§5.2b）",
      "通过",
    ]);

    // Votes are counts; what makes no sense is not saved.
    await page.getByRole("button", { name: "记录: 部门匿名评选（§5.2b）" }).click();
    await page.getByLabel("赞成票").fill("9");
    await page.getByLabel("总票数").fill("8");
    await page.getByText("赞成票不多于总票数").waitFor();
    await page.getByLabel("总票数").fill("10");
    await page.getByRole("button", { name: "保存", exact: true }).click();
    await expect.poll(async () => (await cellsOf(page, "晋升流程"))[1]?.[6]).toBe("9/10");

    // A row typed in the sheet appears by itself.
    await page.evaluate(() => {
      const sheet = globalThis.paneHost.workbook.sheets().find(({ name }) => name === "晋升流程");
      sheet?.write(2, 0, [
        ["1001", "林晓", "中级客服", "2025-06", "§4.1.A", "不通过"].map((value) => ({ value })),
      ]);
    });
    await page.locator('[data-step="§4.1.A"][data-state="refused"]').waitFor();
    await page.getByText("已通过 1/11，未通过 1").first().waitFor();
    await screenshot(page, SHOTS, "zh-350-ticked");

    // What if: 陈浩 is one month short; nothing is written.
    const before = JSON.stringify(await cellsOf(page, "成绩"));
    const near = page.locator('[data-promotion="1003"]');
    await near.locator("summary").first().click();
    await near.getByText("假设", { exact: true }).click();
    const next = near.getByLabel("若 2025-07 得（分）");
    await next.fill("92");
    await near.locator("[data-what-if]").waitFor();
    const supposed = await near.locator("[data-what-if]").textContent();
    await next.fill("70");
    await expect.poll(() => near.locator("[data-what-if]").textContent()).not.toBe(supposed);
    await next.fill("优");
    await near.getByText("不是有效的分数").waitFor();
    expect(JSON.stringify(await cellsOf(page, "成绩"))).toBe(before);

    // Reviews, vacancy and history are folded away.
    await page.getByText("绩效复核 (1)").click();
    await page.getByText("表中的晋升记录").click();
    await page.getByText("表中没有级别上升的记录。").waitFor();
    await page.getByText("主管空缺时可考虑的人员").click();
    await page.getByText("储备主管 (1)：孙丽").waitFor();
    await screenshot(page, SHOTS, "zh-350-below");
    expect(await axeProblems(page)).toEqual([]);

    // The report, at once and without a dialog.
    await page.getByRole("button", { name: "写出候选人报告" }).click();
    await page.getByText("已写出“晋升候选人 2025-06”。").waitFor();
    const report = (await cellsOf(page, "晋升候选人 2025-06")).flat().join("\n");
    expect(report).toContain("林晓");
    expect(report).toContain("☑部门匿名评选（§5.2b）");
    expect(report).not.toContain("应晋升");
    expect(report).not.toContain("吴倩");
    await page.getByRole("button", { name: "写出复核名单" }).click();
    await page.getByText("已写出“绩效复核 2025-06”。").waitFor();

    // Another month, from this page.
    await page.getByLabel("评定月").selectOption("2025-05");
    await page.getByText(/评定月 2025-05/u).waitFor();
    await page.getByRole("button", { name: "写出候选人报告" }).click();
    await page.getByText("已写出“晋升候选人 2025-05”。").waitFor();
    await page.close();
  });

  test("in English, narrow and dark, with everything that a picture can show", async () => {
    const page = await bench.open({
      sheets: [eventfulSheet()],
      options: { locale: "en-US" },
      width: 320,
      colorScheme: "dark",
    });
    await openPromotion(page, "Promotion");
    await page.locator('[data-promotion="2001"] [data-step]').first().waitFor();
    await page.getByText("0 of 11 passed").first().waitFor();

    // Level change, complaints, absences, a month without a score and one of leave: seen and read out.
    const card = page.locator('[data-promotion="2001"]');
    const points = await card
      .locator("[data-point]")
      .evaluateAll((bars) => bars.map((bar) => bar.getAttribute("data-point")));
    expect(points).toEqual([
      ...["score", "missing", "score", "score", "leave"],
      ...["score", "score", "score", "score", "score"],
    ]);
    const drawn = await card.getByRole("img").textContent();
    for (const mark of ["↑", "▲2", "●1", "L"]) expect(drawn).toContain(mark);
    const told = await card.locator("figcaption li").allTextContents();
    expect(told).toHaveLength(12);
    expect(told).toEqual(
      expect.arrayContaining([
        "2024-07: no record",
        "2024-10: no score, before the promotion",
        "2024-12: 84, tier 2, level changes from Probation to Junior agent",
        "2025-01: statutory leave",
        "2025-03: 92, tier 1, run, 2 complaints",
        "2025-05: 93, tier 1, run, 1 unapproved absence",
      ]),
    );

    // What if, three ways; each is answered at once, and the workbook is not even asked.
    const requests = (): Promise<number> => page.evaluate(() => globalThis.paneHost.log.length);
    const answer = (id: string) => page.locator(`[data-promotion="${id}"] [data-what-if]`);
    const unfold = async (id: string): Promise<void> => {
      await page.locator(`[data-promotion="${id}"] summary`).first().click();
      await page.locator(`[data-promotion="${id}"]`).getByText("What if", { exact: true }).click();
      await answer(id).waitFor();
    };
    for (const id of ["2002", "2003", "2004"]) await unfold(id);
    const before = await requests();
    const status = (id: string) => answer(id).getAttribute("data-what-if");
    await page.locator('[data-promotion="2002"]').getByLabel("2025-07").fill("92");
    expect(await status("2002")).toBe("eligible");
    await page.locator('[data-promotion="2003"]').getByLabel("2025-03").fill("90");
    expect(await status("2003")).toBe("eligible");
    await page
      .locator('[data-promotion="2004"]')
      .getByLabel("With the reading")
      .selectOption("SCORE_80 T3");
    expect(await status("2004")).toBe("not_yet");
    expect(await requests()).toBe(before);

    await screenshot(page, SHOTS, "en-320-dark");
    expect(await axeProblems(page)).toEqual([]);
    expect(await fitsWidth(page)).toBe(true);
    await page.getByRole("button", { name: "Write candidates report" }).click();
    await page.getByText("Wrote “晋升候选人 2025-06”.").waitFor();
    await page.close();
  });
});
