import type {
  BlockingLine,
  EffectKind,
  ExampleLine,
  ExampleMonth,
  Exposure,
  OptionOutcome,
} from "../../views";
import {
  fen,
  formatMonth,
  formatPoints,
  formatYuan,
  pointsFromScore,
  type Fen,
  type Score,
} from "../../units";
import type { Both, Language } from "../language";
import { sayTierNumber } from "./policyFields";
import { agree, counted, list } from "../say";

const money = (amount: number, language: Language): string =>
  ({ zh: `${formatYuan(fen(amount))} 元`, en: `${formatYuan(fen(amount))} yuan` })[language];

const points = (score: Score): string =>
  `${formatPoints(score)} ${agree(pointsFromScore(score), "point", "points")}`;

const kinds: Readonly<Record<EffectKind, Readonly<Record<Language, string>>>> = {
  pay: { zh: "工资", en: "pay" },
  tier: { zh: "等级", en: "tier" },
  promotion: { zh: "晋升", en: "promotion" },
  review: { zh: "绩效复核", en: "performance review" },
  fine: { zh: "罚款", en: "fines" },
};

/** 若按“20%”：当月多付 1,234.50 元，涉及 3 人（工资 3 人）; what no option changes is said so. */
export function sayOptionOutcome(
  {
    label,
    people,
    kinds: counts,
    difference,
    newlyPaid,
    notPaid,
  }: OptionOutcome & {
    readonly label: Readonly<Record<Language, string>>;
  },
  language: Language,
): string {
  if (people === 0)
    return {
      zh: `若按“${label.zh}”：当月没有变化`,
      en: `With “${label.en}”: nothing changes this month`,
    }[language];
  const parts: string[] = [];
  if (difference !== 0)
    parts.push(
      {
        zh: `当月${difference > 0 ? "多" : "少"}付 ${money(Math.abs(difference), language)}`,
        en: `${money(Math.abs(difference), language)} ${difference > 0 ? "more" : "less"} this month`,
      }[language],
    );
  if (newlyPaid.people > 0)
    parts.push(
      {
        zh: `${newlyPaid.people} 人可以算出工资，共 ${money(newlyPaid.amount, language)}`,
        en: `pay of ${counted(newlyPaid.people, "person", "people")} can be computed, ${money(newlyPaid.amount, language)} in all`,
      }[language],
    );
  if (notPaid.people > 0)
    parts.push(
      {
        zh: `${notPaid.people} 人（现共 ${money(notPaid.amount, language)}）算不出工资`,
        en: `pay of ${counted(notPaid.people, "person", "people")} (now ${money(notPaid.amount, language)}) can no longer be computed`,
      }[language],
    );
  if (parts.length === 0)
    parts.push({ zh: "应发总额不变", en: "total pay stays the same" }[language]);
  const changed = Object.entries(counts).flatMap(([kind, count]) =>
    count > 0 && isKind(kind)
      ? [{ zh: `${kinds[kind].zh} ${count} 人`, en: `${kinds[kind].en} ${count}` }[language]]
      : [],
  );
  return {
    zh: `若按“${label.zh}”：${parts.join("，")}，涉及 ${people} 人（${changed.join("、")}）`,
    en: `With “${label.en}”: ${parts.join(", ")}; concerns ${counted(people, "person", "people")} (${changed.join(", ")})`,
  }[language];
}

function isKind(kind: string): kind is EffectKind {
  return Object.hasOwn(kinds, kind);
}

/** The exposure at the top of the page. */
export function sayExposure(
  { exposure, people, notCounted }: Exposure,
  language: Language,
): string {
  const left =
    notCounted === 0
      ? ""
      : {
          zh: `；另有 ${notCounted} 人的工资算不全，未计入`,
          en: `; ${counted(notCounted, "person whose pay cannot be told on both sides is", "people whose pay cannot be told on both sides are")} left out`,
        }[language];
  return {
    zh:
      exposure < 0
        ? `若都按对员工有利的口径，当月会少付 ${money(Math.abs(exposure), language)}（${people} 人）${left}`
        : `若都按对员工有利的口径，当月要多付 ${money(exposure, language)}（${people} 人）${left}`,
    en:
      exposure < 0
        ? `Under the readings that favour employees the month would cost ${money(Math.abs(exposure), language)} less (${counted(people, "person", "people")})${left}`
        : `Under the readings that favour employees the month would cost ${money(exposure, language)} more (${counted(people, "person", "people")})${left}`,
  }[language];
}

/** A blocking reading that is undecided: both amounts, outside of the exposure. */
export function sayBlockingLine(
  { title, people, options }: BlockingLine,
  language: Language,
): string {
  const amounts = options.map(
    ({ label, payroll }) =>
      ({
        zh: `按“${label.zh}”共 ${money(payroll, language)}`,
        en: `${money(payroll, language)} with “${label.en}”`,
      })[language],
  );
  return {
    zh: `“${title.zh}”尚未确认，${people} 人的工资未计入：${amounts.join("，")}`,
    en: `“${title.en}” is undecided; pay not counted of ${counted(people, "person", "people")}: ${amounts.join(", ")}`,
  }[language];
}

function sayMonths(months: readonly ExampleMonth[], language: Language): string {
  const none: Both = { zh: "缺考", en: "no score" };
  const onLeave: Both = { zh: "法定假期", en: "leave" };
  const said = months.map(({ month, score, leave }) => {
    const what = score === null ? (leave ? onLeave : none)[language] : formatPoints(score);
    return month === null ? what : `${formatMonth(month)} ${what}`;
  });
  return list(said, language);
}

const refused: Readonly<Record<Language, string>> = { zh: "不计算", en: "not computed" };
const orRefused = (amount: Fen | null, language: Language): string =>
  amount === null ? refused[language] : money(amount, language);

/** One line of a worked example. */
export function sayExample(line: ExampleLine, language: Language): string {
  switch (line.kind) {
    case "base":
      return {
        zh: `${line.level.zh}底薪：${orRefused(line.amount, language)}`,
        en: `Base salary of ${line.level.en}: ${orRefused(line.amount, language)}`,
      }[language];
    case "commission":
      return {
        zh: `销售额 ${money(line.sales, language)}：提成 ${money(line.amount, language)}`,
        en: `Sales of ${money(line.sales, language)}: commission ${money(line.amount, language)}`,
      }[language];
    case "performance":
      return {
        zh: `${line.level.zh} ${formatPoints(line.score)} 分：绩效工资 ${orRefused(line.amount, language)}`,
        en: `${line.level.en}, ${points(line.score)}: performance pay ${orRefused(line.amount, language)}`,
      }[language];
    case "gross":
      return {
        zh: `${line.level.zh}，销售额 ${money(line.sales, language)}、${formatPoints(line.score)} 分：应发 ${orRefused(line.amount, language)}`,
        en: `${line.level.en}, sales ${money(line.sales, language)}, ${points(line.score)}: gross pay ${orRefused(line.amount, language)}`,
      }[language];
    case "tier": {
      const tier =
        line.tier === null
          ? { zh: "不归级", en: "no tier" }[language]
          : sayTierNumber(line.tier, language);
      return {
        zh: `${formatPoints(line.score)} 分：${tier}`,
        en: `${points(line.score)}: ${tier}`,
      }[language];
    }
    case "promotion":
      return sayPromotion(line, language);
    case "review":
      return {
        zh: `${line.level.zh}，各月 ${sayMonths(line.months, language)}：${reviewZh(line)}`,
        en: `${line.level.en}, months ${sayMonths(line.months, language)}: ${reviewEn(line)}`,
      }[language];
    case "complaints": {
      const fine = orRefused(line.amount, language);
      return {
        zh: `当月投诉 ${line.complaints} 次：罚款 ${fine}${line.separationReview ? "，须人工复核" : ""}`,
        en: `${counted(line.complaints, "complaint")} in a month: fine ${fine}${line.separationReview ? ", a person reviews" : ""}`,
      }[language];
    }
    case "leave":
      return {
        zh: `未请示离岗 ${line.minutes} 分钟，${line.customersLost ? "有" : "没有"}流失客户：罚款 ${money(line.amount, language)}`,
        en: `${counted(line.minutes, "minute")} away without approval, ${line.customersLost ? "customers" : "no customers"} lost: fine ${money(line.amount, language)}`,
      }[language];
    case "netted":
      return {
        zh: `应发 ${money(line.gross, language)}、投诉 ${line.complaints} 次（罚款 ${money(line.fine, language)}）：发 ${money(line.paid, language)}`,
        en: `Gross pay ${money(line.gross, language)}, ${counted(line.complaints, "complaint")} (fine ${money(line.fine, language)}): paid ${money(line.paid, language)}`,
      }[language];
  }
}

type OfKind<K extends ExampleLine["kind"]> = Extract<ExampleLine, { readonly kind: K }>;

function sayPromotion(line: OfKind<"promotion">, language: Language): string {
  const since =
    line.sincePromotion === null
      ? ""
      : {
          zh: `（最近 ${line.sincePromotion} 个月在现级别）`,
          en: ` (the last ${counted(line.sincePromotion, "month")} in the present level)`,
        }[language];
  const months = sayMonths(line.months, language);
  return {
    zh: `${line.from.zh}，各月 ${months}${since}：${statusZh(line)}`,
    en: `${line.from.en}, months ${months}${since}: ${statusEn(line)}`,
  }[language];
}

function statusZh({ status, monthsShort, to }: OfKind<"promotion">): string {
  switch (status) {
    case "eligible":
      return `${to.zh}成绩达标`;
    case "not_yet":
      return monthsShort === null
        ? `${to.zh}成绩未达标`
        : `最快还需 ${monthsShort} 个月达到${to.zh}`;
    case "missing_data":
      return "缺成绩，补录后再判断";
    case "no_data":
      return "无成绩";
    case null:
      return refused.zh;
  }
}

function statusEn({ status, monthsShort, to }: OfKind<"promotion">): string {
  switch (status) {
    case "eligible":
      return `scores reach ${to.en}`;
    case "not_yet":
      return monthsShort === null
        ? `scores do not reach ${to.en}`
        : `${counted(monthsShort, "more month")} at best to ${to.en}`;
    case "missing_data":
      return "a score is missing, judged once it is there";
    case "no_data":
      return "no scores";
    case null:
      return refused.en;
  }
}

function reviewZh({ result, count, limit }: OfKind<"review">): string {
  switch (result) {
    case "dismissal_review":
      return "绩效复核";
    case "at_risk":
      return `预警 ${Math.min(count, limit)}/${limit}`;
    case "ok":
      return "正常";
    case "no_data":
      return "无成绩";
    case "excluded":
      return refused.zh;
  }
}

function reviewEn({ result, count, limit }: OfKind<"review">): string {
  switch (result) {
    case "dismissal_review":
      return "performance review";
    case "at_risk":
      return `warning ${Math.min(count, limit)}/${limit}`;
    case "ok":
      return "fine";
    case "no_data":
      return "no scores";
    case "excluded":
      return refused.en;
  }
}
