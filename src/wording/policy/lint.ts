import { fen, formatYuan } from "../../units";
import type {
  LegalNote,
  LintCode,
  LintFacts,
  LintResult,
  NamedLevel,
  ScoreRange,
} from "../../policy";
import type { Language } from "../language";
import { allOf, counted } from "../say";

type Sentences = { readonly [C in LintCode]: (facts: LintFacts[C]) => string };

function yuan(amount: number): string {
  return formatYuan(fen(amount)).replace(/\.00$/u, "");
}

function percent(basisPoints: number): string {
  return `${basisPoints / 100}%`;
}

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

const notesZh: Readonly<Record<LegalNote, string>> = {
  L1: "罚款",
  L2: "试用期期限",
  L3: "试用期工资",
  L4: "因考评解除劳动合同",
  L5: "“自动离职”",
  L6: "制度的民主程序和公示",
  L7: "工时和加班",
  L8: "少付工资",
};

const notesEn: Readonly<Record<LegalNote, string>> = {
  L1: "fines",
  L2: "length of probation",
  L3: "pay in probation",
  L4: "ending employment over assessments",
  L5: "“automatic departure”",
  L6: "consultation and publication of rules",
  L7: "working hours and overtime",
  L8: "underpayment",
};

const zhDuplicates = {
  level: "级别",
  version: "版本",
  tier: "绩效等级",
  rule: "级别的成绩条件",
  path: "晋升程序",
} as const;

const zhChosenBy = {
  default: "默认选项",
  recommended: "推荐方案",
  literal: "照原文方案",
  favourable: "有利员工方案",
} as const;

const zhName = (level: NamedLevel): string => level.name.zh;
const enName = (level: NamedLevel): string => level.name.en;

const chinese: Sentences = {
  PC01: (facts) =>
    facts.problem === "field"
      ? `${facts.path} 填写有误：应为 ${facts.expected}，现为 ${facts.received}。`
      : `${zhDuplicates[facts.what]}“${facts.id}”出现了不止一次。`,
  PC02: (facts) => {
    switch (facts.problem) {
      case "noClause":
        return `${facts.path} 没有写明依据的条款。`;
      case "unknownClause":
        return `${facts.path} 所依据的条款 ${facts.id} 不存在。`;
      case "noRestatement":
        return `条款 ${facts.id} 缺少${facts.language === "zh" ? "中文" : "英文"}说明。`;
    }
  },
  PC03: (facts) => `分数 ${interval(facts)} 不属于任何等级。`,
  PC04: (facts) => `分数 ${interval(facts)} 同时属于第 ${facts.tiers.join("、")} 等级。`,
  PC05: ({ end, expected, actual, inclusive }) => {
    const edge = end === "minimum" ? "最低分" : "最高分";
    if (actual === null) return `没有任何分数段，${edge} ${expected} 分无法归级。`;
    return `分数段应${end === "minimum" ? "从" : "到"}${edge} ${expected} 分（含），现为 ${actual} 分（${inclusive ? "含" : "不含"}）。`;
  },
  PC06: (facts) => {
    switch (facts.problem) {
      case "emptyBand":
        return `第 ${facts.tier} 等级的分数段是空的，没有分数能落入。`;
      case "order":
        return `第 ${facts.better} 等级比第 ${facts.worse} 等级好，分数却更低。`;
      case "rate":
        return `第 ${facts.better} 等级的比例 ${percent(facts.betterBasisPoints)} 低于第 ${facts.worse} 等级的 ${percent(facts.worseBasisPoints)}。`;
    }
  },
  PC07: ({ tier, rateBasisPoints, formulaBasisPoints }) =>
    `第 ${tier} 等级的比例是 ${percent(rateBasisPoints)}，公式里却写 ${percent(formulaBasisPoints)}。`,
  PC10: (facts) =>
    facts.problem === "notPositive"
      ? `提成门槛必须大于 0，现为 ${yuan(facts.fromFen)} 元。`
      : `提成门槛 ${yuan(facts.fromFen)} 元不高于前一档的 ${yuan(facts.previousFen)} 元。`,
  PC11: ({ fromFen, rateBasisPoints, previousBasisPoints }) =>
    `销售额满 ${yuan(fromFen)} 元的提成比例 ${percent(rateBasisPoints)} 低于前一档的 ${percent(previousBasisPoints)}。`,
  PC12: ({ fromFen, rateBasisPoints, computedFen, printedFen }) =>
    `${yuan(fromFen)} 元 × ${percent(rateBasisPoints)} = ${yuan(computedFen)} 元，旁边却印着 ${yuan(printedFen)} 元。`,
  PC13: ({ fromFen, jumpFen }) =>
    `销售额达到 ${yuan(fromFen)} 元时，提成一下${jumpFen < 0 ? "减少" : "增加"} ${yuan(Math.abs(jumpFen))} 元。`,
  PC14: ({ firstFromFen }) =>
    firstFromFen === null
      ? "没有规定提成。"
      : `销售额不满 ${yuan(firstFromFen)} 元时怎么计提成，没有规定。`,
  PC20: ({ level, below, baseFen, belowFen }) =>
    `${zhName(level)}的底薪 ${yuan(baseFen)} 元低于${zhName(below)}的 ${yuan(belowFen)} 元。`,
  PC21: ({ level, below, baseFen }) =>
    `${zhName(below)}与${zhName(level)}的底薪相同，都是 ${yuan(baseFen)} 元。`,
  PC22: ({ level, below, baseFen, belowFen }) =>
    `${zhName(level)}的底薪 ${yuan(baseFen)} 元是${zhName(below)} ${yuan(belowFen)} 元的 ${times(baseFen, belowFen)} 倍，请核对是否多写了一个 0。`,
  PC23: (facts) =>
    facts.problem === "notSet"
      ? "还没有填写当地最低工资，无法核对底薪。"
      : `${zhName(facts.level)}的底薪 ${yuan(facts.baseFen)} 元低于当地最低工资 ${yuan(facts.minimumFen)} 元。`,
  PC24: ({ of, probation, next, probationFen, nextFen, leastShareBasisPoints }) =>
    `${zhName(probation)}的 ${yuan(probationFen)} 元不到${zhName(next)}${of === "base" ? "底薪" : "月收入"} ${yuan(nextFen)} 元的 ${percent(leastShareBasisPoints)}。`,
  PC30: (facts) =>
    facts.problem === "name"
      ? `名称“${facts.typed}”被不止一个级别使用：${facts.levels.map(zhName).join("、")}。`
      : `晋升程序 ${facts.from} → ${facts.to} 不是升到上一级的一步。`,
  PC31: ({ from, to, problem }) =>
    problem === "missing"
      ? `没有条款规定${zhName(from)}升${zhName(to)}的程序。`
      : `没有条款单独规定${zhName(from)}升${zhName(to)}的程序，现按相近条款推定。`,
  PC32: ({ higher, lower, witness }) =>
    `有人能满足${zhName(higher)}的成绩条件，却不满足${zhName(lower)}的，例如各月等级依次为 ${history(witness)}。`,
  PC33: ({ problem, level, streakMonths, months }) =>
    problem === "window"
      ? `${zhName(level)}：考核窗口 ${months} 个月短于连续要求 ${streakMonths} 个月。`
      : `${zhName(level)}：连续 ${streakMonths} 个月里不可能有 ${months} 个月。`,
  PC34: ({ from, to, periodMonths, ruleMonths }) =>
    `${zhName(from)}升${zhName(to)}：程序写考核期 ${periodMonths} 个月，成绩条件却看 ${ruleMonths} 个月。`,
  PC35: ({ from, to, step }) => `${zhName(from)}升${zhName(to)}：“${step.zh}”没有写明通过标准。`,
  PC40: (facts) => {
    switch (facts.problem) {
      case "option":
        return `口径“${facts.title.zh}”的${zhChosenBy[facts.of]}“${facts.option}”不在它的选项里。`;
      case "clause":
        return `口径“${facts.title.zh}”指向的条款 ${facts.id} 不存在。`;
      case "level":
        return `${facts.path} 指向的级别“${facts.id}”不存在。`;
    }
  },
  PC41: ({ title }) => `口径“${title.zh}”还没有确认，确认之前不能计算工资。`,
  PC42: ({ chapter, level, missing }) =>
    `${chapter}${level === null ? "" : `（${zhName(level)}）`}的条款编号缺 ${missing.join("、")}。`,
  PC43: (facts) => {
    switch (facts.problem) {
      case "none":
        return "没有任何版本的制度。";
      case "sameStart":
        return `版本“${facts.earlier}”和“${facts.later}”从同一个月开始生效。`;
      case "disorder":
        return `版本“${facts.later}”的生效月早于排在它前面的“${facts.earlier}”。`;
    }
  },
  PC44: ({ missing }) =>
    missing === "issuer" ? "没有写明制度由谁发布。" : "没有写明制度从哪天起生效。",
  PC50: ({ note }) => `法律提示 ${note}（${notesZh[note]}）还没有人确认看过。`,
};

const enDuplicates = {
  level: "level",
  version: "version",
  tier: "score tier",
  rule: "score rule of level",
  path: "promotion path",
} as const;

const enChosenBy = {
  default: "default",
  recommended: "recommended preset",
  literal: "literal preset",
  favourable: "employee-favourable preset",
} as const;

const english: Sentences = {
  PC01: (facts) =>
    facts.problem === "field"
      ? `${facts.path}: expected ${facts.expected}, found ${facts.received}.`
      : `The ${enDuplicates[facts.what]} “${facts.id}” occurs more than once.`,
  PC02: (facts) => {
    switch (facts.problem) {
      case "noClause":
        return `${facts.path} names no clause that it rests on.`;
      case "unknownClause":
        return `${facts.path} rests on clause ${facts.id}, which does not exist.`;
      case "noRestatement":
        return `Clause ${facts.id} has no ${facts.language === "zh" ? "Chinese" : "English"} restatement.`;
    }
  },
  PC03: (facts) => `Scores in ${interval(facts)} belong to no tier.`,
  PC04: (facts) =>
    `Scores in ${interval(facts)} belong to tiers ${allOf(facts.tiers.map(String), "en")}.`,
  PC05: ({ end, expected, actual, inclusive }) => {
    const edge = end === "minimum" ? "least" : "greatest";
    if (actual === null)
      return `There are no score bands; the ${edge} score ${expected} has no tier.`;
    return `The bands should ${end === "minimum" ? "start" : "end"} at the ${edge} score ${expected} (included), but do so at ${actual} (${inclusive ? "included" : "left out"}).`;
  },
  PC06: (facts) => {
    switch (facts.problem) {
      case "emptyBand":
        return `The band of tier ${facts.tier} is empty: no score falls into it.`;
      case "order":
        return `Tier ${facts.better} is better than tier ${facts.worse}, but its scores are lower.`;
      case "rate":
        return `The rate of tier ${facts.better}, ${percent(facts.betterBasisPoints)}, is below the ${percent(facts.worseBasisPoints)} of tier ${facts.worse}.`;
    }
  },
  PC07: ({ tier, rateBasisPoints, formulaBasisPoints }) =>
    `The rate of tier ${tier} is ${percent(rateBasisPoints)}, but the formula says ${percent(formulaBasisPoints)}.`,
  PC10: (facts) =>
    facts.problem === "notPositive"
      ? `A commission threshold must be above 0; this one is ${yuan(facts.fromFen)} yuan.`
      : `The commission threshold ${yuan(facts.fromFen)} yuan is not above the one before it, ${yuan(facts.previousFen)} yuan.`,
  PC11: ({ fromFen, rateBasisPoints, previousBasisPoints }) =>
    `From ${yuan(fromFen)} yuan the commission rate is ${percent(rateBasisPoints)}, below the ${percent(previousBasisPoints)} before it.`,
  PC12: ({ fromFen, rateBasisPoints, computedFen, printedFen }) =>
    `${yuan(fromFen)} yuan × ${percent(rateBasisPoints)} = ${yuan(computedFen)} yuan, but ${yuan(printedFen)} yuan is printed beside it.`,
  PC13: ({ fromFen, jumpFen }) =>
    `At sales of ${yuan(fromFen)} yuan commission ${jumpFen < 0 ? "drops" : "jumps"} by ${yuan(Math.abs(jumpFen))} yuan.`,
  PC14: ({ firstFromFen }) =>
    firstFromFen === null
      ? "No commission is defined."
      : `Nothing says what commission is paid below sales of ${yuan(firstFromFen)} yuan.`,
  PC20: ({ level, below, baseFen, belowFen }) =>
    `The base salary of ${enName(level)}, ${yuan(baseFen)} yuan, is below that of ${enName(below)}, ${yuan(belowFen)} yuan.`,
  PC21: ({ level, below, baseFen }) =>
    `${enName(below)} and ${enName(level)} have the same base salary, ${yuan(baseFen)} yuan.`,
  PC22: ({ level, below, baseFen, belowFen }) =>
    `The base salary of ${enName(level)}, ${yuan(baseFen)} yuan, is ${times(baseFen, belowFen)} times the ${yuan(belowFen)} of ${enName(below)}: one zero too many?`,
  PC23: (facts) =>
    facts.problem === "notSet"
      ? "The local minimum wage is not set, so base salaries cannot be checked against it."
      : `The base salary of ${enName(facts.level)}, ${yuan(facts.baseFen)} yuan, is below the local minimum wage of ${yuan(facts.minimumFen)} yuan.`,
  PC24: ({ of, probation, next, probationFen, nextFen, leastShareBasisPoints }) =>
    `The ${yuan(probationFen)} yuan of ${enName(probation)} are less than ${percent(leastShareBasisPoints)} of the ${of === "base" ? "base salary" : "monthly pay"} of ${enName(next)}, ${yuan(nextFen)} yuan.`,
  PC30: (facts) =>
    facts.problem === "name"
      ? `The name “${facts.typed}” means more than one level: ${facts.levels.map(enName).join(", ")}.`
      : `The promotion path ${facts.from} → ${facts.to} is not one step up the ladder.`,
  PC31: ({ from, to, problem }) =>
    problem === "missing"
      ? `No clause describes the procedure from ${enName(from)} to ${enName(to)}.`
      : `No clause of its own describes the procedure from ${enName(from)} to ${enName(to)}; it is inferred from a similar one.`,
  PC32: ({ higher, lower, witness }) =>
    `Somebody can meet the scores of ${enName(higher)} but not those of ${enName(lower)}, for example with the monthly tiers ${history(witness)}.`,
  PC33: ({ problem, level, streakMonths, months }) =>
    problem === "window"
      ? `${enName(level)}: the window of ${counted(months, "month")} is shorter than the run of ${counted(streakMonths, "month")}.`
      : `${enName(level)}: a run of ${counted(streakMonths, "month")} cannot contain ${counted(months, "such month")}.`,
  PC34: ({ from, to, periodMonths, ruleMonths }) =>
    `${enName(from)} to ${enName(to)}: the procedure names a period of ${counted(periodMonths, "month")}, but the score rule looks at ${ruleMonths}.`,
  PC35: ({ from, to, step }) => `${enName(from)} to ${enName(to)}: “${step.en}” has no pass mark.`,
  PC40: (facts) => {
    switch (facts.problem) {
      case "option":
        return `The ${enChosenBy[facts.of]} of the reading “${facts.title.en}”, “${facts.option}”, is not one of its options.`;
      case "clause":
        return `The reading “${facts.title.en}” points to clause ${facts.id}, which does not exist.`;
      case "level":
        return `${facts.path} points to level “${facts.id}”, which does not exist.`;
    }
  },
  PC41: ({ title }) =>
    `The reading “${title.en}” is undecided; pay that needs it cannot be computed before.`,
  PC42: ({ chapter, level, missing }) =>
    `The clause letters of ${chapter}${level === null ? "" : ` (${enName(level)})`} lack ${missing.join(", ")}.`,
  PC43: (facts) => {
    switch (facts.problem) {
      case "none":
        return "There is no version of the policy.";
      case "sameStart":
        return `The versions “${facts.earlier}” and “${facts.later}” start in the same month.`;
      case "disorder":
        return `The version “${facts.later}” starts before “${facts.earlier}”, which stands before it.`;
    }
  },
  PC44: ({ missing }) =>
    missing === "issuer"
      ? "The policy does not say who issued it."
      : "The policy does not say from when it holds.",
  PC50: ({ note }) => `Legal note ${note} (${notesEn[note]}) has not been acknowledged.`,
};

const sentences: Readonly<Record<Language, Sentences>> = { zh: chinese, en: english };

function sayFacts<C extends LintCode>(
  language: Language,
  { check, facts }: { readonly check: C; readonly facts: LintFacts[C] },
): string {
  return sentences[language][check](facts);
}

/** One sentence for what a check of the policy found. */
export function sayLint(result: LintResult, language: Language): string {
  return sayFacts(language, result);
}
