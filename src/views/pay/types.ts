import type { Finding } from "../../findings";
import type {
  NamedReading,
  PaidEntry,
  PayComponent,
  PayrollPeople,
  UnpaidEntry,
} from "../../month";
import type { Level, Words } from "../../policy";
import type { Fen, Month } from "../../units";

/** Sums over people. */
export interface PayTotals extends Readonly<Record<PayComponent, Fen>> {
  readonly people: number;
  /** Fines as far as they can be determined. */
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
  /** Who is in the month beside who is on the payroll. */
  readonly people: PayrollPeople;
  /** What all who can be paid are paid: the base of every figure that says what another reading would move. */
  readonly total: Fen;
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
