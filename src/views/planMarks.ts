import type { Finding } from "../findings";
import type { CellRef } from "../grid";
import { isOfMonth } from "./summary";
import type { MarkKind, Marks, MonthReport } from "./types";

export interface MarkChoices {
  /** Whether cells that rest on open readings are marked, too. */
  readonly decisions?: boolean;
}

/**
 * The cells of a sheet to highlight: what is to be mended of the open month, and its candidates (rule V10). A problem is
 * marked once, under the more severe of its kinds. A candidate is marked at the name, beside a problem there: nobody must
 * miss a candidate because of a namesake.
 */
export function planMarks(
  report: MonthReport,
  sheetId: string = report.layout.sheet.id,
  { decisions = false }: MarkChoices = {},
): Marks {
  const cells: Record<MarkKind, CellRef[]> = { error: [], warning: [], candidate: [] };
  const mark = (kind: MarkKind, cell: CellRef | null, marked: Set<string>): void => {
    if (cell === null || cell.sheet.id !== sheetId) return;
    const key = `${cell.row} ${cell.column}`;
    if (marked.has(key)) return;
    marked.add(key);
    cells[kind].push(cell);
  };
  const isMarked = (finding: Finding): boolean =>
    (finding.kind === "data" || (decisions && finding.kind === "decision")) &&
    isOfMonth(finding, report.asOf);
  const problems = new Set<string>();
  for (const kind of ["error", "warning"] as const)
    for (const finding of report.findings)
      if (finding.severity === kind && isMarked(finding)) mark(kind, finding.cell, problems);
  const candidates = new Set<string>();
  for (const row of report.people)
    if (row.status === "eligible") mark("candidate", row.cell, candidates);
  return { sheetId, cells };
}
