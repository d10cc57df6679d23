import type { StoredDecision, StoredPolicy } from "../schema/stored";

export type { StoredDecision, StoredPolicy, StoredVersion } from "../schema/stored";

export const emptyStored: StoredPolicy = { schema: 1, decisions: [] };

/** There is one decision for each of these. */
export function decisionKey(decision: Pick<StoredDecision, "reading" | "from">): string {
  return JSON.stringify([decision.reading, decision.from ?? null]);
}

/** One decision a reading and `from`: of several the last in the list. */
export function decisionsThatHold(decisions: readonly StoredDecision[]): readonly StoredDecision[] {
  const held = new Map<string, StoredDecision>();
  for (const decision of decisions) {
    held.delete(decisionKey(decision));
    held.set(decisionKey(decision), decision);
  }
  return [...held.values()];
}

/** The policy with the decision taken; it replaces the one of the same reading and `from`. */
export function decide(stored: StoredPolicy, decision: StoredDecision): StoredPolicy {
  const others = stored.decisions.filter((other) => decisionKey(other) !== decisionKey(decision));
  return { ...stored, decisions: [...others, decision] };
}

/** The policy without any decision of the reading and `from`. */
export function undoDecision(stored: StoredPolicy, reading: string, from?: string): StoredPolicy {
  const key = decisionKey(from === undefined ? { reading } : { reading, from });
  return { ...stored, decisions: stored.decisions.filter((other) => decisionKey(other) !== key) };
}
