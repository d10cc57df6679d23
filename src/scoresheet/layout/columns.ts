import type { Cell } from "../../grid";
import { readText } from "../cells/readText";
import type {
  ColumnFound,
  ColumnReason,
  LayoutProblem,
  MonthlyField,
  ScoreLimits,
  SheetField,
} from "../types";
import type { HeaderCell } from "./headerCells";
import { isMonthly } from "./headerTokens";
import { headingKey, type HeadingMatch } from "./headings";
import type { MonthHeadingFound } from "./monthColumns";
import type { MonthHeading } from "./readMonthHeading";
import { AMOUNTS_FROM, NOT_SCORES, shareAbove } from "./sample";

/** Headings that say too little: the job or the level, the score or what is paid for it. */
const VAGUE_LEVELS: ReadonlySet<string> = new Set(["岗位", "position", "grade"].map(headingKey));
const VAGUE_SCORES: ReadonlySet<string> = new Set(
  ["绩效", "performance", "rating"].map(headingKey),
);

/** Parts of pay that stand beside performance pay. */
const PAY: ReadonlySet<SheetField> = new Set(["basePaid", "commissionPaid", "grossPaid"]);

/** Fields whose cells nobody reads: two columns of them trouble nobody. */
export const UNREAD: ReadonlySet<SheetField> = new Set(["note", "shopAccount", "netPaid"]);

/** What is asked of a policy while columns are recognised. */
export interface ColumnOptions {
  readonly limits: ScoreLimits;
  readonly isLevel: (text: string) => boolean;
}

export interface Match extends HeadingMatch {
  readonly lines: readonly string[];
  readonly joined: boolean;
  /** Told by what stands below, not by its heading. */
  readonly byContent?: boolean;
}

interface Rival extends Match {
  readonly why: ColumnFound["why"];
}

export interface Columns {
  readonly found: { readonly [field in SheetField]?: ColumnFound };
  readonly factors: ReadonlyMap<SheetField, number>;
  readonly reasons: readonly ColumnReason[];
  readonly problems: readonly LayoutProblem[];
}

type Sample = (column: number) => readonly Cell[];

function whyOf({ rank, byContent }: Match): ColumnFound["why"] {
  if (byContent === true) return "content";
  if (rank < 0) return "chosen";
  return rank === 0 ? "name" : "synonym";
}

/** The columns that want to be each field. */
function rivalsOf(
  matches: readonly Match[],
  sample: Sample,
  options: ColumnOptions,
): ReadonlyMap<SheetField, readonly Rival[]> {
  const rivals = new Map<SheetField, Rival[]>();
  const enter = (match: Match, field: SheetField, why: ColumnFound["why"]): void => {
    const list = rivals.get(field) ?? [];
    list.push({ ...match, field, why });
    rivals.set(field, list);
  };
  const amounts: Match[] = [];
  // Among the parts of pay 绩效 is one of them, however small, where another column gives the score.
  const amongPay =
    matches.some(({ field }) => PAY.has(field)) &&
    matches.some(({ field, key }) => field === "score" && !VAGUE_SCORES.has(key)) &&
    !matches.some(({ field }) => field === "performancePaid");
  for (const match of matches) {
    const why = whyOf(match);
    if (match.field === "level" && VAGUE_LEVELS.has(match.key)) {
      const cells = sample(match.column);
      const levels = cells.filter((cell) => options.isLevel(readText(cell))).length;
      if (levels * 2 > cells.length) enter(match, "level", why === "name" ? why : "content");
    } else if (
      match.field === "score" &&
      VAGUE_SCORES.has(match.key) &&
      (amongPay || shareAbove(sample(match.column), options.limits, 1) > AMOUNTS_FROM)
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
  return rivals;
}

/** One column a field: the exact name before synonyms, an earlier synonym before a later one (rule S1.3). */
export function chooseColumns(
  matches: readonly Match[],
  row: number,
  sample: Sample,
  options: ColumnOptions,
): Columns {
  const found: { [field in SheetField]?: ColumnFound } = {};
  const factors = new Map<SheetField, number>();
  const reasons: ColumnReason[] = [];
  const problems: LayoutProblem[] = [];
  for (const [field, list] of rivalsOf(matches, sample, options)) {
    const best = Math.min(...list.map(({ rank }) => rank));
    const tied = list.filter(({ rank }) => rank === best);
    const [first] = tied;
    if (first === undefined) continue;
    const { column, heading, why, lines, joined, word, factor } = first;
    found[field] = { field, column, heading, why };
    if (factor !== 1) factors.set(field, factor);
    const how = joined && why === "synonym" ? "joined" : why;
    reasons.push({ field, column, lines, word: word === "" ? null : word, how });
    if (tied.length > 1 && !UNREAD.has(field))
      problems.push({
        code: "columnTwice",
        field,
        columns: tied.map((one) => ({ column: one.column, heading: one.heading })),
        row,
      });
  }
  return { found, factors, reasons, problems };
}

/**
 * Who and at least two months; one will do where it is written as a month, not as a bare number, and is
 * not what a cell 月份 beside it says of the whole sheet.
 */
export function isWide(
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

function monthKey(says: MonthHeading): string {
  if (says.kind === "unreadable") return "";
  return says.kind === "month" ? String(says.month) : `${says.number}月`;
}

/**
 * The month columns of each field. Of two columns of one month without a field of their own, the one
 * that plainly holds amounts is sales; otherwise such columns hold scores.
 */
export function blocksOf(
  cells: readonly HeaderCell[],
  sample: Sample,
  limits: ScoreLimits,
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
