import type { HistoryFault, HistoryPlan, WhoQuestion } from "../../views";
import type { LayoutProblem, Who } from "../../scoresheet";
import type { RefusalCode } from "../../sharing";
import { formatMonth, type Month } from "../../units";
import type { Both, Language } from "../language";
import { message, type PaneMessage } from "../shell/message";
import { fieldNames } from "./fields";
import { SHEET_NAMES } from "./inPolicyLanguage";
import { sayRefusal } from "../sharing/shareRefusals";
import { agree, alike, counted, joined, list, listed, marks, quote, told } from "../say";
import { wordsOf } from "../words";

/** The fixed words of the dialog that imports earlier scores. */
export const importHistoryWords = wordsOf({
  importHistory: { zh: "导入历史成绩", en: "Import history" },
  hint: {
    zh: "选择以前各月的 .xlsx 或 .csv 文件，可以多选。写入前先预览。",
    en: "Choose the .xlsx or .csv files of earlier months, several at once. You see what is written first.",
  },
  import: { zh: "导入", en: "Import" },
  files: { zh: "文件", en: "Files" },
  readWithYear: { zh: "按此年份读取", en: "Read with this year" },
  yearHint: { zh: "例如 2024", en: "such as 2024" },
  people: { zh: "请确认是谁", en: "Who is it?" },
  peopleIntro: {
    zh: "按工号对不上的人由您确认；没有确认的不导入。",
    en: "People whose employee ID does not settle it; without your answer they stay out.",
  },
  choose: { zh: "请选择", en: "Choose" },
  leaveOut: { zh: "不导入", en: "Leave out" },
  asNew: { zh: "新的人，照文件写", en: "Somebody new, as the file says" },
  takeOnly: { zh: "唯一同名者都选上", en: "Take every only namesake" },
  conflicts: {
    zh: "互相矛盾的成绩（都不导入）",
    en: "Scores that contradict each other (none is taken)",
  },
  faults: { zh: "无法识别的成绩（不导入）", en: "Scores that cannot be read (not taken)" },
  firstRows: { zh: "前几行", en: "First rows" },
});

function span([first, last]: readonly [Month, Month]): string {
  return first === last ? formatMonth(first) : `${formatMonth(first)} – ${formatMonth(last)}`;
}

/** What a file gave, in one line. */
export function sayFileRead(
  name: string,
  rows: number,
  months: readonly [Month, Month] | null,
  language: Language,
): string {
  if (months === null)
    return {
      zh: `${name}：没有找到可以导入的成绩（需要月份、绩效分数，以及工号或姓名）。`,
      en: `${name}: no scores to import (month, score, and employee ID or name are needed).`,
    }[language];
  return {
    zh: `${name}：${rows} 条成绩，${span(months)}`,
    en: `${name}: ${counted(rows, "score")}, ${span(months)}`,
  }[language];
}

/** What of a file was not looked at; blank where that is nothing. */
export function sayFileNotRead(
  name: string,
  sheets: readonly string[],
  hidden: readonly string[],
  language: Language,
): string {
  const parts = told([
    sheets.length > 0 && {
      zh: `不是成绩表的工作表 ${list(sheets, "zh")}`,
      en: `${agree(sheets.length, "sheet", "sheets")} without scores ${list(sheets, "en")}`,
    },
    hidden.length > 0 && {
      zh: `隐藏的工作表 ${list(hidden, "zh")}`,
      en: `hidden ${agree(hidden.length, "sheet", "sheets")} ${list(hidden, "en")}`,
    },
  ]);
  if (parts.length === 0) return "";
  const { zh, en } = joined(parts, "semicolon");
  return { zh: `${name}：没有读取${zh}。`, en: `${name}: not read: ${en}.` }[language];
}

/** Why a file was not read, and what to do. */
export function sayFileRefused(name: string, why: RefusalCode, language: Language): string {
  const { what, next } = sayRefusal({ code: why, part: null }, language);
  const { colon, sentence } = marks(language);
  return `${name}${colon}${what}${sentence}${next}`;
}

export function sayFileFrom1904(name: string, language: Language): string {
  return {
    zh: `${name}：这个文件的日期从 1904 年算起，月份会错。请在 Excel 的“选项 → 高级”里取消“使用 1904 日期系统”，核对日期后保存再导入。`,
    en: `${name}: its dates are counted from 1904, so that months would be wrong. Clear “Use 1904 date system” under Options → Advanced, check the dates, save, and import again.`,
  }[language];
}

export function sayFileOutOfReach(name: string, language: Language): string {
  return {
    zh: `${name}：文件打不开，可能已移动、改名或没有权限。请重新选择。`,
    en: `${name}: the file cannot be opened; it may have been moved or renamed, or you have no right to it. Choose it again.`,
  }[language];
}

/** A quote in a line of a text, from 1, that is never closed. */
export function sayQuoteOpen(name: string, line: number, language: Language): string {
  return {
    zh: `${name}：第 ${line} 行的引号没有结束，下面的内容分不清。请用 Excel 打开核对后另存为 .xlsx 再试。`,
    en: `${name}: the quote in line ${line} never ends, so that nothing below can be told apart. Open the file in Excel, check it, save it as .xlsx, then try again.`,
  }[language];
}

/** What was left aside of a sheet of a file that was read. */
export function sayAside(place: string, lines: readonly string[], language: Language): string {
  const { zh, en } = joined(lines.map(alike), "semicolon");
  return { zh: `${place}：${zh}`, en: `${place}: ${en}` }[language];
}

/** The button that opens the headings of one of several files. */
export function sayHeadingsOf(name: string, language: Language): string {
  return { zh: `核对表头：${name}`, en: `Check headings: ${name}` }[language];
}

export function sayYearAsked(name: string, heading: string, language: Language): string {
  return {
    zh: `${name} 的${quote(heading)}是哪一年？`,
    en: `Of which year is ${quote(heading)} in ${name}?`,
  }[language];
}

function layoutDoubt(problem: LayoutProblem): Both {
  switch (problem.code) {
    case "columnMissing": {
      const name = fieldNames[problem.field];
      return { zh: `缺少${quote(name.zh)}列`, en: `the column ${quote(name.en)} is missing` };
    }
    case "columnTwice": {
      const name = fieldNames[problem.field];
      const columns = listed(problem.columns.map(({ heading }) => alike(heading)));
      return {
        zh: `不止一列是${quote(name.zh)}（${columns.zh}）`,
        en: `several columns mean ${quote(name.en)} (${columns.en})`,
      };
    }
    case "monthTwice": {
      const month = formatMonth(problem.month);
      return { zh: `月份 ${month} 有两列`, en: `${month} has two columns` };
    }
    case "monthUnreadable":
      return {
        zh: `标题${quote(problem.heading)}不是月份`,
        en: `${quote(problem.heading)} is no month`,
      };
    case "monthWithoutYear":
      return {
        zh: `${quote(problem.heading)}没有年份`,
        en: `${quote(problem.heading)} names no year`,
      };
    case "monthContradicts": {
      const [one, other] = problem.clues;
      return {
        zh: `${quote(one.text)}与${quote(other.text)}说的不是同一个月`,
        en: `${quote(one.text)} and ${quote(other.text)} do not name the same month`,
      };
    }
    case "headerInDoubt":
      return {
        zh: `第 ${problem.row + 1} 行和第 ${problem.other + 1} 行都像表头`,
        en: `row ${problem.row + 1} and row ${problem.other + 1} both look like the headings`,
      };
    case "unitInDoubt":
      return {
        zh: `${quote(problem.unit.text)}的金额不知是元还是万元`,
        en: `nobody can tell whether ${quote(problem.unit.text)} is in yuan`,
      };
    case "gradesUnknown":
      return {
        zh: `${quote(problem.heading)}填的是等级（${list(problem.grades, "zh")}），没有分数`,
        en: `${quote(problem.heading)} holds grades (${list(problem.grades, "en")}), not scores`,
      };
  }
}

const fractions: Both = {
  zh: "成绩都不超过 1，像是小数比例，须乘以 100",
  en: "no score is above 1; they look like fractions and need to be multiplied by 100",
};

/** Why nothing was taken of a sheet that looks like a score sheet, and what to do. */
export function saySheetDoubt(
  sheet: string,
  problem: LayoutProblem | "fractions",
  language: Language,
): string {
  const why = problem === "fractions" ? fractions : layoutDoubt(problem);
  const next: Both =
    problem === "fractions"
      ? { zh: "请在原文件中改正后再导入。", en: "Mend it in its file and import again." }
      : {
          zh: "请点“核对表头”说明，或在原文件中改正后再导入。",
          en: "Say how it is meant under “Check headings”, or mend its file and import again.",
        };
  return {
    zh: `工作表${quote(sheet)}没有导入：${why.zh}。${next.zh}`,
    en: `The sheet ${quote(sheet)} was not taken: ${why.en}. ${next.en}`,
  }[language];
}

/** What is about to be written and what is not, line by line. */
export function sayHistoryPlan(
  plan: HistoryPlan,
  faults: number,
  language: Language,
): readonly string[] {
  const { rows, known, waiting, leftOut, conflicts } = plan;
  const people = new Set(rows.map(({ employeeId, name }) => employeeId || name)).size;
  return told([
    {
      zh: `将写入${quote(SHEET_NAMES.history)}：${rows.length} 行，${people} 人。`,
      en: `Into the sheet ${SHEET_NAMES.history}: ${counted(rows.length, "row")} of ${counted(people, "person", "people")}.`,
    },
    known > 0 && {
      zh: `${known} 行工作簿里已有，不重复写。`,
      en: `${counted(known, "row is", "rows are")} in the workbook already and not repeated.`,
    },
    waiting > 0 && {
      zh: `${waiting} 行要先确认是谁，现在不导入。`,
      en: `${counted(waiting, "row waits", "rows wait")} until you say whose it is.`,
    },
    leftOut > 0 && {
      zh: `${leftOut} 行按您的选择不导入。`,
      en: `${counted(leftOut, "row is", "rows are")} left out as you chose.`,
    },
    conflicts.length > 0 && {
      zh: `${conflicts.length} 处成绩互相矛盾，不导入。`,
      en: `${counted(conflicts.length, "score contradicts another and is", "scores contradict others and are")} not taken.`,
    },
    faults > 0 && {
      zh: `${faults} 处无法识别，不导入；请在原文件中改正后再导入。`,
      en: `${counted(faults, "score")} cannot be read: mend that in the file and import again.`,
    },
  ]).map((line) => line[language]);
}

/** A person as the lists name them: 工号 and name. */
export function sayWho({ employeeId, name }: Who): string {
  return [employeeId, name].filter((text) => text !== "").join(" ");
}

export function sayWhoQuestion({ who, why, rows }: WhoQuestion, language: Language): string {
  const reasons: Readonly<Record<typeof why, Both>> = {
    noId: { zh: "没有工号", en: "no employee ID" },
    otherName: { zh: "这个工号另有姓名", en: "the ID has another name" },
    otherId: { zh: "工作簿里没有这个工号", en: "the workbook does not know the ID" },
  };
  const [name, { zh, en }] = [sayWho(who), reasons[why]];
  return {
    zh: `${name}（${zh}，${rows} 行）`,
    en: `${name} (${en}, ${counted(rows, "row")})`,
  }[language];
}

/** Two scores of one month; `place` and `otherPlace` say where they stand, the latter null for the workbook. */
export function sayHistoryConflict(
  {
    who,
    month,
    score,
    other,
  }: {
    readonly who: Who;
    readonly month: Month;
    readonly score: number | string;
    readonly other: number | string;
  },
  place: string,
  otherPlace: string | null,
  language: Language,
): string {
  const subject = `${sayWho(who)} ${formatMonth(month)}`;
  return {
    zh: `${subject}：${score}（${place}），${other}（${otherPlace ?? "本工作簿"}）`,
    en: `${subject}: ${score} (${place}), ${other} (${otherPlace ?? "this workbook"})`,
  }[language];
}

const faultNames: Readonly<Record<HistoryFault["why"], Both>> = {
  who: { zh: "没有工号和姓名", en: "no employee ID and no name" },
  month: { zh: "月份", en: "month" },
  score: { zh: "成绩", en: "score" },
};

export function sayHistoryFault(
  { why, seen }: HistoryFault,
  place: string,
  language: Language,
): string {
  const name = faultNames[why];
  return { zh: `${place}：${name.zh}${quote(seen)}`, en: `${place}: ${name.en} ${quote(seen)}` }[
    language
  ];
}

export function sayHistoryWritten(rows: number, language: Language): PaneMessage {
  return message(
    {
      zh: `已导入 ${rows} 行到${quote(SHEET_NAMES.history)}。`,
      en: `${counted(rows, "row was", "rows were")} imported into ${SHEET_NAMES.history}.`,
    },
    { zh: "校验时会一并读取；可以撤销。", en: "Validating reads them along; this can be undone." },
  )[language];
}

export function sayHistoryNotWritten(
  why: "unknownColumns" | "taken",
  language: Language,
): PaneMessage {
  switch (why) {
    case "unknownColumns":
      return message(
        {
          zh: `已有工作表${quote(SHEET_NAMES.history)}，但它的列认不出来，没有写入。`,
          en: `There is a sheet ${SHEET_NAMES.history} whose columns cannot be told; nothing was written.`,
        },
        {
          zh: "请把标题改为：工号、姓名、月份、级别、绩效分数，或把这张表改名，再导入。",
          en: "Give it the headings 工号, 姓名, 月份, 级别, 绩效分数, or rename it, and import again.",
        },
      )[language];
    case "taken":
      return message(
        {
          zh: `${quote(SHEET_NAMES.history)}在此期间被改动，没有写入。`,
          en: `The sheet ${SHEET_NAMES.history} was changed meanwhile; nothing was written.`,
        },
        { zh: "请再导入一次。", en: "Import once more." },
      )[language];
  }
}

/** Nothing is left to be written. */
export function sayNothingToImport(language: Language): string {
  return { zh: "没有可以导入的新成绩。", en: "There are no new scores to import." }[language];
}

/** The lines of a list beyond those that are shown. */
export function sayMoreHistory(count: number, language: Language): string {
  return { zh: `其余 ${count} 条`, en: `${count} more` }[language];
}
