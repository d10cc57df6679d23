import { READING_IDS } from "../types";
import type { ClauseId, Preset, Reading, ReadingId, ReadingLevel, Words } from "../types";

/** What the functions need of a reading. English, question and reasons are in `readings.texts`. */
export interface ReadingEntry {
  readonly id: ReadingId;
  readonly level: ReadingLevel;
  readonly clauses: readonly ClauseId[];
  readonly title: Pick<Words, "zh">;
  /** The default first. */
  readonly options: readonly { readonly id: string; readonly label: Pick<Words, "zh"> }[];
  readonly default: string;
  readonly presets: Reading["presets"];
}

interface Row {
  readonly level: ReadingLevel;
  readonly clauses: readonly ClauseId[];
  readonly title: string;
  /** Id and label; the first is the default. */
  readonly options: readonly [
    readonly [string, string],
    readonly [string, string],
    ...(readonly (readonly [string, string])[]),
  ];
  readonly presets?: Reading["presets"];
}

/** The disputed passages; a missing reading does not compile. */
export const readingRows = {
  SALARY_RESERVE: {
    level: "blocking",
    clauses: ["§6.S5"],
    title: "储备主管底薪",
    options: [
      ["3000", "3000 元（原文多写了一个 0）"],
      ["30000", "30000 元（按原文）"],
    ],
    presets: { literal: "30000", favourable: "30000" },
  },
  COMMISSION_T1_FROM: {
    level: "money",
    clauses: ["§6.C1"],
    title: "一级提成起点",
    options: [
      ["60000", "60000 元起，650 元是笔误（应为 780 元）"],
      ["50000", "应从 50000 元起"],
    ],
    presets: { favourable: "50000" },
  },
  COMMISSION_MODE: {
    level: "money",
    clauses: ["§6.C1", "§6.C2", "§6.C3", "§6.C4"],
    title: "提成算法",
    options: [
      ["whole", "全部销售额 × 比例"],
      ["fixed", "每档一个固定金额"],
      ["marginal", "分段累进"],
    ],
  },
  PROBATION_VARIABLE: {
    level: "money",
    clauses: ["§6.S1"],
    title: "试用期有无提成和绩效",
    options: [
      ["none", "没有（按原文）"],
      ["full", "与初级客服相同"],
    ],
    presets: { favourable: "full" },
  },
  PERF_T1_RATE: {
    level: "money",
    clauses: ["§6.P1"],
    title: "91分以上绩效比例",
    options: [
      ["15", "15%"],
      ["20", "20%（按公式）"],
    ],
    presets: { favourable: "20" },
  },
  SCORE_IN_PAY: {
    level: "money",
    clauses: ["§6.P1", "§6.P2", "§6.P3"],
    title: "分数如何参与计算",
    options: [
      ["fraction", "分数 ÷ 100"],
      ["raw", "直接乘分数"],
    ],
  },
  SCORE_60: {
    level: "money",
    clauses: ["§6.P4", "§6.P3"],
    title: "60分归哪一档",
    options: [
      ["T3", "第三等级"],
      ["T4", "第四等级"],
      ["undefined", "不计算，报错"],
    ],
    presets: { literal: "undefined" },
  },
  SCORE_80: {
    level: "money",
    clauses: ["§6.P2", "§6.P3"],
    title: "80分归哪一档",
    options: [
      ["T2", "第二等级"],
      ["T3", "第三等级"],
      ["undefined", "不计算，报错"],
    ],
    presets: { literal: "undefined" },
  },
  SCORE_90_91: {
    level: "money",
    clauses: ["§6.P1", "§6.P2"],
    title: "90至91分归哪一档",
    options: [
      ["T2", "第二等级"],
      ["T1", "第一等级"],
      ["undefined", "不计算，报错"],
    ],
    presets: { literal: "undefined", favourable: "T1" },
  },
  SCORE_ROUNDING: {
    level: "money",
    clauses: ["§6.P1", "§6.P2", "§6.P3", "§6.P4"],
    title: "分数是否先取整",
    options: [
      ["none", "不取整"],
      ["integer", "先四舍五入到整数"],
    ],
  },
  CRITERIA_ROLE: {
    level: "eligibility",
    clauses: ["§4.1.H", "§4.2.F", "§4.3.E", "§4.4.H", "§5.2a"],
    title: "各级条件的含义",
    options: [
      ["entry", "升入该级要满足的条件"],
      ["exit", "在该级任职、由该级升出的条件"],
    ],
    presets: { favourable: "exit" },
  },
  JUNIOR_H: {
    level: "eligibility",
    clauses: ["§4.1.H"],
    title: "初级：“第二等级内”",
    options: [
      ["atLeast", "第二等级或更好"],
      ["exactly", "恰好第二等级"],
    ],
    presets: { literal: "exactly" },
  },
  MIDDLE_T1_COUNT: {
    level: "eligibility",
    clauses: ["§4.2.F"],
    title: "中级：几个一级月",
    options: [
      ["atLeast", "至少两个月"],
      ["exactly", "恰好两个月"],
    ],
  },
  MIDDLE_MONTHS: {
    level: "eligibility",
    clauses: ["§4.2.F", "§5.2a"],
    title: "中级：看几个月",
    options: [
      ["5", "5 个月（§4.2.F）"],
      ["3", "3 个月（§5.2a）"],
    ],
    presets: { favourable: "3" },
  },
  WINDOW_KIND: {
    level: "eligibility",
    clauses: ["§4.3.E", "§4.4.H"],
    title: "半年、一年怎么算",
    options: [
      ["rolling", "截至评定月的最近 6/12 个月"],
      ["calendar", "自然半年/自然年"],
      ["preceding", "连续期之前的 6/12 个月"],
    ],
  },
  WINDOW_HISTORY: {
    level: "eligibility",
    clauses: ["§4.3.E", "§4.4.H", "§5.2a", "§5.3a"],
    title: "记录不足怎么办",
    options: [
      ["full", "须有完整的 6/12 个月记录"],
      ["recorded", "只看已有的记录"],
    ],
    presets: { literal: "recorded", favourable: "recorded" },
  },
  STREAK_ANCHOR: {
    level: "eligibility",
    clauses: ["§4.1.H", "§4.2.F", "§4.3.E", "§4.4.H"],
    title: "是否须为最近连续",
    options: [
      ["latest", "必须是最近的连续月份"],
      ["any", "历史上任意一段都算"],
    ],
    presets: { favourable: "any" },
  },
  STREAK_SCOPE: {
    level: "eligibility",
    clauses: ["§4.4.A", "§5.2a", "§5.3a"],
    title: "升级前的月份是否计入",
    options: [
      ["history", "计入"],
      ["sinceLastPromotion", "只计任现级别以来的月份"],
    ],
  },
  MISSING_MONTH: {
    level: "eligibility",
    clauses: ["§4.1.H", "§4.2.F", "§4.3.E", "§4.4.H"],
    title: "缺考月",
    options: [
      ["break", "中断连续"],
      ["bridge", "跳过，不中断"],
    ],
    presets: { favourable: "bridge" },
  },
  STATUTORY_LEAVE: {
    level: "eligibility",
    clauses: ["§4.1.H", "§4.2.F", "§4.3.E", "§4.4.H"],
    title: "法定假期月",
    options: [
      ["bridge", "跳过，不中断"],
      ["break", "中断连续"],
    ],
  },
  FAIL_DEF: {
    level: "discipline",
    clauses: ["§4.1.G", "§6.P4"],
    title: "何为不及格",
    options: [
      ["below60", "低于 60 分"],
      ["tier4", "落入第四等级"],
    ],
  },
  DISMISSAL_BASIS: {
    level: "discipline",
    clauses: ["§4.1.G"],
    title: "连续三次怎么数",
    options: [
      ["months", "连续的自然月"],
      ["assessments", "连续的考评，缺考月跳过"],
    ],
    presets: { literal: "assessments" },
  },
  DISMISSAL_SCOPE: {
    level: "discipline",
    clauses: ["§4.1.G"],
    title: "绩效复核适用级别",
    options: [
      ["all", "所有级别（只提示复核）"],
      ["juniorOnly", "只限试用期和初级客服"],
    ],
    presets: { literal: "juniorOnly", favourable: "juniorOnly" },
  },
  DISMISSAL_ANCHOR: {
    level: "discipline",
    clauses: ["§4.1.G"],
    title: "只看最近还是历史",
    options: [
      ["latest", "只看最近一段"],
      ["any", "历史上任意一段"],
    ],
  },
  COMPLAINT_2ND: {
    level: "discipline",
    clauses: ["§R5b"],
    title: "第二次投诉罚款",
    options: [
      ["second100", "第二次罚 100 元（两次共 150 元）"],
      ["total100", "两次共 100 元"],
    ],
    presets: { favourable: "total100" },
  },
  COMPLAINT_3_INCLUSIVE: {
    level: "discipline",
    clauses: ["§R5b"],
    title: "“三次以上”是否含三次",
    options: [
      ["yes", "含三次"],
      ["no", "不含，从第四次起"],
    ],
    presets: { favourable: "no" },
  },
  COMPLAINT_3RD_FINE: {
    level: "discipline",
    clauses: ["§R5b"],
    title: "第三次起的罚款",
    options: [
      ["none", "没有规定，不再罚"],
      ["keepDoubling", "继续翻倍"],
    ],
  },
  LEAVE_10: {
    level: "discipline",
    clauses: ["§W4b"],
    title: "恰好10分钟",
    options: [
      ["over", "超过 10 分钟才算"],
      ["atLeast", "满 10 分钟就算"],
    ],
  },
  LEAVE_NEEDS_LOSS: {
    level: "discipline",
    clauses: ["§W4c"],
    title: "离岗是否以流失客户为前提",
    options: [
      ["yes", "是，流失客户才罚"],
      ["no", "否，未请示就罚"],
    ],
  },
  FINES_NETTED: {
    level: "legal",
    clauses: ["§R5b", "§W4c"],
    title: "罚款是否从工资扣",
    options: [
      ["no", "不扣，单独列示"],
      ["yes", "从应发中扣除"],
    ],
  },
} as const satisfies Readonly<Record<ReadingId, Row>>;

/** The options of one reading. */
export type OptionId<R extends ReadingId> = (typeof readingRows)[R]["options"][number][0];

function toEntry(id: ReadingId): ReadingEntry {
  const row: Row = readingRows[id];
  return {
    id,
    level: row.level,
    clauses: row.clauses,
    title: { zh: row.title },
    options: row.options.map(([option, zh]) => ({ id: option, label: { zh } })),
    default: row.options[0][0],
    presets: row.presets ?? {},
  };
}

/** All readings, in the order in which they are shown. */
export const readings: readonly ReadingEntry[] = READING_IDS.map(toEntry);

const byId: ReadonlyMap<string, ReadingEntry> = new Map(
  readings.map((reading) => [reading.id, reading]),
);

export function readingOf(id: ReadingId): ReadingEntry {
  const reading = byId.get(id);
  if (reading === undefined) throw new RangeError(`Not a reading: ${id}`);
  return reading;
}

/** Whether the reading is one of this product's and the option one of its own: only then it decides. */
export function isKnownChoice(reading: string, option: string): boolean {
  return byId.get(reading)?.options.some((known) => known.id === option) ?? false;
}

/** What a preset chooses for a reading; the default where it names nothing. */
export function optionUnder(preset: Preset, reading: ReadingId): string {
  const entry = readingOf(reading);
  return (preset === "recommended" ? undefined : entry.presets[preset]) ?? entry.default;
}
