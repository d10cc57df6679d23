import { fen, type Fen } from "../units";
import type { ReadingId } from "../policy";
import type { ReadingCard } from "./policyOverview";
import type { ReadingEffect } from "./readingEffects";

/** The undecided readings of a month, as HR goes through them. */
export interface OpenQuestions {
  /** A result of the month hangs on them: the blocking one first, then by the pay they move. */
  readonly moving: readonly ReadingCard[];
  /** Nothing of the month hangs on them; in the order of the book. */
  readonly still: readonly ReadingCard[];
}

/**
 * How far the month's pay lies apart between the options of a reading. An option under which somebody's pay cannot be
 * told moves no pay by that.
 */
export function payMoved({ options }: Pick<ReadingEffect, "options">): Fen {
  const amounts = options.map(({ difference, newlyPaid }) => difference + newlyPaid.amount);
  return amounts.length === 0 ? fen(0) : fen(Math.max(...amounts) - Math.min(...amounts));
}

/** How many people at most an option of a reading concerns. */
function peopleMoved({ options }: ReadingEffect): number {
  return Math.max(0, ...options.map(({ people }) => people));
}

/** Which readings are still to be decided, in the order in which they are asked; without a month nobody knows what they move. */
export function openQuestions(
  cards: readonly ReadingCard[],
  effects: ReadonlyMap<ReadingId, ReadingEffect> | null,
): OpenQuestions {
  const undecided = cards.filter((card) => card.undecided);
  if (effects === null) return { moving: undecided, still: [] };
  const ranked = undecided.map((card) => {
    const effect = effects.get(card.reading.id);
    // What has not been weighed may move something.
    const people = effect === undefined ? 1 : peopleMoved(effect);
    const pay = effect === undefined ? 0 : payMoved(effect);
    return { card, people, pay, blocking: Number(card.reading.level === "blocking") };
  });
  const moving = ranked
    .filter(({ people }) => people > 0)
    .sort(
      (one, other) =>
        other.blocking - one.blocking || other.pay - one.pay || other.people - one.people,
    );
  return {
    moving: moving.map(({ card }) => card),
    still: ranked.filter(({ people }) => people === 0).map(({ card }) => card),
  };
}
