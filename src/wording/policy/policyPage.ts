import type { Both, Language } from "../language";
import { message, type PaneMessage } from "../shell/message";
import { agree, counted, quote } from "../say";
import { wordsOf } from "../words";
import type { Fen } from "../../units";
import { sayYuan } from "./fieldValues";

/** The fixed words of the page "制度". */
export const policyPageWords = wordsOf({
  title: { zh: "制度", en: "Policy" },
  sections: { zh: "本页内容", en: "On this page" },
  readings: { zh: "口径", en: "Readings" },
  values: { zh: "数值和版本", en: "Values and versions" },
  sheet: { zh: "制度说明", en: "Policy sheet" },
  transfer: { zh: "导出和导入", en: "Export and import" },
  exposure: {
    zh: "口径未定，本月最多差多少",
    en: "What open questions could cost this month",
  },
  exposureHint: {
    zh: "与“对员工有利”的口径相比，当月工资的差额；未确认的口径按推荐计。",
    en: "The month's pay under the readings that favour employees, less the pay under those in force; undecided ones count as recommended.",
  },
  weigh: { zh: "重新读取", en: "Read again" },
  weighing: { zh: "正在计算各选项的影响", en: "Working out what each option changes" },
  useRecommended: { zh: "采用推荐口径", en: "Use recommended readings" },
  presets: { zh: "整套方案", en: "A whole set" },
  presetsHint: {
    zh: "整套选用，仍可逐项改；储备主管底薪总是单独确认。",
    en: "Take a set as a whole and change single readings afterwards; the reserve supervisor's salary is always decided by itself.",
  },
  preset: {
    recommended: { zh: "推荐", en: "Recommended" },
    literal: { zh: "按制度原文", en: "As written" },
    favourable: { zh: "对员工有利", en: "In employees' favour" },
  },
  level: {
    blocking: { zh: "必须先确认", en: "Decide first" },
    money: { zh: "工资", en: "Pay" },
    eligibility: { zh: "晋升", en: "Promotion" },
    discipline: { zh: "纪律", en: "Discipline" },
    legal: { zh: "法律", en: "Legal" },
  },
  undoLast: { zh: "撤销上一步", en: "Undo last change" },
  undo: { zh: "撤销决定", en: "Undo decision" },
  undecided: { zh: "未确认", en: "Undecided" },
  listAll: { zh: "全部列出", en: "List all" },
  previous: { zh: "上一个", en: "Previous" },
  next: { zh: "下一个", en: "Next" },
  notAsked: { zh: "不在本月待定之列", en: "Not an open question of this month" },
  settled: { zh: "现行版本已写明，没有争议", en: "The version in force says it plainly" },
  recommended: { zh: "推荐", en: "recommended" },
  inForce: { zh: "已选定", en: "decided" },
  inForceByDefault: { zh: "目前按此计算", en: "used for now" },
  why: { zh: "为什么这样推荐", en: "Why this is recommended" },
  clauses: { zh: "条款", en: "Clauses" },
  by: { zh: "确认人", en: "Decided by" },
  byBlocking: { zh: "批准人", en: "Approved by" },
  note: { zh: "备注", en: "Note" },
  from: { zh: "从哪个月起", en: "From which month" },
  fromHint: { zh: "如 2026-01；留空为所有月份", en: "such as 2026-01; empty for every month" },
  onRecord: { zh: "决定记录", en: "On record" },
  addToRecord: { zh: "补充记录", en: "Add to the record" },
  save: { zh: "保存", en: "Save" },
  close: { zh: "以后再说", en: "Later" },
  who: { zh: "确认人", en: "Decided by" },
  allDecided: { zh: "口径都已确认。", en: "Every reading is decided." },
  firstRun: { zh: "先确认口径", en: "Decide the readings first" },
  skip: { zh: "以后再说", en: "Later" },
  details: { zh: "逐项查看", en: "One by one" },
  checks: { zh: "制度检查", en: "Checks of the policy" },
  noChecks: { zh: "没有发现问题。", en: "No problems found." },
  clauseBook: { zh: "条款", en: "Clauses" },
  searchClauses: {
    zh: "查找条款（中英文、条款号）",
    en: "Search clauses (Chinese, English, number)",
  },
  noClause: { zh: "没有符合的条款。", en: "No clause matches." },
  clauseValues: { zh: "数值", en: "Values" },
  uses: { zh: "用于", en: "Used for" },
  noUse: { zh: "不参与计算，供查阅", en: "Not computed, to look up only" },
  legal: { zh: "法律提示", en: "Legal notes" },
  legalHint: {
    zh: "不是法律意见，请按当地规定核实。",
    en: "Not legal advice; verify with the local rules.",
  },
  acknowledge: { zh: "已阅", en: "Mark as read" },
  acknowledgeAll: { zh: "全部标为已阅", en: "Mark all as read" },
  acknowledged: { zh: "已阅", en: "read" },
  help: { zh: "推荐口径的原则", en: "Principles of the recommendations" },
  helpHint: {
    zh: "制度里有矛盾、空档和错字。每个推荐口径都按下面的顺序定出，理由写在各口径里。",
    en: "The policy has contradictions, gaps and slips. Every recommended reading follows from these principles, in this order; the reason stands with the reading.",
  },
});
export type PolicyPageWords = ReturnType<typeof policyPageWords>;

/** What a click has come to: said once, and announced. */
export function sayDecided(title: Both, option: Both, language: Language): PaneMessage {
  return message({
    zh: `已确认${quote(title.zh)}：${option.zh}`,
    en: `Decided ${quote(title.en)}: ${option.en}`,
  })[language];
}

export function sayUndone(title: Both, language: Language): PaneMessage {
  return message({
    zh: `已撤销${quote(title.zh)}的决定`,
    en: `The decision on ${quote(title.en)} is undone`,
  })[language];
}

export function sayManyDecided(count: number, language: Language): PaneMessage {
  return message(
    count === 0
      ? { zh: "没有需要改动的口径。", en: "There was nothing to decide." }
      : { zh: `已确认 ${count} 个口径。`, en: `${counted(count, "reading")} decided.` },
  )[language];
}

export function sayLastUndone(language: Language): PaneMessage {
  return message({ zh: "已撤销上一步。", en: "The last change is undone." })[language];
}

export function sayRecordSaved(language: Language): PaneMessage {
  return message({ zh: "记录已保存。", en: "The record is saved." })[language];
}

/** Whose figures stand on the page: "成绩 · 2026-10 · 14 人". */
export function sayMonthWeighed(
  sheet: string,
  month: string,
  people: number,
  language: Language,
): string {
  return {
    zh: `${sheet} · ${month} · ${people} 人`,
    en: `${sheet} · ${month} · ${counted(people, "person", "people")}`,
  }[language];
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
  const since: Both =
    from === null
      ? { zh: "所有月份", en: "every month" }
      : { zh: `${from} 起`, en: `from ${from}` };
  return [by, on, since[language], note].filter((part) => part !== "").join(" · ");
}

/** How many readings are undecided. */
export function sayUndecidedCount(count: number, language: Language): string {
  return { zh: `${count} 个口径未确认`, en: `${counted(count, "reading")} undecided` }[language];
}

/** Which of the open questions is shown. */
export function sayQuestionPlace(at: number, count: number, language: Language): string {
  return { zh: `第 ${at} 个，共 ${count} 个`, en: `Question ${at} of ${count}` }[language];
}

/** The line of undecided readings that change nothing of the month. */
export function sayStillFold(count: number, month: string, language: Language): string {
  return {
    zh: `另有 ${count} 个未确认，不影响 ${month} 的结果`,
    en: `${counted(count, "more open question")} that ${agree(count, "changes", "change")} nothing in ${month}`,
  }[language];
}

export function sayDecidedFold(count: number, language: Language): string {
  return {
    zh: `已确认 ${count} 个（点开可以改）`,
    en: `${counted(count, "reading")} decided (open to change)`,
  }[language];
}

/** Whose name decisions are recorded under. */
export function saySigner(by: string, language: Language): string {
  return { zh: `确认人：${by}`, en: `Decided by: ${by}` }[language];
}

/** How many clauses a search leaves, to be announced. */
export function sayMatches(count: number, language: Language): string {
  return { zh: `${count} 条`, en: counted(count, "clause") }[language];
}

/** How many open questions change the pay of the month, and which one most. */
export function sayFirstRun(
  count: number,
  most: { readonly title: Both; readonly pay: Fen },
  language: Language,
): string {
  const [title, pay] = [quote(most.title[language]), sayYuan(most.pay, language)];
  return {
    zh: `制度有 ${count} 处没写清，影响本月工资。相差最多的是${title}：${pay}。`,
    en: `The policy leaves ${counted(count, "question")} open that ${agree(count, "changes", "change")} this month's pay. The one that matters most is ${title}: ${pay}.`,
  }[language];
}

/** A blocking reading in one line, before its options. */
export function sayWaiting(title: Both, people: number, language: Language): string {
  return {
    zh: `${quote(title.zh)}确认前，${people} 人的工资不计算：`,
    en: `Until ${quote(title.en)} is decided, the pay of ${counted(people, "person", "people")} is not computed:`,
  }[language];
}
