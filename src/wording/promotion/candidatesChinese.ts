import { formatMonth, formatPoints } from "../../units";
import type { CandidateWords } from "./candidatesWords";
import { tierChinese } from "../tiers";

export const candidatesChinese: CandidateWords = {
  status: {
    eligible: "成绩达标",
    not_yet: "未达标",
    missing_data: "缺成绩",
    no_data: "无成绩",
    top_level: "已是最高级",
    excluded: "未判定",
  },
  oneMonthShort: "只差一个月",
  target: ({ level, target }) =>
    level === null || target === null ? null : `${level.name.zh} → ${target.name.zh}`,
  level: ({ level, levelSince, monthsHeld }) => {
    if (level === null) return null;
    return levelSince === null || monthsHeld === null
      ? level.name.zh
      : `${level.name.zh}（自 ${formatMonth(levelSince)}，${monthsHeld} 个月）`;
  },
  detail: ({ status, verdict, blockedBy, exclusion }) => {
    if (exclusion !== null) return candidatesChinese.exclusion(exclusion);
    if (verdict?.kind !== "judged") return null;
    if (status === "missing_data")
      return blockedBy === null
        ? "缺成绩，补录后再判断"
        : `缺 ${formatMonth(blockedBy.month)} 成绩，补录后再判断`;
    if (status !== "not_yet") return null;
    const { monthsShort, reasons } = verdict;
    const wait = monthsShort === null ? "按现行口径无法达到" : `最快还需 ${monthsShort} 个月`;
    const parts = [wait];
    if (blockedBy !== null)
      parts.push(
        `卡在 ${formatMonth(blockedBy.month)}（${
          blockedBy.score === null || blockedBy.tier === null
            ? "缺成绩"
            : `${formatPoints(blockedBy.score)}分，${tierChinese(blockedBy.tier)}`
        }）`,
      );
    const inner = reasons.find((reason) => reason.kind === "inner");
    if (blockedBy === null && inner !== undefined)
      parts.push(`一级月现有 ${inner.have} 个，要求 ${inner.need} 个`);
    const short = reasons.find((reason) => reason.kind === "short");
    if (blockedBy === null && short !== undefined)
      parts.push(`现有 ${short.have} 个月，要求连续 ${short.need} 个月`);
    const window = reasons.find((reason) => reason.kind === "window");
    if (window !== undefined) {
      const met = reasons.length === 1 ? "连续月数已满足，" : "";
      parts.push(`${met}考核窗口 ${window.have}/${window.need}`);
    }
    return parts.join("；");
  },
  exclusion: (exclusion) => {
    switch (exclusion.kind) {
      case "noLevelColumn":
        return "表中没有级别列，无法判定";
      case "unknownLevel":
        return exclusion.text === ""
          ? "没有填写级别，无法判定"
          : `级别“${exclusion.text}”不在制度里，无法判定`;
      case "dataError":
        return exclusion.month === null
          ? "有一行的月份有误，改正后再判断"
          : `${formatMonth(exclusion.month)} 的数据有误，改正后再判断`;
      case "notCalculated":
        return exclusion.month === null
          ? "Excel 还没有算完，算完后再判断"
          : `${formatMonth(exclusion.month)} 的数据 Excel 还没有算完，算完后再判断`;
      case "scoresAsFractions":
        return "成绩像是按比例录入的，改正后再判断";
      case "monthWithoutYear":
        return "月份标题没有年份，补上后再判断";
      case "monthInDoubt":
        return "表里几处写的月份不一致，确认后再判断";
      case "gradesUnknown":
        return "成绩填的是等级，给出每个等级的分数后再判断";
      case "refusedScore":
        return `${exclusion.month === null ? "有成绩" : `${formatMonth(exclusion.month)} 的成绩`}按现行口径${exclusion.title === null ? "" : `“${exclusion.title.zh}”`}不归任何一档`;
      case "unanswerable":
        return `口径“${exclusion.title.zh}”需要的信息表中没有，补上现级别起始月后再判断`;
    }
  },
  evidence: ({ month, score, tier, beforePromotion }) => {
    const result =
      score === null
        ? "缺成绩"
        : `${formatPoints(score)}分${tier === null ? "" : `，${tierChinese(tier)}`}`;
    return `${formatMonth(month)}：${result}${beforePromotion ? "（升级前）" : ""}`;
  },
  withinLevel: ({ evidence, levelSince }) =>
    levelSince === null || evidence.length === 0
      ? null
      : `其中现级别内 ${evidence.filter(({ beforePromotion }) => !beforePromotion).length} 个月`,
  dependsOn: ({ readings, readingsTried }) => {
    if (!readingsTried) return null;
    if (readings.length === 0) return "不受口径影响";
    const titles = readings.map(
      ({ title, undecided }) => `${title.zh}${undecided ? "（未确认）" : ""}`,
    );
    return `受口径影响：${titles.join("、")}`;
  },
  skipHint: ({ skipHint }) =>
    skipHint === null ? null : `成绩也满足${skipHint.name.zh}；越级须另行评审（§2.3）`,
  leave: "含法定假期月份，请人工确认",
  review: ({ risk }) => {
    if (risk === null || risk.kind === "excluded" || risk.count === 0) return null;
    const months = risk.cells
      .flatMap(({ month }) => (month === null ? [] : [formatMonth(month)]))
      .join("、");
    const what = risk.kind === "dismissal_review" ? "绩效复核" : "预警";
    return `${what}：${risk.count === 1 ? "" : "连续 "}${risk.count} 个月不及格（${months}）`;
  },
  footer: "本工具只核对成绩条件，能否晋升由审批人决定。",
  reviewNote:
    "这里只提示由人复核。法律要求不止几个月不及格：须先培训或调岗，仍不能胜任才可依法处理，并提前通知、给予补偿；受特殊保护的人员除外。",
};
