import type { HistoryPlan, WhoAnswer, WhoAnswers } from "../../views";
import { loadHistory, type HistoryFound, type PickedFile } from "../../tasks";
import { sayHistoryNotWritten, sayHistoryWritten } from "../../wording";
import type { PaneStore } from "../shell/paneStore";
import { sheetStoreOf } from "./sheetStore";

/** Earlier files as they were read, what HR has answered, and what would be written. */
export interface HistoryShown {
  readonly found: HistoryFound;
  readonly answers: WhoAnswers;
  readonly plan: HistoryPlan;
}

/** "导入历史成绩": what the dialog shows, or null while it is closed. */
export class HistoryStore {
  readonly #pane: PaneStore;
  readonly #listeners = new Set<() => void>();
  #shown: HistoryShown | null = null;

  constructor(pane: PaneStore) {
    this.#pane = pane;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly read = (): HistoryShown | null => this.#shown;

  readonly close = (): void => this.#set(null);

  /** Reads the picked files, and shows what would be written. */
  readonly pick = (files: readonly PickedFile[]): Promise<void> =>
    files.length === 0
      ? Promise.resolve()
      : this.#pane.perform({ stage: "opening", cancellable: true }, async (signal) => {
          const { readHistoryFiles } = await loadHistory();
          const found = await readHistoryFiles(files, await this.#pane.taskOptions(signal));
          if (found.kind === "history") await this.#show(found, new Map());
          else this.#pane.trouble(found);
        });

  /** HR says of which year the first month of a file is. */
  readonly giveYear = (file: string, year: number): Promise<void> => {
    const shown = this.#shown;
    if (shown === null) return Promise.resolve();
    return this.#pane.perform(
      { stage: "opening", cancellable: false, quiet: true },
      async (signal) => {
        const { giveYears } = await loadHistory();
        const years = new Map(shown.found.years).set(file, year);
        const options = await this.#pane.taskOptions(signal);
        await this.#show(await giveYears(shown.found, years, options), shown.answers);
      },
    );
  };

  /** HR says who people of the files are; null takes an answer back. */
  readonly answer = async (
    given: readonly (readonly [string, WhoAnswer | null])[],
  ): Promise<void> => {
    const shown = this.#shown;
    if (shown === null) return;
    const answers = new Map(shown.answers);
    for (const [key, answer] of given) {
      if (answer === null) answers.delete(key);
      else answers.set(key, answer);
    }
    // The answer is seen at once, what it changes when it is known.
    this.#set({ ...shown, answers });
    await this.#show(shown.found, answers);
  };

  /** Writes what is shown into 历史成绩. */
  readonly import = async (): Promise<void> => {
    const shown = this.#shown;
    if (shown === null) return;
    this.close();
    let written = false;
    const write = async (signal: AbortSignal): Promise<void> => {
      const { writeHistory } = await loadHistory();
      const options = await this.#pane.taskOptions(signal);
      const result = await writeHistory(shown.plan, options, this.#pane.gateway, {
        signal,
        onProgress: ({ rows, of }) => this.#pane.progress({ stage: "writing", done: rows, of }),
      });
      if (result.kind !== "written") {
        this.#pane.refuse((language) => sayHistoryNotWritten(result.kind, language));
        return;
      }
      written = true;
      sheetStoreOf(this.#pane).remember(result.undo);
      this.#pane.tell((language) => sayHistoryWritten(result.rows, language));
    };
    const activity = { stage: "writing", cancellable: true } as const;
    await this.#pane.perform(activity, write, () =>
      written ? this.#pane.revalidate() : Promise.resolve(),
    );
  };

  async #show(found: HistoryFound, answers: WhoAnswers): Promise<void> {
    const { planOfHistory } = await loadHistory();
    const plan = await planOfHistory(found, answers);
    // Whoever has answered once more meanwhile sees that.
    if (this.#shown !== null && this.#shown.found === found && this.#shown.answers !== answers)
      return;
    this.#set({ found, answers, plan });
  }

  #set(shown: HistoryShown | null): void {
    this.#shown = shown;
    for (const listener of this.#listeners) listener();
  }
}

const stores = new WeakMap<PaneStore, HistoryStore>();

/** The one of a pane. */
export function historyStoreOf(pane: PaneStore): HistoryStore {
  const known = stores.get(pane);
  if (known !== undefined) return known;
  const store = new HistoryStore(pane);
  stores.set(pane, store);
  return store;
}
