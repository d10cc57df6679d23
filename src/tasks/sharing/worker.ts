// A page of its own thread: it makes copies while the pane stays fluent, and is ended to cancel.
import { startSharing } from "./makeCopy";
import { answerOfError, type WorkerAnswer, type WorkerRequest } from "./messages";

/** Milliseconds between two words about the progress. */
const PAUSE = 100;

function answer(message: WorkerAnswer, transfer: Transferable[] = []): void {
  globalThis.postMessage(message, { transfer });
}

function work({ bytes, job }: WorkerRequest): void {
  const steps = startSharing(bytes, job);
  let told = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done === true) {
      const result = step.value;
      const transfer = result.kind === "copy" ? [result.copy.bytes.buffer] : [];
      answer({ kind: "done", result }, transfer);
      return;
    }
    if (performance.now() - told < PAUSE) continue;
    told = performance.now();
    answer({ kind: "step", step: step.value });
  }
}

globalThis.addEventListener("message", ({ data }: MessageEvent<WorkerRequest>) => {
  try {
    work(data);
  } catch (error) {
    answer(answerOfError(error));
  }
});
