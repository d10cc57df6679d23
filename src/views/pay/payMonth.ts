import { levelPayFindings, payFindingsOf, type Finding } from "../../findings";
import {
  nameReading,
  payrollOf,
  type JudgedMonth,
  type PaidEntry,
  type PayrollEntry,
  type PayEntry,
  type UnpaidEntry,
} from "../../month";
import { payByReading, totalsOf, undecidedOfPay } from "./payTotals";
import type { Month } from "../../units";
import type { MonthReport } from "../types";
import type { PayMonth } from "./types";

const isPaid = (entry: PayEntry): entry is PaidEntry => entry.pay.kind === "paid";
const isUnpaid = (entry: PayEntry): entry is UnpaidEntry => entry.pay.kind === "unpaid";

/** The catalogue's order puts the differences to typed amounts first; a stable sort keeps the sheet's. */
function inOrder(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
}

/** F-PAY of the month: of the rows that are paid, and of the levels' pay. */
function* findingsOf(
  entries: readonly PayrollEntry[],
  { setting, everybody }: JudgedMonth,
): Generator<void, readonly Finding[]> {
  const findings: Finding[] = [];
  for (const { judged } of entries) {
    yield;
    findings.push(...payFindingsOf(judged, setting));
  }
  return [...findings, ...levelPayFindings(setting, everybody)];
}

/** Whether a finding of the whole sheet is one of them. */
function isOfPay({ code, month }: Finding, asOf: Month | null): boolean {
  return code.startsWith("F-PAY-") && (month === null || month === asOf);
}

/**
 * The payroll of a judged month (§6) with its totals, findings and what other readings would move. Yields so that the
 * caller can pause. Where the month's report is there already its findings are taken from it.
 */
export function* payMonth(
  judged: JudgedMonth,
  report: Pick<MonthReport, "findings"> | null = null,
): Generator<void, PayMonth> {
  const { setting } = judged;
  const policy = setting.policies.asOf;
  const { entries, nameless, people, total } = yield* payrollOf(judged);
  const findings =
    report === null
      ? yield* findingsOf(entries, judged)
      : report.findings.filter((finding) => isOfPay(finding, setting.asOf));
  const weighed = yield* payByReading(judged);
  const listed: readonly PayEntry[] = entries;
  const paid = listed.filter(isPaid);
  return {
    month: setting.asOf,
    months: setting.scoredMonths,
    policyName: policy.version.name,
    policyFrom: policy.version.from,
    finesNetted: policy.fines.netted,
    people,
    total,
    paid,
    unpaid: [...listed.filter(isUnpaid), ...nameless],
    findings: inOrder(findings),
    totals: totalsOf(paid.map(({ pay }) => pay)),
    levels: policy.levels.flatMap((level) => {
      const held = paid.flatMap(({ pay }) => (pay.level.id === level.id ? [pay] : []));
      return held.length === 0 ? [] : [{ level, totals: totalsOf(held) }];
    }),
    readings: weighed,
    undecided: undecidedOfPay(policy).map(nameReading),
  };
}
