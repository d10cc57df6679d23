import { scaleNumber, scaleText } from "../../units";

/** A plain decimal: sign, digits, or digits in groups of three, a decimal point; no exponent, no other base. */
const ACCEPTED = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+|[1-9]\d{0,2}(?:,\d{3})+(?:\.\d*)?)$/u;

/** A decimal of up to so many digits is its double's shortest one: nothing is lost on the way. */
const EXACT_DIGITS = 15;

export type NumberText =
  | { readonly kind: "number"; readonly scaled: number; readonly separators: boolean }
  | { readonly kind: "tooLarge" }
  | { readonly kind: "none" };

const TOO_LARGE: NumberText = { kind: "tooLarge" };
const NONE: NumberText = { kind: "none" };

/** A number as rule N4 accepts it in text, as an integer of 10^-decimals. The text is NFKC, without its unit. */
export function acceptNumber(text: string, decimals: number): NumberText {
  if (!ACCEPTED.test(text)) return NONE;
  const separators = text.includes(",");
  const digits = separators ? text.replaceAll(",", "") : text;
  const scaled =
    digits.length <= EXACT_DIGITS
      ? scaleNumber(Number(digits), decimals)
      : scaleText(digits, decimals);
  return scaled === undefined ? TOO_LARGE : { kind: "number", scaled, separators };
}

// ---------------------------------------------------------------- what a clerk would read

const DIGITS: ReadonlyMap<string, number> = new Map([
  ...[..."〇一二三四五六七八九"].map((digit, value) => [digit, value] as const),
  ...[..."零壹贰叁肆伍陆柒捌玖"].map((digit, value) => [digit, value] as const),
  ["两", 2],
]);
const TENS: ReadonlyMap<string, number> = new Map([
  ["十", 10],
  ["拾", 10],
  ["百", 100],
  ["佰", 100],
  ["千", 1000],
  ["仟", 1000],
]);
const GROUPS: ReadonlyMap<string, number> = new Map([
  ["万", 1e4],
  ["萬", 1e4],
  ["亿", 1e8],
]);

/** Digits one after another: 八五 is 85. */
function readDigitRow(text: string): number | undefined {
  let value = 0;
  for (const character of text) {
    const digit = DIGITS.get(character);
    if (digit === undefined) return undefined;
    value = value * 10 + digit;
  }
  return text === "" ? undefined : value;
}

/** A whole number in Chinese numerals: 八十五, 三千五 (3500), 一万二千; undefined for anything else. */
export function readChineseNumber(text: string): number | undefined {
  if (text.length > 20) return undefined;
  if (text.length > 1 && [...text].every((character) => DIGITS.has(character)))
    return readDigitRow(text);
  let total = 0;
  let section = 0;
  let digit: number | undefined;
  let lastUnit = 1;
  for (const character of text) {
    const value = DIGITS.get(character);
    if (value !== undefined) {
      if (digit !== undefined && digit !== 0) return undefined;
      digit = value;
      // 一百零五 is 105: after a zero the digit is a plain one.
      if (value === 0) lastUnit = 1;
      continue;
    }
    const ten = TENS.get(character);
    const group = GROUPS.get(character);
    if (ten !== undefined) {
      // 十五 needs no 一 before it; 百 and 千 do.
      if (digit === undefined && ten !== 10) return undefined;
      section += (digit ?? 1) * ten;
      lastUnit = ten;
    } else if (group !== undefined) {
      total = (total + section + (digit ?? 0)) * group;
      if (total === 0) return undefined;
      section = 0;
      lastUnit = group;
    } else {
      return undefined;
    }
    digit = undefined;
  }
  // 三千五 is 3500, but 十五 is 15.
  const rest = digit === undefined ? 0 : digit * (lastUnit > 10 ? lastUnit / 10 : 1);
  return text === "" ? undefined : total + section + rest;
}

const MULTIPLIERS: readonly (readonly [string, number])[] = [
  ["万", 1e4],
  ["萬", 1e4],
  ["w", 1e4],
  ["W", 1e4],
  ["千", 1e3],
  ["k", 1e3],
  ["K", 1e3],
];

function plainNumber(text: string): number | undefined {
  const read = acceptNumber(text, 6);
  return read.kind === "number" ? read.scaled / 1e6 : undefined;
}

/**
 * What an experienced clerk would read in a text that is not accepted as a number: 八十五 → 85,
 * 3万 → 30000, 85% → 85; undefined when it takes guessing. Only ever offered, never used.
 */
export function suggestNumber(text: string): number | undefined {
  if (text.length > 40) return undefined;
  const bare = text
    .replace(/\s+/gu, "")
    .replace(/^(?:¥|RMB|CNY)/iu, "")
    .replace(/(?:元整|圆整|元|圆|块|RMB|分|次|%)$/iu, "");
  const plain = plainNumber(bare);
  if (plain !== undefined) return plain;
  for (const [unit, factor] of MULTIPLIERS) {
    const count = bare.endsWith(unit) ? plainNumber(bare.slice(0, -unit.length)) : undefined;
    // Six decimals were kept, so that 3.51万 is 35100 and not a hair less.
    if (count !== undefined) return Math.round(count * factor * 100) / 100;
  }
  const [whole = "", fraction, ...more] = bare.split("点");
  if (more.length > 0) return undefined;
  const value = readChineseNumber(whole);
  if (value === undefined || fraction === undefined) return value;
  const decimals = readDigitRow(fraction);
  return decimals === undefined
    ? undefined
    : Number(`${value}.${String(decimals).padStart(fraction.length, "0")}`);
}
