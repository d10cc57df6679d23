import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { Frame, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  cellsBecome,
  openedPane,
  openFile,
  readCell,
  savedFile,
  startWorkbenchPage,
  typeFormula,
  type WorkbenchPage,
} from "../setup/workbenchPage";

/** The department's policy beside the page: from the first answer on, kept with the first write, compared later. */
let workbench: WorkbenchPage;
let page: Page;
let pane: Frame;
let asked = 0;
/** What the server answers for policy.json; null: nothing, as without a network. */
let answer: { readonly status?: number; readonly body: string } | null;

const policy = (t1: string): string =>
  JSON.stringify({
    schema: 1,
    decisions: [
      { reading: "SALARY_RESERVE", option: "3000", by: "人事部", on: "2026-11-01" },
      { reading: "COMMISSION_T1_FROM", option: t1, by: "人事部", on: "2026-11-01" },
    ],
    versions: [{ id: "department", from: "2026-01", name: "2026-01", values: {} }],
  });

/** The page of a build that has a policy, which the server answers for as the test says. */
async function prepare(opened: Page): Promise<void> {
  await opened.route("**/taskpane.html*", async (route) => {
    const response = await route.fetch();
    const html = (await response.text()).replace(
      /(<meta name="department-policy" content=")"/u,
      '$1policy.json"',
    );
    await route.fulfill({ response, body: html });
  });
  await opened.route("**/policy.json", (route) => {
    asked += 1;
    return answer === null
      ? route.abort()
      : route.fulfill({ contentType: "application/json", ...answer });
  });
}

beforeAll(async () => {
  answer = { body: policy("50000") };
  workbench = await startWorkbenchPage(undefined, prepare);
  ({ page } = workbench);
  pane = await openedPane(page);
});
afterAll(() => workbench.close());

const BASE = "成绩!O5";
const COMMISSION = "成绩!O4";
const cells = async (): Promise<unknown[]> => [
  await readCell(page, BASE),
  await readCell(page, COMMISSION),
];
const become = (base: unknown, commission: unknown): Promise<void> =>
  cellsBecome(page, { [BASE]: base, [COMMISSION]: commission });
const state = (value: string) => pane.locator(`#root[data-policy="${value}"]`).waitFor();
/** Waits until no task runs: a button does nothing meanwhile. */
const press = (name: string) =>
  pane.getByRole("button", { name, exact: true, disabled: false }).click();
const card = (kind: string) => pane.locator(`[data-kept="${kind}"]`);

let kept: Uint8Array;
let untouched: Uint8Array;

describe("a workbook without a policy of its own", () => {
  test("goes by the department's, and the pane says so", async () => {
    await state("department");
    await typeFormula(page, BASE, '=CS.BASEPAY("储备主管")');
    await typeFormula(page, COMMISSION, "=CS.COMMISSION(55000)");
    expect(await cells()).toEqual([3000, 715]);
    await card("department").getByText("按部门统一制度 2026-01 版").waitFor();
    expect(asked).toBe(1);
    untouched = await savedFile(page);
  });

  test("keeps nothing while it is only read, and the policy with the first write", async () => {
    await press("校验当月");
    await pane.locator("[data-count]").first().waitFor();
    await state("department");
    await press("高亮");
    await state("workbook");
    expect(await cells()).toEqual([3000, 715]);
    expect(await card("department").count()).toBe(0);
    kept = await savedFile(page);
  });
});

describe("after the department has changed its policy", () => {
  test("a workbook that keeps the former one stays as it was computed, and the pane says once what differs", async () => {
    answer = { body: policy("60000") };
    await openFile(page, "kept.xlsx", kept);
    pane = await openedPane(page);
    await state("workbook");
    await become(3000, 715);
    await press("比较");
    const effect = card("departs").locator("[data-effect]");
    await effect.waitFor();
    expect(await effect.innerText()).toMatch(/^2026-10：若按“部门统一制度”：/u);
    expect(await card("departs").locator("li").allInnerTexts()).toEqual([
      expect.stringMatching(/^一级提成起点：.*60000/u),
      expect.stringMatching(/^一级提成起点：.*50000/u),
    ]);
  });

  test("HR takes it over, and takes that back", async () => {
    await press("改用部门统一制度");
    await become(3000, 550);
    await state("workbook");
    await press("改回原来的制度");
    await become(3000, 715);
    await card("departs").waitFor();
  });

  test("HR keeps the workbook's own: it is not said again, but of the next one it is", async () => {
    await press("保留本工作簿的制度");
    await card("departs").waitFor({ state: "detached" });
    const declined = await savedFile(page);
    await openFile(page, "declined.xlsx", declined);
    pane = await openedPane(page);
    await state("workbook");
    await become(3000, 715);
    expect(await card("departs").count()).toBe(0);
    answer = { body: policy("60000").replace('"3000"', '"30000"') };
    await openFile(page, "again.xlsx", declined);
    pane = await openedPane(page);
    await card("departs").waitFor();
    await become(3000, 715);
  });
});

/** The file with settings where LibreOffice leaves those of a workbook, and no copy of them in cells. */
function withDetachedPart(bytes: Uint8Array, json: string): Uint8Array {
  const files = unzipSync(bytes);
  const relations = strFromU8(files["_rels/.rels"] ?? new Uint8Array());
  return zipSync({
    ...files,
    "customXml/item1.xml": strToU8(`<policy xmlns="urn:cs-promotion:policy:1">${json}</policy>`),
    "_rels/.rels": strToU8(
      relations.replace(
        "</Relationships>",
        '<Relationship Id="rIdLost" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml" Target="customXml/item1.xml"/></Relationships>',
      ),
    ),
  });
}

test("an older file whose settings were detached: validating finds them, and nothing is computed until they are restored", async () => {
  answer = { body: policy("60000") };
  await openFile(page, "older.xlsx", withDetachedPart(untouched, policy("50000")));
  pane = await openedPane(page);
  await state("department");
  await press("校验当月");
  await state("lost");
  await become("#N/A", "#N/A");
  expect(await card("lost").innerText()).toContain("2 条口径决定");
  await press("恢复");
  await state("workbook");
  await become(3000, 715);
});

describe("a policy that cannot be followed", () => {
  test.each([
    ["no network", null, "unreachable", "取不到部门统一制度"],
    ["no file", { status: 404, body: "" }, "broken", "缺失或无法读取"],
    ["a page of a proxy", { body: "<!doctype html>" }, "broken", "缺失或无法读取"],
    ["a later format", { body: '{"schema":2,"decisions":[]}' }, "newer", "更新的版本"],
  ])("%s: nothing is computed, and the pane says why", async (what, given, kind, says) => {
    answer = given;
    await openFile(page, `${what}.xlsx`, untouched);
    pane = await openedPane(page);
    await state(kind);
    await become("#N/A", "#N/A");
    expect(await card("fault").innerText()).toContain(says);
    await press("校验当月");
    await pane.getByText("不会用其他制度代算").nth(1).waitFor();
  });

  test("is followed as soon as it can be", async () => {
    answer = { body: policy("50000") };
    await press("重新读取");
    await state("department");
    await become(3000, 715);
    expect(await card("fault").count()).toBe(0);
  });
});
