import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { Frame, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  cellsBecome,
  openedPane,
  openFile,
  readCell,
  savedFile,
  startWithPane,
  typeFormula,
  type WorkbenchWithPane,
} from "../setup/workbenchPage";
import { decideForAllMonths, optionOf, showPolicy } from "./pane/policyPage";

/** Another program drops the part: the pane says so, nothing is computed, and one click brings it back. */
let workbench: WorkbenchWithPane;
let page: Page;
let pane: Frame;

beforeAll(async () => {
  workbench = await startWithPane();
  ({ page, pane } = workbench);
});
afterAll(() => workbench.close());

const CELLS = ["成绩!O4", "成绩!O5", "成绩!O6"];
const read = (): Promise<unknown[]> => Promise.all(CELLS.map((cell) => readCell(page, cell)));
const become = (values: readonly unknown[]): Promise<void> =>
  cellsBecome(page, Object.fromEntries(CELLS.map((cell, at) => [cell, values[at]])));
const state = (value: string) => pane.locator(`#root[data-policy="${value}"]`).waitFor();

/** The file without its custom XML, as most programs save it. */
function withoutParts(bytes: Uint8Array): Uint8Array {
  const kept = Object.entries(unzipSync(bytes))
    .filter(([name]) => !name.startsWith("customXml/"))
    .map(([name, content]): [string, Uint8Array] => {
      if (!/(?:\.rels|\[Content_Types\]\.xml)$/u.test(name)) return [name, content];
      const text = strFromU8(content).replace(
        /<(?:Relationship|Override)\b[^>]*customXml\/[^>]*\/>/gu,
        "",
      );
      return [name, strToU8(text)];
    });
  return zipSync(Object.fromEntries(kept));
}

async function decideOnPage(reading: string, id: string): Promise<void> {
  const option = optionOf(pane, reading, id);
  await decideForAllMonths(pane, option);
  await option.and(pane.locator('[aria-pressed="true"]')).waitFor();
}

let saved: Uint8Array;
let before: unknown[];

describe("decisions that another program has dropped", () => {
  test("were in force, and saved with their copy", async () => {
    await state("built-in");
    await typeFormula(page, CELLS[0] ?? "", "=CS.COMMISSION(55000)");
    await typeFormula(page, CELLS[1] ?? "", '=CS.BASEPAY("储备主管")');
    await typeFormula(page, CELLS[2] ?? "", '=CS.CLAUSE("§1")');
    const undecided = await read();
    expect(undecided.slice(0, 2)).toEqual([550, "#N/A"]);
    await showPolicy(pane);
    await decideOnPage("SALARY_RESERVE", "3000");
    await decideOnPage("COMMISSION_T1_FROM", "50000");
    before = [715, 3000, undecided[2]];
    await become(before);
    await state("workbook");
    saved = await savedFile(page);
    const sheets = strFromU8(unzipSync(saved)["xl/workbook.xml"] ?? new Uint8Array());
    expect(sheets).toMatch(/<sheet[^>]*name="_CS_POLICY"[^>]*state="veryHidden"/u);
    expect(sheets).toMatch(/<definedName[^>]*name="_CS_POLICY"[^>]*hidden="1"/u);
  });

  test("are lost: nothing that needs the policy is computed, and every page says why", async () => {
    await openFile(page, "lost.xlsx", withoutParts(saved));
    pane = await openedPane(page);
    await state("lost");
    await become(["#N/A", "#N/A", before[2]]);
    expect(await page.evaluate(() => window.workbench.errorMessage("成绩!O4"))).toContain(
      "本工作簿的制度设置在另存时丢失",
    );
    const card = pane.locator('[data-kept="lost"]');
    expect(await card.innerText()).toContain("2 条口径决定、0 个自定义版本，决定人：HR");
    await pane.getByRole("button", { name: "校验当月", exact: true }).click();
    // What was not done, why, and what to do next.
    await pane.getByText("请点窗格上方的“恢复”").first().waitFor();
    for (const name of ["制度", "晋升", "薪资", "共享"]) {
      await pane.getByRole("tab", { name }).click();
      expect(await card.isVisible()).toBe(true);
    }
  });

  test("come back with one click, which shows what comes, and can be taken back", async () => {
    const card = pane.locator('[data-kept="lost"]');
    await card.getByText("查看会恢复的内容").click();
    expect(await card.locator("li").allInnerTexts()).toEqual([
      expect.stringMatching(/^储备主管底薪：3000 元.*（HR \d{4}-\d\d-\d\d）$/u),
      expect.stringMatching(/^一级提成起点：应从 50000 元起（HR /u),
    ]);
    await card.getByRole("button", { name: "恢复", exact: true }).click();
    await become(before);
    await state("workbook");
    await pane.getByRole("button", { name: "撤销恢复" }).click();
    await state("lost");
    await become(["#N/A", "#N/A", before[2]]);
    await card.getByRole("button", { name: "恢复", exact: true }).click();
    await become(before);
  });

  test("are in the file again where Excel wants them", async () => {
    const again = await savedFile(page);
    await openFile(page, "again.xlsx", again);
    pane = await openedPane(page);
    await state("workbook");
    await become(before);
    expect(await pane.locator("[data-kept]").count()).toBe(0);
  });
});
