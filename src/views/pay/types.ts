import type { Finding } from "../../findings";
import type { CellRef } from "../../grid";
import type { Exclusion, NamedReading } from "../../month";
import type { ClauseId, Level, Words } from "../../policy";
import type { SheetRecord } from "../../scoresheet";
import type { Fen, Month, Score } from "../../units";
import type { PersonRef } from "../types";

/** An amount and the clause it rests on. */
export interface ClausedAmount {
  readonly amount: Fen;
  readonly clause: ClauseId;
}

/** The parts of gross pay, in the order of CS.PAYSLIP. */
export const PAY_COMPONENTS = ["base", "commission", "performance", "extra", "gross"] as const;
export type PayComponent = (typeof PAY_COMPONENTS)[number];

/** Cells of the score sheet that an amount is computed from. */
export type PaySource = "score" | "sales" | "extra" | "complaints" | "leaves";

/** Somebody's pay of the month, before tax and social insurance. */
export interface Payslip {
  readonly kind: "paid";
  readonly level: Level;
  /** Null on probation without an assessment. */
  readonly score: Score | null;
  readonly sales: Fen;
  /** Blank sales counted as 0 (F-SAL-04). */
  readonly salesBlank: boolean;
  readonly base: ClausedAmount;
  /** The rate in hundredths of a per cent; 0 where the level earns none. */
  readonly commission: ClausedAmount & { readonly rate: number };
  readonly performance: ClausedAmount & { readonly rate: number };
  readonly extra: ClausedAmount;
  readonly gross: ClausedAmount;
  /** Listed beside the pay; null where a count of complaints or of leaves cannot be used. */
  readonly fines: Fen | null;
  readonly fineClauses: readonly ClauseId[];
  /** What is paid out: gross, less the fines where the reading FINES_NETTED has it so. */
  readonly net: Fen;
}

/** Why somebody's month cannot be paid. */
export type UnpaidReason =
  /** The sheet as a whole does not let the month be told. */
  | { readonly kind: "sheet"; readonly exclusion: Exclusion }
  | { readonly kind: "noRow" }
  /** A row of the month without 工号 and name. */
  | { readonly kind: "nameless" }
  /** Two rows of the month say different things. */
  | { readonly kind: "contradicted" }
  | { readonly kind: "future" }
  | { readonly kind: "levelBlank" }
  | { readonly kind: "levelUnknown"; readonly text: string }
  | { readonly kind: "noSalesColumn" }
  | { readonly kind: "unreadable"; readonly source: PaySource }
  /** A number that is none of its kind: an extra award below 0. */
  | { readonly kind: "negative"; readonly source: PaySource }
  /** 0 in the score's cell: a score or a placeholder? */
  | { readonly kind: "zeroScore" }
  | { readonly kind: "noScore" }
  /** The base salary waits for a reading. */
  | { readonly kind: "undecided"; readonly reading: NamedReading }
  /** The score lies where the reading in force places it in no tier. */
  | { readonly kind: "refusedScore"; readonly reading: NamedReading | null };

export interface Unpaid {
  readonly kind: "unpaid";
  readonly why: UnpaidReason;
  /** The cell to mend; null where there is none. */
  readonly cell: CellRef | null;
}

/** A person of the payroll, in the order of the sheet. */
export interface PayEntry<P extends Payslip | Unpaid = Payslip | Unpaid> {
  readonly person: PersonRef;
  /** Where the person stands on the score sheet: the name in the month's row. */
  readonly cell: CellRef;
  /** The row that the pay is computed from; null where there is none. */
  readonly record: SheetRecord | null;
  readonly pay: P;
}

export type PaidEntry = PayEntry<Payslip>;
export type UnpaidEntry = PayEntry<Unpaid>;

/** Sums over people. */
export interface PayTotals extends Readonly<Record<PayComponent, Fen>> {
  readonly people: number;
  /** Fines as far as they can be told. */
  readonly fines: Fen;
  readonly net: Fen;
}

/** What the payroll would be with one undecided reading settled otherwise. */
export interface PayUnderOption {
  readonly option: string;
  readonly label: Words;
  /** People whose pay differs. */
  readonly people: number;
  /** Less what is paid in force, of those who are paid under both. */
  readonly difference: Fen;
  /** Those who can be paid under this option only, and those under the one in force only. */
  readonly newlyPaid: { readonly people: number; readonly amount: Fen };
  readonly notPaid: { readonly people: number; readonly amount: Fen };
}

export interface PayByReading {
  readonly reading: NamedReading;
  readonly options: readonly PayUnderOption[];
}

/** The payroll of one month under the policy of that month. */
export interface PayMonth {
  /** Null where the sheet names no month that has a score. */
  readonly month: Month | null;
  /** Months with a score, oldest first: those HR can pick. */
  readonly months: readonly Month[];
  readonly policyName: string;
  readonly policyFrom: Month | null;
  /** Whether fines are taken off the pay (FINES_NETTED); the written sheet lists them only. */
  readonly finesNetted: boolean;
  readonly paid: readonly PaidEntry[];
  readonly unpaid: readonly UnpaidEntry[];
  /** F-PAY of the month, the differences to typed amounts first. */
  readonly findings: readonly Finding[];
  readonly totals: PayTotals;
  /** From the lowest level up; those that nobody paid holds are absent. */
  readonly levels: readonly { readonly level: Level; readonly totals: PayTotals }[];
  /** Undecided readings that move the month's payroll. */
  readonly readings: readonly PayByReading[];
  /** All undecided readings that pay rests on. */
  readonly undecided: readonly NamedReading[];
}
