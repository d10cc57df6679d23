import { monthFromNumber, monthNumber, monthOf, yearOf } from "../../units";
import type { Month } from "../../units";
import type { Cell } from "../../grid";
import { DASHES } from "../cells/readMonth";
import { readChineseNumber } from "../cells/numberText";
import { readMonthHeading, withDigitYears } from "./readMonthHeading";
import type { MonthHeading } from "./readMonthHeading";

// Months in running text: titles, labelled cells, names of sheets and files.

/** What a text says of a month: its year, its number, or both. */
export interface MonthTold {
  readonly year: number | null;
  /** 1 to 12. */
  readonly number: number | null;
}

const FIRST_TEXT_YEAR = 1990;
const LAST_TEXT_YEAR = 2099;

function bareText(text: string): string {
  return withDigitYears(text.normalize("NFKC").replace(/\s+/gu, "").replace(DASHES, "-"));
}

const NUMBER = "\\d{1,2}|[一二三四五六七八九十]{1,3}";
/** 1-10月, 1月-3月, 一至三月: more than one month. */
const SPAN = new RegExp(
  `(?<![\\d一二三四五六七八九十])(?:${NUMBER})月?份?(?:-|~|至|到|、|和|及)(?:${NUMBER})月`,
  "u",
);
const YEAR_AND_MONTH = new RegExp(
  `(?<!\\d)(?:((?:19|20)?\\d{2})年(${NUMBER})月|((?:19|20)\\d{2})[-/.](\\d{1,2})(?![\\d])|((?:19|20)\\d{2})(0[1-9]|1[0-2])(?!\\d))`,
  "gu",
);
/** A month alone; 连续三月 and 一月内 are lengths of time. */
const MONTH_ALONE = new RegExp(
  `(?<!连续|最近|过去|未来|[近满每第共前后]|[\\d一二三四五六七八九十.个])(${NUMBER})月(?!内(?!部)|以[上下内来前后]|之[内前后]|起)`,
  "gu",
);
const YEAR_ALONE = /(?<!\d)((?:19|20)\d{2})(?![\d元人分件次单号%])/gu;
/** A day of a year, as of an export: it says nothing of the month that a sheet is of. */
const DAY = /(?<!\d)(?:19|20)\d{2}(?:年\d{1,2}月\d{1,2}[日号]?|([-/.])\d{1,2}\1\d{1,2}(?!\d))/gu;
const ENGLISH =
  /(?<![a-z])(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![a-z])/giu;

function numberOf(text: string): number | null {
  const number = /^\d/u.test(text) ? Number(text) : readChineseNumber(text);
  return number !== undefined && number >= 1 && number <= 12 ? number : null;
}

function fullYear(text: string): number {
  return text.length === 2 ? 2000 + Number(text) : Number(text);
}

function isYear(year: number): boolean {
  return year >= FIRST_TEXT_YEAR && year <= LAST_TEXT_YEAR;
}

interface Found {
  readonly years: ReadonlySet<number>;
  readonly numbers: ReadonlySet<number>;
}

function findAll(text: string): Found {
  const bare = bareText(text).replace(DAY, " ");
  const years = new Set<number>();
  const numbers = new Set<number>();
  let rest = bare;
  for (const match of bare.matchAll(YEAR_AND_MONTH)) {
    const year = fullYear(match[1] ?? match[3] ?? match[5] ?? "");
    const number = numberOf(match[2] ?? match[4] ?? match[6] ?? "");
    if (!isYear(year) || number === null) continue;
    years.add(year);
    numbers.add(number);
    rest = rest.replace(match[0], " ");
  }
  for (const match of rest.matchAll(MONTH_ALONE)) {
    const number = numberOf(match[1] ?? "");
    if (number !== null) numbers.add(number);
  }
  for (const match of rest.matchAll(YEAR_ALONE)) {
    const year = Number(match[1]);
    if (isYear(year)) years.add(year);
  }
  // May is a word as well: it is a month beside a year.
  for (const match of text.matchAll(ENGLISH)) {
    const word = (match[1] ?? "").toLowerCase();
    if (word === "may" && years.size === 0) continue;
    const says = readMonthHeading(word.slice(0, 3));
    if (says?.kind === "monthNumber") numbers.add(says.number);
  }
  return { years, numbers };
}

/** The one entry of a set. */
function only<T>(set: ReadonlySet<T>): T | null {
  const [first, more] = set;
  return first === undefined || more !== undefined ? null : first;
}

/**
 * What a title, the name of a sheet or of a file says of a month: the one month and the one year that it
 * names; undefined where it names none or several.
 */
export function monthTold(text: string): MonthTold | undefined {
  const period = periodTold(text, 2);
  if (period !== undefined) return period;
  const { years, numbers } = findAll(text);
  const number = SPAN.test(bareText(text)) ? null : only(numbers);
  const year = only(years);
  return number === null && year === null ? undefined : { year, number };
}

const FULL_DAY = /(?<!\d)(?:((?:19|20)\d{2})[年./-])?(\d{1,2})[月./-](\d{1,2})(?!\d)[日号]?/gu;

/** The month that a period from one day to another lies in; of one that spans months the year alone. */
function periodTold(text: string, least: number): MonthTold | undefined {
  const days = [...bareText(text).matchAll(FULL_DAY)];
  if (days.length < least || days.length > 2) return undefined;
  const years = new Set(days.flatMap(([, year]) => (year === undefined ? [] : [Number(year)])));
  const numbers = new Set(days.map((match) => Number(match[2])));
  const number = only(numbers);
  const year = only(years);
  if ([...numbers].some((one) => one < 1 || one > 12)) return undefined;
  return year === null && number === null ? undefined : { year, number };
}

/** 2026.3 typed as a number; with 2026.1 it is unknown whether October is meant. */
function decimalTold(value: number): MonthTold | undefined {
  const year = Math.floor(value);
  if (!isYear(year)) return undefined;
  const hundredths = Math.round((value - year) * 100);
  if (hundredths === 0 || hundredths === 10) return { year, number: null };
  const number = hundredths % 10 === 0 ? hundredths / 10 : hundredths;
  return number <= 12 ? { year, number } : undefined;
}

/** What a value beside a label such as 考核月份 says; a number may be a date, 202603, 2026.3, a year or 1 to 12. */
export function valueTold(cell: Cell): MonthTold | undefined {
  if (typeof cell === "number") {
    if (Number.isInteger(cell) && cell >= 1 && cell <= 12) return { year: null, number: cell };
    if (isYear(Math.floor(cell))) return decimalTold(cell);
    const month = monthFromNumber(cell);
    return month !== undefined && isYear(yearOf(month))
      ? { year: yearOf(month), number: monthNumber(month) }
      : undefined;
  }
  if (typeof cell !== "string") return undefined;
  const number = numberOf(cell.normalize("NFKC").trim());
  return number !== null ? { year: null, number } : (periodTold(cell, 1) ?? monthTold(cell));
}

/** The month that a date shows: in full, or without its year where its format leaves that out. */
export function monthOfText(text: string): Month | { readonly number: number } | undefined {
  const says = readMonthHeading(text);
  if (says?.kind === "month") return says.month;
  return says?.kind === "monthNumber" ? { number: says.number } : monthInText(text);
}

/** The month of a text that says it in full, in whatever words: 2026年三月份, 2026年10月1日—10月31日. */
export function monthInText(text: string): Month | undefined {
  const told = monthTold(text);
  return told?.year != null && told.number !== null ? monthOf(told.year, told.number) : undefined;
}

/** The one month that a title or the name of a sheet contains, among other words; undefined for none or several. */
export function findMonthIn(text: string): MonthHeading | undefined {
  const whole = readMonthHeading(text);
  if (whole !== undefined) return whole;
  const told = monthTold(text);
  if (told?.number == null) return undefined;
  return told.year === null
    ? { kind: "monthNumber", number: told.number }
    : { kind: "month", month: monthOf(told.year, told.number) };
}
