import path from "node:path";
import type { Page } from "playwright-core";

/** Keeps a picture of the page in the folder, where one is named. */
export async function screenshot(
  page: Page,
  folder: string | undefined,
  name: string,
): Promise<void> {
  if (folder !== undefined)
    await page.screenshot({ path: path.join(folder, `${name}.png`), fullPage: true });
}

/** What a sheet of the workbook behind the pane holds: formulas as they are written. */
export function cellsOf(page: Page, name: string): Promise<string[][]> {
  return page.evaluate((wanted) => {
    const sheet = globalThis.paneHost.workbook.sheets().find((each) => each.name === wanted);
    const used = sheet?.usedArea(true);
    if (sheet === undefined || !used) return [];
    return Array.from({ length: used.row + used.rows }, (_, row) =>
      Array.from({ length: used.column + used.columns }, (__, column) => {
        const held = sheet.formula(row, column) ?? sheet.value(row, column);
        return typeof held === "object" ? (held?.error ?? "") : String(held);
      }),
    );
  }, name);
}

/** Whether nothing of the page lies beyond its width. */
export function fitsWidth(page: Page): Promise<boolean> {
  return page.evaluate(
    () => document.documentElement.scrollWidth <= document.documentElement.clientWidth,
  );
}
