import type { OptionEffect, PayHow, PayPart, SeenContent, TierUnderOption } from "../../findings";
import { fen, formatMonth, formatPoints, formatYuan, type Fen, type Month } from "../../units";
import type { Both } from "../language";
import { counted, joined, list, NOTHING, quote } from "../say";
import { tierChinese } from "../tiers";

// Parts of sentences that several findings share, in both languages.

export const yuan = (amount: Fen): Both => ({
  zh: `${formatYuan(amount)}元`,
  en: `${formatYuan(amount)} yuan`,
});

export const percent = (basisPoints: number): string => `${basisPoints / 100}%`;

export const forNow = (inForce: boolean): Both =>
  inForce ? { zh: "（暂用）", en: " (used for now)" } : NOTHING;

export const sayUnit = (factor: number): Both =>
  factor === 1
    ? { zh: "元", en: "yuan" }
    : factor === 1_000
      ? { zh: "千元", en: "thousands of yuan" }
      : { zh: "万元", en: "10,000s of yuan" };

/** What to do about a reading that nobody has decided. */
export const decideReading = (title: Both): Both => ({
  zh: `在制度页确认口径${quote(title.zh)}。`,
  en: `Decide the reading ${quote(title.en)} on the policy page.`,
});

/** What stands in a cell that should hold a number. */
export function sayContent(seen: SeenContent): Both {
  switch (seen.kind) {
    case "text":
      return { zh: `写的是${quote(seen.text)}`, en: `says ${quote(seen.text)}` };
    case "boolean":
      return { zh: "写的是逻辑值（TRUE/FALSE）", en: "holds TRUE or FALSE" };
    case "error":
      return { zh: `是错误值 ${seen.error}`, en: `holds the error ${seen.error}` };
  }
}

export const suggestion = (seen: SeenContent): Both =>
  seen.kind === "text" && seen.suggestion !== null
    ? { zh: `，是不是 ${seen.suggestion}？`, en: `. Is ${seen.suggestion} meant?` }
    : { zh: "。", en: ", which is no number." };

export function sayTierResult({ option, inForce, tier, performance }: TierUnderOption): Both {
  const now = forNow(inForce);
  const money: Both =
    performance === null
      ? NOTHING
      : {
          zh: `，绩效工资${yuan(performance).zh}`,
          en: `, performance pay ${yuan(performance).en}`,
        };
  return {
    zh: `按${quote(option.zh)}${now.zh}为${tierChinese(tier)}${money.zh}`,
    en: `tier ${tier}${money.en} under ${quote(option.en)}${now.en}`,
  };
}

/** Amounts only where the options differ in money. */
export function sayEffects(options: readonly OptionEffect[]): Both {
  if (new Set(options.map(({ gross }) => gross)).size < 2)
    return joined(
      options
        .filter(({ inForce }) => !inForce)
        .map(({ option, people }) => ({
          zh: `改选${quote(option.zh)}影响 ${people} 人`,
          en: `${quote(option.en)} changes ${counted(people, "person", "people")}`,
        })),
      "semicolon",
    );
  return joined(
    options.map(({ option, inForce, gross }) => {
      const now = forNow(inForce);
      return {
        zh: `按${quote(option.zh)}${now.zh}当月应发合计${yuan(gross).zh}`,
        en: `gross pay of the month ${yuan(gross).en} under ${quote(option.en)}${now.en}`,
      };
    }),
    "semicolon",
  );
}

/** Failed months in a row. */
export function sayRun(run: {
  readonly count: number;
  readonly months: readonly Month[];
  readonly lastAssessed: Month;
  readonly asOf: Month;
}): Both {
  const last = formatMonth(run.lastAssessed);
  const stand: Both =
    run.lastAssessed < run.asOf
      ? { zh: `（截至最近一次考核 ${last}）`, en: ` (as of the last assessment, ${last})` }
      : NOTHING;
  const months = run.months.map(formatMonth);
  return {
    zh: `${run.count === 1 ? "" : "连续 "}${run.count} 个月不及格：${list(months, "zh")}${stand.zh}`,
    en: `Failed ${counted(run.count, "month", "months in a row")}: ${list(months, "en")}${stand.en}`,
  };
}

export const PAY_PARTS: Readonly<Record<PayPart, Both>> = {
  base: { zh: "底薪", en: "Base pay" },
  commission: { zh: "提成", en: "Commission" },
  performance: { zh: "绩效工资", en: "Performance pay" },
  gross: { zh: "应发合计", en: "Gross pay" },
};

/** Allowances and deductions of the department's own: + 全勤奖 200元 − 社保 300元. */
function sayOwn(own: readonly { readonly heading: string; readonly amount: Fen }[]): Both {
  const parts = own.map(({ heading, amount }): Both => {
    const { zh, en } = yuan(fen(Math.abs(amount)));
    const sign = amount < 0 ? "−" : "+";
    return { zh: ` ${sign} ${heading} ${zh}`, en: ` ${sign} ${heading} ${en}` };
  });
  return joined(parts, "none");
}

type HowOf<K extends PayHow["kind"]> = Extract<PayHow, { readonly kind: K }>;

function sayCommission(how: HowOf<"commission">): Both {
  switch (how.mode) {
    case "none":
      return { zh: "这一级没有提成", en: "this level earns no commission" };
    case "whole":
      return {
        zh: `${yuan(how.sales).zh} × ${percent(how.rate)}`,
        en: `${yuan(how.sales).en} × ${percent(how.rate)}`,
      };
    case "fixed":
      return {
        zh: `${yuan(how.sales).zh} 所在档的固定金额`,
        en: `the fixed amount for ${yuan(how.sales).en}`,
      };
    case "marginal":
      return {
        zh: `${yuan(how.sales).zh} 分段累进，最高一段 ${percent(how.rate)}`,
        en: `${yuan(how.sales).en} slice by slice, the highest at ${percent(how.rate)}`,
      };
  }
}

function sayGross(how: HowOf<"gross">): Both {
  const [base, commission] = [yuan(how.base), yuan(how.commission)];
  const [performance, extra] = [yuan(how.performance), yuan(how.extra)];
  const own = sayOwn(how.own);
  const fines: Both =
    how.fines === 0
      ? NOTHING
      : { zh: ` − 罚款 ${yuan(how.fines).zh}`, en: ` − fines ${yuan(how.fines).en}` };
  return {
    zh: `底薪 ${base.zh} + 提成 ${commission.zh} + 绩效 ${performance.zh} + 额外奖励 ${extra.zh}${fines.zh}${own.zh}`,
    en: `base ${base.en} + commission ${commission.en} + performance ${performance.en} + extra ${extra.en}${fines.en}${own.en}`,
  };
}

/** How an amount of pay comes about. */
export function sayHow(how: PayHow): Both {
  switch (how.kind) {
    case "base":
      return { zh: `${how.level.zh}的底薪`, en: `base pay of ${how.level.en}` };
    case "commission":
      return sayCommission(how);
    case "performance": {
      if (how.score === null)
        return { zh: "这一级没有绩效工资", en: "this level earns no performance pay" };
      const rest = ` × ${percent(how.rate)} × ${formatPoints(how.score)}${how.raw ? "" : " ÷ 100"}`;
      return { zh: `${yuan(how.base).zh}${rest}`, en: `${yuan(how.base).en}${rest}` };
    }
    case "gross":
      return sayGross(how);
  }
}
