import { addFen, fen, takeShare, type Fen, type Score } from "../../units";
import type { EffectivePolicy, Level, ReadingId, ScoreBand } from "../types";
import { commissionOn, type CommissionResult } from "./commission";
import { scoreInForce, tierJudge } from "./tier";

/** Why an amount cannot be told; the caller names it in words. */
export type Unpayable =
  /** The base salary waits for this reading. */
  | { readonly kind: "undecided"; readonly reading: ReadingId }
  /** The score stands in a gap or an overlap that the reading leaves unsettled. */
  | { readonly kind: "refused"; readonly reading: ReadingId | null }
  | { readonly kind: "noScore" };

export type Amount<T> =
  | { readonly kind: "amount"; readonly value: T }
  | { readonly kind: "none"; readonly why: Unpayable };

/** Performance pay and the numbers it came from. */
export interface PerformanceResult {
  readonly amount: Fen;
  readonly base: Fen;
  readonly score: Score | null;
  readonly band: ScoreBand | null;
}

/** The parts of one month's gross pay (§6.S): before tax and social insurance, fines not netted. */
export interface PayParts {
  readonly base: Amount<Fen>;
  readonly commission: CommissionResult | null;
  readonly commissionAmount: Fen;
  readonly performance: Amount<PerformanceResult>;
  readonly extra: Fen;
  readonly gross: Amount<Fen>;
}

const NOTHING = fen(0);
const POINT_MILLIONTHS = 1_000_000;
const WHOLE = 10_000;
const HUNDRED = 100;

const amount = <T>(value: T): Amount<T> => ({ kind: "amount", value });
const none = (why: Unpayable): { readonly kind: "none"; readonly why: Unpayable } => ({
  kind: "none",
  why,
});

/** Base salary of a level (§6.S1–S5); none while its reading is undecided. */
export function basePay(level: Level): Amount<Fen> {
  return typeof level.baseSalary === "number"
    ? amount(level.baseSalary)
    : none({ kind: "undecided", reading: level.baseSalary.undecided });
}

/**
 * Performance pay: base × rate of the score's tier × score (§6.P), rounded once. A score of null is
 * a month without assessment: no amount, except for a level that earns none anyway.
 */
export function performancePay(
  policy: EffectivePolicy,
  level: Level,
  score: Score | null,
): Amount<PerformanceResult> {
  const placed = score === null ? null : tierJudge(policy)(score);
  if (placed?.kind === "refused") return none(placed);
  if (!level.variablePay)
    return amount({ amount: NOTHING, base: NOTHING, score, band: placed?.band ?? null });
  const base = basePay(level);
  if (base.kind === "none") return base;
  if (score === null || placed === null) return none({ kind: "noScore" });
  const raw = policy.performance.scoreInPay === "raw";
  const points = scoreInForce(policy, score);
  return amount({
    amount: takeShare(
      base.value,
      [placed.band.rate, points],
      WHOLE * POINT_MILLIONTHS * (raw ? 1 : HUNDRED),
    ),
    base: base.value,
    score: points,
    band: placed.band,
  });
}

/** Gross pay of a month: each part rounded once, then summed (rule N1). Blank sales arrive as 0. */
export function payFor(
  policy: EffectivePolicy,
  level: Level,
  inputs: { readonly sales: Fen; readonly score: Score | null; readonly extra: Fen },
): PayParts {
  const base = basePay(level);
  const commission = level.variablePay ? commissionOn(policy, inputs.sales) : null;
  const commissionAmount = commission?.amount ?? NOTHING;
  const performance = performancePay(policy, level, inputs.score);
  const gross =
    base.kind === "none"
      ? base
      : performance.kind === "none"
        ? performance
        : amount(addFen(base.value, commissionAmount, performance.value.amount, inputs.extra));
  return { base, commission, commissionAmount, performance, extra: inputs.extra, gross };
}
