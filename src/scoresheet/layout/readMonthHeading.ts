import { monthFromNumber, yearOf } from "../../units";
import type { Month } from "../../units";
import { errorOf } from "../../grid";
import type { Cell } from "../../grid";
import { DASHES, FIRST_YEAR, LAST_YEAR, parseMonth } from "../cells/readMonth";

// Not in cells/readMonth.ts: the custom functions read months from cells but no headings, and this would make them larger.

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

/** The month that a column's heading names (rule S2.1), or undefined where it names none. */
export function readMonthHeading(cell: Cell): MonthHeading | undefined {
  if (typeof cell === "number") return headingOfNumber(cell);
  if (typeof cell !== "string" || errorOf(cell) !== undefined) return undefined;
  const parsed = parseMonth(withDigitYears(cell));
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
  "(?:\\d{4}|\\d{2})年(?:\\d{1,2}|[一二三四五六七八九十]{1,3})月[份度]?|\\d{4}[-/.]\\d{1,2}(?!\\d)|(?:19|20)\\d{4}(?!\\d)|\\d{1,2}月[份度]?|[一二三四五六七八九十]{1,3}月[份度]?";
const SEPARATOR = "[-_:·.()]*";
const MONTH_FIRST = new RegExp(`^(${MONTH_WORDS})${SEPARATOR}(.+)$`, "u");
const MONTH_LAST = new RegExp(`^(.+?)${SEPARATOR}(${MONTH_WORDS})\\)?$`, "u");

/** A text without the bracket that closes what was cut off before it. */
function withoutClosing(text: string): string {
  return text.endsWith(")") && !text.includes("(") ? text.slice(0, -1) : text;
}

/** A text that names a month and something else, such as 3月销售额 or 分数(2025-03); undefined for others. */
export function splitMonthHeading(
  cell: Cell,
): { readonly says: MonthHeading; readonly rest: string } | undefined {
  if (typeof cell !== "string") return undefined;
  const text = withDigitYears(cell.normalize("NFKC").replace(/\s+/gu, "").replace(DASHES, "-"));
  const first = MONTH_FIRST.exec(text);
  const last = first === null ? MONTH_LAST.exec(text) : null;
  const [month, rest] = first !== null ? [first[1], first[2]] : [last?.[2], last?.[1]];
  if (month === undefined || rest === undefined) return undefined;
  const says = readMonthHeading(month);
  return says === undefined ? undefined : { says, rest: withoutClosing(rest) };
}

const CHINESE_DIGITS = "〇零一二三四五六七八九";
const CHINESE_YEAR = new RegExp(`[二一][${CHINESE_DIGITS}○]{3}(?=年)`, "gu");

/** 二〇二六年 is 2026年. */
export function withDigitYears(text: string): string {
  if (!text.includes("年")) return text;
  return text.replace(CHINESE_YEAR, (year) =>
    [...year.replaceAll("○", "〇").replaceAll("零", "〇")]
      .map((digit) => Math.max(0, CHINESE_DIGITS.indexOf(digit) - 1))
      .join(""),
  );
}

const YEAR = /^(?:19|20)(\d{2})年?度?$/u;

/** The year that a heading over month columns names: 2024年, 2024. */
export function readYearHeading(cell: Cell): number | undefined {
  const year = typeof cell === "string" ? yearInText(cell) : cell;
  const isYear = typeof year === "number" && Number.isInteger(year);
  return isYear && year >= FIRST_HEADING_YEAR && year <= LAST_YEAR ? year : undefined;
}

function yearInText(cell: string): number | undefined {
  const text = withDigitYears(cell.normalize("NFKC").replace(/\s+/gu, ""));
  return YEAR.test(text) ? Number(text.slice(0, 4)) : undefined;
}
