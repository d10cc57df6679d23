import type { StepState } from "../../views";
import { formatMonth, type Month } from "../../units";
import type { Both, Language } from "../language";
import { counted, quote } from "../say";
import { message, type PaneMessage } from "../shell/message";
import { wordsOf } from "../words";

const states = {
  open: { zh: "待办", en: "open" },
  done: { zh: "已通过", en: "passed" },
  refused: { zh: "未通过", en: "refused" },
} as const satisfies Readonly<Record<StepState, Both>>;

/** The fixed words of the page "晋升". */
export const promotionPageWords = wordsOf({
  writeReport: { zh: "写出候选人报告", en: "Write candidates report" },
  withReviews: { zh: "报告里附上绩效复核名单", en: "Add the performance reviews to the report" },
  writeReviews: { zh: "写出复核名单", en: "Write review list" },
  createTable: { zh: "建立晋升流程表", en: "Create 晋升流程" },
  readAgain: { zh: "重新读取", en: "Read again" },
  loading: { zh: "正在读取成绩和晋升流程…", en: "Reading scores and 晋升流程…" },
  handledBy: { zh: "经办人", en: "Handled by" },
  handledByHint: {
    zh: "勾选步骤时写入“经办人”一列",
    en: "Goes into the column 经办人 when a step is ticked",
  },
  tableAbsent: {
    zh: "工作簿里还没有“晋升流程”表；勾选第一个步骤时会建立，也可以现在建立。",
    en: "The workbook has no table 晋升流程 yet; ticking the first step creates it, or create it now.",
  },
  people: { zh: "人员与进度", en: "People and progress" },
  candidates: { zh: "成绩达标", en: "Scores reach the next level" },
  nobody: {
    zh: "这个月没有人达到下一级的成绩条件。",
    en: "Nobody's scores reach the next level this month.",
  },
  oneMonthShort: { zh: "最快再有一个月即可达标", en: "One month short at best" },
  missingData: { zh: "补录成绩后再判断", en: "To be judged once scores are entered" },
  others: { zh: "其他人员", en: "Other people" },
  excluded: { zh: "未判定", en: "Not judged" },
  months: { zh: "最近十二个月", en: "Last twelve months" },
  why: { zh: "依据", en: "Why" },
  met: { zh: "满足", en: "met" },
  notMet: { zh: "未满足", en: "not met" },
  steps: { zh: "确认和步骤", en: "Attestations and steps" },
  pay: { zh: "薪酬变化", en: "Pay effect" },
  record: { zh: "记录", en: "Record" },
  result: { zh: "结果", en: "Result" },
  results: {
    passed: { zh: "通过", en: "Passed" },
    failed: { zh: "不通过", en: "Refused" },
    pending: { zh: "待定", en: "Pending" },
  },
  states,
  figure: { zh: "得分", en: "Score" },
  inFavour: { zh: "赞成票", en: "In favour" },
  votesCast: { zh: "总票数", en: "Votes cast" },
  votesWrong: {
    zh: "票数须为整数，赞成票不多于总票数。",
    en: "Votes are whole numbers, and those in favour no more than those cast.",
  },
  votesAnonymous: {
    zh: "匿名评选只记票数，不记姓名。",
    en: "The vote is anonymous: counts are kept, never names.",
  },
  note: { zh: "备注", en: "Note" },
  save: { zh: "保存", en: "Save" },
  dismiss: { zh: "取消", en: "Cancel" },
  noSteps: {
    zh: "制度没有写明这一步的流程。",
    en: "The policy describes no procedure for this step.",
  },
  unclear: {
    zh: "以下各行认不出是哪个步骤，没有计入：",
    en: "These rows name no known step and were not counted:",
  },
  beyondReach: {
    zh: "以下各行写的是不能越级到达的级别，没有计入（§4.4.A 要求先任下一级）：",
    en: "These rows are about a level that nobody can skip to and were not counted (§4.4.A asks for service in the level below):",
  },
  withheld: {
    zh: "表中写的不是票数，这里不显示",
    en: "the sheet holds something other than counts; not shown",
  },
  byOrder: {
    zh: "该行只写了几个步骤共用的条款，按先后对应到这一步",
    en: "the row names a clause of several steps and was taken for this one by its place",
  },
  whatIf: { zh: "假设", en: "What if" },
  nothingWritten: { zh: "只在这里试算，不写入表格。", en: "Tried here only; nothing is written." },
  ifReading: { zh: "口径改为", en: "With the reading" },
  asInForce: { zh: "按现行口径", en: "as in force" },
  scoreWrong: { zh: "不是有效的分数", en: "not a valid score" },
  more: { zh: "空缺、复核和历史", en: "Vacancy, reviews and history" },
  vacancy: { zh: "主管空缺时可考虑的人员", en: "To consider when the supervisor's post is vacant" },
  vacancyNote: {
    zh: "仅供参考，不作判定（§3.1a、§3.1b）。",
    en: "Information only, no judgement (§3.1a, §3.1b).",
  },
  reviews: { zh: "绩效复核", en: "Performance reviews" },
  history: { zh: "表中的晋升记录", en: "Promotions found in the sheet" },
  historyNone: {
    zh: "表中没有级别上升的记录。",
    en: "The sheet shows nobody rising to another level.",
  },
  historyWide: {
    zh: "横排表只写现级别，看不出晋升记录。",
    en: "A sheet with months in columns tells only the current level.",
  },
  keyTiers: {
    zh: "实心：第一等级，淡色：第二等级，斜纹：以下",
    en: "solid: tier 1, faint: tier 2, hatched: below",
  },
  keyStreak: { zh: "粗线：连续期", en: "thick line: run" },
  keyWindow: { zh: "细线：考核窗口", en: "thin line: window" },
  keyMissing: { zh: "虚框：缺成绩", en: "dashed: no score" },
  keyLeave: { zh: "假：法定假期", en: "L: statutory leave" },
  keyUnreadable: { zh: "?：无法判定", en: "?: cannot be placed" },
  keyLevel: { zh: "↑↓ 级别变动", en: "↑↓ level change" },
  keyComplaints: { zh: "▲ 投诉", en: "▲ complaints" },
  keyLeaves: { zh: "● 离岗", en: "● absences" },
});

/** Which sheet and month the page shows, and how many people. */
export function sayPromotionScope(
  {
    sheet,
    month,
    people,
  }: { readonly sheet: string; readonly month: Month; readonly people: number },
  language: Language,
): string {
  return {
    zh: `${sheet} · 评定月 ${formatMonth(month)} · ${people} 人`,
    en: `${sheet} · month ${formatMonth(month)} · ${counted(people, "person", "people")}`,
  }[language];
}

const reportNext: Both = {
  zh: "表里写的内容可以随时刷新，您在旁边和下面加的内容会保留。",
  en: "Writing it again refreshes it; what you add beside and below stays.",
};

/** A sheet of ours has been written or refreshed. */
export function sayReportWritten(
  { sheet, refreshed }: { readonly sheet: { readonly name: string }; readonly refreshed: boolean },
  language: Language,
): PaneMessage {
  const { name } = sheet;
  return message(
    {
      zh: `${refreshed ? "已刷新" : "已写出"}${quote(name)}。`,
      en: `${refreshed ? "Refreshed" : "Wrote"} ${quote(name)}.`,
    },
    { zh: reportNext.zh, en: reportNext.en },
  )[language];
}

/** The table 晋升流程 has been made, or was there. */
export function sayTableCreated(name: string | null, language: Language): PaneMessage {
  return (
    name === null
      ? message({ zh: "工作簿里已有晋升流程表。", en: "The workbook has the table already." })
      : message(
          { zh: `已建立${quote(name)}。`, en: `Created ${quote(name)}.` },
          {
            zh: "从现在起由您维护：可以排序、筛选、加列。",
            en: "It is yours now: sort, filter and add columns as you like.",
          },
        )
  )[language];
}

/** A step has been written into 晋升流程. */
export function sayStepRecorded(step: string, state: StepState, language: Language): string {
  const { zh, en } = states[state];
  return {
    zh: `${step}：${zh}，已写入晋升流程`,
    en: `${step}: ${en}, written into 晋升流程`,
  }[language];
}

/** HR's table lacks a column without which rows do not count. */
export function sayColumnLacking(heading: string, language: Language): PaneMessage {
  return message(
    {
      zh: `晋升流程表里没有${quote(heading)}列，没有写入。`,
      en: `The table 晋升流程 has no column ${heading}; nothing was written.`,
    },
    {
      zh: `在表里加上${quote(heading)}列再勾选。`,
      en: `Add the column ${heading} and tick again.`,
    },
  )[language];
}

/** There is no month to report on. */
export function sayNoMonth(language: Language): PaneMessage {
  return message(
    {
      zh: "成绩表里没有可以评定的月份，没有写出。",
      en: "The sheet has no month to judge; nothing was written.",
    },
    { zh: "录入成绩后再试。", en: "Enter scores and try again." },
  )[language];
}
