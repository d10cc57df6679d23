/**
 * Our own code pauses once it has run for so many milliseconds. Computations yield at each person and every few rows,
 * and here alone the clock is asked: each time, since a step may also be long. Garbage collection may add ten times as
 * much.
 */
const SLICE_MS = 8;

export interface SliceOptions<Step> {
  readonly signal?: AbortSignal | undefined;
  /** Called before each pause with what the last step yielded, so that the page can show it. */
  readonly onPause?: ((step: Step) => void) | undefined;
}

/** Pauses that let Excel and the page run: timers are held back when nested, a message is not. */
class Pauses {
  readonly #channel = new MessageChannel();

  next(): Promise<void> {
    return new Promise((resolve) => {
      this.#channel.port1.onmessage = () => resolve();
      this.#channel.port2.postMessage(null);
    });
  }

  end(): void {
    this.#channel.port1.close();
  }
}

/** Lets Excel and the page run, so that the time of what was done and of what follows do not add up. */
export async function pause(): Promise<void> {
  const pauses = new Pauses();
  await pauses.next();
  pauses.end();
}

/** Runs a computation that yields between its steps, pausing before it and often enough for the page to stay responsive. */
export async function runInSlices<Step, T>(
  steps: Generator<Step, T>,
  { signal, onPause }: SliceOptions<Step> = {},
): Promise<T> {
  const pauses = new Pauses();
  try {
    await pauses.next();
    let started = performance.now();
    for (;;) {
      const step = steps.next();
      if (step.done === true) return step.value;
      if (performance.now() - started < SLICE_MS) continue;
      onPause?.(step.value);
      await pauses.next();
      signal?.throwIfAborted();
      started = performance.now();
    }
  } finally {
    pauses.end();
  }
}
