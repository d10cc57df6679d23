import type { ReadingId } from "../../policy";
import { openQuestions, type PolicyOverview } from "../../views";
import { Store } from "../common/store";
import type { Weighed } from "./monthCosts";

/** Where HR is among the readings. */
export interface QuestionState {
  /**
   * The readings that are asked one after the other, the one that moves most pay first. Those decided since stay in
   * their place, so that nothing moves under a hand; null while what they move is not known.
   */
  readonly queue: readonly ReadingId[] | null;
  /** Undecided readings on which nothing of the month hangs, as far as that is known. */
  readonly still: readonly ReadingId[];
  /** The reading that is shown; null for the first of the queue. */
  readonly current: ReadingId | null;
  /** A reading to which something has led: the keyboard goes on from there. */
  readonly goTo: ReadingId | null;
}

/** One open question at a time. */
export class Questions extends Store<QuestionState> {
  constructor() {
    super({ queue: null, still: [], current: null, goTo: null });
  }

  readonly show = (reading: ReadingId): void => this.set({ current: reading, goTo: null });

  /** The same for something that leads there from elsewhere. */
  readonly lead = (reading: ReadingId): void => this.set({ current: reading, goTo: reading });

  readonly arrived = (): void => this.set({ goTo: null });

  /** Begins anew: what has been decided is put away. */
  begin(): void {
    this.set({ queue: null, current: this.read().goTo });
  }

  /** What is undecided by now comes after what has been asked already. */
  weighed({ month, effects }: Weighed, { readings }: PolicyOverview): void {
    const { queue } = this.read();
    const asked = new Set(queue);
    const { moving, still } = openQuestions(readings, month === null ? null : effects);
    const more = moving.map(({ reading }) => reading.id).filter((id) => !asked.has(id));
    this.set({
      queue: [...(queue ?? []), ...more],
      still: still.map(({ reading }) => reading.id).filter((id) => !asked.has(id)),
    });
  }
}
