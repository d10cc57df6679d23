import type { CellRef } from "../../grid";
import type { ReadingId } from "../../policy";
import type { Gateway } from "../../tasks";
import { Store } from "../common/store";
import type { Notices } from "./notices";
import type { TaskRunner } from "./taskRunner";

export interface Place {
  /** The page that is open, one of `pages`. */
  readonly page: string;
  /** The reading that the page is asked to show; it forgets it when it has. */
  readonly reading: ReadingId | null;
}

/** Where the pane is, and the ways to a page, to a reading and to a cell of the workbook. */
export class Navigation extends Store<Place> {
  readonly #gateway: Pick<Gateway, "selectCell">;
  readonly #notices: Notices;
  readonly #tasks: TaskRunner;

  constructor(gateway: Pick<Gateway, "selectCell">, notices: Notices, tasks: TaskRunner) {
    super({ page: "validate", reading: null });
    this.#gateway = gateway;
    this.#notices = notices;
    this.#tasks = tasks;
  }

  /** Leads to a page; what was said on another one is not taken along. */
  readonly openPage = (page: string): void => {
    if (page === this.read().page) return;
    if (!this.#tasks.isRunning()) this.#notices.clear();
    this.set({ page });
  };

  /** Leads to the reading on the page where it is decided. */
  readonly openReading = (reading: ReadingId): void => {
    this.openPage("policy");
    this.set({ reading });
  };

  readonly readingShown = (): void => this.set({ reading: null });

  readonly select = (cell: CellRef): void => {
    this.#gateway
      .selectCell(cell)
      .catch((error: unknown) => this.#notices.complain(error, "selectingCell"));
  };
}
