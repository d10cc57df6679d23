import type { PolicySheet, SheetSectionId } from "../../views";
import type { Both, Language } from "../language";
import { policyCells } from "./policySheetRows";

export interface SheetRow {
  readonly kind: "title" | "heading" | "columns" | "row";
  /** As many as the sheet has columns; "" leaves a cell empty. */
  readonly cells: readonly string[];
  /** A new page starts with this row when printed. */
  readonly breakBefore: boolean;
}

/** The sheet's name and its rows, ready to be written. */
export interface PolicySheetSaid {
  readonly name: string;
  readonly rows: readonly SheetRow[];
}

const names: Both = { zh: "制度说明", en: "Policy" };

const headings: Readonly<Record<SheetSectionId, Both>> = {
  about: { zh: "适用范围", en: "What this describes" },
  levels: { zh: "级别和底薪", en: "Levels and base salaries" },
  tiers: { zh: "绩效等级和绩效工资", en: "Score tiers and performance pay" },
  commission: { zh: "销售提成", en: "Commission" },
  rules: { zh: "晋升的成绩条件", en: "Scores needed for a promotion" },
  steps: { zh: "晋升的确认和步骤", en: "Attestations and steps of a promotion" },
  discipline: { zh: "复核、罚款和试用期", en: "Reviews, fines and probation" },
  words: { zh: "成绩栏里的词和最低工资", en: "Words in score cells, minimum wage" },
  decided: { zh: "已确认的口径", en: "Readings decided" },
  undecided: { zh: "尚未确认的口径", en: "Readings still undecided" },
  open: { zh: "待确认的问题", en: "Open questions" },
};

const columns: Readonly<Record<SheetSectionId, Both<readonly string[]>>> = {
  about: { zh: ["项目", "内容"], en: ["Item", "Content"] },
  levels: {
    zh: ["级别", "别名", "底薪", "提成和绩效工资"],
    en: ["Level", "Other names", "Base salary", "Commission and performance pay"],
  },
  tiers: {
    zh: ["等级", "分数", "绩效工资比例", "说明"],
    en: ["Tier", "Scores", "Performance rate", "Note"],
  },
  commission: {
    zh: ["当月销售额", "上限", "提成", "说明"],
    en: ["Sales of the month", "Up to", "Commission", "Note"],
  },
  rules: {
    zh: ["晋升", "连续月份", "考核窗口", "其他条件"],
    en: ["Promotion", "Months in a row", "Window", "Also needed"],
  },
  steps: {
    zh: ["晋升", "步骤", "条款", "通过标准"],
    en: ["Promotion", "Step", "Clauses", "Pass mark"],
  },
  discipline: { zh: ["项目", "规定"], en: ["Item", "Rule"] },
  words: { zh: ["项目", "内容"], en: ["Item", "Content"] },
  decided: {
    zh: ["口径", "决定", "适用", "理由"],
    en: ["Reading", "Decision", "Holds", "Reason"],
  },
  undecided: { zh: ["口径", "暂用"], en: ["Reading", "Used meanwhile"] },
  open: {
    zh: ["口径", "问题", "选项", "我们的建议"],
    en: ["Reading", "Question", "Options", "Our advice"],
  },
};

/** The sheet to hand round, in one language: a title, and each section with its heading and columns. */
export function sayPolicySheet(sheet: PolicySheet, language: Language): PolicySheetSaid {
  const width = sheet.page.columnWidths.length;
  const row = (
    kind: SheetRow["kind"],
    texts: readonly string[],
    breakBefore = false,
  ): SheetRow => ({
    kind,
    cells: Array.from({ length: width }, (_, index) => texts[index] ?? ""),
    breakBefore,
  });
  return {
    name: names[language],
    rows: [
      row("title", [names[language]]),
      ...sheet.sections.flatMap((section) => [
        row("heading", [headings[section.id][language]], section.breakBefore),
        row("columns", columns[section.id][language]),
        ...section.rows.map((facts) =>
          row(
            "row",
            policyCells(facts).map((cell) => cell[language]),
          ),
        ),
      ]),
    ],
  };
}
