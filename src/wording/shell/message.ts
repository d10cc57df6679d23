import type { Both } from "../language";
import { NOTHING } from "../say";

/** What happened, and what to do next. */
export interface PaneMessage {
  readonly what: string;
  readonly next: string;
}

/** A message of two sentences, each in both languages side by side; the second may have nothing to say. */
export function message(what: Both, next: Both = NOTHING): Both<PaneMessage> {
  const inOne = (language: keyof Both): PaneMessage => ({
    what: what[language],
    next: next[language],
  });
  return { zh: inOne("zh"), en: inOne("en") };
}
