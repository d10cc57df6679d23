import type { PaySource, UnpaidReason } from "../../views";
import { exclusionSaid } from "../promotion/exclusions";
import type { Both, Language } from "../language";
import { quote } from "../say";

const sources: Readonly<Record<PaySource, Both>> = {
  score: { zh: "绩效分数", en: "score" },
  sales: { zh: "销售额", en: "sales" },
  extra: { zh: "额外奖励", en: "extra award" },
  complaints: { zh: "投诉或离岗次数", en: "number of complaints or leaves" },
  leaves: { zh: "离岗次数", en: "number of leaves" },
};

/** The same in both languages, as part of another sentence. */
export function unpaidSaid(why: UnpaidReason): Both {
  switch (why.kind) {
    case "sheet":
      return exclusionSaid(why.exclusion);
    case "noRow":
      return { zh: "当月没有记录", en: "no row in this month" };
    case "nameless":
      return {
        zh: "这一行没有工号和姓名，不知道是谁",
        en: "the row has neither 工号 nor 姓名: nobody knows whose it is",
      };
    case "contradicted":
      return { zh: "当月有两行，内容不同", en: "two rows of the month differ" };
    case "future":
      return { zh: "这个月还没有到", en: "the month is yet to come" };
    case "levelBlank":
      return { zh: "没有填写级别", en: "no level is given" };
    case "levelUnknown":
      return {
        zh: `级别${quote(why.text)}不在制度里`,
        en: `${quote(why.text)} is no level of the policy`,
      };
    case "noSalesColumn":
      return {
        zh: "表中没有销售额一列，提成无法计算",
        en: "the sheet has no sales column to work the commission out from",
      };
    case "unreadable":
      return {
        zh: `${sources[why.source].zh}无法读取`,
        en: `the ${sources[why.source].en} cannot be read`,
      };
    case "notCalculated":
      return why.source === "level" || why.source === "month"
        ? {
            zh: `${why.source === "level" ? "级别" : "有一行的月份"}尚未算完`,
            en: `the ${why.source === "level" ? "level" : "month of a row"} is not calculated yet`,
          }
        : {
            zh: `${sources[why.source].zh}尚未算完`,
            en: `the ${sources[why.source].en} ${why.source === "sales" ? "are" : "is"} not calculated yet`,
          };
    case "negative":
      return {
        zh: `${sources[why.source].zh}小于 0`,
        en: `the ${sources[why.source].en} is below 0`,
      };
    case "zeroScore":
      return {
        zh: "绩效分数是 0：真实的零分写成“0分”，没有考核就写原因",
        en: "the score is 0: write a real zero as “0分”, or the reason for none",
      };
    case "noScore":
      return { zh: "当月没有绩效分数", en: "no score in this month" };
    case "undecided":
      return {
        zh: `口径${quote(why.reading.title.zh)}尚未确认，请在“制度”页决定`,
        en: `the reading ${quote(why.reading.title.en)} is undecided; settle it on the page Policy`,
      };
    case "refusedScore":
      return why.reading === null
        ? { zh: "绩效分数不归任何一档", en: "the score belongs to no tier" }
        : {
            zh: `按口径${quote(why.reading.title.zh)}，绩效分数不归任何一档`,
            en: `under the reading ${quote(why.reading.title.en)} the score belongs to no tier`,
          };
  }
}

/** Why somebody's month cannot be paid. */
export function sayUnpaid(why: UnpaidReason, language: Language): string {
  return unpaidSaid(why)[language];
}
