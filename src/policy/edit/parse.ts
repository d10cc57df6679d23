import { monthFromText, normaliseText, scaleText, type Month } from "../../units";
import { LONGEST_TEXT, type NumberKind, type Unit } from "../schema/kinds";
import { isDay } from "../schema/stored";
import { edited, refused, type Edited } from "./problems";

/** What may stand beside a number of each unit, after NFKC and in lower case. */
const unitWords: Readonly<Record<Unit, { readonly before: RegExp; readonly after: RegExp }>> = {
  yuan: { before: /^[¥￥]\s*/u, after: /\s*(?:元|yuan)$/u },
  percent: { before: /^/u, after: /\s*%$/u },
  points: { before: /^/u, after: /\s*(?:分|points?)$/u },
  months: { before: /^/u, after: /\s*(?:个月|月|months?)$/u },
  count: { before: /^/u, after: /\s*(?:次|times?)$/u },
  minutes: { before: /^/u, after: /\s*(?:分钟|minutes?|min)$/u },
  tier: { before: /^第?/u, after: /\s*等?级?$/u },
};

const PLAIN = /^-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/u;
const LARGE = /^(\d+(?:\.\d+)?)\s*(万|w|千|k)$/u;
/** Units of other things: a number with one of them is understood, but not what was asked for. */
const OTHER_BEFORE = /^[¥￥$€£]\s*/u;
const OTHER_AFTER =
  /\s*(?:元|yuan|rmb|cny|usd|%|‰|分|points?|个月|月|months?|年|天|日|次|times?|人|分钟|小时|minutes?|min|等级|级)$/u;
const LONGEST_NUMBER = 40;

/**
 * A number as HR types it: full-width characters, thousands separators in their places and the
 * field's own unit are read, anything else is refused. The result is a whole number of 10^-decimals.
 */
export function parseNumber(path: string, text: string, kind: NumberKind): Edited<number> {
  const typed = normaliseText(text);
  if (typed === "") return refused(path, { code: "required" });
  const words = unitWords[kind.unit];
  const bare = typed.toLowerCase().replace(words.before, "").replace(words.after, "").trim();
  if (bare.length > LONGEST_NUMBER || !PLAIN.test(bare)) return unread(path, typed, bare, kind);
  const plain = bare.replace(/,/gu, "");
  const decimals = plain.split(".")[1]?.replace(/0+$/u, "").length ?? 0;
  if (decimals > kind.decimals)
    return refused(
      path,
      kind.decimals === 0
        ? { code: "notWhole", text: typed }
        : { code: "tooPrecise", text: typed, decimals: kind.decimals },
    );
  const per = 10 ** kind.decimals;
  const value = scaleText(plain, kind.decimals);
  if (value === undefined || value > kind.most)
    return plain.startsWith("-")
      ? refused(path, { code: "tooSmall", least: kind.least / per, unit: kind.unit })
      : refused(path, { code: "tooLarge", most: kind.most / per, unit: kind.unit });
  if (value < kind.least)
    return refused(path, { code: "tooSmall", least: kind.least / per, unit: kind.unit });
  return edited(value);
}

function unread(path: string, typed: string, bare: string, kind: NumberKind): Edited<never> {
  const large = LARGE.exec(bare);
  if (large !== null) {
    const [, digits = "", unit = ""] = large;
    const zeros = unit === "万" || unit === "w" ? 4 : 3;
    const scaled = scaleText(digits, zeros + 2);
    if (scaled !== undefined)
      return refused(path, { code: "largeUnit", text: typed, meant: String(scaled / 100) });
  }
  const stripped = bare.replace(OTHER_BEFORE, "").replace(OTHER_AFTER, "");
  return bare.length <= LONGEST_NUMBER && PLAIN.test(stripped)
    ? refused(path, { code: "otherUnit", text: typed, unit: kind.unit })
    : refused(path, { code: "notANumber", text: typed });
}

const SPELLED_MONTH = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*月?$/u;

/** "2026-01", 2026年1月, 2026/1: the month as files keep it ("YYYY-MM"). */
export function parseMonth(path: string, text: string): Edited<Month> {
  const typed = normaliseText(text);
  if (typed === "") return refused(path, { code: "required" });
  const match = SPELLED_MONTH.exec(typed);
  const month =
    match === null ? undefined : monthFromText(`${match[1]}-${match[2]?.padStart(2, "0")}`);
  return month === undefined ? refused(path, { code: "notAMonth", text: typed }) : edited(month);
}

/** A calendar day that exists, "YYYY-MM-DD". */
export function parseDay(path: string, text: string): Edited<string> {
  const typed = normaliseText(text);
  if (typed === "") return refused(path, { code: "required" });
  return isDay(typed) ? edited(typed) : refused(path, { code: "notADay", text: typed });
}

const LONGEST_WORD = 100;
const MOST_WORDS = 200;

/** A text of HR's own, ends trimmed; every other character is kept as typed. */
export function parseText(path: string, text: string, mayBeEmpty: boolean): Edited<string> {
  const typed = text.trim();
  if (typed === "" && !mayBeEmpty) return refused(path, { code: "required" });
  return typed.length > LONGEST_TEXT
    ? refused(path, { code: "tooLong", most: LONGEST_TEXT })
    : edited(typed);
}

/** Words that a sheet is searched for: as they are compared, so full-width and half-width are one. */
export function parseWords(path: string, words: readonly string[]): Edited<readonly string[]> {
  if (words.length > MOST_WORDS) return refused(path, { code: "tooMany", most: MOST_WORDS });
  const seen = new Set<string>();
  const kept: string[] = [];
  for (const word of words) {
    const typed = word.trim();
    if (typed === "") continue;
    if (typed.length > LONGEST_WORD) return refused(path, { code: "tooLong", most: LONGEST_WORD });
    const compared = normaliseText(typed);
    if (seen.has(compared)) return refused(path, { code: "twice", word: typed });
    if (/^[-+]?[\d.,]*\d[\d.,]*\s*(?:分|元|%)?$/u.test(compared))
      return refused(path, { code: "numberAsWord", word: typed });
    seen.add(compared);
    kept.push(typed);
  }
  return edited(kept);
}
