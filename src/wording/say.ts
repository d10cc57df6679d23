import type { Both, Language } from "./language";
import { wordsOf } from "./words";

// What sentences of all pages have in common: numbers with their nouns, lists, quotes. The rest of a sentence stands
// with its page.

const LOCALES: Both = { zh: "zh-CN", en: "en" };

/** The tag of a language, for pages and for Intl. */
export function localeOf(language: Language): string {
  return LOCALES[language];
}

const numbers: Both<Intl.NumberFormat> = {
  zh: new Intl.NumberFormat(LOCALES.zh, { maximumFractionDigits: 6 }),
  en: new Intl.NumberFormat(LOCALES.en, { maximumFractionDigits: 6 }),
};

/** "1,234": a number as people read it. */
export function number(value: number, language: Language): string {
  return numbers[language].format(value);
}

const english = new Intl.PluralRules(LOCALES.en);

/** The form that English wants with a number: "is" or "are", "month" or "months". */
export function agree(count: number, one: string, other: string): string {
  return english.select(count) === "one" ? one : other;
}

/** "1 error", "2 errors", "1,234 errors": a number with its English noun, or with whatever else depends on it. */
export function counted(count: number, one: string, other = `${one}s`): string {
  return `${number(count, "en")} ${agree(count, one, other)}`;
}

function format(type: Intl.ListFormatOptions["type"], style: Intl.ListFormatOptions["style"]) {
  return {
    zh: new Intl.ListFormat(LOCALES.zh, { type, style }),
    en: new Intl.ListFormat(LOCALES.en, { type, style }),
  } satisfies Both<Intl.ListFormat>;
}

const lists = format("conjunction", "narrow");
const conjunctions = format("conjunction", "long");
const disjunctions = format("disjunction", "long");

/** "甲、乙、丙"; "a, b, c": an enumeration, as behind a colon. */
export function list(items: readonly string[], language: Language): string {
  return lists[language].format(items);
}

/** "甲、乙和丙"; "a, b, and c": all of them, within a sentence. */
export function allOf(items: readonly string[], language: Language): string {
  return conjunctions[language].format(items);
}

/** "甲、乙或丙"; "a, b, or c": one of them. */
export function oneOf(items: readonly string[], language: Language): string {
  return disjunctions[language].format(items);
}

/** What stands between the parts of a line, blanks included. */
export const marks = wordsOf({
  colon: { zh: "：", en: ": " },
  comma: { zh: "，", en: ", " },
  semicolon: { zh: "；", en: "; " },
  /** Between the items of an enumeration that are drawn one by one; of texts `list` makes one. */
  item: { zh: "、", en: ", " },
  /** Between sentences. */
  sentence: { zh: "", en: " " },
  /** Between parts that bring their own. */
  none: { zh: "", en: "" },
});

/** Parts of a line, put together in both languages. */
export function joined(parts: readonly Both[], mark: keyof ReturnType<typeof marks>): Both {
  return {
    zh: parts.map(({ zh }) => zh).join(marks("zh")[mark]),
    en: parts.map(({ en }) => en).join(marks("en")[mark]),
  };
}

/** The same list in both languages, of parts that each has in its own. */
export function listed(items: readonly Both[], how = list): Both {
  return {
    zh: how(
      items.map(({ zh }) => zh),
      "zh",
    ),
    en: how(
      items.map(({ en }) => en),
      "en",
    ),
  };
}

/** Those parts that are so: what is not is not said. */
export const told = (parts: readonly (Both | false)[]): Both[] =>
  parts.filter((part) => part !== false);

/** What is written alike in both languages. */
export const alike = (text: string): Both => ({ zh: text, en: text });

/** Nothing, where a sentence has a part that may be missing. */
export const NOTHING: Both = alike("");

/** A remark behind something; no brackets where nothing is to be remarked. */
export const bracketed = ({ zh, en }: Both): Both =>
  zh === "" && en === "" ? NOTHING : { zh: `（${zh}）`, en: ` (${en})` };

/** The same of a remark that is said already. */
export function inBrackets(remark: string, language: Language): string {
  return bracketed(alike(remark))[language];
}

/** “text”: quotation marks inside become single ones; what is longer than `most` characters is cut. */
export function quote(text: string, most = Infinity): string {
  const characters = [...text];
  const cut = characters.length > most ? `${characters.slice(0, most).join("")}…` : text;
  return `“${cut.replaceAll("“", "‘").replaceAll("”", "’")}”`;
}
