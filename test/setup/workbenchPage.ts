import type { Frame, Page } from "playwright-core";

/** The add-in's pane beside the grid, once the workbook is open and the pane ready. */
export async function openedPane(page: Page): Promise<Frame> {
  await page.getByTestId("status").filter({ hasText: "已打开" }).waitFor();
  await page.evaluate(() => window.workbench.whenIdle());
  await page.frameLocator("#add-in").getByRole("button", { name: "校验当月" }).waitFor();
  const frame = await (await page.$("#add-in"))?.contentFrame();
  if (frame === null || frame === undefined) throw new Error("There is no pane");
  return frame;
}

/** Types a formula into a cell by keyboard; the cell's value once everything is calculated. */
export async function typeFormula(
  page: Page,
  reference: string,
  formula: string,
): Promise<unknown> {
  await page.evaluate((cell) => window.workbench.select(cell), reference);
  await page.keyboard.type(formula, { delay: 15 });
  await page.evaluate(() => window.workbench.whenTyped());
  await page.keyboard.press("Enter");
  await page.evaluate(() => window.workbench.whenIdle());
  return page.evaluate((cell) => window.workbench.readCell(cell), reference);
}
