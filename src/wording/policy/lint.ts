import type {
  LegalNote,
  LintCode,
  LintFacts,
  LintResult,
  NamedLevel,
  ScoreRange,
} from "../../policy";
import type { Both, Language } from "../language";
import { allOf, counted, list, quote } from "../say";
import { inYuan, sayPercent } from "./fieldValues";

type Sentences = { readonly [C in LintCode]: (facts: LintFacts[C]) => Both };

/** "[60, 61)": the notation of intervals, a round bracket where the end is left out. */
function interval({ from, fromInclusive, to, toInclusive }: ScoreRange): string {
  return `${fromInclusive ? "[" : "("}${from}, ${to}${toInclusive ? "]" : ")"}`;
}

/** How many times the lower amount the higher one is. */
function times(higher: number, lower: number): string {
  return lower === 0 ? "∞" : String(Math.round((higher / lower) * 100) / 100);
}

function history(tiers: readonly number[]): string {
  return tiers.join(tiers.every((tier) => tier < 10) ? "" : " ");
}

const notes: Readonly<Record<LegalNote, Both>> = {
  L1: { zh: "罚款", en: "fines" },
  L2: { zh: "试用期期限", en: "length of probation" },
  L3: { zh: "试用期工资", en: "pay in probation" },
  L4: { zh: "因考评解除劳动合同", en: "ending employment over assessments" },
  L5: { zh: "“自动离职”", en: "“automatic departure”" },
  L6: { zh: "制度的民主程序和公示", en: "consultation and publication of rules" },
  L7: { zh: "工时和加班", en: "working hours and overtime" },
  L8: { zh: "少付工资", en: "underpayment" },
};

const duplicates = {
  level: { zh: "级别", en: "level" },
  version: { zh: "版本", en: "version" },
  tier: { zh: "绩效等级", en: "score tier" },
  rule: { zh: "级别的成绩条件", en: "score rule of level" },
  path: { zh: "晋升程序", en: "promotion path" },
} as const satisfies Readonly<Record<string, Both>>;

const chosenBy = {
  default: { zh: "默认选项", en: "default" },
  recommended: { zh: "推荐方案", en: "recommended preset" },
  literal: { zh: "照原文方案", en: "literal preset" },
  favourable: { zh: "有利员工方案", en: "employee-favourable preset" },
} as const satisfies Readonly<Record<string, Both>>;

const languages: Both<Both> = {
  zh: { zh: "中文", en: "Chinese" },
  en: { zh: "英文", en: "English" },
};

const zhName = (level: NamedLevel): string => level.name.zh;
const enName = (level: NamedLevel): string => level.name.en;

const sentences: Sentences = {
  PC01: (facts) =>
    facts.problem === "field"
      ? {
          zh: `${facts.path} 填写有误：应为 ${facts.expected}，现为 ${facts.received}。`,
          en: `${facts.path}: expected ${facts.expected}, found ${facts.received}.`,
        }
      : {
          zh: `${duplicates[facts.what].zh}${quote(facts.id)}出现了不止一次。`,
          en: `The ${duplicates[facts.what].en} ${quote(facts.id)} occurs more than once.`,
        },
  PC02: (facts) => {
    switch (facts.problem) {
      case "noClause":
        return {
          zh: `${facts.path} 没有写明依据的条款。`,
          en: `${facts.path} names no clause that it rests on.`,
        };
      case "unknownClause":
        return {
          zh: `${facts.path} 所依据的条款 ${facts.id} 不存在。`,
          en: `${facts.path} rests on clause ${facts.id}, which does not exist.`,
        };
      case "noRestatement":
        return {
          zh: `条款 ${facts.id} 缺少${languages[facts.language].zh}说明。`,
          en: `Clause ${facts.id} has no ${languages[facts.language].en} restatement.`,
        };
    }
  },
  PC03: (facts) => ({
    zh: `分数 ${interval(facts)} 不属于任何等级。`,
    en: `Scores in ${interval(facts)} belong to no tier.`,
  }),
  PC04: (facts) => ({
    zh: `分数 ${interval(facts)} 同时属于第 ${list(facts.tiers.map(String), "zh")} 等级。`,
    en: `Scores in ${interval(facts)} belong to tiers ${allOf(facts.tiers.map(String), "en")}.`,
  }),
  PC05: ({ end, expected, actual, inclusive }) => {
    const edge: Both =
      end === "minimum" ? { zh: "最低分", en: "least" } : { zh: "最高分", en: "greatest" };
    if (actual === null)
      return {
        zh: `没有任何分数段，${edge.zh} ${expected} 分无法归级。`,
        en: `There are no score bands; the ${edge.en} score ${expected} has no tier.`,
      };
    return {
      zh: `分数段应${end === "minimum" ? "从" : "到"}${edge.zh} ${expected} 分（含），现为 ${actual} 分（${inclusive ? "含" : "不含"}）。`,
      en: `The bands should ${end === "minimum" ? "start" : "end"} at the ${edge.en} score ${expected} (included), but do so at ${actual} (${inclusive ? "included" : "left out"}).`,
    };
  },
  PC06: (facts) => {
    switch (facts.problem) {
      case "emptyBand":
        return {
          zh: `第 ${facts.tier} 等级的分数段是空的，没有分数能落入。`,
          en: `The band of tier ${facts.tier} is empty: no score falls into it.`,
        };
      case "order":
        return {
          zh: `第 ${facts.better} 等级比第 ${facts.worse} 等级好，分数却更低。`,
          en: `Tier ${facts.better} is better than tier ${facts.worse}, but its scores are lower.`,
        };
      case "rate":
        return {
          zh: `第 ${facts.better} 等级的比例 ${sayPercent(facts.betterBasisPoints)} 低于第 ${facts.worse} 等级的 ${sayPercent(facts.worseBasisPoints)}。`,
          en: `The rate of tier ${facts.better}, ${sayPercent(facts.betterBasisPoints)}, is below the ${sayPercent(facts.worseBasisPoints)} of tier ${facts.worse}.`,
        };
    }
  },
  PC07: ({ tier, rateBasisPoints, formulaBasisPoints }) => ({
    zh: `第 ${tier} 等级的比例是 ${sayPercent(rateBasisPoints)}，公式里却写 ${sayPercent(formulaBasisPoints)}。`,
    en: `The rate of tier ${tier} is ${sayPercent(rateBasisPoints)}, but the formula says ${sayPercent(formulaBasisPoints)}.`,
  }),
  PC10: (facts) =>
    facts.problem === "notPositive"
      ? {
          zh: `提成门槛必须大于 0，现为 ${inYuan(facts.fromFen)} 元。`,
          en: `A commission threshold must be above 0; this one is ${inYuan(facts.fromFen)} yuan.`,
        }
      : {
          zh: `提成门槛 ${inYuan(facts.fromFen)} 元不高于前一档的 ${inYuan(facts.previousFen)} 元。`,
          en: `The commission threshold ${inYuan(facts.fromFen)} yuan is not above the one before it, ${inYuan(facts.previousFen)} yuan.`,
        },
  PC11: ({ fromFen, rateBasisPoints, previousBasisPoints }) => ({
    zh: `销售额满 ${inYuan(fromFen)} 元的提成比例 ${sayPercent(rateBasisPoints)} 低于前一档的 ${sayPercent(previousBasisPoints)}。`,
    en: `From ${inYuan(fromFen)} yuan the commission rate is ${sayPercent(rateBasisPoints)}, below the ${sayPercent(previousBasisPoints)} before it.`,
  }),
  PC12: ({ fromFen, rateBasisPoints, computedFen, printedFen }) => ({
    zh: `${inYuan(fromFen)} 元 × ${sayPercent(rateBasisPoints)} = ${inYuan(computedFen)} 元，旁边却印着 ${inYuan(printedFen)} 元。`,
    en: `${inYuan(fromFen)} yuan × ${sayPercent(rateBasisPoints)} = ${inYuan(computedFen)} yuan, but ${inYuan(printedFen)} yuan is printed beside it.`,
  }),
  PC13: ({ fromFen, jumpFen }) => ({
    zh: `销售额达到 ${inYuan(fromFen)} 元时，提成一下${jumpFen < 0 ? "减少" : "增加"} ${inYuan(Math.abs(jumpFen))} 元。`,
    en: `At sales of ${inYuan(fromFen)} yuan commission ${jumpFen < 0 ? "drops" : "jumps"} by ${inYuan(Math.abs(jumpFen))} yuan.`,
  }),
  PC14: ({ firstFromFen }) =>
    firstFromFen === null
      ? { zh: "没有规定提成。", en: "No commission is defined." }
      : {
          zh: `销售额不满 ${inYuan(firstFromFen)} 元时怎么计提成，没有规定。`,
          en: `Nothing says what commission is paid below sales of ${inYuan(firstFromFen)} yuan.`,
        },
  PC20: ({ level, below, baseFen, belowFen }) => ({
    zh: `${zhName(level)}的底薪 ${inYuan(baseFen)} 元低于${zhName(below)}的 ${inYuan(belowFen)} 元。`,
    en: `The base salary of ${enName(level)}, ${inYuan(baseFen)} yuan, is below that of ${enName(below)}, ${inYuan(belowFen)} yuan.`,
  }),
  PC21: ({ level, below, baseFen }) => ({
    zh: `${zhName(below)}与${zhName(level)}的底薪相同，都是 ${inYuan(baseFen)} 元。`,
    en: `${enName(below)} and ${enName(level)} have the same base salary, ${inYuan(baseFen)} yuan.`,
  }),
  PC22: ({ level, below, baseFen, belowFen }) => ({
    zh: `${zhName(level)}的底薪 ${inYuan(baseFen)} 元是${zhName(below)} ${inYuan(belowFen)} 元的 ${times(baseFen, belowFen)} 倍，请核对是否多写了一个 0。`,
    en: `The base salary of ${enName(level)}, ${inYuan(baseFen)} yuan, is ${times(baseFen, belowFen)} times the ${inYuan(belowFen)} of ${enName(below)}: one zero too many?`,
  }),
  PC23: (facts) =>
    facts.problem === "notSet"
      ? {
          zh: "还没有填写当地最低工资，无法核对底薪。",
          en: "The local minimum wage is not set, so base salaries cannot be checked against it.",
        }
      : {
          zh: `${zhName(facts.level)}的底薪 ${inYuan(facts.baseFen)} 元低于当地最低工资 ${inYuan(facts.minimumFen)} 元。`,
          en: `The base salary of ${enName(facts.level)}, ${inYuan(facts.baseFen)} yuan, is below the local minimum wage of ${inYuan(facts.minimumFen)} yuan.`,
        },
  PC24: ({ of, probation, next, probationFen, nextFen, leastShareBasisPoints }) => ({
    zh: `${zhName(probation)}的 ${inYuan(probationFen)} 元不到${zhName(next)}${of === "base" ? "底薪" : "月收入"} ${inYuan(nextFen)} 元的 ${sayPercent(leastShareBasisPoints)}。`,
    en: `The ${inYuan(probationFen)} yuan of ${enName(probation)} are less than ${sayPercent(leastShareBasisPoints)} of the ${of === "base" ? "base salary" : "monthly pay"} of ${enName(next)}, ${inYuan(nextFen)} yuan.`,
  }),
  PC30: (facts) =>
    facts.problem === "name"
      ? {
          zh: `名称${quote(facts.typed)}被不止一个级别使用：${list(facts.levels.map(zhName), "zh")}。`,
          en: `The name ${quote(facts.typed)} means more than one level: ${list(facts.levels.map(enName), "en")}.`,
        }
      : {
          zh: `晋升程序 ${facts.from} → ${facts.to} 不是升到上一级的一步。`,
          en: `The promotion path ${facts.from} → ${facts.to} is not one step up the ladder.`,
        },
  PC31: ({ from, to, problem }) =>
    problem === "missing"
      ? {
          zh: `没有条款规定${zhName(from)}升${zhName(to)}的程序。`,
          en: `No clause describes the procedure from ${enName(from)} to ${enName(to)}.`,
        }
      : {
          zh: `没有条款单独规定${zhName(from)}升${zhName(to)}的程序，现按相近条款推定。`,
          en: `No clause of its own describes the procedure from ${enName(from)} to ${enName(to)}; it is inferred from a similar one.`,
        },
  PC32: ({ higher, lower, witness }) => ({
    zh: `有人能满足${zhName(higher)}的成绩条件，却不满足${zhName(lower)}的，例如各月等级依次为 ${history(witness)}。`,
    en: `Somebody can meet the scores of ${enName(higher)} but not those of ${enName(lower)}, for example with the monthly tiers ${history(witness)}.`,
  }),
  PC33: ({ problem, level, streakMonths, months }) =>
    problem === "window"
      ? {
          zh: `${zhName(level)}：考核窗口 ${months} 个月短于连续要求 ${streakMonths} 个月。`,
          en: `${enName(level)}: the window of ${counted(months, "month")} is shorter than the run of ${counted(streakMonths, "month")}.`,
        }
      : {
          zh: `${zhName(level)}：连续 ${streakMonths} 个月里不可能有 ${months} 个月。`,
          en: `${enName(level)}: a run of ${counted(streakMonths, "month")} cannot contain ${counted(months, "such month")}.`,
        },
  PC34: ({ from, to, periodMonths, ruleMonths }) => ({
    zh: `${zhName(from)}升${zhName(to)}：程序写考核期 ${periodMonths} 个月，成绩条件却看 ${ruleMonths} 个月。`,
    en: `${enName(from)} to ${enName(to)}: the procedure names a period of ${counted(periodMonths, "month")}, but the score rule looks at ${ruleMonths}.`,
  }),
  PC35: ({ from, to, step }) => ({
    zh: `${zhName(from)}升${zhName(to)}：${quote(step.zh)}没有写明通过标准。`,
    en: `${enName(from)} to ${enName(to)}: ${quote(step.en)} has no pass mark.`,
  }),
  PC40: (facts) => {
    switch (facts.problem) {
      case "option":
        return {
          zh: `口径${quote(facts.title.zh)}的${chosenBy[facts.of].zh}${quote(facts.option)}不在它的选项里。`,
          en: `The ${chosenBy[facts.of].en} of the reading ${quote(facts.title.en)}, ${quote(facts.option)}, is not one of its options.`,
        };
      case "clause":
        return {
          zh: `口径${quote(facts.title.zh)}指向的条款 ${facts.id} 不存在。`,
          en: `The reading ${quote(facts.title.en)} points to clause ${facts.id}, which does not exist.`,
        };
      case "level":
        return {
          zh: `${facts.path} 指向的级别${quote(facts.id)}不存在。`,
          en: `${facts.path} points to level ${quote(facts.id)}, which does not exist.`,
        };
    }
  },
  PC41: ({ title }) => ({
    zh: `口径${quote(title.zh)}还没有确认，确认之前不能计算工资。`,
    en: `The reading ${quote(title.en)} is undecided; pay that needs it cannot be computed before.`,
  }),
  PC42: ({ chapter, level, missing }) => ({
    zh: `${chapter}${level === null ? "" : `（${zhName(level)}）`}的条款编号缺 ${list(missing, "zh")}。`,
    en: `The clause letters of ${chapter}${level === null ? "" : ` (${enName(level)})`} lack ${list(missing, "en")}.`,
  }),
  PC43: (facts) => {
    switch (facts.problem) {
      case "none":
        return { zh: "没有任何版本的制度。", en: "There is no version of the policy." };
      case "sameStart":
        return {
          zh: `版本${quote(facts.earlier)}和${quote(facts.later)}从同一个月开始生效。`,
          en: `The versions ${quote(facts.earlier)} and ${quote(facts.later)} start in the same month.`,
        };
      case "disorder":
        return {
          zh: `版本${quote(facts.later)}的生效月早于排在它前面的${quote(facts.earlier)}。`,
          en: `The version ${quote(facts.later)} starts before ${quote(facts.earlier)}, which stands before it.`,
        };
    }
  },
  PC44: ({ missing }) =>
    missing === "issuer"
      ? { zh: "没有写明制度由谁发布。", en: "The policy does not say who issued it." }
      : { zh: "没有写明制度从哪天起生效。", en: "The policy does not say from when it holds." },
  PC50: ({ note }) => ({
    zh: `法律提示 ${note}（${notes[note].zh}）还没有人确认看过。`,
    en: `Legal note ${note} (${notes[note].en}) has not been acknowledged.`,
  }),
};

function sayFacts<C extends LintCode>(
  language: Language,
  { check, facts }: { readonly check: C; readonly facts: LintFacts[C] },
): string {
  return sentences[check](facts)[language];
}

/** One sentence for what a check of the policy found. */
export function sayLint(result: LintResult, language: Language): string {
  return sayFacts(language, result);
}
