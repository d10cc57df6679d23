import { fen, formatPoints, formatYuan } from "../../units";
import type { Both } from "../language";
import { joined, NOTHING, quote } from "../say";
import {
  decideReading,
  forNow,
  PAY_PARTS,
  percent,
  sayContent,
  sayHow,
  sayUnit,
  suggestion,
  yuan,
} from "./facts";
import type { FindingsOf } from "./findingsWords";

const decide = (title: Both): Both => ({
  zh: `在制度页确认口径${quote(title.zh)}。`,
  en: `Decide ${quote(title.en)} on the policy page.`,
});

/** What findings about sales and pay say. */
export const payFindings: FindingsOf<"sales" | "pay"> = {
  salesNotNumber: ({ seen }) => ({
    text: {
      zh: `销售额处${sayContent(seen).zh}${suggestion(seen).zh}`,
      en: `The sales cell ${sayContent(seen).en}${suggestion(seen).en}`,
    },
    fix: { zh: "填写以元为单位的数字。", en: "Enter a number in yuan." },
  }),
  salesNegative: ({ sales }) => ({
    text: {
      zh: `销售额是 ${yuan(sales).zh}，提成按 0 计。`,
      en: `Sales are ${yuan(sales).en}; they earn no commission.`,
    },
    fix: {
      zh: "核对退款是否记在了正确的月份。",
      en: "Check whether refunds were booked in the right month.",
    },
  }),
  salesDisputed: ({ sales, reading, results }) => {
    const each = joined(
      results.map(({ threshold, inForce, commission }) => ({
        zh: `门槛 ${yuan(threshold).zh}${forNow(inForce).zh}时提成 ${yuan(commission).zh}`,
        en: `${yuan(commission).en} with a threshold of ${yuan(threshold).en}${forNow(inForce).en}`,
      })),
      "semicolon",
    );
    return {
      text: {
        zh: `销售额 ${yuan(sales).zh} 的提成有争议（口径：${reading.title.zh}）：${each.zh}。`,
        en: `The commission on ${yuan(sales).en} is disputed (reading: ${reading.title.en}): ${each.en}.`,
      },
      fix: decideReading(reading.title),
    };
  },
  salesMissing: () => ({
    text: {
      zh: "有成绩，但没有销售额；提成暂按 0 计。",
      en: "There is a score but no sales; commission counts as 0 for now.",
    },
    fix: { zh: "填写销售额，没有就写 0。", en: "Enter the sales, or 0 if there were none." },
  }),
  salesBelowThreshold: ({ sales, threshold, commission, reached }) => ({
    text: {
      zh: `销售额 ${yuan(sales).zh}，离起点 ${yuan(threshold).zh} 不到 1%；提成 ${yuan(commission).zh}，达到起点则为 ${yuan(reached).zh}。`,
      en: `Sales of ${yuan(sales).en} are within 1% below the threshold of ${yuan(threshold).en}: commission ${yuan(commission).en}, at the threshold ${yuan(reached).en}.`,
    },
    fix: {
      zh: "无须处理；如有补单，请核对订单是否属实。",
      en: "Nothing to do; if orders were added late, check that they are real.",
    },
  }),
  salesOutOfProportion: ({ sales, usual }) => ({
    text: {
      zh: `销售额 ${yuan(sales).zh}，超过本人平时（中位数 ${yuan(usual).zh}）的 10 倍。`,
      en: `Sales of ${yuan(sales).en} are more than 10 times what the person usually sells (median ${yuan(usual).en}).`,
    },
    fix: {
      zh: "核对单位是元还是万元，以及有没有多写零。",
      en: "Check the unit (yuan or 10,000 yuan) and the zeros.",
    },
  }),
  salesUnitUnknown: ({ text, factor }) => ({
    text: {
      zh: `${quote(text)}：销售额像是以${sayUnit(factor).zh}为单位，确认之前不计算提成。`,
      en: `${quote(text)}: sales seem to be in ${sayUnit(factor).en}; until that is settled no commission is calculated.`,
    },
    fix: { zh: "在“核对表头”里选定单位。", en: "Choose the unit under “Check headings”." },
  }),
  payDiffers: ({ part, typed, seen, computed, how, formula }) => ({
    text:
      typed === null
        ? {
            zh: `${PAY_PARTS[part].zh}处${seen === null ? "不是金额" : sayContent(seen).zh}，按制度应为 ${yuan(computed).zh}（${sayHow(how).zh}）。`,
            en: `${PAY_PARTS[part].en} ${seen === null ? "is no amount" : sayContent(seen).en}; by the policy it is ${yuan(computed).en} (${sayHow(how).en}).`,
          }
        : {
            zh: `${PAY_PARTS[part].zh}${formula ? "算出" : "填"}的是 ${yuan(typed).zh}，按制度应为 ${yuan(computed).zh}（${sayHow(how).zh}），${typed > computed ? "多" : "少"} ${formatYuan(typed > computed ? fen(typed - computed) : fen(computed - typed))}元。`,
            en: `${PAY_PARTS[part].en} says ${yuan(typed).en}; by the policy it is ${yuan(computed).en} (${sayHow(how).en}): ${formatYuan(typed > computed ? fen(typed - computed) : fen(computed - typed))} yuan too ${typed > computed ? "much" : "little"}.`,
          },
    fix: {
      zh: `核对后改为 ${formatYuan(computed)}；如有制度之外的依据，请在备注写明。`,
      en: `Check, then write ${formatYuan(computed)}; note any ground outside the policy.`,
    },
  }),
  rateDisputed: ({ score, reading, results }) => {
    const each = joined(
      results.map(({ inForce, rate, performance }) => {
        const amount: Both =
          performance === null
            ? NOTHING
            : { zh: `为 ${yuan(performance).zh}`, en: `${yuan(performance).en} ` };
        return {
          zh: `按 ${percent(rate)}${forNow(inForce).zh}${amount.zh}`,
          en: `${amount.en}at ${percent(rate)}${forNow(inForce).en}`,
        };
      }),
      "semicolon",
    );
    return {
      text: {
        zh: `${formatPoints(score)} 分的绩效工资有争议（口径：${reading.title.zh}）：${each.zh}。`,
        en: `Performance pay for ${formatPoints(score)} is disputed (${reading.title.en}): ${each.en}.`,
      },
      fix: decide(reading.title),
    };
  },
  salaryUndecided: ({ level, reading, results }) => {
    const each = joined(
      results.map(({ base, gross }) => {
        const then: Both =
          gross === null
            ? NOTHING
            : { zh: `时应发 ${yuan(gross).zh}`, en: `gross ${yuan(gross).en} with a ` };
        return {
          zh: `底薪 ${yuan(base).zh}${then.zh}`,
          en: `${then.en}base of ${yuan(base).en}`,
        };
      }),
      "semicolon",
    );
    return {
      text: {
        zh: `${level.zh}的底薪尚未确认，工资算不出来：${each.zh}。`,
        en: `The base salary of ${level.en} is not decided, so pay cannot be worked out: ${each.en}.`,
      },
      fix: decide(reading.title),
    };
  },
  probationPayDisputed: ({ reading, gross, other }) => ({
    text: {
      zh: `试用期应发 ${yuan(gross).zh}（暂用）；另一口径 ${yuan(other).zh}。`,
      en: `Gross pay in probation ${yuan(gross).en} (used for now); ${yuan(other).en} under the other reading.`,
    },
    fix: decide(reading.title),
  }),
  monthNotWhole: ({ reason }) => {
    const reasons = {
      levelChanged: { zh: "当月级别有变动", en: "The level changed in this month" },
      hired: { zh: "当月中途入职", en: "Hired in the middle of this month" },
      left: { zh: "这是离职前的最后一个月", en: "The last month before leaving" },
    };
    return {
      text: {
        zh: `${reasons[reason].zh}，制度没有按天折算的规定；这里按整月、月末的级别计算。`,
        en: `${reasons[reason].en}; the policy has no rule for sharing pay out by days, so a whole month at its last level is reckoned.`,
      },
      fix: {
        zh: "如需折算，请人工计算并在备注写明。",
        en: "If it is to be shared out, do so by hand and note it.",
      },
    };
  },
  salaryTooLow: ({ level, base, than }) => ({
    text:
      than.kind === "minimumWage"
        ? {
            zh: `${level.zh}的底薪 ${yuan(base).zh} 低于当地最低工资 ${yuan(than.amount).zh}。`,
            en: `The base salary of ${level.en}, ${yuan(base).en}, is below the local minimum wage of ${yuan(than.amount).en}.`,
          }
        : {
            zh: `${level.zh}的底薪 ${yuan(base).zh} 不到${than.level.zh}底薪 ${yuan(than.amount).zh} 的 ${percent(than.share)}。`,
            en: `The base salary of ${level.en}, ${yuan(base).en}, is less than ${percent(than.share)} of that of ${than.level.en}, ${yuan(than.amount).en}.`,
          },
    fix: {
      zh: "这涉及法定要求，请与负责人和法务核实后调整制度。",
      en: "The law has a say here: check with whoever is responsible before changing the policy.",
    },
  }),
};
