import type { Score } from "../../units";
import type { Quantity } from "../types";

/** What counts for more stands first: what is not known or cannot be read is not outvoted by what can. */
const RANK: Record<Quantity<Score>["kind"], number> = {
  pending: 0,
  problem: 1,
  value: 2,
  zero: 3,
  notAssessed: 4,
  blank: 5,
};

export interface ScoreChosen {
  /** Index of the quantity that counts. */
  readonly index: number;
  /** Two different scores are given for the one month. */
  readonly conflict: boolean;
}

/**
 * Of several cells for one person and month the one that counts: a word or a blank gives way to a
 * score, the same score twice is one (rule F9). Undefined for none.
 */
export function chooseScore(quantities: readonly Quantity<Score>[]): ScoreChosen | undefined {
  let chosen: number | undefined;
  let rank = Infinity;
  const values = new Set<Score>();
  for (const [index, quantity] of quantities.entries()) {
    if (quantity.kind === "value") values.add(quantity.value);
    if (RANK[quantity.kind] >= rank) continue;
    rank = RANK[quantity.kind];
    chosen = index;
  }
  return chosen === undefined ? undefined : { index: chosen, conflict: values.size > 1 };
}
