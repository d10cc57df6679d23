import type { Requirement } from "../../policy";
import type { EvidencePoint } from "../../views";
import { formatMonth, formatPoints, type Month } from "../../units";
import type { Both, Language } from "../language";
import { alike, counted, joined, NOTHING, told } from "../say";
import { tierSaid } from "../tiers";

// What the page "晋升" says of the months that count: what is asked, and what there is.

/** One requirement of a level's clause: what is asked, and what there is. */
export function sayRequirementOf(requirement: Requirement, language: Language): string {
  return requirementSaid(requirement)[language];
}

function requirementSaid(requirement: Requirement): Both {
  const { have, need } = requirement;
  switch (requirement.kind) {
    case "streak": {
      const { worstTier, bound } = requirement;
      const tier = tierSaid(worstTier);
      const asked: Both =
        bound === "exactly"
          ? { zh: "恰好在", en: "in" }
          : worstTier === 1
            ? { zh: "都在", en: "in" }
            : { zh: "都不低于", en: "at least in" };
      return {
        zh: `连续 ${need} 个月${asked.zh}${tier.zh}：现有 ${have} 个月`,
        en: `${counted(need, "month", "months in a row")} ${asked.en} ${tier.en}: ${have} so far`,
      };
    }
    case "inner": {
      const tier = tierSaid(requirement.tier);
      const bound: Both =
        requirement.bound === "exactly"
          ? { zh: "恰好", en: "exactly" }
          : { zh: "至少", en: "at least" };
      return {
        zh: `其中${bound.zh} ${need} 个月在${tier.zh}：现有 ${have} 个月`,
        en: `${bound.en} ${need} of them in ${tier.en}: ${have} so far`,
      };
    }
    case "window": {
      const tier = tierSaid(requirement.worstTier);
      return {
        zh: `考核窗口 ${need} 个月内没有低于${tier.zh}的月份：看到 ${have} 个月`,
        en: `no month below ${tier.en} in a window of ${counted(need, "month")}: ${have} looked at`,
      };
    }
  }
}

function resultSaid({ kind, score, tier }: EvidencePoint): Both {
  switch (kind) {
    case "before":
      return { zh: "无记录", en: "no record" };
    case "missing":
      return { zh: "缺成绩", en: "no score" };
    case "leave":
      return { zh: "法定假期", en: "statutory leave" };
    case "unreadable":
      return { zh: "成绩无法判定", en: "a score that cannot be placed" };
    case "score": {
      const points = score === null ? "" : formatPoints(score);
      const placed = tier === null ? NOTHING : tierSaid(tier);
      return { zh: `${points}分，${placed.zh}`, en: `${points}, ${placed.en}` };
    }
  }
}

/** Everything that the picture shows of a month, for whoever cannot see it. */
export function sayEvidencePoint(point: EvidencePoint, language: Language): string {
  const { levelChange, complaints, leaves } = point;
  const facts = told([
    resultSaid(point),
    point.inStreak && { zh: "连续期", en: "run" },
    point.inWindow && { zh: "考核窗口", en: "window" },
    point.beforePromotion && { zh: "升级前", en: "before the promotion" },
    levelChange !== null && {
      zh: `级别由${levelChange.from.name.zh}变为${levelChange.to.name.zh}`,
      en: `level changes from ${levelChange.from.name.en} to ${levelChange.to.name.en}`,
    },
    complaints > 0 && { zh: `投诉 ${complaints} 次`, en: counted(complaints, "complaint") },
    leaves > 0 && { zh: `离岗 ${leaves} 次`, en: counted(leaves, "unapproved absence") },
  ]);
  return joined([alike(formatMonth(point.month)), joined(facts, "comma")], "colon")[language];
}

/** What stands in a month without a usable score: told by its letter, as in the strip of the report. */
export function sayPointMark(kind: EvidencePoint["kind"], language: Language): string {
  switch (kind) {
    case "before":
    case "score":
    case "missing":
      return "";
    case "leave":
      return { zh: "假", en: "L" }[language];
    case "unreadable":
      return "?";
  }
}

/** What the picture is of. */
export function sayPicture(name: string, language: Language): string {
  return { zh: `${name}最近十二个月的分数`, en: `Scores of ${name} in the last twelve months` }[
    language
  ];
}

/** "若 2026-11 得": the label of a supposed score. */
export function sayIfScored(month: Month, missing: boolean, language: Language): string {
  const when = formatMonth(month);
  return (
    missing
      ? { zh: `若补录 ${when} 为（分）`, en: `If ${when} had scored` }
      : { zh: `若 ${when} 得（分）`, en: `If ${when} scores` }
  )[language];
}
