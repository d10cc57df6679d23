import { formatMonth } from "../../units";
import { agree, counted, list, quote } from "../say";
import type { FindingsOf } from "./findingsWords";

/** What findings about headings and the sheet as a whole say. */
export const headingFindings: FindingsOf<"headings" | "calculation"> = {
  columnMissing: ({ heading, synonyms }) => ({
    text: { zh: `没有找到${quote(heading)}列。`, en: `No column ${quote(heading)} was found.` },
    fix: {
      zh: `把对应列的标题改成${quote(heading)}${synonyms.length === 0 ? "" : `（也认得：${list(synonyms, "zh")}）`}。`,
      en: `Rename the column to ${quote(heading)}${synonyms.length === 0 ? "" : ` (also understood: ${list(synonyms, "en")})`}.`,
    },
  }),
  columnTwice: ({ heading, rivals }) => ({
    text: {
      zh: `有几列都像${quote(heading)}：${list(
        rivals.map((rival) => `${rival.column} 列${quote(rival.heading)}`),
        "zh",
      )}。`,
      en: `Several columns could be ${quote(heading)}: ${list(
        rivals.map((rival) => `${rival.column} ${quote(rival.heading)}`),
        "en",
      )}.`,
    },
    fix: {
      zh: `只留一列作${quote(heading)}，其余的改个标题。`,
      en: `Keep one as ${quote(heading)} and rename the others.`,
    },
  }),
  monthHeaderWithoutYear: ({ heading, against }) =>
    against === null
      ? {
          text: {
            zh: `月份标题${quote(heading)}没有年份，补上之前无法判定任何人。`,
            en: `The month heading ${quote(heading)} names no year; until it does nobody can be judged.`,
          },
          fix: {
            zh: "在最早的月份标题里写上年份，例如 2025年3月。",
            en: "Write the year into the earliest month heading, such as 2025年3月.",
          },
        }
      : {
          text: {
            zh: `${quote(heading)}与${quote(against)}说的不是同一个月，确认之前无法判定任何人。`,
            en: `${quote(heading)} and ${quote(against)} do not name the same month; until that is settled nobody can be judged.`,
          },
          fix: {
            zh: "改正写错的那一处，或在“核对表头”里选定月份。",
            en: "Correct the one that is wrong, or choose the month under “Check headings”.",
          },
        },
  monthHeaderUnusable: ({ heading, repeats }) =>
    repeats === null
      ? {
          text: {
            zh: `月份标题${quote(heading)}认不出是哪个月。`,
            en: `The month heading ${quote(heading)} cannot be read.`,
          },
          fix: {
            zh: "改成 2025-03 或 2025年3月 这样的写法；不是月份的列请移到月份列之外。",
            en: "Write it like 2025-03 or 2025年3月; move columns that are no months out of the month columns.",
          },
        }
      : {
          text: {
            zh: `月份标题${quote(heading)}是 ${formatMonth(repeats.month)}，${repeats.column} 列已经是这个月。`,
            en: `The month heading ${quote(heading)} is ${formatMonth(repeats.month)}, which column ${repeats.column} has already.`,
          },
          fix: {
            zh: "改正其中一个标题，或删掉多余的列。",
            en: "Correct one of the headings, or delete the column that is too many.",
          },
        },
  rowsHidden: ({ rows }) => ({
    text: {
      zh: `表里有${rows === null ? "若干" : ` ${rows} `}行被筛选或隐藏，看不见，但同样参加了校验。`,
      en: `${rows === null ? "Some rows are" : counted(rows, "row is", "rows are")} hidden or filtered out, and judged all the same.`,
    },
    fix: {
      zh: "如不应计入，请删除这些行，或移到别的工作表。",
      en: "Delete the rows that must not count, or move them to another sheet.",
    },
  }),
  cellsMerged: ({ rows, columns }) => ({
    text: {
      zh: `数据区有合并单元格（${rows} 行 × ${columns} 列），公式只看得到左上角一格。`,
      en: `Merged cells among the data (${rows} × ${columns}): formulas see only the upper left one.`,
    },
    fix: { zh: "取消合并，并把内容填到每一格。", en: "Unmerge them and fill each cell." },
  }),
  cellsNotCalculated: ({ cells, example }) => ({
    text: {
      zh: `有 ${cells} 个单元格 Excel 还没有算完（例如 ${example}），用到它们的结论暂不给出。`,
      en: `Excel has not calculated ${counted(cells, "cell")} yet (${agree(cells, "", "such as ")}${example}); what rests on ${agree(cells, "it", "them")} is not told until it has.`,
    },
    fix: {
      zh: "请等 Excel 算完；一直不变就重新计算（Ctrl+Alt+F9）。不要用数字盖掉公式。",
      en: "Wait until Excel is done; if nothing changes, recalculate (Ctrl+Alt+F9). Do not type over the formula.",
    },
  }),
};
