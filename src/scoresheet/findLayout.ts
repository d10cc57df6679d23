import { pointsFromScore, yuanFromFen } from "../units";
import { isBlank } from "../grid";
import type { Cell, Grid } from "../grid";
import { headingKey, headingReader } from "./headings";
import type { HeadingMatch } from "./headings";
import { findMonthHeadings, isDayCalendar, settleMonths } from "./monthColumns";
import type { MonthHeadingFound } from "./monthColumns";
import { readMoney } from "./readMoney";
import { readText } from "./readText";
import type {
  ColumnFound,
  HeadingNames,
  LayoutProblem,
  NoLayout,
  ScoreLimits,
  SheetField,
  SheetLayout,
} from "./types";

export interface LayoutOptions {
  readonly headings: HeadingNames<SheetField>;
  readonly limits: ScoreLimits;
  /** Whether a text (NFKC, trimmed) names a level of the policy. */
  readonly isLevel: (text: string) => boolean;
  /** The year of the first month column, once HR has given it (F-HDR-03). */
  readonly year?: number;
}

const HEADER_ROWS = 20;
/** How many filled cells of a column are looked at to tell what it holds. */
const SAMPLE = 500;

/** Two headings that say too little: the job or the level, the score or what is paid for it. */
const VAGUE_LEVEL = headingKey("岗位");
const VAGUE_SCORE = headingKey("绩效");

/** Fields whose cells nobody reads: two columns of them trouble nobody. */
const UNREAD: ReadonlySet<SheetField> = new Set(["note", "shopAccount", "netPaid"]);
const PAY: ReadonlySet<SheetField> = new Set([
  "basePaid",
  "commissionPaid",
  "performancePaid",
  "grossPaid",
  "netPaid",
]);

/** The first filled cells of a column below its header. */
function sampleColumn(grid: Grid, headerIndex: number, column: number): Cell[] {
  const cells: Cell[] = [];
  for (let index = headerIndex + 1; index < grid.rows.length && cells.length < SAMPLE; index += 1) {
    const cell = grid.rows[index]?.[column - grid.firstColumn] ?? null;
    if (!isBlank(cell)) cells.push(cell);
  }
  return cells;
}

/** The share of the numbers among cells, zeros left out, that are money or exceed the scale of scores `times` times. */
function shareAbove(cells: readonly Cell[], limits: ScoreLimits, times: number): number {
  const limit = pointsFromScore(limits.maximum) * times;
  let numbers = 0;
  let above = 0;
  for (const cell of cells) {
    const amount = readMoney(cell);
    if (amount.kind !== "value" || amount.value === 0) continue;
    numbers += 1;
    if (amount.cleaned === "unit" || yuanFromFen(amount.value) > limit) above += 1;
  }
  return numbers === 0 ? 0 : above / numbers;
}

/** In a column of scores a value beyond the scale is a slip; one in ten is no slip. */
const AMOUNTS_FROM = 0.1;
/** Nobody mistypes most scores tenfold: month columns like that hold sales. */
const NOT_SCORES = { share: 0.5, times: 10 };

interface Columns {
  readonly found: { [field in SheetField]?: ColumnFound };
  readonly problems: readonly LayoutProblem[];
}

/** One column a field: the exact name before synonyms, an earlier synonym before a later one (5.2). */
function chooseColumns(
  matches: readonly HeadingMatch[],
  row: number,
  sample: (column: number) => readonly Cell[],
  options: LayoutOptions,
): Columns {
  const rivals = new Map<SheetField, (HeadingMatch & { readonly why: ColumnFound["why"] })[]>();
  const enter = (match: HeadingMatch, field: SheetField, why: ColumnFound["why"]): void => {
    const list = rivals.get(field) ?? [];
    list.push({ ...match, field, why });
    rivals.set(field, list);
  };
  const amounts: HeadingMatch[] = [];
  for (const match of matches) {
    const why = match.rank === 0 ? "name" : "synonym";
    if (match.field === "level" && match.key === VAGUE_LEVEL) {
      const cells = sample(match.column);
      const levels = cells.filter((cell) => options.isLevel(readText(cell))).length;
      if (levels * 2 > cells.length) enter(match, "level", why === "name" ? why : "content");
    } else if (
      match.field === "score" &&
      match.key === VAGUE_SCORE &&
      shareAbove(sample(match.column), options.limits, 1) > AMOUNTS_FROM
    ) {
      amounts.push(match);
    } else {
      enter(match, match.field, why);
    }
  }
  // Amounts are pay only beside a score column; alone they are scores that went wrong.
  const beside = rivals.has("score");
  for (const match of amounts) {
    if (!beside) enter(match, "score", match.rank === 0 ? "name" : "synonym");
    else if (!rivals.has("performancePaid")) enter(match, "performancePaid", "content");
  }

  const found: { [field in SheetField]?: ColumnFound } = {};
  const problems: LayoutProblem[] = [];
  for (const [field, list] of rivals) {
    const best = Math.min(...list.map(({ rank }) => rank));
    const tied = list.filter(({ rank }) => rank === best);
    const [first] = tied;
    if (first === undefined) continue;
    found[field] = { field, column: first.column, heading: first.heading, why: first.why };
    if (tied.length > 1 && !UNREAD.has(field))
      problems.push({
        code: "columnTwice",
        field,
        columns: tied.map(({ column, heading }) => ({ column, heading })),
        row,
      });
  }
  return { found, problems };
}

/**
 * Who and at least two months; one will do where it is written as a month, not as a bare number, and is
 * not what a cell 月份 beside it says of the whole sheet.
 */
function isWide(
  matches: readonly HeadingMatch[],
  months: readonly MonthHeadingFound[],
  hasWho: boolean,
): boolean {
  if (isDayCalendar(months)) return false;
  const readable = months.filter(({ says }) => says.kind !== "unreadable");
  if (!hasWho) return readable.length >= 2 && matches.some(({ field }) => field !== "month");
  if (months.length >= 2) return true;
  const isForm = matches.some(({ field }) => field === "month");
  return !isForm && readable.some(({ heading }) => /\D/u.test(heading));
}

/** A row read as a header: the layout, if it is one, and what it lacks. */
interface Candidate {
  readonly layout: SheetLayout | null;
  readonly lacks: readonly LayoutProblem[];
  readonly known: number;
}

function readHeader(
  grid: Grid,
  index: number,
  lastRow: number,
  match: ReturnType<typeof headingReader>,
  options: LayoutOptions,
): Candidate | null {
  const cells = grid.rows[index] ?? [];
  const matches = match(cells, grid.firstColumn);
  if (matches.length === 0) return null;
  const row = grid.firstRow + index;
  const sample = (column: number): Cell[] => sampleColumn(grid, index, column);
  const fields = new Set(matches.map(({ field }) => field));
  const hasWho = fields.has("name") || fields.has("employeeId");
  const months = findMonthHeadings(
    cells,
    grid.firstColumn,
    new Set(matches.map(({ column }) => column)),
  );
  const place = { sheet: grid.sheet, headerRow: row, firstRow: row + 1, lastRow };
  const lacks: LayoutProblem[] = [];
  const need = (has: boolean, field: SheetField): void => {
    if (!has) lacks.push({ code: "columnMissing", field, row });
  };
  need(hasWho, "name");

  const isLong = hasWho && fields.has("month") && fields.has("score");
  if (!isLong && isWide(matches, months, hasWho)) {
    const filled = months.flatMap(({ column }) => sample(column));
    if (shareAbove(filled, options.limits, NOT_SCORES.times) > NOT_SCORES.share) return null;
    const columns = chooseColumns(matches, row, sample, options);
    const settled = settleMonths(months, row, options.year);
    return {
      layout: {
        kind: "wide",
        ...place,
        columns: columns.found,
        months: settled.months,
        order: settled.order,
        problems: [...lacks, ...columns.problems, ...settled.problems],
      },
      lacks,
      known: matches.length + months.length,
    };
  }

  need(fields.has("month"), "month");
  need(fields.has("score"), "score");
  const known = matches.length;
  // Pay columns without what pay is reckoned from: a payroll, not a score sheet that lost its scores.
  const isPayroll =
    !(["score", "sales", "complaints"] as const).some((field) => fields.has(field)) &&
    [...fields].filter((field) => PAY.has(field)).length >= 2;
  if (lacks.length > 1 || isPayroll) return { layout: null, lacks, known };
  const columns = chooseColumns(matches, row, sample, options);
  return {
    layout: {
      kind: "long",
      ...place,
      columns: columns.found,
      months: [],
      order: null,
      problems: [...lacks, ...columns.problems],
    },
    lacks,
    known,
  };
}

/** The last row with anything in it: formatted rows below are not looked at. */
function lastFilledRow(grid: Grid): number {
  let index = grid.rows.length - 1;
  while (index >= 0 && grid.rows[index]?.every(isBlank) !== false) index -= 1;
  return grid.firstRow + index;
}

/** A layout before none, fewer missing columns first; of complete ones the upper, of others that with more headings. */
function isBetter(a: Candidate, b: Candidate): boolean {
  if ((a.layout === null) !== (b.layout === null)) return b.layout === null;
  if (a.lacks.length !== b.lacks.length) return a.lacks.length < b.lacks.length;
  return a.lacks.length > 0 && a.known > b.known;
}

/**
 * Where the people and months of a sheet stand (policy 5.2): the header among the first 20 rows read,
 * long or wide. A layout may lack one required column (problem `columnMissing`); a sheet that lacks
 * more, and one without headings, is no score sheet.
 */
export function findLayout(grid: Grid, options: LayoutOptions): SheetLayout | NoLayout {
  const match = headingReader(options.headings);
  const lastRow = lastFilledRow(grid);
  let best: Candidate | null = null;
  for (let index = 0; index < Math.min(HEADER_ROWS, grid.rows.length); index += 1) {
    const candidate = readHeader(grid, index, lastRow, match, options);
    if (candidate !== null && (best === null || isBetter(candidate, best))) best = candidate;
  }
  if (best?.layout) return best.layout;
  // One known word is no header: a title, a note, a list of names.
  const problems = best !== null && best.known > 1 ? best.lacks : [];
  return { kind: "none", sheet: grid.sheet, problems };
}

/** Whether every required column was found; a sheet that lacks one gives way to a sheet that does not. */
export function hasRequiredColumns(layout: SheetLayout): boolean {
  return !layout.problems.some(({ code }) => code === "columnMissing");
}
