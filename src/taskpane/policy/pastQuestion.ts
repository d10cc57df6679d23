import {
  effectOnPast,
  ofThese,
  pastChange,
  startingIn,
  type PastEffect,
  type PolicyEdit,
  type TriedMonth,
} from "../../tasks";
import type { Month } from "../../units";
import { Store } from "../common/store";
import type { Pane } from "../shell/pane";

/** What HR is asked before a change of the policy reaches months before the open one (rule W9). */
export interface PastQuestion {
  /** The open month. */
  readonly month: Month;
  /** Whether the change can begin with it. */
  readonly canHoldBack: boolean;
  readonly effect: PastEffect;
}

export type PastAnswer = "fromOpen" | "all" | "nothing";

/** Asks from which month a change holds, where that makes a difference. */
export class PastQuestions extends Store<{ readonly question: PastQuestion | null }> {
  readonly #pane: Pick<Pane, "policy" | "tasks" | "month">;
  readonly #tried: () => TriedMonth | null;
  #answer: ((answer: PastAnswer) => void) | null = null;

  constructor(pane: Pick<Pane, "policy" | "tasks" | "month">, tried: () => TriedMonth | null) {
    super({ question: null });
    this.#pane = pane;
    this.#tried = tried;
  }

  readonly choose = (answer: PastAnswer): void => {
    this.#answer?.(answer);
    this.#answer = null;
    this.set({ question: null });
  };

  /** The change as HR wants it; null where nothing is to be changed. */
  async ask(edit: PolicyEdit): Promise<PolicyEdit | null> {
    const policy = await this.#pane.policy.load();
    const month = await this.#month();
    if (policy.kind === "unreadable" || month === null) return edit;
    const change = await pastChange(policy.stored, edit, month);
    if (change === null) return edit;
    let effect: PastEffect | null = null;
    const { tasks } = this.#pane;
    await tasks.perform(
      { doing: "comparingPast", stage: "checking", cancellable: true },
      async (signal) => {
        effect = await effectOnPast(change, month, {
          signal,
          onProgress: (done, of) => tasks.progress({ stage: "checking", done, of }),
        });
      },
    );
    const told = effect as PastEffect | null; // what the task has set, unless it failed
    if (told === null) return null;
    if (told.months === 0) return edit;
    const answer = await new Promise<PastAnswer>((resolve) => {
      this.#answer = resolve;
      this.set({
        question: { month: month.asOf, canHoldBack: change.canHoldBack, effect: told },
      });
    });
    await tasks.whenIdle();
    switch (answer) {
      case "fromOpen":
        return startingIn(month.asOf, edit);
      case "all":
        return ofThese(change.before, edit);
      case "nothing":
        return null;
    }
  }

  /** The month on which changes are tried; the page may have been opened before any. */
  async #month(): Promise<TriedMonth | null> {
    if (this.#pane.month.read().opened === null)
      try {
        await this.#pane.month.open({});
      } catch {
        // Without a sheet there is no month that could change; whoever opened the page has been told why.
        return null;
      }
    return this.#tried();
  }
}
