import { afterAll, beforeAll, expect, test } from "vitest";
import { startWorkbenchPage, whenOpened, type WorkbenchPage } from "../setup/workbenchPage";

/** How much later than Microsoft's script the add-in's own comes, as over a slow or cold connection. */
const LATE = 2_000;

let workbench: WorkbenchPage;
let arrived = false;

beforeAll(async () => {
  workbench = await startWorkbenchPage(undefined, async (page) => {
    await page.route("**/functions.js", async (route) => {
      await new Promise((resolve) => setTimeout(resolve, LATE));
      arrived = true;
      await route.continue();
    });
  });
});

afterAll(() => workbench.close());

/** What the cells with functions of the add-in show. */
function shown(): Promise<unknown[]> {
  return workbench.page.evaluate(() =>
    ["K", "L", "M", "N"].flatMap((column) =>
      Array.from({ length: 170 }, (_, row) =>
        window.workbench.readCell(`成绩!${column}${row + 2}`),
      ),
    ),
  );
}

test("calls and the first click of a button are answered however late functions.js comes", async () => {
  const { page } = workbench;
  await page.waitForFunction(() => {
    const frame = document.querySelector<HTMLIFrameElement>("#add-in");
    return frame?.contentWindow != null && "Office" in frame.contentWindow;
  });
  const pressed = page.evaluate(() => window.workbench.host.runAction("validateMonth"));
  expect(arrived).toBe(false);
  await Promise.all([whenOpened(page), pressed]);
  expect(arrived).toBe(true);
  const early = await shown();
  expect(early.filter((value) => typeof value === "number").length).toBeGreaterThan(300);
  await page.evaluate(() => window.workbench.host.workbook.calculateAll());
  await page.evaluate(() => window.workbench.whenIdle());
  expect(early).toEqual(await shown());
  await page.frameLocator("#add-in").locator("[data-finding]").first().waitFor();
});
