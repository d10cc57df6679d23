import type { Page } from "playwright-core";
import type { PlainSheet } from "../../host/core/plainSheets";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { axeProblems } from "../setup/axe";
import { cellsOf, fitsWidth, screenshot } from "./pane/screenshot";
import { departmentSheet } from "./pane/scores";
import { startPaneBench, type PaneBench } from "./pane/openPane";

const SHOTS = process.env["PAY_SHOTS"];
const NAME = "工资表 2025-06";

/** By hand, in fen: base, commission on the sales of June, performance pay. */
const GROSS: Readonly<Record<string, number>> = {
  1001: 220_000 + 32_940 + 18_920, // 36,600 × 0.9 %; 86
  1002: 240_000 + 31_680 + 34_560, // 35,200 × 0.9 %; 96
  1003: 220_000 + 31_050 + 18_920, // 34,500 × 0.9 %; 86
  1004: 220_000 + 29_790, // 33,100 × 0.9 %; 52
  1005: 220_000, // probation
  1007: 280_000 + 30_420 + 39_480, // 33,800 × 0.9 %; 94
  1009: 240_000 + 29_790 + 21_600, // 33,100 × 0.9 %; 90
  1010: 220_000 + 57_800 + 31_350, // 57,800 × 1 %; 95
};

/** Pay as a department types it: 林晓's is right, 周敏 has 90 too much commission. */
function typedPay(month = "2025-06"): PlainSheet {
  const own = ["底薪", "提成", "绩效工资", "夜班补贴", "全勤奖", "应发合计"];
  return {
    name: "工资",
    cells: [
      ["工号", "姓名", "月份", "级别", "绩效分数", "销售额", ...own],
      ["A01", "林晓", month, "初级客服", 85, 45_000, 2200, 450, 187, 50, 200, 3087],
      ["A02", "周敏", month, "初级客服", 85, 45_000, 2200, 540, 187, 50, 200, 3177],
    ],
  };
}

let bench: PaneBench;
beforeAll(async () => {
  bench = await startPaneBench(process.env["PANE_DIST"]);
});
afterAll(() => bench.close());

const attributes = (page: Page, ...names: readonly string[]): Promise<string[]> =>
  page
    .locator(`[${names[0]}]`)
    .evaluateAll(
      (rows, wanted) => rows.map((row) => wanted.map((one) => row.getAttribute(one)).join(" ")),
      names,
    );

describe("the page 薪资", () => {
  test("shows what everybody earns and why, and writes payslips at once", async () => {
    const page = await bench.open({ sheets: [departmentSheet()], width: 320 });
    await page.getByRole("tab", { name: "薪资", exact: true }).click();
    await page.locator("[data-payslip]").first().waitFor();
    expect(await attributes(page, "data-payslip", "data-gross")).toEqual(
      Object.entries(GROSS).map(([id, amount]) => `${id} ${amount}`),
    );
    expect(await attributes(page, "data-unpaid", "data-reason")).toEqual([
      "1006 undecided",
      "1008 levelUnknown",
    ]);
    // 22,683.00, as the sum of the amounts above.
    expect(await page.locator('[data-total="gross"]').innerText()).toContain("22,683.00");
    expect(await page.locator('[data-level="junior"]').innerText()).toMatch(/4\s+11,007\.70/u);
    const june = await page.locator('[data-payslip="1010"]').innerText();
    for (const part of ["578.00 §6.C2", "313.50 §6.P1", "2,200.00 §6.S2"])
      expect(june.replace(/\s+/gu, " ")).toContain(part);
    expect(await page.locator('[data-reading="SALARY_RESERVE"]').count()).toBe(1);
    expect(await attributes(page, "data-finding")).toContain("F-PAY-03");
    expect([await axeProblems(page), await fitsWidth(page)]).toEqual([[], true]);
    await screenshot(page, SHOTS, "zh-320");

    // By keyboard: the row leads to the score sheet, the button writes without a question.
    await page.locator('[data-payslip="1001"]').focus();
    await page.keyboard.press("ArrowDown");
    expect(await page.evaluate(() => document.activeElement?.getAttribute("data-payslip"))).toBe(
      "1002",
    );
    await page.getByRole("button", { name: "写出工资表", exact: true }).focus();
    await page.keyboard.press("Enter");
    await page.getByText(`已写入工作表“${NAME}”。`).waitFor();
    const written = await cellsOf(page, NAME);
    expect(written.flat()).toContain("人工调整");
    expect(
      written.filter(([id]) => id !== undefined && id in GROSS).map((row) => [row[0], row[9]]),
    ).toEqual(Object.entries(GROSS).map(([id, amount]) => [id, String(amount / 100)]));

    // As formulas, in place of the values.
    await page.getByRole("checkbox", { name: "公式", exact: true }).press("Space");
    await page.getByRole("button", { name: "写出工资表", exact: true }).click();
    await page.getByText(`已更新工作表“${NAME}”。`).waitFor();
    expect(
      (await cellsOf(page, NAME)).flat().filter((cell) => cell.startsWith("=CS.PAYSLIP(")),
    ).toHaveLength(8);

    // Another month is worked out again.
    await page.getByLabel("评定月").selectOption("2025-05");
    await page.locator('[data-pay-month="2025-05"]').waitFor();
    await page.close();
  });

  test("in English, in the dark, and where the scores are gone", async () => {
    const page = await bench.open({
      sheets: [departmentSheet()],
      width: 350,
      colorScheme: "dark",
      options: { locale: "en-US", theme: "dark" },
    });
    await page.getByRole("tab", { name: "Pay", exact: true }).click();
    await page.locator("[data-payslip]").first().waitFor();
    for (const name of ["Write payslips", "Work out again"])
      expect(await page.getByRole("button", { name, exact: true }).isVisible()).toBe(true);
    expect(await page.locator('[data-unpaid="1008"]').innerText()).toContain(
      "is no level of the policy",
    );
    expect(await axeProblems(page)).toEqual([]);
    await screenshot(page, SHOTS, "en-dark-350");
    await page.evaluate(() => {
      const sheet = globalThis.paneHost.workbook.sheets()[0];
      sheet?.write(1, 4, [[{ value: "分数" }]]);
      for (let row = 2; row < 80; row += 1) sheet?.write(row, 4, [[{ value: null }]]);
    });
    await page.getByRole("button", { name: "Work out again", exact: true }).click();
    await page.getByText("no month is found").waitFor();
    await page.getByRole("button", { name: "Write payslips", exact: true }).click();
    await page.getByText("The sheet has no month to judge; nothing was written.").waitFor();
    expect(await cellsOf(page, "工资表")).toEqual([]);
    await page.close();
  });

  test("holds typed pay against the policy, part by part, and writes that as a sheet", async () => {
    const page = await bench.open({ sheets: [typedPay()], width: 350 });
    await page.getByRole("tab", { name: "薪资", exact: true }).click();
    await page.locator("[data-check]").first().waitFor();
    const shown = (): Promise<string[]> =>
      attributes(page, "data-check", "data-part", "data-verdict", "data-difference");
    // 初级: 2200; 45,000 × 1 % = 450; 2200 × 10 % × 85 % = 187; with 50 and 200 of the department's own 3087.
    expect(await shown()).toEqual([
      "A01 base agrees 0",
      "A01 commission agrees 0",
      "A01 performance agrees 0",
      "A01 gross agrees 0",
      "A02 base agrees 0",
      "A02 commission differs 9000",
      "A02 performance agrees 0",
      "A02 gross differs 9000",
    ]);
    await page.getByText("2 人填了工资，1 人有差额。").waitFor();
    expect([await axeProblems(page), await fitsWidth(page)]).toEqual([[], true]);
    await page.getByRole("checkbox", { name: "只看有差额", exact: true }).press("Space");
    await page.locator('[data-check="A01"]').first().waitFor({ state: "detached" });
    expect(await shown()).toEqual(["A02 commission differs 9000", "A02 gross differs 9000"]);
    await screenshot(page, SHOTS, "check-zh-350");
    // The row leads to its cell, by keyboard too.
    await page.locator('[data-part="commission"]').press("Enter");
    await page.waitForFunction(
      () => globalThis.paneHost.workbook.selection().area.column === 7,
      undefined,
    );
    await page.getByRole("button", { name: "写出核对表", exact: true }).click();
    await page.getByText("已写入工作表“工资核对 2025-06”。").waitFor();
    const written = await cellsOf(page, "工资核对 2025-06");
    expect(written.filter(([id]) => id === "A02").map((row) => row.slice(2, 6))).toEqual([
      ["提成", "540", "450", "90"],
      ["应发合计", "3177", "3087", "90"],
    ]);
    expect(written.flat()).not.toContain("A01");
    // Strips to cut: the headings once for each person.
    await page.getByRole("button", { name: "写出工资条", exact: true }).click();
    await page.getByText("已写入工作表“工资条 2025-06”。").waitFor();
    const strips = await cellsOf(page, "工资条 2025-06");
    expect(strips.filter(([id]) => id === "工号")).toHaveLength(2);
    expect(strips.filter(([id]) => /^A0\d$/u.test(id ?? "")).map((row) => row[9])).toEqual([
      "2837",
      "2837",
    ]);
    await page.close();
  });

  test("says the same in English, in the dark, at the least width", async () => {
    const page = await bench.open({
      sheets: [typedPay()],
      width: 320,
      colorScheme: "dark",
      options: { locale: "en-US", theme: "dark" },
    });
    await page.getByRole("tab", { name: "Pay", exact: true }).click();
    await page.locator("[data-check]").first().waitFor();
    const heard = page.locator('[data-check="A02"][data-part="commission"]');
    expect((await heard.textContent())?.replace(/\s+/gu, " ")).toBe(
      "周敏 CommissionIn the sheet 540.00By the policy 450.00Difference +90.00by the policy: 45,000.00 yuan × 1%",
    );
    expect([await axeProblems(page), await fitsWidth(page)]).toEqual([[], true]);
    await screenshot(page, SHOTS, "check-en-dark-320");
    await page.close();
  });

  test("asks which year the sheet is of, as validating does, and goes on from the answer", async () => {
    const page = await bench.open({ sheets: [typedPay("6月")], width: 350 });
    await page.getByRole("tab", { name: "薪资", exact: true }).click();
    await page.locator("[data-doubt]").waitFor();
    await page.getByText("还不知道这张表是哪年哪月").waitFor();
    expect(await page.getByText("表中没有绩效分数").count()).toBe(0);
    expect([await axeProblems(page), await fitsWidth(page)]).toEqual([[], true]);
    await screenshot(page, SHOTS, "year-zh-350");
    await page.locator("[data-doubt]").getByRole("textbox").first().fill("2025");
    await page.getByRole("button", { name: "确定", exact: true }).click();
    await page.locator('[data-pay-month="2025-06"]').waitFor();
    await page.locator("[data-doubt]").waitFor({ state: "detached" });
    expect(await page.locator("[data-payslip]").count()).toBe(2);
    await page.close();
  });
});
