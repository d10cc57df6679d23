import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { axeProblems } from "../setup/axe";
import { fitsWidth } from "./pane/screenshot";
import { startPaneBench, type PaneBench } from "./pane/openPane";
import { departmentSheet } from "./pane/scores";

/** The page "制度" for everybody: both languages and themes, at its narrowest, and with the keyboard alone. */
const LOOKS = [
  { locale: "zh-CN", theme: "light", width: 320 },
  { locale: "en-US", theme: "dark", width: 320 },
] as const;

const WORDS = {
  "zh-CN": {
    validate: "校验当月",
    policy: "制度",
    recommended: "采用推荐口径",
    edit: "修改数值",
    discard: "放弃草稿",
  },
  "en-US": {
    validate: "Validate month",
    policy: "Policy",
    recommended: "Use recommended readings",
    edit: "Change values",
    discard: "Discard draft",
  },
} as const;

let bench: PaneBench;
beforeAll(async () => {
  bench = await startPaneBench(process.env["PANE_DIST"]);
});
afterAll(() => bench.close());

/** Opens whatever is folded. */
async function unfold(page: Page): Promise<void> {
  const folded = page.locator("details:not([open]) > summary");
  while ((await folded.count()) > 0)
    await folded.evaluateAll((summaries) => {
      for (const summary of summaries) if (summary instanceof HTMLElement) summary.click();
    });
}

/** The forms of the values, one section after the other: only one is open at a time. */
async function* forms(page: Page): AsyncGenerator<string | null> {
  for (const section of await page.locator("[data-section]").all()) {
    await section.locator("> button").click();
    await section.locator("[data-group] > button").first().click();
    await section.locator("[data-field]").first().waitFor();
    yield await section.getAttribute("data-section");
  }
}

/** What the keyboard comes to, from the first stop of the page to the last. */
async function walk(page: Page): Promise<string[]> {
  await page.evaluate(() => {
    document.body.tabIndex = -1;
    document.body.focus();
  });
  const stops: string[] = [];
  for (;;) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(() => {
      const element = document.activeElement;
      if (element === null || element === document.body) return null;
      const reading = element.closest("[data-reading]")?.getAttribute("data-reading");
      const option = element.getAttribute("data-option");
      return option === null ? (element.textContent ?? "") : `${reading} ${option}`;
    });
    if (stop === null) return stops;
    stops.push(stop);
  }
}

test.each(LOOKS)(
  "$locale, $theme, $width px",
  async ({ locale, theme, width }) => {
    const words = WORDS[locale];
    const page = await bench.open({
      sheets: [departmentSheet()],
      width,
      colorScheme: theme,
      options: { locale, theme },
    });
    await page.getByRole("button", { name: words.validate, exact: true }).click();
    await page.locator("[data-candidate]").first().waitFor();
    await page.getByRole("tab", { name: words.policy, exact: true }).click();
    // One question at a time first, and then all of them.
    await page.locator("[data-question]").waitFor();
    expect([await axeProblems(page), await fitsWidth(page)]).toEqual([[], true]);
    await page.getByRole("switch").check();
    await page.locator("[data-reading] [data-option]").first().waitFor();
    await unfold(page);
    expect([await axeProblems(page), await fitsWidth(page)]).toEqual([[], true]);

    if (theme === "light") {
      const choices = await page.locator("[data-reading] [data-option]").evaluateAll((options) =>
        options.map((option) => {
          const reading = option.closest("[data-reading]")?.getAttribute("data-reading");
          return `${reading} ${option.getAttribute("data-option")}`;
        }),
      );
      const stops = await walk(page);
      expect(stops.filter((stop) => choices.includes(stop))).toEqual(choices);
      expect(stops).toContain(words.recommended);
      expect(stops).toContain(words.edit);
    }

    await page.getByRole("button", { name: words.edit, exact: true }).click();
    await page.getByRole("button", { name: words.discard, exact: true }).waitFor();
    let seen = 0;
    for await (const section of forms(page)) {
      seen += 1;
      expect(await fitsWidth(page), `${section}`).toBe(true);
    }
    expect(seen).toBe(8);
    expect(await axeProblems(page)).toEqual([]);
    await page.close();
  },
  180_000,
);
