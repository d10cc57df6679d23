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
import { tierChinese } from "../findings/findingsChinese";
import type { Language } from "../language";
import type { PaneMessage } from "../shell/pane";
import { counted } from "../say";

type Both = Readonly<Record<Language, string>>;

/** The fixed words of the page "晋升". */
export interface PromotionPageWords {
  readonly writeReport: string;
  readonly withReviews: string;
  readonly writeReviews: string;
  readonly createTable: string;
  readonly readAgain: string;
  readonly reading: string;
  readonly handledBy: string;
  readonly handledByHint: string;
  readonly tableAbsent: string;
  readonly people: string;
  readonly candidates: string;
  readonly nobody: string;
  readonly oneMonthShort: string;
  readonly missingData: string;
  readonly others: string;
  readonly excluded: string;
  readonly months: string;
  readonly why: string;
  readonly met: string;
  readonly notMet: string;
  readonly steps: string;
  readonly pay: string;
  readonly record: string;
  readonly result: string;
  readonly results: Readonly<Record<"passed" | "failed" | "pending", string>>;
  readonly states: Readonly<Record<StepState, string>>;
  readonly figure: string;
  readonly inFavour: string;
  readonly votesCast: string;
  readonly votesWrong: string;
  readonly votesAnonymous: string;
  readonly note: string;
  readonly save: string;
  readonly dismiss: string;
  readonly noSteps: string;
  readonly unclear: string;
  readonly beyondReach: string;
  readonly withheld: string;
  readonly byOrder: string;
  readonly whatIf: string;
  readonly nothingWritten: string;
  readonly ifReading: string;
  readonly asInForce: string;
  readonly scoreWrong: string;
  readonly more: string;
  readonly vacancy: string;
  readonly vacancyNote: string;
  readonly reviews: string;
  readonly history: string;
  readonly historyNone: string;
  readonly historyWide: string;
  readonly keyTiers: string;
  readonly keyStreak: string;
  readonly keyWindow: string;
  readonly keyMissing: string;
  readonly keyLeave: string;
  readonly keyUnreadable: string;
  readonly keyLevel: string;
  readonly keyComplaints: string;
  readonly keyLeaves: string;
}

const zh: PromotionPageWords = {
  writeReport: "写出候选人报告",
  withReviews: "报告里附上绩效复核名单",
  writeReviews: "写出复核名单",
  createTable: "建立晋升流程表",
  readAgain: "重新读取",
  reading: "正在读取成绩和晋升流程…",
  handledBy: "经办人",
  handledByHint: "勾选步骤时写入“经办人”一列",
  tableAbsent: "工作簿里还没有“晋升流程”表；勾选第一个步骤时会建立，也可以现在建立。",
  people: "人员与进度",
  candidates: "成绩达标",
  nobody: "这个月没有人达到下一级的成绩条件。",
  oneMonthShort: "最快再有一个月即可达标",
  missingData: "补录成绩后再判断",
  others: "其他人员",
  excluded: "未判定",
  months: "最近十二个月",
  why: "依据",
  met: "满足",
  notMet: "未满足",
  steps: "确认和步骤",
  pay: "薪酬变化",
  record: "记录",
  result: "结果",
  results: { passed: "通过", failed: "不通过", pending: "待定" },
  states: { open: "待办", done: "已通过", refused: "未通过" },
  figure: "得分",
  inFavour: "赞成票",
  votesCast: "总票数",
  votesWrong: "票数须为整数，赞成票不多于总票数。",
  votesAnonymous: "匿名评选只记票数，不记姓名。",
  note: "备注",
  save: "保存",
  dismiss: "取消",
  noSteps: "制度没有写明这一步的流程。",
  unclear: "以下各行认不出是哪个步骤，没有计入：",
  beyondReach: "以下各行写的是不能越级到达的级别，没有计入（§4.4.A 要求先任下一级）：",
  withheld: "表中写的不是票数，这里不显示",
  byOrder: "该行只写了几个步骤共用的条款，按先后对应到这一步",
  whatIf: "假设",
  nothingWritten: "只在这里试算，不写入表格。",
  ifReading: "口径改为",
  asInForce: "按现行口径",
  scoreWrong: "不是有效的分数",
  more: "空缺、复核和历史",
  vacancy: "主管空缺时可考虑的人员",
  vacancyNote: "仅供参考，不作判定（§3.1a、§3.1b）。",
  reviews: "绩效复核",
  history: "表中的晋升记录",
  historyNone: "表中没有级别上升的记录。",
  historyWide: "横排表只写现级别，看不出晋升记录。",
  keyTiers: "实心：第一等级，淡色：第二等级，斜纹：以下",
  keyStreak: "粗线：连续期",
  keyWindow: "细线：考核窗口",
  keyMissing: "虚框：缺成绩",
  keyLeave: "假：法定假期",
  keyUnreadable: "?：无法判定",
  keyLevel: "↑↓ 级别变动",
  keyComplaints: "▲ 投诉",
  keyLeaves: "● 离岗",
};

const en: PromotionPageWords = {
  writeReport: "Write candidates report",
  withReviews: "Add the performance reviews to the report",
  writeReviews: "Write review list",
  createTable: "Create 晋升流程",
  readAgain: "Read again",
  reading: "Reading scores and 晋升流程…",
  handledBy: "Handled by",
  handledByHint: "Goes into the column 经办人 when a step is ticked",
  tableAbsent:
    "The workbook has no table 晋升流程 yet; ticking the first step creates it, or create it now.",
  people: "People and progress",
  candidates: "Scores reach the next level",
  nobody: "Nobody's scores reach the next level this month.",
  oneMonthShort: "One month short at best",
  missingData: "To be judged once scores are entered",
  others: "Other people",
  excluded: "Not judged",
  months: "Last twelve months",
  why: "Why",
  met: "met",
  notMet: "not met",
  steps: "Attestations and steps",
  pay: "Pay effect",
  record: "Record",
  result: "Result",
  results: { passed: "Passed", failed: "Refused", pending: "Pending" },
  states: { open: "open", done: "passed", refused: "refused" },
  figure: "Score",
  inFavour: "In favour",
  votesCast: "Votes cast",
  votesWrong: "Votes are whole numbers, and those in favour no more than those cast.",
  votesAnonymous: "The vote is anonymous: counts are kept, never names.",
  note: "Note",
  save: "Save",
  dismiss: "Cancel",
  noSteps: "The policy describes no procedure for this step.",
  unclear: "These rows name no known step and were not counted:",
  beyondReach:
    "These rows are about a level that nobody can skip to and were not counted (§4.4.A asks for service in the level below):",
  withheld: "the sheet holds something other than counts; not shown",
  byOrder: "the row names a clause of several steps and was taken for this one by its place",
  whatIf: "What if",
  nothingWritten: "Tried here only; nothing is written.",
  ifReading: "With the reading",
  asInForce: "as in force",
  scoreWrong: "not a valid score",
  more: "Vacancy, reviews and history",
  vacancy: "To consider when the supervisor's post is vacant",
  vacancyNote: "Information only, no judgement (§3.1a, §3.1b).",
  reviews: "Performance reviews",
  history: "Promotions found in the sheet",
  historyNone: "The sheet shows nobody rising to another level.",
  historyWide: "A sheet with months in columns tells only the current level.",
  keyTiers: "solid: tier 1, faint: tier 2, hatched: below",
  keyStreak: "thick line: run",
  keyWindow: "thin line: window",
  keyMissing: "dashed: no score",
  keyLeave: "L: statutory leave",
  keyUnreadable: "?: cannot be placed",
  keyLevel: "↑↓ level change",
  keyComplaints: "▲ complaints",
  keyLeaves: "● absences",
};

const pages: Readonly<Record<Language, PromotionPageWords>> = { zh, en };

export function promotionPageWords(language: Language): PromotionPageWords {
  return pages[language];
}

const tier = (number: number, language: Language): string =>
  language === "zh" ? tierChinese(number) : `tier ${number}`;

/** Which sheet and month the page shows, and how many people. */
export function sayPromotionScope(
  {
    sheet,
    month,
    people,
  }: { readonly sheet: string; readonly month: Month; readonly people: number },
  language: Language,
): string {
  return language === "zh"
    ? `${sheet} · 评定月 ${formatMonth(month)} · ${people} 人`
    : `${sheet} · month ${formatMonth(month)} · ${counted(people, "person", "people")}`;
}

/** "已通过 3/11，未通过 1": how far a way has come. */
export function sayStepsDone({ steps }: PromotionFile, language: Language): string {
  const count = (state: StepState): number => steps.filter((step) => step.state === state).length;
  const [done, refused] = [count("done"), count("refused")];
  if (language === "zh")
    return `已通过 ${done}/${steps.length}${refused === 0 ? "" : `，未通过 ${refused}`}`;
  return `${done} of ${steps.length} passed${refused === 0 ? "" : `, ${refused} refused`}`;
}

/** What the row of a step adds to its state: votes or score, who, when, note. */
export function sayStepRecord(record: StepRecord, language: Language): string {
  const { figure, handledBy, date, note, byOrder } = record;
  return [
    figure.kind === "text"
      ? figure.text
      : figure.kind === "withheld"
        ? pages[language].withheld
        : "",
    handledBy,
    date,
    note,
    byOrder ? pages[language].byOrder : "",
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
      if (language === "zh") {
        const asked =
          bound === "exactly"
            ? `恰好在${tierChinese(worstTier)}`
            : worstTier === 1
              ? `都在${tierChinese(1)}`
              : `都不低于${tierChinese(worstTier)}`;
        return `连续 ${need} 个月${asked}：现有 ${have} 个月`;
      }
      const asked = bound === "exactly" || worstTier === 1 ? "in" : "at least in";
      return `${counted(need, "month", "months in a row")} ${asked} tier ${worstTier}: ${have} so far`;
    }
    case "inner": {
      const { bound } = requirement;
      if (language === "zh")
        return `其中${bound === "exactly" ? "恰好" : "至少"} ${need} 个月在${tierChinese(requirement.tier)}：现有 ${have} 个月`;
      return `${bound === "exactly" ? "exactly" : "at least"} ${need} of them in tier ${requirement.tier}: ${have} so far`;
    }
    case "window":
      return language === "zh"
        ? `考核窗口 ${need} 个月内没有低于${tierChinese(requirement.worstTier)}的月份：看到 ${have} 个月`
        : `no month below tier ${requirement.worstTier} in a window of ${counted(need, "month")}: ${have} looked at`;
  }
}

/** Everything that the picture shows of a month, for whoever cannot see it. */
export function sayEvidencePoint(point: EvidencePoint, language: Language): string {
  const { score, levelChange, complaints, leaves } = point;
  const isZh = language === "zh";
  const result = (): string => {
    switch (point.kind) {
      case "before":
        return isZh ? "无记录" : "no record";
      case "missing":
        return isZh ? "缺成绩" : "no score";
      case "leave":
        return isZh ? "法定假期" : "statutory leave";
      case "unreadable":
        return isZh ? "成绩无法判定" : "a score that cannot be placed";
      case "score": {
        const points = score === null ? "" : formatPoints(score);
        const placed = point.tier === null ? "" : tier(point.tier, language);
        return isZh ? `${points}分，${placed}` : `${points}, ${placed}`;
      }
    }
  };
  const marks = [
    point.inStreak ? (isZh ? "连续期" : "run") : "",
    point.inWindow ? (isZh ? "考核窗口" : "window") : "",
    point.beforePromotion ? (isZh ? "升级前" : "before the promotion") : "",
    levelChange === null
      ? ""
      : isZh
        ? `级别由${levelChange.from.name.zh}变为${levelChange.to.name.zh}`
        : `level changes from ${levelChange.from.name.en} to ${levelChange.to.name.en}`,
    complaints === 0 ? "" : isZh ? `投诉 ${complaints} 次` : counted(complaints, "complaint"),
    leaves === 0 ? "" : isZh ? `离岗 ${leaves} 次` : counted(leaves, "unapproved absence"),
  ].filter((mark) => mark !== "");
  const [colon, comma] = isZh ? ["：", "，"] : [": ", ", "];
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
      return language === "zh" ? "假" : "L";
    case "unreadable":
      return "?";
  }
}

/** What the picture is of. */
export function sayPicture(name: string, language: Language): string {
  return language === "zh"
    ? `${name}最近十二个月的分数`
    : `Scores of ${name} in the last twelve months`;
}

/** "若 2026-11 得": the label of a supposed score. */
export function sayIfScored(month: Month, missing: boolean, language: Language): string {
  const when = formatMonth(month);
  if (language === "zh") return missing ? `若补录 ${when} 为（分）` : `若 ${when} 得（分）`;
  return missing ? `If ${when} had scored` : `If ${when} scores`;
}

/** How somebody would stand under a supposition. */
export function saySupposed({ asOf, row }: Supposed, language: Language): string {
  const stand = sayCandidate(row, language);
  return language === "zh"
    ? `截至 ${formatMonth(asOf)}：${stand}`
    : `As of ${formatMonth(asOf)}: ${stand}`;
}

const money = (amount: Fen | null, none: string): string =>
  amount === null ? none : formatYuan(amount);

function sayPayThen({ month, base, gross }: PayThen, language: Language): string {
  return language === "zh"
    ? `${formatMonth(month)} 底薪 ${money(base, "待定")}、应发 ${money(gross, "无法计算")}`
    : `${formatMonth(month)} base ${money(base, "open")}, gross ${money(gross, "cannot be told")}`;
}

/** A promotion of the past in a few lines: what, how the scores stood, the pay around it, the steps. */
export function sayPastPromotion(past: PastPromotion, language: Language): readonly string[] {
  const { person, from, to, month, skipped, evidence, before, after, file } = past;
  const name = person.name === "" ? person.employeeId : person.name;
  const isZh = language === "zh";
  const open = file?.steps.filter(({ state }) => state !== "done").length ?? 0;
  const steps =
    file === null
      ? isZh
        ? "晋升流程里没有这次晋升的记录"
        : "晋升流程 has no record of it"
      : open === 0
        ? isZh
          ? `步骤齐全（考核月 ${formatMonth(file.month)}）`
          : `all steps passed (month ${formatMonth(file.month)})`
        : isZh
          ? `${sayStepsDone(file, language)}，步骤不齐（考核月 ${formatMonth(file.month)}）`
          : `${sayStepsDone(file, language)}, incomplete (month ${formatMonth(file.month)})`;
  return [
    isZh
      ? `${formatMonth(month)} ${name}：${from.name.zh} → ${to.name.zh}${skipped ? "（越级）" : ""}`
      : `${formatMonth(month)} ${name}: ${from.name.en} → ${to.name.en}${skipped ? " (skip)" : ""}`,
    isZh
      ? `当时成绩：${sayCandidate(evidence, language)}`
      : `Scores then: ${sayCandidate(evidence, language)}`,
    `${sayPayThen(before, language)}；${sayPayThen(after, language)}`.replace(
      "；",
      isZh ? "；" : "; ",
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
  if (language === "zh")
    return { what: `${refreshed ? "已刷新" : "已写出"}“${name}”。`, next: reportNext.zh };
  return { what: `${refreshed ? "Refreshed" : "Wrote"} “${name}”.`, next: reportNext.en };
}

/** The table 晋升流程 has been made, or was there. */
export function sayTableCreated(name: string | null, language: Language): PaneMessage {
  if (language === "zh")
    return name === null
      ? { what: "工作簿里已有晋升流程表。", next: "" }
      : { what: `已建立“${name}”。`, next: "从现在起由您维护：可以排序、筛选、加列。" };
  return name === null
    ? { what: "The workbook has the table already.", next: "" }
    : {
        what: `Created “${name}”.`,
        next: "It is yours now: sort, filter and add columns as you like.",
      };
}

/** A step has been written into 晋升流程. */
export function sayStepRecorded(step: string, state: StepState, language: Language): string {
  return language === "zh"
    ? `${step}：${zh.states[state]}，已写入晋升流程`
    : `${step}: ${en.states[state]}, written into 晋升流程`;
}

/** HR's table lacks a column without which rows do not count. */
export function sayColumnLacking(heading: string, language: Language): PaneMessage {
  return language === "zh"
    ? {
        what: `晋升流程表里没有“${heading}”列，没有写入。`,
        next: `在表里加上“${heading}”列再勾选。`,
      }
    : {
        what: `The table 晋升流程 has no column ${heading}; nothing was written.`,
        next: `Add the column ${heading} and tick again.`,
      };
}

/** There is no month to report on. */
export function sayNoMonth(language: Language): PaneMessage {
  return language === "zh"
    ? { what: "成绩表里没有可以评定的月份，没有写出。", next: "录入成绩后再试。" }
    : {
        what: "The sheet has no month to judge; nothing was written.",
        next: "Enter scores and try again.",
      };
}
