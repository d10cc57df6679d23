import type { SheetRef } from "../../grid";
import {
  forgetColumns,
  loadHistory,
  type ColumnChoices,
  type ColumnData,
  type HistoryFound,
} from "../../tasks";
import type { ColumnsOwner, ColumnsState } from "../columns/columnsStore";
import type { Pane } from "../shell/pane";
import { Store } from "../common/store";

/** What the dialog of a file's headings needs of the import that it belongs to. */
export interface FilesImported {
  readonly found: () => HistoryFound | null;
  /** Reads the files once more, by what HR has said; a year where one was given for a file. */
  readonly readAgain: (file: string, year: number | null) => Promise<void>;
}

type FilePane = Pick<Pane, "gateway" | "tasks" | "month">;

/** The dialog in which HR corrects the columns of a file that is imported. */
export class FileColumnsStore extends Store<ColumnsState> implements ColumnsOwner {
  readonly #pane: FilePane;
  readonly #files: FilesImported;
  #file = "";

  constructor(pane: FilePane, files: FilesImported) {
    super({ shown: null });
    this.#pane = pane;
    this.#files = files;
  }

  /** Shows the first sheet of a file that is in doubt. */
  readonly openFile = (file: string): Promise<void> => {
    this.#file = file;
    return this.#show(null, null);
  };

  readonly open = (sheet: SheetRef, headerRow: number | null = null): Promise<void> =>
    this.#show(sheet.id, headerRow);

  readonly close = (): void => this.set({ shown: null });

  readonly save = (shown: ColumnData, choices: ColumnChoices): Promise<void> =>
    this.#remember("savingColumns", async (found) => {
      const { saveFileColumns } = await loadHistory();
      return saveFileColumns(found, this.#file, shown, choices, this.#pane);
    });

  readonly forget = (): Promise<void> => {
    const { shown } = this.read();
    if (shown === null) return Promise.resolve();
    return this.#remember("forgettingColumns", async () => {
      await forgetColumns(this.#pane, shown.known);
      return null;
    });
  };

  async #show(sheet: string | null, headerRow: number | null): Promise<void> {
    await this.#pane.tasks.perform(
      { doing: "loadingColumns", stage: "loading", cancellable: true, quiet: true },
      async (signal) => {
        const found = this.#files.found();
        if (found === null) return;
        const { readFileColumns } = await loadHistory();
        const options = await this.#pane.month.taskOptions(signal);
        const place = { file: this.#file, sheet, headerRow };
        this.set({ shown: await readFileColumns(found, place, options) });
      },
    );
  }

  /** Writes into the workbook's memory, then reads the files by it. */
  async #remember(
    doing: "savingColumns" | "forgettingColumns",
    write: (found: HistoryFound) => Promise<number | null>,
  ): Promise<void> {
    const found = this.#files.found();
    this.close();
    if (found === null) return;
    const said: { readonly year: number | null }[] = [];
    await this.#pane.tasks.perform({ doing, stage: "saving", cancellable: false }, async () => {
      said.push({ year: await write(found) });
    });
    for (const { year } of said) await this.#files.readAgain(this.#file, year);
  }
}
