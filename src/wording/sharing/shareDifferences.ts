import type { Comparison, Difference } from "../../sharing";
import type { Language } from "../language";
import { agree, counted, number, told } from "../say";
import { wordsOf } from "../words";

/** The words of the choice between two values. */
export const differenceWords = wordsOf({
  title: {
    zh: "这些单元格存着的值与公式的结果不同",
    en: "What is stored in these cells is not what their formulas give",
  },
  choose: { zh: "副本显示哪一个？", en: "Which of the two shall the copy show?" },
  stored: {
    zh: "存着的值（这些公式转为数值）",
    en: "What is stored (these formulas become values)",
  },
  computed: {
    zh: "公式的结果（按现在的制度）",
    en: "What the formulas give (by the policy in force)",
  },
});

type Cell = Difference["stored"];

function shown(cell: Cell, language: Language): string {
  if (cell === null || cell === "") return { zh: "空白", en: "blank" }[language];
  if (typeof cell === "number") return number(cell, language);
  return typeof cell === "object" ? cell.error : String(cell);
}

/** One cell: what is stored there, and what its plain formula would give. */
export function sayDifference(
  { stored, computed }: Pick<Difference, "stored" | "computed">,
  place: string,
  language: Language,
): string {
  const [before, after] = [shown(stored, language), shown(computed, language)];
  return {
    zh: `${place}：存着 ${before}，公式得 ${after}`,
    en: `${place}: stored ${before}, the formula gives ${after}`,
  }[language];
}

/**
 * What comparing came to, line by line; nothing where everything agrees.
 * @param hasPolicy Whether the workbook has policy settings: without, they may have been lost.
 * @param firstUntold Where the first formula stands that could not be compared; null where there is none.
 */
export function sayComparison(
  { compared, differences, uncalculated, untold, isTooLarge }: Comparison,
  { hasPolicy, firstUntold }: { readonly hasPolicy: boolean; readonly firstUntold: string | null },
  language: Language,
): readonly string[] {
  const n = differences.length;
  return told([
    n > 0 && {
      zh: `${number(n, "zh")} 个单元格存着的值与公式的结果不同（核对了 ${number(compared, "zh")} 个）。`,
      en: `${counted(n, "cell stores", "cells store")} something else than the formula gives (${number(compared, "en")} compared).`,
    },
    n > 0 &&
      (hasPolicy
        ? {
            zh: "可能的原因：上次计算之后改过制度或数据。在 Excel 里打开、算完再保存，可以消除。",
            en: "Likely cause: the policy or the data changed after the last calculation. Opening the file in Excel, letting it calculate and saving it settles that.",
          }
        : {
            zh: "可能的原因：这份工作簿的制度设置丢失了（别的程序另存时会丢），或从未保存过，现在按的是初始制度或部门制度。",
            en: "Likely cause: the policy settings of this workbook were lost (other programs drop them) or never saved; the built-in or the department’s policy is used now.",
          }),
    uncalculated.length > 0 && {
      zh: `${number(uncalculated.length, "zh")} 个单元格还没有算出值，副本打开时才计算。`,
      en: `${counted(uncalculated.length, "cell has", "cells have")} not been calculated yet; the copy calculates ${agree(uncalculated.length, "it", "them")} when it is opened.`,
    },
    firstUntold !== null && {
      zh: `${number(untold.count, "zh")} 个公式在调用之外还有别的计算，没有核对（${firstUntold}${untold.count > 1 ? " 等" : ""}）。`,
      en: `${counted(untold.count, "formula computes", "formulas compute")} further with what a call gives and could not be compared (${firstUntold}${untold.count > 1 ? " …" : ""}).`,
    },
    isTooLarge && {
      zh: "工作簿太大，没有核对存着的值与公式的结果是否一致。",
      en: "The workbook is too large to compare what is stored with what the formulas give.",
    },
  ]).map((line) => line[language]);
}

/** How to choose, for those who type the command. */
export function sayDecideDifferences(language: Language): string {
  return {
    zh: "请选择副本显示哪一个：--differing stored（存着的值）或 --differing computed（公式的结果）。",
    en: "Choose what the copy shows: --differing stored (what is stored) or --differing computed (what the formulas give).",
  }[language];
}
