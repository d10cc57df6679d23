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

const columns: Readonly<Record<SheetSectionId, readonly Both[]>> = {
  about: [
    { zh: "项目", en: "Item" },
    { zh: "内容", en: "Content" },
  ],
  levels: [
    { zh: "级别", en: "Level" },
    { zh: "别名", en: "Other names" },
    { zh: "底薪", en: "Base salary" },
    { zh: "提成和绩效工资", en: "Commission and performance pay" },
  ],
  tiers: [
    { zh: "等级", en: "Tier" },
    { zh: "分数", en: "Scores" },
    { zh: "绩效工资比例", en: "Performance rate" },
    { zh: "说明", en: "Note" },
  ],
  commission: [
    { zh: "当月销售额", en: "Sales of the month" },
    { zh: "上限", en: "Up to" },
    { zh: "提成", en: "Commission" },
    { zh: "说明", en: "Note" },
  ],
  rules: [
    { zh: "晋升", en: "Promotion" },
    { zh: "连续月份", en: "Months in a row" },
    { zh: "考核窗口", en: "Window" },
    { zh: "其他条件", en: "Also needed" },
  ],
  steps: [
    { zh: "晋升", en: "Promotion" },
    { zh: "步骤", en: "Step" },
    { zh: "条款", en: "Clauses" },
    { zh: "通过标准", en: "Pass mark" },
  ],
  discipline: [
    { zh: "项目", en: "Item" },
    { zh: "规定", en: "Rule" },
  ],
  words: [
    { zh: "项目", en: "Item" },
    { zh: "内容", en: "Content" },
  ],
  decided: [
    { zh: "口径", en: "Reading" },
    { zh: "决定", en: "Decision" },
    { zh: "适用", en: "Holds" },
    { zh: "理由", en: "Reason" },
  ],
  undecided: [
    { zh: "口径", en: "Reading" },
    { zh: "暂用", en: "Used meanwhile" },
  ],
  open: [
    { zh: "口径", en: "Reading" },
    { zh: "问题", en: "Question" },
    { zh: "选项", en: "Options" },
    { zh: "我们的建议", en: "Our advice" },
  ],
};

/** The sheet to hand round, in one language: a title, and each section with its heading and columns. */
export function sayPolicySheet(sheet: PolicySheet, language: Language): PolicySheetSaid {
  const width = sheet.page.columnWidths.length;
  const row = (kind: SheetRow["kind"], said: readonly Both[], breakBefore = false): SheetRow => ({
    kind,
    cells: Array.from({ length: width }, (_, index) => said[index]?.[language] ?? ""),
    breakBefore,
  });
  return {
    name: names[language],
    rows: [
      row("title", [names]),
      ...sheet.sections.flatMap((section) => [
        row("heading", [headings[section.id]], section.breakBefore),
        row("columns", columns[section.id]),
        ...section.rows.map((facts) => row("row", policyCells(facts))),
      ]),
    ],
  };
}
