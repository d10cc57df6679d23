import { GatewayError } from "./gateway";

/** Longest run of our own code between two pauses, in milliseconds. */
const SLICE = 12;

/** Lets Excel and the page have a turn: timers are held back when nested, a message is not. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      channel.port1.close();
      resolve();
    };
    channel.port2.postMessage(null);
  });
}

export interface SliceOptions {
  readonly signal?: AbortSignal | undefined;
  /** Told before each pause: when the page can show something. */
  readonly onPause?: (() => void) | undefined;
}

export function throwIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw new GatewayError("cancelled");
}

/** Runs a computation that yields between its steps, pausing often enough for the page to stay fluent. */
export async function runInSlices<T>(
  steps: Generator<unknown, T>,
  { signal, onPause }: SliceOptions = {},
): Promise<T> {
  let started = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (performance.now() - started < SLICE) continue;
    onPause?.();
    await nextTurn();
    throwIfCancelled(signal);
    started = performance.now();
  }
}
