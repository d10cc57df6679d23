import type { Frame, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { axeProblems } from "../setup/axe";
import { startWithPane, type WorkbenchWithPane } from "../setup/workbenchPage";

/** The open questions of the sample's month, one at a time; everything happens where the click was. */
let workbench: WorkbenchWithPane;
let page: Page;
let pane: Frame;

beforeAll(async () => {
  workbench = await startWithPane();
  ({ page, pane } = workbench);
  await pane.getByRole("button", { name: "校验当月", exact: true }).click();
  await pane.locator('section[aria-labelledby="policy-first-run"]').waitFor();
  await pane.getByRole("button", { name: "逐项查看" }).click();
  await pane.locator("[data-question]").waitFor();
});

afterAll(() => workbench.close());

const shown = (): Promise<string | null> =>
  pane.locator("[data-reading]").getAttribute("data-reading");
const button = (name: string) => pane.getByRole("button", { name, exact: true });

test("one is asked at a time, the one that must be decided first, and the page is a few screens long", async () => {
  expect(await pane.locator("[data-reading]").count()).toBe(1);
  expect(await shown()).toBe("SALARY_RESERVE");
  await pane.getByText(/^第 1 个，共 \d+ 个$/u).waitFor();
  expect(await button("上一个").getAttribute("aria-disabled")).toBe("true");
  const screens = await pane.evaluate(() => document.documentElement.scrollHeight / 654);
  expect(screens).toBeLessThan(4);
  expect(await axeProblems(pane)).toEqual([]);
});

test("the next one moves most yuan this month, and those that move nothing are one line", async () => {
  await button("下一个").click();
  await pane.getByText(/^第 2 个/u).waitFor();
  expect(await shown()).toBe("SCORE_IN_PAY");
  const still = pane.locator('[data-readings="still"]');
  await still.locator("summary").click();
  const lines = await still.locator("[data-to-reading]").count();
  expect(lines).toBe(Number(await still.getAttribute("data-fold")));
  // Whatever is asked is not in the line, and the other way round.
  expect(
    lines + Number(await pane.locator("[data-questions]").getAttribute("data-questions")),
  ).toBe(30);
});

test("a decision changes nothing above or under the pointer, and says there what it came to", async () => {
  await button("下一个").click();
  await pane.getByText(/^第 3 个/u).waitFor();
  const reading = (await shown()) ?? "";
  const option = pane.locator(`[data-reading="${reading}"] [data-option]`).first();
  const top = async (): Promise<number | undefined> => (await option.boundingBox())?.y;
  await option.scrollIntoViewIfNeeded();
  const before = await top();
  await option.click();
  const card = pane.locator(`[data-reading="${reading}"]`);
  await card.getByText(/^已确认“/u).waitFor();
  expect(await top()).toBe(before);
  expect(await pane.locator(`[data-reading="${reading}"][data-undecided="false"]`).count()).toBe(1);
  // It stays where it is until HR goes on, and is the third still.
  await page.evaluate(() => window.workbench.whenIdle());
  expect([await shown(), await pane.getByText(/^第 3 个/u).count()]).toEqual([reading, 1]);
  await card.getByRole("button", { name: "撤销上一步" }).click();
  await pane.locator(`[data-reading="${reading}"][data-undecided="true"]`).waitFor();
});

test("what would change earlier months asks first, with the amounts, and begins with the open month unless told otherwise", async () => {
  await pane.getByRole("switch", { name: "全部列出" }).check();
  await pane.locator('[data-reading="PERF_T1_RATE"] [data-option="20"]').click();
  const dialog = pane.locator("[data-past]");
  await dialog.waitFor();
  expect(await dialog.locator('[data-past-choice="fromOpen"]').innerText()).toBe("只从 2026-10 起");
  expect(await dialog.locator('[data-past-choice="all"]').innerText()).toMatch(
    /^所有月份：改变以前 \d+ 个月，\d+ 人，多发 [\d,]+\.\d\d 元$/u,
  );
  expect(await axeProblems(pane)).toEqual([]);
  await dialog.locator('[data-past-choice="fromOpen"]').click();
  await pane.locator('[data-reading="PERF_T1_RATE"]').getByText("2026-10 起").waitFor();
  await pane.getByRole("button", { name: "撤销上一步" }).click();
  await pane.locator('[data-reading="PERF_T1_RATE"][data-undecided="true"]').waitFor();
  await pane.getByRole("switch", { name: "全部列出" }).uncheck();
});

test("what is decided is a line, which leads to where it can be changed; by keyboard too", async () => {
  await button("采用推荐口径").click();
  await pane.getByText("已确认 29 个口径").waitFor();
  const decided = pane.locator('[data-readings="decided"]');
  await decided.locator("summary").focus();
  await page.keyboard.press("Enter");
  await decided.locator('[data-to-reading="PERF_T1_RATE"]').focus();
  await page.keyboard.press("Enter");
  await pane.locator("#reading-PERF_T1_RATE-title:focus").waitFor();
  expect(await shown()).toBe("PERF_T1_RATE");
  await button("下一个").click();
  expect(await shown()).toBe("SALARY_RESERVE");
  await pane.getByText("第 1 个，共 1 个").waitFor();
});
