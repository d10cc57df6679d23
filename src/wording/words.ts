import type { Both, Language } from "./language";

/** What stands for a table of entries once the language is chosen; entries may be grouped. */
export type WordsOf<Table> = {
  readonly [Key in keyof Table]: Table[Key] extends Both<infer Said>
    ? Said extends string
      ? string
      : Said
    : WordsOf<Table[Key]>;
};

function isEntry(value: object): value is Both<unknown> {
  return "zh" in value && "en" in value;
}

function pick<Table extends object>(table: Table, language: Language): WordsOf<Table>;
function pick(table: object, language: Language): unknown {
  return Object.fromEntries(
    Object.entries(table).map(([key, value]: [string, object]) => [
      key,
      isEntry(value) ? value[language] : pick(value, language),
    ]),
  );
}

/** The fixed words of a page: a table of entries, each in both languages side by side. */
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
