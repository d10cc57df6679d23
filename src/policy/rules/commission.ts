import { addFen, fen, takeShare, type Fen } from "../../units";
import type { ClauseId, CommissionBand, EffectivePolicy } from "../types";

/** Commission of one month and what it came from, so that it can be recomputed by hand. */
export interface CommissionResult {
  readonly amount: Fen;
  readonly sales: Fen;
  readonly mode: "whole" | "fixed" | "marginal";
  /** The highest threshold reached; null below the first. */
  readonly band: CommissionBand | null;
  readonly clause: ClauseId;
}

const WHOLE = 10_000;
const NONE = fen(0);

/** Commission on the month's actual sales in fen (§6.C). Negative sales earn none. */
export function commissionOn(policy: EffectivePolicy, sales: Fen): CommissionResult {
  const { bands, mode, belowFirst, clause } = policy.commission;
  let band: CommissionBand | null = null;
  for (const candidate of bands) if (sales >= candidate.from) band = candidate;
  const result = (amount: Fen): CommissionResult => ({
    amount,
    sales,
    mode,
    band,
    clause: band?.clause ?? clause,
  });
  if (sales <= 0) return result(NONE);
  switch (mode) {
    case "whole":
      return result(takeShare(sales, [band?.rate ?? belowFirst], WHOLE));
    case "fixed":
      return result(band === null ? takeShare(sales, [belowFirst], WHOLE) : band.fixed);
    case "marginal":
      return result(marginal(policy, sales));
  }
}

/** Each rate on its own slice; the slices are summed before the one rounding. */
function marginal(policy: EffectivePolicy, sales: Fen): Fen {
  const { bands, belowFirst } = policy.commission;
  let share = 0n;
  let from = 0;
  let rate: number = belowFirst;
  for (const band of bands) {
    if (sales < band.from) break;
    share += BigInt(band.from - from) * BigInt(rate);
    from = band.from;
    rate = band.rate;
  }
  share += BigInt(sales - from) * BigInt(rate);
  const whole = share / BigInt(WHOLE);
  const rest = Number(share % BigInt(WHOLE));
  return addFen(fen(Number(whole)), takeShare(fen(rest), [1], WHOLE));
}
