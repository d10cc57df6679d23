import type { Month, Score } from "../../units";
import type { EffectivePolicy, Level } from "../types";
import type { CellPosition, Policies, ScoreHistory } from "./history";
import { scoreInForce, tierJudge } from "./tier";

/** Failed months in a row (§4.1.G): ends in a review by a person, never in a dismissal. */
export type RiskResult =
  | {
      readonly kind: "ok" | "at_risk" | "dismissal_review" | "no_data";
      readonly count: number;
      /** Months in a row that lead to a review. */
      readonly limit: number;
      /** The failed months that were counted, oldest first. */
      readonly cells: readonly CellPosition[];
    }
  /** A score that counts here cannot be read or placed in a tier. */
  | { readonly kind: "excluded"; readonly at: CellPosition };

/** Whether a score fails; undefined for a score that a reading refuses to place. */
export function hasFailed(policy: EffectivePolicy, score: Score): boolean | undefined {
  const placed = tierJudge(policy)(score);
  if (placed.kind === "refused") return undefined;
  return policy.review.definition === "below"
    ? scoreInForce(policy, score) < policy.review.failBelow
    : placed.tier >= policy.review.failTier;
}

/**
 * The trailing run of failed months, or under `any` the longest. Blanks at the end are the future in
 * a function and later months in a sheet: the run stands as of the last assessed month in both.
 */
export function judgeRisk(
  history: ScoreHistory,
  level: Level | null,
  policies: Policies,
): RiskResult {
  const policy = policies.asOf;
  const { review } = policy;
  let longest: CellPosition[] = [];
  let run: CellPosition[] = [];
  let scored = false;
  let last = history.cells.length;
  while (history.cells[last - 1]?.kind === "missing") last -= 1;
  const close = (): void => {
    if (run.length > longest.length) longest = run;
    run = [];
  };
  let unreadable: CellPosition | null = null;
  // What ends a run puts everything before it out of account, unless any run counts.
  const end = (): void => {
    close();
    if (review.anchor === "latest") unreadable = null;
  };
  for (let index = 0; index < last; index += 1) {
    const cell = history.cells[index];
    const month: Month | undefined = history.months?.[index];
    if (cell === undefined || cell.kind === "missing") {
      if (review.basis === "months") end();
      continue;
    }
    scored = true;
    const failed =
      cell.kind === "score"
        ? hasFailed(month === undefined ? policy : policies.at(month), cell.score)
        : undefined;
    if (failed === undefined) {
      close();
      unreadable = { index, month: month ?? null };
    } else if (failed) run.push({ index, month: month ?? null });
    else end();
  }
  const trailing = run;
  const limit = review.streak;
  if (!scored) return { kind: "no_data", count: 0, limit, cells: [] };
  const isOlder = longest.length >= limit && longest.length > trailing.length;
  const counted = review.anchor === "any" && isOlder ? longest : trailing;
  // A run that is long enough needs no other month.
  if (unreadable !== null && counted.length < limit) return { kind: "excluded", at: unreadable };
  const count = counted.length;
  if (count === 0) return { kind: "ok", count, limit, cells: [] };
  const top = policy.levels.find((candidate) => candidate.id === review.scope)?.rank ?? null;
  const reviewed = top === null || level === null || level.rank <= top;
  return {
    kind: count >= limit && reviewed ? "dismissal_review" : "at_risk",
    count,
    limit,
    cells: counted,
  };
}
