import type { Finding } from "../../findings";
import type { DecisionLine, FindingFold, FindingParts } from "../../views";

/** Findings of one fold that are listed at once; the others are one line until somebody asks for them. */
const LISTED = 1_000;

export const QUIET = "decisions without pay";
export const NOTICES = "notices";
export const HINTS = "hints";
export const IGNORED = "ignored";

/** A line of a list of findings. */
export type ResultLine =
  /** Findings of one id that are mended alike. */
  | {
      readonly kind: "fold";
      readonly key: string;
      readonly open: boolean;
      readonly fold: FindingFold;
    }
  | {
      readonly kind: "finding";
      readonly key: string;
      readonly finding: Finding;
      readonly folded: boolean;
    }
  | {
      readonly kind: "decision";
      readonly key: string;
      readonly open: boolean;
      readonly line: DecisionLine;
    }
  /** Open readings that move no pay this month, hints on the data, or what is only to be known of people. */
  | {
      readonly kind: "group";
      readonly key: typeof QUIET | typeof NOTICES | typeof HINTS;
      readonly open: boolean;
      readonly count: number;
    }
  /** Those of a fold that are not listed. */
  | {
      readonly kind: "rest";
      readonly key: string;
      readonly fold: string;
      readonly count: number;
    };

/** A finding that can be gone to: one with a cell, the line it has, and the folds that must be open for it. */
export interface Stop {
  readonly key: string;
  readonly finding: Finding;
  readonly folds: readonly string[];
}

/** Which folds are open and which of the long ones are listed as a whole. */
export interface Folding {
  /** `byItself`: where neither HR nor "全部展开" has said anything. */
  readonly isOpen: (fold: string, byItself?: boolean) => boolean;
  readonly whole: ReadonlySet<string>;
}

/** What a finding is about, in as few letters as tell it from others of its fold after an edit. */
function keyOf({ code, cell, person, month }: Finding): string {
  const where = cell === null ? "" : `${cell.sheet.id} ${cell.row} ${cell.column}`;
  return `${code} ${where} ${person?.key ?? ""} ${month ?? ""}`;
}

/** The findings of a fold with keys of their own; one that is still there after an edit keeps its key. */
function* keyed(
  fold: string,
  findings: readonly Finding[],
): Generator<{ readonly key: string; readonly finding: Finding }> {
  const met = new Map<string, number>();
  for (const finding of findings) {
    const key = `${fold} ${keyOf(finding)}`;
    const times = met.get(key) ?? 0;
    met.set(key, times + 1);
    yield { key: times === 0 ? key : `${key} ${times}`, finding };
  }
}

function* folded(
  fold: string,
  findings: readonly Finding[],
  { whole }: Folding,
): Generator<ResultLine> {
  const most = whole.has(fold) ? Infinity : LISTED;
  for (const one of keyed(fold, findings.slice(0, most)))
    yield { kind: "finding", folded: true, ...one };
  const count = findings.length - most;
  if (count > 0) yield { kind: "rest", key: `${fold} rest`, fold, count };
}

/** Findings of one id and fix as one line, unfolded where it is open; a single one stands for itself. */
function foldLines(folds: readonly FindingFold[], folding: Folding): readonly ResultLine[] {
  return folds.flatMap((fold): readonly ResultLine[] => {
    const { key, findings } = fold;
    if (findings.length === 1)
      return [...keyed(key, findings)].map((one) => ({ kind: "finding", folded: false, ...one }));
    const open = folding.isOpen(key);
    const head: ResultLine = { kind: "fold", key, open, fold };
    return open ? [head, ...folded(key, findings, folding)] : [head];
  });
}

const foldOfDecision = ({ reading }: DecisionLine): string => `decision ${reading.id}`;

/** Whether an open reading stands behind the line of those that move no pay; where no other does, none of them. */
function quietOf(decisions: readonly DecisionLine[]): ReadonlySet<DecisionLine> {
  const quiet = decisions.filter(({ blocking, moves }) => !blocking && moves === 0);
  return new Set(quiet.length > 1 && quiet.length < decisions.length ? quiet : []);
}

/** Each open reading as one line, unfolded to its cells where it is open; those that move no pay folded at the end. */
export function decisionLines(
  decisions: readonly DecisionLine[],
  folding: Folding,
): readonly ResultLine[] {
  const quiet = quietOf(decisions);
  const linesOf = (line: DecisionLine): readonly ResultLine[] => {
    const key = foldOfDecision(line);
    const open = folding.isOpen(key);
    const head: ResultLine = { kind: "decision", key, open, line };
    return open ? [head, ...folded(key, line.cells, folding)] : [head];
  };
  const lines = decisions.filter((line) => !quiet.has(line)).flatMap(linesOf);
  if (quiet.size === 0) return lines;
  const open = folding.isOpen(QUIET);
  return [
    ...lines,
    { kind: "group", key: QUIET, open, count: quiet.size },
    ...(open ? [...quiet].flatMap(linesOf) : []),
  ];
}

/** Several folds as one line, with all their findings behind it. */
function groupLines(
  key: typeof NOTICES | typeof HINTS,
  folds: readonly FindingFold[],
  folding: Folding,
): readonly ResultLine[] {
  const count = folds.reduce((sum, { findings }) => sum + findings.length, 0);
  if (count === 0) return [];
  const open = folding.isOpen(key);
  const head: ResultLine = { kind: "group", key, open, count };
  return open ? [head, ...foldLines(folds, folding)] : [head];
}

const isHint = ({ findings: [{ severity }] }: FindingFold): boolean => severity === "info";

/** What is to be mended, line by line; hints, which change nothing, behind one line. */
export function dataLines(folds: readonly FindingFold[], folding: Folding): readonly ResultLine[] {
  return [
    ...foldLines(
      folds.filter((fold) => !isHint(fold)),
      folding,
    ),
    ...groupLines(HINTS, folds.filter(isHint), folding),
  ];
}

/** What is only to be known of people: one line, with the findings behind it. */
export function noticeLines(
  folds: readonly FindingFold[],
  folding: Folding,
): readonly ResultLine[] {
  return groupLines(NOTICES, folds, folding);
}

/** Every finding with a cell in the order of the page, folded away or not: what 上一条 and 下一条 go through. */
export function stopsOf({ data, decisions, notices }: FindingParts): readonly Stop[] {
  const quiet = quietOf(decisions);
  const stops: Stop[] = [];
  const add = (fold: string, findings: readonly Finding[], folds: readonly string[]): void => {
    for (const one of keyed(fold, findings))
      if (one.finding.cell !== null) stops.push({ ...one, folds });
  };
  for (const fold of data) {
    const { key, findings } = fold;
    add(key, findings, [...(isHint(fold) ? [HINTS] : []), ...(findings.length > 1 ? [key] : [])]);
  }
  for (const line of decisions) {
    const key = foldOfDecision(line);
    add(key, line.cells, quiet.has(line) ? [QUIET, key] : [key]);
  }
  for (const { key, findings } of notices)
    add(key, findings, findings.length > 1 ? [NOTICES, key] : [NOTICES]);
  return stops;
}
