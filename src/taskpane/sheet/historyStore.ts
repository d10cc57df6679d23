import type { HistoryPlan, WhoAnswer, WhoAnswers } from "../../views";
import type { SheetRef } from "../../grid";
import {
  changeSheetMemory,
  loadHistory,
  withAlongside,
  type HistoryFound,
  type PickedFile,
} from "../../tasks";
import { FileColumnsStore } from "./fileColumnsStore";
import { sayHistoryNotWritten, sayHistoryWritten } from "../../wording";
import type { Pane } from "../shell/pane";
import { sheetStoreOf } from "./sheetStore";
import { Store, perPane } from "../common/store";

/** Earlier files as they were read, what HR has answered, and what would be written. */
export interface HistoryShown {
  readonly found: HistoryFound;
  readonly answers: WhoAnswers;
  readonly plan: HistoryPlan;
}

export interface HistoryState {
  /** What the dialog shows; null while it is closed. */
  readonly shown: HistoryShown | null;
}

type HistoryPane = Pick<Pane, "gateway" | "policy" | "today" | "tasks" | "notices" | "month">;

/** "导入历史成绩": the dialog of earlier files. */
export class HistoryStore extends Store<HistoryState> {
  readonly #pane: HistoryPane;

  constructor(pane: HistoryPane) {
    super({ shown: null });
    this.#pane = pane;
    this.columns = new FileColumnsStore(pane, {
      found: () => this.read().shown?.found ?? null,
      readAgain: this.#readAgain,
    });
  }

  readonly close = (): void => this.set({ shown: null });

  /** Reads the picked files, and shows what would be written. */
  readonly pick = (files: readonly PickedFile[]): Promise<void> =>
    files.length === 0
      ? Promise.resolve()
      : this.#pane.tasks.perform(
          { doing: "loadingHistory", stage: "opening", cancellable: true },
          async (signal) => {
            const { readHistoryFiles } = await loadHistory();
            const found = await readHistoryFiles(files, await this.#pane.month.taskOptions(signal));
            if (found.kind === "history") await this.#show(found, new Map());
            else this.#pane.tasks.fail(found);
          },
        );

  /** The headings of the files, for HR to correct. */
  readonly columns: FileColumnsStore;

  /** HR says of which year the first month of a file is. */
  readonly giveYear = (file: string, year: number): Promise<void> => this.#readAgain(file, year);

  /** HR says whether the levels of a sheet of the files are taken. */
  readonly readAlong = async (sheet: SheetRef, use: boolean): Promise<void> => {
    let written = false;
    await this.#pane.tasks.perform(
      { doing: "savingColumns", stage: "saving", cancellable: false },
      async () => {
        await changeSheetMemory(this.#pane.gateway, (stored) => withAlongside(stored, sheet, use));
        written = true;
      },
    );
    if (written) await this.#readAgain("", null);
  };

  /** HR says who the people of the files are; null withdraws an answer. */
  readonly answer = async (
    given: readonly (readonly [string, WhoAnswer | null])[],
  ): Promise<void> => {
    const { shown } = this.read();
    if (shown === null) return;
    const answers = new Map(shown.answers);
    for (const [key, answer] of given) {
      if (answer === null) answers.delete(key);
      else answers.set(key, answer);
    }
    // The answer is seen at once, what it changes when it is known.
    this.set({ shown: { ...shown, answers } });
    await this.#show(shown.found, answers);
  };

  /** Writes what is shown into 历史成绩. */
  readonly import = async (): Promise<void> => {
    const { shown } = this.read();
    if (shown === null) return;
    this.close();
    let written = false;
    const write = async (signal: AbortSignal): Promise<void> => {
      const { writeHistory } = await loadHistory();
      const options = await this.#pane.month.taskOptions(signal);
      const result = await writeHistory(shown.plan, options, this.#pane.gateway, {
        signal,
        onProgress: ({ rows, of }) =>
          this.#pane.tasks.progress({ stage: "writing", done: rows, of }),
      });
      if (result.kind !== "written") {
        this.#pane.notices.refuse((language) => sayHistoryNotWritten(result.kind, language));
        return;
      }
      written = true;
      sheetStoreOf(this.#pane).remember(result.undo);
      this.#pane.notices.tell((language) => sayHistoryWritten(result.rows, language));
    };
    const activity = { doing: "writingHistory", stage: "writing", cancellable: true } as const;
    await this.#pane.tasks.perform(activity, write, () =>
      written ? this.#pane.month.revalidate() : Promise.resolve(),
    );
  };

  /** Reads the files once more, by what HR has said since. */
  readonly #readAgain = (file: string, year: number | null): Promise<void> => {
    const { shown } = this.read();
    if (shown === null) return Promise.resolve();
    return this.#pane.tasks.perform(
      { doing: "loadingHistory", stage: "opening", cancellable: false, quiet: true },
      async (signal) => {
        const { readAgain } = await loadHistory();
        const years = new Map(shown.found.years);
        if (year !== null) years.set(file, year);
        const options = await this.#pane.month.taskOptions(signal);
        await this.#show(await readAgain(shown.found, years, options), shown.answers);
      },
    );
  };

  async #show(found: HistoryFound, answers: WhoAnswers): Promise<void> {
    const { planOfHistory } = await loadHistory();
    const plan = await planOfHistory(found, answers);
    // Whoever has answered once more meanwhile sees that.
    const { shown } = this.read();
    if (shown !== null && shown.found === found && shown.answers !== answers) return;
    this.set({ shown: { found, answers, plan } });
  }
}

/** One per pane. */
export const historyStoreOf = perPane(HistoryStore);
