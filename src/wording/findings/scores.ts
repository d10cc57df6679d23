import { formatPoints } from "../../units";
import { agree, counted, joined, list, quote } from "../say";
import { tierChinese } from "../tiers";
import { decideReading, sayContent, sayTierResult, suggestion } from "./facts";
import type { FindingsOf } from "./findingsWords";

/** What findings about scores say. */
export const scoreFindings: FindingsOf<"scores"> = {
  scoreNotNumber: ({ seen }) => ({
    text: {
      zh: `成绩处${sayContent(seen).zh}${suggestion(seen).zh}`,
      en: `The score ${sayContent(seen).en}${suggestion(seen).en}`,
    },
    fix: {
      zh: "填写 0 至 100 的数字；没有考核的，写明原因，例如 产假、病假。",
      en: "Enter a number from 0 to 100; where there was no assessment, write the reason, such as 产假 or 病假.",
    },
  }),
  scoresAsGrades: ({ heading, grades }) => ({
    text: {
      zh: `${quote(heading)}填的是等级（${list(grades, "zh")}），不是分数；给出每个等级的分数之前无法判定任何人。`,
      en: `${quote(heading)} holds grades (${list(grades, "en")}), not scores; until each has its points nobody can be judged.`,
    },
    fix: {
      zh: "打开“核对表头”，说明每个等级算多少分。",
      en: "Say under “Check headings” how many points each grade is worth.",
    },
  }),
  scoreAsText: ({ cleaned, seen, score }) => {
    const kinds = {
      text: { zh: "存成了文本", en: "is stored as text" },
      fullWidth: { zh: "用了全角数字", en: "has full-width digits" },
      unit: { zh: "带着单位", en: "carries a unit" },
      separators: { zh: "带着分隔符", en: "carries separators" },
    };
    return {
      text: {
        zh: `成绩${quote(seen)}${kinds[cleaned].zh}，已按 ${formatPoints(score)} 分读取。`,
        en: `The score ${quote(seen)} ${kinds[cleaned].en}; it was read as ${formatPoints(score)}.`,
      },
      fix: {
        zh: `改成数字 ${formatPoints(score)}，公式才能用它计算。`,
        en: `Make it the number ${formatPoints(score)}, so that formulas can use it.`,
      },
    };
  },
  scoreOutOfRange: ({ value, minimum, maximum }) => ({
    text: {
      zh: `成绩 ${value === null ? "的数字过大" : String(value)} 不在 ${formatPoints(minimum)} 至 ${formatPoints(maximum)} 分之间。`,
      en: `The score ${value === null ? "is a number far too large and" : String(value)} is not between ${formatPoints(minimum)} and ${formatPoints(maximum)}.`,
    },
    fix: { zh: "核对后改正。", en: "Check and correct it." },
  }),
  scoreZero: ({ confirmed }) =>
    confirmed
      ? {
          text: {
            zh: "已确认是真的 0 分，按 0 分计入。CS 公式仍会把数字 0 当作空白。",
            en: "Confirmed as a real 0, and counted as one. CS formulas still take the number 0 for a blank.",
          },
          fix: {
            zh: "要让公式也算上它，请在这格写 0分。",
            en: "Write 0分 into the cell to make formulas count it too.",
          },
        }
      : {
          text: {
            zh: "成绩是 0：是真的得 0 分，还是先占个位置？确认之前按缺成绩处理。",
            en: "The score is 0: earned, or a placeholder? Until it is confirmed it counts as missing.",
          },
          fix: {
            zh: "确实是 0 分就写 0分，或在这里确认；不是就清空，或写明原因。",
            en: "If it is a real 0, write 0分 or confirm it here; else clear the cell or state the reason.",
          },
        },
  scoresAsFractions: ({ scores, greatest }) => ({
    text: {
      zh: `表里 ${scores} 个成绩都不超过 1（最高 ${formatPoints(greatest)}），像是按比例录入的；改正之前无法判定任何人。`,
      en: `${scores === 1 ? "The only score of the sheet is" : `All ${counted(scores, "score")} of the sheet are`} at most 1 (the highest is ${formatPoints(greatest)}), as if entered as fractions; until that is mended nobody can be judged.`,
    },
    fix: { zh: "把成绩都乘以 100。", en: "Multiply the scores by 100." },
  }),
  scoreDisputed: ({ score, reading, results }) => {
    const each = joined(results.map(sayTierResult), "semicolon");
    return {
      text: {
        zh: `${formatPoints(score)} 分归哪一档有争议（口径：${reading.title.zh}）：${each.zh}。`,
        en: `The tier of ${formatPoints(score)} is disputed (reading: ${reading.title.en}): ${each.en}.`,
      },
      fix: decideReading(reading.title),
    };
  },
  scoreShownOtherwise: ({ shown, score, tier, shownTier }) => ({
    text: {
      zh: `显示的是 ${shown}，实际存的是 ${formatPoints(score)} 分${tier === null || shownTier === null ? "，两者分在界线两边" : tier === shownTier ? "，一个及格、一个不及格" : `：显示像${tierChinese(shownTier)}，实际是${tierChinese(tier)}`}。判定按实际存的分数。`,
      en: `The cell shows ${shown} and holds ${formatPoints(score)}${tier === null || shownTier === null ? ", on either side of a limit" : tier === shownTier ? ": one is a pass, the other is not" : `: shown it looks like tier ${shownTier}, in fact it is tier ${tier}`}. What it holds is judged.`,
    },
    fix: {
      zh: "在来源处把分数取整，使显示和实际一致。",
      en: "Round the score where it comes from, so that both agree.",
    },
  }),
  scoreDecimals: ({ score }) => ({
    text: {
      zh: `成绩 ${formatPoints(score)} 超过两位小数。`,
      en: `The score ${formatPoints(score)} has more than two decimals.`,
    },
    fix: {
      zh: "无须处理；如是平均分，建议在来源处取整。",
      en: "Nothing to do; an average is better rounded where it comes from.",
    },
  }),
  typedAmongFormulas: ({ formulas, column }) => ({
    text: {
      zh: `${column} 列的成绩有 ${formulas} 个由公式算出，这一格是手填的。`,
      en: `${counted(formulas, "score")} of column ${column} ${agree(formulas, "comes from a formula", "come from formulas")}; this one is typed.`,
    },
    fix: {
      zh: "核对是否有意改写；不是就恢复公式。",
      en: "Check whether it was meant; if not, put the formula back.",
    },
  }),
};
