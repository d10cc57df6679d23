import type { Finding, Severity } from "../../findings";
import { SEVERITIES } from "../shared/severity";

/** The findings of one type and severity, in the order of the report. */
export interface FindingGroup {
  readonly key: string;
  readonly type: Finding["type"];
  readonly severity: Severity;
  readonly findings: readonly Finding[];
}

/** The gravest first; within a severity in the order in which types first appear. */
export function groupFindings(findings: readonly Finding[]): FindingGroup[] {
  const groups = new Map<string, FindingGroup & { findings: Finding[] }>();
  for (const finding of findings) {
    const { type, severity } = finding;
    const key = `${severity} ${type}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { key, type, severity, findings: [finding] });
    else group.findings.push(finding);
  }
  return [...groups.values()].sort(
    (a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity),
  );
}

/** Findings of one group that are listed at once; the others are one line until somebody asks for them. */
const LISTED = 1_000;

/** A line of the list: the heading of a group, one finding, or those of the group that are not listed. */
export type FindingLine =
  | { readonly kind: "group"; readonly key: string; readonly group: FindingGroup }
  | { readonly kind: "finding"; readonly key: string; readonly finding: Finding }
  | { readonly kind: "rest"; readonly key: string; readonly group: string; readonly count: number };

/** What a finding is about, in as few letters as tell it from others of its group after an edit. */
function keyOf({ cell, person, month }: Finding): string {
  const where = cell === null ? "" : `${cell.sheet.id} ${cell.row} ${cell.column}`;
  return `${where} ${person?.key ?? ""} ${month ?? ""}`;
}

/**
 * The groups and, of those that are open, their findings, as lines from top to bottom. A finding that is
 * still there after an edit keeps its key, wherever it stands then.
 */
export function linesOf(
  groups: readonly FindingGroup[],
  closed: ReadonlySet<string>,
  listedWhole: ReadonlySet<string> = new Set(),
): readonly FindingLine[] {
  const lines: FindingLine[] = [];
  for (const group of groups) {
    lines.push({ kind: "group", key: group.key, group });
    if (closed.has(group.key)) continue;
    const count = listedWhole.has(group.key) ? Infinity : LISTED;
    const met = new Map<string, number>();
    for (const finding of group.findings.slice(0, count)) {
      const key = `${group.key} ${keyOf(finding)}`;
      const times = met.get(key) ?? 0;
      met.set(key, times + 1);
      lines.push({ kind: "finding", key: times === 0 ? key : `${key} ${times}`, finding });
    }
    const rest = group.findings.length - count;
    if (rest > 0)
      lines.push({ kind: "rest", key: `${group.key} rest`, group: group.key, count: rest });
  }
  return lines;
}
