import type { Frame, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { showAll } from "./pane/showAll";
import {
  openedPane,
  openFile,
  savedFile,
  startWithPane,
  typeFormula,
  type WorkbenchWithPane,
} from "../setup/workbenchPage";

/**
 * The sample ledger, validated by the built add-in in the workbench. The slips stand in
 * scripts/sampleWorkbook.ts; each row says which one it is, or which rule a hand calculation used.
 */
type Row = readonly [finding: string, severity: string, cell: string];

const at = (code: string, severity: string, column: string, rows: readonly number[]): Row[] =>
  rows.map((row) => [code, severity, `成绩!${column}${row}`]);

/** Rows of 周杰; rows with 91 or more of a known level above probation; rows on probation with 60 or more. */
const RESERVE = [10, 22, 35, 47, 59, 71, 83, 95, 107, 119, 131, 143, 156, 170];
const TIER_1 = [
  4, 10, 15, 16, 22, 27, 28, 35, 40, 42, 47, 52, 53, 54, 59, 64, 65, 71, 73, 77, 83, 85, 88, 89, 95,
  97, 101, 102, 104, 107, 109, 113, 114, 116, 119, 120, 121, 124, 125, 126, 127, 128, 131, 132, 133,
  135, 136, 137, 139, 143, 144, 146, 147, 148, 149, 150, 156, 157, 158, 161, 162, 164, 170, 171,
  173,
];
const ON_PROBATION = [6, 18, 30, 140, 151, 152, 153, 165, 166, 167];
/** 张敏 in 2025-12, 马超 in 2026-01, 李娜 in 2026-03, 黄丽 (falling) in 2026-05. */
const RISEN = [43, 64, 78, 106];

const FINDINGS: readonly (readonly [why: string, ...rows: Row[]])[] = [
  ["a copied row has neither 工号 nor 姓名", ["F-EMP-01", "error", "成绩!B167"]],
  [
    "two people are called 张敏, A03 and A11: at each one's last row",
    ["F-EMP-02", "warning", "成绩!B163"],
    ["F-EMP-02", "warning", "成绩!B158"],
  ],
  ["刘 洋 is written with a space in 2026-03", ["F-EMP-03", "warning", "成绩!B80"]],
  ["孙悦 has no score since 2026-06", ["F-EMP-04", "info", "成绩!B122"]],
  ["王芳's level is blank in 2025-12", ["F-LVL-01", "error", "成绩!D41"]],
  ["资深客服 is no level", ["F-LVL-01", "error", "成绩!D76"]],
  ["黄丽 falls from senior to middle in 2026-05", ["F-LVL-02", "warning", "成绩!D106"]],
  ["去年12月 is no month", ["F-MON-01", "error", "成绩!C50"]],
  ["2062-09 is typed for 2026-09", ["F-MON-01", "error", "成绩!C160"]],
  ["陈静's 2026-09 stands twice alike", ["F-MON-02", "warning", "成绩!C152"]],
  ["黄丽's 2025-11 stands twice with other scores", ["F-MON-02", "error", "成绩!C34"]],
  ["吴敏 has no row in 2026-08", ["F-MIS-01", "warning", "成绩!B171"]],
  ["马超's 2026-09 went to 2062", ["F-MIS-01", "warning", "成绩!B173"]],
  ["张敏 (A11) has no row in 2026-10", ["F-MIS-02", "warning", "成绩!B158"]],
  ["优秀 is no score", ["F-SCO-01", "error", "成绩!E159"]],
  [
    "86分, 88 as text and ９３",
    ["F-SCO-02", "info", "成绩!E17"],
    ["F-SCO-02", "info", "成绩!E43"],
    ["F-SCO-02", "info", "成绩!E95"],
  ],
  ["105 is above the scale", ["F-SCO-03", "error", "成绩!E63"]],
  ["0 may be a placeholder", ["F-SCO-04", "warning", "成绩!E87"]],
  [
    "60.5, 80 and 90.5 stand where the bands dispute",
    ["F-SCO-06", "warning", "成绩!E58"],
    ["F-SCO-06", "warning", "成绩!E100"],
    ["F-SCO-06", "warning", "成绩!E112"],
  ],
  ["3万 is no amount", ["F-SAL-01", "error", "成绩!F69"]],
  ["refunds of 1,200", ["F-SAL-02", "warning", "成绩!F109"]],
  [
    "55,000 and 52,300.50 lie between the disputed thresholds",
    ["F-SAL-03", "warning", "成绩!F163"],
    ["F-SAL-03", "warning", "成绩!F173"],
  ],
  ["吴敏's sales of 2026-09 are blank", ["F-SAL-04", "warning", "成绩!F157"]],
  ["赵磊 failed in 2026-08, 09 and 10", ["F-DIS-01", "warning", "成绩!E168"]],
  ["黄丽 failed in 2026-10", ["F-DIS-02", "info", "成绩!E169"]],
  ["赵磊 has three complaints in 2026-10", ["F-DIS-03", "warning", "成绩!H168"]],
  [
    "five candidates",
    ["F-ELI-01", "info", "成绩!B161"],
    ["F-ELI-01", "info", "成绩!B162"],
    ["F-ELI-01", "info", "成绩!B163"],
    ["F-ELI-01", "info", "成绩!B164"],
    ["F-ELI-01", "info", "成绩!B165"],
  ],
  ["杨帆 is one month short", ["F-ELI-02", "info", "成绩!B166"]],
  ["王芳: the year before her run is not on the sheet", ["F-ELI-03", "warning", "成绩!B161"]],
  ["张敏: of the last three months one is tier 1", ["F-ELI-03", "warning", "成绩!B163"]],
  ["刘洋: five tier-1 months are not exactly two", ["F-ELI-03", "warning", "成绩!B164"]],
  ["刘洋 has six tier-1 months", ["F-ELI-04", "info", "成绩!B164"]],
  ["周杰 is a reserve supervisor", ["F-POL-02", "warning", ""]],
  ["each month of his waits for the base salary", ...at("F-PAY-03", "warning", "D", RESERVE)],
  ["22,620.50 × 0.7 % beside a level that earns no commission", ["F-PAY-01", "error", "成绩!K165"]],
  ["91 or more, at a rate that nobody has decided", ...at("F-PAY-02", "warning", "E", TIER_1)],
  ["60 or more on probation", ...at("F-PAY-04", "info", "E", ON_PROBATION)],
  ["a level that is another one than the month before", ...at("F-PAY-05", "warning", "D", RISEN)],
  ["the built-in policy names neither issuer nor date", ["F-POL-03", "info", ""]],
  [
    "undecided readings that change somebody's October",
    ...[
      "一级提成起点",
      "提成算法",
      "试用期有无提成和绩效",
      "91分以上绩效比例",
      "分数如何参与计算",
      "各级条件的含义",
      "中级：几个一级月",
      "中级：看几个月",
      "半年、一年怎么算",
      "记录不足怎么办",
      "是否须为最近连续",
      "缺考月",
      "第二次投诉罚款",
      "“三次以上”是否含三次",
      "第三次起的罚款",
      "罚款是否从工资扣",
    ].map((): Row => ["F-POL-02", "warning", ""]),
  ],
];

/** By hand: the last months of each against §4.1.H, §4.2.F, §4.3.E and §4.4.H. */
const PEOPLE: readonly (readonly [who: string, target: string, status: string, because: string])[] =
  [
    ["A01", "reserve", "eligible", "14 months of tier 1; 8 and 12 are asked for"],
    ["A02", "senior", "eligible", "tier 1 since 2026-05, none below tier 2 in the half-year"],
    ["A03", "middle", "eligible", "85 92 86 93 88: five of tier 2 or better, two of tier 1"],
    ["A04", "middle", "eligible", "93 91 94 92 95"],
    ["A05", "junior", "eligible", "82 85 88"],
    ["A06", "junior", "not_yet", "84 86: one month short of three"],
    ["A07", "middle", "not_yet", "failed three times"],
    ["A08", "senior", "not_yet", "57 in the as-of month"],
    ["A09", "", "top_level", "reserve supervisor"],
    ["A10", "middle", "missing_data", "2026-08 is missing, everything else suffices"],
    ["A11", "senior", "missing_data", "2026-10 is missing, tier 1 before it"],
    ["A13", "middle", "excluded", "优秀 stands within the five months"],
    ["A14", "reserve", "not_yet", "80 and 90.5 within the eight months"],
  ];

const OUR_RULES = /CS\.(error|warning|candidate)/;
let workbench: WorkbenchWithPane;
let page: Page;
let pane: Frame;

beforeAll(async () => {
  workbench = await startWithPane();
  ({ page, pane } = workbench);
  await pane.getByRole("button", { name: "校验当月" }).click();
  await pane.locator("[data-finding]").first().waitFor();
});

afterAll(() => workbench.close());

const type = (reference: string, formula: string): Promise<unknown> =>
  typeFormula(page, reference, formula);

/** Our rules in the workbook, and how many others there are. */
const rules = (): Promise<string[]> =>
  page.evaluate(() =>
    window.workbench.host.workbook
      .sheets()
      .flatMap((sheet) => sheet.conditionalFormats().map(({ formula }) => formula)),
  );

describe("the sample ledger", () => {
  it("is read in five seconds: the result in sight, three screens in all, everything one click away", async () => {
    // Fetched after the rest of the page, above much of it.
    await pane.getByText("先确认口径").waitFor();
    const [bottom, height, screen] = await pane.evaluate(() => [
      document.querySelector("[data-summary]")?.getBoundingClientRect().bottom ?? Infinity,
      document.documentElement.scrollHeight,
      654,
    ]);
    expect(bottom).toBeLessThan(screen);
    expect(height).toBeLessThanOrEqual(3 * screen);
    await showAll(pane);
  });

  it("has each planted problem at its cell, and nothing else", async () => {
    const found = await pane.$$eval("[data-finding]", (rows) =>
      rows.map((row) =>
        ["data-finding", "data-severity", "data-cell"]
          .map((name) => row.getAttribute(name))
          .join(" "),
      ),
    );
    const expected = FINDINGS.flatMap(([, ...rows]) => rows.map((row) => row.join(" ")));
    expect(found.sort()).toEqual(expected.sort());
  });

  it("has the candidates that a calculation by hand gives", async () => {
    const found = await pane.$$eval("[data-candidate]", (rows) =>
      rows.map((row) =>
        ["data-candidate", "data-target", "data-status"].map((name) => row.getAttribute(name)),
      ),
    );
    expect(found.sort()).toEqual(
      PEOPLE.map(([who, target, status]) => [who, target, status]).sort(),
    );
  });

  it.each([
    // 55,000 × 1 %, the level of three good months, two months short of middle with one tier-1 month
    ["成绩!O4", "=CS.COMMISSION(F163)", 550],
    ["成绩!O5", "=CS.COMMISSION(30005)", 270.05],
    ["汇总!W2", "=CS.ELIGIBLE(D2:Q2)", "储备主管"],
    ["汇总!W3", "=CS.ELIGIBLE(D3:Q3,C3)", "成绩达标：高级客服"],
    ["汇总!W4", '=CS.BASEPAY("储备主管")', "#N/A"],
  ])("answers %s %s", async (reference, formula, answer) => {
    expect(await type(reference, formula)).toBe(answer);
  });

  it("shows the same answers in the formulas that were filled down", async () => {
    const column = (letter: string): Promise<unknown[]> =>
      page.evaluate(
        (name) =>
          Array.from({ length: 14 }, (_, row) =>
            window.workbench.readCell(`汇总!${name}${row + 2}`),
          ),
        letter,
      );
    await page.evaluate(() => window.workbench.whenIdle());
    expect(await column("S")).toEqual([
      "成绩达标：储备主管",
      "成绩达标：高级客服",
      "成绩达标：中级客服",
      "成绩达标：中级客服",
      "成绩达标：初级客服",
      "最快还需1个月：初级客服",
      "最快还需5个月：中级客服",
      "最快还需6个月：高级客服",
      "已是最高级",
      "缺成绩：第12格",
      // A function sees no as-of month: the blank October is the future.
      "成绩达标：高级客服",
      "最快还需5个月：中级客服",
      // 105 in 2026-01; the summary leaves a score that is a word blank.
      "#VALUE!",
      "最快还需11个月：储备主管",
    ]);
    expect((await column("U"))[6]).toBe("绩效复核");
  });

  it("selects the cell of a finding that is clicked", async () => {
    await pane.locator('[data-finding="F-SCO-03"]').first().click();
    await page.waitForFunction(() => window.workbench.selection() === "成绩!E63");
  });

  it("highlights and clears exactly its own rules, also after saving and opening again", async () => {
    const before = await rules();
    await pane.getByRole("button", { name: "高亮", exact: true }).click();
    await page.waitForFunction(() =>
      window.workbench.host.workbook
        .sheets()
        .some((sheet) =>
          sheet.conditionalFormats().some(({ formula }) => formula.includes("CS.candidate")),
        ),
    );
    await page.evaluate(() => window.workbench.whenIdle());
    await openFile(page, "再开.xlsx", await savedFile(page));
    pane = await openedPane(page);
    const reopened = await rules();
    expect(reopened.filter((formula) => OUR_RULES.test(formula)).length).toBeGreaterThan(2);
    await pane.getByRole("button", { name: "清除高亮" }).click();
    await page.waitForFunction(() =>
      window.workbench.host.workbook
        .sheets()
        .every((sheet) =>
          sheet.conditionalFormats().every(({ formula }) => !formula.includes("CS.")),
        ),
    );
    expect(await rules()).toEqual(before);
  });
});
