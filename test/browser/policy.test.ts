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
import { decideForAllMonths, optionOf, showPolicy, unfoldPart } from "./pane/policyPage";

/**
 * The page "制度" of the built add-in in the workbench, on the sample ledger: one journey from the first
 * question to the file that is opened again. Amounts are by hand, from the sample's rows of 2026-10.
 */
let workbench: WorkbenchWithPane;
let page: Page;
let pane: Frame;

beforeAll(async () => {
  workbench = await startWithPane();
  ({ page, pane } = workbench);
});

afterAll(() => workbench.close());

const type = (reference: string, formula: string): Promise<unknown> =>
  typeFormula(page, reference, formula);

const cell = (reference: string): Promise<unknown> => readCell(page, reference);
const cellBecomes = (reference: string, value: unknown): Promise<void> =>
  cellsBecome(page, { [reference]: value });
const option = (reading: string, id: string) => optionOf(pane, reading, id);

const decisions = (): Promise<unknown[]> =>
  page.evaluate(() =>
    window.workbench.host.workbook.customXmlParts
      .filter(({ xml }) => xml.includes("urn:cs-promotion:policy:1"))
      .map(
        ({ xml }) =>
          JSON.parse(
            new DOMParser().parseFromString(xml, "text/xml").documentElement.textContent ?? "",
          ) as unknown,
      ),
  );

const COMMISSION = "成绩!O4";
const BASE = "成绩!O5";

describe("a workbook that has decided nothing", () => {
  test("is asked only what changes an amount of the month; nothing is said before it is read", async () => {
    await type(COMMISSION, "=CS.COMMISSION(F163)");
    await type(BASE, '=CS.BASEPAY("储备主管")');
    // 55,000 × 1 %; the reserve supervisor's base waits for HR.
    expect([await cell(COMMISSION), await cell(BASE)]).toEqual([550, "#N/A"]);
    await pane.getByRole("button", { name: "校验当月", exact: true }).click();
    const card = pane.locator('section[aria-labelledby="policy-first-run"]');
    await card.waitFor();
    expect(await card.locator("[data-open]").innerText()).toMatch(
      /^制度有 5 处没写清，影响本月工资。相差最多的是“分数如何参与计算”：[\d,]+\.\d\d 元。$/u,
    );
    const salary = card.locator('[data-reading="SALARY_RESERVE"]');
    expect(await salary.locator("[data-option]").count()).toBe(2);
  });

  test("the base salary decides at once with its own choice, and then asks who approved it", async () => {
    const card = pane.locator('section[aria-labelledby="policy-first-run"]');
    await card.locator('[data-option="3000"]').click();
    await pane.locator('[data-past-choice="all"]').click();
    await cellBecomes(BASE, 3000);
    await card.getByLabel("批准人").fill("总经理");
    await card.getByLabel("备注").fill("多写了一个0");
    await card.getByRole("button", { name: "保存" }).click();
    await pane.getByText("记录已保存").waitFor();
    expect(await decisions()).toEqual([
      {
        schema: 1,
        decisions: [
          {
            reading: "SALARY_RESERVE",
            option: "3000",
            by: "总经理",
            on: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string,
            note: "多写了一个0",
          },
        ],
      },
    ]);
    // What validating showed has been validated again: nobody waits for the salary any more.
    await pane
      .locator('[data-finding="F-POL-02"]', { hasText: "储备主管底薪" })
      .waitFor({ state: "detached" });
  });
});

describe("deciding on the page", () => {
  test("shows all thirty, decides with a click, and the cells follow", async () => {
    await showPolicy(pane);
    expect(await pane.locator("[data-reading]").count()).toBe(30);
    expect(await pane.locator('[data-reading][data-undecided="true"]').count()).toBe(29);
    await option("COMMISSION_T1_FROM", "50000").getByText("若按").waitFor();
    expect(await option("COMMISSION_T1_FROM", "50000").innerText()).toContain("多付");
    await decideForAllMonths(pane, option("COMMISSION_T1_FROM", "50000"));
    await cellBecomes(COMMISSION, 715);
    expect(await option("COMMISSION_T1_FROM", "50000").getAttribute("aria-pressed")).toBe("true");
  });

  test("takes it back", async () => {
    await pane.getByRole("button", { name: "撤销上一步" }).click();
    await cellBecomes(COMMISSION, 550);
    expect(
      await pane.locator('[data-reading="COMMISSION_T1_FROM"]').getAttribute("data-undecided"),
    ).toBe("true");
  });

  test("the button decides the others, and never the blocking one", async () => {
    await pane
      .locator('[data-reading="SALARY_RESERVE"]')
      .getByRole("button", { name: "撤销决定" })
      .click();
    await pane.locator('[data-past-choice="all"]').click();
    await cellBecomes(BASE, "#N/A");
    await pane.getByRole("button", { name: "采用推荐口径" }).click();
    await pane.getByText("已确认 29 个口径").waitFor();
    expect(
      await pane
        .locator('[data-reading][data-undecided="true"]')
        .evaluateAll((all) => all.map((one) => one.getAttribute("data-reading"))),
    ).toEqual(["SALARY_RESERVE"]);
    await cellBecomes(COMMISSION, 550);
    await cellBecomes(BASE, "#N/A");
  });

  test("with the keyboard alone", async () => {
    await option("SALARY_RESERVE", "30000").focus();
    await page.keyboard.press("Enter");
    // The question from which month stands on the safe answer.
    await pane.locator('[data-past-choice="fromOpen"]:focus').waitFor();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await cellBecomes(BASE, 30000);
    const salary = pane.locator('[data-reading="SALARY_RESERVE"]');
    await salary.getByLabel("从哪个月起").fill("去年");
    await salary.getByRole("button", { name: "保存" }).press("Enter");
    await salary.getByText("“去年”不是月份").waitFor();
    await salary.getByRole("button", { name: "以后再说" }).press("Space");
  });

  test("checks lead to their clauses, clauses to their readings, in both languages of the search", async () => {
    await unfoldPart(pane, "checks");
    const first = pane.locator("[data-lint]").first();
    expect(await first.getAttribute("data-severity")).toBe("error");
    await pane.locator('[data-lint="PC12"]').click();
    await pane.locator('[data-clause="§6.C1"]:focus').waitFor();
    const search = pane.getByRole("searchbox", { name: "查找条款" });
    for (const [sought, clause] of [
      ["memo book", "§R2"],
      ["例会", "§R3"],
      ["6.s5", "§6.S5"],
    ] as const) {
      await search.fill(sought);
      await pane.locator(`[data-clause="${clause}"]`).waitFor();
    }
    await pane
      .locator('[data-clause="§6.S5"]')
      .getByRole("button", { name: "储备主管底薪" })
      .click();
    await pane.locator("#reading-SALARY_RESERVE-title:focus").waitFor();
  });

  test("a legal note is marked as read once, and its check is gone", async () => {
    await unfoldPart(pane, "legal");
    const note = pane.locator('[data-legal="L1"]');
    await note.locator("summary").click();
    await note.getByRole("button", { name: "已阅" }).click();
    await pane.locator('[data-legal="L1"][data-acknowledged="true"]').waitFor();
    expect(await pane.locator('[data-lint="PC50"]').count()).toBe(7);
  });
});

describe("the file", () => {
  test("opened again it is still decided", async () => {
    await page.evaluate(() => window.workbench.whenIdle());
    await openFile(page, "另存.xlsx", await savedFile(page));
    pane = await openedPane(page);
    await cellBecomes(BASE, 30000);
    await showPolicy(pane);
    expect(await option("SALARY_RESERVE", "30000").getAttribute("aria-pressed")).toBe("true");
    expect(await pane.locator('[data-reading][data-undecided="true"]').count()).toBe(0);
    expect(await pane.locator('[data-legal="L1"]').getAttribute("data-acknowledged")).toBe("true");
  });

  test("what a colleague has saved meanwhile is there when the pane comes to the front", async () => {
    await page.evaluate(() => {
      const part = window.workbench.host.workbook.customXmlParts.find(({ xml }) =>
        xml.includes("urn:cs-promotion:policy:1"),
      );
      if (part !== undefined) part.xml = part.xml.replace('"option":"30000"', '"option":"3000"');
    });
    await pane.evaluate(() => window.dispatchEvent(new Event("focus")));
    await cellBecomes(BASE, 3000);
    await pane
      .locator('[data-reading="SALARY_RESERVE"] [data-option="3000"][aria-pressed="true"]')
      .waitFor();
  });
});
