import type { NoPlainReason } from "../../sharing";
import type { Both, Language } from "../language";

/** Why a call of the add-in could only become its value. */
export const noPlainReasons: Readonly<Record<NoPlainReason, Both>> = {
  noPlainFormula: { zh: "没有对应的普通公式", en: "it has no plain formula" },
  arguments: { zh: "参数个数不对", en: "arguments are missing, or there are too many" },
  month: {
    zh: "月份取自单元格，而制度因月份而异",
    en: "it takes its month from a cell, and the policy differs by month",
  },
  shape: { zh: "参数的大小不一致", en: "its arguments differ in size" },
  severalPeople: { zh: "一次计算多人", en: "it computes several people at once" },
  tooManyMonths: {
    zh: "月份超过公式能容纳的数目",
    en: "it has more months than a formula can hold",
  },
  reading: {
    zh: "采用的口径只有函数能计算",
    en: "a reading in force is one that only the function follows",
  },
  amounts: {
    zh: "制度里的金额无法用表格数字准确表示",
    en: "amounts of the policy are none that a sheet can hold exactly",
  },
  tooLong: {
    zh: "普通公式会超过 Excel 的长度限制",
    en: "the plain formula would be longer than Excel allows",
  },
  severalValues: {
    zh: "在一个公式里要用多个结果",
    en: "several answers would be needed within one formula",
  },
  handedOn: { zh: "函数作为参数传给了其他函数", en: "the function is handed on to another one" },
  tooManyCells: { zh: "引用的单元格太多", en: "it refers to too many cells" },
  computedRange: { zh: "参数是算出来的区域", en: "an argument is a computed range" },
};

export function sayNoPlain(why: NoPlainReason, language: Language): string {
  return noPlainReasons[why][language];
}
