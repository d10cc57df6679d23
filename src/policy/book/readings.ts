import { READING_IDS } from "../types";
import type { ClauseId, ReadingId, ReadingLevel, Words } from "../types";

/** What the functions need of a reading. Labels of options, questions, reasons and English are fetched apart. */
export interface ReadingEntry {
  readonly id: ReadingId;
  readonly level: ReadingLevel;
  readonly clauses: readonly ClauseId[];
  readonly title: Pick<Words, "zh">;
  /** The default first. */
  readonly options: readonly { readonly id: string }[];
  readonly default: string;
}

interface Row {
  readonly level: ReadingLevel;
  readonly clauses: readonly ClauseId[];
  readonly title: string;
  /** The first is the default. */
  readonly options: readonly [string, string, ...string[]];
}

/** The disputed passages; a missing reading does not compile. */
export const readingRows = {
  SALARY_RESERVE: {
    level: "blocking",
    clauses: ["§6.S5"],
    title: "储备主管底薪",
    options: ["3000", "30000"],
  },
  COMMISSION_T1_FROM: {
    level: "money",
    clauses: ["§6.C1"],
    title: "一级提成起点",
    options: ["60000", "50000"],
  },
  COMMISSION_MODE: {
    level: "money",
    clauses: ["§6.C1", "§6.C2", "§6.C3", "§6.C4"],
    title: "提成算法",
    options: ["whole", "fixed", "marginal"],
  },
  PROBATION_VARIABLE: {
    level: "money",
    clauses: ["§6.S1"],
    title: "试用期有无提成和绩效",
    options: ["none", "full"],
  },
  PERF_T1_RATE: {
    level: "money",
    clauses: ["§6.P1"],
    title: "91分以上绩效比例",
    options: ["15", "20"],
  },
  SCORE_IN_PAY: {
    level: "money",
    clauses: ["§6.P1", "§6.P2", "§6.P3"],
    title: "分数如何参与计算",
    options: ["fraction", "raw"],
  },
  SCORE_60: {
    level: "money",
    clauses: ["§6.P4", "§6.P3"],
    title: "60分归哪一档",
    options: ["T3", "T4", "undefined"],
  },
  SCORE_80: {
    level: "money",
    clauses: ["§6.P2", "§6.P3"],
    title: "80分归哪一档",
    options: ["T2", "T3", "undefined"],
  },
  SCORE_90_91: {
    level: "money",
    clauses: ["§6.P1", "§6.P2"],
    title: "90至91分归哪一档",
    options: ["T2", "T1", "undefined"],
  },
  SCORE_ROUNDING: {
    level: "money",
    clauses: ["§6.P1", "§6.P2", "§6.P3", "§6.P4"],
    title: "分数是否先取整",
    options: ["none", "integer"],
  },
  CRITERIA_ROLE: {
    level: "eligibility",
    clauses: ["§4.1.H", "§4.2.F", "§4.3.E", "§4.4.H", "§5.2a"],
    title: "各级条件的含义",
    options: ["entry", "exit"],
  },
  JUNIOR_H: {
    level: "eligibility",
    clauses: ["§4.1.H"],
    title: "初级：“第二等级内”",
    options: ["atLeast", "exactly"],
  },
  MIDDLE_T1_COUNT: {
    level: "eligibility",
    clauses: ["§4.2.F"],
    title: "中级：几个一级月",
    options: ["atLeast", "exactly"],
  },
  MIDDLE_MONTHS: {
    level: "eligibility",
    clauses: ["§4.2.F", "§5.2a"],
    title: "中级：看几个月",
    options: ["5", "3"],
  },
  WINDOW_KIND: {
    level: "eligibility",
    clauses: ["§4.3.E", "§4.4.H"],
    title: "半年、一年怎么算",
    options: ["rolling", "calendar", "preceding"],
  },
  WINDOW_HISTORY: {
    level: "eligibility",
    clauses: ["§4.3.E", "§4.4.H", "§5.2a", "§5.3a"],
    title: "记录不足怎么办",
    options: ["full", "recorded"],
  },
  STREAK_ANCHOR: {
    level: "eligibility",
    clauses: ["§4.1.H", "§4.2.F", "§4.3.E", "§4.4.H"],
    title: "是否须为最近连续",
    options: ["latest", "any"],
  },
  STREAK_SCOPE: {
    level: "eligibility",
    clauses: ["§4.4.A", "§5.2a", "§5.3a"],
    title: "升级前的月份是否计入",
    options: ["history", "sinceLastPromotion"],
  },
  MISSING_MONTH: {
    level: "eligibility",
    clauses: ["§4.1.H", "§4.2.F", "§4.3.E", "§4.4.H"],
    title: "缺考月",
    options: ["break", "bridge"],
  },
  STATUTORY_LEAVE: {
    level: "eligibility",
    clauses: ["§4.1.H", "§4.2.F", "§4.3.E", "§4.4.H"],
    title: "法定假期月",
    options: ["bridge", "break"],
  },
  FAIL_DEF: {
    level: "discipline",
    clauses: ["§4.1.G", "§6.P4"],
    title: "何为不及格",
    options: ["below60", "tier4"],
  },
  DISMISSAL_BASIS: {
    level: "discipline",
    clauses: ["§4.1.G"],
    title: "连续三次怎么数",
    options: ["months", "assessments"],
  },
  DISMISSAL_SCOPE: {
    level: "discipline",
    clauses: ["§4.1.G"],
    title: "绩效复核适用级别",
    options: ["all", "juniorOnly"],
  },
  DISMISSAL_ANCHOR: {
    level: "discipline",
    clauses: ["§4.1.G"],
    title: "只看最近还是历史",
    options: ["latest", "any"],
  },
  COMPLAINT_2ND: {
    level: "discipline",
    clauses: ["§R5b"],
    title: "第二次投诉罚款",
    options: ["second100", "total100"],
  },
  COMPLAINT_3_INCLUSIVE: {
    level: "discipline",
    clauses: ["§R5b"],
    title: "“三次以上”是否含三次",
    options: ["yes", "no"],
  },
  COMPLAINT_3RD_FINE: {
    level: "discipline",
    clauses: ["§R5b"],
    title: "第三次起的罚款",
    options: ["none", "keepDoubling"],
  },
  LEAVE_10: {
    level: "discipline",
    clauses: ["§W4b"],
    title: "恰好10分钟",
    options: ["over", "atLeast"],
  },
  LEAVE_NEEDS_LOSS: {
    level: "discipline",
    clauses: ["§W4c"],
    title: "离岗是否以流失客户为前提",
    options: ["yes", "no"],
  },
  FINES_NETTED: {
    level: "legal",
    clauses: ["§R5b", "§W4c"],
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
    clauses: row.clauses,
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
