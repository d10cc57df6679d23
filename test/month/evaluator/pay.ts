import { guarded, LADDER, tierOf, type InForce, type LevelName } from "./policy";

/** Whether the level earns commission and performance pay (M7). */
export function earnsVariable(level: LevelName, { values, options }: InForce): boolean {
  if (level !== "probation") return true;
  return values.probationVariable ?? options.PROBATION_VARIABLE === "full";
}

/** Base salary in fen; null while nobody has decided it (M1). */
export function baseOf(level: LevelName, { values, options, undecided }: InForce): number | null {
  const printed = values.salaries[LADDER.indexOf(level)];
  if (printed !== null && printed !== undefined) return printed;
  if (undecided.has("SALARY_RESERVE")) return null;
  return options.SALARY_RESERVE === "3000" ? 300_000 : 3_000_000;
}

/** A fraction rounded to the whole fen, half away from zero. */
function rounded(dividend: bigint, divisor: bigint): number {
  const size = dividend < 0n ? -dividend : dividend;
  const whole = (2n * size + divisor) / (2n * divisor);
  return Number(dividend < 0n ? -whole : whole);
}

/** The thresholds in force with what is earned from each, ascending. */
export function thresholdsOf({ values, options }: InForce) {
  return values.thresholds.map((from, index) => ({
    from: from ?? (options.COMMISSION_T1_FROM === "60000" ? 6_000_000 : 5_000_000),
    rate: values.rates[index] ?? 0,
    printed: values.printed[index] ?? 0,
  }));
}

/** Commission in fen on sales in fen (6.C); nothing below the first threshold, nothing on refunds. */
export function commissionOf(sales: number, holds: InForce): number {
  const thresholds = thresholdsOf(holds);
  const reached = thresholds.filter(({ from }) => sales >= from).at(-1);
  if (reached === undefined) return 0;
  switch (holds.options.COMMISSION_MODE) {
    case "fixed":
      return reached.printed;
    case "whole":
      return rounded(BigInt(sales) * BigInt(reached.rate), 10_000n);
    default: {
      let sum = 0n;
      for (const [index, { from, rate }] of thresholds.entries()) {
        const until = Math.min(sales, thresholds[index + 1]?.from ?? Infinity);
        if (until > from) sum += BigInt(until - from) * BigInt(rate);
      }
      return rounded(sum, 10_000n);
    }
  }
}

/** Performance pay in fen; null where it cannot be determined. A score of null is a month without one. */
export function performanceOf(
  level: LevelName,
  score: number | null,
  holds: InForce,
): number | null {
  const tier = score === null ? null : tierOf(score, holds);
  if (score !== null && tier === null) return null;
  if (!earnsVariable(level, holds)) return 0;
  const base = baseOf(level, holds);
  if (score === null || tier === null || base === null) return null;
  const share =
    holds.values.shares[tier - 1] ?? (holds.options.PERF_T1_RATE === "15" ? 1_500 : 2_000);
  const millionths = BigInt(Math.round(guarded(score, holds) * 1_000_000));
  const per = holds.options.SCORE_IN_PAY === "raw" ? 1n : 100n;
  return rounded(BigInt(base) * BigInt(share) * millionths, 10_000n * 1_000_000n * per);
}

/** Fine in fen of a month (R5b, W4c); null for counts that no month can have. */
export function fineOf(complaints: number, leaves: number, holds: InForce): number | null {
  for (const count of [complaints, leaves])
    if (!Number.isInteger(count) || count < 0 || count > 1_000) return null;
  const { values, options } = holds;
  const first = BigInt(values.firstComplaint);
  const two = options.COMPLAINT_2ND === "total100" ? 10_000n : 15_000n;
  let fine = complaints === 0 ? 0n : complaints === 1 ? first : two;
  if (options.COMPLAINT_3RD_FINE === "keepDoubling")
    for (let nth = 3; nth <= complaints; nth += 1) fine += first * 2n ** BigInt(nth - 1);
  fine += BigInt(values.leave) * BigInt(leaves);
  return fine > 100_000_000_000_000n ? null : Number(fine);
}

/** From how many complaints of a month on somebody must review it. */
export function complaintReviewFrom({ values, options }: InForce): number {
  return values.complaintReview ?? (options.COMPLAINT_3_INCLUSIVE === "yes" ? 3 : 4);
}
