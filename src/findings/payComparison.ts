import { payFor, type ClauseId, type PayParts } from "../policy";
import { isUnknown, type CellOf, type SheetRecord } from "../scoresheet";
import { addFen, fen, type Fen, type Score } from "../units";
import { fineOf } from "../month";
import type { RecordPlace } from "./check";
import type { PayHow, PayPart } from "./facts";

// Typed pay beside what the policy makes of the row: the finding payDiffers and the table of the page of pay are both
// made of this.

/** What the policy makes of a part of a row's pay; null where the row leaves it open. */
export interface PayRule {
  readonly amount: Fen;
  readonly how: PayHow;
  readonly clause: ClauseId;
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

function rulesOf(place: RecordPlace): Readonly<Partial<Record<PayPart, PayRule>>> {
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
  const found: Partial<Record<PayPart, PayRule>> = {};
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
function withOwn(gross: PayRule, { record, policy }: RecordPlace): PayRule {
  if (gross.how.kind !== "gross") return gross;
  // What the reading in force takes off is taken off already.
  const own = record.ownPay.amounts.filter(
    ({ column }) => !policy.fines.netted || column !== record.layout.columns.finesPaid?.column,
  );
  const amount = own.reduce<Fen>((sum, one) => addFen(sum, one.amount), gross.amount);
  return { ...gross, amount, how: { ...gross.how, own } };
}

/** Whether a gross typed by hand is right if the sheet's own deductions are not yet taken off it: nobody says that they are. */
function isBeforeDeductions(typed: Fen, gross: PayRule, { record }: RecordPlace): boolean {
  if (gross.how.kind !== "gross" || record.ownPay.by === "formula") return false;
  const deductions = gross.how.own.filter(({ amount }) => amount < 0);
  return (
    deductions.length > 0 &&
    typed === deductions.reduce<Fen>((sum, { amount }) => fen(sum - amount), gross.amount)
  );
}

/** The parts of pay that a sheet may hold typed. */
export type ComparedPart = PayPart | "extra";

/** How a typed part stands to the policy. */
export type PayVerdict =
  | "agrees"
  | "differs"
  /** What is typed is no amount. */
  | "notRead"
  /** The gross of a sheet that takes its own deductions off later: it agrees. */
  | "beforeDeductions"
  /** An award that the policy leaves to people: it counts as it is typed. */
  | "asTyped"
  /** Excel has not calculated the cell yet. */
  | "notCalculated"
  /** The row lacks what the policy reckons with, or has to be mended first. */
  | "open";

/** One typed part of a row's pay beside what the policy makes of it. */
export interface PayComparison {
  readonly part: ComparedPart;
  readonly typed: CellOf<Fen>;
  /** Null for an extra award and for what the row leaves open. */
  readonly rule: PayRule | null;
  readonly verdict: PayVerdict;
  /** False for a gross whose formula cannot be followed: nobody knows what else it adds. */
  readonly sure: boolean;
}

const POLICY_PARTS: readonly PayPart[] = ["base", "commission", "performance", "gross"];

const NOTHING: readonly PayComparison[] = [];

/** Whether anything of a row's pay is typed that the policy has a rule for. */
function hasTypedPay({ paid }: SheetRecord): boolean {
  return POLICY_PARTS.some((part) => paid[part].quantity.kind !== "blank");
}

function compareExtra({ record }: RecordPlace): PayComparison {
  const typed = record.extra;
  const { quantity } = typed;
  const verdict: PayVerdict =
    quantity.kind === "pending"
      ? "notCalculated"
      : quantity.kind === "value" && quantity.value >= 0
        ? "asTyped"
        : "open";
  return { part: "extra", typed, rule: null, verdict, sure: true };
}

function comparePart(
  part: PayPart,
  policyRule: PayRule | undefined,
  place: RecordPlace,
): PayComparison {
  const { record } = place;
  const typed = record.paid[part];
  const { quantity } = typed;
  const sure = part !== "gross" || record.ownPay.by !== "unknown";
  if (quantity.kind === "pending")
    return { part, typed, rule: null, verdict: "notCalculated", sure };
  if (policyRule === undefined) return { part, typed, rule: null, verdict: "open", sure };
  const rule = part === "gross" ? withOwn(policyRule, place) : policyRule;
  const of = (verdict: PayVerdict): PayComparison => ({ part, typed, rule, verdict, sure });
  if (quantity.kind !== "value") return of("notRead");
  if (quantity.value === rule.amount) return of("agrees");
  return of(isBeforeDeductions(quantity.value, rule, place) ? "beforeDeductions" : "differs");
}

/**
 * Every typed part of a row's pay beside what the policy of its month makes of it, in the order of a payslip (rule
 * S5.2); none where nothing is typed that the policy has a rule for, or the month is unknown.
 */
export function comparePay(place: RecordPlace): readonly PayComparison[] {
  const { record } = place;
  // Which version of the policy applies to a row without a month is unknown.
  // Nor how many days of the month, before Excel has calculated since when somebody holds the level.
  if (place.month === null || place.person?.waiting === true || !hasTypedPay(record))
    return NOTHING;
  const rules = rulesOf(place);
  const parts: readonly ComparedPart[] = ["base", "commission", "performance", "extra", "gross"];
  return parts.flatMap((part): readonly PayComparison[] => {
    if (part === "extra")
      return record.extra.quantity.kind === "blank" ? [] : [compareExtra(place)];
    if (record.paid[part].quantity.kind === "blank") return [];
    return [comparePart(part, rules[part], place)];
  });
}
