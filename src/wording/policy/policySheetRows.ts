import type { SheetFacts } from "../../views";
import { formatMonth, formatPoints } from "../../units";
import type { Both } from "../language";
import { agree, alike, counted, joined, listed, NOTHING, quote } from "../say";
import { tierChinese, tierSaid } from "../tiers";
import { sayPercent, yuanSaid } from "./fieldValues";
import { optionSaid } from "./policyFields";

type FactsOf<K extends SheetFacts["kind"]> = Extract<SheetFacts, { readonly kind: K }>;

const step = ({ from, to }: { readonly from: Both; readonly to: Both }): Both => ({
  zh: `${from.zh} → ${to.zh}`,
  en: `${from.en} → ${to.en}`,
});

function band(facts: FactsOf<"tier">["band"]): string {
  const open = facts.fromInclusive ? "≥" : ">";
  const close = facts.toInclusive ? "≤" : "<";
  return `${open} ${formatPoints(facts.from)}, ${close} ${formatPoints(facts.to)}`;
}

function about(facts: FactsOf<"about">): readonly Both[] {
  const notStated: Both = { zh: "未写明", en: "not stated" };
  const textOf = (text: string | null): Both => (text === null ? notStated : alike(text));
  switch (facts.of) {
    case "month":
      return [{ zh: "月份", en: "Month" }, alike(formatMonth(facts.month))];
    case "version": {
      const name: Both =
        facts.name === "" && facts.isBuiltIn
          ? { zh: "原制度", en: "original policy" }
          : alike(facts.name);
      const from: Both =
        facts.from === null
          ? NOTHING
          : { zh: `${formatMonth(facts.from)} 起`, en: `from ${formatMonth(facts.from)}` };
      const parts = [name, from].filter(({ zh }) => zh !== "");
      return [{ zh: "版本", en: "Version" }, joined(parts, "comma")];
    }
    case "issuer":
      return [{ zh: "发布人", en: "Issuer" }, textOf(facts.text)];
    case "effectiveFrom":
      return [{ zh: "生效日期", en: "Effective from" }, textOf(facts.text)];
  }
}

function rule(facts: FactsOf<"rule">): readonly Both[] {
  const { rule: scores } = facts;
  if (scores === null) return [step(facts), { zh: "没有成绩条件", en: "no score criteria" }];
  const { inner, window } = scores;
  const bound: Both =
    scores.tierBound === "exactly"
      ? { zh: "恰好", en: "exactly" }
      : { zh: "不低于", en: "at least" };
  const innerBound: Both =
    inner?.bound === "exactly" ? { zh: "恰好", en: "exactly" } : { zh: "至少", en: "at least" };
  return [
    step(facts),
    {
      zh: `连续 ${scores.streakMonths} 个月${bound.zh}${tierChinese(scores.worstTier)}`,
      en: `${counted(scores.streakMonths, "month", "months in a row")}, ${bound.en} tier ${scores.worstTier}`,
    },
    window === null
      ? NOTHING
      : {
          zh: `${window.months} 个月内不低于${tierChinese(window.worstTier)}`,
          en: `none below tier ${window.worstTier} in ${counted(window.months, "month")}`,
        },
    inner === null
      ? NOTHING
      : {
          zh: `其中${innerBound.zh} ${inner.months} 个月达到${tierChinese(inner.tier)}`,
          en: `${innerBound.en} ${inner.months} of them in tier ${inner.tier}`,
        },
  ];
}

function ruleNote({ promotion }: FactsOf<"ruleNote">): Both {
  const anchor = optionSaid("streakAnchor", promotion.streakAnchor);
  const kind = optionSaid("windowKind", promotion.windowKind);
  const history = optionSaid("windowHistory", promotion.windowHistory);
  const missing = optionSaid("missingMonth", promotion.missingMonth);
  const leave = optionSaid("statutoryLeave", promotion.statutoryLeave);
  const scope = optionSaid("streakScope", promotion.streakScope);
  return {
    zh: `连续期取${anchor.zh}；窗口为${kind.zh}，${history.zh}；缺考月${missing.zh}，法定假期月${leave.zh}，升级前的月份${scope.zh}。`,
    en: `Run: ${anchor.en}. Window: ${kind.en}; ${history.en}. Months without a score: ${missing.en}; statutory leave: ${leave.en}; months before the last promotion: ${scope.en}.`,
  };
}

function review({ review: by, upTo }: FactsOf<"review">): readonly Both[] {
  const failing: Both =
    by.definition === "below"
      ? {
          zh: `低于 ${formatPoints(by.failBelow)} 分`,
          en: `below ${formatPoints(by.failBelow)}`,
        }
      : { zh: `落入${tierChinese(by.failTier)}`, en: `in tier ${by.failTier}` };
  const whom: Both =
    upTo === null
      ? { zh: "所有级别", en: "all levels" }
      : { zh: `${upTo.zh}及以下`, en: `levels up to ${upTo.en}` };
  const noun: Both =
    by.basis === "months" ? { zh: "个月", en: "month" } : { zh: "次考评", en: "assessment" };
  const failed = counted(by.streak, `failed ${noun.en}`, `failed ${noun.en}s in a row`);
  return [
    { zh: "绩效复核", en: "Performance review" },
    {
      zh: `连续 ${by.streak} ${noun.zh}不及格（${failing.zh}）的，由人复核；适用${whom.zh}`,
      en: `${failed} (${failing.en}) ${agree(by.streak, "is", "are")} reviewed by a person; ${whom.en}`,
    },
  ];
}

function complaints({ fines }: FactsOf<"complaints">): readonly Both[] {
  const [first, two] = [yuanSaid(fines.firstComplaint), yuanSaid(fines.twoComplaints)];
  const further = optionSaid("furtherComplaints", fines.furtherComplaints);
  const from = fines.separationReviewFrom;
  return [
    { zh: "投诉", en: "Complaints" },
    {
      zh: `一个自然月内第一次 ${first.zh}，两次共 ${two.zh}，第三次起${further.zh}；${from} 次起由人复核`,
      en: `in a calendar month the first ${first.en}, two together ${two.en}; from the third: ${further.en.toLowerCase()}; from ${from} on a person reviews`,
    },
  ];
}

function leaves({ fines }: FactsOf<"leaves">): readonly Both[] {
  const bound: Both =
    fines.leaveBound === "over" ? { zh: "超过", en: "more than" } : { zh: "达到", en: "at least" };
  const loss: Both = fines.leaveNeedsLoss
    ? { zh: "并流失客户", en: " and customers lost" }
    : NOTHING;
  const fine = yuanSaid(fines.leave);
  return [
    { zh: "离岗", en: "Leaving the post" },
    {
      zh: `未经批准离岗${bound.zh} ${fines.leaveMinutes} 分钟${loss.zh}的，每次 ${fine.zh}`,
      en: `unapproved, ${bound.en} ${counted(fines.leaveMinutes, "minute")}${loss.en}: ${fine.en} each time`,
    },
  ];
}

const computed: Both = { zh: "计算方法", en: "How it is computed" };

/** The cells of a row of the policy sheet. */
export function policyCells(facts: SheetFacts): readonly Both[] {
  switch (facts.kind) {
    case "about":
      return about(facts);
    case "level":
      return [
        facts.level,
        listed(facts.aliases.map(alike)),
        facts.base === null ? { zh: "待确认", en: "to be decided" } : yuanSaid(facts.base),
        facts.variablePay ? { zh: "有", en: "yes" } : { zh: "没有", en: "no" },
      ];
    case "tier":
      return [
        tierSaid(facts.band.tier),
        alike(band(facts.band)),
        alike(sayPercent(facts.band.rate)),
        facts.refused
          ? {
              zh: "分界未定，分界处的分数不计算",
              en: "a limit is unsettled; scores at it are not computed",
            }
          : NOTHING,
      ];
    case "performanceNote":
      return [
        computed,
        facts.scoreInPay === "fraction"
          ? { zh: "底薪 × 比例 × 分数 ÷ 100", en: "base × rate × score ÷ 100" }
          : { zh: "底薪 × 比例 × 分数", en: "base × rate × score" },
        optionSaid("scoreRounding", facts.rounding),
      ];
    case "commission": {
      const [from, below] = [yuanSaid(facts.from ?? 0), yuanSaid(facts.below ?? 0)];
      return [
        facts.from === null
          ? { zh: "未到门槛", en: "below the first" }
          : { zh: `满 ${from.zh}`, en: `from ${from.en}` },
        facts.below === null
          ? { zh: "以上不封顶", en: "and more" }
          : { zh: `不满 ${below.zh}`, en: `below ${below.en}` },
        facts.fixed === null ? alike(sayPercent(facts.rate)) : yuanSaid(facts.fixed),
      ];
    }
    case "commissionNote":
      return [computed, optionSaid("commissionMode", facts.mode)];
    case "rule":
      return rule(facts);
    case "ruleNote":
      return [{ zh: "说明", en: "Note" }, ruleNote(facts)];
    case "step": {
      const { label, clauses, passMark } = facts.step;
      return [
        step(facts),
        { zh: `${facts.number}. ${label.zh}`, en: `${facts.number}. ${label.en}` },
        listed(clauses.map(alike)),
        passMark === null ? NOTHING : { zh: `${passMark} 分`, en: counted(passMark, "point") },
      ];
    }
    case "review":
      return review(facts);
    case "complaints":
      return complaints(facts);
    case "leaves":
      return leaves(facts);
    case "netted":
      return [
        { zh: "罚款怎么处理", en: "What becomes of fines" },
        facts.netted
          ? { zh: "从应发工资里扣", en: "taken from gross pay" }
          : { zh: "只列出，不从工资里扣", en: "listed, not taken from pay" },
      ];
    case "probation":
      return [
        { zh: "试用期", en: "Probation" },
        {
          zh: `${facts.level.zh}最长 ${facts.months} 个月`,
          en: `${facts.level.en}: ${counted(facts.months, "month")} at most`,
        },
      ];
    case "minimumWage":
      return [
        { zh: "当地最低工资", en: "Local minimum wage" },
        facts.amount === null ? { zh: "未填写", en: "not set" } : yuanSaid(facts.amount),
      ];
    case "words":
      return [
        facts.of === "leave"
          ? { zh: "表示法定假期的词", en: "Words for statutory leave" }
          : { zh: "表示未考核的其他词", en: "Other words for not assessed" },
        alike(facts.words.join("  ")),
      ];
    default:
      return readingCells(facts);
  }
}

function readingCells(facts: FactsOf<"decided" | "undecided" | "open">): readonly Both[] {
  switch (facts.kind) {
    case "decided":
      return [
        facts.title,
        facts.option,
        facts.from === null
          ? { zh: "所有月份", en: "every month" }
          : { zh: `${formatMonth(facts.from)} 起`, en: `from ${formatMonth(facts.from)}` },
        facts.note === "" ? (facts.why ?? NOTHING) : alike(facts.note),
      ];
    case "undecided":
      return [
        facts.title,
        facts.option === null
          ? { zh: "确认之前不计算", en: "nothing is computed before" }
          : { zh: `暂按${quote(facts.option.zh)}`, en: `meanwhile ${quote(facts.option.en)}` },
      ];
    case "open":
      return [facts.title, facts.question, joined(facts.options, "semicolon"), facts.why];
  }
}
