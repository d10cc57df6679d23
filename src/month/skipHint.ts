import { judgePromotion, levelById, type Level, type Policies } from "../policy";
import type { PersonInMonth } from "./judged";

/**
 * The level above the next one that the scores reach as well. Never beyond the level up to which a
 * skip may be named: the one above asks for service in it (§4.4.A).
 */
export function skipHint(person: PersonInMonth, policies: Policies): Level | null {
  const { verdict, level, history } = person;
  if (verdict?.kind !== "judged" || verdict.status !== "eligible" || level === null) return null;
  const also = verdict.alsoMeets;
  const limit = levelById(policies.asOf, policies.asOf.promotion.skipLimit);
  if (also === null || limit === undefined || also.rank <= limit.rank) return also;
  if (limit.rank <= verdict.target.rank) return null;
  const reached = judgePromotion(history, level, policies, limit);
  return reached.kind === "judged" && reached.status === "eligible" ? limit : null;
}
