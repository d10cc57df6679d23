import { divideHalfAwayFromZero, fen, takeShare, type Fen } from "../../units";
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
  const { mode, clause } = policy.commission;
  const band = bandOf(policy, sales);
  return {
    amount: commissionAmount(policy, sales),
    sales,
    mode,
    band,
    clause: band?.clause ?? clause,
  };
}

/** The amount alone, for a million cells: nothing is made but the number. */
export function commissionAmount(policy: EffectivePolicy, sales: Fen): Fen {
  if (sales <= 0) return NONE;
  const { mode, belowFirst } = policy.commission;
  const band = bandOf(policy, sales);
  switch (mode) {
    case "whole":
      return takeRate(sales, band === null ? belowFirst : band.rate);
    case "fixed":
      return band === null ? takeRate(sales, belowFirst) : band.fixed;
    case "marginal":
      return marginal(policy, sales);
  }
}

/** The highest threshold that the sales reach; thresholds ascend. */
function bandOf(policy: EffectivePolicy, sales: Fen): CommissionBand | null {
  const { bands } = policy.commission;
  for (let index = bands.length - 1; index >= 0; index -= 1) {
    const band = bands[index];
    if (band !== undefined && sales >= band.from) return band;
  }
  return null;
}

/** Below this an amount times a rate, doubled, is still an exact integer. */
const EXACT = Number.MAX_SAFE_INTEGER / 2;

function takeRate(sales: Fen, rate: number): Fen {
  const product = sales * rate;
  // Most sales are small enough to be rounded without a detour; half a fen rounds up (rule N1).
  return product < EXACT
    ? fen(Math.floor((product + WHOLE / 2) / WHOLE))
    : takeShare(sales, [rate], WHOLE);
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
  return fen(Number(divideHalfAwayFromZero(share, BigInt(WHOLE))));
}
