import type { Frame, Locator } from "playwright-core";

/** Opens the page of the policy with every reading listed, and waits until it shows what there is to decide. */
export async function showPolicy(pane: Frame): Promise<void> {
  await pane.getByRole("tab", { name: "制度" }).click();
  await pane.getByRole("switch", { name: "全部列出" }).check();
  await pane.locator("[data-reading]").first().waitFor();
}

/** Unfolds a part of the page that is one line at first. */
export async function unfoldPart(pane: Frame, part: string): Promise<void> {
  const folded = pane.locator(`details[data-part="${part}"]:not([open]) > summary`);
  if ((await folded.count()) > 0) await folded.click();
}

/** The button of an option of a reading. */
export function optionOf(pane: Frame, reading: string, option: string): Locator {
  return pane.locator(`[data-reading="${reading}"] [data-option="${option}"]`);
}

/** Decides by a click, for all months where it is asked from which one. */
export async function decideForAllMonths(pane: Frame, option: Locator): Promise<void> {
  await option.click();
  const all = pane.locator('[data-past-choice="all"]');
  await all
    .or(option.and(pane.locator('[aria-pressed="true"]')))
    .first()
    .waitFor();
  if (await all.isVisible()) await all.click();
}
