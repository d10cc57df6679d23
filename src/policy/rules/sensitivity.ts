import { readingOf } from "../book/readings";
import { readingsIn } from "../resolve";
import type { Level, ReadingId } from "../types";
import { withOptionIn, type Policies, type ScoreHistory } from "./history";
import { judgePromotion, judgeReachedLevel, type ReachedLevel } from "./promotion";

/** Readings whose other options turn eligible into not eligible or back, in alphabetical order (rule P4.6). */
export function promotionSensitivity(
  history: ScoreHistory,
  current: Level,
  policies: Policies,
  asked?: Level,
): readonly ReadingId[] {
  const verdict = judgePromotion(history, current, policies, asked);
  if (verdict.kind !== "judged" || verdict.status === "no_data") return [];
  const isEligible = verdict.status === "eligible";
  return flipping(policies, (other) => {
    const changed = judgePromotion(history, current, other, asked);
    return changed.kind === "judged" && (changed.status === "eligible") !== isEligible;
  });
}

/** Readings under which another level is reached (for a list judged without a level). */
export function reachedLevelSensitivity(
  history: ScoreHistory,
  policies: Policies,
): readonly ReadingId[] {
  const verdict = judgeReachedLevel(history, policies);
  if (verdict.kind !== "reached" && verdict.kind !== "none") return [];
  const levelOf = (reached: ReachedLevel): string | null =>
    reached.kind === "reached" ? reached.level.id : null;
  return flipping(policies, (other) => {
    const changed = judgeReachedLevel(history, other);
    return (
      (changed.kind === "reached" || changed.kind === "none") &&
      levelOf(changed) !== levelOf(verdict)
    );
  });
}

function flipping(policies: Policies, flips: (other: Policies) => boolean): readonly ReadingId[] {
  const { values, options } = policies.asOf;
  const concerned = readingsIn([values.score, values.promotion]);
  return [...concerned]
    .sort()
    .filter((reading) =>
      readingOf(reading).options.some(
        ({ id }) =>
          id !== options[reading] &&
          id !== "undefined" &&
          flips(withOptionIn(policies, reading, id)),
      ),
    );
}
