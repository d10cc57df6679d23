import type { ReadingId } from "../policy";
import type { Fen } from "../units";

/** What each finding states, by its code: codes and facts, no sentences. */
export type FindingFacts =
  | { readonly code: "F-SAL-02"; readonly sales: Fen }
  | { readonly code: "F-ELI-03"; readonly readings: readonly ReadingId[] };

export type FindingCode = FindingFacts["code"];
