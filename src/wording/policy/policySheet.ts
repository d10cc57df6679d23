import type { PolicySheet, SheetFacts, SheetSectionId } from "../../views";
import { formatMonth, formatPoints } from "../../units";
import { tierChinese } from "../tiers";
import type { Language } from "../language";
import { sayFieldOption, sayPercent, sayTierNumber, sayYuan } from "./policyFields";
import { agree, counted } from "../say";

export interface SheetRow {
  readonly kind: "title" | "heading" | "columns" | "row";
  /** As many as the sheet has columns; "" leaves a cell empty. */
  readonly cells: readonly string[];
  /** A new page starts with this row when printed. */
  readonly breakBefore: boolean;
}

/** The sheet's name and its rows, ready to be written. */
export interface PolicySheetSaid {
  readonly name: string;
  readonly rows: readonly SheetRow[];
}

type Both = Readonly<Record<Language, string>>;

const names: Both = { zh: "制度说明", en: "Policy" };

const headings: Readonly<Record<SheetSectionId, Both>> = {
  about: { zh: "适用范围", en: "What this describes" },
  levels: { zh: "级别和底薪", en: "Levels and base salaries" },
  tiers: { zh: "绩效等级和绩效工资", en: "Score tiers and performance pay" },
  commission: { zh: "销售提成", en: "Commission" },
  rules: { zh: "晋升的成绩条件", en: "Scores needed for a promotion" },
  steps: { zh: "晋升的确认和步骤", en: "Attestations and steps of a promotion" },
  discipline: { zh: "复核、罚款和试用期", en: "Reviews, fines and probation" },
  words: { zh: "成绩栏里的词和最低工资", en: "Words in score cells, minimum wage" },
  decided: { zh: "已确认的口径", en: "Readings decided" },
  undecided: { zh: "尚未确认的口径", en: "Readings still undecided" },
  open: { zh: "待确认的问题", en: "Open questions" },
};

const columns: Readonly<Record<SheetSectionId, Readonly<Record<Language, readonly string[]>>>> = {
  about: { zh: ["项目", "内容"], en: ["Item", "Content"] },
  levels: {
    zh: ["级别", "别名", "底薪", "提成和绩效工资"],
    en: ["Level", "Other names", "Base salary", "Commission and performance pay"],
  },
  tiers: {
    zh: ["等级", "分数", "绩效工资比例", "说明"],
    en: ["Tier", "Scores", "Performance rate", "Note"],
  },
  commission: {
    zh: ["当月销售额", "上限", "提成", "说明"],
    en: ["Sales of the month", "Up to", "Commission", "Note"],
  },
  rules: {
    zh: ["晋升", "连续月份", "考核窗口", "其他条件"],
    en: ["Promotion", "Months in a row", "Window", "Also needed"],
  },
  steps: {
    zh: ["晋升", "步骤", "条款", "通过标准"],
    en: ["Promotion", "Step", "Clauses", "Pass mark"],
  },
  discipline: { zh: ["项目", "规定"], en: ["Item", "Rule"] },
  words: { zh: ["项目", "内容"], en: ["Item", "Content"] },
  decided: {
    zh: ["口径", "决定", "适用", "理由"],
    en: ["Reading", "Decision", "Holds", "Reason"],
  },
  undecided: { zh: ["口径", "暂用"], en: ["Reading", "Used meanwhile"] },
  open: {
    zh: ["口径", "问题", "选项", "我们的建议"],
    en: ["Reading", "Question", "Options", "Our advice"],
  },
};

/** The sheet to hand round, in one language: a title, and each section with its heading and columns. */
export function sayPolicySheet(sheet: PolicySheet, language: Language): PolicySheetSaid {
  const width = sheet.page.columnWidths.length;
  const row = (
    kind: SheetRow["kind"],
    texts: readonly string[],
    breakBefore = false,
  ): SheetRow => ({
    kind,
    cells: Array.from({ length: width }, (_, index) => texts[index] ?? ""),
    breakBefore,
  });
  return {
    name: names[language],
    rows: [
      row("title", [names[language]]),
      ...sheet.sections.flatMap((section) => [
        row("heading", [headings[section.id][language]], section.breakBefore),
        row("columns", columns[section.id][language]),
        ...section.rows.map((facts) =>
          row("row", { zh: chinese(facts), en: english(facts) }[language]),
        ),
      ]),
    ],
  };
}

function band(facts: Extract<SheetFacts, { readonly kind: "tier" }>["band"]): string {
  const open = facts.fromInclusive ? "≥" : ">";
  const close = facts.toInclusive ? "≤" : "<";
  return `${open} ${formatPoints(facts.from)}, ${close} ${formatPoints(facts.to)}`;
}

type RuleFacts = Extract<SheetFacts, { readonly kind: "rule" }>;

function ruleZh({ from, to, rule }: RuleFacts): readonly string[] {
  const step = `${from.zh} → ${to.zh}`;
  if (rule === null) return [step, "没有成绩条件"];
  const bound = rule.tierBound === "exactly" ? "恰好" : "不低于";
  const { inner, window } = rule;
  return [
    step,
    `连续 ${rule.streakMonths} 个月${bound}${tierChinese(rule.worstTier)}`,
    window === null ? "" : `${window.months} 个月内不低于${tierChinese(window.worstTier)}`,
    inner === null
      ? ""
      : `其中${inner.bound === "exactly" ? "恰好" : "至少"} ${inner.months} 个月达到${tierChinese(inner.tier)}`,
  ];
}

function ruleEn({ from, to, rule }: RuleFacts): readonly string[] {
  const step = `${from.en} → ${to.en}`;
  if (rule === null) return [step, "no score criteria"];
  const { inner, window } = rule;
  return [
    step,
    `${counted(rule.streakMonths, "month")}${rule.streakMonths === 1 ? "" : " in a row"}, ${rule.tierBound === "exactly" ? "exactly" : "at least"} tier ${rule.worstTier}`,
    window === null
      ? ""
      : `none below tier ${window.worstTier} in ${counted(window.months, "month")}`,
    inner === null
      ? ""
      : `${inner.bound === "exactly" ? "exactly" : "at least"} ${inner.months} of them in tier ${inner.tier}`,
  ];
}

type NoteFacts = Extract<SheetFacts, { readonly kind: "ruleNote" }>["promotion"];

function ruleNote(promotion: NoteFacts, language: Language): string {
  const parts = [
    sayFieldOption("streakAnchor", promotion.streakAnchor, language),
    sayFieldOption("windowKind", promotion.windowKind, language),
    sayFieldOption("windowHistory", promotion.windowHistory, language),
  ];
  return {
    zh: `连续期取${parts[0]}；窗口为${parts[1]}，${parts[2]}；缺考月${sayFieldOption("missingMonth", promotion.missingMonth, "zh")}，法定假期月${sayFieldOption("statutoryLeave", promotion.statutoryLeave, "zh")}，升级前的月份${sayFieldOption("streakScope", promotion.streakScope, "zh")}。`,
    en: `Run: ${parts[0]}. Window: ${parts[1]}; ${parts[2]}. Months without a score: ${sayFieldOption("missingMonth", promotion.missingMonth, "en")}; statutory leave: ${sayFieldOption("statutoryLeave", promotion.statutoryLeave, "en")}; months before the last promotion: ${sayFieldOption("streakScope", promotion.streakScope, "en")}.`,
  }[language];
}

function chinese(facts: SheetFacts): readonly string[] {
  switch (facts.kind) {
    case "about":
      return aboutZh(facts);
    case "level":
      return [
        facts.level.zh,
        facts.aliases.join("、"),
        facts.base === null ? "待确认" : sayYuan(facts.base, "zh"),
        facts.variablePay ? "有" : "没有",
      ];
    case "tier":
      return [
        tierChinese(facts.band.tier),
        band(facts.band),
        sayPercent(facts.band.rate),
        facts.refused ? "分界未定，分界处的分数不计算" : "",
      ];
    case "performanceNote":
      return [
        "计算方法",
        facts.scoreInPay === "fraction" ? "底薪 × 比例 × 分数 ÷ 100" : "底薪 × 比例 × 分数",
        sayFieldOption("scoreRounding", facts.rounding, "zh"),
      ];
    case "commission":
      return [
        facts.from === null ? "未到门槛" : `满 ${sayYuan(facts.from, "zh")}`,
        facts.below === null ? "以上不封顶" : `不满 ${sayYuan(facts.below, "zh")}`,
        facts.fixed === null ? sayPercent(facts.rate) : sayYuan(facts.fixed, "zh"),
      ];
    case "commissionNote":
      return ["计算方法", sayFieldOption("commissionMode", facts.mode, "zh")];
    case "rule":
      return ruleZh(facts);
    case "ruleNote":
      return ["说明", ruleNote(facts.promotion, "zh")];
    case "step":
      return [
        `${facts.from.zh} → ${facts.to.zh}`,
        `${facts.number}. ${facts.step.label.zh}`,
        facts.step.clauses.join("、"),
        facts.step.passMark === null ? "" : `${facts.step.passMark} 分`,
      ];
    case "review": {
      const { review, upTo } = facts;
      const failing =
        review.definition === "below"
          ? `低于 ${formatPoints(review.failBelow)} 分`
          : `落入${tierChinese(review.failTier)}`;
      const whom = upTo === null ? "所有级别" : `${upTo.zh}及以下`;
      const counted = review.basis === "months" ? "个月" : "次考评";
      return [
        "绩效复核",
        `连续 ${review.streak} ${counted}不及格（${failing}）的，由人复核；适用${whom}`,
      ];
    }
    case "complaints": {
      const { fines } = facts;
      return [
        "投诉",
        `一个自然月内第一次 ${sayYuan(fines.firstComplaint, "zh")}，两次共 ${sayYuan(fines.twoComplaints, "zh")}，第三次起${sayFieldOption("furtherComplaints", fines.furtherComplaints, "zh")}；${fines.separationReviewFrom} 次起由人复核`,
      ];
    }
    case "leaves": {
      const { fines } = facts;
      return [
        "离岗",
        `未经批准离岗${fines.leaveBound === "over" ? "超过" : "达到"} ${fines.leaveMinutes} 分钟${fines.leaveNeedsLoss ? "并流失客户" : ""}的，每次 ${sayYuan(fines.leave, "zh")}`,
      ];
    }
    case "netted":
      return ["罚款怎么处理", facts.netted ? "从应发工资里扣" : "只列出，不从工资里扣"];
    case "probation":
      return ["试用期", `${facts.level.zh}最长 ${facts.months} 个月`];
    case "minimumWage":
      return ["当地最低工资", facts.amount === null ? "未填写" : sayYuan(facts.amount, "zh")];
    case "words":
      return [
        facts.of === "leave" ? "表示法定假期的词" : "表示未考核的其他词",
        facts.words.join("  "),
      ];
    case "decided":
      return [
        facts.title.zh,
        facts.option.zh,
        facts.from === null ? "所有月份" : `${formatMonth(facts.from)} 起`,
        facts.note === "" ? (facts.why?.zh ?? "") : facts.note,
      ];
    case "undecided":
      return [
        facts.title.zh,
        facts.option === null ? "确认之前不计算" : `暂按“${facts.option.zh}”`,
      ];
    case "open":
      return [
        facts.title.zh,
        facts.question.zh,
        facts.options.map(({ zh }) => zh).join("；"),
        facts.why.zh,
      ];
  }
}

function aboutZh(facts: Extract<SheetFacts, { readonly kind: "about" }>): readonly string[] {
  switch (facts.of) {
    case "month":
      return ["月份", formatMonth(facts.month)];
    case "version": {
      const name = facts.name === "" && facts.isBuiltIn ? "原制度" : facts.name;
      const from = facts.from === null ? "" : `${formatMonth(facts.from)} 起`;
      return ["版本", [name, from].filter((part) => part !== "").join("，")];
    }
    case "issuer":
      return ["发布人", facts.text ?? "未写明"];
    case "effectiveFrom":
      return ["生效日期", facts.text ?? "未写明"];
  }
}

function english(facts: SheetFacts): readonly string[] {
  switch (facts.kind) {
    case "about":
      return aboutEn(facts);
    case "level":
      return [
        facts.level.en,
        facts.aliases.join(", "),
        facts.base === null ? "to be decided" : sayYuan(facts.base, "en"),
        facts.variablePay ? "yes" : "no",
      ];
    case "tier":
      return [
        sayTierNumber(facts.band.tier, "en"),
        band(facts.band),
        sayPercent(facts.band.rate),
        facts.refused ? "a limit is unsettled; scores at it are not computed" : "",
      ];
    case "performanceNote":
      return [
        "How it is computed",
        facts.scoreInPay === "fraction" ? "base × rate × score ÷ 100" : "base × rate × score",
        sayFieldOption("scoreRounding", facts.rounding, "en"),
      ];
    case "commission":
      return [
        facts.from === null ? "below the first" : `from ${sayYuan(facts.from, "en")}`,
        facts.below === null ? "and more" : `below ${sayYuan(facts.below, "en")}`,
        facts.fixed === null ? sayPercent(facts.rate) : sayYuan(facts.fixed, "en"),
      ];
    case "commissionNote":
      return ["How it is computed", sayFieldOption("commissionMode", facts.mode, "en")];
    case "rule":
      return ruleEn(facts);
    case "ruleNote":
      return ["Note", ruleNote(facts.promotion, "en")];
    case "step":
      return [
        `${facts.from.en} → ${facts.to.en}`,
        `${facts.number}. ${facts.step.label.en}`,
        facts.step.clauses.join(", "),
        facts.step.passMark === null ? "" : counted(facts.step.passMark, "point"),
      ];
    case "review": {
      const { review, upTo } = facts;
      const failing =
        review.definition === "below"
          ? `below ${formatPoints(review.failBelow)}`
          : `in tier ${review.failTier}`;
      const whom = upTo === null ? "all levels" : `levels up to ${upTo.en}`;
      const noun = review.basis === "months" ? "month" : "assessment";
      return [
        "Performance review",
        `${counted(review.streak, `failed ${noun}`)}${review.streak === 1 ? "" : " in a row"} (${failing}) ${agree(review.streak, "is", "are")} reviewed by a person; ${whom}`,
      ];
    }
    case "complaints": {
      const { fines } = facts;
      return [
        "Complaints",
        `in a calendar month the first ${sayYuan(fines.firstComplaint, "en")}, two together ${sayYuan(fines.twoComplaints, "en")}; from the third: ${sayFieldOption("furtherComplaints", fines.furtherComplaints, "en").toLowerCase()}; from ${fines.separationReviewFrom} on a person reviews`,
      ];
    }
    case "leaves": {
      const { fines } = facts;
      return [
        "Leaving the post",
        `unapproved, ${fines.leaveBound === "over" ? "more than" : "at least"} ${counted(fines.leaveMinutes, "minute")}${fines.leaveNeedsLoss ? " and customers lost" : ""}: ${sayYuan(fines.leave, "en")} each time`,
      ];
    }
    case "netted":
      return [
        "What becomes of fines",
        facts.netted ? "taken from gross pay" : "listed, not taken from pay",
      ];
    case "probation":
      return ["Probation", `${facts.level.en}: ${counted(facts.months, "month")} at most`];
    case "minimumWage":
      return [
        "Local minimum wage",
        facts.amount === null ? "not set" : sayYuan(facts.amount, "en"),
      ];
    case "words":
      return [
        facts.of === "leave" ? "Words for statutory leave" : "Other words for not assessed",
        facts.words.join("  "),
      ];
    case "decided":
      return [
        facts.title.en,
        facts.option.en,
        facts.from === null ? "every month" : `from ${formatMonth(facts.from)}`,
        facts.note === "" ? (facts.why?.en ?? "") : facts.note,
      ];
    case "undecided":
      return [
        facts.title.en,
        facts.option === null ? "nothing is computed before" : `meanwhile “${facts.option.en}”`,
      ];
    case "open":
      return [
        facts.title.en,
        facts.question.en,
        facts.options.map(({ en }) => en).join("; "),
        facts.why.en,
      ];
  }
}

function aboutEn(facts: Extract<SheetFacts, { readonly kind: "about" }>): readonly string[] {
  switch (facts.of) {
    case "month":
      return ["Month", formatMonth(facts.month)];
    case "version": {
      const name = facts.name === "" && facts.isBuiltIn ? "original policy" : facts.name;
      const from = facts.from === null ? "" : `from ${formatMonth(facts.from)}`;
      return ["Version", [name, from].filter((part) => part !== "").join(", ")];
    }
    case "issuer":
      return ["Issuer", facts.text ?? "not stated"];
    case "effectiveFrom":
      return ["Effective from", facts.text ?? "not stated"];
  }
}
