import type { ColumnUse } from "../../scoresheet";
import { formatMonth } from "../../units";
import type { Both, Language } from "../language";
import { quote } from "../say";
import { sayField } from "./fields";
import { wordsOf } from "../words";

/** The fixed words of the dialog in which HR corrects what columns are taken for. */
export const mappingWords = wordsOf({
  open: { zh: "核对表头", en: "Check headings" },
  title: { zh: "核对表头", en: "Check headings" },
  intro: {
    zh: "下面是每一列被当作什么、为什么。不对的请改；改过的记在工作簿里，插入列之后仍然有效。",
    en: "What each column is taken for, and why. Correct what is wrong; it is remembered in the workbook and survives inserted columns.",
  },
  headerRow: { zh: "表头在哪一行", en: "Row of the headings" },
  year: { zh: "最早一个月的年份", en: "Year of the first month" },
  yearHint: { zh: "例如 2025", en: "such as 2025" },
  automatic: { zh: "自动", en: "Automatic" },
  ignored: { zh: "不读取", en: "Not read" },
  monthScore: { zh: "某月的绩效分数", en: "Score of a month" },
  monthSales: { zh: "某月的销售额", en: "Sales of a month" },
  month: { zh: "月份", en: "Month" },
  yearOfMonths: { zh: "年份", en: "Year" },
  unknown: { zh: "未识别", en: "not recognised" },
  confirm: { zh: "确定", en: "OK" },
  cancel: { zh: "取消", en: "Cancel" },
  forget: { zh: "恢复自动识别", en: "Recognise anew" },
  unsure: {
    zh: "这张表有几处不确定，请确认。",
    en: "Some of this sheet is in doubt: please confirm.",
  },
  askTitle: { zh: "请确认怎样读这张表", en: "Please confirm how to read this sheet" },
  firstRows: { zh: "前几行", en: "First rows" },
  eachColumn: { zh: "逐列修改", en: "Change columns" },
  later: { zh: "以后再说", en: "Later" },
  byContent: {
    zh: "有的列是按内容认出来的，请核对。",
    en: "Some columns were recognised by what they hold: check them.",
  },
  saved: { zh: "已记住这张表的读法。", en: "How to read this sheet is remembered." },
  confirmZero: { zh: "确认是 0 分", en: "Confirm a real 0" },
  takeBack: { zh: "撤回确认", en: "Take back" },
  hasLeft: { zh: "已离职", en: "They left" },
  people: { zh: "已标为离职", en: "Said to have left" },
  readAlong: { zh: "取用", en: "Use it" },
  notAlong: { zh: "不用", en: "Do not use" },
});

/** What a column is used for, in few words. */
export function sayUse(use: ColumnUse, language: Language): string {
  switch (use.kind) {
    case "ignored":
      return mappingWords(language).ignored;
    case "year":
      return mappingWords(language).yearOfMonths;
    case "field":
      return sayField(use.field, language);
    case "month":
      return `${formatMonth(use.month)} ${sayField(use.field, language)}`;
  }
}

/** Why a column is taken for what it is. */
export function sayWhy(
  why: "name" | "synonym" | "joined" | "content" | "chosen" | "month",
  language: Language,
  word: string | null = null,
): string {
  const reasons: Readonly<Record<typeof why, Both>> = {
    name: { zh: "表头一致", en: "its heading is the name" },
    synonym:
      word === null
        ? { zh: "表头是同义词", en: "its heading is a synonym" }
        : { zh: `与${quote(word)}同义`, en: `same as ${quote(word)}` },
    joined:
      word === null
        ? { zh: "两行表头合起来", en: "by both lines of its heading" }
        : { zh: `两行合起来与${quote(word)}同义`, en: `both lines mean ${quote(word)}` },
    content: { zh: "按内容判断", en: "by what it holds" },
    chosen: { zh: "由您选定", en: "chosen by you" },
    month: { zh: "表头是月份", en: "its heading is a month" },
  };
  return reasons[why][language];
}
