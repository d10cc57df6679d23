import type { EffectivePolicy } from "../../policy";

/** The product of three doubles and a division is wrong by less than this share of itself. */
const ERROR = 1e-15;
/** Scores of two decimals: base in fen × basis points × hundredths of a point, in fen. */
const FRACTION = 100_000_000;
const RAW = FRACTION / 100;

export interface PerformanceRounding {
  /** Follows yuan × percent × points to make fen of it. */
  readonly scale: string;
  /** Half a fen, and what puts right a product that is a half but for the error of doubles. */
  readonly half: string;
}

/**
 * How performance pay is rounded to the fen, half up, with doubles: amounts below a half stay so far below
 * it that a nudge greater than the error of the product never lifts them. Null where they come too near.
 */
export function performanceRounding(policy: EffectivePolicy): PerformanceRounding | null {
  const isRaw = policy.performance.scoreInPay === "raw";
  const divisor = isRaw ? RAW : FRACTION;
  let greatest = 0;
  let nearest = divisor;
  for (const { baseSalary, variablePay } of policy.levels) {
    if (!variablePay || typeof baseSalary !== "number") continue;
    for (const { rate } of policy.score.bands) {
      const product = baseSalary * rate;
      if (!Number.isSafeInteger(product)) return null;
      greatest = Math.max(greatest, product);
      if (product > 0) nearest = Math.min(nearest, greatestCommonDivisor(product, divisor));
    }
  }
  const points = policy.score.maximum / 1_000_000;
  const amount = (greatest / divisor) * points * 100;
  // Amounts are multiples of this part of a fen.
  const step = nearest / divisor;
  const nudge = Math.max(amount * 2 * ERROR, 1e-12);
  if (nudge * 4 > step) return null;
  const digits = Math.ceil(-Math.log10(nudge)) - 1;
  return { scale: isRaw ? "" : "/100", half: `0.5${"0".repeat(Math.max(0, digits - 2))}1` };
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
