import { hasFailed, tierJudge, type EffectivePolicy } from "../../policy";
import { readScore, type CellOf } from "../../scoresheet";
import { score as scoreOf, type Score } from "../../units";
import { atRecord, type Check } from "../check";
import { limitsOf } from "../../month";

/** Decimals that a format may leave of a score; none at all is the usual one. */
const SHOWN_DECIMALS = [0, 1, 2, 3, 4, 5];
const POINT = 1_000_000;

function tierOf(policy: EffectivePolicy, value: Score): number | null {
  const placed = tierJudge(policy)(value);
  return placed.kind === "tier" ? placed.tier : null;
}

function differs(policy: EffectivePolicy, a: Score, b: Score): boolean {
  return tierOf(policy, a) !== tierOf(policy, b) || hasFailed(policy, a) !== hasFailed(policy, b);
}

/** Whether a format that rounds could show this score on the other side of a limit. */
export function mayShowOtherwise(policy: EffectivePolicy, score: CellOf<Score>): boolean {
  const { quantity, seen } = score;
  if (quantity.kind !== "value" || typeof seen !== "number") return false;
  const { value } = quantity;
  if (value % POINT === 0) return false;
  return SHOWN_DECIMALS.some((decimals) => {
    const step = POINT / 10 ** decimals;
    const shown = Math.round(value / step) * step;
    return shown !== value && differs(policy, value, scoreOf(shown));
  });
}

/** The cell shows a score on the other side of a limit than the one it holds. */
export const scoreShownOtherwise: Check = {
  type: "scoreShownOtherwise",
  code: "F-SCO-07",
  group: "scores",
  severities: ["warning"],
  of: "record",
  kind: "data",
  find(place, { display }) {
    const { policy, record } = place;
    const { quantity, cell } = record.score;
    if (quantity.kind !== "value" || cell === null) return null;
    const text = display.shown(cell);
    if (text === undefined) return null;
    const shown = readScore(text, limitsOf(policy), "score");
    if (shown.kind !== "value" || !differs(policy, quantity.value, shown.value)) return null;
    return atRecord("warning", place, cell, policy.performance.clause, {
      type: "scoreShownOtherwise",
      shown: text.trim(),
      score: quantity.value,
      tier: tierOf(policy, quantity.value),
      shownTier: tierOf(policy, shown.value),
    });
  },
};
