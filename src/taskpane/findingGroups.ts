import { formatRef } from "../grid";
import type { Finding, Severity } from "../findings";
import { sayFinding, type Language } from "../wording";
import { SEVERITIES } from "./severity";

/** The findings of one code and severity, in the order of the report. */
export interface FindingGroup {
  readonly key: string;
  readonly code: Finding["code"];
  readonly severity: Severity;
  readonly findings: readonly Finding[];
}

/** The gravest first; within a severity in the order in which codes first appear. */
export function groupFindings(findings: readonly Finding[]): FindingGroup[] {
  const groups = new Map<string, FindingGroup & { findings: Finding[] }>();
  for (const finding of findings) {
    const { code, severity } = finding;
    const key = `${severity} ${code}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { key, code, severity, findings: [finding] });
    else group.findings.push(finding);
  }
  return [...groups.values()].sort(
    (a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity),
  );
}

const cellText = (finding: Finding): string =>
  finding.cell === null ? "" : formatRef(finding.cell);

export interface FindingFilter {
  readonly severity: Severity | null;
  readonly text: string;
}

/** The findings that a filter leaves; its text is sought in everything that a row shows. */
export function filterFindings(
  findings: readonly Finding[],
  { severity, text }: FindingFilter,
  language: Language,
): readonly Finding[] {
  const sought = text.trim().toLowerCase();
  if (severity === null && sought === "") return findings;
  return findings.filter((finding) => {
    if (severity !== null && finding.severity !== severity) return false;
    if (sought === "") return true;
    const said = sayFinding(finding, language);
    const { person } = finding;
    const shown = [cellText(finding), person?.name, person?.employeeId, said.text, said.fix];
    return shown.some((part) => part?.toLowerCase().includes(sought));
  });
}

/** A line of the list: the heading of a group, or one finding. */
export type FindingLine =
  | { readonly kind: "group"; readonly key: string; readonly group: FindingGroup }
  | { readonly kind: "finding"; readonly key: string; readonly finding: Finding };

/** The groups and, of those that are open, their findings, as lines from top to bottom. */
export function linesOf(
  groups: readonly FindingGroup[],
  closed: ReadonlySet<string>,
): readonly FindingLine[] {
  return groups.flatMap((group): FindingLine[] => [
    { kind: "group", key: group.key, group },
    ...(closed.has(group.key)
      ? []
      : group.findings.map((finding, index): FindingLine => ({
          kind: "finding",
          key: `${group.key} ${index}`,
          finding,
        }))),
  ]);
}
