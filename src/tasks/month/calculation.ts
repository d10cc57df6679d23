/** After a change the month is read again when Excel has calculated, or after so long where Excel does not say. */
const AT_LATEST = [1_000, 5_000] as const;
/** Excel reports each sheet that it has calculated; reports within this time are one calculation. */
const TOLD_TOGETHER = 30;

/** Knows when the workbook has calculated since it was last changed (rule M7). */
export class Calculation {
  readonly #settled: () => void;
  readonly #waiting = new Set<() => void>();
  #timers: ReturnType<typeof setTimeout>[] = [];
  #told: ReturnType<typeof setTimeout> | undefined;
  #lastTold = -Infinity;

  /** `settled` is called when what was changed may be read again; more than once where functions answer late. */
  constructor(settled: () => void) {
    this.#settled = settled;
  }

  /** Something was changed that formulas depend on. */
  changed(): void {
    this.#clear();
    this.#timers = AT_LATEST.map((after) => setTimeout(this.#settled, after));
  }

  /** Excel has calculated a sheet. */
  readonly told = (): void => {
    this.#lastTold = performance.now();
    clearTimeout(this.#told);
    this.#told = setTimeout(() => {
      for (const tell of this.#waiting) tell();
      this.#settled();
    }, TOLD_TOGETHER);
  };

  /** Nothing is pending any more: what was read is what the workbook has calculated. */
  isDone(): void {
    this.#clear();
  }

  /** Waits until Excel has calculated since then (a time of `performance.now`), for a second at most. */
  async since(time: number, signal?: AbortSignal): Promise<void> {
    if (this.#lastTold < time) await this.next(AT_LATEST[0], signal);
  }

  /** Waits for the next calculation, so many milliseconds at most, or until the signal says so. */
  next(atMost: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const end = (): void => {
        clearTimeout(timer);
        this.#waiting.delete(end);
        signal?.removeEventListener("abort", end);
        resolve();
      };
      const timer = setTimeout(end, atMost);
      this.#waiting.add(end);
      signal?.addEventListener("abort", end);
    });
  }

  #clear(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers = [];
  }
}
