import { afterAll, beforeAll, expect, test } from "vitest";
import { WITNESS } from "../../src/grid";
import { writePart, type StoredPolicy } from "../../src/policy/part";
import { builtInValues } from "../../src/policy";
import { witnessOfPart } from "../../src/tasks/policy/witness";
import { axeProblems } from "../setup/axe";
import { fitsWidth, screenshot } from "./pane/screenshot";
import { startPaneBench, type PaneBench } from "./pane/openPane";
import { departmentSheet } from "./pane/scores";

/** The card of lost and differing settings for everybody: both languages and themes, at 320 and 350 pixels. */
const LOOKS = [
  { locale: "zh-CN", theme: "light", width: 320 },
  { locale: "zh-CN", theme: "dark", width: 350 },
  { locale: "en-US", theme: "light", width: 350 },
  { locale: "en-US", theme: "dark", width: 320 },
] as const;

const WORDS = {
  "zh-CN": { restore: "恢复", undo: "撤销恢复", compare: "比较", without: "不恢复" },
  "en-US": { restore: "Restore", undo: "Undo", compare: "Compare", without: "Do without" },
} as const;

const stored = (option: string): StoredPolicy => ({
  schema: 1,
  decisions: [
    { reading: "COMMISSION_T1_FROM", option, by: "王芳", on: "2026-11-23", from: "2026-01" },
    { reading: "SALARY_RESERVE", option: "3000", by: "李雷", on: "2026-11-24", note: "总经理同意" },
  ],
  versions: [{ id: "2026", from: "2026-01", name: "2026 年修订", values: builtInValues }],
});

let bench: PaneBench;
beforeAll(async () => {
  bench = await startPaneBench(process.env["PANE_DIST"]);
});
afterAll(() => bench.close());

async function witnessSheet(policy: StoredPolicy, damaged = false) {
  const cells = (await witnessOfPart(writePart(policy), "2026-11-30")) ?? [];
  return {
    name: WITNESS,
    visibility: "VeryHidden" as const,
    cells: cells.map((text) => [damaged ? text.replace("王芳", "王方") : text]),
  };
}

test.each(LOOKS)("$locale, $theme, $width px", async ({ locale, theme, width }) => {
  const words = WORDS[locale];
  const folder = process.env["SHOTS"];
  const look = async (
    name: string,
    witness: Awaited<ReturnType<typeof witnessSheet>>,
    policyParts: readonly string[],
  ) => {
    const page = await bench.open({
      sheets: [departmentSheet(), witness],
      policyParts,
      width,
      colorScheme: theme,
      options: { locale, theme },
    });
    await page.locator(`[data-kept="${name}"]`).waitFor();
    return {
      page,
      check: async (state: string) => {
        await screenshot(page, folder, `${name}-${state}-${locale}-${theme}-${width}`);
        expect([await axeProblems(page), await fitsWidth(page)]).toEqual([[], true]);
      },
    };
  };

  const lost = await look("lost", await witnessSheet(stored("50000")), []);
  await lost.page.locator("details > summary").first().click();
  await lost.page.getByRole("button", { name: words.without }).click();
  await lost.check("open");
  await lost.page.getByRole("button", { name: words.restore, exact: true }).click();
  await lost.page.getByRole("button", { name: words.undo }).waitFor();
  await lost.check("restored");
  await lost.page.close();

  const damaged = await look("lost", await witnessSheet(stored("50000"), true), []);
  expect(await damaged.page.getByRole("button", { name: words.restore, exact: true }).count()).toBe(
    0,
  );
  await damaged.page.getByRole("button", { name: words.without }).click();
  await damaged.check("damaged");
  await damaged.page.close();

  const differs = await look("differs", await witnessSheet(stored("60000")), [
    writePart(stored("50000")),
  ]);
  await differs.page.getByRole("button", { name: words.compare }).click();
  expect(await differs.page.locator("[data-kept] li").count()).toBe(2);
  await differs.check("compared");
  await differs.page.close();
});
