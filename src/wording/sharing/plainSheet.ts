import type { PlainWords } from "../../formulas";
import { sayVerdict } from "../functions/answers";
import { SHEET_NAMES } from "../sheet/inPolicyLanguage";

// The sheet stands beside formulas that answer in the policy's language, whatever the pane shows.

/**
 * Put into a sentence for the number that a formula will put there; the sentence is then split at it. No sentence holds
 * it otherwise.
 */
const PLACEHOLDER = 987_654_321;

/** What stands before and behind the number. */
function around(said: string): readonly [string, string] {
  const [before = "", after = ""] = said.split(String(PLACEHOLDER));
  return [before, after];
}

/** The same of a sentence with two numbers. */
function aroundTwo(said: string): readonly [string, string, string] {
  const [before = "", between = "", after = ""] = said.split(String(PLACEHOLDER));
  return [before, between, after];
}

/** What the sheet of the policy's numbers says in a copy with plain formulas. */
export const plainWords: PlainWords = {
  sheet: SHEET_NAMES.parameters,
  title: `${SHEET_NAMES.parameters}：本工作簿的公式引用下列数字`,
  note: "由制度生成。改动这里的数字，引用它的结果会随之改变。",
  ofMonth: ["（", "）"],
  levels: {
    heading: "级别",
    columns: { spelling: "级别写法", rank: "级别顺序（1最低）", level: "级别" },
  },
  salaries: {
    heading: "底薪",
    columns: {
      spelling: "级别写法",
      base: "底薪（元）",
      variablePay: "提成和绩效工资（1有，0无）",
      performanceBase: "绩效工资基数（元）",
    },
    undecided: "待确认",
  },
  commission: {
    heading: "销售提成",
    columns: {
      from: "当月销售额从（元，含）",
      rate: "提成比例（%）",
      more: "比上一档多（个百分点）",
      fixed: "固定金额（元）",
    },
    beyond: "不计算",
    greatest: "销售额上限（元）",
    mode: "算法",
    modes: {
      whole: "全部销售额×所在档的比例",
      fixed: "所在档的固定金额",
      marginal: "各档内的部分×各档的比例，相加",
    },
  },
  scores: {
    heading: "绩效等级",
    columns: { from: "分数从（分，含）", tier: "等级（1最好）" },
    refused: "不计算",
    minimum: "最低分（分）",
    maximum: "最高分（分）",
    rounding: "分数取整",
    roundings: { none: "不取整", integer: "先四舍五入到整数分" },
  },
  performance: {
    heading: "绩效工资",
    columns: { tier: "等级", rate: "绩效工资比例（%）" },
    scoreInPay: "算法",
    scoresInPay: { fraction: "底薪×比例×分数÷100", raw: "底薪×比例×分数" },
  },
  notAssessed: {
    heading: "成绩栏里表示没有考核的词",
    leave: "法定假期",
    other: "其他",
  },
  fines: {
    heading: "罚款（仅列示，不从工资扣）",
    columns: { complaints: "当月投诉次数", total: "罚款合计（元）" },
    greatestComplaints: "投诉次数上限（次）",
    leave: "每次违规离岗（元）",
    greatestLeaves: "离岗次数上限（次）",
    greatestFine: "罚款上限（元）",
  },
  promotion: {
    heading: "晋升的成绩条件（法定假期月跳过，缺成绩的月份不算达到）",
    line: "成绩线",
    needs: ["最近连续不低于成绩线", "（个月）"],
    columns: {
      spelling: "现级别写法",
      rank: "级别顺序",
      target: "晋升到",
      betterMonths: "其中至少（个月）",
      betterWithin: "在最近（个月）",
      betterLowest: "不低于（分）",
    },
  },
  review: {
    heading: "绩效复核（由人复核，不是处理结论）",
    failBelow: "不及格：低于（分）",
    limit: "连续（个月）",
    scope: "适用到的级别顺序",
  },
  verdicts: {
    noLevel: sayVerdict({ kind: "noLevel" }),
    noScores: sayVerdict({ kind: "noScores" }),
    topLevel: sayVerdict({ kind: "topLevel" }),
    eligible: sayVerdict({ kind: "eligible", target: "" }),
    missing: around(sayVerdict({ kind: "missing", at: PLACEHOLDER })),
    monthsShort: around(sayVerdict({ kind: "monthsShort", months: PLACEHOLDER, target: "" })),
    risk: {
      ok: sayVerdict({ kind: "risk", risk: "ok", count: 0, limit: 0 }),
      review: sayVerdict({ kind: "risk", risk: "review", count: 0, limit: 0 }),
      atRisk: aroundTwo(
        sayVerdict({ kind: "risk", risk: "atRisk", count: PLACEHOLDER, limit: PLACEHOLDER }),
      ),
    },
  },
};
