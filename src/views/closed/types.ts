import type { CellRef, SheetRef } from "../../grid";
import type { NamedReading, PayComponent, UnpaidReason } from "../../month";
import type { Words } from "../../policy";
import type { Fen, Month } from "../../units";
import type { CandidateStatus } from "../types";

/** The cells of a month's row on which its results hang. */
export const CLOSED_FIELDS = ["level", "score", "sales", "extra", "complaints", "leaves"] as const;
export type ClosedField = (typeof CLOSED_FIELDS)[number];

/** Somebody's pay of the month, part by part, or why it could not be worked out. */
export type ClosedPay =
  | ({ readonly kind: "paid" } & Readonly<Record<PayComponent | "net", Fen>> & {
        /** Null where a count cannot be used. */
        readonly fines: Fen | null;
      })
  | { readonly kind: "unpaid"; readonly why: UnpaidReason["kind"] };

/** One person of a month: what the sheet says and what that comes to. */
export interface ClosedPerson {
  readonly key: string;
  readonly employeeId: string;
  readonly name: string;
  readonly cells: Readonly<Record<ClosedField, string>>;
  /** Where they stand, as "E12"; "" where the sheet has no such column. */
  readonly at: Readonly<Record<ClosedField, string>>;
  readonly tier: number | null;
  /** Null for whoever is on the payroll only. */
  readonly status: CandidateStatus | null;
  /** Null for whoever is not on the payroll. */
  readonly pay: ClosedPay | null;
}

/** The policy by which a month was judged. */
export interface ClosedPolicy {
  readonly name: string;
  readonly from: Month | null;
  /** The version's values, as a text that is another one when any of them is. */
  readonly values: string;
  /** The options in force of the readings that this version disputes, by the id of the reading. */
  readonly options: Readonly<Record<string, string>>;
  readonly undecided: readonly string[];
}

/** What a month comes to: kept when it is closed, and worked out anew to see what has changed since. */
export interface MonthFacts {
  readonly policy: ClosedPolicy;
  readonly people: readonly ClosedPerson[];
}

/** The same of the sheet as it is now. */
export interface CurrentFacts extends MonthFacts {
  /** Where somebody's cell is now; null where there is none. */
  readonly cellOf: (key: string, field: ClosedField) => CellRef | null;
}

export interface ChangedPerson {
  readonly key: string;
  readonly employeeId: string;
  readonly name: string;
}

/** A cell that says something else than when the month was closed. */
export interface CellChange {
  readonly kind: "cell";
  readonly person: ChangedPerson;
  readonly field: ClosedField;
  /** Null where the row is gone. */
  readonly cell: CellRef | null;
  readonly at: string;
  readonly before: string;
  readonly after: string;
}

export type AmountOf = PayComponent | "fines" | "net";

/** A person whose results are others than when the month was closed. */
export interface ResultChange {
  readonly kind: "result";
  readonly person: ChangedPerson;
  readonly cell: CellRef | null;
  /** Whether the person was, or is, no longer in the month at all. */
  readonly presence: "same" | "came" | "gone";
  /** Null: not worked out. */
  readonly amounts: readonly {
    readonly of: AmountOf;
    readonly before: Fen | null;
    readonly after: Fen | null;
  }[];
  readonly tier: { readonly before: number | null; readonly after: number | null } | null;
  readonly status: {
    readonly before: CandidateStatus | null;
    readonly after: CandidateStatus | null;
  } | null;
}

/** What of the policy in force is another. */
export type PolicyLineChange =
  | { readonly kind: "version"; readonly before: string; readonly after: string }
  | { readonly kind: "values" }
  | {
      readonly kind: "reading";
      readonly reading: NamedReading;
      readonly before: Words;
      readonly after: Words;
    };

/** What has changed between two states of a month. */
export interface ClosedChanges {
  /** Person by person, the cells of each before the results. */
  readonly lines: readonly (CellChange | ResultChange)[];
  readonly policy: readonly PolicyLineChange[];
  /** People whose pay is another. */
  readonly paid: number;
  /** What all who can be paid are paid. */
  readonly total: { readonly before: Fen; readonly after: Fen };
}

/** Something that was done with a closed month, for the record. */
export interface ClosedEntry {
  readonly kind: "closed" | "explained" | "reopened";
  readonly by: string;
  /** "YYYY-MM-DD". */
  readonly on: string;
  /** Why; a remark where the month was closed, which may be missing. */
  readonly reason: string;
  /** How many changes there were since it was closed, and by how much the payroll differed. */
  readonly changes: number;
  readonly difference: Fen;
  /** The digest of the state that was closed, or explained: as long as the sheet is in it nothing is open. */
  readonly facts: string;
}

/** A month that HR has closed, as the workbook keeps it. */
export interface ClosedRecord extends MonthFacts {
  readonly month: Month;
  /** The score sheet. */
  readonly sheet: SheetRef;
  /** In which the sheet of the closed month is written. */
  readonly language: "zh" | "en";
  /** The digest of the cells that the results were worked out from. */
  readonly inputs: string;
  /** What was done, oldest first; at least that it was closed. */
  readonly log: readonly ClosedEntry[];
}
