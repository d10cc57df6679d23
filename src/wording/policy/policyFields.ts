import type {
  BandEnd,
  Choice,
  FieldKind,
  FieldName,
  FieldOptions,
  FieldValue,
  InnerMonths,
  Subject,
  Tier,
  Unit,
  WindowMonths,
  Words,
} from "../../policy";
import { fen, formatYuan } from "../../units";
import { tierChinese } from "../tiers";
import type { Language } from "../language";
import { sayField } from "../sheet/fields";
import { agree, counted, list, oneOf } from "../say";

/** What a value is called; a missing one does not compile. */
const labels: Readonly<Record<FieldName, Words>> = {
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
  readonly [N in keyof FieldOptions]: Readonly<Record<FieldOptions[N], Words>>;
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
const units: Readonly<Record<Unit, Words & { readonly one: string }>> = {
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
export function sayWithUnit(value: number | string, unit: Unit, language: Language): string {
  const { zh, en, one } = units[unit];
  return { zh: `${value} ${zh}`, en: `${value} ${agree(Number(value), one, en)}` }[language];
}

export function sayFieldName(name: FieldName, language: Language): string {
  return labels[name][language];
}

/** A choice of a form; the option itself where a policy has one that this product does not know. */
export function sayFieldOption(name: FieldName, option: string, language: Language): string {
  const labelsOf: { readonly [N in FieldName]?: Readonly<Record<string, Words>> } = optionLabels;
  return labelsOf[name]?.[option]?.[language] ?? option;
}

export function sayTierNumber(tier: Tier, language: Language): string {
  return { zh: tierChinese(tier), en: `tier ${tier}` }[language];
}

/** "2,400 元": without the decimals of a whole amount. */
export function sayYuan(amountFen: number, language: Language): string {
  const amount = formatYuan(fen(amountFen)).replace(/\.00$/u, "");
  return { zh: `${amount} 元`, en: `${amount} yuan` }[language];
}

export function sayPercent(basisPoints: number): string {
  return `${basisPoints / 100}%`;
}

/** What a value belongs to; null where its name says enough. */
export function saySubject(subject: Subject, language: Language): string | null {
  switch (subject.kind) {
    case "policy":
      return null;
    case "level":
      return subject.level[language];
    case "tier":
      return sayTierNumber(subject.tier, language);
    case "commission":
      return {
        zh: `销售额满 ${sayYuan(subject.fromFen, language)}`,
        en: `sales from ${sayYuan(subject.fromFen, language)}`,
      }[language];
    case "rule":
      return { zh: `${subject.level.zh}的成绩条件`, en: `score criteria of ${subject.level.en}` }[
        language
      ];
    case "path":
      return {
        zh: `${subject.from.zh}升${subject.to.zh}`,
        en: `${subject.from.en} to ${subject.to.en}`,
      }[language];
    case "step":
      return {
        zh: `${subject.from.zh}升${subject.to.zh}“${subject.step.zh}”`,
        en: `${subject.from.en} to ${subject.to.en}, “${subject.step.en}”`,
      }[language];
    case "heading":
      return sayField(subject.field, language);
  }
}

/** The name of a level by its id, for values that point to one. */
export type LevelNamer = (id: string) => Words | undefined;

function isDisputed(
  value: Choice<FieldValue>,
): value is Extract<Choice<FieldValue>, { readonly reading: unknown }> {
  return typeof value === "object" && value !== null && "choices" in value;
}

/** A value as people read it; a disputed one as the values between which its reading decides. */
export function sayFieldValue(
  name: FieldName,
  kind: FieldKind,
  value: Choice<FieldValue>,
  language: Language,
  nameLevel: LevelNamer,
): string {
  const say = (one: FieldValue): string => sayPlain(name, kind, one, language, nameLevel);
  if (!isDisputed(value)) return say(value);
  const all = [...new Set(Object.values(value.choices).map(say))];
  return { zh: `${oneOf(all, "zh")}（由口径决定）`, en: `${oneOf(all, "en")} (by its reading)` }[
    language
  ];
}

function sayPlain(
  name: FieldName,
  kind: FieldKind,
  value: FieldValue,
  language: Language,
  nameLevel: LevelNamer,
): string {
  const none = { zh: "无", en: "none" }[language];
  if (typeof value === "boolean")
    return value ? { zh: "是", en: "yes" }[language] : { zh: "否", en: "no" }[language];
  if (value === null)
    return kind.kind === "level" ? { zh: "所有级别", en: "all levels" }[language] : none;
  if (typeof value === "number")
    return kind.kind === "number" ? sayAmount(kind, value, language) : String(value);
  if (typeof value === "string") {
    if (kind.kind === "choice") return sayFieldOption(name, value, language);
    return kind.kind === "level" ? (nameLevel(value)?.[language] ?? value) : value;
  }
  if (isList(value)) return value.length === 0 ? none : list(value, language);
  if ("points" in value) return sayEnd(value, language);
  return "worstTier" in value ? sayWindow(value, language) : sayInner(value, language);
}

function isList(value: FieldValue): value is readonly string[] {
  return Array.isArray(value);
}

/** A number of the values, in its own unit: amounts are kept in fen, rates in basis points. */
function sayAmount(
  { unit }: Extract<FieldKind, { readonly kind: "number" }>,
  value: number,
  language: Language,
): string {
  switch (unit) {
    case "yuan":
      return sayYuan(value, language);
    case "percent":
      return sayPercent(value);
    case "tier":
      return sayTierNumber(value, language);
    case "points":
    case "months":
    case "count":
    case "minutes":
      return sayWithUnit(value, unit, language);
  }
}

function sayEnd({ points, inclusive }: BandEnd, language: Language): string {
  return {
    zh: `${points} 分（${inclusive ? "含" : "不含"}）`,
    en: `${counted(points, "point")} (${inclusive ? "included" : "not included"})`,
  }[language];
}

function sayInner({ months, tier, bound }: InnerMonths, language: Language): string {
  const exact = bound === "exactly";
  const open = typeof bound !== "string";
  return {
    zh: `${open ? "" : exact ? "恰好 " : "至少 "}${months} 个月达到${tierChinese(tier)}`,
    en: `${open ? "" : exact ? "exactly " : "at least "}${counted(months, "month")} of tier ${tier}`,
  }[language];
}

function sayWindow({ months, worstTier }: WindowMonths, language: Language): string {
  return {
    zh: `${months} 个月内不低于${tierChinese(worstTier)}`,
    en: `none below tier ${worstTier} within ${counted(months, "month")}`,
  }[language];
}

/** A plain value as it stands in a form's field: what typing it again gives back. */
export function writeFieldText(kind: FieldKind, value: FieldValue): string {
  if (value === null) return "";
  if (typeof value !== "number") return typeof value === "string" ? value : "";
  if (kind.kind !== "number") return String(value);
  switch (kind.unit) {
    case "yuan":
      return formatYuan(fen(value)).replace(/\.00$/u, "");
    case "percent":
      return String(value / 100);
    case "points":
    case "months":
    case "count":
    case "minutes":
    case "tier":
      return String(value);
  }
}
