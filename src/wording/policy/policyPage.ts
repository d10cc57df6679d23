import type { ReadingLevel, Preset } from "../../policy";
import type { Language } from "../language";
import type { PaneMessage } from "../shell/pane";
import { counted } from "../say";

/** The fixed words of the page "制度". */
export interface PolicyPageWords {
  readonly title: string;
  readonly sections: string;
  readonly readings: string;
  readonly values: string;
  readonly sheet: string;
  readonly transfer: string;
  readonly exposure: string;
  readonly exposureHint: string;
  readonly weigh: string;
  readonly weighing: string;
  readonly useRecommended: string;
  readonly presets: string;
  readonly presetsHint: string;
  readonly preset: Readonly<Record<Preset, string>>;
  readonly level: Readonly<Record<ReadingLevel, string>>;
  readonly undoLast: string;
  readonly undo: string;
  readonly undecided: string;
  readonly undecidedOnly: string;
  readonly settled: string;
  readonly recommended: string;
  readonly inForce: string;
  readonly inForceByDefault: string;
  readonly why: string;
  readonly clauses: string;
  readonly by: string;
  readonly byBlocking: string;
  readonly note: string;
  readonly from: string;
  readonly fromHint: string;
  readonly onRecord: string;
  readonly addToRecord: string;
  readonly save: string;
  readonly close: string;
  readonly who: string;
  readonly allDecided: string;
  readonly firstRun: string;
  readonly firstRunHint: string;
  readonly skip: string;
  readonly details: string;
  readonly checks: string;
  readonly noChecks: string;
  readonly clauseBook: string;
  readonly searchClauses: string;
  readonly noClause: string;
  readonly clauseValues: string;
  readonly uses: string;
  readonly noUse: string;
  readonly legal: string;
  readonly legalHint: string;
  readonly acknowledge: string;
  readonly acknowledgeAll: string;
  readonly acknowledged: string;
  readonly help: string;
  readonly helpHint: string;
}

const zh: PolicyPageWords = {
  title: "制度",
  sections: "本页内容",
  readings: "口径",
  values: "数值和版本",
  sheet: "制度说明",
  transfer: "导出和导入",
  exposure: "当月敞口",
  exposureHint: "与“对员工有利”的口径相比，当月工资的差额；未确认的口径按推荐计。",
  weigh: "重新读取",
  weighing: "正在计算各选项的影响",
  useRecommended: "采用推荐口径",
  presets: "整套方案",
  presetsHint: "整套选用，仍可逐项改；储备主管底薪总是单独确认。",
  preset: { recommended: "推荐", literal: "照原文", favourable: "对员工有利" },
  level: {
    blocking: "必须先确认",
    money: "工资",
    eligibility: "晋升",
    discipline: "纪律",
    legal: "法律",
  },
  undoLast: "撤销上一步",
  undo: "撤销决定",
  undecided: "未确认",
  undecidedOnly: "只看未确认",
  settled: "现行版本已写明，没有争议",
  recommended: "推荐",
  inForce: "已选定",
  inForceByDefault: "暂按此计算",
  why: "为什么这样推荐",
  clauses: "条款",
  by: "确认人",
  byBlocking: "谁批准的？",
  note: "备注",
  from: "从哪个月起",
  fromHint: "如 2026-01；留空为所有月份",
  onRecord: "决定记录",
  addToRecord: "补充记录",
  save: "保存",
  close: "以后再说",
  who: "以后的决定记在谁名下",
  allDecided: "口径都已确认。",
  firstRun: "先确认口径",
  firstRunHint: "制度里有几处写法不一，影响本月金额：",
  skip: "以后再说",
  details: "逐项查看",
  checks: "制度检查",
  noChecks: "没有发现问题。",
  clauseBook: "条款",
  searchClauses: "查找条款（中英文、条款号）",
  noClause: "没有符合的条款。",
  clauseValues: "数值",
  uses: "用于",
  noUse: "不参与计算，供查阅",
  legal: "法律提示",
  legalHint: "不是法律意见，请按当地规定核实。",
  acknowledge: "已阅",
  acknowledgeAll: "全部标为已阅",
  acknowledged: "已阅",
  help: "推荐口径的原则",
  helpHint: "制度里有矛盾、空档和错字。每个推荐口径都按下面的顺序定出，理由写在各口径里。",
};

const en: PolicyPageWords = {
  title: "Policy",
  sections: "On this page",
  readings: "Readings",
  values: "Values and versions",
  sheet: "Policy sheet",
  transfer: "Export and import",
  exposure: "Exposure of the month",
  exposureHint:
    "The month's pay under the readings that favour employees, less the pay under those in force; undecided ones count as recommended.",
  weigh: "Read again",
  weighing: "Working out what each option changes",
  useRecommended: "Use recommended readings",
  presets: "A whole set",
  presetsHint:
    "Take a set as a whole and change single readings afterwards; the reserve supervisor's salary is always decided by itself.",
  preset: {
    recommended: "Recommended",
    literal: "As written",
    favourable: "In employees' favour",
  },
  level: {
    blocking: "Decide first",
    money: "Pay",
    eligibility: "Promotion",
    discipline: "Discipline",
    legal: "Legal",
  },
  undoLast: "Undo last change",
  undo: "Undo decision",
  undecided: "Undecided",
  undecidedOnly: "Only undecided",
  settled: "The version in force says it plainly",
  recommended: "recommended",
  inForce: "decided",
  inForceByDefault: "used for now",
  why: "Why this is recommended",
  clauses: "Clauses",
  by: "Decided by",
  byBlocking: "Who approved it?",
  note: "Note",
  from: "From which month",
  fromHint: "such as 2026-01; empty for every month",
  onRecord: "On record",
  addToRecord: "Add to the record",
  save: "Save",
  close: "Later",
  who: "Whose name decisions are recorded under",
  allDecided: "Every reading is decided.",
  firstRun: "Decide the readings first",
  firstRunHint: "The policy is unclear in places that change amounts of this month:",
  skip: "Later",
  details: "One by one",
  checks: "Checks of the policy",
  noChecks: "No problems found.",
  clauseBook: "Clauses",
  searchClauses: "Search clauses (Chinese, English, number)",
  noClause: "No clause matches.",
  clauseValues: "Values",
  uses: "Used for",
  noUse: "Not computed, to look up only",
  legal: "Legal notes",
  legalHint: "Not legal advice; verify with the local rules.",
  acknowledge: "Mark as read",
  acknowledgeAll: "Mark all as read",
  acknowledged: "read",
  help: "Principles of the recommendations",
  helpHint:
    "The policy has contradictions, gaps and slips. Every recommended reading follows from these principles, in this order; the reason stands with the reading.",
};

const words: Readonly<Record<Language, PolicyPageWords>> = { zh, en };

export function policyPageWords(language: Language): PolicyPageWords {
  return words[language];
}

/** What a click has come to: said once, and announced. */
export function sayDecided(
  title: Readonly<Record<Language, string>>,
  option: Readonly<Record<Language, string>>,
  language: Language,
): PaneMessage {
  return language === "zh"
    ? { what: `已确认“${title.zh}”：${option.zh}`, next: "" }
    : { what: `Decided “${title.en}”: ${option.en}`, next: "" };
}

export function sayUndone(
  title: Readonly<Record<Language, string>>,
  language: Language,
): PaneMessage {
  return language === "zh"
    ? { what: `已撤销“${title.zh}”的决定`, next: "" }
    : { what: `The decision on “${title.en}” is undone`, next: "" };
}

export function sayManyDecided(count: number, language: Language): PaneMessage {
  if (language === "zh")
    return { what: count === 0 ? "没有需要改动的口径。" : `已确认 ${count} 个口径。`, next: "" };
  return {
    what: count === 0 ? "There was nothing to decide." : `${counted(count, "reading")} decided.`,
    next: "",
  };
}

export function sayLastUndone(language: Language): PaneMessage {
  return { what: language === "zh" ? "已撤销上一步。" : "The last change is undone.", next: "" };
}

export function sayRecordSaved(language: Language): PaneMessage {
  return { what: language === "zh" ? "记录已保存。" : "The record is saved.", next: "" };
}

/** Whose figures stand on the page: "成绩 · 2026-10 · 14 人". */
export function sayMonthWeighed(
  sheet: string,
  month: string,
  people: number,
  language: Language,
): string {
  return language === "zh"
    ? `${sheet} · ${month} · ${people} 人`
    : `${sheet} · ${month} · ${counted(people, "person", "people")}`;
}

/** Who decided when, and for which months. */
export function sayDecisionRecord(
  {
    by,
    on,
    from,
    note,
  }: Readonly<Record<"by" | "on" | "note", string>> & {
    readonly from: string | null;
  },
  language: Language,
): string {
  const zh = language === "zh";
  const parts = [
    by,
    on,
    from === null ? (zh ? "所有月份" : "every month") : zh ? `${from} 起` : `from ${from}`,
    note,
  ];
  return parts.filter((part) => part !== "").join(" · ");
}

/** How many readings are undecided. */
export function sayUndecidedCount(count: number, language: Language): string {
  return language === "zh" ? `${count} 个口径未确认` : `${counted(count, "reading")} undecided`;
}

/** How many clauses a search leaves, to be announced. */
export function sayMatches(count: number, language: Language): string {
  return language === "zh" ? `${count} 条` : counted(count, "clause");
}

/** A blocking reading in one line, before its options. */
export function sayWaiting(
  title: Readonly<Record<Language, string>>,
  people: number,
  language: Language,
): string {
  return language === "zh"
    ? `“${title.zh}”确认前，${people} 人的工资不计算：`
    : `Until “${title.en}” is decided, the pay of ${counted(people, "person", "people")} is not computed:`;
}
