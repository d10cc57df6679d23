import { levelPayFindings, payFindingsOf, type Finding } from "../../findings";
import {
  nameReading,
  payrollOf,
  type JudgedMonth,
  type PaidEntry,
  type PayEntry,
  type UnpaidEntry,
} from "../../month";
import { payByReading, totalsOf, undecidedOfPay } from "./payTotals";
import type { PayMonth } from "./types";

const isPaid = (entry: PayEntry): entry is PaidEntry => entry.pay.kind === "paid";
const isUnpaid = (entry: PayEntry): entry is UnpaidEntry => entry.pay.kind === "unpaid";

/** The catalogue's order puts the differences to typed amounts first; a stable sort keeps the sheet's. */
function inOrder(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
}

/**
 * The payroll of a judged month (§6) with its totals, findings and what other readings would move. Yields so that the
 * caller can pause.
 */
export function* payMonth(judged: JudgedMonth): Generator<void, PayMonth> {
  const { setting, everybody } = judged;
  const policy = setting.policies.asOf;
  const { entries, nameless, people, total } = yield* payrollOf(judged);
  const findings: Finding[] = [];
  for (const entry of entries) {
    yield;
    findings.push(...payFindingsOf(entry.judged, setting));
  }
  findings.push(...levelPayFindings(setting, everybody));
  const weighed = yield* payByReading(entries, setting);
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
