import { judgePromotion, levelById, type Level, type Policies } from "../policy";
import type { PersonInMonth } from "./judged";

/**
 * The highest level above the next one that the scores reach as well. Never beyond the level up to which a
 * skip may be named: the one above asks for service in it (§4.4.A).
 */
export function skipHint(person: PersonInMonth, policies: Policies): Level | null {
  const { verdict, level, history } = person;
  if (verdict?.kind !== "judged" || verdict.status !== "eligible" || level === null) return null;
  const { target, alsoMeets } = verdict;
  const { asOf } = policies;
  const limit = levelById(asOf, asOf.promotion.skipLimit);
  if (alsoMeets === null || limit === undefined || alsoMeets.rank <= limit.rank) return alsoMeets;
  // Under some readings a higher rule holds where a lower one does not: each is asked for itself.
  const reaches = (asked: Level): boolean => {
    const verdict = judgePromotion(history, level, policies, asked);
    return verdict.kind === "judged" && verdict.status === "eligible";
  };
  for (let rank = limit.rank; rank > target.rank; rank -= 1) {
    const asked = asOf.levels[rank];
    if (asked !== undefined && reaches(asked)) return asked;
  }
  return null;
}
