import type { Exclusion } from "../../views";
import { formatMonth } from "../../units";
import type { Both, Language } from "../language";
import { quote } from "../say";

/** Why somebody is not judged, in both languages. */
export function exclusionSaid(exclusion: Exclusion): Both {
  switch (exclusion.kind) {
    case "noLevelColumn":
      return { zh: "表中没有级别列，无法判定", en: "The sheet has no level column" };
    case "unknownLevel":
      return exclusion.text === ""
        ? { zh: "没有填写级别，无法判定", en: "No level is entered" }
        : {
            zh: `级别${quote(exclusion.text)}不在制度里，无法判定`,
            en: `The policy knows no level ${quote(exclusion.text)}`,
          };
    case "dataError":
      return exclusion.month === null
        ? {
            zh: "有一行的月份有误，改正后再判断",
            en: "The month of a row is wrong; judge again once it is corrected",
          }
        : {
            zh: `${formatMonth(exclusion.month)} 的数据有误，改正后再判断`,
            en: `The data of ${formatMonth(exclusion.month)} are wrong; judge again once they are corrected`,
          };
    case "notCalculated":
      return exclusion.month === null
        ? {
            zh: "Excel 还没有算完，算完后再判断",
            en: "Not calculated yet; judge again once Excel is done",
          }
        : {
            zh: `${formatMonth(exclusion.month)} 的数据 Excel 还没有算完，算完后再判断`,
            en: `The data of ${formatMonth(exclusion.month)} are not calculated yet; judge again once Excel is done`,
          };
    case "scoresAsFractions":
      return {
        zh: "成绩像是按比例录入的，改正后再判断",
        en: "The scores seem to be fractions; judge again once they are corrected",
      };
    case "monthWithoutYear":
      return {
        zh: "月份标题没有年份，补上后再判断",
        en: "The month headings name no year; judge again once it is given",
      };
    case "monthInDoubt":
      return {
        zh: "表里几处写的月份不一致，确认后再判断",
        en: "The sheet names different months; judge again once it is settled",
      };
    case "gradesUnknown":
      return {
        zh: "成绩填的是等级，给出每个等级的分数后再判断",
        en: "The scores are grades; judge again once each has its points",
      };
    case "refusedScore":
      return {
        zh: `${exclusion.month === null ? "有成绩" : `${formatMonth(exclusion.month)} 的成绩`}按现行口径${exclusion.title === null ? "" : `${quote(exclusion.title.zh)}`}不归任何一档`,
        en: `${exclusion.month === null ? "A score" : `The score of ${formatMonth(exclusion.month)}`} belongs to no tier under the reading in force${exclusion.title === null ? "" : ` (${exclusion.title.en})`}`,
      };
    case "unanswerable":
      return {
        zh: `口径${quote(exclusion.title.zh)}需要的信息表中没有，补上现级别起始月后再判断`,
        en: `The reading ${quote(exclusion.title.en)} needs what the sheet does not tell: enter 现级别起始月`,
      };
  }
}

/** Why somebody is not judged. */
export function sayExclusion(exclusion: Exclusion, language: Language): string {
  return exclusionSaid(exclusion)[language];
}
