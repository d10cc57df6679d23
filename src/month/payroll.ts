import type { SheetRecord } from "../scoresheet";
import { addFen, fen, type Fen } from "../units";
import { canBeTold, type JudgedMonth } from "./judgeMonth";
import type { PersonInMonth, PersonMonth } from "./judged";
import { payResult } from "./payResult";
import type { PayEntry, Unpaid, UnpaidEntry } from "./payTypes";
import type { MonthSetting } from "./setting";
import type { PersonRef } from "./types";

/** Somebody of the payroll with the month that is paid; none where it is not known which rows are of it. */
export interface PayrollEntry extends PayEntry {
  readonly judged: PersonInMonth;
  readonly month: PersonMonth | undefined;
}

/** Who is in the month and who is on its payroll, where the two are not the same people (rule M3). */
export interface PayrollPeople {
  readonly inMonth: number;
  readonly onPayroll: number;
  /** On the payroll, although HR has said that they left: their last month is due. */
  readonly left: readonly PersonRef[];
  /** On the payroll, although nothing is scored in the month and in the one before. */
  readonly probablyLeft: readonly PersonRef[];
  /** In the month without a row in it: there is nothing to pay. */
  readonly withoutRow: readonly PersonRef[];
}

/** The payroll of a month under its own policy. */
export interface Payroll {
  /** In the order of the sheet. Where nothing of the month can be determined everybody stands here with that reason. */
  readonly entries: readonly PayrollEntry[];
  /** Rows of the month that belong to nobody: somebody goes unpaid until they have a name. */
  readonly nameless: readonly UnpaidEntry[];
  /** What all who can be paid are paid together: gross, less the fines where they are netted. */
  readonly total: Fen;
  readonly people: PayrollPeople;
}

/** Unpaid where Excel has yet to calculate the month of one of their rows, which may be the judged one; null elsewhere. */
function unpaidUntilCalculated({ person, waiting }: PersonInMonth): Unpaid | null {
  const lost = waiting
    ? person.records.find(({ month }) => month.quantity.kind === "pending")
    : undefined;
  if (lost === undefined) return null;
  const why = { kind: "notCalculated", source: "month" } as const;
  return { kind: "unpaid", why, cell: lost.month.cell };
}

function entryOf(judged: PersonInMonth, setting: MonthSetting): PayrollEntry {
  const { person, ref } = judged;
  const untilCalculated = unpaidUntilCalculated(judged);
  // Without the month no reading is tried: there is no pay to compare.
  const month = untilCalculated === null ? judged.months.at(-1) : undefined;
  const record = month?.record ?? null;
  const pay = untilCalculated ?? payResult(month, setting.policies.asOf, setting);
  const cell = record?.name.cell ?? record?.employeeId.cell ?? person.cell;
  return { person: ref, cell, record, pay, judged, month };
}

function namelessEntry(record: SheetRecord): UnpaidEntry {
  const cell = record.name.cell ?? record.employeeId.cell ?? record.score.cell;
  return {
    person: { key: `row ${record.row}`, employeeId: "", name: "" },
    cell: cell ?? { sheet: record.layout.sheet, row: record.row, column: 0 },
    record,
    pay: { kind: "unpaid", why: { kind: "nameless" }, cell },
  };
}

/** Who is in a judged month beside who is on its payroll. */
export function payrollPeopleOf({ everybody, people }: JudgedMonth): PayrollPeople {
  const paid = everybody.filter(({ onPayroll }) => onPayroll);
  const refs = (
    those: readonly PersonInMonth[],
    presence: PersonInMonth["presence"],
  ): readonly PersonRef[] =>
    those.flatMap((person) => (person.presence === presence ? [person.ref] : []));
  return {
    inMonth: people.length,
    onPayroll: paid.length,
    left: refs(paid, "left"),
    probablyLeft: refs(paid, "probablyLeft"),
    withoutRow: people.flatMap(({ onPayroll, ref }) => (onPayroll ? [] : [ref])),
  };
}

/** Who is on the payroll of a judged month and what each is paid (rule M2, §6). Yields at each person. */
export function* payrollOf(judged: JudgedMonth): Generator<void, Payroll> {
  const { setting, everybody } = judged;
  const told = canBeTold(setting);
  const entries: PayrollEntry[] = [];
  let total = fen(0);
  for (const person of everybody) {
    yield;
    // Where nothing of the month can be determined it is not known either who has a row in it.
    if (setting.asOf === null || (told && !person.onPayroll)) continue;
    const entry = entryOf(person, setting);
    entries.push(entry);
    if (entry.pay.kind === "paid") total = addFen(total, entry.pay.net);
  }
  const isOfMonth = ({ month: { quantity } }: SheetRecord): boolean =>
    quantity.kind === "value" && quantity.value === setting.asOf;
  return {
    entries,
    nameless: setting.sheet.nameless.filter(isOfMonth).map(namelessEntry),
    total,
    people: payrollPeopleOf(judged),
  };
}
