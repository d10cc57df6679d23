import type { Month } from "../../../src/units";
import type { MonthCell } from "./line";
import { hasFailed, LADDER, type InForce, type LevelName } from "./policy";

/** Failed months in a row (§4.1.G); null where a month that counts cannot be read or placed. */
export type Risk = {
  readonly kind: "no_data" | "ok" | "at_risk" | "dismissal_review";
  readonly count: number;
  /** The last failed month of the run. */
  readonly last: Month | null;
} | null;

type Assessed = { readonly month: Month; readonly failed: boolean | null } | "missing";

function assessedMonths(
  cells: readonly MonthCell[],
  policyOf: (month: Month) => InForce,
): readonly Assessed[] {
  const all = cells.map(({ month, holds, points }): Assessed => {
    if (holds === "error") return { month, failed: null };
    return points === null ? "missing" : { month, failed: hasFailed(points, policyOf(month)) };
  });
  // The run stands as of the last assessed month.
  return all.slice(0, all.findLastIndex((month) => month !== "missing") + 1);
}

/** Runs of failed months, oldest first, each with whether it can be determined where it begins. */
function runsOf(months: readonly Assessed[], bridged: boolean) {
  const runs: { months: Month[]; told: boolean; trailing: boolean }[] = [];
  let run: { months: Month[]; told: boolean; trailing: boolean } | null = null;
  for (const month of months) {
    if (month === "missing") {
      if (!bridged) run = null;
      continue;
    }
    if (month.failed === false) run = null;
    else if (month.failed === null) {
      // Whatever it is: what comes after it may go on or begin here.
      runs.push((run = { months: [], told: false, trailing: false }));
    } else {
      if (run === null) runs.push((run = { months: [], told: true, trailing: false }));
      run.months.push(month.month);
    }
  }
  if (run !== null) run.trailing = true;
  return runs;
}

/** How close somebody is to a review of performance by people. */
export function riskOf(
  cells: readonly MonthCell[],
  level: LevelName | null,
  holds: InForce,
  policyOf: (month: Month) => InForce,
): Risk {
  const months = assessedMonths(cells, policyOf);
  if (months.length === 0) return { kind: "no_data", count: 0, last: null };
  const { failsForReview: limit } = holds.values;
  const { DISMISSAL_BASIS, DISMISSAL_ANCHOR, DISMISSAL_SCOPE } = holds.options;
  const runs = runsOf(months, DISMISSAL_BASIS === "assessments");
  const trailing = runs.find((run) => run.trailing);
  const anywhere = DISMISSAL_ANCHOR === "any";
  // A run that is long enough already needs no other month.
  const longest = runs.reduce<(typeof runs)[number] | undefined>(
    (best, run) => (run.months.length > (best?.months.length ?? 0) ? run : best),
    trailing,
  );
  const counted =
    anywhere && longest !== undefined && longest.months.length >= limit ? longest : trailing;
  const count = counted?.months.length ?? 0;
  if (count < limit) {
    if (counted !== undefined && !counted.told) return null;
    if (anywhere && runs.some(({ told }) => !told)) return null;
  }
  if (count === 0) return { kind: "ok", count, last: null };
  const isCovered =
    DISMISSAL_SCOPE === "all" ||
    level === null ||
    LADDER.indexOf(level) <= LADDER.indexOf("junior");
  return {
    kind: count >= limit && isCovered ? "dismissal_review" : "at_risk",
    count,
    last: counted?.months.at(-1) ?? null,
  };
}
