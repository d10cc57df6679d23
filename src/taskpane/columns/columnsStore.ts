import type { Finding } from "../../findings";
import type { SheetRef } from "../../grid";
import type { Doing } from "../../problems";
import {
  changeSheetMemory,
  forgetColumns,
  readColumns,
  saveColumns,
  withAlongside,
  withLeft,
  withZero,
  type ColumnChoices,
  type ColumnData,
} from "../../tasks";
import { mappingWords } from "../../wording";
import type { Pane } from "../shell/pane";
import { Store, perPane } from "../common/store";

export interface ColumnsState {
  /** What the dialog shows; null while it is closed. */
  readonly shown: ColumnData | null;
}

/** What the dialog asks of whoever opened it. */
export interface ColumnsOwner extends Store<ColumnsState> {
  readonly open: (sheet: SheetRef, headerRow?: number | null) => Promise<void>;
  readonly save: (shown: ColumnData, choices: ColumnChoices) => Promise<void>;
  readonly forget: () => Promise<void>;
  readonly close: () => void;
}

type ColumnsPane = Pick<Pane, "gateway" | "tasks" | "notices" | "month">;

/** The dialog in which HR corrects the columns. */
export class ColumnsStore extends Store<ColumnsState> implements ColumnsOwner {
  readonly #pane: ColumnsPane;

  constructor(pane: ColumnsPane) {
    super({ shown: null });
    this.#pane = pane;
  }

  /** Reads the first rows of the sheet and shows them; again with another row as the header. */
  readonly open = (sheet: SheetRef, headerRow: number | null = null): Promise<void> =>
    this.#pane.tasks.perform(
      { doing: "loadingColumns", stage: "loading", cancellable: true, quiet: true },
      async (signal) => {
        const options = await this.#pane.month.taskOptions(signal);
        this.set({ shown: await readColumns(options, sheet, headerRow) });
      },
    );

  readonly close = (): void => this.set({ shown: null });

  /** Remembers what HR has said of the columns that were shown. */
  readonly save = async (shown: ColumnData, choices: ColumnChoices): Promise<void> => {
    this.close();
    await this.#remember("savingColumns", () => saveColumns(this.#pane, shown, choices));
  };

  readonly putOff = (): void => this.#pane.month.putOffDoubt();

  readonly forget = async (): Promise<void> => {
    const { shown } = this.read();
    if (shown === null) return;
    this.close();
    await this.#remember("forgettingColumns", () => forgetColumns(this.#pane, shown.known));
  };

  /** HR says that a 0 is a score, or withdraws that. */
  readonly confirmZero = ({ person, month }: Finding, confirmed: boolean): Promise<void> =>
    person === null || month === null
      ? Promise.resolve()
      : this.#remember("confirmingZero", () =>
          changeSheetMemory(this.#pane.gateway, (stored) =>
            withZero(stored, person, month, confirmed),
          ),
        );

  /** HR says whether another sheet of the same people is read along. */
  readonly readAlong = (sheet: SheetRef, use: boolean): Promise<void> =>
    this.#remember("savingColumns", () =>
      changeSheetMemory(this.#pane.gateway, (stored) => withAlongside(stored, sheet, use)),
    );

  /** HR says that somebody left, or withdraws that. */
  readonly sayLeft = (
    who: { readonly employeeId: string; readonly name: string },
    left: boolean,
  ): Promise<void> =>
    this.#remember("markingLeaver", () =>
      changeSheetMemory(this.#pane.gateway, (stored) => withLeft(stored, who, left)),
    );

  /** Writes into the workbook's memory, then validates with it. */
  async #remember(doing: Doing, write: () => Promise<unknown>): Promise<void> {
    let written = false;
    await this.#pane.tasks.perform({ doing, stage: "saving", cancellable: false }, async () => {
      await write();
      written = true;
    });
    if (!written) return;
    await this.#pane.month.validate();
    this.#pane.notices.tell((language) => ({ what: mappingWords(language).saved, next: "" }));
  }
}

/** One per pane. */
export const columnsStoreOf = perPane(ColumnsStore);
