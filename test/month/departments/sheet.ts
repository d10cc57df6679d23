import {
  findLayout,
  readSheets,
  type ScoreLimits,
  type ScoreSheet,
  type SheetInput,
} from "../../../src/scoresheet";
import type { Cell, Grid } from "../../../src/grid";
import {
  builtInValues,
  findLevel,
  policyFor,
  type BandEnd,
  type PolicyBook,
  type PolicyValues,
} from "../../../src/policy";
import {
  addMonths,
  formatMonth,
  monthNumber,
  scoreFromPoints,
  yearOf,
  type Month,
} from "../../../src/units";
import type {
  Department,
  NumberTruth,
  PersonTruth,
  RowTruth,
  ScoreTruth,
} from "../evaluator/department";
import { earliest } from "../evaluator/line";
import type { Policy, Values } from "../evaluator/policy";

// ---------------------------------------------------------------- the policy as a workbook keeps it

const at = (points: number): BandEnd => ({ points, inclusive: true });
const below = (points: number): BandEnd => ({ points, inclusive: false });

function bandsOf({ edges, shares }: Values): PolicyValues["score"]["bands"] {
  return builtInValues.score.bands.map((band) => {
    const upper = edges[band.tier === 4 ? 3 : band.tier === 3 ? 2 : 1];
    const lower = band.tier === 4 ? null : edges[band.tier === 3 ? 3 : band.tier === 2 ? 2 : 1];
    return {
      ...band,
      from: lower === null ? band.from : at(lower),
      to: band.tier === 1 || upper === null ? band.to : below(upper),
      rateBasisPoints: shares[band.tier - 1] ?? band.rateBasisPoints,
    };
  });
}

function valuesOf(values: Values): PolicyValues {
  const { levels, commission, promotion, review, fines, probation } = builtInValues;
  const streaks: Readonly<Record<string, number | null>> = values.streaks;
  const windows: Readonly<Record<string, number>> = values.windows;
  return {
    ...builtInValues,
    levels: levels.map((level, rank) => ({
      ...level,
      baseSalaryFen: values.salaries[rank] ?? level.baseSalaryFen,
      variablePay: rank === 0 ? (values.probationVariable ?? level.variablePay) : level.variablePay,
    })),
    score: { ...builtInValues.score, bands: bandsOf(values) },
    commission: {
      ...commission,
      bands: commission.bands.map((band, index) => ({
        ...band,
        fromFen: values.thresholds[index] ?? band.fromFen,
        rateBasisPoints: values.rates[index] ?? band.rateBasisPoints,
        printedFen: values.printed[index] ?? band.printedFen,
      })),
    },
    promotion: {
      ...promotion,
      rules: promotion.rules.map((rule) => ({
        ...rule,
        streakMonths: streaks[rule.level] ?? rule.streakMonths,
        inner: rule.inner === null ? null : { ...rule.inner, months: values.innerMonths },
        window:
          rule.window === null
            ? null
            : { ...rule.window, months: windows[rule.level] ?? rule.window.months },
      })),
    },
    review: { ...review, failBelowPoints: values.failBelow, streak: values.failsForReview },
    fines: {
      ...fines,
      firstComplaintFen: values.firstComplaint,
      leaveFen: values.leave,
      separationReviewFrom: values.complaintReview ?? fines.separationReviewFrom,
    },
    probation: { ...probation, limitMonths: values.probationMonths },
  };
}

export function bookOf({ versions, decisions }: Policy): PolicyBook {
  return {
    versions: versions.map(({ from, values }, index) => ({
      id: `v${index}`,
      from,
      name: "",
      locked: false,
      values: valuesOf(values),
    })),
    decisions: decisions.map(({ reading, option, from }) => ({
      reading,
      option,
      by: "HR",
      on: "2025-01-01",
      note: "",
      ...(from === null ? {} : { from }),
    })),
    acknowledged: [],
  };
}

// ---------------------------------------------------------------- the cells

function scoreCell(score: ScoreTruth): Cell {
  switch (score.kind) {
    case "points":
    case "beyond":
      return score.points;
    case "zero":
      return 0;
    case "realZero":
      return "0分";
    case "leave":
    case "reason":
    case "word":
      return score.word;
    case "blank":
      return null;
  }
}

/** An amount in yuan as typed. */
const yuan = (truth: NumberTruth): Cell =>
  typeof truth === "number" ? truth / 100 : (truth?.word ?? null);
const count = (truth: NumberTruth): Cell =>
  typeof truth === "number" ? truth : (truth?.word ?? null);

function dayCell(hired: RowTruth["hired"]): Cell {
  return hired === null
    ? null
    : `${formatMonth(hired.month)}-${String(hired.day).padStart(2, "0")}`;
}

const monthCell = (month: Month | null): Cell => (month === null ? null : formatMonth(month));

/** The columns of a long sheet. */
function longColumns({ level, sales }: Department["columns"]) {
  type Write = (row: RowTruth, person: PersonTruth) => Cell;
  const all: readonly (readonly [string, Write] | null)[] = [
    ["工号", (_, { id }) => id],
    ["姓名", (_, { id }) => `人${id}`],
    ["月份", ({ month }) => monthCell(month) ?? "去年12月"],
    level ? ["级别", (row) => row.level.text] : null,
    ["绩效分数", ({ score }) => scoreCell(score)],
    sales ? ["销售额", (row) => yuan(row.sales)] : null,
    ["额外奖励", ({ extra }) => yuan(extra)],
    ["投诉次数", ({ complaints }) => count(complaints)],
    ["离岗次数", ({ leaves }) => count(leaves)],
    ["入职日期", ({ hired }) => dayCell(hired)],
    ["现级别起始月", ({ since }) => monthCell(since)],
    ["底薪", ({ typed }) => yuan(typed.base)],
    ["提成", ({ typed }) => yuan(typed.commission)],
    ["绩效工资", ({ typed }) => yuan(typed.performance)],
    ["应发合计", ({ typed }) => yuan(typed.gross)],
  ];
  return all.filter((column) => column !== null);
}

/** The columns of each month of a wide sheet. */
function monthColumns({ layout, columns }: Department) {
  type Write = (row: RowTruth) => Cell;
  const score: readonly [string, Write] = ["绩效分数", (row) => scoreCell(row.score)];
  if (layout === "wide") return [score];
  const all: readonly (readonly [string, Write] | null)[] = [
    score,
    columns.sales ? ["销售额", ({ sales }) => yuan(sales)] : null,
    ["额外奖励", ({ extra }) => yuan(extra)],
    ["投诉次数", ({ complaints }) => count(complaints)],
    ["应发合计", ({ typed }) => yuan(typed.gross)],
  ];
  return all.filter((column) => column !== null);
}

type Rows = readonly (readonly Cell[])[];

function longRows({ people, columns }: Department, isHere: (month: Month | null) => boolean): Rows {
  const written = longColumns(columns);
  return [
    written.map(([heading]) => heading),
    ...people.flatMap((person) =>
      person.rows
        .filter(({ month }) => isHere(month))
        .map((row) => written.map(([, write]) => write(row, person))),
    ),
  ];
}

function wideRows(department: Department): Rows {
  const { people, columns, layout } = department;
  const months = people.flatMap(({ rows }) => rows.flatMap(({ month }) => month ?? []));
  const first = earliest(months);
  const span = Array.from({ length: Math.max(...months) - first + 1 }, (_, index) =>
    addMonths(first, index),
  );
  const ofMonth = monthColumns(department);
  const who: readonly (readonly [string, (person: PersonTruth) => Cell])[] = [
    ["工号", ({ id }) => id],
    ["姓名", ({ id }) => `人${id}`],
    ...(columns.level ? [["级别", ({ level }: PersonTruth) => level.text] as const] : []),
    ["入职日期", ({ rows }) => dayCell(rows[0]?.hired ?? null)],
    ["现级别起始月", ({ rows }) => monthCell(rows[0]?.since ?? null)],
  ];
  const title = (month: Month): string => `${yearOf(month)}年${monthNumber(month)}月`;
  const heading = [
    ...who.map(([name]) => name),
    ...span.flatMap((month) => ofMonth.map((_, index) => (index === 0 ? title(month) : null))),
  ];
  const fields = [...who.map(() => null), ...span.flatMap(() => ofMonth.map(([name]) => name))];
  return [
    heading,
    ...(layout === "blocks" ? [fields] : []),
    ...people.map((person) => [
      ...who.map(([, write]) => write(person)),
      ...span.flatMap((month) => {
        const row = person.rows.find((each) => each.month === month);
        return ofMonth.map(([, write]) => (row === undefined ? null : write(row)));
      }),
    ]),
  ];
}

// ---------------------------------------------------------------- the sheet as the product reads it

const score = (points: number) => {
  const read = scoreFromPoints(points);
  if (read === undefined) throw new Error(`Not a score: ${points}`);
  return read;
};
const limits: ScoreLimits = {
  minimum: score(0),
  maximum: score(100),
  statutoryLeave: new Set(builtInValues.notAssessed.statutoryLeave),
  otherReasons: new Set(builtInValues.notAssessed.other),
};

function partOf(rows: Rows, name: string, book: PolicyBook, today: Month): SheetInput {
  const grid: Grid = {
    sheet: { id: `{${name}}`, name },
    firstRow: 0,
    firstColumn: 0,
    rows,
    isFormula: () => false,
  };
  const policy = policyFor(book, today);
  const layout = findLayout(grid, {
    headings: policy.values.headings,
    limits,
    isLevel: (text) => findLevel(policy, text) !== undefined,
  });
  if (layout.kind === "none") throw new Error(`No layout in ${JSON.stringify(rows.slice(0, 3))}`);
  return { grid, layout };
}

/** How many months before today a sheet of its own holds what is older. */
const APART = 6;

/** Writes a department into sheets and reads them. */
export function sheetOf(department: Department, book: PolicyBook): ScoreSheet {
  const { layout, earlierApart, today, people } = department;
  const earned = new Set(people.filter(({ zerosEarned }) => zerosEarned).map(({ id }) => id));
  const options = {
    limits,
    zeroConfirmed: ({ employeeId }: { readonly employeeId: string }) => earned.has(employeeId),
  };
  if (layout !== "long")
    return readSheets(partOf(wideRows(department), "成绩", book, today), {}, options);
  const isEarlier = (month: Month | null): boolean =>
    earlierApart && month !== null && month < addMonths(today, -APART);
  const main = partOf(
    longRows(department, (month) => !isEarlier(month)),
    "成绩",
    book,
    today,
  );
  const earlier = longRows(department, isEarlier);
  const months = earlier.length > 1 ? [partOf(earlier, "往月", book, today)] : [];
  return readSheets(main, { months }, options);
}
