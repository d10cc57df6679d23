import type { ScoreSheet } from "../scoresheet";
import { score, type Score } from "../units";

/** So few scores prove no habit. */
const LEAST = 3;
const ONE_POINT = score(1_000_000);

/** How many scores a sheet has and the greatest; a zero that waits for confirmation is one. */
export function scoresOn(sheet: ScoreSheet): { readonly count: number; readonly greatest: Score } {
  let count = 0;
  let greatest = score(0);
  for (const {
    score: { quantity },
  } of sheet.records) {
    if (quantity.kind !== "value" && quantity.kind !== "zero") continue;
    count += 1;
    if (quantity.kind === "value" && quantity.value > greatest) greatest = quantity.value;
  }
  return { count, greatest };
}

/** Scores entered as shares of 1: at least three, none above 1, not all 0 (F-SCO-05). */
export function areFractions(sheet: ScoreSheet): boolean {
  const { count, greatest } = scoresOn(sheet);
  return count >= LEAST && greatest > 0 && greatest <= ONE_POINT;
}
