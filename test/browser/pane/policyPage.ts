import type { Frame, Locator } from "playwright-core";

/** Opens the page of the policy, and waits until it shows what there is to decide. */
export async function showPolicy(pane: Frame): Promise<void> {
  await pane.getByRole("tab", { name: "制度" }).click();
  await pane.locator("[data-reading]").first().waitFor();
}

/** The button of an option of a reading. */
export function optionOf(pane: Frame, reading: string, option: string): Locator {
  return pane.locator(`[data-reading="${reading}"] [data-option="${option}"]`);
}
