import type { Fix, FormulaColumnKind } from "../../views";
import {
  changeCells,
  editsOf,
  findSafeFixes,
  formulaEdits,
  offerFormulas,
  startScoreSheet,
  takeBack,
  writeResults,
  type FormulasOffered,
  type SheetEdits,
  type SheetUndo,
  type WriteProgress,
} from "../../tasks";
import {
  sayCellsChanged,
  sayCellsRestored,
  sayNoFixes,
  saySheetWritten,
  type Language,
} from "../../wording";
import type { PaneStore } from "../shell/paneStore";

/** What is shown for HR to look at before anything is written. */
export type Preview =
  | { readonly kind: "fixes"; readonly fixes: readonly Fix[] }
  | { readonly kind: "formulas"; readonly offered: FormulasOffered };

export interface SheetActionState {
  readonly preview: Preview | null;
  /** The way back of the last change; null where there is none. */
  readonly undo: SheetUndo | null;
}

/** What can be done to HR's sheets from the page 校验: each change is previewed first and can be taken back. */
export class SheetStore {
  readonly pane: PaneStore;
  readonly #listeners = new Set<() => void>();
  #state: SheetActionState = { preview: null, undo: null };

  constructor(pane: PaneStore) {
    this.pane = pane;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly read = (): SheetActionState => this.#state;

  readonly close = (): void => this.#set({ preview: null });

  /** Looks for what can be fixed safely, and shows it. */
  readonly previewFixes = (): Promise<void> =>
    this.pane.perform({ stage: "reading", cancellable: true }, async (signal) => {
      const found = await findSafeFixes(await this.pane.taskOptions(signal));
      if (found.kind !== "fixes") this.pane.trouble(found);
      else if (found.fixes.length === 0) this.pane.tell(sayNoFixes);
      else this.#set({ preview: found });
    });

  readonly applyFixes = (fixes: readonly Fix[]): Promise<void> => this.#change(editsOf(fixes));

  /** Looks what can be put beside the columns of the sheet, and shows it. */
  readonly previewFormulas = (): Promise<void> =>
    this.pane.perform({ stage: "reading", cancellable: true }, async (signal) => {
      const offered = await offerFormulas(await this.pane.taskOptions(signal));
      if (offered.kind === "formulas") this.#set({ preview: { kind: "formulas", offered } });
      else this.pane.trouble(offered);
    });

  readonly insertFormulas = (offered: FormulasOffered, kind: FormulaColumnKind): Promise<void> => {
    const edits = formulaEdits(offered, kind);
    return edits === null ? Promise.resolve() : this.#change([edits]);
  };

  /** What was written can be taken back from now on, and nothing before it. */
  readonly remember = (undo: SheetUndo): void => this.#set({ undo });

  /** Takes the last change back. */
  readonly undo = async (): Promise<void> => {
    const { undo } = this.#state;
    if (undo === null) return;
    const take = async (): Promise<void> => {
      const { changed, skipped } = await takeBack(this.pane.gateway, undo);
      this.#set({ undo: null });
      this.pane.tell((language) => sayCellsRestored(changed, skipped, language));
    };
    const activity = { stage: "writing", cancellable: false } as const;
    await this.pane.perform(activity, take, this.pane.revalidate);
  };

  readonly writeResults = (language: Language, otherReadings: boolean): Promise<void> => {
    const { validation } = this.pane.read();
    if (validation === null) return Promise.resolve();
    return this.pane.perform({ stage: "writing", cancellable: true }, async (signal) => {
      const { sheet, refreshed } = await writeResults(
        this.pane.gateway,
        validation.report,
        validation.sheet,
        language,
        { otherReadings },
        { signal, onProgress: this.#progress },
      );
      this.pane.tell((spoken) => saySheetWritten(sheet.name, refreshed, spoken));
    });
  };

  readonly startSheet = (language: Language, examples: boolean): Promise<void> =>
    this.pane.perform({ stage: "writing", cancellable: true }, async (signal) => {
      const { gateway, policy, today } = this.pane;
      const started = await startScoreSheet(
        gateway,
        await policy.load(),
        today(),
        language,
        { examples },
        { signal, onProgress: this.#progress },
      );
      if (started.kind !== "written") this.pane.trouble(started);
      else this.pane.tell((spoken) => saySheetWritten(started.sheet.name, false, spoken));
      await this.pane.start();
    });

  async #change(edits: readonly SheetEdits[]): Promise<void> {
    this.close();
    const change = async (signal: AbortSignal): Promise<void> => {
      const { changed, skipped, undo } = await changeCells(this.pane.gateway, edits, {
        signal,
        onProgress: this.#progress,
      });
      this.#set({ undo: changed > 0 ? { edits: undo, created: [] } : null });
      this.pane.tell((language) => sayCellsChanged(changed, skipped, language));
    };
    const activity = { stage: "writing", cancellable: true } as const;
    await this.pane.perform(activity, change, this.pane.revalidate);
  }

  readonly #progress = ({ rows, of }: WriteProgress): void =>
    this.pane.progress({ stage: "writing", done: rows, of });

  #set(change: Partial<SheetActionState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}

const stores = new WeakMap<PaneStore, SheetStore>();

/** The one store of a pane: what can be undone outlives the page. */
export function sheetStoreOf(pane: PaneStore): SheetStore {
  const known = stores.get(pane);
  if (known !== undefined) return known;
  const store = new SheetStore(pane);
  stores.set(pane, store);
  return store;
}
