import { readFileSync } from "node:fs";
import path from "node:path";
import type { Frame, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { departmentFile, type Department } from "../fixtures/departments/build";
import { axeProblems } from "../setup/axe";
import { showAll } from "./pane/showAll";
import {
  openedPane,
  openFile,
  savedFile,
  startWithPane,
  type WorkbenchWithPane,
} from "../setup/workbenchPage";

/**
 * Five departments' workbooks, each validated, mended, taken back, mended again, written out, saved and opened once
 * more. The slips stand in test/fixtures/departments/build.ts; each line says which one it is.
 */
interface Journey {
  readonly file: Department;
  /** "F-SCO-01 error 绩效!E10": everything that is found but what the undecided, undated policy says of itself. */
  readonly found: readonly string[];
  /** What of it the safe fixes mend. */
  readonly mended: readonly string[];
  /** Cells that the safe fixes change, and what they hold then. */
  readonly fixes: Readonly<Record<string, string | number>>;
  /** What the line of what was not read mentions. */
  readonly notRead: readonly string[];
  /** What the line says of where the month comes from; null where every row or heading tells its own. */
  readonly monthFrom: string | null;
}

/** Six months and fewer: a rule looks back twelve. */
const SHORT = "F-MIS-03 info ";

const JOURNEYS: readonly Journey[] = [
  {
    file: "long",
    found: [
      "F-SCO-01 error 绩效台账!E10", // 优秀
      "F-SAL-01 error 绩效台账!F12", // 2.3万
      "F-SCO-02 info 绩效台账!E16", // full width
      "F-SCO-02 info 绩效台账!E19", // a unit
      "F-EMP-03 warning 绩效台账!B26", // a space behind the name
      "F-SAL-04 warning 绩效台账!F29", // no sales beside a score
      "F-SCO-03 error 绩效台账!E30", // 105
      SHORT,
    ],
    mended: [
      "F-SCO-02 info 绩效台账!E16",
      "F-SCO-02 info 绩效台账!E19",
      "F-EMP-03 warning 绩效台账!B26",
    ],
    // 2025-03-01 is day 45,717.
    fixes: {
      "绩效台账!E16": 75,
      "绩效台账!C17": 45_717,
      "绩效台账!E19": 72,
      "绩效台账!B26": "张敏",
      "绩效台账!D27": "初级客服",
    },
    notRead: [],
    monthFrom: null,
  },
  {
    file: "wide",
    found: [
      "F-SCO-02 info 绩效!F2", // a unit
      "F-EMP-03 warning 绩效!B3", // a space before the name
      "F-MIS-01 warning 绩效!G3", // a blank between two scores
      "F-SCO-04 warning 绩效!H4", // 0
      "F-LVL-01 error 绩效!C5", // 资深客服
      "F-SCO-01 error 绩效!I5", // 八十五
      SHORT,
    ],
    mended: ["F-SCO-02 info 绩效!F2", "F-EMP-03 warning 绩效!B3"],
    fixes: { "绩效!F2": 66, "绩效!B3": "李娜" },
    notRead: ["平均"],
    monthFrom: "2025 年：取自您的选择",
  },
  {
    file: "blocks",
    found: [
      "F-SCO-03 error 分数与销售!E3", // -5
      "F-SCO-02 info 分数与销售!G3", // full width
      "F-SAL-02 warning 分数与销售!M5", // -800
      "F-SCO-01 error 分数与销售!H6", // #N/A
      SHORT,
    ],
    mended: ["F-SCO-02 info 分数与销售!G3"],
    fixes: { "分数与销售!G3": 71, "分数与销售!L4": 25_000 },
    notRead: [],
    monthFrom: null,
  },
  {
    file: "twoRows",
    found: [
      "F-HDR-05 info ", // row 8 is hidden
      "F-EMP-02 warning 月度!B4", // two are called 王芳
      "F-EMP-02 warning 月度!B8",
      "F-SCO-02 info 月度!D4", // a unit
      "F-SAL-05 info 月度!K4", // 29,800, just below 30,000
      "F-SAL-04 warning 月度!G5", // no sales beside a score
      "F-SCO-01 error 月度!H6", // 良好
      "F-LVL-01 error 月度!C7", // no level beside scores
      SHORT,
    ],
    mended: ["F-SCO-02 info 月度!D4"],
    fixes: { "月度!D4": 69 },
    notRead: [],
    monthFrom: null,
  },
  {
    file: "tabs",
    found: [
      "F-SAL-01 error 2025-01!E5", // 很多
      "F-SCO-01 error 2025-02!D3", // 优秀
      "F-SCO-02 info 2025-03!D4", // a unit
      SHORT,
    ],
    mended: ["F-SCO-02 info 2025-03!D4"],
    fixes: { "2025-03!D4": 70, "2025-04!C2": "高级客服" },
    notRead: ["说明", "备份"],
    monthFrom: "2025-",
  },
];

const root = path.join(import.meta.dirname, "..", "..");
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

let workbench: WorkbenchWithPane;
let page: Page;
let pane: Frame;

beforeAll(async () => {
  workbench = await startWithPane();
  ({ page, pane } = workbench);
});
afterAll(() => workbench.close());

const whenIdle = (): Promise<void> => page.evaluate(() => window.workbench.whenIdle());
const read = (cells: readonly string[]): Promise<unknown[]> =>
  page.evaluate((all) => all.map((cell) => window.workbench.readCell(cell)), cells);
const button = (name: string) => pane.getByRole("button", { name, exact: true });

/** Opens a file in the workbench, and the pane beside it. */
async function open(name: string, bytes: Uint8Array): Promise<void> {
  await openFile(page, name, bytes);
  pane = await openedPane(page);
}

/** The findings but those of the policy itself, which is the same for everybody. */
async function found(): Promise<string[]> {
  const rows = await pane.$$eval("[data-finding]", (all) =>
    all.map((row) =>
      ["data-finding", "data-severity", "data-cell"]
        .map((name) => row.getAttribute(name))
        .join(" "),
    ),
  );
  return rows.filter((row) => !row.startsWith("F-POL")).sort();
}

async function validate(): Promise<void> {
  await button("校验当月").click();
  await pane.locator("[data-finding]").first().waitFor();
  await pane.getByRole("progressbar").waitFor({ state: "detached" });
  await showAll(pane);
}

async function applyFixes(count: number): Promise<void> {
  await button("应用安全修复").click();
  await pane.getByRole("dialog").waitFor();
  await button("应用").click();
  await pane.getByText(`已修改 ${count} 个单元格`).waitFor();
}

/** Once nothing moves any more axe has nothing to object to. */
async function expectAccessible(): Promise<void> {
  await expect.poll(() => axeProblems(pane)).toEqual([]);
}

const without = (all: readonly string[], some: readonly string[]): string[] =>
  all.filter((row) => !some.includes(row)).sort();

describe.each(JOURNEYS)(
  "$file.xlsx",
  ({ file, found: truth, mended, fixes, notRead, monthFrom }) => {
    const cells = Object.keys(fixes);
    let before: unknown[];

    it("everything that is wrong is found, and nothing else", async () => {
      await open(`${file}.xlsx`, readFileSync(path.join(root, departmentFile(file))));
      before = await read(cells);
      await validate();
      if (file === "wide") {
        // The months name no year: the card beside the findings asks, and nobody is judged before.
        expect(await found()).toContain("F-HDR-03 error 绩效!D1");
        const card = pane.locator("[data-doubt]");
        await card.getByText("2026-01", { exact: false }).first().waitFor();
        await expectAccessible();
        await card.getByRole("button", { name: "逐列修改", exact: true }).click();
        await pane.locator('[data-column="D"]').waitFor();
        await expectAccessible();
        await button("取消").click();
        await card.getByRole("textbox").fill("2025");
        await card.getByRole("button", { name: "确定", exact: true }).click();
        await pane.getByText("已记住这张表的读法").waitFor();
      }
      await expect.poll(found).toEqual([...truth].sort());
      const line = await pane.locator("[data-not-read]").allInnerTexts();
      for (const name of notRead) expect(line.join()).toContain(name);
      const from = await pane.locator("[data-month-from]").allInnerTexts();
      if (monthFrom === null) expect(from).toEqual([]);
      else expect(from.join()).toContain(monthFrom);
      expect(await read(cells)).toEqual(before);
    });

    it("the safe fixes mend what they can, and one step takes them back", async () => {
      if (file === "long") {
        await button("应用安全修复").click();
        await pane.locator('[data-fix="E16"]').waitFor();
        await expectAccessible();
        await button("取消").click();
      }
      await applyFixes(cells.length);
      expect(await read(cells)).toEqual(Object.values(fixes));
      await expect.poll(found).toEqual(without(truth, mended));
      await button("撤销").click();
      await pane.getByText(`已恢复 ${cells.length} 个单元格`).waitFor();
      expect(await read(cells)).toEqual(before);
      await expect.poll(found).toEqual([...truth].sort());
      await applyFixes(cells.length);
    });

    it("the results are written out, and the saved file says the same when it is opened again", async () => {
      await button("写出校验结果").click();
      await pane.getByText("校验结果").first().waitFor();
      await pane.getByRole("progressbar").waitFor({ state: "detached" });
      await whenIdle();
      await open(`${file} 再开.xlsx`, await savedFile(page));
      expect(await read(cells)).toEqual(Object.values(fixes));
      const results = await page.evaluate(() =>
        window.workbench.host.workbook
          .sheets()
          .find(({ name }) => name === "校验结果")
          ?.usedArea(true),
      );
      expect(results?.rows).toBeGreaterThan(truth.length);
      await validate();
      await expect.poll(found).toEqual(without(truth, mended));
    });
  },
);

describe("earlier scores of a file", () => {
  const sheet = (): Promise<unknown[]> =>
    read([
      "历史成绩!A2",
      "历史成绩!C2",
      "历史成绩!E2",
      "历史成绩!E3",
      "历史成绩!B4",
      "历史成绩!E4",
    ]);

  it("are looked at, asked about, written, taken back, and read with the month", async () => {
    const bytes = readFileSync(path.join(root, departmentFile("earlier")));
    const pick = async (): Promise<void> => {
      await pane.locator('input[type="file"]').setInputFiles([
        { name: "2024年12月.xlsx", mimeType: XLSX, buffer: bytes },
        { name: "旧表.xls", mimeType: "", buffer: Buffer.from([0xd0, 0xcf, 0x11, 0xe0]) },
      ]);
      await pane.getByRole("dialog").waitFor();
    };
    await pick();
    await pane.getByText("旧表.xls：这是旧的 .xls 格式").waitFor();
    await pane.getByText("2 行，2 人").waitFor();
    await expectAccessible();
    await pane.getByLabel("张敏（没有工号，1 行）").selectOption({ label: "A03 张敏" });
    await pane.getByText("3 行，3 人").waitFor();
    await button("导入").click();
    await pane.getByText("已导入 3 行").waitFor();
    await whenIdle();
    // 2024-12-01 is day 45,627.
    expect(await sheet()).toEqual(["A01", 45_627, 66, 68, "张敏", 70]);
    await pane.getByText("最早 2024-12").waitFor();
    await button("撤销").click();
    await pane.getByText("最早 2025-01").waitFor();
    await pick();
    await pane.getByLabel("张敏（没有工号，1 行）").selectOption({ label: "A03 张敏" });
    await pane.getByText("3 行，3 人").waitFor();
    await button("导入").click();
    await pane.getByText("已导入 3 行").waitFor();
    await open("历史 再开.xlsx", await savedFile(page));
    expect(await sheet()).toEqual(["A01", 45_627, 66, 68, "张敏", 70]);
    await validate();
    await pane.getByText("最早 2024-12").waitFor();
  });
});

describe("to start from", () => {
  it("formulas stand beside the columns, and one step takes them away", async () => {
    await button("插入公式").click();
    await pane.getByRole("radio", { name: "提成" }).waitFor();
    await pane.getByText("写入 F 列，共 4 行").waitFor();
    await expectAccessible();
    await button("插入").click();
    await pane.getByText("已修改 5 个单元格").waitFor();
    await whenIdle();
    // 21,400 × 0.7 %, and 很多 is no amount.
    expect(await read(["2025-01!F1", "2025-01!F2"])).toEqual(["提成（公式）", 149.8]);
    expect(await read(["2025-01!F5"])).toEqual(["#VALUE!"]);
    await button("撤销").click();
    await pane.getByText("已恢复 5 个单元格").waitFor();
    expect(await read(["2025-01!F1", "2025-01!F2"])).toEqual([null, null]);
  });

  it("a new score sheet is one that validating reads", async () => {
    await pane.getByRole("checkbox", { name: "带示例行" }).check();
    await button("新建成绩表").click();
    await pane.getByText("成绩表").first().waitFor();
    await pane.getByRole("progressbar").waitFor({ state: "detached" });
    await whenIdle();
    expect(await read(["成绩表!A1", "成绩表!E1", "成绩表!E2"])).toEqual(["工号", "绩效分数", 86]);
  });
});
