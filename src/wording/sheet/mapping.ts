import type { ColumnUse } from "../../scoresheet";
import { formatMonth } from "../../units";
import type { Language } from "../language";
import { sayField } from "../findings/paneFindings";

/** The fixed words of the dialog in which HR corrects what columns are taken for. */
export interface MappingWords {
  readonly open: string;
  readonly title: string;
  readonly intro: string;
  readonly headerRow: string;
  readonly year: string;
  readonly yearHint: string;
  readonly automatic: string;
  readonly ignored: string;
  readonly monthScore: string;
  readonly monthSales: string;
  readonly month: string;
  readonly yearOfMonths: string;
  readonly unknown: string;
  readonly confirm: string;
  readonly cancel: string;
  readonly forget: string;
  readonly unsure: string;
  readonly askTitle: string;
  readonly firstRows: string;
  readonly eachColumn: string;
  readonly later: string;
  readonly byContent: string;
  readonly saved: string;
  readonly confirmZero: string;
  readonly takeBack: string;
  readonly hasLeft: string;
  readonly people: string;
}

const words: Readonly<Record<Language, MappingWords>> = {
  zh: {
    open: "核对表头",
    title: "核对表头",
    intro: "下面是每一列被当作什么、为什么。不对的请改；改过的记在工作簿里，插入列之后仍然有效。",
    headerRow: "表头在哪一行",
    year: "最早一个月的年份",
    yearHint: "例如 2025",
    automatic: "自动",
    ignored: "不读取",
    monthScore: "某月的绩效分数",
    monthSales: "某月的销售额",
    month: "月份",
    yearOfMonths: "年份",
    unknown: "未识别",
    confirm: "确定",
    cancel: "取消",
    forget: "恢复自动识别",
    unsure: "这张表有几处不确定，请确认。",
    askTitle: "请确认怎样读这张表",
    firstRows: "前几行",
    eachColumn: "逐列修改",
    later: "以后再说",
    byContent: "有的列是按内容认出来的，请核对。",
    saved: "已记住这张表的读法。",
    confirmZero: "确认是 0 分",
    takeBack: "撤回确认",
    hasLeft: "已离职",
    people: "已标为离职",
  },
  en: {
    open: "Check headings",
    title: "Check headings",
    intro:
      "What each column is taken for, and why. Correct what is wrong; it is remembered in the workbook and survives inserted columns.",
    headerRow: "Row of the headings",
    year: "Year of the first month",
    yearHint: "such as 2025",
    automatic: "Automatic",
    ignored: "Not read",
    monthScore: "Score of a month",
    monthSales: "Sales of a month",
    month: "Month",
    yearOfMonths: "Year",
    unknown: "not recognised",
    confirm: "OK",
    cancel: "Cancel",
    forget: "Recognise anew",
    unsure: "Some of this sheet is in doubt: please confirm.",
    askTitle: "Please confirm how to read this sheet",
    firstRows: "First rows",
    eachColumn: "Change columns",
    later: "Later",
    byContent: "Some columns were recognised by what they hold: check them.",
    saved: "How to read this sheet is remembered.",
    confirmZero: "Confirm a real 0",
    takeBack: "Take back",
    hasLeft: "They left",
    people: "Said to have left",
  },
};

export function mappingWords(language: Language): MappingWords {
  return words[language];
}

/** A remark behind something. */
export function inBrackets(remark: string, language: Language): string {
  return language === "zh" ? `（${remark}）` : ` (${remark})`;
}

/** What a column is used for, in few words. */
export function sayUse(use: ColumnUse, language: Language): string {
  switch (use.kind) {
    case "ignored":
      return words[language].ignored;
    case "year":
      return words[language].yearOfMonths;
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
  if (word !== null && why === "synonym")
    return language === "zh" ? `与“${word}”同义` : `same as “${word}”`;
  if (word !== null && why === "joined")
    return language === "zh" ? `两行合起来与“${word}”同义` : `both lines mean “${word}”`;
  const reasons: Record<Language, Record<typeof why, string>> = {
    zh: {
      name: "表头一致",
      synonym: "表头是同义词",
      joined: "两行表头合起来",
      content: "按内容判断",
      chosen: "由您选定",
      month: "表头是月份",
    },
    en: {
      name: "its heading is the name",
      synonym: "its heading is a synonym",
      joined: "by both lines of its heading",
      content: "by what it holds",
      chosen: "chosen by you",
      month: "its heading is a month",
    },
  };
  return reasons[language][why];
}
