import type {
  BlockingLine,
  EffectKind,
  ExampleLine,
  ExampleMonth,
  Exposure,
  OptionOutcome,
} from "../../views";
import { fen, formatMonth, formatPoints, formatYuan, pointsFromScore, type Fen } from "../../units";
import type { Both, Language } from "../language";
import { agree, alike, bracketed, counted, joined, listed, NOTHING, quote, told } from "../say";
import { tierSaid } from "../tiers";

const money = (amount: number): Both => ({
  zh: `${formatYuan(fen(amount))} 元`,
  en: `${formatYuan(fen(amount))} yuan`,
});

const kinds: Readonly<Record<EffectKind, Both>> = {
  pay: { zh: "工资", en: "pay" },
  tier: { zh: "等级", en: "tier" },
  promotion: { zh: "晋升", en: "promotion" },
  review: { zh: "绩效复核", en: "performance review" },
  fine: { zh: "罚款", en: "fines" },
};

function isKind(kind: string): kind is EffectKind {
  return Object.hasOwn(kinds, kind);
}

/** How the payroll changes; that it stays the same is said, too. */
function payrollMoved({ difference, newlyPaid, notPaid }: OptionOutcome): Both {
  const moved = money(Math.abs(difference));
  const [paid, unpaid] = [money(newlyPaid.amount), money(notPaid.amount)];
  const parts = told([
    difference !== 0 && {
      zh: `当月${difference > 0 ? "多" : "少"}付 ${moved.zh}`,
      en: `${moved.en} ${difference > 0 ? "more" : "less"} this month`,
    },
    newlyPaid.people > 0 && {
      zh: `${newlyPaid.people} 人可以算出工资，共 ${paid.zh}`,
      en: `pay of ${counted(newlyPaid.people, "person", "people")} can be computed, ${paid.en} in all`,
    },
    notPaid.people > 0 && {
      zh: `${notPaid.people} 人（现共 ${unpaid.zh}）算不出工资`,
      en: `pay of ${counted(notPaid.people, "person", "people")} (now ${unpaid.en}) can no longer be computed`,
    },
  ]);
  return parts.length === 0
    ? { zh: "应发总额不变", en: "total pay stays the same" }
    : joined(parts, "comma");
}

/** 若按“20%”：当月多付 1,234.50 元，涉及 3 人（工资 3 人）; what no option changes is said so. */
export function sayOptionOutcome(
  outcome: OptionOutcome & { readonly label: Both },
  language: Language,
): string {
  const { label, people, kinds: counts } = outcome;
  if (people === 0)
    return {
      zh: `若按${quote(label.zh)}：当月没有变化`,
      en: `With ${quote(label.en)}: nothing changes this month`,
    }[language];
  const moved = payrollMoved(outcome);
  const changed = listed(
    Object.entries(counts).flatMap(([kind, count]) =>
      count > 0 && isKind(kind)
        ? [{ zh: `${kinds[kind].zh} ${count} 人`, en: `${kinds[kind].en} ${count}` }]
        : [],
    ),
  );
  return {
    zh: `若按${quote(label.zh)}：${moved.zh}，涉及 ${people} 人（${changed.zh}）`,
    en: `With ${quote(label.en)}: ${moved.en}; concerns ${counted(people, "person", "people")} (${changed.en})`,
  }[language];
}

/** The exposure at the top of the page. */
export function sayExposure(
  { exposure, people, notCounted }: Exposure,
  language: Language,
): string {
  const amount = money(Math.abs(exposure));
  const left: Both =
    notCounted === 0
      ? NOTHING
      : {
          zh: `；另有 ${notCounted} 人的工资算不全，未计入`,
          en: `; ${counted(notCounted, "person whose pay cannot be told on both sides is", "people whose pay cannot be told on both sides are")} left out`,
        };
  return {
    zh: `若都按对员工有利的口径，当月${exposure < 0 ? "会少" : "要多"}付 ${amount.zh}（${people} 人）${left.zh}`,
    en: `Under the readings that favour employees the month would cost ${amount.en} ${exposure < 0 ? "less" : "more"} (${counted(people, "person", "people")})${left.en}`,
  }[language];
}

/** A blocking reading that is undecided: both amounts, outside of the exposure. */
export function sayBlockingLine(
  { title, people, options }: BlockingLine,
  language: Language,
): string {
  const amounts = joined(
    options.map(({ label, payroll }) => ({
      zh: `按${quote(label.zh)}共 ${money(payroll).zh}`,
      en: `${money(payroll).en} with ${quote(label.en)}`,
    })),
    "comma",
  );
  return {
    zh: `${quote(title.zh)}尚未确认，${people} 人的工资未计入：${amounts.zh}`,
    en: `${quote(title.en)} is undecided; pay not counted of ${counted(people, "person", "people")}: ${amounts.en}`,
  }[language];
}

const noScore: Both = { zh: "缺考", en: "no score" };
const onLeave: Both = { zh: "法定假期", en: "leave" };

function monthsSaid(months: readonly ExampleMonth[]): Both {
  return listed(
    months.map(({ month, score, leave }) => {
      const { zh, en } = score === null ? (leave ? onLeave : noScore) : alike(formatPoints(score));
      const when = month === null ? "" : `${formatMonth(month)} `;
      return { zh: `${when}${zh}`, en: `${when}${en}` };
    }),
  );
}

const refused: Both = { zh: "不计算", en: "not computed" };
const orRefused = (amount: Fen | null): Both => (amount === null ? refused : money(amount));

/** One line of a worked example. */
export function sayExample(line: ExampleLine, language: Language): string {
  return exampleSaid(line)[language];
}

function exampleSaid(line: ExampleLine): Both {
  switch (line.kind) {
    case "base": {
      const amount = orRefused(line.amount);
      return {
        zh: `${line.level.zh}底薪：${amount.zh}`,
        en: `Base salary of ${line.level.en}: ${amount.en}`,
      };
    }
    case "commission": {
      const [sales, amount] = [money(line.sales), money(line.amount)];
      return {
        zh: `销售额 ${sales.zh}：提成 ${amount.zh}`,
        en: `Sales of ${sales.en}: commission ${amount.en}`,
      };
    }
    case "performance":
    case "gross":
    case "tier":
      return scoreExample(line);
    case "promotion":
      return promotionExample(line);
    case "review": {
      const [months, result] = [monthsSaid(line.months), reviewSaid(line)];
      return {
        zh: `${line.level.zh}，各月 ${months.zh}：${result.zh}`,
        en: `${line.level.en}, months ${months.en}: ${result.en}`,
      };
    }
    case "complaints":
    case "leave":
    case "netted":
      return fineExample(line);
  }
}

type OfKind<K extends ExampleLine["kind"]> = Extract<ExampleLine, { readonly kind: K }>;

function scoreExample(line: OfKind<"performance" | "gross" | "tier">): Both {
  const points = formatPoints(line.score);
  const noun = agree(pointsFromScore(line.score), "point", "points");
  switch (line.kind) {
    case "performance": {
      const amount = orRefused(line.amount);
      return {
        zh: `${line.level.zh} ${points} 分：绩效工资 ${amount.zh}`,
        en: `${line.level.en}, ${points} ${noun}: performance pay ${amount.en}`,
      };
    }
    case "gross": {
      const [sales, amount] = [money(line.sales), orRefused(line.amount)];
      return {
        zh: `${line.level.zh}，销售额 ${sales.zh}、${points} 分：应发 ${amount.zh}`,
        en: `${line.level.en}, sales ${sales.en}, ${points} ${noun}: gross pay ${amount.en}`,
      };
    }
    case "tier": {
      const tier = line.tier === null ? { zh: "不归级", en: "no tier" } : tierSaid(line.tier);
      return { zh: `${points} 分：${tier.zh}`, en: `${points} ${noun}: ${tier.en}` };
    }
  }
}

function fineExample(line: OfKind<"complaints" | "leave" | "netted">): Both {
  switch (line.kind) {
    case "complaints": {
      const fine = orRefused(line.amount);
      const review: Both = line.separationReview
        ? { zh: "，须人工复核", en: ", a person reviews" }
        : NOTHING;
      return {
        zh: `当月投诉 ${line.complaints} 次：罚款 ${fine.zh}${review.zh}`,
        en: `${counted(line.complaints, "complaint")} in a month: fine ${fine.en}${review.en}`,
      };
    }
    case "leave": {
      const lost: Both = line.customersLost
        ? { zh: "有流失客户", en: "customers lost" }
        : { zh: "没有流失客户", en: "no customers lost" };
      const fine = money(line.amount);
      return {
        zh: `未请示离岗 ${line.minutes} 分钟，${lost.zh}：罚款 ${fine.zh}`,
        en: `${counted(line.minutes, "minute")} away without approval, ${lost.en}: fine ${fine.en}`,
      };
    }
    case "netted": {
      const [gross, fine, paid] = [money(line.gross), money(line.fine), money(line.paid)];
      return {
        zh: `应发 ${gross.zh}、投诉 ${line.complaints} 次（罚款 ${fine.zh}）：发 ${paid.zh}`,
        en: `Gross pay ${gross.en}, ${counted(line.complaints, "complaint")} (fine ${fine.en}): paid ${paid.en}`,
      };
    }
  }
}

function promotionExample(line: OfKind<"promotion">): Both {
  const since = bracketed(
    line.sincePromotion === null
      ? NOTHING
      : {
          zh: `最近 ${line.sincePromotion} 个月在现级别`,
          en: `the last ${counted(line.sincePromotion, "month")} in the present level`,
        },
  );
  const [months, status] = [monthsSaid(line.months), statusSaid(line)];
  return {
    zh: `${line.from.zh}，各月 ${months.zh}${since.zh}：${status.zh}`,
    en: `${line.from.en}, months ${months.en}${since.en}: ${status.en}`,
  };
}

function statusSaid({ status, monthsShort, to }: OfKind<"promotion">): Both {
  switch (status) {
    case "eligible":
      return { zh: `${to.zh}成绩达标`, en: `scores reach ${to.en}` };
    case "not_yet":
      return monthsShort === null
        ? { zh: `${to.zh}成绩未达标`, en: `scores do not reach ${to.en}` }
        : {
            zh: `最快还需 ${monthsShort} 个月达到${to.zh}`,
            en: `${counted(monthsShort, "more month")} at best to ${to.en}`,
          };
    case "missing_data":
      return { zh: "缺成绩，补录后再判断", en: "a score is missing, judged once it is there" };
    case "no_data":
      return { zh: "无成绩", en: "no scores" };
    case null:
      return refused;
  }
}

function reviewSaid({ result, count, limit }: OfKind<"review">): Both {
  const failed = `${Math.min(count, limit)}/${limit}`;
  const results: Readonly<Record<typeof result, Both>> = {
    dismissal_review: { zh: "绩效复核", en: "performance review" },
    at_risk: { zh: `预警 ${failed}`, en: `warning ${failed}` },
    ok: { zh: "正常", en: "fine" },
    no_data: { zh: "无成绩", en: "no scores" },
    excluded: refused,
  };
  return results[result];
}
