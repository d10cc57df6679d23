import type { ErrorCode } from "../../grid";
import type { Score } from "../../units";

/** Why a cell's content cannot be used; facts, no sentences. */
export type CellProblem =
  | { readonly code: "error"; readonly error: ErrorCode }
  | { readonly code: "boolean" }
  /** Text that is no number; `suggestion` is what an experienced clerk would read (八十五 → 85). */
  | { readonly code: "notNumber"; readonly text: string; readonly suggestion?: number }
  | { readonly code: "outOfRange"; readonly value: number }
  /** Beyond exact numbers; as it stands in the cell. */
  | { readonly code: "tooLarge"; readonly text: string }
  | { readonly code: "notWhole"; readonly value: number }
  | { readonly code: "unreadableMonth"; readonly text: string }
  | { readonly code: "monthWithoutYear"; readonly text: string }
  /** The month names another year than the column of years beside it. */
  | { readonly code: "otherYear"; readonly text: string; readonly year: number }
  /** A grade in place of a score, whose points nobody has named. */
  | { readonly code: "grade"; readonly text: string }
  /** An amount of which nobody has said whether it is in yuan. */
  | { readonly code: "unitUnknown"; readonly text: string };

/** How a value had to be cleaned before it could be read (scoreAsText); null for a plain number. */
export type Cleaned = "text" | "fullWidth" | "unit" | "separators" | null;

/** A quantity read from one cell, by whoever asks (functions or the sheet). */
export type Quantity<T> =
  | { readonly kind: "blank" }
  | { readonly kind: "value"; readonly value: T; readonly cleaned: Cleaned }
  /** A word that means "not assessed"; `leave` distinguishes statutory leave from other reasons. */
  | { readonly kind: "notAssessed"; readonly word: string; readonly leave: boolean }
  /** The number 0 in a score of a sheet that nobody has confirmed: a score or a placeholder? */
  | { readonly kind: "zero" }
  /** Excel has not calculated the cell yet: it may come to anything, and is no problem of the sheet. */
  | { readonly kind: "pending"; readonly error: ErrorCode }
  | { readonly kind: "problem"; readonly problem: CellProblem };

/** What the reader must know of the policy; it arrives as an argument since this room knows no policy. */
export interface ScoreLimits {
  readonly minimum: Score;
  readonly maximum: Score;
  readonly statutoryLeave: ReadonlySet<string>;
  readonly otherReasons: ReadonlySet<string>;
}
