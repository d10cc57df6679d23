import { normaliseText } from "../units";
import { builtInWords } from "./book/words";
import type {
  LevelId,
  LevelValue,
  PolicyBook,
  PolicyVersion,
  SheetWords,
  WordsInForce,
} from "./types";

type OtherWords = Omit<SheetWords, "headings" | "others">;

/** The further words of a book but for its headings: HR's own lists, and the built-in ones where HR has none. */
export function otherWordsOf({ words }: PolicyBook): OtherWords {
  return {
    levels: { ...builtInWords.levels, ...words?.levels },
    statutoryLeave: words?.statutoryLeave ?? builtInWords.statutoryLeave,
    otherReasons: words?.otherReasons ?? builtInWords.otherReasons,
  };
}

/** Each word once, without those that are taken; of equal ones the first stays. */
export function untaken(
  words: readonly string[],
  taken: ReadonlySet<string>,
  keyOf: (word: string) => string,
): string[] {
  const seen = new Set(taken);
  return words.filter((word) => {
    const key = keyOf(word);
    if (key === "" || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

const levelKey = (name: string): string => normaliseText(name).toLowerCase();

/** What names each level of a version beside its name: the latest aliases, its names in all versions and in both languages, further words. */
function aliasesIn(
  version: PolicyVersion,
  book: PolicyBook,
  further: OtherWords,
): WordsInForce["aliases"] {
  const latest = latestOf(book).values.levels;
  const aliasesOf = ({ id, aliases }: LevelValue): readonly string[] =>
    latest.find((level) => level.id === id)?.aliases ?? aliases;
  const namesOf = (id: LevelId): string[] =>
    [version, ...book.versions].flatMap(({ values }) =>
      values.levels.filter((level) => level.id === id).flatMap(({ name }) => [name.zh, name.en]),
    );
  const { levels } = version.values;
  return levels.map((level): readonly string[] => {
    const taken = new Set(
      levels.flatMap((other) =>
        other === level ? [] : [other.name.zh, ...aliasesOf(other)].map(levelKey),
      ),
    );
    taken.add(levelKey(level.name.zh));
    const more = Object.hasOwn(further.levels, level.id) ? further.levels[level.id] : undefined;
    return untaken([...aliasesOf(level), ...namesOf(level.id), ...(more ?? [])], taken, levelKey);
  });
}

export function latestOf({ versions }: PolicyBook): PolicyVersion {
  const latest = versions.at(-1);
  if (latest === undefined) throw new RangeError("A policy book has at least one version");
  return latest;
}

const known = new WeakMap<PolicyBook, Map<PolicyVersion, WordsInForce>>();

/**
 * The words by which sheets are read in the months of a version. Words hold for all months: those of the latest
 * version are everybody's; of levels each version keeps its own names.
 */
export function wordsInForce(book: PolicyBook, version: PolicyVersion): WordsInForce {
  let byVersion = known.get(book);
  if (byVersion === undefined)
    known.set(book, (byVersion = new Map<PolicyVersion, WordsInForce>()));
  let words = byVersion.get(version);
  if (words === undefined) {
    const further = otherWordsOf(book);
    const { notAssessed } = latestOf(book).values;
    const statutoryLeave = untaken(
      [...notAssessed.statutoryLeave, ...further.statutoryLeave],
      new Set(notAssessed.other.map(normaliseText)),
      normaliseText,
    );
    words = {
      book,
      aliases: aliasesIn(version, book, further),
      statutoryLeave,
      otherReasons: untaken(
        [...notAssessed.other, ...further.otherReasons],
        new Set(statutoryLeave.map(normaliseText)),
        normaliseText,
      ),
    };
    byVersion.set(version, words);
  }
  return words;
}
