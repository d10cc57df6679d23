import type { ColumnUse } from "../../scoresheet";
import { formatMonth } from "../../units";
import type { Language } from "../language";
import { sayField } from "../findings/paneFindings";
import { agree } from "../say";

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
    open: "核对列",
    title: "核对列",
    intro: "下面是每一列被当作什么、为什么。不对的请改；改过的记在工作簿里，插入列之后仍然有效。",
    headerRow: "标题在哪一行",
    year: "最早一列月份的年份",
    yearHint: "例如 2025",
    automatic: "自动",
    ignored: "不读取",
    monthScore: "某月的绩效分数",
    monthSales: "某月的销售额",
    month: "月份",
    unknown: "未识别",
    confirm: "确定",
    cancel: "取消",
    forget: "恢复自动识别",
    unsure: "这张表有没把握的列，请核对。",
    askTitle: "请确认怎样读这张表",
    firstRows: "前几行",
    eachColumn: "逐列修改",
    later: "以后再说",
    byContent: "有的列是按内容认出来的，请核对。",
    saved: "已记住这张表的列。",
    confirmZero: "确认是 0 分",
    takeBack: "撤回确认",
    hasLeft: "已离职",
    people: "已标为离职",
  },
  en: {
    open: "Check columns",
    title: "Check columns",
    intro:
      "What each column is taken for, and why. Correct what is wrong; it is remembered in the workbook and survives inserted columns.",
    headerRow: "Row of the headings",
    year: "Year of the first month column",
    yearHint: "such as 2025",
    automatic: "Automatic",
    ignored: "Not read",
    monthScore: "Score of a month",
    monthSales: "Sales of a month",
    month: "Month",
    unknown: "not recognised",
    confirm: "OK",
    cancel: "Cancel",
    forget: "Recognise anew",
    unsure: "Some columns of this sheet are in doubt: check them.",
    askTitle: "Please confirm how to read this sheet",
    firstRows: "First rows",
    eachColumn: "Change columns",
    later: "Later",
    byContent: "Some columns were recognised by what they hold: check them.",
    saved: "The columns of this sheet are remembered.",
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
    case "field":
      return sayField(use.field, language);
    case "month":
      return `${formatMonth(use.month)} ${sayField(use.field, language)}`;
  }
}

/** Why a column is taken for what it is. */
export function sayWhy(
  why: "name" | "synonym" | "content" | "chosen" | "month",
  language: Language,
): string {
  const reasons: Record<Language, Record<typeof why, string>> = {
    zh: {
      name: "标题就是这个名称",
      synonym: "标题是同义词",
      content: "按内容判断",
      chosen: "由您选定",
      month: "标题是月份",
    },
    en: {
      name: "its heading is the name",
      synonym: "its heading is a synonym",
      content: "by what it holds",
      chosen: "chosen by you",
      month: "its heading is a month",
    },
  };
  return reasons[language][why];
}

const MOST = 5;

function some(names: readonly string[], language: Language): string {
  const shown = names.slice(0, MOST).join(language === "zh" ? "、" : ", ");
  const rest = names.length - MOST;
  if (rest <= 0) return shown;
  return language === "zh" ? `${shown} 等 ${names.length} 个` : `${shown} and ${rest} more`;
}

/** What validating did not read, in one line; blank where it read everything. */
export function sayNotRead(
  {
    hidden,
    sheets,
    columns,
    tables,
    memory,
  }: {
    readonly hidden: readonly string[];
    readonly sheets: readonly string[];
    readonly columns: readonly string[];
    readonly tables: readonly string[];
    readonly memory: boolean;
  },
  language: Language,
): string {
  const zh = language === "zh";
  const parts: string[] = [];
  if (hidden.length > 0)
    parts.push(
      zh
        ? `隐藏的工作表 ${some(hidden, language)}`
        : `hidden ${agree(hidden.length, "sheet", "sheets")} ${some(hidden, language)}`,
    );
  if (sheets.length > 0)
    parts.push(
      zh
        ? `工作表 ${some(sheets, language)}`
        : `${agree(sheets.length, "sheet", "sheets")} ${some(sheets, language)}`,
    );
  if (tables.length > 0)
    parts.push(
      zh
        ? `本表的其他表格 ${some(tables, language)}`
        : `other ${agree(tables.length, "table", "tables")} ${some(tables, language)}`,
    );
  if (columns.length > 0)
    parts.push(
      zh
        ? `列 ${some(columns, language)}`
        : `${agree(columns.length, "column", "columns")} ${some(columns, language)}`,
    );
  if (memory) parts.push(zh ? "记住的列对应（无法读取）" : "the remembered columns (unreadable)");
  if (parts.length === 0) return "";
  return zh ? `没有读取：${parts.join("；")}。` : `Not read: ${parts.join("; ")}.`;
}
