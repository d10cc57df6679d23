import type { CellRef } from "../../grid";
import type { Who } from "../../scoresheet";
import type { Month } from "../../units";

/** Where something stands in an earlier file. */
export interface HistorySource {
  readonly file: string;
  readonly cell: CellRef;
}

/** One person's score of one month out of an earlier file. */
export interface HistoryRow extends Who {
  readonly month: Month;
  /** Its own name where the policy knows it, else as typed. */
  readonly level: string;
  /** The number, or the word by which the month was not assessed; a real zero is "0分", as in sheets. */
  readonly score: number | string;
  readonly source: HistorySource;
}

/** A score of an earlier file that cannot be taken as it stands, and what is wrong with it. */
export interface HistoryFault {
  readonly why: "who" | "month" | "score";
  readonly seen: string;
  readonly source: HistorySource;
}

/** Somebody of an earlier file of whom only HR can say who it is. */
export interface WhoQuestion {
  readonly key: string;
  readonly who: Who;
  /** Without 工号 · a known 工号 under another name · a known name under an unknown 工号. */
  readonly why: "noId" | "otherName" | "otherId";
  readonly candidates: readonly Who[];
  /** Whether it may also be somebody of whom the workbook knows nothing yet. */
  readonly mayBeNew: boolean;
  readonly rows: number;
}

export type WhoAnswer =
  | { readonly kind: "person"; readonly who: Who }
  /** Somebody new, as the file names them. */
  | { readonly kind: "new" }
  | { readonly kind: "leaveOut" };

/** What HR says, by the key of the question; without an answer nothing is taken. */
export type WhoAnswers = ReadonlyMap<string, WhoAnswer>;

/** Two scores of one person's month that contradict each other: neither is chosen. */
export interface HistoryConflict {
  readonly row: HistoryRow;
  readonly other: number | string;
  /** Null: the other one stands in the workbook already. */
  readonly otherSource: HistorySource | null;
}

/** What of earlier files is to be written. */
export interface HistoryPlan {
  /** By person and month. */
  readonly rows: readonly HistoryRow[];
  readonly questions: readonly WhoQuestion[];
  /** Rows of people of whom HR has said nothing, or that they are left out. */
  readonly waiting: number;
  readonly leftOut: number;
  readonly conflicts: readonly HistoryConflict[];
  /** Rows that say what is known already. */
  readonly known: number;
}
