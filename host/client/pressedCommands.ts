/** The client's own numbers of the event that a ribbon command was pressed and of the answer that it is over. */
export const RIBBON_COMMAND = { pressed: 39, completed: 94 } as const;

/** Ribbon commands whose buttons stay pressed until the add-in says that they are over. */
export class PressedCommands {
  readonly #running = new Map<string, (status: number) => void>();
  readonly #waiting: (() => void)[] = [];
  #next = 1;

  /** A command to report to the page; `over` resolves with the page's own status, 0 for success. */
  press(): { readonly id: string; readonly over: Promise<number> } {
    const id = `command-${this.#next}`;
    this.#next += 1;
    const over = new Promise<number>((resolve) => this.#running.set(id, resolve));
    return { id, over };
  }

  /** Takes [id, status, data] from the page. */
  complete(given: readonly unknown[]): void {
    const [id, status] = given;
    const resolve = typeof id === "string" ? this.#running.get(id) : undefined;
    if (typeof id !== "string" || resolve === undefined) return;
    this.#running.delete(id);
    resolve(typeof status === "number" ? status : 0);
    if (this.#running.size === 0) for (const go of this.#waiting.splice(0)) go();
  }

  /** Resolves when no command runs. */
  completed(): Promise<void> {
    if (this.#running.size === 0) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push(resolve));
  }
}
