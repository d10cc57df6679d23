import { READING_IDS } from "./types";
import type { ReadingId, ReadingLevel, Words } from "./types";

/** What the functions need of a reading. Labels of options, questions, reasons, clauses and English are fetched apart. */
export interface ReadingEntry {
  readonly id: ReadingId;
  readonly level: ReadingLevel;
  readonly title: Pick<Words, "zh">;
  /** The default first. */
  readonly options: readonly { readonly id: string }[];
  readonly default: string;
}

interface Row {
  readonly level: ReadingLevel;
  readonly title: string;
  /** The first is the default. */
  readonly options: readonly [string, string, ...string[]];
}

/** The disputed passages; a missing reading does not compile. */
export const readingRows = {
  SALARY_RESERVE: {
    level: "blocking",
    title: "储备主管底薪",
    options: ["3000", "30000"],
  },
  COMMISSION_T1_FROM: {
    level: "money",
    title: "一级提成起点",
    options: ["60000", "50000"],
  },
  COMMISSION_MODE: {
    level: "money",
    title: "提成算法",
    options: ["whole", "fixed", "marginal"],
  },
  PROBATION_VARIABLE: {
    level: "money",
    title: "试用期有无提成和绩效",
    options: ["none", "full"],
  },
  PERF_T1_RATE: {
    level: "money",
    title: "91分以上绩效比例",
    options: ["15", "20"],
  },
  SCORE_IN_PAY: {
    level: "money",
    title: "分数如何参与计算",
    options: ["fraction", "raw"],
  },
  SCORE_60: {
    level: "money",
    title: "60分归哪一档",
    options: ["T3", "T4", "undefined"],
  },
  SCORE_80: {
    level: "money",
    title: "80分归哪一档",
    options: ["T2", "T3", "undefined"],
  },
  SCORE_90_91: {
    level: "money",
    title: "90至91分归哪一档",
    options: ["T2", "T1", "undefined"],
  },
  SCORE_ROUNDING: {
    level: "money",
    title: "分数是否先取整",
    options: ["none", "integer"],
  },
  CRITERIA_ROLE: {
    level: "eligibility",
    title: "各级条件的含义",
    options: ["entry", "exit"],
  },
  JUNIOR_H: {
    level: "eligibility",
    title: "初级：“第二等级内”",
    options: ["atLeast", "exactly"],
  },
  MIDDLE_T1_COUNT: {
    level: "eligibility",
    title: "中级：几个一级月",
    options: ["atLeast", "exactly"],
  },
  MIDDLE_MONTHS: {
    level: "eligibility",
    title: "中级：看几个月",
    options: ["5", "3"],
  },
  WINDOW_KIND: {
    level: "eligibility",
    title: "半年、一年怎么算",
    options: ["rolling", "calendar", "preceding"],
  },
  WINDOW_HISTORY: {
    level: "eligibility",
    title: "记录不足怎么办",
    options: ["full", "recorded"],
  },
  STREAK_ANCHOR: {
    level: "eligibility",
    title: "是否须为最近连续",
    options: ["latest", "any"],
  },
  STREAK_SCOPE: {
    level: "eligibility",
    title: "升级前的月份是否计入",
    options: ["history", "sinceLastPromotion"],
  },
  MISSING_MONTH: {
    level: "eligibility",
    title: "缺考月",
    options: ["break", "bridge"],
  },
  STATUTORY_LEAVE: {
    level: "eligibility",
    title: "法定假期月",
    options: ["bridge", "break"],
  },
  FAIL_DEF: {
    level: "discipline",
    title: "何为不及格",
    options: ["below60", "tier4"],
  },
  DISMISSAL_BASIS: {
    level: "discipline",
    title: "连续三次怎么数",
    options: ["months", "assessments"],
  },
  DISMISSAL_SCOPE: {
    level: "discipline",
    title: "绩效复核适用级别",
    options: ["all", "juniorOnly"],
  },
  DISMISSAL_ANCHOR: {
    level: "discipline",
    title: "只看最近还是历史",
    options: ["latest", "any"],
  },
  COMPLAINT_2ND: {
    level: "discipline",
    title: "第二次投诉罚款",
    options: ["second100", "total100"],
  },
  COMPLAINT_3_INCLUSIVE: {
    level: "discipline",
    title: "“三次以上”是否含三次",
    options: ["yes", "no"],
  },
  COMPLAINT_3RD_FINE: {
    level: "discipline",
    title: "第三次起的罚款",
    options: ["none", "keepDoubling"],
  },
  LEAVE_10: {
    level: "discipline",
    title: "恰好10分钟",
    options: ["over", "atLeast"],
  },
  LEAVE_NEEDS_LOSS: {
    level: "discipline",
    title: "离岗是否以流失客户为前提",
    options: ["yes", "no"],
  },
  FINES_NETTED: {
    level: "legal",
    title: "罚款是否从工资扣",
    options: ["no", "yes"],
  },
} as const satisfies Readonly<Record<ReadingId, Row>>;

/** The options of one reading. */
export type OptionId<R extends ReadingId> = (typeof readingRows)[R]["options"][number];

function toEntry(id: ReadingId): ReadingEntry {
  const row: Row = readingRows[id];
  return {
    id,
    level: row.level,
    title: { zh: row.title },
    options: row.options.map((option) => ({ id: option })),
    default: row.options[0],
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
