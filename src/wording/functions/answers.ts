import type { Verdict } from "../../formulas";

// What a function writes into a cell is in the policy's language whatever the pane shows, so that formulas
// that compare it go on working when the workbook is shared.

function sayRisk({ risk, count, limit }: Extract<Verdict, { kind: "risk" }>): string {
  switch (risk) {
    case "ok":
      return "正常";
    case "atRisk":
      return `预警${Math.min(count, limit)}/${limit}`;
    case "review":
      return "绩效复核";
  }
}

/** A judgement as the text of a cell. */
export function sayVerdict(verdict: Verdict): string {
  switch (verdict.kind) {
    case "level":
      return verdict.level;
    case "noLevel":
      return "未达标";
    case "eligible":
      return `成绩达标：${verdict.target}`;
    case "monthsShort":
      return `最快还需${verdict.months}个月：${verdict.target}`;
    case "missing":
      return `缺成绩：第${verdict.at}格`;
    case "noScores":
      return "无成绩";
    case "topLevel":
      return "已是最高级";
    case "risk":
      return sayRisk(verdict);
  }
}
