import type { JudgedMonth } from "../../month";
import type { PolicyBook, ReadingId } from "../../policy";
import {
  exposureOf,
  policyOverview,
  readingEffect,
  type Exposure,
  type ReadingEffect,
} from "../../views";
import {
  judgeSheet,
  problemOf,
  readScoreSheet,
  runInSlices,
  type SheetRead,
  type ValidateOptions,
} from "../../tasks";
import type { Problem, Trouble } from "../../problems";
import type { Month } from "../../units";

/** What the readings cost in the open month, as far as it has been worked out. */
export interface Weighed {
  readonly phase: "none" | "reading" | "weighing" | "done";
  /** Why there is no month to weigh. */
  readonly trouble: Trouble | null;
  readonly sheet: string;
  /** The month that was found; null before, and where the sheet has none. */
  readonly month: Month | null;
  readonly people: number;
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
  exposure: null,
  effects: new Map(),
};

/** Reading it again took so little that nobody notices, in milliseconds. */
const READ_FAST = 1_000;

/** Works out in the background what each option changes; a newer request ends the one before it. */
export class MonthWeigher {
  readonly #tell: (weighed: Weighed) => void;
  #weighed = NOT_WEIGHED;
  #running: AbortController | null = null;
  #sheet: SheetRead | null = null;
  #judged: JudgedMonth | null = null;
  #reads = 0;

  constructor(tell: (weighed: Weighed) => void) {
    this.#tell = tell;
  }

  /** Whether the sheet may be read again without being asked. */
  get readsFast(): boolean {
    return this.#reads < READ_FAST;
  }

  /** The sheet that was read last, and the month on it; null where there is none. */
  get found(): { readonly records: SheetRead["records"]; readonly asOf: Month } | null {
    const asOf = this.#weighed.month;
    return this.#sheet === null || asOf === null ? null : { records: this.#sheet.records, asOf };
  }

  stop(): void {
    this.#running?.abort();
    this.#running = null;
  }

  /** Reads the open month's sheet and weighs it. */
  async read(options: Omit<ValidateOptions, "signal" | "onProgress">): Promise<void> {
    const { signal } = this.#begin();
    if (this.#sheet === null) this.#set({ ...NOT_WEIGHED, phase: "reading" });
    await this.#guarded(signal, async () => {
      const started = performance.now();
      const found = await readScoreSheet({ ...options, signal });
      this.#reads = performance.now() - started;
      if (signal.aborted) return;
      if (found.kind !== "sheet") {
        this.#forget(found);
        return;
      }
      this.#sheet = found;
      if (options.policy.kind === "read")
        await this.#weigh(found, options.policy.book, options.today, options.month, signal);
    });
  }

  /** Weighs the sheet that was read under another policy. What can be told at once is told at once. */
  async weigh(book: PolicyBook, today: Month, month: Month | null): Promise<void> {
    const sheet = this.#sheet;
    if (sheet === null) return;
    const { signal } = this.#begin();
    const judged = this.#judged;
    const asOf = judged?.setting.asOf ?? null;
    await this.#guarded(signal, async () => {
      if (judged !== null && asOf !== null) {
        const { policy } = policyOverview(book, asOf);
        const exposure = await runInSlices(exposureOf(judged, policy), { signal });
        this.#set({ phase: "weighing", exposure, effects: new Map() });
      }
      await this.#weigh(sheet, book, today, month, signal);
    });
  }

  async #weigh(
    read: SheetRead,
    book: PolicyBook,
    today: Month,
    month: Month | null,
    signal: AbortSignal,
  ): Promise<void> {
    const judged = await judgeSheet(read, { book, today, month }, { signal });
    const exposure = await runInSlices(exposureOf(judged), { signal });
    this.#judged = judged;
    this.#set({
      phase: "weighing",
      trouble: null,
      sheet: read.sheet.name,
      month: judged.setting.asOf,
      people: judged.people.length,
      exposure,
      effects: new Map(),
    });
    const { readings } = policyOverview(book, judged.setting.asOf ?? judged.setting.today);
    for (const { reading, disputed } of readings) {
      if (!disputed) continue;
      const effect = await runInSlices(readingEffect(judged, reading.id), { signal });
      if (signal.aborted) return;
      this.#set({ effects: new Map(this.#weighed.effects).set(reading.id, effect) });
    }
    this.#set({ phase: "done" });
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
      if (!signal.aborted) this.#forget(problemOf(error));
    }
  }

  #forget(problem: Problem): void {
    this.#sheet = null;
    this.#judged = null;
    this.#set({
      ...NOT_WEIGHED,
      phase: "done",
      trouble: { ...problem, doing: "weighingReadings" },
    });
  }

  #set(change: Partial<Weighed>): void {
    this.#weighed = { ...this.#weighed, ...change };
    this.#tell(this.#weighed);
  }
}
