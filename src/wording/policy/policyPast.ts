import { formatYuan, fen } from "../../units";
import type { Both, Language } from "../language";
import { counted, joined, told } from "../say";
import { wordsOf } from "../words";

/** The fixed words of the question from which month a change holds. */
export const pastWords = wordsOf({
  title: { zh: "以前的月份也会改变", en: "Earlier months would change, too" },
  which: { zh: "从哪个月起按新的算？", en: "From which month does it hold?" },
  onlyAll: {
    zh: "这项改动只能对所有月份生效。",
    en: "This change can only hold for all months.",
  },
  nothing: { zh: "先不改", en: "Change nothing" },
});

export function sayFromOpen(month: string, language: Language): string {
  return { zh: `只从 ${month} 起`, en: `Only from ${month}` }[language];
}

const yuan = (amount: number): Both => ({
  zh: `${formatYuan(fen(Math.abs(amount)))} 元`,
  en: `${formatYuan(fen(Math.abs(amount)))} yuan`,
});

/** What it means for months before the open one that a change holds for all of them. */
export function sayPastEffect(
  effect: Readonly<Record<"months" | "people" | "difference" | "newlyPaid" | "notPaid", number>>,
  language: Language,
): string {
  const { months, people, difference, newlyPaid, notPaid } = effect;
  const [moved, paid, unpaid] = [yuan(difference), yuan(newlyPaid), yuan(notPaid)];
  const parts = told([
    difference !== 0 && {
      zh: `${difference > 0 ? "多发" : "少发"} ${moved.zh}`,
      en: `${moved.en} ${difference > 0 ? "more" : "less"} pay`,
    },
    newlyPaid !== 0 && {
      zh: `原来算不出的工资 ${paid.zh}`,
      en: `${paid.en} of pay that could not be computed before`,
    },
    notPaid !== 0 && {
      zh: `${unpaid.zh} 的工资算不出了`,
      en: `${unpaid.en} of pay that can no longer be computed`,
    },
  ]);
  const amounts =
    parts.length === 0
      ? { zh: "工资不变，晋升或复核的结论改变", en: "pay stays the same, other results change" }
      : joined(parts, "comma");
  return {
    zh: `所有月份：改变以前 ${months} 个月，${people} 人，${amounts.zh}`,
    en: `All months: changes ${counted(months, "earlier month")}, ${counted(people, "person", "people")}, ${amounts.en}`,
  }[language];
}
