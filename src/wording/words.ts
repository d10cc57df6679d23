import type { Both, Language } from "./language";

/** An entry once the language is chosen: a text, what makes one of facts, or texts one after the other. */
type Chosen<Entry> =
  Entry extends Both<infer Said>
    ? Said extends string
      ? string
      : Said
    : Entry extends (...facts: infer Facts) => Both
      ? (...facts: Facts) => string
      : Entry extends readonly Both[]
        ? readonly string[]
        : WordsOf<Entry>;

/** What stands for a table of entries once the language is chosen; entries may be grouped. */
export type WordsOf<Table> = { readonly [Key in keyof Table]: Chosen<Table[Key]> };

function isEntry(value: object): value is Both<unknown> {
  return "zh" in value && "en" in value;
}

function isMaker(value: unknown): value is (...facts: never[]) => Both {
  return typeof value === "function";
}

function pick<Table extends object>(table: Table, language: Language): WordsOf<Table>;
function pick(value: object, language: Language): unknown {
  if (isEntry(value)) return value[language];
  if (isMaker(value)) return (...facts: never[]) => value(...facts)[language];
  if (Array.isArray(value)) return value.map((each: object) => pick(each, language));
  return Object.fromEntries(
    Object.entries(value).map(([key, each]: [string, object]) => [key, pick(each, language)]),
  );
}

/** The words of a page: a table of entries, each in both languages side by side. */
export function wordsOf<Table extends object>(
  table: Table,
): (language: Language) => WordsOf<Table> {
  const known = new Map<Language, WordsOf<Table>>();
  return (language) => {
    let words = known.get(language);
    if (words === undefined) known.set(language, (words = pick(table, language)));
    return words;
  };
}
