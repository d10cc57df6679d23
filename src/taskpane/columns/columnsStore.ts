import type { Finding } from "../../findings";
import type { SheetRef } from "../../grid";
import {
  changeSheetMemory,
  forgetColumns,
  readColumns,
  saveColumns,
  withLeft,
  withZero,
  type ColumnChoices,
  type ColumnsRead,
} from "../../tasks";
import { mappingWords } from "../../wording";
import type { PaneStore } from "../shell/paneStore";

/** The dialog in which HR corrects the columns: what it shows, or null while it is closed. */
export class ColumnsStore {
  readonly #pane: PaneStore;
  readonly #listeners = new Set<() => void>();
  #shown: ColumnsRead | null = null;

  constructor(pane: PaneStore) {
    this.#pane = pane;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly read = (): ColumnsRead | null => this.#shown;

  /** Reads the first rows of the sheet and shows them; again with another row as the header. */
  readonly open = (sheet: SheetRef, headerRow: number | null = null): Promise<void> =>
    this.#pane.perform({ stage: "reading", cancellable: true, quiet: true }, async (signal) => {
      this.#show(await readColumns(await this.#pane.taskOptions(signal), sheet, headerRow));
    });

  readonly close = (): void => this.#show(null);

  /** Remembers what HR has said of the columns that were shown. */
  readonly save = async (shown: ColumnsRead, choices: ColumnChoices): Promise<void> => {
    this.close();
    await this.#remember(() => saveColumns(this.#pane, shown, choices));
  };

  readonly putOff = (): void => this.#pane.putOffDoubt();

  readonly forget = async (): Promise<void> => {
    const shown = this.#shown;
    if (shown === null) return;
    this.close();
    await this.#remember(() => forgetColumns(this.#pane, shown.sheet));
  };

  /** HR says that a 0 is a score, or takes that back. */
  readonly confirmZero = ({ person, month }: Finding, confirmed: boolean): Promise<void> =>
    person === null || month === null
      ? Promise.resolve()
      : this.#remember(() =>
          changeSheetMemory(this.#pane.gateway, (stored) =>
            withZero(stored, person, month, confirmed),
          ),
        );

  /** HR says that somebody left, or takes that back. */
  readonly sayLeft = (
    who: { readonly employeeId: string; readonly name: string },
    left: boolean,
  ): Promise<void> =>
    this.#remember(() =>
      changeSheetMemory(this.#pane.gateway, (stored) => withLeft(stored, who, left)),
    );

  /** Writes into the workbook's memory, then validates with it. */
  async #remember(write: () => Promise<void>): Promise<void> {
    let written = false;
    await this.#pane.perform({ stage: "saving", cancellable: false }, async () => {
      await write();
      written = true;
    });
    if (!written) return;
    await this.#pane.validate();
    this.#pane.tell((language) => ({ what: mappingWords(language).saved, next: "" }));
  }

  #show(shown: ColumnsRead | null): void {
    this.#shown = shown;
    for (const listener of this.#listeners) listener();
  }
}

const stores = new WeakMap<PaneStore, ColumnsStore>();

/** The one of a pane. */
export function columnsStoreOf(pane: PaneStore): ColumnsStore {
  let store = stores.get(pane);
  if (store === undefined) stores.set(pane, (store = new ColumnsStore(pane)));
  return store;
}
