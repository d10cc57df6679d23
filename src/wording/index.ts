// Takes: codes and facts of the rooms above (their types only) and a language.
// Gives: every sentence a person reads, in Chinese and English.
// Never: judgements, formatting of sheets.
export type { Language } from "./language";
