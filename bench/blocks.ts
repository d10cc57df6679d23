/**
 * Watches where the thread goes while a task runs: our own code between two awaits, and apart from it
 * the time within requests (Microsoft's client library and the emulated host).
 */
export interface Blocks {
  /** Longest run of our own code between two awaits, in milliseconds. */
  readonly longest: number;
  /** All runs of our own code together. */
  readonly own: number;
  /** Within requests. */
  readonly requests: number;
}

interface Syncing {
  sync: (this: Syncing, passThrough?: unknown) => Promise<unknown>;
}

export async function watchBlocks(
  requestContext: { readonly prototype: Syncing },
  task: () => Promise<void>,
): Promise<Blocks> {
  let longest = 0;
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
  begin();
  try {
    await task();
    end();
  } finally {
    prototype.sync = sync;
    globalThis.MessageChannel = Channel;
  }
  return { longest, own, requests };
}
