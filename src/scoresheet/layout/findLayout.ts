import { pointsFromScore, yuanFromFen } from "../../units";
import { isBlank } from "../../grid";
import type { Cell, Grid } from "../../grid";
import { headerCellsAt, isMonthly, tokenReader } from "./headerCells";
import type { HeaderCell, HeaderCells } from "./headerCells";
import { headingKey, headingReader } from "./headings";
import type { HeadingMatch } from "./headings";
import { isDayCalendar, settleMonths } from "./monthColumns";
import type { MonthHeadingFound } from "./monthColumns";
import type { MonthHeading } from "./readMonthHeading";
import { readMoney } from "../cells/readMoney";
import { readText } from "../cells/readText";
import type {
  ColumnFound,
  ColumnUse,
  HeadingNames,
  LayoutProblem,
  MonthColumn,
  MonthlyField,
  NoLayout,
  RequiredField,
  ScoreLimits,
  SheetField,
  SheetLayout,
  SheetMonth,
} from "../types";

export interface LayoutOptions {
  readonly headings: HeadingNames<SheetField>;
  readonly limits: ScoreLimits;
  /** Whether a text (NFKC, trimmed) names a level of the policy. */
  readonly isLevel: (text: string) => boolean;
  /** The year of the first month column, once HR has given it (F-HDR-03). */
  readonly year?: number | undefined;
  /** The month that the sheet's name or title tells, for a sheet without a month column. */
  readonly sheetMonth?: SheetMonth | undefined;
  /** HR's own mapping: the header row, and what its columns are. */
  readonly chosen?: ResolvedMapping | undefined;
}

/** A mapping of HR's where the sheet has its columns now. */
export interface ResolvedMapping {
  readonly headerRow: number;
  readonly columns: ReadonlyMap<number, ColumnUse>;
}

const HEADER_ROWS = 20;
/** How many filled cells of a column are looked at to tell what it holds. */
const SAMPLE = 500;
/** How many are looked at of all columns of months together. */
const SAMPLE_OF_MONTHS = 20_000;

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

/** The first filled cells of a column below its header, `most` at most. */
function sampleColumn(grid: Grid, headerIndex: number, column: number, most = SAMPLE): Cell[] {
  const cells: Cell[] = [];
  for (let index = headerIndex + 1; index < grid.rows.length && cells.length < most; index += 1) {
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
    const why = match.rank < 0 ? "chosen" : match.rank === 0 ? "name" : "synonym";
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
  readonly combined: number;
}

function monthKey(says: MonthHeading): string {
  if (says.kind === "unreadable") return "";
  return says.kind === "month" ? String(says.month) : `${says.number}月`;
}

/**
 * The month columns of each field. Of two columns of one month without a field of their own, the one
 * that plainly holds amounts is sales; otherwise such columns hold scores.
 */
function blocksOf(
  cells: readonly HeaderCell[],
  sample: (column: number) => readonly Cell[],
  { limits }: LayoutOptions,
): ReadonlyMap<MonthlyField, readonly MonthHeadingFound[]> {
  const blocks = new Map<MonthlyField, MonthHeadingFound[]>();
  const unnamed = new Map<string, number>();
  const fieldOf = ({ word }: HeaderCell): MonthlyField | null =>
    word !== null && isMonthly(word.field) ? word.field : null;
  for (const cell of cells) {
    if (cell.says === null || fieldOf(cell) !== null) continue;
    const key = monthKey(cell.says);
    unnamed.set(key, (unnamed.get(key) ?? 0) + 1);
  }
  const holdsAmounts = (column: number): boolean =>
    shareAbove(sample(column), limits, NOT_SCORES.times) > NOT_SCORES.share;
  for (const cell of cells) {
    const { column, heading, says } = cell;
    if (says === null) continue;
    const twice = (unnamed.get(monthKey(says)) ?? 0) > 1;
    const field = fieldOf(cell) ?? (twice && holdsAmounts(column) ? "sales" : "score");
    const block = blocks.get(field);
    if (block === undefined) blocks.set(field, [{ column, heading, says }]);
    else block.push({ column, heading, says });
  }
  return blocks;
}

type Place = Pick<SheetLayout, "sheet" | "headerRow" | "twoHeaderRows" | "firstRow" | "lastRow">;

/** The layout of a wide sheet, whose months stand side by side, block by block. */
function readWide(
  place: Place,
  columns: Columns,
  months: ReadonlyMap<MonthlyField, readonly MonthHeadingFound[]>,
  lacks: readonly LayoutProblem[],
  year: number | undefined,
): SheetLayout {
  const { headerRow } = place;
  const settled = new Map(
    [...months].map(([field, found]) => [field, settleMonths(found, headerRow, year)] as const),
  );
  const scores = settled.get("score");
  const problems = [...settled.values()].flatMap((block) => block.problems);
  const yearless = problems.find(({ code }) => code === "monthWithoutYear");
  const blocks: { [field in Exclude<MonthlyField, "score">]?: readonly MonthColumn[] } = {};
  for (const [field, block] of settled)
    if (field !== "score" && block.months.length > 0) blocks[field] = block.months;
  return {
    kind: "wide",
    ...place,
    columns: columns.found,
    months: scores?.months ?? [],
    blocks,
    sheetMonth: null,
    order: scores?.order ?? null,
    problems: [
      ...lacks,
      ...columns.problems,
      // One year is asked for, whatever the number of blocks that wait for it.
      ...problems.filter((problem) => problem.code !== "monthWithoutYear" || problem === yearless),
    ],
  };
}

function readHeader(
  grid: Grid,
  index: number,
  lastRow: number,
  header: HeaderCells & { readonly twoRows: boolean },
  options: LayoutOptions,
): Candidate | null {
  const matches = header.cells.flatMap(({ column, heading, word, says }): HeadingMatch[] =>
    word === null || says !== null ? [] : [{ ...word, column, heading }],
  );
  if (matches.length === 0) return null;
  const { combined } = header;
  const row = grid.firstRow + index;
  const sample = (column: number): Cell[] => sampleColumn(grid, index, column);
  const fields = new Set(matches.map(({ field }) => field));
  const hasWho = fields.has("name") || fields.has("employeeId");
  const monthCells = header.cells.filter(({ says }) => says !== null);
  const months = monthCells.flatMap(({ column, heading, says }) =>
    says === null ? [] : [{ column, heading, says }],
  );
  const place: Place = {
    sheet: grid.sheet,
    headerRow: row,
    twoHeaderRows: header.twoRows,
    firstRow: row + 1,
    lastRow,
  };
  const lacks: LayoutProblem[] = [];
  const need = (has: boolean, field: RequiredField): void => {
    if (!has) lacks.push({ code: "columnMissing", field, row });
  };
  need(hasWho, "name");

  const isLong = hasWho && fields.has("month") && fields.has("score");
  if (!isLong && isWide(matches, months, hasWho)) {
    const blocks = blocksOf(header.cells, sample, options);
    const scores = blocks.get("score") ?? [];
    const most = Math.min(SAMPLE, Math.ceil(SAMPLE_OF_MONTHS / Math.max(1, scores.length)));
    const filled = scores.flatMap(({ column }) => sampleColumn(grid, index, column, most));
    // A sheet of sales alone is no score sheet.
    if (scores.length === 0 || isDayCalendar(scores)) return null;
    if (shareAbove(filled, options.limits, NOT_SCORES.times) > NOT_SCORES.share) return null;
    const columns = chooseColumns(matches, row, sample, options);
    return {
      layout: readWide(place, columns, blocks, lacks, options.year),
      lacks,
      known: matches.length + months.length,
      combined,
    };
  }

  const sheetMonth = fields.has("month") ? null : (options.sheetMonth ?? null);
  need(fields.has("month") || sheetMonth !== null, "month");
  need(fields.has("score"), "score");
  const known = matches.length;
  // Pay columns without what pay is reckoned from: a payroll, not a score sheet that lost its scores.
  const isPayroll =
    !(["score", "sales", "complaints"] as const).some((field) => fields.has(field)) &&
    [...fields].filter((field) => PAY.has(field)).length >= 2;
  if (lacks.length > 1 || isPayroll) return { layout: null, lacks, known, combined };
  const columns = chooseColumns(matches, row, sample, options);
  const withoutYear: LayoutProblem[] =
    sheetMonth?.month === null
      ? [{ code: "monthWithoutYear", column: null, row, heading: sheetMonth.text }]
      : [];
  return {
    layout: {
      kind: "long",
      ...place,
      columns: columns.found,
      months: [],
      blocks: {},
      sheetMonth,
      order: null,
      problems: [...lacks, ...columns.problems, ...withoutYear],
    },
    lacks,
    known,
    combined,
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
  // Two rows that explain each other are the header, not either of them.
  if (a.combined !== b.combined && (a.combined === 0 || b.combined === 0))
    return a.combined > b.combined;
  return a.lacks.length > 0 && a.known > b.known;
}

/**
 * Where the people and months of a sheet stand (policy 5.2): the header among the first 20 rows read,
 * long or wide. A layout may lack one required column (problem `columnMissing`); a sheet that lacks
 * more, and one without headings, is no score sheet.
 */
export function findLayout(grid: Grid, options: LayoutOptions): SheetLayout | NoLayout {
  const token = tokenReader(headingReader(options.headings));
  const lastRow = lastFilledRow(grid);
  const { chosen } = options;
  let best: Candidate | null = null;
  for (let index = 0; index < Math.min(HEADER_ROWS, grid.rows.length); index += 1) {
    if (chosen !== undefined && grid.firstRow + index !== chosen.headerRow) continue;
    for (const header of headerCellsAt(grid, index, token, chosen?.columns)) {
      const candidate = readHeader(grid, index, lastRow, header, options);
      if (candidate !== null && (best === null || isBetter(candidate, best))) best = candidate;
    }
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
