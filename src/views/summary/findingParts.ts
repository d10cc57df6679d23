import type { Finding, FindingKind, FindingOf } from "../../findings";
import type { NamedReading } from "../../month";
import { fen, type Fen, type Month } from "../../units";

/** Whether a finding is of the open month, or of no month: of the sheet, the policy, or a person as such. */
export function isOfMonth({ month }: Pick<Finding, "month">, asOf: Month | null): boolean {
  return month === null || asOf === null || month === asOf;
}

/** Findings of one id that are mended in the same way: one line with a count. */
export interface FindingFold {
  readonly key: string;
  /** At least one, in the order of the report. */
  readonly findings: readonly [Finding, ...Finding[]];
}

/** An open reading: one line, with the cells that it concerns. */
export interface DecisionLine {
  readonly reading: NamedReading;
  /** What it changes in the open month; null where it changes nothing there. */
  readonly effect: FindingOf<"readingUndecided"> | null;
  /** Whether somebody's pay cannot be determined before it is decided. */
  readonly blocking: boolean;
  /** By how much the payroll of the month can differ from option to option; 0 where no pay depends on it. */
  readonly moves: Fen;
  /** Findings of cells and people that rest on it. */
  readonly cells: readonly Finding[];
}

/** Findings as they are listed: to mend, to decide, and about people. */
export interface FindingParts {
  readonly data: readonly FindingFold[];
  readonly decisions: readonly DecisionLine[];
  readonly notices: readonly FindingFold[];
}

const GRAVITY = { error: 0, warning: 1, info: 2 } as const;

/** What tells the ways of mending findings of one id apart; amounts and names that differ from cell to cell do not. */
function wayOf(finding: Finding): string {
  if ("problem" in finding) return finding.problem.kind;
  if ("heading" in finding) return finding.heading;
  if ("part" in finding) return finding.part;
  if ("identical" in finding) return String(finding.identical);
  if ("confirmed" in finding) return String(finding.confirmed);
  return "";
}

/** The most severe first; within a severity in the order of the report. */
function foldsOf(findings: readonly Finding[]): readonly FindingFold[] {
  const folds = new Map<string, { key: string; findings: [Finding, ...Finding[]] }>();
  for (const finding of findings) {
    const { severity, code, formula } = finding;
    const key = [severity, code, formula ? "formula" : "", wayOf(finding)].join(" ");
    const fold = folds.get(key);
    if (fold === undefined) folds.set(key, { key, findings: [finding] });
    else fold.findings.push(finding);
  }
  return [...folds.values()].sort(
    (a, b) => GRAVITY[a.findings[0].severity] - GRAVITY[b.findings[0].severity],
  );
}

/** The readings that a finding rests on. */
function readingsOf(finding: Finding): readonly NamedReading[] {
  if ("readings" in finding) return finding.readings;
  return "reading" in finding ? [finding.reading] : [];
}

/** The most that an option of a reading can move the payroll of those concerned, against the least. */
function spread({ options }: FindingOf<"readingUndecided">): Fen {
  const sums = options.map(({ gross }) => gross);
  return sums.length === 0 ? fen(0) : fen(Math.max(...sums) - Math.min(...sums));
}

/** Those that stop somebody's pay first, then by yuan, then by people. */
function compare(one: DecisionLine, other: DecisionLine): number {
  return (
    Number(other.blocking) - Number(one.blocking) ||
    other.moves - one.moves ||
    (other.effect?.people ?? 0) - (one.effect?.people ?? 0)
  );
}

/** One line for each reading; what rests on several stands with the first of them. */
function decisionsOf(findings: readonly Finding[]): readonly DecisionLine[] {
  interface Collected {
    readonly reading: NamedReading;
    effect: FindingOf<"readingUndecided"> | null;
    readonly cells: Finding[];
  }
  const lines = new Map<string, Collected>();
  for (const finding of findings) {
    const [reading] = readingsOf(finding);
    if (reading === undefined) continue;
    let line = lines.get(reading.id);
    if (line === undefined) lines.set(reading.id, (line = { reading, effect: null, cells: [] }));
    if (finding.type === "readingUndecided") line.effect = finding;
    else line.cells.push(finding);
  }
  return [...lines.values()]
    .map((line) => ({
      ...line,
      blocking: line.effect?.blocking ?? false,
      moves: line.effect === null ? fen(0) : spread(line.effect),
    }))
    .sort(compare);
}

/** Findings by what HR has to do about them, repeats folded (rule V8.1). */
export function findingParts(findings: readonly Finding[]): FindingParts {
  const of: Record<FindingKind, Finding[]> = { data: [], decision: [], notice: [] };
  for (const finding of findings) of[finding.kind].push(finding);
  return {
    data: foldsOf(of.data),
    decisions: decisionsOf(of.decision),
    notices: foldsOf(of.notice),
  };
}

/** The parts with only the findings that are kept. A reading that is kept keeps its cells; one of whose cells some are kept, stays. */
export function narrowParts(
  { data, decisions, notices }: FindingParts,
  isKept: (finding: Finding) => boolean,
): FindingParts {
  const narrow = (folds: readonly FindingFold[]): readonly FindingFold[] =>
    folds.flatMap((fold) => {
      const [first, ...rest] = fold.findings.filter(isKept);
      return first === undefined ? [] : [{ ...fold, findings: [first, ...rest] }];
    });
  return {
    data: narrow(data),
    decisions: decisions.flatMap((line) => {
      if (line.effect !== null && isKept(line.effect)) return [line];
      const cells = line.cells.filter(isKept);
      return cells.length === 0 ? [] : [{ ...line, cells }];
    }),
    notices: narrow(notices),
  };
}
