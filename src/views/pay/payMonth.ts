import { levelPayFindings, payFindingsOf, type Finding } from "../../findings";
import {
  judgePerson,
  nameReading,
  settingOf,
  type MonthInput,
  type MonthSetting,
  type PersonInMonth,
} from "../../month";
import type { SheetRecord } from "../../scoresheet";
import { payResult } from "./payResult";
import { payByReading, totalsOf, undecidedOfPay } from "./payTotals";
import type { PaidEntry, PayEntry, PayMonth, UnpaidEntry } from "./types";

/** People between two pauses: those near a promotion take the longest. */
const PEOPLE_A_STEP = 4;

/** The person's row of the month; whoever has left and has none is not on the payroll. */
function entryOf(judged: PersonInMonth, setting: MonthSetting): PayEntry | null {
  const { person, ref, months, left } = judged;
  const month = months.at(-1);
  const record = month?.record ?? null;
  if (setting.asOf === null) return null;
  const known = setting.blanket === null || setting.blanket.kind === "noLevelColumn";
  if (known && (month === undefined || (record === null && left))) return null;
  const pay = payResult(month, setting.policies.asOf, setting);
  const cell = record?.name.cell ?? record?.employeeId.cell ?? person.cell;
  return { person: ref, cell, record, pay };
}

/** A row of the month that belongs to nobody: somebody goes unpaid until it has a name. */
function namelessEntry(record: SheetRecord): UnpaidEntry {
  const cell = record.name.cell ?? record.employeeId.cell ?? record.score.cell;
  return {
    person: { key: `row ${record.row}`, employeeId: "", name: "" },
    cell: cell ?? { sheet: record.layout.sheet, row: record.row, column: 0 },
    record,
    pay: { kind: "unpaid", why: { kind: "nameless" }, cell },
  };
}

const isPaid = (entry: PayEntry): entry is PaidEntry => entry.pay.kind === "paid";
const isUnpaid = (entry: PayEntry): entry is UnpaidEntry => entry.pay.kind === "unpaid";

/** The catalogue's order puts the differences to typed amounts first; a stable sort keeps the sheet's. */
function inOrder(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
}

/**
 * The payroll of the as-of month (§6): everybody with a row in it, under that month's own policy. Yields
 * how many people are done, so that the caller can pause.
 */
export function* payMonth(
  input: MonthInput,
): Generator<{ readonly done: number; readonly total: number }, PayMonth> {
  const { people: everybody, nameless } = input.sheet;
  const total = everybody.length;
  const finding = settingOf(input);
  let found = finding.next();
  while (found.done !== true) {
    yield { done: 0, total };
    found = finding.next();
  }
  const setting = found.value;
  const policy = setting.policies.asOf;
  const judgedPeople: PersonInMonth[] = [];
  const entries: PayEntry[] = [];
  const months: { month: PersonInMonth["months"][number] | undefined; inForce: PayEntry["pay"] }[] =
    [];
  const findings: Finding[] = [];
  for (const [index, person] of everybody.entries()) {
    if (index % PEOPLE_A_STEP === 0) yield { done: index, total };
    const judged = judgePerson(person, setting);
    judgedPeople.push(judged);
    const entry = entryOf(judged, setting);
    if (entry === null) continue;
    entries.push(entry);
    months.push({ month: judged.months.at(-1), inForce: entry.pay });
    findings.push(...payFindingsOf(judged, setting));
  }
  findings.push(...levelPayFindings(setting, judgedPeople));
  const weighing = payByReading(months, setting);
  let weighed = weighing.next();
  while (weighed.done !== true) {
    yield { done: total, total };
    weighed = weighing.next();
  }
  const paid = entries.filter(isPaid);
  const isOfMonth = ({ month: { quantity } }: SheetRecord): boolean =>
    quantity.kind === "value" && quantity.value === setting.asOf;
  return {
    month: setting.asOf,
    months: setting.scoredMonths,
    policyName: policy.version.name,
    policyFrom: policy.version.from,
    finesNetted: policy.fines.netted,
    paid,
    unpaid: [...entries.filter(isUnpaid), ...nameless.filter(isOfMonth).map(namelessEntry)],
    findings: inOrder(findings),
    totals: totalsOf(paid.map(({ pay }) => pay)),
    levels: policy.levels.flatMap((level) => {
      const held = paid.flatMap(({ pay }) => (pay.level.id === level.id ? [pay] : []));
      return held.length === 0 ? [] : [{ level, totals: totalsOf(held) }];
    }),
    readings: weighed.value,
    undecided: undecidedOfPay(policy).map(nameReading),
  };
}
