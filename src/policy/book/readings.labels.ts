import type { ReadingId } from "./types";
import type { OptionId } from "./readings";

/** What each option of a reading says, in Chinese; a missing option does not compile. */
export const optionLabels: { readonly [R in ReadingId]: Readonly<Record<OptionId<R>, string>> } = {
  SALARY_RESERVE: {
    "3000": "3000 元（原文多写了一个 0）",
    "30000": "30000 元（按原文）",
  },
  COMMISSION_T1_FROM: {
    "60000": "60000 元起，650 元是笔误（应为 780 元）",
    "50000": "应从 50000 元起",
  },
  COMMISSION_MODE: {
    whole: "全部销售额 × 比例",
    fixed: "每档一个固定金额",
    marginal: "分段累进",
  },
  PROBATION_VARIABLE: {
    none: "没有（按原文）",
    full: "与初级客服相同",
  },
  PERF_T1_RATE: {
    "15": "15%",
    "20": "20%（按公式）",
  },
  SCORE_IN_PAY: {
    fraction: "分数 ÷ 100",
    raw: "直接乘分数",
  },
  SCORE_60: {
    T3: "第三等级",
    T4: "第四等级",
    undefined: "不计算，报错",
  },
  SCORE_80: {
    T2: "第二等级",
    T3: "第三等级",
    undefined: "不计算，报错",
  },
  SCORE_90_91: {
    T2: "第二等级",
    T1: "第一等级",
    undefined: "不计算，报错",
  },
  SCORE_ROUNDING: {
    none: "不取整",
    integer: "先四舍五入到整数",
  },
  CRITERIA_ROLE: {
    entry: "升入该级要满足的条件",
    exit: "在该级任职、由该级升出的条件",
  },
  JUNIOR_H: {
    atLeast: "第二等级或更好",
    exactly: "恰好第二等级",
  },
  MIDDLE_T1_COUNT: {
    atLeast: "至少两个月",
    exactly: "恰好两个月",
  },
  MIDDLE_MONTHS: {
    "5": "5 个月（§4.2.F）",
    "3": "3 个月（§5.2a）",
  },
  WINDOW_KIND: {
    rolling: "截至评定月的最近 6/12 个月",
    calendar: "自然半年/自然年",
    preceding: "连续期之前的 6/12 个月",
  },
  WINDOW_HISTORY: {
    full: "须有完整的 6/12 个月记录",
    recorded: "只看已有的记录",
  },
  STREAK_ANCHOR: {
    latest: "必须是最近的连续月份",
    any: "历史上任意一段都算",
  },
  STREAK_SCOPE: {
    history: "计入",
    sinceLastPromotion: "只计任现级别以来的月份",
  },
  MISSING_MONTH: {
    break: "中断连续",
    bridge: "跳过，不中断",
  },
  STATUTORY_LEAVE: {
    bridge: "跳过，不中断",
    break: "中断连续",
  },
  FAIL_DEF: {
    below60: "低于 60 分",
    tier4: "落入第四等级",
  },
  DISMISSAL_BASIS: {
    months: "连续的自然月",
    assessments: "连续的考评，缺考月跳过",
  },
  DISMISSAL_SCOPE: {
    all: "所有级别（只提示复核）",
    juniorOnly: "只限试用期和初级客服",
  },
  DISMISSAL_ANCHOR: {
    latest: "只看最近一段",
    any: "历史上任意一段",
  },
  COMPLAINT_2ND: {
    second100: "第二次罚 100 元（两次共 150 元）",
    total100: "两次共 100 元",
  },
  COMPLAINT_3_INCLUSIVE: {
    yes: "含三次",
    no: "不含，从第四次起",
  },
  COMPLAINT_3RD_FINE: {
    none: "没有规定，不再罚",
    keepDoubling: "继续翻倍",
  },
  LEAVE_10: {
    over: "超过 10 分钟才算",
    atLeast: "满 10 分钟就算",
  },
  LEAVE_NEEDS_LOSS: {
    yes: "是，流失客户才罚",
    no: "否，未请示就罚",
  },
  FINES_NETTED: {
    no: "不扣，单独列示",
    yes: "从应发中扣除",
  },
};

/** The Chinese label of an option; the option itself where it is none of the reading's. */
export function optionLabel(reading: ReadingId, option: string): string {
  const labels: Readonly<Record<string, string>> = optionLabels[reading];
  return labels[option] ?? option;
}
