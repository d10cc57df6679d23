import { judgeMonth } from "../../../src/month";
import { candidateReport, promotionMonth, type CandidateReport } from "../../../src/views";
import type { PromotionMonth, PromotionPerson, StepInFile } from "../../../src/views";
import { readPromotionSheet, type PromotionSheet, type ScoreSheet } from "../../../src/scoresheet";
import type { Cell } from "../../../src/grid";
import { book, month, TODAY, type Circumstances } from "../../findings/setup";
import { finish } from "../people";

export const TABLE_HEADER = [
  "工号",
  "姓名",
  "目标级别",
  "考核月",
  "项目(条款号)",
  "结果",
  "得分/票数",
  "经办人",
  "日期",
  "备注",
];

export type TableRow = readonly Cell[];

/** A row of 晋升流程 about 王芳 (A01) on her way to middle in the month of the ledgers. */
export const told = (
  item: string,
  result: Cell,
  more: Partial<Record<string, Cell>> = {},
): TableRow => [
  more["id"] ?? "A01",
  more["name"] ?? "王芳",
  more["target"] ?? "中级客服",
  more["month"] ?? "2025-06",
  item,
  result,
  more["figure"] ?? "",
  more["by"] ?? "",
  more["date"] ?? "",
  more["note"] ?? "",
];

export function tableOf(rows: readonly TableRow[]): PromotionSheet {
  const table = readPromotionSheet({
    sheet: { id: "{9}", name: "晋升流程" },
    firstRow: 0,
    firstColumn: 0,
    rows: [TABLE_HEADER, ...rows],
    isFormula: () => false,
  });
  if (table === null) throw new Error("No table");
  return table;
}

export function judgePromotions(
  sheet: ScoreSheet,
  rows: readonly TableRow[] = [],
  given: Circumstances = {},
): PromotionMonth {
  const judged = finish(
    judgeMonth({
      sheet,
      book: given.book ?? book(),
      today: given.today ?? TODAY,
      asOf: given.asOf === undefined ? undefined : month(given.asOf),
      promotions: rows.length === 0 ? null : tableOf(rows),
    }),
  );
  return finish(promotionMonth(judged));
}

export function personOf(judged: PromotionMonth, who = "A01"): PromotionPerson {
  const found = judged.people.find(
    ({ row }) => row.person.employeeId === who || row.person.name === who,
  );
  if (found === undefined) throw new Error(`Nobody is ${who}`);
  return found;
}

/** "§5.2b done 8/9": each step's clause, state and figure. */
export function states(steps: readonly StepInFile[] | undefined): string[] {
  return (steps ?? []).map(({ clause, state, record }) =>
    [clause, state, record?.figure.kind === "text" ? record.figure.text : ""].join(" ").trim(),
  );
}

export function reportOf(judged: PromotionMonth, withReviews = false): CandidateReport {
  const report = finish(candidateReport(judged, { withReviews }));
  if (report === null) throw new Error("No month");
  return report;
}
