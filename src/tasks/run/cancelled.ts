/** Whether this is what an abort signal throws: somebody has cancelled, and nothing went wrong. */
export function isCancelled(error: unknown): boolean {
  return error instanceof DOMException && error.name === "AbortError";
}
