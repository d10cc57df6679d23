import { errorOf, isBlank } from "../../grid";
import type { Cell } from "../../grid";
import { dateFromSerial, type Month } from "../../units";
import { MONTHLY_FIELDS } from "../types";
import type { MonthlyField, SheetField } from "../types";
import { remembered } from "../cells/remembered";
import type { HeadingReader, HeadingWord } from "./headings";
import { readMonthHeading, readYearHeading, splitMonthHeading } from "./readMonthHeading";
import type { MonthHeading } from "./readMonthHeading";

const monthly: ReadonlySet<SheetField> = new Set<SheetField>(MONTHLY_FIELDS);

export function isMonthly(field: SheetField): field is MonthlyField {
  return monthly.has(field);
}

/** What one cell says as a heading, whatever stands around it. */
export interface Token {
  readonly word: HeadingWord | null;
  readonly says: MonthHeading | null;
  readonly year: number | null;
  /** The heading of a column of years. */
  readonly ofYears: boolean;
  /** A number: an amount, unless its neighbours make it a month or a year. */
  readonly number: boolean;
}

export const NOTHING: Token = {
  word: null,
  says: null,
  year: null,
  ofYears: false,
  number: false,
};

export type ReadToken = (cell: Cell) => Token;

const NUMBER: Token = { ...NOTHING, number: true };

function tokenOf(cell: Cell, { tell }: HeadingReader, years: ReadonlySet<string>): Token {
  if (typeof cell === "number") {
    const says = readMonthHeading(cell) ?? null;
    const year = says === null ? (readYearHeading(cell) ?? null) : null;
    return says === null && year === null ? NUMBER : { ...NUMBER, says, year };
  }
  if (typeof cell !== "string" || isBlank(cell) || errorOf(cell) !== undefined) return NOTHING;
  const { word, key } = tell(cell);
  if (word !== null) return { ...NOTHING, word };
  if (years.has(key)) return { ...NOTHING, ofYears: true };
  const says = readMonthHeading(cell);
  if (says !== undefined) return { ...NOTHING, says };
  const split = splitMonthHeading(cell);
  const rest = split === undefined ? null : tell(split.rest).word;
  if (split !== undefined && rest !== null && isMonthly(rest.field))
    return { ...NOTHING, word: rest, says: split.says };
  const year = readYearHeading(cell) ?? null;
  return year === null ? NOTHING : { ...NOTHING, year };
}

/** What a cell says as a heading, remembered: rows that are no headings repeat the same scores. */
export function tokenReader(reader: HeadingReader, years: ReadonlySet<string>): ReadToken {
  return remembered((cell) => tokenOf(cell, reader, years));
}

/** Neighbouring month headings lie within a year of each other, from block to block, too. */
const FARTHEST_MONTHS = 12;
const FARTHEST_YEARS = 5;
/** The last days that months have. */
const LAST_DAYS = 28;

/** Whether the numbers of a row that could be months or years make a series, as headings do. */
function areSeries(tokens: readonly Token[], cells: readonly Cell[]): boolean {
  const seen = new Set<Month>();
  const days = new Set<number>();
  let before: Month | null = null;
  let yearBefore: number | null = null;
  let dated = 0;
  for (const [at, { says, year, number }] of tokens.entries()) {
    if (says !== null) dated += 1;
    if (number && year !== null) {
      if (yearBefore !== null && Math.abs(year - yearBefore) > FARTHEST_YEARS) return false;
      yearBefore = year;
    }
    if (says?.kind !== "month") continue;
    const { month } = says;
    // Block after block begins with the same month.
    const near: boolean =
      before === null || Math.abs(month - before) <= FARTHEST_MONTHS || seen.has(month);
    if (!near) return false;
    before = month;
    seen.add(month);
    const cell = cells[at];
    const date = number && typeof cell === "number" ? dateFromSerial(cell) : undefined;
    if (date?.month === month) days.add(date.day);
  }
  if (yearBefore === null && dated < 2) return false;
  // Dates typed as headings are all the first of their months, all of one other day, or the last.
  return days.size <= 1 || [...days].every((day) => day >= LAST_DAYS);
}

/** One row read as a line of headings. */
export interface HeaderLine {
  readonly cells: readonly Cell[];
  readonly tokens: readonly Token[];
  /** Its numbers are months or years, as their neighbours are; those of other lines are amounts (rule S1.7). */
  readonly series: boolean;
  /** It can be a line among others: no number but months and years, no label with its value. */
  readonly plain: boolean;
  readonly dated: number;
  /** Cells that name a field. */
  readonly words: number;
}

const TOTAL = /合计|小计|总计|累计|平均|目标|指标|任务|total|target|average/iu;

/** Whether a cell says that the numbers beside it are sums or targets. */
function isTotal(cell: Cell): boolean {
  return typeof cell === "string" && TOTAL.test(cell);
}

const LABEL = /[:：]/u;

/** Whether a line holds labels with their values, as stand above a table: no line of headings. */
export function hasLabels({ cells }: HeaderLine): boolean {
  return cells.some((cell) => typeof cell === "string" && LABEL.test(cell));
}

/** The tokens of a row: numbers are months or years only among their like. */
export function headerLine(cells: readonly Cell[], token: ReadToken): HeaderLine {
  const tokens = cells.map(token);
  let dated = 0;
  let amounts = 0;
  let words = 0;
  for (const token of tokens) {
    const { number, word, says, year } = token;
    if (number && (says !== null || year !== null)) dated += 1;
    else if (number) amounts += 1;
    if (word !== null) words += 1;
  }
  const series = dated === 0 || areSeries(tokens, cells);
  const plain = series && amounts === 0 && !(dated > 0 && cells.some(isTotal));
  return { cells, tokens, series, plain, dated, words };
}

/** Whether a line further down names the same fields in the same columns: the heading printed again, without a legend beside it. */
export function sameHeading(one: HeaderLine, other: HeaderLine): boolean {
  let alike = 0;
  for (const [index, { word }] of other.tokens.entries()) {
    if (word === null) continue;
    if (one.tokens[index]?.word?.field !== word.field) return false;
    alike += 1;
  }
  return alike > 0;
}
