import { formatPoints } from "../../units";
import type { EvidenceMonth, ExplanationCell } from "../../formulas";
import type { Requirement } from "../../policy";
import { tierChinese } from "../tiers";

// What WHY writes, in the policy's language like all answers; apart, since the other functions never say it.

const HEADINGS: Record<"clause" | "requirement" | "evidence" | "outcome", string> = {
  clause: "条款",
  requirement: "要求",
  evidence: "依据",
  outcome: "结论",
};

function tierAsked(worstTier: number, bound: "atLeast" | "exactly"): string {
  if (bound === "exactly") return `恰好在${tierChinese(worstTier)}`;
  return worstTier === 1 ? `都在${tierChinese(1)}` : `都不低于${tierChinese(worstTier)}`;
}

function sayRequirement(level: string, requirement: Requirement): string {
  const { need } = requirement;
  switch (requirement.kind) {
    case "streak":
      return `${level}：连续${need}个月${tierAsked(requirement.worstTier, requirement.bound)}`;
    case "inner":
      return `${level}：其中${requirement.bound === "exactly" ? "恰好" : "至少"}${need}个月在${tierChinese(requirement.tier)}${requirement.tier === 1 ? "" : "或以上"}`;
    case "window":
      return `${level}：考核窗口${need}个月内没有低于${tierChinese(requirement.worstTier)}的月份`;
  }
}

function sayEvidence(months: readonly EvidenceMonth[]): string {
  if (months.length === 0) return "无";
  return months
    .map(({ at, score }) => `第${at}格=${score === null ? "缺" : formatPoints(score)}`)
    .join("，");
}

function sayOutcome(requirement: Requirement): string {
  if (requirement.met) return "满足";
  const { have, need } = requirement;
  switch (requirement.kind) {
    case "streak":
      return `未满足：最近连续${have}个月，要求${need}个月`;
    case "inner":
      return `未满足：现有${have}个月，要求${need}个月`;
    case "window":
      return have < need
        ? `未满足：考核窗口${have}/${need}个月`
        : `未满足：窗口内有缺考或低于${tierChinese(requirement.worstTier)}的月份`;
  }
}

function sayStanding({ decided, matters }: Extract<ExplanationCell, { kind: "standing" }>): string {
  const weight = matters ? "，改选会改变结果" : "";
  return decided ? `已确认${weight}` : `未确认，暂按推荐口径${weight}`;
}

/** A cell of the table that explains a judgement. */
export function sayExplanation(cell: ExplanationCell): string {
  switch (cell.kind) {
    case "heading":
      return HEADINGS[cell.column];
    case "clauses":
      return cell.clauses.join("、");
    case "requirement":
      return sayRequirement(cell.level, cell.requirement);
    case "noRequirement":
      return `${cell.level}：现行口径下没有成绩要求`;
    case "evidence":
      return sayEvidence(cell.months);
    case "outcome":
      return sayOutcome(cell.requirement);
    case "met":
      return "满足";
    case "reading":
      return `口径：${cell.reading.title.zh}`;
    case "option":
      return cell.label.zh;
    case "standing":
      return sayStanding(cell);
    case "dependence":
      return "结果是否受口径影响";
    case "dependsOn":
      return cell.readings.length === 0
        ? "不受口径影响"
        : `受口径影响：${cell.readings.map(({ title }) => title.zh).join("、")}`;
  }
}
