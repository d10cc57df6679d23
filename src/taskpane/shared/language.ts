import { createContext, useContext } from "react";
import { paneWords, type Language, type PaneWords } from "../../wording";

export const LanguageContext = createContext<Language>("zh");

/** The pane's language and its fixed words in it. */
export function useWords(): { readonly language: Language; readonly words: PaneWords } {
  const language = useContext(LanguageContext);
  return { language, words: paneWords(language) };
}
