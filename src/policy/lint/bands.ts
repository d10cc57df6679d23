import type { Tier } from "../types";
import type { ScoreRange } from "./results";

export interface Band extends ScoreRange {
  readonly tier: Tier;
}

export type BandFault = ScoreRange &
  ({ readonly kind: "gap" } | { readonly kind: "overlap"; readonly tiers: readonly Tier[] });

/** A single score, or all scores between two neighbouring ends. */
interface Piece {
  readonly from: number;
  readonly to: number;
  readonly tiers: readonly Tier[];
}

/**
 * Gaps between bands and overlaps of bands, exact over the real numbers, in rising order. The ends
 * of bands cut the line into points and open intervals, inside which nothing changes.
 */
export function lintBands(bands: readonly Band[]): readonly BandFault[] {
  const ends = [...new Set(bands.flatMap((band) => [band.from, band.to]))].sort((a, b) => a - b);
  const pieces = ends.flatMap((end, index): Piece[] => {
    const next = ends[index + 1];
    const point = { from: end, to: end, tiers: tiersAt(bands, end, end) };
    return next === undefined
      ? [point]
      : [point, { from: end, to: next, tiers: tiersAt(bands, end, next) }];
  });
  const isCovered = (piece: Piece): boolean => piece.tiers.length > 0;
  // Before the first and after the last band there is no gap: that is the check of both ends.
  const covered = pieces.map(isCovered);
  const inside = pieces.slice(covered.indexOf(true), covered.lastIndexOf(true) + 1);
  const faults: BandFault[] = [];
  let run: Piece[] = [];
  const close = (): void => {
    const [first] = run;
    const last = run.at(-1);
    if (first !== undefined && last !== undefined) faults.push(toFault(first, last, run));
    run = [];
  };
  for (const piece of inside) {
    const [before] = run;
    if (before !== undefined && isCovered(before) !== isCovered(piece)) close();
    if (piece.tiers.length === 1) close();
    else run.push(piece);
  }
  close();
  return faults;
}

function tiersAt(bands: readonly Band[], from: number, to: number): readonly Tier[] {
  const isPoint = from === to;
  return bands
    .filter(
      (band) =>
        (band.from < from || (band.from === from && (band.fromInclusive || !isPoint))) &&
        (band.to > to || (band.to === to && (band.toInclusive || !isPoint))),
    )
    .map((band) => band.tier);
}

function toFault(first: Piece, last: Piece, run: readonly Piece[]): BandFault {
  const range: ScoreRange = {
    from: first.from,
    fromInclusive: first.from === first.to,
    to: last.to,
    toInclusive: last.from === last.to,
  };
  const tiers = [...new Set(run.flatMap((piece) => piece.tiers))].sort((a, b) => a - b);
  return tiers.length === 0 ? { kind: "gap", ...range } : { kind: "overlap", ...range, tiers };
}
