import { FileRefusal, type ShareStep } from "../../sharing";
import { GatewayError } from "../gateway";
import { runInSlices } from "../run/slices";
import { startSharing, type SharingJob, type SharingResult } from "./makeCopy";
import type { WorkerAnswer, WorkerRequest } from "./messages";

interface RunOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((step: ShareStep) => void) | undefined;
}

/** The worker could not be started here at all. */
class NoWorker extends Error {}

function inWorker(
  request: WorkerRequest,
  { signal, onProgress }: RunOptions,
): Promise<SharingResult> {
  const worker = new Worker(new URL("./worker.ts", import.meta.url));
  return new Promise<SharingResult>((resolve, reject) => {
    let answered = false;
    // Rejects with the signal's reason, whatever that is: the executor of a promise rejects with what it throws.
    const cancel = (): void => resolve(new Promise(() => signal?.throwIfAborted()));
    signal?.addEventListener("abort", cancel, { once: true });
    worker.addEventListener("error", ({ message }) => {
      reject(answered ? new GatewayError({ kind: "unknown", detail: message }) : new NoWorker());
    });
    worker.addEventListener("message", ({ data }: MessageEvent<WorkerAnswer>) => {
      answered = true;
      switch (data.kind) {
        case "step":
          onProgress?.(data.step);
          return;
        case "done":
          resolve(data.result);
          return;
        case "refused":
          reject(new FileRefusal(data.code, data.part));
          return;
        case "failed":
          reject(new GatewayError({ kind: "unknown", detail: data.message }));
      }
    });
    worker.postMessage(request);
  }).finally(() => worker.terminate());
}

/**
 * Does a piece of work on a file beside the page, in a worker; where there is none, in slices between which the
 * page can run. @throws FileRefusal, or what the signal throws.
 */
export async function runSharing(
  bytes: Uint8Array,
  job: SharingJob,
  options: RunOptions,
): Promise<SharingResult> {
  options.signal?.throwIfAborted();
  if (typeof Worker !== "undefined") {
    try {
      return await inWorker({ bytes, job }, options);
    } catch (error) {
      if (!(error instanceof NoWorker)) throw error;
    }
  }
  return runInSlices(startSharing(bytes, job), {
    signal: options.signal,
    onPause: options.onProgress,
  });
}
