import type { HistoryCell, ScoreHistory } from "../../../src/policy";
import { scoreFromPoints, type Month, type Score } from "../../../src/units";

/** Points, "leave" for statutory leave, null for a month without assessment, "?" for an unreadable one. */
export type CellSketch = number | null | "leave" | "?";

export function points(value: number): Score {
  const score = scoreFromPoints(value);
  if (score === undefined) throw new Error(`Not a score: ${value}`);
  return score;
}

export function cellOf(sketch: CellSketch): HistoryCell {
  if (sketch === null) return { kind: "missing", leave: false };
  if (sketch === "leave") return { kind: "missing", leave: true };
  if (sketch === "?") return { kind: "unreadable" };
  return { kind: "score", score: points(sketch) };
}

export function historyOf(
  sketches: readonly CellSketch[],
  more: Omit<ScoreHistory, "cells" | "months"> & { readonly from?: Month } = {},
): ScoreHistory {
  const { from, ...rest } = more;
  return {
    ...rest,
    cells: sketches.map(cellOf),
    months: from === undefined ? undefined : sketches.map((_, i) => (from + i) as Month), // test months
  };
}
