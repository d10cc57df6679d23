import { optionLabel, settlingOptions } from "../month";
import {
  levelById,
  performancePay,
  tierJudge,
  withOption,
  type EffectivePolicy,
  type Level,
  type ReadingId,
  type ScoreBand,
} from "../policy";
import type { Fen, Score } from "../units";

/** Where an option of a reading places a score, and the performance pay that this gives at a level. */
export interface ScoreUnderOption {
  readonly option: ReturnType<typeof optionLabel>;
  readonly inForce: boolean;
  readonly band: ScoreBand;
  readonly performance: Fen | null;
}

function place(
  policy: EffectivePolicy,
  reading: ReadingId,
  score: Score,
  level: Level | undefined,
): readonly ScoreUnderOption[] {
  return settlingOptions(reading).flatMap((option): ScoreUnderOption[] => {
    const other = withOption(policy, reading, option);
    const placed = tierJudge(other)(score);
    if (placed.kind !== "tier") return [];
    const paid = level === undefined ? undefined : levelById(other, level.id);
    const pay = paid === undefined ? undefined : performancePay(other, paid, score);
    return [
      {
        option: optionLabel(reading, option),
        inForce: policy.options[reading] === option,
        band: placed.band,
        performance: pay?.kind === "amount" ? pay.value.amount : null,
      },
    ];
  });
}

/** Different scores of a level of which the results are kept. */
const SCORES_KEPT = 5_000;

const known = new WeakMap<EffectivePolicy, Map<string, readonly ScoreUnderOption[]>>();

/** A score under each option that settles a reading; the same few scores stand in thousands of rows. */
export function scoreUnderOptions(
  policy: EffectivePolicy,
  reading: ReadingId,
  score: Score,
  level: Level | undefined,
): readonly ScoreUnderOption[] {
  let ofPolicy = known.get(policy);
  if (ofPolicy === undefined)
    known.set(policy, (ofPolicy = new Map<string, readonly ScoreUnderOption[]>()));
  const key = `${reading} ${level?.id ?? ""} ${score}`;
  let results = ofPolicy.get(key);
  if (results === undefined) {
    if (ofPolicy.size >= SCORES_KEPT) ofPolicy.clear();
    ofPolicy.set(key, (results = place(policy, reading, score, level)));
  }
  return results;
}
