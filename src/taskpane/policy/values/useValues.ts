import { useContext, useSyncExternalStore } from "react";
import { policyValuesWords, type Language, type PolicyValuesWords } from "../../../wording";
import { LanguageContext } from "../../shared/language";
import type { ValuesState, ValuesStore } from "./valuesStore";

/** The pane's language and the forms' fixed words in it. */
export function useValuesWords(): {
  readonly language: Language;
  readonly words: PolicyValuesWords;
} {
  const language = useContext(LanguageContext);
  return { language, words: policyValuesWords(language) };
}

/** A part of the forms' state; drawn again only when that part changes. */
export function useValues<T>(store: ValuesStore, part: (state: ValuesState) => T): T {
  return useSyncExternalStore(store.subscribe, () => part(store.read()));
}
