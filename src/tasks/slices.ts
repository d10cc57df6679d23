import { GatewayError } from "./gateway";

/** Longest run of our own code between two pauses, in milliseconds: half of it may be a single step. */
const SLICE = 16;

export interface SliceOptions<Step> {
  readonly signal?: AbortSignal | undefined;
  /** Told before each pause what the last step said: when the page can show it. */
  readonly onPause?: ((step: Step) => void) | undefined;
}

export function throwIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw new GatewayError("cancelled");
}

/** Pauses that let Excel and the page have a turn: timers are held back when nested, a message is not. */
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

/** Runs a computation that yields between its steps, pausing often enough for the page to stay fluent. */
export async function runInSlices<Step, T>(
  steps: Generator<Step, T>,
  { signal, onPause }: SliceOptions<Step> = {},
): Promise<T> {
  const pauses = new Pauses();
  try {
    let started = performance.now();
    for (;;) {
      const step = steps.next();
      if (step.done === true) return step.value;
      if (performance.now() - started < SLICE) continue;
      onPause?.(step.value);
      await pauses.next();
      throwIfCancelled(signal);
      started = performance.now();
    }
  } finally {
    pauses.end();
  }
}
