import type { CellRef } from "../grid";
import type { MarkKind, Marks, MonthReport } from "./types";

/** The cells to highlight: each once, under the gravest of its kinds. A candidate is marked at the name. */
export function planMarks(report: MonthReport): Marks {
  const sheetId = report.layout.sheet.id;
  const marked = new Set<string>();
  const cells: Record<MarkKind, CellRef[]> = { error: [], warning: [], candidate: [] };
  const mark = (kind: MarkKind, cell: CellRef | null): void => {
    if (cell === null || cell.sheet.id !== sheetId) return;
    const key = `${cell.row} ${cell.column}`;
    if (marked.has(key)) return;
    marked.add(key);
    cells[kind].push(cell);
  };
  for (const kind of ["error", "warning"] as const)
    for (const finding of report.findings) if (finding.severity === kind) mark(kind, finding.cell);
  for (const row of report.people) if (row.status === "eligible") mark("candidate", row.cell);
  return { sheetId, cells };
}
