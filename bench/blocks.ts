import { PerformanceObserver, performance } from "node:perf_hooks";

/**
 * Watches where the thread goes while a task runs: our own code between two awaits, and apart from it
 * the time within requests (Microsoft's client library and the emulated host).
 */
export interface Blocks {
  /** The whole task, in milliseconds. */
  readonly took: number;
  /** Longest run of our own code between two awaits, in milliseconds. */
  readonly longest: number;
  /** The same without the time of the garbage collector in each run. */
  readonly longestWithoutCollection: number;
  /** All runs of our own code together. */
  readonly own: number;
  /** Within requests. */
  readonly requests: number;
}

interface Span {
  readonly start: number;
  readonly duration: number;
}

/** The time of the garbage collector is taken off runs that are longer, in milliseconds. */
const RUN_WORTH_NOTING_MS = 20;

/** Records when the garbage collector is at work; the engine reports it a little later. */
class GarbageCollection {
  readonly #spans: Span[] = [];
  readonly #observer = new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries())
      this.#spans.push({ start: startTime, duration });
  });

  constructor() {
    this.#observer.observe({ entryTypes: ["gc"] });
  }

  /** The longest of the runs, in milliseconds, without the garbage collector's share. */
  async longestWithout(runs: readonly Span[]): Promise<number> {
    await new Promise((resolve) => setTimeout(resolve, 100));
    this.#observer.disconnect();
    const own = ({ start, duration }: Span): number => {
      const end = start + duration;
      let rest = duration;
      for (const span of this.#spans)
        rest -= Math.max(
          0,
          Math.min(end, span.start + span.duration) - Math.max(start, span.start),
        );
      return rest;
    };
    return runs.reduce((longest, run) => Math.max(longest, own(run)), 0);
  }
}

interface Syncing {
  sync: (this: Syncing, passThrough?: unknown) => Promise<unknown>;
}

export async function watchBlocks(
  requestContext: { readonly prototype: Syncing },
  task: () => Promise<void>,
): Promise<Blocks> {
  let longest = 0;
  const collection = new GarbageCollection();
  const runs: Span[] = [];
  let own = 0;
  let requests = 0;
  let since = 0;
  const begin = (): void => {
    since = performance.now();
  };
  const end = (): void => {
    const run = performance.now() - since;
    own += run;
    longest = Math.max(longest, run);
    if (run > RUN_WORTH_NOTING_MS) runs.push({ start: since, duration: run });
  };

  const { prototype } = requestContext;
  const sync = prototype.sync;
  prototype.sync = async function (this: Syncing, passThrough) {
    end();
    const sent = performance.now();
    try {
      return await sync.call(this, passThrough);
    } finally {
      requests += performance.now() - sent;
      begin();
    }
  };
  // The tasks pause by a message to themselves: the pause ends when it is delivered.
  const Channel = globalThis.MessageChannel;
  class WatchedChannel extends Channel {
    constructor() {
      super();
      this.port1.addEventListener("message", begin);
      const post = this.port2.postMessage.bind(this.port2);
      this.port2.postMessage = (message: unknown) => {
        end();
        post(message);
      };
    }
  }
  globalThis.MessageChannel = WatchedChannel;
  const started = performance.now();
  begin();
  try {
    await task();
    end();
  } finally {
    prototype.sync = sync;
    globalThis.MessageChannel = Channel;
  }
  const took = performance.now() - started;
  const longestWithoutCollection = await collection.longestWithout(runs);
  return { took, longest, longestWithoutCollection, own, requests };
}
