import { clausesOfReading } from "./readings.clauses";
import type { Reading, ReadingId, Words } from "./types";
import { presetChoices } from "./presets";
import { readingOf, readings } from "./readings";
import { optionLabel } from "./readings.labels";
import type { OptionId, ReadingEntry } from "./readings";

interface ReadingTexts<R extends ReadingId> {
  /** In English; the Chinese title stands with the reading. */
  readonly title: string;
  readonly question: Words;
  /** In English; a missing option does not compile. */
  readonly options: Readonly<Record<OptionId<R>, string>>;
  readonly why: Words;
}

const readingTexts: { readonly [R in ReadingId]: ReadingTexts<R> } = {
  SALARY_RESERVE: {
    title: "Base salary of the reserve supervisor",
    question: {
      zh: "储备主管的底薪是 3000 元还是 30000 元？",
      en: "Is the reserve supervisor's base salary 3000 or 30000 yuan?",
    },
    options: { "3000": "3000 yuan (one zero too many)", "30000": "30000 yuan (as printed)" },
    why: {
      zh: "其他四级是 2200、2200、2400、2800 元，30000 元是高级客服的 10.71 倍，3000 元是 1.07 倍；差别只在一个按键。因为金额大，须由人确认后才计算。",
      en: "The other levels earn 2200, 2200, 2400 and 2800; 30000 would be 10.71 times the senior's base, 3000 is 1.07 times it, and a single keystroke lies between them. The amount is large, so nothing is computed until a person confirms it.",
    },
  },
  COMMISSION_T1_FROM: {
    title: "Where first-tier commission starts",
    question: {
      zh: "1.3% 的提成从 60000 元还是 50000 元的销售额开始？",
      en: "Does the 1.3 % commission start at sales of 60000 or of 50000 yuan?",
    },
    options: {
      "60000": "60000; the printed 650 is a slip (should be 780)",
      "50000": "The threshold should be 50000",
    },
    why: {
      zh: "门槛和比例是规定本身，旁边的金额只是算例；算例错了不改变规定。但 650 元恰好是 50000 元的 1.3%，20000、30000、40000、50000 也更整齐，所以要问。只影响 50000 元至不满 60000 元的销售额，最多差 180 元。",
      en: "Threshold and rate are the rule; the amount beside them is an example, and a wrong example does not change a rule. Yet 650 is exactly 1.3 % of 50000, which also continues the series 20000, 30000, 40000, so it is asked. Only sales from 50000 to just below 60000 differ, by up to 180 yuan.",
    },
  },
  COMMISSION_MODE: {
    title: "How commission is computed",
    question: {
      zh: "提成是全部销售额乘比例、每档固定金额，还是分段累进？",
      en: "Is commission a rate on the whole amount, a fixed amount per tier, or marginal?",
    },
    options: {
      whole: "Rate × all sales",
      fixed: "A fixed amount per tier",
      marginal: "Marginal, tier by tier",
    },
    why: {
      zh: "四行里有三行，门槛乘比例正好等于旁边印的金额；分段累进与这些金额不符（30000 元只得 70 元，而不是 270 元）。把印出的金额当作固定提成仍说得通，所以列为选项。",
      en: "In three of four rows the threshold times the rate is exactly the printed amount; marginal commission contradicts them (70 instead of 270 at 30000). Taking the printed amounts as fixed commission remains possible, hence the option.",
    },
  },
  PROBATION_VARIABLE: {
    title: "Commission and performance pay in probation",
    question: {
      zh: "试用期有没有提成和绩效工资？",
      en: "Does probation earn commission and performance pay?",
    },
    options: { none: "None (as written)", full: "As for a junior agent" },
    why: {
      zh: "另外四级都列出提成、绩效和额外奖励，只有试用期没有列。已填的额外奖励总是照付。试用期工资过低可能违反劳动合同法（不低于约定工资的 80%）。",
      en: "The four other levels list commission, performance pay and extra; probation alone does not. An extra that somebody entered is always paid. Too low a pay in probation may break the Labour Contract Law (80 % of the agreed wage).",
    },
  },
  PERF_T1_RATE: {
    title: "Performance rate from 91 points",
    question: {
      zh: "第一等级的绩效工资比例是 15% 还是 20%？",
      en: "Is the performance rate of tier 1 15 % or 20 %?",
    },
    options: { "15": "15 %", "20": "20 % (as in the formula)" },
    why: {
      zh: "比例依次为 0、5%、10%、15%，明写的比例优先于公式里的重复。对员工有利的读法是 20%。",
      en: "The rates run 0, 5, 10, 15 %, and a declared rate goes before its repetition in a formula. 20 % is the reading in the employee's favour.",
    },
  },
  SCORE_IN_PAY: {
    title: "How the score enters performance pay",
    question: {
      zh: "公式里的“分数”是先除以 100，还是直接相乘？",
      en: 'Is the "score" of the formula divided by 100 or multiplied as it is?',
    },
    options: { fraction: "Score ÷ 100", raw: "The score as it is" },
    why: {
      zh: "直接相乘时，初级客服 75 分的绩效工资是 8250 元，为底薪的 3.75 倍，不合情理；除以 100 是 82.50 元。",
      en: "Multiplied as it is, a junior with 75 points would get 8250 yuan of performance pay, 3.75 times the base; divided by 100 it is 82.50.",
    },
  },
  SCORE_60: {
    title: "The tier of 60 points",
    question: {
      zh: "60 分到不满 61 分属于第三还是第四等级？",
      en: "Are scores from 60 to just below 61 tier 3 or tier 4?",
    },
    options: { T3: "Tier 3", T4: "Tier 4", undefined: "Refuse to compute" },
    why: {
      zh: "第四等级明写“低于 60”，60 分不低于 60，因此归第三等级。",
      en: "Tier 4 is expressly below 60, and 60 is not below 60; so it belongs to tier 3.",
    },
  },
  SCORE_80: {
    title: "The tier of 80 points",
    question: {
      zh: "恰好 80 分属于第二还是第三等级？",
      en: "Is exactly 80 tier 2 or tier 3?",
    },
    options: { T2: "Tier 2", T3: "Tier 3", undefined: "Refuse to compute" },
    why: {
      zh: "80 分同时落在两个等级里；重叠时取对员工有利的一个，即第二等级。61、91 的写法支持第三等级，所以要问。",
      en: "80 lies in both tiers; an overlap goes to the employee, so tier 2. The pattern of 61 and 91 supports tier 3, so it is asked.",
    },
  },
  SCORE_90_91: {
    title: "The tier of scores between 90 and 91",
    question: {
      zh: "大于 90 分、不满 91 分属于第二还是第一等级？",
      en: "Are scores above 90 and below 91 tier 2 or tier 1?",
    },
    options: { T2: "Tier 2", T1: "Tier 1", undefined: "Refuse to compute" },
    why: {
      zh: "第一等级明写从 91 分起，这是硬界线；空隙因此归第二等级。",
      en: "Tier 1 expressly starts at 91, a hard limit; so the gap goes to tier 2.",
    },
  },
  SCORE_ROUNDING: {
    title: "Whether scores are rounded first",
    question: {
      zh: "带小数的分数，是否先四舍五入成整数再用？",
      en: "Are scores with decimals rounded to whole points before use?",
    },
    options: { none: "Not rounded", integer: "Rounded to whole points first" },
    why: {
      zh: "分数段看上去是整数，但没有写取整的规定；没有规定就按原分数。",
      en: "The bands look like whole numbers, but no rounding is written down; so scores are taken as they are.",
    },
  },
  CRITERIA_ROLE: {
    title: "What a level's criteria mean",
    question: {
      zh: "写在某一级名下的条件，是升入这一级的条件，还是在这一级任职后升出的条件？",
      en: "Are the criteria under a level's name those for entering it, or those for leaving it upwards?",
    },
    options: { entry: "For being promoted into the level", exit: "For its holders to move up" },
    why: {
      zh: "初级名下有试用期测试，储备主管名下要求现任高级客服，6 个月和 12 个月的窗口也与升入该级的考核期一致；只有“3 个月”支持另一种读法。",
      en: "The junior list contains a probation test, the reserve supervisor's asks for service as senior, and the windows of 6 and 12 months match the periods for entering; only the 3 months speak for the other reading.",
    },
  },
  JUNIOR_H: {
    title: "Junior: “within tier 2”",
    question: {
      zh: "升初级要求的“第二等级内”，第一等级算不算？",
      en: "Does tier 1 satisfy the junior's “within tier 2”?",
    },
    options: { atLeast: "Tier 2 or better", exactly: "Exactly tier 2" },
    why: {
      zh: "若不算，连续三个月 95 分反而不能升初级；考得更好却不合格，不合情理。",
      en: "Otherwise three months of 95 would fail while three of 85 pass: doing better must not disqualify.",
    },
  },
  MIDDLE_T1_COUNT: {
    title: "Intermediate: how many tier-1 months",
    question: {
      zh: "升中级要求的两个第一等级月，是至少两个还是恰好两个？",
      en: "Does intermediate ask for at least two or exactly two months in tier 1?",
    },
    options: { atLeast: "At least two months", exactly: "Exactly two months" },
    why: {
      zh: "若是恰好，五个月都在第一等级的人能满足高级却不满足中级。",
      en: "With exactly two, somebody with five months in tier 1 would meet senior but not intermediate.",
    },
  },
  MIDDLE_MONTHS: {
    title: "Intermediate: how many months",
    question: {
      zh: "升中级看 5 个月还是 3 个月？",
      en: "Does intermediate look at 5 months or at 3?",
    },
    options: { "5": "5 months (§4.2.F)", "3": "3 months (§5.2a)" },
    why: {
      zh: "§4.2.F 是专门的成绩条件，写 5 个月；§5.2a 只说考核期。专门的规定优先。",
      en: "§4.2.F is the specific criterion and says 5; §5.2a only names the period. The specific rule goes first.",
    },
  },
  WINDOW_KIND: {
    title: "How half a year and a year are counted",
    question: {
      zh: "“半年内”“1 年内”从哪个月数到哪个月？",
      en: "From which month to which do “half a year” and “1 year” run?",
    },
    options: {
      rolling: "The latest 6/12 months up to the assessed month",
      calendar: "The calendar half-year/year",
      preceding: "The 6/12 months before the run",
    },
    why: {
      zh: "以评定月为止往前数，窗口包含连续期，与 6 个月、12 个月的考核期相符。",
      en: "Counted back from the assessed month, with the run inside: this matches the assessment periods of 6 and 12 months.",
    },
  },
  WINDOW_HISTORY: {
    title: "Too short a record",
    question: {
      zh: "记录不满 6 或 12 个月时，是等记录补齐，还是只看已有的月份？",
      en: "With fewer than 6 or 12 months on record: wait, or look at the months there are?",
    },
    options: { full: "All 6/12 months must be on record", recorded: "Only what is on record" },
    why: {
      zh: "§5.2a 和 §5.3a 把 6 个月、12 个月的考评作为升级的依据，因此这些月份须有记录。",
      en: "§5.2a and §5.3a make the assessments of 6 and 12 months the basis, so those months must be there.",
    },
  },
  STREAK_ANCHOR: {
    title: "Whether the run must be the latest",
    question: {
      zh: "连续达标的月份必须截至评定月，还是过去任意一段都算？",
      en: "Must the run end with the assessed month, or does any past run count?",
    },
    options: { latest: "The latest consecutive months", any: "Any run in the past" },
    why: {
      zh: "升级看的是现在的表现；85、85、85 之后考 50 分，不应再算连续达标。",
      en: "A promotion looks at performance now: 85, 85, 85 followed by 50 should no longer count.",
    },
  },
  STREAK_SCOPE: {
    title: "Whether months before the last promotion count",
    question: {
      zh: "升级之前的月份，是否计入下一级的连续月数？",
      en: "Do months before the last promotion count towards the next level?",
    },
    options: { history: "They count", sinceLastPromotion: "Only months at the present level" },
    why: {
      zh: "没有哪一条说升级后重新起算；报告总会写明其中有几个月在现级别内。",
      en: "Nothing says that counting starts anew; the report always states how many of the months lie within the present level.",
    },
  },
  MISSING_MONTH: {
    title: "Months without an assessment",
    question: {
      zh: "没有考评的月份，是中断连续还是跳过？",
      en: "Does a month without an assessment break the run, or is it skipped?",
    },
    options: { break: "It breaks the run", bridge: "It is skipped" },
    why: {
      zh: "缺了一个月就不是连续的月份；但只提示缺少成绩，不算不达标，补录后再判断。",
      en: "With a month missing the months are not consecutive; it is reported as missing data, not as a failure, until the score is entered.",
    },
  },
  STATUTORY_LEAVE: {
    title: "Months of statutory leave",
    question: {
      zh: "产假、工伤等法定假期的月份，是跳过还是中断连续？",
      en: "Are months of statutory leave (maternity, injury …) skipped, or do they break the run?",
    },
    options: { bridge: "Skipped, the run goes on", break: "They break the run" },
    why: {
      zh: "妇女权益保障法第 48 条不允许因产假限制晋升，工伤等法定假期同理；请人工确认。",
      en: "Article 48 of the law on women's rights forbids limiting promotion because of maternity leave; injury leave is alike. A person should confirm it.",
    },
  },
  FAIL_DEF: {
    title: "What a fail is",
    question: {
      zh: "“不及格”是低于 60 分，还是落入第四等级？",
      en: "Is a fail a score below 60, or tier 4?",
    },
    options: { below60: "Below 60 points", tier4: "Tier 4" },
    why: {
      zh: "不及格通常指低于 60 分；对员工不利的条款从窄理解。",
      en: "A fail usually means below 60, and clauses against the employee are read narrowly.",
    },
  },
  DISMISSAL_BASIS: {
    title: "How three in a row are counted",
    question: {
      zh: "连续三次，是连续三个自然月，还是连续三次考评（缺考月跳过）？",
      en: "Three in a row: three calendar months, or three assessments, skipping months without one?",
    },
    options: {
      months: "Consecutive calendar months",
      assessments: "Consecutive assessments, gaps skipped",
    },
    why: {
      zh: "对员工不利的条款从窄理解：中间缺一个月就不算连续。",
      en: "Clauses against the employee are read narrowly: a missing month ends the run.",
    },
  },
  DISMISSAL_SCOPE: {
    title: "Levels that a performance review covers",
    question: {
      zh: "连续不及格的条款写在初级名下，是否适用于所有级别？",
      en: "The clause on repeated fails stands in the junior list: does it cover every level?",
    },
    options: {
      all: "Every level (a review is suggested)",
      juniorOnly: "Only probation and junior",
    },
    why: {
      zh: "基础条件在更高级别没有重复，可见是通用的；结果只是提示由人复核。",
      en: "Base conditions are not repeated higher up, so they are general; the result is only a review by people.",
    },
  },
  DISMISSAL_ANCHOR: {
    title: "Latest run or any run of fails",
    question: {
      zh: "过去曾连续三次不及格、现已恢复，还要不要复核？",
      en: "Three fails in the past, recovered since: is a review still due?",
    },
    options: { latest: "Only the latest run", any: "Any run in the past" },
    why: {
      zh: "对员工不利的条款从窄理解：已经恢复的不再提示。",
      en: "Clauses against the employee are read narrowly: who has recovered is not reported.",
    },
  },
  COMPLAINT_2ND: {
    title: "The fine for the second complaint",
    question: {
      zh: "同月第二次投诉“翻倍”，是当次 100 元，还是两次共 100 元？",
      en: "“Doubled” for the second complaint of a month: 100 for that one, or 100 for both?",
    },
    options: { second100: "100 for the second (150 for both)", total100: "100 for both" },
    why: {
      zh: "按字面，翻倍的是第二次的罚款：50 + 100 = 150 元。罚款只列示，不从工资扣。",
      en: "By the words the second fine is doubled: 50 + 100 = 150. Fines are listed, not taken from pay.",
    },
  },
  COMPLAINT_3_INCLUSIVE: {
    title: "Whether “three or more” includes three",
    question: {
      zh: "“三次以上”从第三次还是第四次算起？",
      en: "Does the clause start with the third or with the fourth complaint?",
    },
    options: { yes: "Three included", no: "Not included: from the fourth" },
    why: {
      zh: "民法典第 1259 条：“以上”包括本数；否则第三次就没有规定。",
      en: "By article 1259 of the Civil Code such words include the number; otherwise the third complaint has no rule.",
    },
  },
  COMPLAINT_3RD_FINE: {
    title: "Fines from the third complaint on",
    question: {
      zh: "第三次及以后的投诉，是否继续翻倍罚款？",
      en: "Do fines keep doubling from the third complaint on?",
    },
    options: { none: "Not stated: no further fine", keepDoubling: "They keep doubling" },
    why: {
      zh: "条文对第三次只写了后果，没有写罚款；没有写就不罚。",
      en: "For the third the clause names a consequence but no fine; silence fines nobody.",
    },
  },
  LEAVE_10: {
    title: "Exactly 10 minutes",
    question: {
      zh: "离岗恰好 10 分钟，要不要批准？",
      en: "Does leaving the post for exactly 10 minutes need approval?",
    },
    options: { over: "Over 10 minutes only", atLeast: "From 10 minutes" },
    why: {
      zh: "条文在恰好 10 分钟处自相矛盾；对员工不利的条款从窄理解。",
      en: "The words contradict each other at exactly 10; clauses against the employee are read narrowly.",
    },
  },
  LEAVE_NEEDS_LOSS: {
    title: "Whether the fine needs a lost customer",
    question: {
      zh: "没有请示就离岗、但没有流失客户，罚不罚 10 元？",
      en: "Left without asking, but no customer was lost: is the 10 yuan due?",
    },
    options: { yes: "Yes, only if customers were lost", no: "No, leaving unasked is enough" },
    why: {
      zh: "条文的半句话把流失客户写进了条件；对员工不利的条款从窄理解。",
      en: "The fragment of a sentence names the lost customers; clauses against the employee are read narrowly.",
    },
  },
  FINES_NETTED: {
    title: "Whether fines are taken from pay",
    question: {
      zh: "罚款要不要从当月应发工资里扣？",
      en: "Are fines deducted from the month's pay?",
    },
    options: { no: "Not deducted, listed apart", yes: "Deducted from gross pay" },
    why: {
      zh: "条文写的是罚款，没有写从工资扣；企业罚款的旧法规依据已于 2008 年废止，扣款有法律风险。",
      en: "The text speaks of fines, not of deductions from pay; the old legal basis of fines was repealed in 2008, so deducting is a legal risk.",
    },
  },
};

function inBothLanguages(entry: ReadingEntry): Reading {
  const texts = readingTexts[entry.id];
  const english: Readonly<Record<string, string>> = texts.options;
  return {
    ...entry,
    clauses: clausesOfReading(entry.id),
    title: { zh: entry.title.zh, en: texts.title },
    question: texts.question,
    options: entry.options.map(({ id }) => ({
      id,
      label: { zh: optionLabel(entry.id, id), en: english[id] ?? id },
    })),
    why: texts.why,
    presets: presetsOf(entry.id),
  };
}

function presetsOf(id: ReadingId): Reading["presets"] {
  const { literal, favourable } = presetChoices;
  return {
    ...(literal[id] === undefined ? {} : { literal: literal[id] }),
    ...(favourable[id] === undefined ? {} : { favourable: favourable[id] }),
  };
}

/** All readings with question, reasons and both languages, in the order in which they are shown. */
export const fullReadings: readonly Reading[] = readings.map(inBothLanguages);

export function fullReadingOf(id: ReadingId): Reading {
  return inBothLanguages(readingOf(id));
}
