import { formatMonth, type Month } from "../../units";
import type { Both } from "../language";
import { alike, counted, quote } from "../say";
import type { FindingsOf } from "./findingsWords";

/** The month stands on a sheet that was not read: nothing is known to be missing. */
function onUnreadSheet(month: Month | null, sheet: string): { text: Both; fix: Both } {
  const when: Both =
    month === null ? { zh: "这个月", en: "this month" } : alike(formatMonth(month));
  return {
    text: {
      zh: `${when.zh} 的成绩在工作表${quote(sheet)}上，这张表缺列，没有读取。`,
      en: `The scores of ${when.en} are on the sheet ${quote(sheet)}, which lacks a column and was not read.`,
    },
    fix: {
      zh: "为这张表“核对表头”，指出成绩是哪一列。",
      en: "Check the headings of that sheet and say which column holds the scores.",
    },
  };
}

/** What findings about months say. */
export const monthFindings: FindingsOf<"months" | "missing"> = {
  monthUnusable: ({ problem }) => {
    switch (problem.kind) {
      case "blank":
        return {
          text: { zh: "有成绩，但没有写月份。", en: "There is a score but no month." },
          fix: { zh: "补上月份，例如 2025-03。", en: "Enter the month, such as 2025-03." },
        };
      case "unreadable":
        return {
          text: {
            zh: `月份${quote(problem.text)}认不出来。`,
            en: `The month ${quote(problem.text)} cannot be read.`,
          },
          fix: { zh: "改成 2025-03 这样的写法。", en: "Write it like 2025-03." },
        };
      case "otherYear":
        return {
          text: {
            zh: `月份${quote(problem.text)}与旁边的年份 ${problem.year} 不一致。`,
            en: `The month ${quote(problem.text)} does not fit the year ${problem.year} beside it.`,
          },
          fix: { zh: "改正其中写错的一格。", en: "Correct the cell that is wrong." },
        };
      case "withoutYear":
        return {
          text: {
            zh: `月份${quote(problem.text)}没有年份。`,
            en: `The month ${quote(problem.text)} names no year.`,
          },
          fix: { zh: "补上年份，例如 2025-03。", en: "Add the year, such as 2025-03." },
        };
      case "future":
        return {
          text: {
            zh: `这个月还没到（现在是 ${formatMonth(problem.today)}），却已有成绩。`,
            en: `This month is yet to come (it is ${formatMonth(problem.today)}), but has a score.`,
          },
          fix: {
            zh: "改正月份；如是提前录入，请到当月再填。",
            en: "Correct the month; a score entered ahead belongs in when its month has come.",
          },
        };
    }
  },
  monthTwice: ({ identical, firstRow, firstSheet }) => {
    const where: Both = {
      zh: `${firstSheet === null ? "" : `工作表${quote(firstSheet)}`}第 ${firstRow} 行`,
      en: `row ${firstRow}${firstSheet === null ? "" : ` of the sheet ${quote(firstSheet)}`}`,
    };
    return identical
      ? {
          text: { zh: `与${where.zh}完全重复。`, en: `The same as ${where.en}.` },
          fix: { zh: "删掉其中一行。", en: "Delete one of the two rows." },
        }
      : {
          text: {
            zh: `同一人同一月在${where.zh}已有记录，内容不同。`,
            en: `This person and month stands in ${where.en} already, with other content.`,
          },
          fix: {
            zh: "核对哪一行正确，删掉另一行。",
            en: "Find out which row is right and delete the other.",
          },
        };
  },
  scoredBeforeHired: ({ hired }) => ({
    text: {
      zh: `入职是 ${formatMonth(hired)}，之前却已有成绩。`,
      en: `There is a score before the person was hired (${formatMonth(hired)}).`,
    },
    fix: {
      zh: "核对入职日期和月份，改正错的一个。",
      en: "Check the hiring date and the month, and correct the wrong one.",
    },
  }),
  interiorMonthMissing: ({ month, unread }) =>
    unread !== null
      ? onUnreadSheet(month, unread)
      : {
          text: {
            zh: `${month === null ? "这个月" : `${formatMonth(month)} `}没有成绩。`,
            en: `No score for ${month === null ? "this month" : formatMonth(month)}.`,
          },
          fix: {
            zh: "补录成绩；如未参加考核，请在成绩处写明原因，例如 产假、病假。",
            en: "Enter the score; where there was no assessment, write the reason in its place, such as 产假 or 病假.",
          },
        },
  asOfMonthMissing: ({ month, unread }) =>
    unread !== null
      ? onUnreadSheet(month, unread)
      : {
          text: {
            zh: `${month === null ? "评定月" : `${formatMonth(month)} `}别人都有成绩，此人没有。`,
            en: `Others have a score for ${month === null ? "the assessed month" : formatMonth(month)}, this person has none.`,
          },
          fix: {
            zh: "补录成绩，或在成绩处写明原因。",
            en: "Enter the score, or write the reason in its place.",
          },
        },
  recordTooShort: ({ begins, lookBack, neededFrom, hired }) => ({
    text:
      hired === null
        ? {
            zh: `这张表从 ${formatMonth(begins)} 开始，而晋升条件最多看 ${lookBack} 个月（自 ${formatMonth(neededFrom)} 起）。`,
            en: `The sheet begins in ${formatMonth(begins)}; promotion rules look back up to ${counted(lookBack, "month")} (from ${formatMonth(neededFrom)}).`,
          }
        : {
            zh: `${formatMonth(hired)} 已入职，但这张表从 ${formatMonth(begins)} 才开始，而晋升条件最多看 ${lookBack} 个月。`,
            en: `Employed since ${formatMonth(hired)}, but the sheet begins in ${formatMonth(begins)}; promotion rules look back up to ${counted(lookBack, "month")}.`,
          },
    fix: {
      zh: "把更早月份的成绩补到表里，结论才完整。",
      en: "Add the scores of earlier months to the sheet.",
    },
  }),
};
