import { useContext, useSyncExternalStore } from "react";
import { promotionPageWords, type Language, type PromotionPageWords } from "../../wording";
import { LanguageContext } from "../shared/language";
import type { PromotionState, PromotionStore } from "./promotionStore";

/** The pane's language and the page's fixed words in it. */
export function usePromotionWords(): {
  readonly language: Language;
  readonly words: PromotionPageWords;
} {
  const language = useContext(LanguageContext);
  return { language, words: promotionPageWords(language) };
}

/** A part of the page's state; drawn again only when that part changes. */
export function usePromotion<T>(store: PromotionStore, part: (state: PromotionState) => T): T {
  return useSyncExternalStore(store.subscribe, () => part(store.state()));
}

/** Whether a task runs, so that the page's buttons wait. */
export function useBusy({ pane }: PromotionStore): boolean {
  return useSyncExternalStore(pane.subscribe, () => {
    const { activity } = pane.read();
    return activity !== null && activity.quiet !== true;
  });
}
