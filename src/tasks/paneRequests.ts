/** What the ribbon asks of the pane. */
export type PaneRequest = "validateMonth" | "clearHighlights";

/** Answers a request; resolves when it has been carried out. */
export type PaneServer = (request: PaneRequest) => Promise<void>;

/**
 * Hands requests from the ribbon to the pane. A ribbon button may be pressed before the pane's code has
 * arrived: then the request waits for it.
 */
export class PaneRequests {
  #server: PaneServer | null = null;
  readonly #waiting: (() => void)[] = [];

  async send(request: PaneRequest): Promise<void> {
    while (this.#server === null) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    await this.#server(request);
  }

  /** The pane answers from now on; returns a function that stops it. */
  serve(server: PaneServer): () => void {
    this.#server = server;
    for (const resolve of this.#waiting.splice(0)) resolve();
    return () => {
      if (this.#server === server) this.#server = null;
    };
  }
}

/** The connection between the ribbon and the pane: both live in the same page. */
export const paneRequests = new PaneRequests();
