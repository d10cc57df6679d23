import { describe, expect, it } from "vitest";
import { builtInBook, readings, type PolicyBook, type PolicyValues } from "../../src/policy";
import { addLevel, setValue } from "../../src/policy/edit";
import { policySheet } from "../../src/views";
import { sayPolicySheet } from "../../src/wording";
import { decidedBook, ownBook, someMonth } from "../policy/decided";
import { done, edit } from "../policy/edit/setup";
import { builtInValues } from "../../src/policy";

const said = (book: PolicyBook, openQuestions = false, language: "zh" | "en" = "zh") =>
  sayPolicySheet(policySheet(book, someMonth, { openQuestions }), language);

const lines = (...given: Parameters<typeof said>): string[] =>
  said(...given).rows.map(({ cells }) => cells.join(" | "));

describe("the sheet 制度说明", () => {
  const open = lines(builtInBook());

  it("shows levels, tables and promotions of the policy in force", () => {
    expect(open).toContain("初级客服 | 初级 | 2,200 元 | 有");
    expect(open).toContain("储备主管 | 储备 | 待确认 | 有");
    expect(open).toContain("第一等级 | ≥ 91, ≤ 100 | 15% | ");
    expect(open).toContain("满 60,000 元 | 以上不封顶 | 1.3% | ");
    expect(open).toContain("未到门槛 | 不满 20,000 元 | 0% | ");
    expect(open).toContain(
      "初级客服 → 中级客服 | 连续 5 个月不低于第二等级 |  | 其中至少 2 个月达到第一等级",
    );
    expect(open).toContain("中级客服 → 高级客服 | 1. 本人申请 | §6.Z | ");
    expect(lines(builtInBook(), false, "en")).toContain("Junior agent | 初级 | 2,200 yuan | yes");
  });

  it("follows the decisions, and marks what is undecided by its title", () => {
    const decided = lines(
      decidedBook({ PERF_T1_RATE: "20", SALARY_RESERVE: "3000", SCORE_80: "undefined" }),
    );
    expect(decided).toContain("第一等级 | ≥ 91, ≤ 100 | 20% | ");
    expect(decided).toContain("储备主管 | 储备 | 3,000 元 | 有");
    expect(decided.join("\n")).toContain("分界处的分数不计算");
    expect(decided.join("\n")).not.toContain("尚未确认的口径");
    expect(open).toContain("80分归哪一档 | 暂按“第二等级” |  | ");
    expect(open).toContain("储备主管底薪 | 确认之前不计算 |  | ");
    for (const { title } of readings) expect(open.join("\n")).toContain(title.zh);
  });

  it("gives HR's reasons; open questions and our own reasons only when chosen", () => {
    const book: PolicyBook = {
      ...builtInBook(),
      decisions: [
        {
          reading: "SCORE_80",
          option: "T2",
          by: "张三",
          on: "2025-01-01",
          note: "会议决定",
          from: someMonth,
        },
        { reading: "SCORE_60", option: "T3", by: "张三", on: "2025-01-01", note: "" },
      ],
    };
    const closed = lines(book);
    expect(closed).toContain("80分归哪一档 | 第二等级 | 2025-06 起 | 会议决定");
    expect(closed).toContain("60分归哪一档 | 第三等级 | 所有月份 | ");
    // The sheet is handed on: no names, no advice, no amounts of other readings, no legal notes.
    expect(closed.join("\n")).not.toMatch(/张三|待确认的问题|仲裁|劳动合同法|35,055/u);
    const asked = lines(book, true);
    expect(asked).toContain("待确认的问题 |  |  | ");
    expect(asked.find((line) => line.startsWith("60分归哪一档"))).toContain("低于 60");
    expect(asked.length - closed.length).toBe(2 + 28);
  });

  it("shows no ids", () => {
    for (const language of ["zh", "en"] as const)
      expect(lines(builtInBook(), true, language).join("\n")).not.toMatch(
        /SALARY|SCORE_|undefined|NaN|null|\[object/u,
      );
  });

  it("prints on A4: columns that fill one page's width, sections that start pages", () => {
    const { page, sections } = policySheet(decidedBook(), someMonth, { openQuestions: true });
    expect(page).toMatchObject({ paper: "A4", orientation: "portrait", fitToPagesWide: 1 });
    expect(page.columnWidths.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(95);
    expect(sections.filter(({ breakBefore }) => breakBefore).map(({ id }) => id)).toEqual([
      "rules",
      "decided",
    ]);
    const { rows } = said(decidedBook());
    expect(rows.filter(({ breakBefore }) => breakBefore).map(({ kind }) => kind)).toEqual([
      "heading",
      "heading",
    ]);
    for (const { cells } of rows) expect(cells).toHaveLength(page.columnWidths.length);
  });

  const named = (name: string): PolicyValues =>
    edit(builtInValues, (values) =>
      addLevel(values, {
        above: "junior",
        name,
        nameEnglish: name,
        baseSalary: "2300",
        variablePay: true,
      }),
    );

  it("follows versions and a ladder of another shape", () => {
    const values = done(setValue(named("准中级"), "$.commission.mode", "fixed"));
    const own = lines(ownBook(values));
    expect(own).toContain("准中级 |  | 2,300 元 | 有");
    expect(own).toContain("满 30,000 元 | 不满 40,000 元 | 270 元 | ");
    expect(own.join("\n")).not.toContain("提成算法");
  });
});
