import type { Finding, IgnoredFinding } from "../../findings";
import { ignoredEntries } from "../../tasks";
import type { IgnoredChange } from "../../tasks";
import { dayFromDate } from "../../units";
import {
  sayIgnored,
  sayIgnoringUndone,
  sayListedAgain,
  type Language,
  type PaneMessage,
} from "../../wording";
import { sheetStoreOf } from "../sheet/sheetStore";
import { perPane, Store } from "../common/store";
import type { Pane } from "../shell/pane";

export interface IgnoreState {
  /** What HR is about to set aside; null while the dialog is closed. */
  readonly asked: readonly Finding[] | null;
}

type IgnorePane = Pick<
  Pane,
  "gateway" | "policy" | "today" | "tasks" | "notices" | "navigation" | "month"
>;

/** Findings that HR sets aside with a reason, and restores (rule V9). */
class IgnoreStore extends Store<IgnoreState> {
  readonly #pane: IgnorePane;

  constructor(pane: IgnorePane) {
    super({ asked: null });
    this.#pane = pane;
  }

  readonly ask = (asked: readonly Finding[]): void => this.set({ asked });

  readonly close = (): void => this.set({ asked: null });

  /** Remembers in the workbook that these findings are set aside, and why. */
  readonly ignore = (
    findings: readonly Finding[],
    said: { readonly reason: string; readonly by: string },
  ): Promise<void> => {
    this.close();
    const { opened } = this.#pane.month.read();
    if (opened === null) return Promise.resolve();
    const on = dayFromDate(new Date());
    const add = ignoredEntries(findings, opened.judged.setting.sheet, { ...said, on });
    return this.#change({ add, remove: [] }, "ignoring", (language) =>
      sayIgnored(findings.length, language),
    );
  };

  /** Lists findings again. */
  readonly restore = (ignored: readonly IgnoredFinding[]): Promise<void> => {
    const remove = ignored.map(({ entry }) => entry);
    return this.#change({ add: [], remove }, "restoring", (language) =>
      sayListedAgain(ignored.length, language),
    );
  };

  #change(
    change: IgnoredChange,
    doing: "ignoring" | "restoring",
    say: (language: Language) => PaneMessage,
  ): Promise<void> {
    const { tasks, notices, month } = this.#pane;
    return tasks.perform({ doing, stage: "saving", cancellable: false }, async () => {
      const back = await month.ignore(change);
      sheetStoreOf(this.#pane).rememberAction(async () => {
        await month.ignore(back);
        return sayIgnoringUndone;
      });
      notices.tell(say);
    });
  }
}

export const ignoreStoreOf = perPane(IgnoreStore);
export type { IgnoreStore };
