import type { JudgedMonth } from "../../month";
import type { PolicyBook, ReadingId } from "../../policy";
import {
  exposureOf,
  policyOverview,
  readingEffect,
  payrollPeopleOf,
  type Exposure,
  type PayrollPeople,
  type ReadingEffect,
} from "../../views";
import { problemOf, runInSlices, type OpenedMonth } from "../../tasks";
import type { Problem, Trouble } from "../../problems";
import type { Month } from "../../units";

/** What the readings cost in the open month, as far as it has been worked out. */
export interface Weighed {
  readonly phase: "none" | "loading" | "weighing" | "done";
  /** Why there is no month to work out costs for. */
  readonly trouble: Trouble | null;
  readonly sheet: string;
  /** The month that was found; null before, and where the sheet has none. */
  readonly month: Month | null;
  readonly people: number;
  /** By whom the payroll that the figures start from differs from the people. */
  readonly payroll: PayrollPeople | null;
  readonly exposure: Exposure | null;
  /** Of the policy in force; a reading that has not been tried yet is absent. */
  readonly effects: ReadonlyMap<ReadingId, ReadingEffect>;
}

export const NOT_WEIGHED: Weighed = {
  phase: "none",
  trouble: null,
  sheet: "",
  month: null,
  people: 0,
  payroll: null,
  exposure: null,
  effects: new Map(),
};

interface Known {
  exposure: Exposure | null;
  effects: ReadonlyMap<ReadingId, ReadingEffect>;
}

/** Works out in the background what each option changes in the open month; a newer month ends the one before it. */
export class MonthCosts {
  readonly #tell: (weighed: Weighed) => void;
  /** What has been worked out of a month: coming back to the page finds it. */
  readonly #known = new WeakMap<JudgedMonth, Known>();
  #weighed = NOT_WEIGHED;
  #running: AbortController | null = null;
  #judged: JudgedMonth | null = null;

  constructor(tell: (weighed: Weighed) => void) {
    this.#tell = tell;
  }

  stop(): void {
    this.#running?.abort();
    this.#running = null;
  }

  /** The sheet is being read. */
  begin(): void {
    if (this.#judged === null) this.#set({ ...NOT_WEIGHED, phase: "loading" });
  }

  /** Weighs the open month. */
  async show({ judged, found }: OpenedMonth): Promise<void> {
    if (judged === this.#judged && this.#running !== null) return;
    const { signal } = this.#begin();
    this.#judged = judged;
    const known = this.#known.get(judged) ?? { exposure: null, effects: new Map() };
    this.#known.set(judged, known);
    await this.#guarded(signal, async () => {
      known.exposure ??= await runInSlices(exposureOf(judged), { signal });
      this.#set({
        phase: "weighing",
        trouble: null,
        sheet: found.sheet.name,
        month: judged.setting.asOf,
        people: judged.people.length,
        payroll: payrollPeopleOf(judged),
        exposure: known.exposure,
        effects: known.effects,
      });
      const { asOf, today, book } = judged.setting;
      for (const { reading, disputed } of policyOverview(book, asOf ?? today).readings) {
        if (!disputed || known.effects.has(reading.id)) continue;
        const effect = await runInSlices(readingEffect(judged, reading.id), { signal });
        if (signal.aborted) return;
        known.effects = new Map(known.effects).set(reading.id, effect);
        this.#set({ effects: known.effects });
      }
      this.#set({ phase: "done" });
    });
  }

  /** Decisions were taken since: what can be determined of them at once is shown, before the month has been read again. */
  async anticipate(book: PolicyBook): Promise<void> {
    const judged = this.#judged;
    const asOf = judged?.setting.asOf ?? null;
    if (judged === null || asOf === null || judged.input.book === book) return;
    const { signal } = this.#begin();
    await this.#guarded(signal, async () => {
      const { policy } = policyOverview(book, asOf);
      const exposure = await runInSlices(exposureOf(judged, policy), { signal });
      this.#set({ phase: "weighing", exposure, effects: new Map() });
    });
  }

  /** There is no month to work out costs for. */
  fail(problem: Problem): void {
    this.stop();
    this.#judged = null;
    this.#set({
      ...NOT_WEIGHED,
      phase: "done",
      trouble: { ...problem, doing: "weighingReadings" },
    });
  }

  #begin(): AbortController {
    this.stop();
    this.#running = new AbortController();
    return this.#running;
  }

  /** An error is the month's trouble, unless a newer request has taken over. */
  async #guarded(signal: AbortSignal, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!signal.aborted) this.fail(problemOf(error));
    }
  }

  #set(change: Partial<Weighed>): void {
    this.#weighed = { ...this.#weighed, ...change };
    this.#tell(this.#weighed);
  }
}
