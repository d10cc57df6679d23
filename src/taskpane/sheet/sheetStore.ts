import type { Fix, FormulaColumnKind } from "../../views";
import {
  changeCells,
  editsOf,
  findSafeFixes,
  formulaEdits,
  offerFormulas,
  type OpenedMonth,
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
  type PaneMessage,
} from "../../wording";
import type { Pane } from "../shell/pane";
import { Store, perPane } from "../common/store";

/** What is shown for HR to look at before anything is written. */
export type Preview =
  | { readonly kind: "fixes"; readonly fixes: readonly Fix[] }
  | { readonly kind: "formulas"; readonly offered: FormulasOffered };

/** Takes back something else than cells; returns what is said then. Fails as the gateway does. */
export type TakeBack = () => Promise<(language: Language) => PaneMessage>;

export interface SheetActionState {
  readonly preview: Preview | null;
  /** The way back of the last change; null where there is none. */
  readonly undo: SheetUndo | TakeBack | null;
  /** Whether written results have the amounts under other readings, too. */
  readonly otherReadings: boolean;
}

const INITIAL: SheetActionState = { preview: null, undo: null, otherReadings: false };

type SheetPane = Pick<Pane, "gateway" | "policy" | "today" | "tasks" | "notices" | "month">;

/** What can be done to HR's sheets from the page 校验: each change is previewed first and can be taken back. */
export class SheetStore extends Store<SheetActionState> {
  readonly #pane: SheetPane;

  constructor(pane: SheetPane) {
    super(INITIAL);
    this.#pane = pane;
  }

  readonly close = (): void => this.set({ preview: null });

  /** Finds what can be fixed safely, and shows it. */
  readonly previewFixes = (): Promise<void> =>
    this.#pane.tasks.perform(
      { doing: "findingFixes", stage: "loading", cancellable: true },
      async (signal) => {
        const opened = await this.#opened(signal);
        if (opened === null) return;
        const { gateway, tasks } = this.#pane;
        const fixes = await findSafeFixes(opened, { gateway, signal, onProgress: tasks.progress });
        if (fixes.length === 0) this.#pane.notices.tell(sayNoFixes);
        else this.set({ preview: { kind: "fixes", fixes } });
      },
    );

  readonly applyFixes = (fixes: readonly Fix[]): Promise<void> =>
    this.#change(editsOf(fixes), "applyingFixes");

  /** Finds what can be put beside the columns of the sheet, and shows it. */
  readonly previewFormulas = (): Promise<void> =>
    this.#pane.tasks.perform(
      { doing: "offeringFormulas", stage: "loading", cancellable: true },
      async (signal) => {
        const opened = await this.#opened(signal);
        if (opened === null) return;
        const offered = offerFormulas(opened, this.#pane.month.read().month);
        this.set({ preview: { kind: "formulas", offered } });
      },
    );

  readonly insertFormulas = (offered: FormulasOffered, kind: FormulaColumnKind): Promise<void> => {
    const edits = formulaEdits(offered, kind);
    return edits === null ? Promise.resolve() : this.#change([edits], "insertingFormulas");
  };

  /** What was written can be taken back from now on, and nothing before it. */
  readonly remember = (undo: SheetUndo): void => this.set({ undo });

  /** The same for what is kept of the month beside its cells. */
  readonly rememberAction = (undo: TakeBack): void => this.set({ undo });

  /** Takes the last change back. */
  readonly undo = async (): Promise<void> => {
    const { undo } = this.read();
    if (undo === null) return;
    if (typeof undo === "function") return this.#takeBack(undo);
    const take = async (): Promise<void> => {
      const { changed, skipped } = await takeBack(this.#pane.gateway, undo);
      this.set({ undo: null });
      this.#pane.notices.tell((language) => sayCellsRestored(changed, skipped, language));
    };
    const activity = { doing: "takingBack", stage: "writing", cancellable: false } as const;
    await this.#pane.tasks.perform(activity, take, this.#pane.month.revalidate);
  };

  #takeBack(undo: TakeBack): Promise<void> {
    const activity = { doing: "takingBack", stage: "saving", cancellable: false } as const;
    return this.#pane.tasks.perform(activity, async () => {
      const say = await undo();
      this.set({ undo: null });
      this.#pane.notices.tell(say);
    });
  }

  readonly chooseOtherReadings = (otherReadings: boolean): void => this.set({ otherReadings });

  readonly writeResults = (language: Language): Promise<void> => {
    const { otherReadings } = this.read();
    const { validation } = this.#pane.month.read();
    if (validation === null) return Promise.resolve();
    return this.#pane.tasks.perform(
      { doing: "writingResults", stage: "writing", cancellable: true },
      async (signal) => {
        const { sheet, refreshed } = await writeResults(
          this.#pane.gateway,
          validation.report,
          validation.sheet,
          language,
          { otherReadings },
          { signal, onProgress: this.#progress },
        );
        this.#pane.notices.tell((spoken) => saySheetWritten(sheet.name, refreshed, spoken));
      },
    );
  };

  readonly startSheet = (language: Language, examples: boolean): Promise<void> =>
    this.#pane.tasks.perform(
      { doing: "startingScoreSheet", stage: "writing", cancellable: true },
      async (signal) => {
        const { gateway, policy, today } = this.#pane;
        const started = await startScoreSheet(
          gateway,
          await policy.load(),
          today(),
          language,
          { examples },
          { signal, onProgress: this.#progress },
        );
        if (started.kind !== "written") this.#pane.tasks.fail(started);
        else
          this.#pane.notices.tell((spoken) => saySheetWritten(started.sheet.name, false, spoken));
        await this.#pane.month.start();
      },
    );

  /** The open month; null where there is none, which is said. */
  async #opened(signal: AbortSignal): Promise<OpenedMonth | null> {
    const { month, tasks } = this.#pane;
    const opened = await month.open({ signal, onProgress: tasks.progress });
    if (opened.kind === "opened") return opened;
    tasks.fail(opened);
    return null;
  }

  async #change(
    edits: readonly SheetEdits[],
    doing: "applyingFixes" | "insertingFormulas",
  ): Promise<void> {
    this.close();
    const change = async (signal: AbortSignal): Promise<void> => {
      const { changed, skipped, undo } = await changeCells(this.#pane.gateway, edits, {
        signal,
        onProgress: this.#progress,
      });
      this.set({ undo: changed > 0 ? { edits: undo, created: [] } : null });
      this.#pane.notices.tell((language) => sayCellsChanged(changed, skipped, language));
    };
    const activity = { doing, stage: "writing", cancellable: true } as const;
    await this.#pane.tasks.perform(activity, change, this.#pane.month.revalidate);
  }

  readonly #progress = ({ rows, of }: WriteProgress): void =>
    this.#pane.tasks.progress({ stage: "writing", done: rows, of });
}

/** One store per pane: what can be undone outlives the page. */
export const sheetStoreOf = perPane(SheetStore);
