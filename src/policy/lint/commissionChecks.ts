import { takeShare, type BasisPoints, type Fen } from "../../units";
import type { CommissionBandValue } from "../types";
import type { Settled } from "../settled";
import type { Check, Found } from "./results";

const WHOLE = 10_000;

function share(sales: Fen, rate: BasisPoints | 0): Fen {
  return takeShare(sales, [rate], WHOLE);
}

export const risingThresholds: Check = ({ settled: { commission } }) =>
  commission.bands.flatMap(({ from, clause }, index): Found[] => {
    const previous = commission.bands[index - 1];
    const found: Found[] = [];
    if (from <= 0)
      found.push({ check: "PC10", clause, facts: { problem: "notPositive", fromFen: from } });
    if (previous !== undefined && from <= previous.from)
      found.push({
        check: "PC10",
        clause,
        facts: { problem: "notAscending", fromFen: from, previousFen: previous.from },
      });
    return found;
  });

export const risingRates: Check = ({ settled: { commission } }) =>
  commission.bands.flatMap(({ from, rate, clause }, index): Found[] => {
    const previous = commission.bands[index - 1]?.rate ?? commission.belowFirst ?? 0;
    if (rate >= previous) return [];
    const facts = { fromFen: from, rateBasisPoints: rate, previousBasisPoints: previous };
    return [{ check: "PC11", clause, facts }];
  });

export const printedAmounts: Check = ({ settled: { commission } }) =>
  commission.bands.flatMap(({ from, rate, printed, clause }): Found[] => {
    const computedFen = share(from, rate);
    if (printed === null || printed === computedFen) return [];
    const facts = { fromFen: from, rateBasisPoints: rate, computedFen, printedFen: printed };
    return [{ check: "PC12", clause, facts }];
  });

export const cliffs: Check = ({ settled: { commission } }) => {
  const { mode, bands, belowFirst } = commission;
  // Marginal commission grows without jumps.
  if (mode === "marginal") return [];
  const fixed = (band: Settled<CommissionBandValue>): Fen =>
    band.printed ?? share(band.from, band.rate);
  return bands.flatMap((band, index): Found[] => {
    const { from, clause } = band;
    const previous = bands[index - 1];
    const paidBefore =
      mode === "fixed" && previous !== undefined
        ? fixed(previous)
        : share(from, previous?.rate ?? belowFirst ?? 0);
    const paid = mode === "fixed" ? fixed(band) : share(from, band.rate);
    const jumpFen = paid - paidBefore;
    return jumpFen === 0 ? [] : [{ check: "PC13", clause, facts: { fromFen: from, jumpFen } }];
  });
};

export const belowFirstThreshold: Check = ({ settled: { commission } }) => {
  if (commission.belowFirst !== null) return [];
  const [first] = commission.bands;
  const facts = { firstFromFen: first?.from ?? null };
  return [{ check: "PC14", clause: first?.clause ?? commission.clause, facts }];
};
