import type {
  ComparedPart,
  Finding,
  PayHow,
  PayVerdict,
  ProrationReason,
  SeenContent,
} from "../../findings";
import type { CellRef } from "../../grid";
import type {
  NamedReading,
  PaidEntry,
  PayComponent,
  PayrollPeople,
  PersonRef,
  UnpaidEntry,
  UnpaidReason,
} from "../../month";
import type { ClauseId, Level, Words } from "../../policy";
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

/** Where the difference of a typed gross comes from. */
export interface GrossExplained {
  /** Typed parts that differ themselves, with by how much. */
  readonly parts: readonly { readonly part: ComparedPart; readonly difference: Fen }[];
  /** By how much the typed gross differs from what stands in its own row. */
  readonly rest: Fen;
}

/** One typed part of somebody's pay beside the policy (rule S5.3). */
export interface PayCheckLine {
  readonly key: string;
  /** Null for a row without 工号 and name. */
  readonly person: PersonRef | null;
  /** Where the part is typed. */
  readonly cell: CellRef | null;
  readonly part: ComparedPart;
  readonly verdict: PayVerdict;
  /** Null where no amount is typed; `seen` says what is. */
  readonly typed: Fen | null;
  readonly seen: SeenContent | null;
  /** Null where the row leaves it open. */
  readonly computed: Fen | null;
  /** Typed less computed; null where either is not known. */
  readonly difference: Fen | null;
  readonly clause: ClauseId | null;
  /** How the computed amount comes about. */
  readonly how: PayHow | null;
  /** Null but for a gross that differs. */
  readonly explained: GrossExplained | null;
  /** Why the month may have to be shared out by days, of what differs. */
  readonly proration: ProrationReason | null;
  /** False where nobody knows what else the formula of a gross adds. */
  readonly sure: boolean;
  /** Why the policy says nothing yet, where that is known. */
  readonly why: UnpaidReason | null;
}

/** Typed pay of a month beside the policy, part by part (rule S5.3). */
export interface PayCheck {
  /** In the order of the sheet, each row's parts in that of a payslip. */
  readonly lines: readonly PayCheckLine[];
  /** How many have typed pay, and how many of them differ somewhere. */
  readonly people: number;
  readonly differing: number;
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
  /** Typed pay beside the policy; no lines where no pay is typed. */
  readonly check: PayCheck;
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
