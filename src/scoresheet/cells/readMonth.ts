import { monthFromNumber, monthOf } from "../../units";
import type { Month } from "../../units";
import type { Cell } from "../../grid";
import { readChineseNumber } from "./numberText";
import { BLANK, problemOf, readErrorText, readOther } from "./quantity";
import type { Quantity } from "../types";

/** What a text says of a month. `none`: it names none; `wrong`: it does, but there is no such month. */
export type MonthText =
  | { readonly kind: "month"; readonly month: Month; readonly day: number | null }
  | { readonly kind: "monthNumber"; readonly number: number }
  | { readonly kind: "wrong" }
  | { readonly kind: "none" };

const NONE: MonthText = { kind: "none" };
const WRONG: MonthText = { kind: "wrong" };

/** The years that YYYYMM can name (rule N8); texts are held to the same. */
export const FIRST_YEAR = 1900;
export const LAST_YEAR = 2099;
/** Two-digit years stand before 年 only, where nobody means another century. */
const CENTURY = 2000;

const TIME = /[\sT]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?$/u;
export const DASHES = /[‐‒–—−]/gu;

// The white space is gone and the letters are small before these are asked.
const YEAR_MONTH = /^(\d{4})(?:年|[-/.])(\d{1,2})月?[份度]?$/u;
const YEAR_MONTH_DAY = /^(\d{4})(?:年|[-/.])(\d{1,2})(?:月|[-/.])(\d{1,2})[日号]?$/u;
const SHORT_YEAR_MONTH_DAY = /^(\d{2})年(\d{1,2})月(\d{1,2})[日号]$/u;
const SIX_DIGITS = /^((?:19|20)\d{2})(\d{2})$/u;
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

export function settle(year: number, month: number, day: number | null): MonthText {
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12) return WRONG;
  if (day !== null && (day < 1 || day > daysIn(year, month))) return WRONG;
  return { kind: "month", month: monthOf(year, month), day };
}

export function parseMonth(cell: string): MonthText {
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
const MOST_TEXTS = 5000;
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
 * A month from one cell (rule N8): a whole number YYYYMM, any other number as a date serial, or a
 * text with its year, full dates included; blank for nothing and for 0. Texts are its usual
 * form, so `cleaned` means full-width characters only.
 */
export function readMonth(cell: Cell): Quantity<Month> {
  if (typeof cell !== "number" && typeof cell !== "string") return readOther(cell);
  let answer = answers.get(cell);
  if (answer === undefined) {
    answer = typeof cell === "number" ? monthOfNumber(cell) : monthOfText(cell);
    if (answers.size >= MOST_TEXTS) answers.clear();
    answers.set(cell, answer);
  }
  return answer;
}
