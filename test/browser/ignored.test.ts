import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { axeProblems } from "../setup/axe";
import { startPaneBench, type PaneBench, type PaneView } from "./pane/openPane";
import { departmentSheet } from "./pane/scores";

let bench: PaneBench;
let page: Page;

beforeAll(async () => {
  bench = await startPaneBench(process.env["PANE_DIST"]);
});
afterAll(() => bench.close());
afterEach(() => page.close());

async function open(view: Partial<PaneView> = {}): Promise<void> {
  page = await bench.open({ sheets: [departmentSheet()], ...view });
  await page.getByRole("button", { name: /^(校验当月|Validate month)$/ }).click();
  await page.locator("[data-candidate]").first().waitFor();
}

const count = (part: string): Promise<string | null> =>
  page.locator(`[data-count="${part}"]`).getAttribute("data-value");
const button = (name: string) => page.getByRole("button", { name, exact: true });
const dialog = () => page.getByRole("dialog");
const rows = (code: string) => page.locator(`[data-finding="${code}"]`);

/** Sets aside with the first usual reason. */
async function confirm(): Promise<void> {
  await dialog().getByRole("button", { name: "已核对无误" }).click();
  await dialog()
    .getByRole("button", { name: /不处理/ })
    .last()
    .click();
  await dialog().waitFor({ state: "detached" });
}

describe("ignoring", () => {
  beforeEach(() => open());

  test("one finding by keyboard, with a reason and a name; it is listed below and restored", async () => {
    expect(await count("ignored")).toBe("0");
    await button("全部展开").click();
    const first = page.locator("[data-kind=data]").first();
    const code = (await first.getAttribute("data-finding")) ?? "";
    const before = await rows(code).count();
    const errors = Number(await count("error"));
    const isError = (await first.getAttribute("data-severity")) === "error";
    await first.focus();
    await page.keyboard.press("ArrowRight");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("不处理此项");
    await page.keyboard.press("Enter");
    await dialog().waitFor();
    // Without a reason nothing is set aside.
    const last = dialog().getByRole("button", { name: "不处理此项" });
    expect(await last.getAttribute("aria-disabled")).toBe("true");
    expect(await axeProblems(page)).toEqual([]);
    await page.keyboard.type("退货，已核对");
    await dialog().getByLabel("确认人").fill("王主管");
    await last.click();
    await dialog().waitFor({ state: "detached" });
    await expect.poll(() => count("ignored")).toBe("1");
    // The keyboard goes on from the line in its place.
    expect(
      await page.evaluate(() => document.activeElement?.closest('[role="list"]')?.ariaLabel),
    ).toBe("要改的数据");
    expect(await count("error")).toBe(String(errors - (isError ? 1 : 0)));
    await page.locator('[data-count="ignored"]').click();
    await page.getByText(/退货，已核对（王主管，\d{4}-\d{2}-\d{2}）/).waitFor();
    expect(await axeProblems(page)).toEqual([]);
    await button("恢复").click();
    await expect.poll(() => count("ignored")).toBe("0");
    await expect.poll(() => rows(code).count()).toBe(before);
  });

  test("a whole line, remembered by whoever validates next, restored at once and taken back", async () => {
    await page.getByRole("button", { name: /^全部月份/ }).click();
    const fold = page.locator("[data-fold]").first();
    const folded = Number(await fold.getAttribute("data-fold"));
    expect(folded).toBeGreaterThan(1);
    await button("全部不处理").first().click();
    await confirm();
    await expect.poll(() => count("ignored")).toBe(String(folded));
    await button("校验当月").click();
    await expect.poll(() => count("ignored")).toBe(String(folded));
    await page.locator('[data-count="ignored"]').click();
    await button("全部恢复").click();
    await expect.poll(() => count("ignored")).toBe("0");
    await button("撤销").click();
    await expect.poll(() => count("ignored")).toBe(String(folded));
  });

  test("no open reading offers it, and why is said", async () => {
    await button("全部展开").click();
    const lists = page.getByRole("list", { name: "要定的口径" });
    expect(await lists.getByRole("button", { name: /不处理/ }).count()).toBe(0);
    await page.getByText("不能“不处理”").waitFor();
  });
});

describe("highlights", () => {
  test("say that they are old, in one line with the way to mend it", async () => {
    await open();
    await button("高亮").click();
    const stale = page.locator('[data-highlights="stale"]');
    await expect.poll(() => page.getByText(/已高亮/).count()).toBe(1);
    expect(await stale.count()).toBe(0);
    await page.getByRole("checkbox", { name: "含未定的口径" }).check();
    await stale.waitFor();
    expect(await stale.textContent()).toBe("高亮已过时 · 更新");
    expect(await axeProblems(page)).toEqual([]);
    await stale.getByRole("button", { name: "更新" }).click();
    await stale.waitFor({ state: "detached" });
  });
});

describe("the list", () => {
  test("is reached past what stands above it; the box is cleared by a button in its language", async () => {
    await open();
    const skip = button("跳到问题");
    await skip.focus();
    expect((await skip.boundingBox())?.width).toBeGreaterThan(20);
    await page.keyboard.press("Enter");
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("part-error");
    await page.getByRole("searchbox").fill("x");
    await page.getByRole("button", { name: "清空" }).click();
    expect(await page.getByRole("searchbox").inputValue()).toBe("");
  });

  test("leads from what is said of the policy to its page", async () => {
    await open();
    await button("全部展开").click();
    await rows("F-POL-03").click();
    await expect.poll(() => page.getByRole("tab", { selected: true }).textContent()).toBe("制度");
  });
});

test("everything seen on a row of what is set aside is found by the filter", async () => {
  await open();
  await button("全部展开").click();
  await button("不处理此项").first().click();
  await confirm();
  await expect.poll(() => count("ignored")).toBe("1");
  const ignored = page.getByRole("button", { name: "已忽略 1 项" }).last();
  await page.getByRole("searchbox").fill("已核对");
  await ignored.waitFor();
  await page.getByRole("searchbox").fill("没有这样的话");
  await expect.poll(() => page.getByText(/已核对无误（/).count()).toBe(0);
});
