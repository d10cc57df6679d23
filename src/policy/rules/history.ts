import { addMonths, type Month, type Score } from "../../units";
import { withOption } from "../resolve";
import type { EffectivePolicy, ReadingId } from "../types";
import { tierJudge } from "./tier";

/** One month of a person's scores. */
export type HistoryCell =
  | { readonly kind: "score"; readonly score: Score }
  /** No assessment; `leave` where the cell names statutory leave. */
  | { readonly kind: "missing"; readonly leave: boolean }
  /** A data error: whoever needs this month cannot judge. */
  | { readonly kind: "unreadable" };

/** Scores oldest to newest, one cell a calendar month. */
export interface ScoreHistory {
  readonly cells: readonly HistoryCell[];
  /** The month of each cell, where known: consecutive. A function is given none. */
  readonly months?: readonly Month[] | undefined;
  /** Index of the first month of the current level, where known. */
  readonly promotedAt?: number | undefined;
  /** The list ends with the as-of month, so that blanks at its end are missing months, not the future. */
  readonly endsAsOf?: boolean | undefined;
  /** The earliest month in which the person is known to have been employed. */
  readonly employedFrom?: Month | undefined;
}

/** Which policy judges: tiers follow each month's own, everything else that of the as-of month. */
export interface Policies {
  readonly asOf: EffectivePolicy;
  readonly at: (month: Month) => EffectivePolicy;
}

/** One policy for all months: what a function has. */
export function singlePolicy(policy: EffectivePolicy): Policies {
  return { asOf: policy, at: () => policy };
}

export function withOptionIn(policies: Policies, reading: ReadingId, option: string): Policies {
  return {
    asOf: withOption(policies.asOf, reading, option),
    at: (month) => withOption(policies.at(month), reading, option),
  };
}

export const MISSING = 0;
export const UNREADABLE = -1;

/** Where a judged cell stood: its index in the list as given; negative for months before the list. */
export interface CellPosition {
  readonly index: number;
  readonly month: Month | null;
}

/** The list as rules see it: tiers (MISSING, UNREADABLE) with their places in the list as given. */
export interface Line {
  readonly tiers: readonly number[];
  readonly positions: readonly CellPosition[];
  /** The month after the list, where months are known. */
  readonly next: Month | null;
}

/** Statutory leave taken out or kept, blanks trimmed, known service padded: rules P4.1 to P4.3. */
export function prepareLine(history: ScoreHistory, policies: Policies): Line {
  const { promotion } = policies.asOf;
  const { cells, months } = history;
  const leaveLeaves = promotion.statutoryLeave === "bridge";
  const scopeStart =
    promotion.streakScope === "sinceLastPromotion" ? (history.promotedAt ?? 0) : -Infinity;
  let first = Math.max(0, scopeStart);
  while (cells[first]?.kind === "missing") first += 1;
  let last = cells.length;
  if (history.endsAsOf !== true) while (cells[last - 1]?.kind === "missing") last -= 1;

  const tiers: number[] = [];
  const positions: CellPosition[] = [];
  const push = (index: number, tier: number): void => {
    if (tier === MISSING && promotion.missingMonth === "bridge") return;
    tiers.push(tier);
    positions.push({ index, month: months?.[index] ?? monthBefore(months, index) });
  };
  if (first < cells.length) {
    const padFrom = paddingStart(history, first, scopeStart, promotion.lookBack);
    for (let index = padFrom; index < first; index += 1) {
      const cell = cells[index];
      if (!(cell?.kind === "missing" && cell.leave && leaveLeaves)) push(index, MISSING);
    }
  }
  for (const [i, cell] of cells.slice(first, last).entries()) {
    const index = first + i;
    switch (cell.kind) {
      case "missing":
        if (!(cell.leave && leaveLeaves)) push(index, MISSING);
        break;
      case "unreadable":
        push(index, UNREADABLE);
        break;
      case "score": {
        const month = months?.[index];
        const policy = month === undefined ? policies.asOf : policies.at(month);
        const placed = tierJudge(policy)(cell.score);
        push(index, placed.kind === "tier" ? placed.tier : UNREADABLE);
        break;
      }
    }
  }
  const lastMonth = months?.at(-1);
  return { tiers, positions, next: lastMonth === undefined ? null : addMonths(lastMonth, 1) };
}

function monthBefore(months: readonly Month[] | undefined, index: number): Month | null {
  const first = months?.[0];
  return first === undefined ? null : addMonths(first, index);
}

/** The index from which missing months stand before the first cell kept; `first` where none do. */
function paddingStart(
  history: ScoreHistory,
  first: number,
  scopeStart: number,
  lookBack: number,
): number {
  const { months, employedFrom, cells } = history;
  const origin = months?.[0];
  if (origin === undefined || employedFrom === undefined) return first;
  // Months of leave may leave the list, so a rule can look back over that many more.
  const leaves = cells.filter((cell) => cell.kind === "missing" && cell.leave).length;
  const furthest = Math.max(employedFrom - origin, cells.length - lookBack - leaves, scopeStart);
  return Math.min(first, furthest);
}
