import { useContext, useSyncExternalStore } from "react";
import { policyPageWords, type Language, type PolicyPageWords } from "../../wording";
import { LanguageContext } from "../shared/language";
import type { PolicyState, PolicyStore } from "./policyStore";

/** The pane's language and the page's fixed words in it. */
export function usePolicyWords(): { readonly language: Language; readonly words: PolicyPageWords } {
  const language = useContext(LanguageContext);
  return { language, words: policyPageWords(language) };
}

/** A part of the page's state; drawn again only when that part changes. */
export function usePolicy<T>(store: PolicyStore, part: (state: PolicyState) => T): T {
  return useSyncExternalStore(store.subscribe, () => part(store.read()));
}

/** Whether the page's buttons wait: a task runs that is not validating again in passing. */
export function useBusy({ pane }: PolicyStore): boolean {
  return useSyncExternalStore(pane.subscribe, () => {
    const { activity } = pane.read();
    return activity !== null && activity.quiet !== true;
  });
}
