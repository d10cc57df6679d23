import { levelPayFindings, onlyOfPay, payFindingsOf, type Finding } from "../../findings";
import {
  nameReading,
  payrollOf,
  type JudgedMonth,
  type PaidEntry,
  type PayrollEntry,
  type PayEntry,
  type UnpaidEntry,
} from "../../month";
import { payCheck } from "./payCheck";
import { payByReading, totalsOf, undecidedOfPay } from "./payTotals";
import type { MonthReport } from "../types";
import type { PayMonth } from "./types";

const isPaid = (entry: PayEntry): entry is PaidEntry => entry.pay.kind === "paid";
const isUnpaid = (entry: PayEntry): entry is UnpaidEntry => entry.pay.kind === "unpaid";

/** What is found of the month's pay: of the rows that are paid, and of the levels' pay. */
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
      : report.findings.filter(({ month }) => month === null || month === setting.asOf);
  const check = yield* payCheck(judged, entries, nameless);
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
    check,
    findings: onlyOfPay(findings),
    totals: totalsOf(paid.map(({ pay }) => pay)),
    levels: policy.levels.flatMap((level) => {
      const held = paid.flatMap(({ pay }) => (pay.level.id === level.id ? [pay] : []));
      return held.length === 0 ? [] : [{ level, totals: totalsOf(held) }];
    }),
    readings: weighed,
    undecided: undecidedOfPay(policy).map(nameReading),
  };
}
