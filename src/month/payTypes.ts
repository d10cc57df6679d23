import type { CellRef } from "../grid";
import type { ClauseId, Level } from "../policy";
import type { SheetRecord } from "../scoresheet";
import type { Fen, Score } from "../units";
import type { Exclusion, NamedReading, PersonRef } from "./types";

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
  /** Blank sales counted as 0 (salesMissing). */
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
  /** The sheet as a whole does not let the month be determined. */
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
  /** Excel has not calculated the cell yet. */
  | { readonly kind: "notCalculated"; readonly source: PaySource | "level" | "month" }
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
