import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import ExcelJS from "exceljs";
import type { Frame, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { axeProblems } from "../setup/axe";
import {
  readCell,
  startWithPane,
  typeFormula,
  type WorkbenchWithPane,
} from "../setup/workbenchPage";
import { HEADER } from "../setup/ledger";
import { showAll } from "./pane/showAll";

/**
 * Another department, built through the page alone: trainee, agent and lead, three tiers from 70 and 90,
 * marginal commission from 10,000, four months of which one in tier 1 to become a lead.
 */
const MONTHS = ["2026-07", "2026-08", "2026-09", "2026-10"];
const PEOPLE: readonly (readonly [id: string, level: string, scores: readonly number[]])[] = [
  ["W1", "专员", [70, 75, 80, 90]],
  ["W2", "专员", [70, 75, 80, 89.5]],
  ["W3", "组长", [95, 95, 95, 95]],
  ["W4", "学员", [80, 80, 80, 80]],
  ["W5", "高级客服", [80]],
];

async function writeDepartment(file: string): Promise<void> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet("成绩");
  sheet.addRow(HEADER);
  for (const [id, level, scores] of PEOPLE)
    scores.forEach((score, index) => {
      const month = MONTHS[MONTHS.length - scores.length + index];
      sheet.addRow([id, `员工${id}`, month, level, score, 35_000]);
    });
  await workbook.xlsx.writeFile(file);
}

let folder: string;
let workbench: WorkbenchWithPane;
let page: Page;
let pane: Frame;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "policy-values-"));
  const file = path.join(folder, "部门.xlsx");
  await writeDepartment(file);
  workbench = await startWithPane(file);
  ({ page, pane } = workbench);
  await pane.getByRole("tab", { name: "制度" }).click();
  await button("修改数值").waitFor();
});

afterAll(async () => {
  await workbench.close();
  rmSync(folder, { recursive: true });
});

const button = (name: string, within: Frame | Locator = pane): Locator =>
  within.getByRole("button", { name, exact: true });
const field = (where: string): Locator => pane.locator(`[data-field="${where}"]`);
const group = (id: string): Locator => pane.locator(`[data-group="${id}"]`);
const save = (): Locator => button("保存为新版本");
const canSave = async (): Promise<boolean> =>
  (await save().getAttribute("aria-disabled")) !== "true";

async function unfold(part: Locator): Promise<void> {
  const head = part.locator("> button");
  if ((await head.getAttribute("aria-expanded")) !== "true") await head.click();
}

async function openGroup(section: string, id: string): Promise<Locator> {
  await unfold(pane.locator(`[data-section="${section}"]`));
  await unfold(group(id));
  return group(id);
}

async function fill(where: string, text: string): Promise<void> {
  await field(where).locator("input").first().fill(text);
}

/** A value that a reading decides made a plain one. */
async function settle(where: string): Promise<void> {
  await button("改为固定值", field(where)).click();
}

async function add(title: string, typed: Readonly<Record<string, string>>): Promise<void> {
  const form = pane.locator("details", { hasText: title });
  await form.locator("summary").click();
  for (const [label, text] of Object.entries(typed))
    await form.getByLabel(label, { exact: true }).fill(text);
  await button(title, form).click();
}

/** Months before the open one go by what was changed, too. */
async function holdForAll(): Promise<void> {
  await pane.locator('[data-past-choice="all"]').click();
}

/** The second press is asked for only where something would be lost. */
async function discard(): Promise<void> {
  await button("放弃草稿").click();
  await button("再点一次，放弃全部改动").click();
  await button("修改数值").waitFor();
}

const answer = (reference: string, formula: string): Promise<unknown> =>
  typeFormula(page, reference, formula);

const cell = (reference: string): Promise<unknown> => readCell(page, reference);

const parts = (): Promise<string[]> =>
  page.evaluate(() => window.workbench.host.workbook.customXmlParts.map(({ xml }) => xml));

async function pick(name: string, content: string): Promise<void> {
  await pane
    .locator('input[type="file"]')
    .setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(content) });
}

describe("bad input is said at its field, and nothing is saved", () => {
  test("text in a number, by keyboard alone", async () => {
    await button("修改数值").focus();
    await page.keyboard.press("Enter");
    await pane.locator('[data-section="levels"] > button').focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    // The second level's row.
    await page.keyboard.press("Enter");
    const salary = field("$.levels[1].baseSalaryFen");
    await salary.locator("input").focus();
    await page.keyboard.press("Control+A");
    await page.keyboard.type("两千二");
    await salary.getByText("“两千二”不是数字").waitFor();
    expect(await salary.locator("input").getAttribute("aria-invalid")).toBe("true");
    await pane.getByText("需改正 1").first().waitFor();
    expect(await canSave()).toBe(false);
    expect(await axeProblems(pane)).toEqual([]);
    await page.keyboard.press("Control+A");
    await page.keyboard.type("2,200");
    await pane.getByText("草稿：0 处改动").waitFor();
  });

  test("the buttons stay in their place when it is told what the draft comes to", async () => {
    const salary = "$.levels[1].baseSalaryFen";
    const top = async (): Promise<number | undefined> =>
      (await button("放弃草稿").boundingBox())?.y;
    await fill(salary, "2300");
    await pane.getByText("草稿：1 处改动").waitFor();
    const before = await top();
    await pane.locator("[data-effect]").waitFor();
    expect(await top()).toBe(before);
    await fill(salary, "2200");
    await pane.getByText("草稿：0 处改动").waitFor();
  });

  test.each([
    [
      "a threshold out of order",
      "commission",
      "commission.bands.1",
      "$.commission.bands[1].fromFen",
      "45000",
      "40,000",
    ],
    ["a band that leaves a gap", "tiers", "score.bands.2", "$.score.bands[2].to", "88", "88"],
  ])("%s", async (_, section, id, where, typed, said) => {
    await openGroup(section, id);
    if ((await field(where).locator("input").count()) === 0) await settle(where);
    await fill(where, typed);
    await field(where).locator('[role="alert"]', { hasText: said }).waitFor();
    expect(await canSave()).toBe(false);
    await discard();
    await button("修改数值").click();
  });

  test("a link leads from what is to be mended to its field", async () => {
    await openGroup("levels", "levels.2");
    await fill("$.levels[2].baseSalaryFen", "1");
    await unfold(pane.locator('[data-section="headings"]'));
    await pane
      .getByRole("group", { name: "先改正这些，才能保存" })
      .getByRole("button")
      .first()
      .click();
    await field("$.levels[2].baseSalaryFen").locator("input").waitFor();
    expect(await field("$.levels[2].baseSalaryFen").locator(":focus").count()).toBe(1);
    await discard();
    expect(await parts()).toEqual([]);
  });

  test.each([
    ["truncated", '{"schema":1,"decisions":[', "不是完整的 JSON"],
    ["deeply nested", "[".repeat(50_000), "嵌套太深"],
    ["with prototype keys", '{"schema":1,"decisions":[],"__proto__":{}}', "$.__proto__"],
    [
      "with a huge list",
      JSON.stringify({ schema: 1, decisions: Array(10_001).fill({ reading: "a", option: "b" }) }),
      "$.decisions",
    ],
    ["of a newer product", '{"schema":9,"decisions":[]}', "格式 9"],
  ])("a file that is %s", async (_, content, said) => {
    await pick("policy.json", content);
    const seen = pane.locator('[data-import="refused"]');
    await seen.getByText(said).first().waitFor();
    await seen.getByText("本工作簿的制度没有改动").waitFor();
    await button("取消", seen).click();
    expect(await parts()).toEqual([]);
  });

  test("markup in names and things unknown here are shown as text, and kept", async () => {
    const markup = "<img src=x onerror=globalThis.hacked=1>";
    await pick(
      "policy.json",
      JSON.stringify({
        schema: 1,
        decisions: [{ reading: "NEW", option: "a", note: markup }],
        versions: [{ id: "v", from: "2026-01", name: markup, values: {} }],
        later: 1,
      }),
    );
    await pane.locator('[data-import="read"]').getByText("$.decisions[0].reading").waitFor();
    expect(await axeProblems(pane)).toEqual([]);
    await button("替换本工作簿的制度").click();
    await pane.locator('[data-version="v"]').getByText(markup).waitFor();
    expect(await pane.evaluate(() => "hacked" in globalThis)).toBe(false);
    expect((await parts()).join("")).toContain('"later":1');
    await button("撤销上次保存").click();
    await pane.locator('[data-version="v"]').waitFor({ state: "detached" });
  });
});

describe("a three-level, marginal-commission policy built through the page", () => {
  test("is saved as a version from a month", async () => {
    await button("修改数值").click();
    for (const id of ["levels.4", "levels.3"])
      await button("删除此级别", await openGroup("levels", id)).click();
    for (const [at, zh, en, salary] of [
      [0, "学员", "Trainee", "2,500元"],
      [1, "专员", "Agent", "3000"],
      [2, "组长", "Lead", "¥4,000.50"],
    ] as const) {
      await openGroup("levels", `levels.${at}`);
      await fill(`$.levels[${at}].name.zh`, zh);
      await fill(`$.levels[${at}].name.en`, en);
      await fill(`$.levels[${at}].baseSalaryFen`, salary);
    }
    await fill("$.levels[2].aliases", "小组长");
    await page.keyboard.press("Enter");

    await button("删除，并入下一等级", await openGroup("tiers", "score.bands.1")).click();
    for (const [at, points] of [
      [1, "70"],
      [2, "90"],
    ] as const) {
      const tier = await openGroup("tiers", `score.bands.${at}`);
      await settle(`$.score.bands[${at}].from`);
      await fill(`$.score.bands[${at}].from`, points);
      await button("让下一等级到此为止", tier).click();
    }

    for (const id of ["commission.bands.3", "commission.bands.2"])
      await button("删除此档", await openGroup("commission", id)).click();
    await add("增加提成档", { 提成门槛: "１０,０００元", 提成比例: "0.5%" });
    await openGroup("commission", "commission");
    await settle("$.commission.mode");
    await field("$.commission.mode").locator("select").selectOption({ label: "分段累进" });

    await button("删除成绩条件", await openGroup("rules", "promotion.rules.0")).click();
    await openGroup("rules", "promotion.rules.0");
    await settle("$.promotion.rules[0].streakMonths");
    await fill("$.promotion.rules[0].streakMonths", "4个月");
    const inner = field("$.promotion.rules[0].inner");
    await inner.getByLabel("其中须有的月份 要求").selectOption({ label: "至少" });
    await inner.getByLabel("其中须有的月份 月数").fill("1");

    await pane.getByLabel("从哪个月起生效").fill("2026-01");
    await pane.getByLabel("版本名称").fill("售后部");
    await pane.locator('[data-draft="savable"]').waitFor();
    await pane.locator("[data-effect]").waitFor();
    await save().click();
    await holdForAll();
    await pane.locator('[data-version="2026-01"]').getByText("当月适用").waitFor();
  });

  test("the functions go by it, and past months keep theirs", async () => {
    await page.evaluate(() => window.workbench.whenIdle());
    // 10,000 at 0.5 %, 10,000 at 0.7 %, 5,000 at 0.9 %.
    expect(await answer("成绩!J2", "=CS.COMMISSION(F2)")).toBe(165);
    expect(await answer("成绩!J3", '=CS.BASEPAY("小组长")')).toBe(4000.5);
    expect(await answer("成绩!J4", "=CS.TIER(69.5)")).toBe(3);
    expect(await answer("成绩!J5", '=CS.ELIGIBLE(E2:E5,"专员")')).toBe("成绩达标：组长");
    expect(await answer("成绩!J6", '=CS.ELIGIBLE(E6:E9,"专员")')).toBe("最快还需1个月：组长");
    expect(await answer("成绩!J7", '=CS.BASEPAY("高级客服",202512)')).toBe(2800);
  });

  test("findings and candidates go by it", async () => {
    await pane.getByRole("tab", { name: "校验" }).click();
    await button("校验当月").click();
    await pane.locator("[data-candidate]").first().waitFor();
    await showAll(pane);
    const rows = await pane.$$eval("[data-candidate]", (found) =>
      found.map((row) =>
        ["data-candidate", "data-target", "data-status"]
          .map((name) => row.getAttribute(name))
          .join(" "),
      ),
    );
    expect(rows.sort()).toEqual([
      "W1 middle eligible",
      "W2 middle not_yet",
      "W3  top_level",
      "W4 junior eligible",
      "W5  excluded",
    ]);
    const levels = await pane.$$eval('[data-finding="F-LVL-01"]', (found) =>
      found.map((row) => row.getAttribute("data-cell")),
    );
    expect(levels).toEqual(["成绩!D18"]);
    await pane.getByRole("tab", { name: "制度" }).click();
  });

  test("a later version must start later; a locked one takes no values", async () => {
    await button("修改数值").click();
    await pane.getByLabel("从哪个月起生效").fill("2025-12");
    await pane.getByText("生效月须晚于上一个版本的 2026-01").waitFor();
    expect(await canSave()).toBe(false);
    await button("放弃草稿").click();
    const version = pane.locator('[data-version="2026-01"]');
    await button("锁定", version).click();
    await version.getByText("已锁定").waitFor();
    expect(await button("改数值", version).count()).toBe(0);
    await button("解锁", version).click();
    await button("改数值", version).waitFor();
  });

  test("two versions are compared, and the last save is taken back", async () => {
    await button("比较两个版本").click();
    await pane.locator("[data-effect]").waitFor();
    expect(await pane.locator('[data-change="removed"]').count()).toBeGreaterThan(2);
    const version = pane.locator('[data-version="2026-01"]');
    await button("删除", version).click();
    await button("删除版本", version).click();
    await holdForAll();
    await version.waitFor({ state: "detached" });
    await page.evaluate(() => window.workbench.whenIdle());
    expect(await cell("成绩!J3")).toBe("#N/A");
    await button("撤销上次保存").click();
    await version.waitFor();
    await page.evaluate(() => window.workbench.whenIdle());
    expect(await cell("成绩!J3")).toBe(4000.5);
  });
});
