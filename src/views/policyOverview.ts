import {
  decisionFor,
  fullReadings,
  policyFor,
  readingsIn,
  type Decision,
  type EffectivePolicy,
  type PolicyBook,
  type Reading,
} from "../policy";
import type { Month } from "../units";

/** A reading as HR decides it: what is asked, what holds in a month and what is on record. */
export interface ReadingCard {
  readonly reading: Reading;
  /** Whether the month's version leaves it open at all; HR may have settled it by a plain value. */
  readonly disputed: boolean;
  readonly undecided: boolean;
  /** The option in force, by decision or as the default; null of a blocking reading undecided. */
  readonly option: string | null;
  /** The decision that holds in the month. */
  readonly decision: Decision | null;
  /** Every decision of the reading that is on record, the earliest month first. */
  readonly decisions: readonly Decision[];
}

/** A month's policy with every reading as it stands, in the order in which they are shown. */
export interface PolicyOverview {
  readonly month: Month;
  readonly policy: EffectivePolicy;
  readonly readings: readonly ReadingCard[];
}

export function policyOverview(book: PolicyBook, month: Month): PolicyOverview {
  const policy = policyFor(book, month);
  const disputed = readingsIn(policy.values);
  const readings = fullReadings.map((reading): ReadingCard => {
    const undecided = policy.undecided.has(reading.id);
    return {
      reading,
      disputed: disputed.has(reading.id),
      undecided,
      option: undecided && reading.level === "blocking" ? null : policy.options[reading.id],
      decision: decisionFor(book, reading.id, month) ?? null,
      decisions: book.decisions
        .filter((one) => one.reading === reading.id)
        .sort((one, other) => (one.from ?? -Infinity) - (other.from ?? -Infinity) || 0),
    };
  });
  return { month, policy, readings };
}
