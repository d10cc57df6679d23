import type { Requirement } from "../../policy";
import type {
  EvidencePoint,
  PastPromotion,
  PayThen,
  PromotionFile,
  StepRecord,
  StepState,
  Supposed,
} from "../../views";
import { formatMonth, formatPoints, formatYuan, type Fen, type Month } from "../../units";
import { sayCandidate } from "./candidates";
import { tierChinese } from "../tiers";
import type { Language } from "../language";
import type { PaneMessage } from "../shell/pane";
import { counted } from "../say";
import { wordsOf } from "../words";

type Both = Readonly<Record<Language, string>>;

/** The fixed words of the page "晋升". */
export const promotionPageWords = wordsOf({
  writeReport: { zh: "写出候选人报告", en: "Write candidates report" },
  withReviews: { zh: "报告里附上绩效复核名单", en: "Add the performance reviews to the report" },
  writeReviews: { zh: "写出复核名单", en: "Write review list" },
  createTable: { zh: "建立晋升流程表", en: "Create 晋升流程" },
  readAgain: { zh: "重新读取", en: "Read again" },
  reading: { zh: "正在读取成绩和晋升流程…", en: "Reading scores and 晋升流程…" },
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
  states: {
    open: { zh: "待办", en: "open" },
    done: { zh: "已通过", en: "passed" },
    refused: { zh: "未通过", en: "refused" },
  },
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
export type PromotionPageWords = ReturnType<typeof promotionPageWords>;

const tier = (number: number, language: Language): string =>
  ({ zh: tierChinese(number), en: `tier ${number}` })[language];

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

/** "已通过 3/11，未通过 1": how far a way has come. */
export function sayStepsDone({ steps }: PromotionFile, language: Language): string {
  const count = (state: StepState): number => steps.filter((step) => step.state === state).length;
  const [done, refused] = [count("done"), count("refused")];
  return {
    zh: `已通过 ${done}/${steps.length}${refused === 0 ? "" : `，未通过 ${refused}`}`,
    en: `${done} of ${steps.length} passed${refused === 0 ? "" : `, ${refused} refused`}`,
  }[language];
}

/** What the row of a step adds to its state: votes or score, who, when, note. */
export function sayStepRecord(record: StepRecord, language: Language): string {
  const { figure, handledBy, date, note, byOrder } = record;
  return [
    figure.kind === "text"
      ? figure.text
      : figure.kind === "withheld"
        ? promotionPageWords(language).withheld
        : "",
    handledBy,
    date,
    note,
    byOrder ? promotionPageWords(language).byOrder : "",
  ]
    .filter((part) => part !== "")
    .join(" · ");
}

/** One requirement of a level's clause: what is asked, and what there is. */
export function sayRequirementOf(requirement: Requirement, language: Language): string {
  const { have, need } = requirement;
  switch (requirement.kind) {
    case "streak": {
      const { worstTier, bound } = requirement;
      const asked: Both =
        bound === "exactly"
          ? { zh: "恰好在", en: "in" }
          : worstTier === 1
            ? { zh: "都在", en: "in" }
            : { zh: "都不低于", en: "at least in" };
      return {
        zh: `连续 ${need} 个月${asked.zh}${tierChinese(worstTier)}：现有 ${have} 个月`,
        en: `${counted(need, "month", "months in a row")} ${asked.en} tier ${worstTier}: ${have} so far`,
      }[language];
    }
    case "inner": {
      const { bound } = requirement;
      return {
        zh: `其中${bound === "exactly" ? "恰好" : "至少"} ${need} 个月在${tierChinese(requirement.tier)}：现有 ${have} 个月`,
        en: `${bound === "exactly" ? "exactly" : "at least"} ${need} of them in tier ${requirement.tier}: ${have} so far`,
      }[language];
    }
    case "window":
      return {
        zh: `考核窗口 ${need} 个月内没有低于${tierChinese(requirement.worstTier)}的月份：看到 ${have} 个月`,
        en: `no month below tier ${requirement.worstTier} in a window of ${counted(need, "month")}: ${have} looked at`,
      }[language];
  }
}

/** Everything that the picture shows of a month, for whoever cannot see it. */
export function sayEvidencePoint(point: EvidencePoint, language: Language): string {
  const { score, levelChange, complaints, leaves } = point;
  const result = (): string => {
    switch (point.kind) {
      case "before":
        return { zh: "无记录", en: "no record" }[language];
      case "missing":
        return { zh: "缺成绩", en: "no score" }[language];
      case "leave":
        return { zh: "法定假期", en: "statutory leave" }[language];
      case "unreadable":
        return { zh: "成绩无法判定", en: "a score that cannot be placed" }[language];
      case "score": {
        const points = score === null ? "" : formatPoints(score);
        const placed = point.tier === null ? "" : tier(point.tier, language);
        return { zh: `${points}分，${placed}`, en: `${points}, ${placed}` }[language];
      }
    }
  };
  const marks = [
    point.inStreak ? { zh: "连续期", en: "run" }[language] : "",
    point.inWindow ? { zh: "考核窗口", en: "window" }[language] : "",
    point.beforePromotion ? { zh: "升级前", en: "before the promotion" }[language] : "",
    levelChange === null
      ? ""
      : {
          zh: `级别由${levelChange.from.name.zh}变为${levelChange.to.name.zh}`,
          en: `level changes from ${levelChange.from.name.en} to ${levelChange.to.name.en}`,
        }[language],
    complaints === 0
      ? ""
      : { zh: `投诉 ${complaints} 次`, en: counted(complaints, "complaint") }[language],
    leaves === 0
      ? ""
      : { zh: `离岗 ${leaves} 次`, en: counted(leaves, "unapproved absence") }[language],
  ].filter((mark) => mark !== "");
  const [colon, comma] = { zh: ["：", "，"], en: [": ", ", "] }[language];
  return `${formatMonth(point.month)}${colon}${[result(), ...marks].join(comma)}`;
}

/** What stands in a month without a usable score: told by its letter, as in the strip of the report. */
export function sayPointMark(kind: EvidencePoint["kind"], language: Language): string {
  switch (kind) {
    case "before":
    case "score":
    case "missing":
      return "";
    case "leave":
      return { zh: "假", en: "L" }[language];
    case "unreadable":
      return "?";
  }
}

/** What the picture is of. */
export function sayPicture(name: string, language: Language): string {
  return { zh: `${name}最近十二个月的分数`, en: `Scores of ${name} in the last twelve months` }[
    language
  ];
}

/** "若 2026-11 得": the label of a supposed score. */
export function sayIfScored(month: Month, missing: boolean, language: Language): string {
  const when = formatMonth(month);
  return {
    zh: missing ? `若补录 ${when} 为（分）` : `若 ${when} 得（分）`,
    en: missing ? `If ${when} had scored` : `If ${when} scores`,
  }[language];
}

/** How somebody would stand under a supposition. */
export function saySupposed({ asOf, row }: Supposed, language: Language): string {
  const stand = sayCandidate(row, language);
  return { zh: `截至 ${formatMonth(asOf)}：${stand}`, en: `As of ${formatMonth(asOf)}: ${stand}` }[
    language
  ];
}

const money = (amount: Fen | null, none: string): string =>
  amount === null ? none : formatYuan(amount);

function sayPayThen({ month, base, gross }: PayThen, language: Language): string {
  return {
    zh: `${formatMonth(month)} 底薪 ${money(base, "待定")}、应发 ${money(gross, "无法计算")}`,
    en: `${formatMonth(month)} base ${money(base, "open")}, gross ${money(gross, "cannot be told")}`,
  }[language];
}

/** A promotion of the past in a few lines: what, how the scores stood, the pay around it, the steps. */
export function sayPastPromotion(past: PastPromotion, language: Language): readonly string[] {
  const { person, from, to, month, skipped, evidence, before, after, file } = past;
  const name = person.name === "" ? person.employeeId : person.name;
  const open = file?.steps.filter(({ state }) => state !== "done").length ?? 0;
  const steps =
    file === null
      ? { zh: "晋升流程里没有这次晋升的记录", en: "晋升流程 has no record of it" }[language]
      : open === 0
        ? {
            zh: `步骤齐全（考核月 ${formatMonth(file.month)}）`,
            en: `all steps passed (month ${formatMonth(file.month)})`,
          }[language]
        : {
            zh: `${sayStepsDone(file, language)}，步骤不齐（考核月 ${formatMonth(file.month)}）`,
            en: `${sayStepsDone(file, language)}, incomplete (month ${formatMonth(file.month)})`,
          }[language];
  return [
    {
      zh: `${formatMonth(month)} ${name}：${from.name.zh} → ${to.name.zh}${skipped ? "（越级）" : ""}`,
      en: `${formatMonth(month)} ${name}: ${from.name.en} → ${to.name.en}${skipped ? " (skip)" : ""}`,
    }[language],
    {
      zh: `当时成绩：${sayCandidate(evidence, language)}`,
      en: `Scores then: ${sayCandidate(evidence, language)}`,
    }[language],
    `${sayPayThen(before, language)}；${sayPayThen(after, language)}`.replace(
      "；",
      { zh: "；", en: "; " }[language],
    ),
    steps,
  ];
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
  return {
    zh: { what: `${refreshed ? "已刷新" : "已写出"}“${name}”。`, next: reportNext.zh },
    en: { what: `${refreshed ? "Refreshed" : "Wrote"} “${name}”.`, next: reportNext.en },
  }[language];
}

/** The table 晋升流程 has been made, or was there. */
export function sayTableCreated(name: string | null, language: Language): PaneMessage {
  return {
    zh:
      name === null
        ? { what: "工作簿里已有晋升流程表。", next: "" }
        : { what: `已建立“${name}”。`, next: "从现在起由您维护：可以排序、筛选、加列。" },
    en:
      name === null
        ? { what: "The workbook has the table already.", next: "" }
        : {
            what: `Created “${name}”.`,
            next: "It is yours now: sort, filter and add columns as you like.",
          },
  }[language];
}

/** A step has been written into 晋升流程. */
export function sayStepRecorded(step: string, state: StepState, language: Language): string {
  return {
    zh: `${step}：${promotionPageWords("zh").states[state]}，已写入晋升流程`,
    en: `${step}: ${promotionPageWords("en").states[state]}, written into 晋升流程`,
  }[language];
}

/** HR's table lacks a column without which rows do not count. */
export function sayColumnLacking(heading: string, language: Language): PaneMessage {
  return {
    zh: {
      what: `晋升流程表里没有“${heading}”列，没有写入。`,
      next: `在表里加上“${heading}”列再勾选。`,
    },
    en: {
      what: `The table 晋升流程 has no column ${heading}; nothing was written.`,
      next: `Add the column ${heading} and tick again.`,
    },
  }[language];
}

/** There is no month to report on. */
export function sayNoMonth(language: Language): PaneMessage {
  return {
    zh: { what: "成绩表里没有可以评定的月份，没有写出。", next: "录入成绩后再试。" },
    en: {
      what: "The sheet has no month to judge; nothing was written.",
      next: "Enter scores and try again.",
    },
  }[language];
}
