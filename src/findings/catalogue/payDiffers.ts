import { payFor, type PayParts } from "../../policy";
import { isUnknown, type CellOf } from "../../scoresheet";
import { addFen, fen, type Fen, type Score } from "../../units";
import { atRecord, NONE, type Check, type RecordPlace } from "../check";
import type { PayHow, PayPart } from "../facts";
import { fineOf } from "../../month";
import { prorationOf } from "../proration";
import { seenContent } from "../seenContent";
import type { Found } from "../types";

/** What the policy makes of a part of a row's pay; null where the row leaves it open. */
interface Computed {
  readonly amount: Fen;
  readonly how: PayHow;
  readonly clause: string;
}

/** An amount that may be left blank; null where it is unknown. */
function amountOf({ quantity }: CellOf<Fen>): Fen | null {
  if (quantity.kind === "value") return quantity.value;
  return isUnknown(quantity) ? null : fen(0);
}

/** An extra award; null where the row has to be corrected first: there is none below 0 (rule F7). */
function extraOf({ record }: RecordPlace): Fen | null {
  const extra = amountOf(record.extra);
  return extra !== null && extra < 0 ? null : extra;
}

/** The score that pay is reckoned with, null for a month without one; undefined where it is yet to be corrected. */
function scoreOf({ record }: RecordPlace): Score | null | undefined {
  const { quantity } = record.score;
  if (quantity.kind === "value") return quantity.value;
  // A 0 that nobody has confirmed is a month without a score (rule N6).
  return isUnknown(quantity) ? undefined : null;
}

function computedParts(place: RecordPlace): Readonly<Partial<Record<PayPart, Computed>>> {
  const { record, policy, level } = place;
  if (level === undefined) return {};
  const sales = amountOf(record.sales);
  const extra = extraOf(place);
  const score = scoreOf(place);
  const parts: PayParts = payFor(policy, level, {
    sales: sales ?? fen(0),
    score: score ?? null,
    extra: extra ?? fen(0),
  });
  const found: Partial<Record<PayPart, Computed>> = {};
  const { base, commission, performance } = parts;
  if (base.kind === "amount")
    found.base = {
      amount: base.value,
      how: { kind: "base", level: level.name },
      clause: level.clause,
    };
  // A sheet without a sales column has its commission from elsewhere, unless the level earns none. What cannot be
  // read is an error of the row for every level (rule P3.4).
  const knowsSales = sales !== null && (record.sales.cell !== null || !level.variablePay);
  if (knowsSales)
    found.commission = {
      amount: parts.commissionAmount,
      how: {
        kind: "commission",
        sales: sales,
        mode: level.variablePay ? policy.commission.mode : "none",
        rate: commission?.band?.rate ?? policy.commission.belowFirst,
      },
      clause: commission?.clause ?? level.clause,
    };
  if (performance.kind === "amount" && score !== undefined)
    found.performance = {
      amount: performance.value.amount,
      how: {
        kind: "performance",
        base: performance.value.base,
        rate: performance.value.band?.rate ?? 0,
        score: level.variablePay ? performance.value.score : null,
        raw: policy.performance.scoreInPay === "raw",
      },
      clause: performance.value.band?.clause ?? level.clause,
    };
  const fine = policy.fines.netted ? fineOf(record, policy) : null;
  if (
    knowsSales &&
    score !== undefined &&
    extra !== null &&
    base.kind === "amount" &&
    performance.kind === "amount" &&
    parts.gross.kind === "amount" &&
    (!policy.fines.netted || fine?.kind === "fine")
  ) {
    const netted = fine?.kind === "fine" ? fine.amount : fen(0);
    found.gross = {
      amount: fen(parts.gross.value - netted),
      how: {
        kind: "gross",
        base: base.value,
        commission: parts.commissionAmount,
        performance: performance.value.amount,
        extra: parts.extra,
        fines: netted,
        own: [],
      },
      clause: level.clause,
    };
  }
  return found;
}

/** The gross with what the department adds and takes off beside the policy's parts. */
function withOwn(gross: Computed, { record, policy }: RecordPlace): Computed {
  if (gross.how.kind !== "gross") return gross;
  // What the reading in force takes off is taken off already.
  const own = record.ownPay.amounts.filter(
    ({ column }) => !policy.fines.netted || column !== record.layout.columns.finesPaid?.column,
  );
  const amount = own.reduce<Fen>((sum, one) => addFen(sum, one.amount), gross.amount);
  return { ...gross, amount, how: { ...gross.how, own } };
}

/** Whether a gross typed by hand is right if the sheet's own deductions are not yet taken off it: nobody says that they are. */
function isBeforeDeductions(typed: Fen, gross: Computed, { record }: RecordPlace): boolean {
  if (gross.how.kind !== "gross" || record.ownPay.by === "formula") return false;
  const deductions = gross.how.own.filter(({ amount }) => amount < 0);
  return (
    deductions.length > 0 &&
    typed === deductions.reduce<Fen>((sum, { amount }) => fen(sum - amount), gross.amount)
  );
}

const PARTS: readonly PayPart[] = ["base", "commission", "performance", "gross"];

/**
 * A typed amount that is not what the policy makes of the row, to the fen. Only a warning
 * where the month may have to be shared out by days (monthNotWhole).
 */
export const payDiffers: Check = {
  type: "payDiffers",
  code: "F-PAY-01",
  group: "pay",
  severities: ["error", "warning"],
  of: "record",
  kind: "data",
  find(place, setting) {
    const { paid } = place.record;
    // Which version of the policy applies to a row without a month is unknown.
    // Nor how many days of the month, before Excel has calculated since when somebody holds the level.
    if (place.person?.waiting === true) return NONE;
    if (place.month === null || PARTS.every((part) => paid[part].quantity.kind === "blank"))
      return null;
    const computed = computedParts(place);
    const findings: Found[] = [];
    let severity: "error" | "warning" | null = null;
    for (const part of PARTS) {
      const typed: CellOf<Fen> = paid[part];
      const policyRule = computed[part];
      if (policyRule === undefined || typed.quantity.kind === "blank") continue;
      const rule = part === "gross" ? withOwn(policyRule, place) : policyRule;
      if (typed.quantity.kind === "pending") continue;
      const amount = typed.quantity.kind === "value" ? typed.quantity.value : null;
      if (amount === rule.amount) continue;
      if (amount !== null && isBeforeDeductions(amount, rule, place)) continue;
      severity ??= prorationOf(place, setting) === null ? "error" : "warning";
      // What a formula adds that cannot be followed cannot be called wrong.
      const unsure = part === "gross" && place.record.ownPay.by === "unknown";
      findings.push(
        atRecord(unsure ? "warning" : severity, place, typed.cell, rule.clause, {
          type: "payDiffers",
          part,
          typed: amount,
          seen: seenContent(typed),
          computed: rule.amount,
          how: rule.how,
        }),
      );
    }
    return findings;
  },
};
