// A worker: it makes copies on its own thread while the pane stays responsive, and is terminated to cancel.
import { finishSharing } from "./makeCopy";
import { answerOfError, type WorkerAnswer, type WorkerRequest } from "./messages";

/** Milliseconds between two progress messages. */
const PROGRESS_EVERY_MS = 100;

function answer(message: WorkerAnswer, transfer: Transferable[] = []): void {
  globalThis.postMessage(message, { transfer });
}

async function work({ bytes, job }: WorkerRequest): Promise<void> {
  let told = performance.now();
  const result = await finishSharing(bytes, job, ({ done, total }) => {
    if (performance.now() - told < PROGRESS_EVERY_MS) return;
    told = performance.now();
    answer({ kind: "step", step: { done, total } });
  });
  const transfer = result.kind === "copy" ? [result.copy.bytes.buffer] : [];
  answer({ kind: "done", result }, transfer);
}

globalThis.addEventListener("message", ({ data }: MessageEvent<WorkerRequest>) => {
  work(data).catch((error: unknown) => answer(answerOfError(error)));
});
