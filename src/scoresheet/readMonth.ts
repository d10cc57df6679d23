import { dateFromSerial, monthFromNumber, monthOf, yearOf } from "../units";
import type { Month } from "../units";
import { errorOf } from "../grid";
import type { Cell } from "../grid";
import { readChineseNumber } from "./numberText";
import { BLANK, problemOf, readErrorText, readOther } from "./quantity";
import { seenText } from "./readText";
import type { Quantity } from "./types";

/** What a text says of a month. `none`: it speaks of none; `wrong`: it does, but there is no such month. */
type MonthText =
  | { readonly kind: "month"; readonly month: Month; readonly day: number | null }
  | { readonly kind: "monthNumber"; readonly number: number }
  | { readonly kind: "wrong" }
  | { readonly kind: "none" };

const NONE: MonthText = { kind: "none" };
const WRONG: MonthText = { kind: "wrong" };

/** The years that YYYYMM can name (5.1a); texts are held to the same. */
const FIRST_YEAR = 1900;
const LAST_YEAR = 2099;
/** Two-digit years stand before 年 only, where nobody means another century. */
const CENTURY = 2000;

const TIME = /[\sT]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?$/u;
const DASHES = /[‐‒–—−]/gu;

// The white space is gone and the letters are small before these are asked.
const YEAR_MONTH = /^(\d{4})(?:年|[-/.])(\d{1,2})月?[份度]?$/u;
const YEAR_MONTH_DAY = /^(\d{4})(?:年|[-/.])(\d{1,2})(?:月|[-/.])(\d{1,2})[日号]?$/u;
const SHORT_YEAR_MONTH_DAY = /^(\d{2})年(\d{1,2})月(\d{1,2})[日号]$/u;
const SIX_DIGITS = /^((?:19|20)\d{2})(\d{2})$/u;
const EIGHT_DIGITS = /^((?:19|20)\d{2})(\d{2})(\d{2})$/u;
const CHINESE = /^(?:(\d{2}|\d{4})年)?(\d{1,2}|[一二三四五六七八九十]{1,3})月[份度]?$/u;
const ENGLISH = /^(?:(\d{4})[-/.]?)?([a-z]{3,9})\.?(?:[-/,]?(\d{4}))?$/u;

const ENGLISH_MONTHS: readonly string[] = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];

function englishMonth(word: string): number {
  if (word === "sept") return 9;
  return 1 + ENGLISH_MONTHS.findIndex((name) => name === word || name.slice(0, 3) === word);
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function settle(year: number, month: number, day: number | null): MonthText {
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12) return WRONG;
  if (day !== null && (day < 1 || day > daysIn(year, month))) return WRONG;
  return { kind: "month", month: monthOf(year, month), day };
}

function parseMonth(cell: string): MonthText {
  const text = cell
    .normalize("NFKC")
    .trim()
    .replace(TIME, "")
    .replace(/\s+/gu, "")
    .replace(DASHES, "-")
    .toLowerCase();
  let match = YEAR_MONTH.exec(text) ?? SIX_DIGITS.exec(text);
  if (match !== null) return settle(Number(match[1]), Number(match[2]), null);
  match = YEAR_MONTH_DAY.exec(text);
  if (match !== null) return settle(Number(match[1]), Number(match[2]), Number(match[3]));
  match = SHORT_YEAR_MONTH_DAY.exec(text);
  if (match !== null) return settle(CENTURY + Number(match[1]), Number(match[2]), Number(match[3]));
  match = CHINESE.exec(text);
  if (match !== null) {
    const [, yearText, monthText = ""] = match;
    const number = /^\d/u.test(monthText) ? Number(monthText) : readChineseNumber(monthText);
    if (number === undefined || number < 1 || number > 12) return WRONG;
    if (yearText === undefined) return { kind: "monthNumber", number };
    return settle((yearText.length === 2 ? CENTURY : 0) + Number(yearText), number, null);
  }
  match = ENGLISH.exec(text);
  if (match !== null) {
    const [, before, word = "", after] = match;
    const number = englishMonth(word);
    if (number === 0 || (before !== undefined && after !== undefined)) return NONE;
    const year = before ?? after;
    return year === undefined
      ? { kind: "monthNumber", number }
      : settle(Number(year), number, null);
  }
  return NONE;
}

// ---------------------------------------------------------------- cells

/** A column repeats few months over many rows: answers are kept, within bounds. */
const KEPT = 5000;
const answers = new Map<number | string, Quantity<Month>>();

function monthOfNumber(value: number): Quantity<Month> {
  if (value === 0) return BLANK;
  const month = monthFromNumber(value);
  return month === undefined
    ? problemOf({ code: "unreadableMonth", text: String(value) })
    : { kind: "value", value: month, cleaned: null };
}

function monthOfText(cell: string): Quantity<Month> {
  const normalised = cell.normalize("NFKC");
  const text = normalised.trim();
  if (text === "") return BLANK;
  const error = readErrorText(text);
  if (error !== undefined) return error;
  const parsed = parseMonth(cell);
  switch (parsed.kind) {
    case "month":
      return {
        kind: "value",
        value: parsed.month,
        cleaned: normalised === cell ? null : "fullWidth",
      };
    case "monthNumber":
      return problemOf({ code: "monthWithoutYear", text: cell });
    case "wrong":
    case "none":
      return problemOf({ code: "unreadableMonth", text: cell });
  }
}

/**
 * A month from one cell (policy 5.1a): a whole number YYYYMM, any other number as a date serial, or a
 * text of 5.2 with its year, full dates included; blank for nothing and for 0. Texts are its usual
 * form, so `cleaned` speaks of full-width characters only.
 */
export function readMonth(cell: Cell): Quantity<Month> {
  if (typeof cell !== "number" && typeof cell !== "string") return readOther(cell);
  let answer = answers.get(cell);
  if (answer === undefined) {
    answer = typeof cell === "number" ? monthOfNumber(cell) : monthOfText(cell);
    if (answers.size >= KEPT) answers.clear();
    answers.set(cell, answer);
  }
  return answer;
}

/** The years in which somebody on a score sheet can have worked: a number outside is no date. */
const FIRST_PLAUSIBLE = 1950;

function isPlausible(month: Month): boolean {
  const year = yearOf(month);
  return year >= FIRST_PLAUSIBLE && year <= LAST_YEAR;
}

/**
 * A month in a cell of a score sheet: as `readMonth`, but a number that would be a day of another
 * century (a typed 3 is a serial of 1900, 2025.03 one of 1905) is unreadable instead of wrong.
 */
export function readSheetMonth(cell: Cell): Quantity<Month> {
  const quantity = readMonth(cell);
  return quantity.kind === "value" && !isPlausible(quantity.value)
    ? problemOf({ code: "unreadableMonth", text: seenText(cell) })
    : quantity;
}

export interface DateRead {
  readonly month: Quantity<Month>;
  /** The day of the month, where the cell holds a full date. */
  readonly day: number | null;
}

/**
 * A date in a cell of a score sheet (入职日期): its month, and its day where it is a full date. The
 * eight digits of an export (20250315) are a date too, since no serial is that large.
 */
export function readDate(cell: Cell): DateRead {
  const digits = EIGHT_DIGITS.exec(seenText(cell).trim());
  if (digits !== null) {
    const parsed = settle(Number(digits[1]), Number(digits[2]), Number(digits[3]));
    if (parsed.kind === "month")
      return {
        month: { kind: "value", value: parsed.month, cleaned: null },
        day: parsed.day,
      };
  }
  const month = readSheetMonth(cell);
  if (month.kind !== "value") return { month, day: null };
  if (typeof cell === "string") {
    const parsed = parseMonth(cell);
    return { month, day: parsed.kind === "month" ? parsed.day : null };
  }
  // The same month both ways means that the number was not YYYYMM.
  const date = typeof cell === "number" ? dateFromSerial(cell) : undefined;
  return { month, day: date?.month === month.value ? date.day : null };
}

// ---------------------------------------------------------------- headings

/** What a heading says of a month; `unreadable` looks like a month that does not exist (13月). */
export type MonthHeading =
  | { readonly kind: "month"; readonly month: Month }
  /** 3月, 三月, Mar: 1 to 12, the year is to be given. */
  | { readonly kind: "monthNumber"; readonly number: number }
  | { readonly kind: "unreadable" };

const UNREADABLE: MonthHeading = { kind: "unreadable" };
/** Dates in headings are months of records, not birthdays: smaller numbers are targets, ranks, days. */
const FIRST_HEADING_YEAR = 1990;

function headingOfNumber(value: number): MonthHeading | undefined {
  const month = monthFromNumber(value);
  if (month !== undefined && yearOf(month) >= FIRST_HEADING_YEAR && yearOf(month) <= LAST_YEAR)
    return { kind: "month", month };
  // 202513 and, typed as a number, 2025.03.
  const sixDigits = Number.isInteger(value) && value >= 190_000 && value < 210_000;
  const yearAndPart = !Number.isInteger(value) && value > FIRST_YEAR && value < LAST_YEAR + 1;
  return sixDigits || yearAndPart ? UNREADABLE : undefined;
}

/** The month that a column's heading names (policy 5.2), or undefined where it names none. */
export function readMonthHeading(cell: Cell): MonthHeading | undefined {
  if (typeof cell === "number") return headingOfNumber(cell);
  if (typeof cell !== "string" || errorOf(cell) !== undefined) return undefined;
  const parsed = parseMonth(cell);
  switch (parsed.kind) {
    case "month":
      return { kind: "month", month: parsed.month };
    case "monthNumber":
      return parsed;
    case "wrong":
      return UNREADABLE;
    case "none":
      return undefined;
  }
}

const MONTH_WORDS =
  "(?:\\d{4}|\\d{2})年\\d{1,2}月[份度]?|\\d{4}[-/.]\\d{1,2}(?!\\d)|(?:19|20)\\d{4}(?!\\d)|\\d{1,2}月[份度]?|[一二三四五六七八九十]{1,3}月[份度]?";
const SEPARATOR = "[-_:·.()]*";
const MONTH_FIRST = new RegExp(`^(${MONTH_WORDS})${SEPARATOR}(.+?)\\)?$`, "u");
const MONTH_LAST = new RegExp(`^(.+?)${SEPARATOR}(${MONTH_WORDS})\\)?$`, "u");

/** A text that names a month and something else, such as 3月销售额 or 分数(2025-03); undefined for others. */
export function splitMonthHeading(
  cell: Cell,
): { readonly says: MonthHeading; readonly rest: string } | undefined {
  if (typeof cell !== "string") return undefined;
  const text = cell.normalize("NFKC").replace(/\s+/gu, "").replace(DASHES, "-");
  const first = MONTH_FIRST.exec(text);
  const last = first === null ? MONTH_LAST.exec(text) : null;
  const [month, rest] = first !== null ? [first[1], first[2]] : [last?.[2], last?.[1]];
  if (month === undefined || rest === undefined) return undefined;
  const says = readMonthHeading(month);
  return says === undefined ? undefined : { says, rest };
}

const YEAR = /^(?:19|20)(\d{2})年?度?$/u;

/** The year that a heading over month columns names: 2024年, 2024. */
export function readYearHeading(cell: Cell): number | undefined {
  const text =
    typeof cell === "number" || typeof cell === "string"
      ? String(cell).normalize("NFKC").replace(/\s+/gu, "")
      : "";
  if (!YEAR.test(text)) return undefined;
  const year = Number(text.slice(0, 4));
  return year >= FIRST_HEADING_YEAR ? year : undefined;
}

const MONTH_ANYWHERE = new RegExp(`(?<!\\d)(?:${MONTH_WORDS})`, "gu");

/** The one month that a title or the name of a sheet speaks of, among other words; undefined for none or several. */
export function findMonthIn(text: string): MonthHeading | undefined {
  const whole = readMonthHeading(text);
  if (whole !== undefined) return whole;
  const bare = text.normalize("NFKC").replace(/\s+/gu, "").replace(DASHES, "-");
  const found = [...bare.matchAll(MONTH_ANYWHERE)].map(([month]) => readMonthHeading(month));
  const [only, more] = found;
  return more === undefined && only?.kind !== "unreadable" ? only : undefined;
}
