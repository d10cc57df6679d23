import type { FurtherWords, PolicyValues } from "../types";

/** A decision as the file keeps it. The day and the month are text; what is absent was not given. */
export interface StoredDecision {
  readonly reading: string;
  readonly option: string;
  readonly by?: string;
  /** "YYYY-MM-DD", the day it was taken. */
  readonly on?: string;
  readonly note?: string;
  /** "YYYY-MM", the first month in which it holds. */
  readonly from?: string;
}

export interface StoredVersion {
  readonly id: string;
  /** "YYYY-MM"; null or absent: from the beginning. */
  readonly from?: string | null;
  readonly name?: string;
  readonly locked?: boolean;
  /** Empty: the built-in policy from this month on. */
  readonly values: PolicyValues | { readonly levels?: never };
}

/**
 * What the part holds. At run time every object carries the fields that this product does not know
 * as well, so that writing gives them back: copy with spread, never field by field.
 */
export interface StoredPolicy {
  readonly schema: 1;
  readonly decisions: readonly StoredDecision[];
  readonly versions?: readonly StoredVersion[];
  readonly acknowledged?: readonly string[];
  /** Further words by which sheets are read, for all months; a list given replaces the built-in one. */
  readonly words?: FurtherWords;
}

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
