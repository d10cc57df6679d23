import type { Frame, Page } from "playwright-core";

const TOGGLES = [/^(全部月份|All months)/u, /^(全部展开|Expand all)$/u];

/**
 * Lists every finding of every month and everybody, unfolded: at first the page 校验 shows the open month with repeats
 * folded.
 */
export async function showAll(pane: Page | Frame): Promise<void> {
  for (const name of TOGGLES) {
    const toggle = pane.getByRole("button", { name });
    if ((await toggle.getAttribute("aria-pressed")) !== "true") await toggle.click();
  }
}
