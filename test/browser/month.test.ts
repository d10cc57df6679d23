import type { Frame, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startWithPane, type WorkbenchWithPane } from "../setup/workbenchPage";
import { showAll } from "./pane/showAll";

/** The open month of the sample: one thing on every page, and after every edit (rules M2 and M7). */

const SHOTS = process.env["MONTH_SHOTS"];
let workbench: WorkbenchWithPane;
let page: Page;
let pane: Frame;

beforeAll(async () => {
  workbench = await startWithPane();
  ({ page, pane } = workbench);
  await validate();
  await showAll(pane);
  // The most errors that are shown at any moment from now on.
  await pane.evaluate(() => {
    const count = (): number =>
      document.querySelectorAll('[data-finding][data-severity="error"]').length;
    const root = document.documentElement;
    root.dataset["mostErrors"] = "0";
    new MutationObserver(() => {
      const most = Math.max(Number(root.dataset["mostErrors"]), count());
      if (String(most) !== root.dataset["mostErrors"]) root.dataset["mostErrors"] = String(most);
    }).observe(document.body, { childList: true, subtree: true, attributes: true });
  });
});

afterAll(() => workbench.close());

const validate = async (): Promise<void> => {
  await pane.getByRole("button", { name: "校验当月" }).click();
  await pane.locator("[data-finding]").first().waitFor();
  await idle();
};

/** Excel has calculated, and the pane has taken notice. */
const idle = async (): Promise<void> => {
  await page.evaluate(() => window.workbench.whenIdle());
  await pane.waitForTimeout(400);
  await page.evaluate(() => window.workbench.whenIdle());
};

const errors = (): Promise<string[]> =>
  pane.$$eval('[data-finding][data-severity="error"]', (rows) =>
    rows
      .map((row) => `${row.getAttribute("data-finding")} ${row.getAttribute("data-cell")}`)
      .sort(),
  );
const mostErrors = (): Promise<number> =>
  pane.evaluate(() => Number(document.documentElement.dataset["mostErrors"]));
const forgetMost = (): Promise<void> =>
  pane.evaluate(() => {
    document.documentElement.dataset["mostErrors"] = "0";
  });

/** Types into a cell, as HR does. */
async function type(reference: string, text: string): Promise<void> {
  await page.evaluate((cell) => window.workbench.select(cell), reference);
  await page.keyboard.type(text, { delay: 15 });
  await page.evaluate(() => window.workbench.whenTyped());
  await page.keyboard.press("Enter");
}

const openTab = (name: string): Promise<void> =>
  pane.getByRole("tab", { name, exact: true }).click();

const shot = async (name: string): Promise<void> => {
  if (SHOTS !== undefined) await page.screenshot({ path: `${SHOTS}/${name}.png` });
};

describe("the open month of the sample", () => {
  it.each([
    ["105 is above the scale", "成绩!E63", "95", "F-SCO-03 成绩!E63"],
    ["优秀 is no score", "成绩!E159", "85", "F-SCO-01 成绩!E159"],
    ["三万 are no sales", "成绩!F69", "30000", "F-SAL-01 成绩!F69"],
  ])("%s: mended it is one problem fewer, and no other comes", async (_, cell, right, finding) => {
    const before = await errors();
    expect(before).toContain(finding);
    await forgetMost();
    await type(cell, right);
    await expect.poll(errors).toEqual(before.filter((one) => one !== finding));
    await idle();
    expect(await mostErrors()).toBeLessThanOrEqual(before.length);
    expect(await errors()).toEqual(before.filter((one) => one !== finding));
  });

  it("a fresh validation says the same", async () => {
    const before = await errors();
    await validate();
    expect(await errors()).toEqual(before);
    await shot("mended");
  });

  it("adopting the recommended readings never raises the errors", async () => {
    const before = await errors();
    await forgetMost();
    await pane.getByRole("button", { name: "采用推荐口径" }).first().click();
    await pane
      .getByText(/已确认/u)
      .first()
      .waitFor();
    await idle();
    expect(await mostErrors()).toBeLessThanOrEqual(before.length);
    const after = await errors();
    expect(after.length).toBeLessThanOrEqual(before.length);
    await validate();
    expect(await errors()).toEqual(after);
    await shot("adopted");
  });

  it("somebody who has left, has left every page", async () => {
    const row = pane.locator('[data-finding="F-EMP-04"]');
    await expect.poll(() => row.count()).toBe(1);
    await pane.getByRole("button", { name: "已离职", exact: true }).click();
    await expect.poll(() => row.count()).toBe(0);
    await idle();
    const listed = await pane.$$eval("[data-candidate]", (rows) =>
      rows.map((one) => one.getAttribute("data-candidate") ?? "").sort(),
    );
    await openTab("晋升");
    await pane.locator("[data-promotion]").first().waitFor();
    const promotable = await pane.$$eval("[data-promotion]", (rows) =>
      rows.map((one) => one.getAttribute("data-promotion") ?? ""),
    );
    for (const who of promotable) expect(listed).toContain(who);
    await openTab("薪资");
    await pane.locator("[data-payslip]").first().waitFor();
    const difference = await pane.locator("[data-payroll-people]").innerText();
    expect(difference).toContain(`在册 ${listed.length} 人`);
    await shot("pay");
    await openTab("制度");
    await pane.locator("[data-exposure]").first().waitFor();
    expect(await pane.locator("[data-payroll-people]").innerText()).toBe(difference);
    await shot("policy");
  });
});
