import { builtInBook, type LintResult, type PolicyBook, type ReadingId } from "../../src/policy";
import { findLevel, headingsInForce, otherHeadingsInForce, policyFor } from "../../src/policy";
import { formatAddress, type Cell, type Grid } from "../../src/grid";
import type { Finding, FindingCode, FindingOf, FindingType } from "../../src/findings";
import type { MonthInput } from "../../src/month";
import { checkMonth, type CandidateRow, type MonthReport } from "../../src/views";
import {
  findLayout,
  readPromotionSheet,
  readRecords,
  sameLayout,
  type PromotionSheet,
  type ScoreLimits,
  type ScoreSheet,
} from "../../src/scoresheet";
import { addMonths, formatMonth, scoreFromPoints, type Month } from "../../src/units";
import { LAST, month, TODAY } from "../setup/ledger";

export { LAST, month, TODAY };

const policy = policyFor(builtInBook(), TODAY);
const points = (value: number) => {
  const score = scoreFromPoints(value);
  if (score === undefined) throw new Error(`Not a score: ${value}`);
  return score;
};
const limits: ScoreLimits = {
  minimum: points(policy.values.score.minimumPoints),
  maximum: points(policy.values.score.maximumPoints),
  statutoryLeave: new Set(policy.words.statutoryLeave),
  otherReasons: new Set(policy.words.otherReasons),
};

interface SheetSketch {
  /** Cells with formulas, "E3". */
  readonly formulas?: readonly string[];
  /** Formulas with what they say, by cell; they count among those above. */
  readonly texts?: Readonly<Record<string, string>>;
  readonly zeroConfirmed?: boolean;
}

function gridOf(rows: readonly (readonly Cell[])[], name: string, sketch: SheetSketch = {}): Grid {
  const { texts = {} } = sketch;
  const formulas = new Set([...(sketch.formulas ?? []), ...Object.keys(texts)]);
  return {
    sheet: { id: name === "成绩" ? "{1}" : `{${name}}`, name },
    firstRow: 0,
    firstColumn: 0,
    rows,
    isFormula: (row, column) => formulas.has(formatAddress({ row, column })),
    formulaText: (row, column) => texts[formatAddress({ row, column })],
  };
}

/** The table 晋升流程 with these rows: 工号, 目标级别, 考核月, 项目, 结果. */
export function promotionsOf(...rows: readonly (readonly Cell[])[]): PromotionSheet {
  const header = ["工号", "目标级别", "考核月", "项目(条款号)", "结果"];
  const found = readPromotionSheet(gridOf([header, ...rows], "晋升流程"));
  if (found === null) throw new Error("No 晋升流程");
  return found;
}

/** Reads rows as a sheet; on top of one that was read before, as the task does that follows edits. */
export function readSheet(
  rows: readonly (readonly Cell[])[],
  before: ScoreSheet | null = null,
  sketch: SheetSketch = {},
): ScoreSheet {
  const grid = gridOf(rows, "成绩", sketch);
  const found = findLayout(grid, {
    headings: headingsInForce(policy),
    others: otherHeadingsInForce(policy),
    limits,
    isLevel: (text) => findLevel(policy, text) !== undefined,
  });
  if (found.kind === "none") throw new Error("No layout");
  const layout = before === null ? found : sameLayout(before.layout, found);
  return readRecords(
    grid,
    layout,
    { limits, zeroConfirmed: () => sketch.zeroConfirmed === true },
    before,
  );
}

export interface Someone {
  readonly id?: Cell;
  readonly name?: Cell;
  readonly level?: Cell | readonly Cell[];
  /** Oldest first, the last one of `until`; undefined: the month has no row. */
  readonly scores: readonly (Cell | undefined)[];
  readonly sales?: Cell | readonly Cell[];
  readonly complaints?: Cell | readonly Cell[];
  readonly leaves?: Cell | readonly Cell[];
  readonly hired?: Cell;
  readonly since?: Cell;
  readonly until?: string;
}

export const HEADER = [
  "工号",
  "姓名",
  "月份",
  "级别",
  "绩效分数",
  "销售额",
  "投诉次数",
  "离岗次数",
  "入职日期",
  "现级别起始月",
];

function at(value: Cell | readonly Cell[] | undefined, index: number, none: Cell): Cell {
  if (value === undefined) return none;
  return isList(value) ? (value[index] ?? null) : value;
}

function isList(value: Cell | readonly Cell[]): value is readonly Cell[] {
  return Array.isArray(value);
}

export function rowsOf(someone: Someone): Cell[][] {
  const last = someone.until === undefined ? LAST : month(someone.until);
  return someone.scores.flatMap((score, index) => {
    if (score === undefined) return [];
    const when = addMonths(last, index + 1 - someone.scores.length);
    return [
      [
        someone.id === undefined ? "A01" : someone.id,
        someone.name === undefined ? "王芳" : someone.name,
        formatMonth(when),
        at(someone.level, index, "初级客服"),
        score,
        at(someone.sales, index, 25_000),
        at(someone.complaints, index, 0),
        at(someone.leaves, index, 0),
        someone.hired ?? null,
        someone.since ?? null,
      ],
    ];
  });
}

/** Twelve months that give rise to nothing but the undecided readings: they settle the as-of month. */
export const COLLEAGUE: Someone = {
  id: "Z99",
  name: "同事",
  level: "初级客服",
  scores: Array<Cell>(12).fill(70),
};

/** A long ledger: header in row 1, people below one after another, a colleague last. */
export function ledger(...people: readonly Someone[]): ScoreSheet {
  return readSheet([HEADER, ...people.flatMap(rowsOf), ...rowsOf(COLLEAGUE)]);
}

export type Options = Partial<Record<ReadingId, string>>;

/** The built-in policy with decisions: every reading's default but those given; `open` stay undecided. */
export function book(options: Options = {}, open: readonly ReadingId[] = []): PolicyBook {
  return {
    ...builtInBook(),
    decisions: Object.entries({ ...policy.options, ...options })
      .filter(([reading]) => !open.some((id) => id === reading))
      .map(([reading, option]) => ({ reading, option, by: "HR", on: "2025-01-01", note: "" })),
  };
}

export interface Circumstances extends Pick<MonthInput, "display" | "promotions" | "hasLeft"> {
  readonly policyFaults?: readonly LintResult[];
  readonly book?: PolicyBook;
  readonly asOf?: string;
  readonly today?: Month;
}

export function validate(sheet: ScoreSheet, given: Circumstances = {}): MonthReport {
  const { policyFaults = [] } = given;
  const steps = checkMonth({
    ...given,
    policyFaultsIn: () => policyFaults,
    sheet,
    book: given.book ?? book(),
    asOf: given.asOf === undefined ? undefined : month(given.asOf),
    today: given.today ?? TODAY,
  });
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

export function isOf<T extends FindingType>(type: T) {
  return (finding: Finding): finding is FindingOf<T> => finding.type === type;
}

/** The findings with a number, as people know them. */
export function findingsOf(
  code: FindingCode,
  sheet: ScoreSheet,
  given?: Circumstances,
): readonly Finding[] {
  return validate(sheet, given).findings.filter((finding) => finding.code === code);
}

/** "warning E7 2025-03": severity, cell and month of each finding of a code. */
export function spots(code: FindingCode, sheet: ScoreSheet, given?: Circumstances): string[] {
  return findingsOf(code, sheet, given).map(({ severity, cell, month: when }) =>
    [
      severity,
      cell === null ? "-" : formatAddress(cell),
      when === null ? "-" : formatMonth(when),
    ].join(" "),
  );
}

/** The row of the person with this 工号 (or name). */
export function rowOf(report: MonthReport, who = "A01"): CandidateRow {
  const row = report.people.find(({ person }) => person.employeeId === who || person.name === who);
  if (row === undefined) throw new Error(`No row for ${who}`);
  return row;
}

export const hasRow = (report: MonthReport, who = "A01"): boolean =>
  report.people.some(({ person }) => person.employeeId === who);
