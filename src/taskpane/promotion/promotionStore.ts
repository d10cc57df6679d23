import type { PathStep } from "../../policy";
import {
  promotionHistory,
  type PastPromotion,
  type PromotionFile,
  type PromotionPerson,
} from "../../views";
import {
  createPromotionTable,
  problemOf,
  readPromotions,
  recordStep,
  runInSlices,
  writeCandidates,
  writeReviews,
  type NoSheet,
  type OpenedMonth,
  type PromotionData,
  type SheetWritten,
  type StepEntry,
} from "../../tasks";
import type { Trouble } from "../../problems";
import { dayFromDate } from "../../units";
import {
  sayColumnLacking,
  sayNoMonth,
  sayReportWritten,
  sayStep,
  sayStepRecorded,
  sayTableCreated,
  type Language,
} from "../../wording";
import type { Pane } from "../shell/pane";
import { Store, perPane } from "../common/store";

export interface PromotionState {
  /** Null until the workbook has been read. */
  readonly data: PromotionData | null;
  readonly loading: boolean;
  /** Why there is nothing to show, or nothing newer. */
  readonly trouble: Trouble | null;
  /** Null until somebody asks for it. */
  readonly history: readonly PastPromotion[] | null;
  /** Who handles the steps that are ticked. */
  readonly handledBy: string;
  readonly withReviews: boolean;
}

type Writing = Parameters<typeof writeReviews>[2];

/** What came of a step, as the page asks to keep it. */
export type StepOutcome = Pick<StepEntry, "result" | "figure" | "note">;

const INITIAL: PromotionState = {
  data: null,
  loading: false,
  trouble: null,
  history: null,
  handledBy: "",
  withReviews: false,
};

type PromotionPane = Pick<Pane, "gateway" | "tasks" | "notices" | "month">;

/** The page "晋升": everybody's standing and steps in the open month, and what is written of them. */
export class PromotionStore extends Store<PromotionState> {
  readonly #pane: PromotionPane;
  #running: AbortController | null = null;
  /** The month that is shown. */
  #shown: OpenedMonth | null = null;
  /** Whether somebody looks at the history, and what it was worked out from. */
  #wantsHistory = false;
  #historyOf: PromotionData | null = null;

  constructor(pane: PromotionPane) {
    super(INITIAL);
    this.#pane = pane;
  }

  /** The page is shown: it shows the open month as that goes on, steps that are typed too. Returns a function that stops it. */
  readonly open = (): (() => void) => {
    const stop = this.#pane.month.subscribe(this.#showOpened);
    void this.readAgain();
    return () => {
      stop();
      this.#running?.abort();
      this.#running = null;
    };
  };

  /** Whoever opens another month, or follows an edit of it, opens it for this page too. */
  readonly #showOpened = (): void => {
    const { opened } = this.#pane.month.read();
    // What is being opened for this page is shown when it is open, and what has changed meanwhile after that.
    if (opened === this.#shown || this.#running !== null) return;
    if (opened !== null) void this.#read(() => Promise.resolve(opened));
    else {
      this.#shown = null;
      this.set({ data: null, history: null });
    }
  };

  /** Shows the open month in the background; the buttons go on working. */
  readonly readAgain = (): Promise<void> =>
    this.#read((signal) => this.#pane.month.open({ signal }));

  /** Reads 晋升流程 alone; nobody is judged again. */
  #readSteps(): Promise<void> {
    return this.#read(
      async (signal) =>
        (await this.#pane.month.readSteps(signal)) ?? this.#pane.month.open({ signal }),
    );
  }

  async #read(opening: (signal: AbortSignal) => Promise<OpenedMonth | NoSheet>): Promise<void> {
    this.#running?.abort();
    const running = new AbortController();
    this.#running = running;
    const { signal } = running;
    this.set({ loading: true });
    try {
      const opened = await opening(signal);
      if (signal.aborted) return;
      if (opened.kind === "opened") {
        const data = await readPromotions(opened, signal);
        this.#shown = opened;
        this.set({ data, trouble: null });
      } else
        this.set({ data: null, trouble: { ...opened, doing: "judgingPromotions" }, history: null });
      if (this.#wantsHistory) void this.#loadHistory();
    } catch (error) {
      // What was read before still stands there.
      if (!signal.aborted)
        this.set({ trouble: { ...problemOf(error), doing: "judgingPromotions" } });
    } finally {
      if (this.#running === running) {
        this.#running = null;
        this.set({ loading: false });
        if (!signal.aborted && this.#shown !== null) this.#showOpened();
      }
    }
  }

  readonly setHandledBy = (handledBy: string): void => this.set({ handledBy });

  readonly setWithReviews = (withReviews: boolean): void => this.set({ withReviews });

  readonly writeReport = (language: Language): Promise<void> =>
    this.#write("writingCandidates", (opened, writing) =>
      writeCandidates(opened, { language, withReviews: this.read().withReviews }, writing),
    );

  readonly writeReviews = (language: Language): Promise<void> =>
    this.#write("writingReviews", (opened, writing) => writeReviews(opened, language, writing));

  readonly createTable = (): Promise<void> =>
    this.#pane.tasks.perform(
      { doing: "creatingPromotionTable", stage: "writing", cancellable: false },
      async () => {
        const { data } = this.read();
        if (data === null) return;
        const written = await createPromotionTable(
          this.#pane.gateway,
          data.month.setting.policies.asOf,
        );
        this.#pane.notices.tell((language) =>
          sayTableCreated(written?.sheet.name ?? null, language),
        );
        await this.#readSteps();
      },
    );

  /** Writes what came of a step into 晋升流程, and shows what stands there then. */
  readonly record = (
    person: PromotionPerson,
    file: PromotionFile,
    index: number,
    outcome: StepOutcome,
  ): Promise<void> =>
    this.#pane.tasks.perform(
      { doing: "recordingStep", stage: "writing", cancellable: false },
      async () => {
        const { data, handledBy } = this.read();
        const steps: readonly PathStep[] = file.steps.map(({ step }) => step);
        const step = steps[index];
        if (data === null || step === undefined) return;
        const { setting, input } = data.month;
        const recorded = await recordStep(
          this.#pane.gateway,
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
          this.#pane.notices.refuse((language) => sayColumnLacking(recorded.heading, language));
          return;
        }
        const states = { passed: "done", failed: "refused", pending: "open" } as const;
        this.#pane.notices.announce((language) =>
          sayStepRecorded(sayStep(step, language), states[outcome.result], language),
        );
        await this.#readSteps();
      },
    );

  /** The promotions that the sheet shows: worked out while somebody looks at them. */
  readonly showHistory = (isShown: boolean): void => {
    this.#wantsHistory = isShown;
    if (isShown) void this.#loadHistory();
  };

  async #loadHistory(): Promise<void> {
    const { data } = this.read();
    if (data === null || this.#historyOf === data) return;
    this.#historyOf = data;
    const { input, setting, people, left, recordsOf } = data.month;
    const everybody = [...people.map(({ judged }) => judged), ...left];
    const found = await runInSlices(promotionHistory(input, setting, everybody, recordsOf));
    if (this.read().data === data) this.set({ history: found });
  }

  #write(
    doing: "writingCandidates" | "writingReviews",
    task: (opened: OpenedMonth, writing: Writing) => Promise<SheetWritten>,
  ): Promise<void> {
    const { month, tasks, gateway } = this.#pane;
    return this.#pane.tasks.perform(
      { doing, stage: "loading", cancellable: true },
      async (signal) => {
        const writing = { gateway, signal, onProgress: tasks.progress };
        const opened = await month.open(writing);
        if (opened.kind !== "opened") {
          tasks.fail(opened);
          return;
        }
        const result = await task(opened, writing);
        if (result.kind === "noMonth") this.#pane.notices.refuse(sayNoMonth);
        else this.#pane.notices.tell((language) => sayReportWritten(result.written, language));
      },
    );
  }
}

/** The page's store lives as long as the pane's, so that coming back finds what was there. */
export const promotionStoreOf = perPane(PromotionStore);
