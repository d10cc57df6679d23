import { FileRefusal, type ShareStep } from "../../sharing";
import type { SharingJob, SharingResult } from "./makeCopy";

/** What a worker is asked. */
export interface WorkerRequest {
  readonly bytes: Uint8Array;
  readonly job: SharingJob;
}

/** What a worker answers: steps, and one of the others at the end. */
export type WorkerAnswer =
  | { readonly kind: "step"; readonly step: ShareStep }
  | { readonly kind: "done"; readonly result: SharingResult }
  | { readonly kind: "refused"; readonly code: FileRefusal["code"]; readonly part: string | null }
  | { readonly kind: "failed"; readonly message: string };

/** An error as a message carries it: its class would not survive. */
export function answerOfError(error: unknown): WorkerAnswer {
  if (error instanceof FileRefusal) return { kind: "refused", code: error.code, part: error.part };
  return { kind: "failed", message: error instanceof Error ? error.message : String(error) };
}
