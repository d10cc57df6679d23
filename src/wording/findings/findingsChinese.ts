import type { OptionEffect, PayHow, PayPart, SeenContent, TierUnderOption } from "../../findings";
import { fen, formatMonth, formatPoints, formatYuan, type Fen, type Month } from "../../units";
import type { FindingWords } from "./findingsWords";
import { sayLint } from "../policy/lint";
import { list as listOf, quote } from "../say";

const TIERS = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

/** Allowances and deductions of the department's own: + 全勤奖 200元 − 社保 300元. */
function sayOwn(own: readonly { readonly heading: string; readonly amount: Fen }[]): string {
  return own
    .map(
      ({ heading, amount }) =>
        ` ${amount < 0 ? "−" : "+"} ${heading} ${yuan(fen(Math.abs(amount)))}`,
    )
    .join("");
}

function sayUnit(factor: number): string {
  if (factor === 1) return "元";
  return factor === 1_000 ? "千元" : "万元";
}

export const tierChinese = (tier: number): string => `第${TIERS[tier] ?? String(tier)}等级`;

const list = (items: readonly string[]): string => listOf(items, "zh");
const yuan = (amount: Fen): string => `${formatYuan(amount)}元`;
const months = (all: readonly Month[]): string => list(all.map(formatMonth));

function sayContent(seen: SeenContent): string {
  switch (seen.kind) {
    case "text":
      return `写的是${quote(seen.text)}`;
    case "boolean":
      return "写的是逻辑值（TRUE/FALSE）";
    case "error":
      return `是错误值 ${seen.error}`;
  }
}

function suggestion(seen: SeenContent): string {
  return seen.kind === "text" && seen.suggestion !== null ? `，是不是 ${seen.suggestion}？` : "。";
}

function sayTierResult({ option, inForce, tier, performance }: TierUnderOption): string {
  const money = performance === null ? "" : `，绩效工资${yuan(performance)}`;
  return `按${quote(option.zh)}${inForce ? "（暂用）" : ""}为${tierChinese(tier)}${money}`;
}

/** Amounts only where the options differ in money. */
function sayEffects(options: readonly OptionEffect[]): string {
  if (new Set(options.map(({ gross }) => gross)).size < 2) {
    const others = options.filter(({ inForce }) => !inForce);
    return others
      .map(({ option, people }) => `改选${quote(option.zh)}影响 ${people} 人`)
      .join("；");
  }
  return options
    .map(
      ({ option, inForce, gross }) =>
        `按${quote(option.zh)}${inForce ? "（暂用）" : ""}当月应发合计${yuan(gross)}`,
    )
    .join("；");
}

function sayRun(run: {
  readonly count: number;
  readonly months: readonly Month[];
  readonly lastAssessed: Month;
  readonly asOf: Month;
}): string {
  const stand =
    run.lastAssessed < run.asOf ? `（截至最近一次考核 ${formatMonth(run.lastAssessed)}）` : "";
  return `${run.count === 1 ? "" : "连续 "}${run.count} 个月不及格：${months(run.months)}${stand}`;
}

const percent = (basisPoints: number): string => `${basisPoints / 100}%`;

const PAY_PARTS: Readonly<Record<PayPart, string>> = {
  base: "底薪",
  commission: "提成",
  performance: "绩效工资",
  gross: "应发合计",
};

function sayHow(how: PayHow): string {
  switch (how.kind) {
    case "base":
      return `${how.level.zh}的底薪`;
    case "commission":
      switch (how.mode) {
        case "none":
          return "这一级没有提成";
        case "whole":
          return `${yuan(how.sales)} × ${percent(how.rate)}`;
        case "fixed":
          return `${yuan(how.sales)} 所在档的固定金额`;
        case "marginal":
          return `${yuan(how.sales)} 分段累进，最高一段 ${percent(how.rate)}`;
      }
      break;
    case "performance":
      if (how.score === null) return "这一级没有绩效工资";
      return `${yuan(how.base)} × ${percent(how.rate)} × ${formatPoints(how.score)}${how.raw ? "" : " ÷ 100"}`;
    case "gross": {
      const fines = how.fines === 0 ? "" : ` − 罚款 ${yuan(how.fines)}`;
      return `底薪 ${yuan(how.base)} + 提成 ${yuan(how.commission)} + 绩效 ${yuan(how.performance)} + 额外奖励 ${yuan(how.extra)}${fines}${sayOwn(how.own)}`;
    }
  }
}

export const findingsChinese: FindingWords = {
  "F-HDR-01": ({ heading, synonyms }) => ({
    text: `没有找到${quote(heading)}列。`,
    fix: `把对应列的标题改成${quote(heading)}${synonyms.length === 0 ? "" : `（也认得：${list(synonyms)}）`}。`,
  }),
  "F-HDR-02": ({ heading, rivals }) => ({
    text: `有几列都像${quote(heading)}：${list(rivals.map((rival) => `${rival.column} 列${quote(rival.heading)}`))}。`,
    fix: `只留一列作${quote(heading)}，其余的改个标题。`,
  }),
  "F-HDR-03": ({ heading, against }) =>
    against === null
      ? {
          text: `月份标题${quote(heading)}没有年份，补上之前无法判定任何人。`,
          fix: "在最早的月份标题里写上年份，例如 2025年3月。",
        }
      : {
          text: `${quote(heading)}与${quote(against)}说的不是同一个月，确认之前无法判定任何人。`,
          fix: "改正写错的那一处，或在“核对表头”里选定月份。",
        },
  "F-HDR-04": ({ heading, repeats }) =>
    repeats === null
      ? {
          text: `月份标题${quote(heading)}认不出是哪个月。`,
          fix: "改成 2025-03 或 2025年3月 这样的写法；不是月份的列请移到月份列之外。",
        }
      : {
          text: `月份标题${quote(heading)}是 ${formatMonth(repeats.month)}，${repeats.column} 列已经是这个月。`,
          fix: "改正其中一个标题，或删掉多余的列。",
        },
  "F-HDR-05": ({ rows }) => ({
    text: `表里有${rows === null ? "若干" : ` ${rows} `}行被筛选或隐藏，看不见，但同样参加了校验。`,
    fix: "如不应计入，请删除这些行，或移到别的工作表。",
  }),
  "F-HDR-06": ({ rows, columns }) => ({
    text: `数据区有合并单元格（${rows} 行 × ${columns} 列），公式只看得到左上角一格。`,
    fix: "取消合并，并把内容填到每一格。",
  }),
  "F-CALC-01": ({ cells, example }) => ({
    text: `有 ${cells} 个单元格 Excel 还没有算完（例如 ${example}），用到它们的结论暂不给出。`,
    fix: "请等 Excel 算完；一直不变就重新计算（Ctrl+Alt+F9）。不要用数字盖掉公式。",
  }),
  "F-EMP-01": ({ row }) => ({
    text: `第 ${row} 行有数据，但没有工号也没有姓名。`,
    fix: "补上工号或姓名；不需要的行请删除。",
  }),
  "F-EMP-02": ({ name, namesakes, hasEmployeeId }) => ({
    text: hasEmployeeId
      ? `${quote(name)}不止一人：另有${list(namesakes.map((id) => (id === "" ? "没有工号的行" : `工号 ${id}`)))}。`
      : `${quote(name)}的这些行没有工号，而同名的人有${list(namesakes.map((id) => `工号 ${id}`))}。`,
    fix: hasEmployeeId
      ? "确认是不是两个人；如是同一人，请统一工号。"
      : "补上工号，以免与同名的人混淆。",
  }),
  "F-EMP-03": ({ problem }) =>
    problem.kind === "names"
      ? {
          text: `同一工号有不同的姓名：${list(problem.names)}。`,
          fix: "核对是谁，把姓名或工号改一致。",
        }
      : {
          text: `${quote(problem.seen)}里有多余的空格或全角字符。`,
          fix: `改成${quote(problem.clean)}。`,
        },
  "F-EMP-04": ({ asOf, lastScored }) => ({
    text: `${formatMonth(asOf)} 和上个月都没有成绩${lastScored === null ? "" : `，最后一次是 ${formatMonth(lastScored)}`}，本月不列入名单。`,
    fix: "如仍在职，请补录成绩；如已离职，无须处理。",
  }),
  "F-LVL-01": ({ text, levels }) => ({
    text: text === "" ? "有成绩，但没有级别。" : `级别${quote(text)}不在制度里。`,
    fix: `填写其中之一：${list(levels.map(({ zh }) => zh))}。`,
  }),
  "F-LVL-02": ({ from, to, since, falls }) => ({
    text: falls
      ? `级别从${from.zh}（${formatMonth(since)}）降为${to.zh}，制度没有降级的规定。`
      : `级别从${from.zh}（${formatMonth(since)}）直接到${to.zh}，跳过了中间的级别。`,
    fix: falls ? "确认是否填错；如确有其事，请留存依据。" : "确认是否填错；越级须有评审记录。",
  }),
  "F-LVL-03": ({ from, to, since }) => ({
    text: `级别从${from.zh}（${formatMonth(since)}）升为${to.zh}，“晋升流程”表里没有相应的记录。`,
    fix: "在“晋升流程”表里补上这次晋升的记录；如是填错级别，请改正。",
  }),
  "F-LVL-04": ({ since, months: count, limit }) => ({
    text:
      count > limit
        ? `自 ${formatMonth(since)} 起试用已 ${count} 个月，超过 ${limit} 个月的上限。`
        : `自 ${formatMonth(since)} 起试用已满 ${limit} 个月，到了上限。`,
    fix: "核对劳动合同约定的试用期，及时办理转正或另作决定；上限可在制度页按合同改。",
  }),
  "F-MON-01": ({ problem }) => {
    switch (problem.kind) {
      case "blank":
        return { text: "有成绩，但没有写月份。", fix: "补上月份，例如 2025-03。" };
      case "unreadable":
        return {
          text: `月份${quote(problem.text)}认不出来。`,
          fix: "改成 2025-03 这样的写法。",
        };
      case "otherYear":
        return {
          text: `月份${quote(problem.text)}与旁边的年份 ${problem.year} 不一致。`,
          fix: "改正其中写错的一格。",
        };
      case "withoutYear":
        return { text: `月份${quote(problem.text)}没有年份。`, fix: "补上年份，例如 2025-03。" };
      case "future":
        return {
          text: `这个月还没到（现在是 ${formatMonth(problem.today)}），却已有成绩。`,
          fix: "改正月份；如是提前录入，请到当月再填。",
        };
    }
  },
  "F-MON-02": ({ identical, firstRow, firstSheet }) => {
    const where = `${firstSheet === null ? "" : `工作表${quote(firstSheet)}`}第 ${firstRow} 行`;
    return identical
      ? { text: `与${where}完全重复。`, fix: "删掉其中一行。" }
      : {
          text: `同一人同一月在${where}已有记录，内容不同。`,
          fix: "核对哪一行正确，删掉另一行。",
        };
  },
  "F-MON-03": ({ hired }) => ({
    text: `入职是 ${formatMonth(hired)}，之前却已有成绩。`,
    fix: "核对入职日期和月份，改正错的一个。",
  }),
  "F-MIS-01": ({ month }) => ({
    text: `${month === null ? "这个月" : `${formatMonth(month)} `}没有成绩。`,
    fix: "补录成绩；如未参加考核，请在成绩处写明原因，例如 产假、病假。",
  }),
  "F-MIS-02": ({ month }) => ({
    text: `${month === null ? "评定月" : `${formatMonth(month)} `}别人都有成绩，此人没有。`,
    fix: "补录成绩，或在成绩处写明原因。",
  }),
  "F-MIS-03": ({ begins, lookBack, neededFrom, hired }) => ({
    text:
      hired === null
        ? `这张表从 ${formatMonth(begins)} 开始，而晋升条件最多看 ${lookBack} 个月（自 ${formatMonth(neededFrom)} 起）。`
        : `${formatMonth(hired)} 已入职，但这张表从 ${formatMonth(begins)} 才开始，而晋升条件最多看 ${lookBack} 个月。`,
    fix: "把更早月份的成绩补到表里，结论才完整。",
  }),
  "F-SCO-01": ({ seen }) => ({
    text: `成绩处${sayContent(seen)}${suggestion(seen)}`,
    fix: "填写 0 至 100 的数字；没有考核的，写明原因，例如 产假、病假。",
  }),
  "F-SCO-10": ({ heading, grades }) => ({
    text: `${quote(heading)}填的是等级（${list(grades)}），不是分数；给出每个等级的分数之前无法判定任何人。`,
    fix: "打开“核对表头”，说明每个等级算多少分。",
  }),
  "F-SCO-02": ({ cleaned, seen, score }) => {
    const kinds = {
      text: "存成了文本",
      fullWidth: "用了全角数字",
      unit: "带着单位",
      separators: "带着分隔符",
    };
    return {
      text: `成绩${quote(seen)}${kinds[cleaned]}，已按 ${formatPoints(score)} 分读取。`,
      fix: `改成数字 ${formatPoints(score)}，公式才能用它计算。`,
    };
  },
  "F-SCO-03": ({ value, minimum, maximum }) => ({
    text: `成绩 ${value === null ? "的数字过大" : String(value)} 不在 ${formatPoints(minimum)} 至 ${formatPoints(maximum)} 分之间。`,
    fix: "核对后改正。",
  }),
  "F-SCO-04": ({ confirmed }) =>
    confirmed
      ? {
          text: "已确认是真的 0 分，按 0 分计入。CS 公式仍会把数字 0 当作空白。",
          fix: "要让公式也算上它，请在这格写 0分。",
        }
      : {
          text: "成绩是 0：是真的得 0 分，还是先占个位置？确认之前按缺成绩处理。",
          fix: "确实是 0 分就写 0分，或在这里确认；不是就清空，或写明原因。",
        },
  "F-SCO-05": ({ scores, greatest }) => ({
    text: `表里 ${scores} 个成绩都不超过 1（最高 ${formatPoints(greatest)}），像是按比例录入的；改正之前无法判定任何人。`,
    fix: "把成绩都乘以 100。",
  }),
  "F-SCO-06": ({ score, reading, results }) => ({
    text: `${formatPoints(score)} 分归哪一档有争议（口径：${reading.title.zh}）：${results.map(sayTierResult).join("；")}。`,
    fix: `在制度页确认口径${quote(reading.title.zh)}。`,
  }),
  "F-SCO-07": ({ shown, score, tier, shownTier }) => ({
    text: `显示的是 ${shown}，实际存的是 ${formatPoints(score)} 分${tier === null || shownTier === null ? "，两者分在界线两边" : tier === shownTier ? "，一个及格、一个不及格" : `：显示像${tierChinese(shownTier)}，实际是${tierChinese(tier)}`}。判定按实际存的分数。`,
    fix: "在来源处把分数取整，使显示和实际一致。",
  }),
  "F-SCO-08": ({ score }) => ({
    text: `成绩 ${formatPoints(score)} 超过两位小数。`,
    fix: "无须处理；如是平均分，建议在来源处取整。",
  }),
  "F-SCO-09": ({ formulas, column }) => ({
    text: `${column} 列的成绩有 ${formulas} 个由公式算出，这一格是手填的。`,
    fix: "核对是否有意改写；不是就恢复公式。",
  }),
  "F-SAL-01": ({ seen }) => ({
    text: `销售额处${sayContent(seen)}${suggestion(seen)}`,
    fix: "填写以元为单位的数字。",
  }),
  "F-SAL-02": ({ sales }) => ({
    text: `销售额是 ${yuan(sales)}，提成按 0 计。`,
    fix: "核对退款是否记在了正确的月份。",
  }),
  "F-SAL-03": ({ sales, reading, results }) => ({
    text: `销售额 ${yuan(sales)} 的提成有争议（口径：${reading.title.zh}）：${results
      .map(
        ({ threshold, inForce, commission }) =>
          `门槛 ${yuan(threshold)}${inForce ? "（暂用）" : ""}时提成 ${yuan(commission)}`,
      )
      .join("；")}。`,
    fix: `在制度页确认口径${quote(reading.title.zh)}。`,
  }),
  "F-SAL-04": () => ({
    text: "有成绩，但没有销售额；提成暂按 0 计。",
    fix: "填写销售额，没有就写 0。",
  }),
  "F-SAL-05": ({ sales, threshold, commission, reached }) => ({
    text: `销售额 ${yuan(sales)}，离起点 ${yuan(threshold)} 不到 1%；提成 ${yuan(commission)}，达到起点则为 ${yuan(reached)}。`,
    fix: "无须处理；如有补单，请核对订单是否属实。",
  }),
  "F-SAL-06": ({ sales, usual }) => ({
    text: `销售额 ${yuan(sales)}，超过本人平时（中位数 ${yuan(usual)}）的 10 倍。`,
    fix: "核对单位是元还是万元，以及有没有多写零。",
  }),
  "F-SAL-07": ({ text, factor }) => ({
    text: `${quote(text)}：销售额像是以${sayUnit(factor)}为单位，确认之前不计算提成。`,
    fix: "在“核对表头”里选定单位。",
  }),
  "F-PAY-01": ({ part, typed, seen, computed, how, formula }) => ({
    text:
      typed === null
        ? `${PAY_PARTS[part]}处${seen === null ? "不是金额" : sayContent(seen)}，按制度应为 ${yuan(computed)}（${sayHow(how)}）。`
        : `${PAY_PARTS[part]}${formula ? "算出" : "填"}的是 ${yuan(typed)}，按制度应为 ${yuan(computed)}（${sayHow(how)}），${typed > computed ? "多" : "少"} ${formatYuan(typed > computed ? fen(typed - computed) : fen(computed - typed))}元。`,
    fix: `核对后改为 ${formatYuan(computed)}；如有制度之外的依据，请在备注写明。`,
  }),
  "F-PAY-02": ({ score, reading, results }) => ({
    text: `${formatPoints(score)} 分的绩效工资有争议（口径：${reading.title.zh}）：${results
      .map(
        ({ inForce, rate, performance }) =>
          `按 ${percent(rate)}${inForce ? "（暂用）" : ""}${performance === null ? "" : `为 ${yuan(performance)}`}`,
      )
      .join("；")}。`,
    fix: `在制度页确认口径${quote(reading.title.zh)}。`,
  }),
  "F-PAY-03": ({ level, reading, results }) => ({
    text: `${level.zh}的底薪尚未确认，工资算不出来：${results
      .map(
        ({ base, gross }) => `底薪 ${yuan(base)}${gross === null ? "" : `时应发 ${yuan(gross)}`}`,
      )
      .join("；")}。`,
    fix: `在制度页确认口径${quote(reading.title.zh)}。`,
  }),
  "F-PAY-04": ({ reading, gross, other }) => ({
    text: `试用期应发 ${yuan(gross)}（暂用）；另一口径 ${yuan(other)}。`,
    fix: `在制度页确认口径${quote(reading.title.zh)}。`,
  }),
  "F-PAY-05": ({ reason }) => {
    const reasons = {
      levelChanged: "当月级别有变动",
      hired: "当月中途入职",
      left: "这是离职前的最后一个月",
    };
    return {
      text: `${reasons[reason]}，制度没有按天折算的规定；这里按整月、月末的级别计算。`,
      fix: "如需折算，请人工计算并在备注写明。",
    };
  },
  "F-PAY-06": ({ level, base, than }) => ({
    text:
      than.kind === "minimumWage"
        ? `${level.zh}的底薪 ${yuan(base)} 低于当地最低工资 ${yuan(than.amount)}。`
        : `${level.zh}的底薪 ${yuan(base)} 不到${than.level.zh}底薪 ${yuan(than.amount)} 的 ${percent(than.share)}。`,
    fix: "这涉及法定要求，请与负责人和法务核实后调整制度。",
  }),
  "F-DIS-01": (run) => ({
    text: `${sayRun(run)}，达到 ${run.limit} 个月，需要绩效复核。`,
    fix: "由负责人复核并决定。法律另有要求：仅凭几个月不及格还不够，须先培训或调岗后仍不能胜任，并提前通知、给予补偿；孕期、产期、哺乳期和医疗期另有保护。",
  }),
  "F-DIS-02": (run) => ({
    text: `${sayRun(run)}。`,
    fix: "尽早面谈，安排辅导或培训，并留下记录。",
  }),
  "F-DIS-03": ({ complaints, from }) => ({
    text: `当月投诉 ${complaints} 次，达到 ${from} 次，需要由人复核。`,
    fix: "核实每次投诉是否成立，由负责人决定。投诉次数本身不能使劳动合同终止。",
  }),
  "F-DIS-04": ({ netted, amount }) => ({
    text: netted
      ? `应发合计比应得少 ${yuan(amount)}，正好是当月罚款：罚款从工资里扣了。`
      : `列有罚款 ${yuan(amount)}。`,
    fix: "从工资扣罚款有法律风险：法规只允许扣除员工造成的经济损失，且有限额。建议只列示、不扣，并请法务核实。",
  }),
  "F-DIS-05": ({ of, seen }) => ({
    text: `${of === "complaints" ? "投诉次数" : "离岗次数"}处${sayContent(seen)}，不是 0 或正整数。`,
    fix: "填写次数，没有就写 0。",
  }),
  "F-ELI-01": ({ level, target }) => ({
    text: `成绩达标：${level.zh} → ${target.zh}。`,
    fix: "在候选人名单里查看依据月份和待完成的步骤；是否晋升由审批人决定。",
  }),
  "F-ELI-02": ({ target }) => ({
    text: `离${target.zh}的成绩条件最快还差 1 个月。`,
    fix: "无须处理。",
  }),
  "F-ELI-03": ({ target, readings }) => ({
    text: `是否达到${target.zh}的成绩条件，取决于尚未确认的口径：${list(readings.map(({ title }) => title.zh))}。`,
    fix: "在制度页确认这些口径。",
  }),
  "F-ELI-04": ({ target, also }) => ({
    text: `除${target.zh}外，成绩也满足${also.zh}的条件。`,
    fix: "通常逐级晋升；越级须经专门评审。",
  }),
  "F-POL-01": ({ fault }) => ({
    text: `现行制度自相矛盾：${sayLint(fault, "zh")}`,
    fix: "在制度页改正后再校验。",
  }),
  "F-POL-02": ({ reading, blocking, people, options }) => ({
    text: blocking
      ? `口径${quote(reading.title.zh)}尚未确认，${people} 人的工资算不出来：${sayEffects(options)}。`
      : `口径${quote(reading.title.zh)}尚未确认，会改变 ${people} 人本月的结果：${sayEffects(options)}。`,
    fix: `在制度页确认口径${quote(reading.title.zh)}。`,
  }),
  "F-POL-03": ({ missing }) => ({
    text: `制度没有写明${list(missing.map((field) => (field === "issuer" ? "发布人" : "生效日期")))}。`,
    fix: "在制度页补上，便于日后查证。",
  }),
  "F-POL-04": ({ decisions }) => ({
    text: `工作簿里有现行制度不认得的口径设置：${list(decisions.map(({ reading, option }) => `${quote(reading.zh)}选${quote(option)}`))}；没有采用，也没有删除。`,
    fix: "在制度页重新确认这些口径；如由更新的版本写成，请先更新加载项。",
  }),
};
