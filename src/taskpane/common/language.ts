import { createContext, useContext } from "react";
import { paneWords, type Language, type PaneWords } from "../../wording";

export const LanguageContext = createContext<Language>("zh");

interface Spoken<Words> {
  readonly language: Language;
  readonly words: Words;
}

/** The pane's language and the fixed words of one of its pages in it. */
export function useWordsOf<Words>(wordsIn: (language: Language) => Words): Spoken<Words> {
  const language = useContext(LanguageContext);
  return { language, words: wordsIn(language) };
}

/** The pane's language and its own fixed words in it. */
export function useWords(): Spoken<PaneWords> {
  return useWordsOf(paneWords);
}
