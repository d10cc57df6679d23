import type { PathStep } from "../../policy";
import {
  promotionHistory,
  type PastPromotion,
  type PromotionFile,
  type PromotionPerson,
} from "../../reports";
import {
  createPromotionTable,
  readPromotions,
  recordStep,
  runInSlices,
  writeCandidates,
  writeReviews,
  type PromotionsRead,
  type SheetWritten,
  type StepEntry,
} from "../../tasks";
import { dayFromDate } from "../../units";
import {
  sayColumnLacking,
  sayNoMonth,
  sayReportWritten,
  sayStep,
  sayStepRecorded,
  sayTableCreated,
  type Language,
  type PaneTrouble,
} from "../../wording";
import { troubleOf, type PaneStore } from "../paneStore";

export interface PromotionState {
  /** Null until the workbook has been read. */
  readonly read: PromotionsRead | null;
  readonly reading: boolean;
  /** Why there is nothing to show. */
  readonly trouble: PaneTrouble | null;
  /** Null until somebody asks for it. */
  readonly history: readonly PastPromotion[] | null;
  /** Who handles the steps that are ticked. */
  readonly handledBy: string;
  readonly withReviews: boolean;
}

/** What came of a step, as the page asks to keep it. */
export type StepOutcome = Pick<StepEntry, "result" | "figure" | "note">;

/** Looking again by itself when the pane comes to the front must not be noticed, in milliseconds. */
const READ_FAST = 1_500;

/** The page "晋升": everybody's standing and steps in the open month, and what is written of them. */
export class PromotionStore {
  readonly pane: PaneStore;
  readonly #listeners = new Set<() => void>();
  #state: PromotionState = {
    read: null,
    reading: false,
    trouble: null,
    history: null,
    handledBy: "",
    withReviews: false,
  };
  #running: AbortController | null = null;
  #took = 0;

  constructor(pane: PaneStore) {
    this.pane = pane;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly state = (): PromotionState => this.#state;

  /** The page is shown: reads the workbook, and again when the pane comes to the front. Gives the way to stop. */
  readonly open = (): (() => void) => {
    const look = (): void => {
      if (this.#took < READ_FAST && this.#running === null) void this.readAgain();
    };
    window.addEventListener("focus", look);
    // HR comes back from the sheet, where rows may have been typed.
    document.documentElement.addEventListener("pointerenter", look);
    void this.readAgain();
    return () => {
      window.removeEventListener("focus", look);
      document.documentElement.removeEventListener("pointerenter", look);
      this.#running?.abort();
      this.#running = null;
    };
  };

  /** Reads scores and steps in the background; the buttons go on working. */
  readonly readAgain = async (): Promise<void> => {
    this.#running?.abort();
    const running = new AbortController();
    this.#running = running;
    const { signal } = running;
    this.#set({ reading: true });
    try {
      const started = performance.now();
      await this.pane.policy.refresh();
      const options = await this.pane.taskOptions(signal);
      const read = await readPromotions({ ...options, onProgress: undefined });
      if (signal.aborted) return;
      this.#took = performance.now() - started;
      this.#set(
        read.kind === "promotions"
          ? { read, trouble: null, history: null }
          : { read: null, trouble: read, history: null },
      );
    } catch (error) {
      if (!signal.aborted) this.#set({ read: null, trouble: troubleOf(error) });
    } finally {
      if (this.#running === running) {
        this.#running = null;
        this.#set({ reading: false });
      }
    }
  };

  readonly setHandledBy = (handledBy: string): void => this.#set({ handledBy });

  readonly setWithReviews = (withReviews: boolean): void => this.#set({ withReviews });

  readonly writeReport = (language: Language): Promise<void> =>
    this.#write((options) =>
      writeCandidates(options, { language, withReviews: this.#state.withReviews }),
    );

  readonly writeReviews = (language: Language): Promise<void> =>
    this.#write((options) => writeReviews(options, language));

  readonly createTable = (): Promise<void> =>
    this.pane.perform({ stage: "writing", cancellable: false }, async () => {
      const { read } = this.#state;
      if (read === null) return;
      const written = await createPromotionTable(
        this.pane.gateway,
        read.month.setting.policies.asOf,
      );
      this.pane.tell((language) => sayTableCreated(written?.sheet.name ?? null, language));
      await this.readAgain();
    });

  /** Writes what came of a step into 晋升流程, and shows what stands there then. */
  readonly record = (
    person: PromotionPerson,
    file: PromotionFile,
    index: number,
    outcome: StepOutcome,
  ): Promise<void> =>
    this.pane.perform({ stage: "writing", cancellable: false }, async () => {
      const { read, handledBy } = this.#state;
      const steps: readonly PathStep[] = file.steps.map(({ step }) => step);
      const step = steps[index];
      if (read === null || step === undefined) return;
      const { setting, input } = read.month;
      const recorded = await recordStep(
        this.pane.gateway,
        setting.policies.asOf,
        input.sheet.people,
        {
          person: person.row.person,
          target: file.target,
          month: file.month,
          steps,
          index,
          handledBy: handledBy.trim(),
          date: dayFromDate(new Date()),
          ...outcome,
        },
      );
      if (recorded.kind === "lacksColumn") {
        this.pane.tell((language) => sayColumnLacking(recorded.heading, language));
        return;
      }
      const states = { passed: "done", failed: "refused", pending: "open" } as const;
      this.pane.announce((language) =>
        sayStepRecorded(sayStep(step, language), states[outcome.result], language),
      );
      await this.readAgain();
    });

  /** The promotions that the sheet shows: worked out when somebody asks. */
  readonly loadHistory = async (): Promise<void> => {
    const { read, history } = this.#state;
    if (read === null || history !== null) return;
    const { input, setting, people, left, recordsOf } = read.month;
    const everybody = [...people.map(({ judged }) => judged), ...left];
    const found = await runInSlices(promotionHistory(input, setting, everybody, recordsOf));
    if (this.#state.read === read) this.#set({ history: found });
  };

  #write(
    task: (options: Awaited<ReturnType<PaneStore["taskOptions"]>>) => Promise<SheetWritten>,
  ): Promise<void> {
    return this.pane.perform({ stage: "reading", cancellable: true }, async (signal) => {
      await this.pane.policy.refresh();
      const result = await task(await this.pane.taskOptions(signal));
      switch (result.kind) {
        case "written":
          this.pane.tell((language) => sayReportWritten(result.written, language));
          break;
        case "noMonth":
          this.pane.tell(sayNoMonth);
          break;
        case "emptyWorkbook":
        case "noScoreSheet":
        case "policyUnreadable":
          this.pane.trouble(result);
          break;
      }
    });
  }

  #set(change: Partial<PromotionState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}

const stores = new WeakMap<PaneStore, PromotionStore>();

/** The page's store lives as long as the pane's, so that coming back finds what was there. */
export function promotionStoreOf(pane: PaneStore): PromotionStore {
  let store = stores.get(pane);
  if (store === undefined) stores.set(pane, (store = new PromotionStore(pane)));
  return store;
}
