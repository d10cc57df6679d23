import type { CellRef } from "../grid";
import type { MarkKind, Marks, MonthReport } from "./types";

/**
 * The cells of a sheet to highlight: a problem once, under the more severe of its kinds. A candidate is marked at the name,
 * beside a problem there: nobody must miss a candidate because of a namesake.
 */
export function planMarks(report: MonthReport, sheetId: string = report.layout.sheet.id): Marks {
  const cells: Record<MarkKind, CellRef[]> = { error: [], warning: [], candidate: [] };
  const mark = (kind: MarkKind, cell: CellRef | null, marked: Set<string>): void => {
    if (cell === null || cell.sheet.id !== sheetId) return;
    const key = `${cell.row} ${cell.column}`;
    if (marked.has(key)) return;
    marked.add(key);
    cells[kind].push(cell);
  };
  const problems = new Set<string>();
  for (const kind of ["error", "warning"] as const)
    for (const finding of report.findings)
      if (finding.severity === kind) mark(kind, finding.cell, problems);
  const candidates = new Set<string>();
  for (const row of report.people)
    if (row.status === "eligible") mark("candidate", row.cell, candidates);
  return { sheetId, cells };
}
