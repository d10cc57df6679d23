import type { Finding, FindingOf, FindingType, PayPart } from "../../findings";
import { formatPoints, formatYuan } from "../../units";
import type { Both, Language } from "../language";
import { list, quote } from "../say";

type AdviceFor<T extends FindingType> = (finding: FindingOf<T>) => Both;

/** What the amounts of a month are worked out from. */
const PAID_FROM: Readonly<Record<PayPart, Both>> = {
  base: { zh: "级别和月份", en: "level and month" },
  commission: { zh: "级别、销售额和月份", en: "level, sales and month" },
  performance: { zh: "级别、绩效分数和月份", en: "level, score and month" },
  gross: {
    zh: "级别、绩效分数、销售额、额外奖励和月份",
    en: "level, score, sales, extra award and month",
  },
};

/** The one thing that is so of every cell with a formula: what it comes from is mended, not the cell. */
const check = ({ zh, en }: Both): Both => ({
  zh: `这一格是公式，请检查它引用的单元格，${zh}；不要在公式上直接填写。`,
  en: `The cell holds a formula: check the cells that it refers to, ${en}. Do not type over the formula.`,
});

/** As the cell has to hold them: in Chinese, whatever the pane speaks. */
const names = (levels: readonly Both[]): readonly string[] => levels.map(({ zh }) => zh);

const months = check({
  zh: "使它得出 2025-03 这样的月份",
  en: "so that it gives a month such as 2025-03",
});
const score = check({
  zh: "使它得出 0 至 100 的数字",
  en: "so that it gives a number from 0 to 100",
});
const heading = check({
  zh: "使标题写明年份和月份，例如 2025年3月",
  en: "so that the heading gives year and month, such as 2025年3月",
});
const noScore = check({
  zh: "补上缺的内容；没有考核的，在来源处写明原因，例如 产假、病假",
  en: "and enter there what is missing; where there was no assessment, the reason, such as 产假 or 病假",
});
const who = check({
  zh: "使工号和姓名一致、没有多余的空格",
  en: "so that ID and name agree and have no stray spaces",
});

/** What to do about a cell with a formula, where the usual advice would be to write something into the cell. */
const advice: { readonly [T in FindingType]?: AdviceFor<T> } = {
  columnMissing: ({ heading: name }) =>
    check({ zh: `使标题得出${quote(name)}`, en: `so that the heading becomes ${quote(name)}` }),
  columnTwice: () => check({ zh: "使几列的标题不再相同", en: "so that the headings differ" }),
  monthHeaderWithoutYear: () => heading,
  monthHeaderUnusable: () => heading,
  employeeMissing: () =>
    check({ zh: "使它得出工号或姓名", en: "so that it gives the employee ID or the name" }),
  namesake: () => who,
  nameVaries: () => who,
  levelUnknown: ({ levels }) =>
    check({
      zh: `使它得出其中之一：${list(names(levels), "zh")}`,
      en: `so that it gives one of: ${list(names(levels), "en")}`,
    }),
  levelJumps: () =>
    check({ zh: "确认级别的变化属实", en: "and make sure that the change of level is true" }),
  levelWithoutRecord: () =>
    check({
      zh: "级别属实就在“晋升流程”表里补上记录",
      en: "and where the level is true, add the record to 晋升流程",
    }),
  monthUnusable: () => months,
  scoredBeforeHired: () => months,
  interiorMonthMissing: () => noScore,
  asOfMonthMissing: () => noScore,
  scoreNotNumber: () => score,
  scoreAsText: ({ score: read }) =>
    check({
      zh: `使它得出数字 ${formatPoints(read)} 而不是文本`,
      en: `so that it gives the number ${formatPoints(read)} and no text`,
    }),
  scoreOutOfRange: () => score,
  scoreZero: ({ confirmed }) =>
    confirmed
      ? check({ zh: "让公式把真的零分写成“0分”", en: "and let the formula give a real 0 as “0分”" })
      : check({
          zh: "确实是 0 分就在这里确认；不是就补上缺的内容",
          en: "confirm it here if it is a real 0, and enter what is missing if not",
        }),
  salesNotNumber: () =>
    check({ zh: "使它得出以元为单位的数字", en: "so that it gives a number in yuan" }),
  salesNegative: () =>
    check({
      zh: "看退款是否记在了正确的月份",
      en: "and whether refunds were booked in the right month",
    }),
  salesMissing: () => check({ zh: "补上缺的销售额", en: "and enter the sales that are missing" }),
  salesOutOfProportion: () =>
    check({ zh: "看单位是元还是万元", en: "and their unit: yuan or 10,000 yuan" }),
  payDiffers: ({ part, computed }) => ({
    zh: `这一格是公式：请检查它引用的${PAID_FROM[part].zh}，以及公式本身，使它得出 ${formatYuan(computed)}；不要在公式上直接填数。如有制度之外的依据，请在备注写明。`,
    en: `The cell holds a formula: check the ${PAID_FROM[part].en} that it refers to, and the formula itself, until it gives ${formatYuan(computed)}. Do not type over the formula; note any ground outside the policy.`,
  }),
  countUnusable: () =>
    check({ zh: "使它得出 0 或正整数", en: "so that it gives 0 or a whole number above it" }),
};

function adviceOf<T extends FindingType>(type: T, finding: FindingOf<T>): Both | undefined {
  return advice[type]?.(finding);
}

/** The advice for a finding whose cell holds a formula; undefined where the usual one does not touch the cell. */
export function sayFormulaAdvice(finding: Finding, language: Language): string | undefined {
  return finding.formula ? adviceOf(finding.type, finding)?.[language] : undefined;
}
