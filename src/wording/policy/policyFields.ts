import type { FieldName, FieldOptions, Unit } from "../../policy";
import type { Both, Language } from "../language";
import { agree, alike } from "../say";

/** What a value is called; a missing one does not compile. */
export const fieldLabels: Readonly<Record<FieldName, Both>> = {
  levelName: { zh: "级别名称", en: "Name of the level (Chinese)" },
  levelNameEnglish: { zh: "级别名称（英文）", en: "Name of the level (English)" },
  aliases: { zh: "别名", en: "Other names" },
  baseSalary: { zh: "底薪", en: "Base salary" },
  variablePay: { zh: "有提成和绩效工资", en: "Earns commission and performance pay" },
  clause: { zh: "依据条款", en: "Clause it rests on" },
  complaintClause: { zh: "投诉罚款的依据条款", en: "Clause of fines for complaints" },
  leaveClause: { zh: "离岗罚款的依据条款", en: "Clause of fines for leaving the post" },
  clauses: { zh: "依据条款", en: "Clauses it rests on" },
  scoreMinimum: { zh: "最低分", en: "Lowest score" },
  scoreMaximum: { zh: "最高分", en: "Highest score" },
  scoreRounding: { zh: "分数取整", en: "Rounding of scores" },
  bandFrom: { zh: "分数下限", en: "Lower limit" },
  bandTo: { zh: "分数上限", en: "Upper limit" },
  performanceRate: { zh: "绩效工资比例", en: "Performance rate" },
  formulaRate: { zh: "公式里写的比例", en: "Rate printed in the formula" },
  scoreInPay: { zh: "分数如何参与计算", en: "How the score enters pay" },
  commissionMode: { zh: "提成算法", en: "How commission is computed" },
  belowFirst: { zh: "未到最低门槛的提成比例", en: "Rate below the first threshold" },
  commissionFrom: { zh: "提成门槛", en: "Commission threshold" },
  commissionRate: { zh: "提成比例", en: "Commission rate" },
  printedAmount: { zh: "旁边写的金额", en: "Amount printed beside it" },
  criteriaRole: { zh: "各级条件的含义", en: "What a level's criteria mean" },
  windowKind: { zh: "考核窗口怎么算", en: "How the window is counted" },
  windowHistory: { zh: "记录不足时", en: "When records are too short" },
  streakAnchor: { zh: "哪一段连续月份算数", en: "Which run of months counts" },
  streakScope: { zh: "升级前的月份", en: "Months before the last promotion" },
  missingMonth: { zh: "缺考月", en: "Months without a score" },
  statutoryLeave: { zh: "法定假期月", en: "Months of statutory leave" },
  skipLimit: { zh: "越级提示最高到", en: "Highest level a skip may name" },
  streakMonths: { zh: "连续月数", en: "Months in a row" },
  worstTier: { zh: "每月最低等级", en: "Worst tier allowed" },
  tierBound: { zh: "等级要求", en: "How the tier is meant" },
  inner: { zh: "其中须有的月份", en: "Months required among them" },
  window: { zh: "考核窗口", en: "Window" },
  periodMonths: { zh: "程序规定的考核期", en: "Period named by the procedure" },
  inferred: { zh: "程序系推定", en: "Procedure is inferred" },
  stepKind: { zh: "步骤类型", en: "Kind of step" },
  stepName: { zh: "步骤名称", en: "Name of the step (Chinese)" },
  stepNameEnglish: { zh: "步骤名称（英文）", en: "Name of the step (English)" },
  stepScored: { zh: "有得分或票数", en: "Ends in a score or votes" },
  passMark: { zh: "通过标准", en: "Pass mark" },
  reviewStreak: { zh: "复核所需连续不及格月数", en: "Failed months that lead to a review" },
  failBelow: { zh: "不及格分数线", en: "Fails below" },
  failTier: { zh: "不及格等级", en: "Tier that fails" },
  failDefinition: { zh: "何为不及格", en: "What failing means" },
  reviewBasis: { zh: "连续怎么数", en: "How months in a row are counted" },
  reviewScope: { zh: "复核适用到哪一级", en: "Highest level under review" },
  reviewAnchor: { zh: "看哪一段不及格", en: "Which failing run counts" },
  firstComplaint: { zh: "第一次投诉罚款", en: "Fine of the first complaint" },
  twoComplaints: { zh: "两次投诉合计罚款", en: "Fine of two complaints together" },
  furtherComplaints: { zh: "第三次起的罚款", en: "Fines from the third complaint on" },
  separationReviewFrom: { zh: "投诉几次起人工复核", en: "Complaints that lead to a review" },
  leaveFine: { zh: "离岗一次罚款", en: "Fine of leaving the post" },
  leaveMinutes: { zh: "离岗时限", en: "Minutes away from the post" },
  leaveBound: { zh: "恰好到时限", en: "At exactly the limit" },
  leaveNeedsLoss: { zh: "以流失客户为前提", en: "Only when customers were lost" },
  finesNetted: { zh: "罚款从工资里扣", en: "Fines are taken from pay" },
  greatestCount: { zh: "次数上限（防误填）", en: "Greatest count (guards against slips)" },
  greatestFine: { zh: "罚款上限（防误填）", en: "Greatest fine (guards against slips)" },
  probationLevel: { zh: "试用期级别", en: "Probation level" },
  probationLimit: { zh: "试用期上限", en: "Limit of probation" },
  leastShare: { zh: "试用期工资最低占比", en: "Least share of pay in probation" },
  localMinimumWage: { zh: "当地最低工资", en: "Local minimum wage" },
  leaveWords: { zh: "表示法定假期的词", en: "Words for statutory leave" },
  otherWords: { zh: "表示未考核的其他词", en: "Other words for not assessed" },
  headingName: { zh: "列名", en: "Heading" },
  headingSynonyms: { zh: "列名的其他写法", en: "Other spellings of the heading" },
  issuer: { zh: "发布人", en: "Issuer" },
  effectiveFrom: { zh: "生效日期", en: "Effective from" },
};

/** What the options of a value are called; a missing one does not compile. */
const optionLabels: {
  readonly [N in keyof FieldOptions]: Readonly<Record<FieldOptions[N], Both>>;
} = {
  scoreRounding: {
    none: { zh: "不取整", en: "Not rounded" },
    integer: { zh: "先四舍五入到整数", en: "Rounded to whole points first" },
  },
  scoreInPay: {
    fraction: { zh: "分数 ÷ 100", en: "Score ÷ 100" },
    raw: { zh: "直接乘分数", en: "The score as it is" },
  },
  commissionMode: {
    whole: { zh: "全部销售额 × 比例", en: "Rate × all sales" },
    fixed: { zh: "每档一个固定金额", en: "A fixed amount per band" },
    marginal: { zh: "分段累进", en: "Marginal, band by band" },
  },
  criteriaRole: {
    entry: { zh: "升入该级的条件", en: "Conditions for entering the level" },
    exit: { zh: "由该级升出的条件", en: "Conditions for leaving it upwards" },
  },
  windowKind: {
    rolling: { zh: "截至评定月的最近几个月", en: "The last months up to the assessed one" },
    calendar: { zh: "自然半年、自然年", en: "Calendar half-year or year" },
    preceding: { zh: "连续期之前的几个月", en: "The months before the run" },
  },
  windowHistory: {
    full: { zh: "须有完整记录", en: "The full window is needed" },
    recorded: { zh: "只看已有记录", en: "Only what is recorded" },
  },
  streakAnchor: {
    latest: { zh: "最近一段", en: "The latest run" },
    any: { zh: "任意一段", en: "Any run" },
  },
  streakScope: {
    history: { zh: "计入", en: "Counted" },
    sinceLastPromotion: { zh: "不计入", en: "Not counted" },
  },
  missingMonth: {
    break: { zh: "中断连续", en: "Break the run" },
    bridge: { zh: "跳过", en: "Skipped" },
  },
  statutoryLeave: {
    break: { zh: "中断连续", en: "Break the run" },
    bridge: { zh: "跳过", en: "Skipped" },
  },
  tierBound: {
    atLeast: { zh: "该等级或更好", en: "This tier or better" },
    exactly: { zh: "恰好该等级", en: "Exactly this tier" },
  },
  stepKind: {
    application: { zh: "申请", en: "Application" },
    attestation: { zh: "人工确认", en: "Attestation" },
    assessment: { zh: "考核", en: "Assessment" },
    vote: { zh: "评选", en: "Vote" },
    recommendation: { zh: "推举", en: "Recommendation" },
    review: { zh: "审核", en: "Review" },
    approval: { zh: "审批", en: "Approval" },
    defence: { zh: "答辩", en: "Defence" },
    notice: { zh: "通知", en: "Notice" },
  },
  failDefinition: {
    below: { zh: "低于分数线", en: "Below the line" },
    tier: { zh: "落入不及格等级", en: "In the failing tier" },
  },
  reviewBasis: {
    months: { zh: "连续的自然月", en: "Calendar months in a row" },
    assessments: { zh: "连续的考评", en: "Assessments in a row" },
  },
  reviewAnchor: {
    latest: { zh: "最近一段", en: "The latest run" },
    any: { zh: "任意一段", en: "Any run" },
  },
  furtherComplaints: {
    none: { zh: "不再加罚", en: "No further fine" },
    keepDoubling: { zh: "继续翻倍", en: "Keep doubling" },
  },
  leaveBound: {
    over: { zh: "不算", en: "Does not count" },
    atLeast: { zh: "算", en: "Counts" },
  },
};

/** The units; in English behind one, and behind several. */
export const units: Readonly<Record<Unit, Both & { readonly one: string }>> = {
  yuan: { zh: "元", en: "yuan", one: "yuan" },
  percent: { zh: "%", en: "%", one: "%" },
  points: { zh: "分", en: "points", one: "point" },
  months: { zh: "个月", en: "months", one: "month" },
  count: { zh: "次", en: "times", one: "time" },
  minutes: { zh: "分钟", en: "minutes", one: "minute" },
  tier: { zh: "等级", en: "tier", one: "tier" },
};

/** The unit beside a form's field. */
export function sayUnit(unit: Unit, language: Language): string {
  return units[unit][language];
}

/** "2,400 yuan", "1 month": a number with its unit. */
export function withUnit(value: number | string, unit: Unit): Both {
  const { zh, en, one } = units[unit];
  return { zh: `${value} ${zh}`, en: `${value} ${agree(Number(value), one, en)}` };
}

export function sayFieldName(name: FieldName, language: Language): string {
  return fieldLabels[name][language];
}

/** A choice of a form; the option itself where a policy has one that this product does not know. */
export function optionSaid(name: FieldName, option: string): Both {
  const labelsOf: { readonly [N in FieldName]?: Readonly<Record<string, Both>> } = optionLabels;
  return labelsOf[name]?.[option] ?? alike(option);
}

export function sayFieldOption(name: FieldName, option: string, language: Language): string {
  return optionSaid(name, option)[language];
}
