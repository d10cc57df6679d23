import type { PathStep } from "../../policy";
import {
  promotionHistory,
  type PastPromotion,
  type PromotionFile,
  type PromotionPerson,
} from "../../views";
import {
  createPromotionTable,
  isPromotionSheet,
  problemOf,
  readPromotions,
  readStepsAgain,
  recordStep,
  runInSlices,
  writeCandidates,
  writeReviews,
  type PromotionsRead,
  type SheetEdit,
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
import { Store, perPane } from "../shared/store";
import { Debounce } from "../shared/debounce";

export interface PromotionState {
  /** Null until the workbook has been read. */
  readonly read: PromotionsRead | null;
  readonly reading: boolean;
  /** Whether scores have changed since they were read. */
  readonly outdated: boolean;
  /** Why there is nothing to show, or nothing newer. */
  readonly trouble: Trouble | null;
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
/** Edits that follow one another within this time are looked at together. */
const EDITS_TOGETHER = 150;

const INITIAL: PromotionState = {
  read: null,
  reading: false,
  outdated: false,
  trouble: null,
  history: null,
  handledBy: "",
  withReviews: false,
};

type PromotionPane = Pick<Pane, "gateway" | "policy" | "tasks" | "notices" | "month">;

/** The page "晋升": everybody's standing and steps in the open month, and what is written of them. */
export class PromotionStore extends Store<PromotionState> {
  readonly #pane: PromotionPane;
  #running: AbortController | null = null;
  #took = 0;
  /** What was edited and not looked at yet: steps alone, or also what people are judged from. */
  #edited: "nothing" | "steps" | "scores" = "nothing";
  readonly #pause = new Debounce();
  /** Whether somebody looks at the history, and what it was worked out from. */
  #wantsHistory = false;
  #historyOf: PromotionsRead | null = null;

  constructor(pane: PromotionPane) {
    super(INITIAL);
    this.#pane = pane;
  }

  /** The page is shown: reads the workbook, and again when the pane comes to the front. Gives the way to stop. */
  readonly open = (): (() => void) => {
    const look = (): void => {
      if (this.#took < READ_FAST && this.#running === null) void this.readAgain();
    };
    window.addEventListener("focus", look);
    // HR comes back from the sheet, where rows may have been typed.
    document.documentElement.addEventListener("pointerenter", look);
    let { sheetId, month } = this.#pane.month.read();
    const stops = [
      this.#pane.month.onEdit(this.#onEdit),
      this.#pane.tasks.subscribe(this.#lookAtEdits),
      this.#pane.month.subscribe(() => {
        const chosen = this.#pane.month.read();
        const isOther = chosen.sheetId !== sheetId || chosen.month !== month;
        ({ sheetId, month } = chosen);
        if (isOther) void this.readAgain();
      }),
    ];
    void this.readAgain();
    return () => {
      for (const stop of stops) stop();
      this.#pause.cancel();
      window.removeEventListener("focus", look);
      document.documentElement.removeEventListener("pointerenter", look);
      this.#running?.abort();
      this.#running = null;
    };
  };

  /** Reads scores and steps in the background; the buttons go on working. */
  readonly readAgain = (): Promise<void> => {
    this.#edited = "nothing";
    this.set({ outdated: false });
    return this.#read(async (signal) => {
      const started = performance.now();
      await this.#pane.policy.refresh();
      const options = await this.#pane.month.taskOptions(signal);
      const read = await readPromotions({ ...options, onProgress: undefined });
      if (!signal.aborted) this.#took = performance.now() - started;
      return read;
    });
  };

  /** Rows typed into the sheet appear at once; where judging takes long, HR is told of other edits. */
  readonly #onEdit = ({ sheetId }: SheetEdit): void => {
    const { read } = this.read();
    const known = read?.sheets.find(({ id }) => id === sheetId);
    if (known !== undefined && known.tag !== null) return;
    const isSteps = read !== null && (known === undefined || isPromotionSheet(known));
    if (!isSteps && this.#took >= READ_FAST) {
      this.set({ outdated: true });
      return;
    }
    this.#edited = isSteps && this.#edited !== "scores" ? "steps" : "scores";
    this.#lookAtEdits();
  };

  /** Once nothing else runs and the edits have come to a rest. */
  readonly #lookAtEdits = (): void => {
    const mayLook = (): boolean =>
      this.#edited !== "nothing" &&
      this.#running === null &&
      this.#pane.tasks.read().activity === null;
    if (!mayLook()) return;
    this.#pause.after(EDITS_TOGETHER, () => {
      if (!mayLook()) return;
      if (this.#edited === "steps") void this.#readSteps();
      else void this.readAgain();
    });
  };

  /** Reads 晋升流程 alone; nobody is judged again. */
  #readSteps(): Promise<void> {
    const { read } = this.read();
    if (read === null) return this.readAgain();
    this.#edited = "nothing";
    return this.#read((signal) => readStepsAgain(read, { gateway: this.#pane.gateway, signal }));
  }

  async #read(reading: (signal: AbortSignal) => ReturnType<typeof readPromotions>): Promise<void> {
    this.#running?.abort();
    const running = new AbortController();
    this.#running = running;
    const { signal } = running;
    this.set({ reading: true });
    try {
      const read = await reading(signal);
      if (signal.aborted) return;
      if (read.kind === "promotions") this.set({ read, trouble: null });
      else
        this.set({ read: null, trouble: { ...read, doing: "judgingPromotions" }, history: null });
      if (this.#wantsHistory) void this.#loadHistory();
    } catch (error) {
      // What was read before still stands there.
      if (!signal.aborted)
        this.set({ trouble: { ...problemOf(error), doing: "judgingPromotions" } });
    } finally {
      if (this.#running === running) {
        this.#running = null;
        this.set({ reading: false });
        this.#lookAtEdits();
      }
    }
  }

  readonly setHandledBy = (handledBy: string): void => this.set({ handledBy });

  readonly setWithReviews = (withReviews: boolean): void => this.set({ withReviews });

  readonly writeReport = (language: Language): Promise<void> =>
    this.#write("writingCandidates", (options) =>
      writeCandidates(options, { language, withReviews: this.read().withReviews }),
    );

  readonly writeReviews = (language: Language): Promise<void> =>
    this.#write("writingReviews", (options) => writeReviews(options, language));

  readonly createTable = (): Promise<void> =>
    this.#pane.tasks.perform(
      { doing: "creatingPromotionTable", stage: "writing", cancellable: false },
      async () => {
        const { read } = this.read();
        if (read === null) return;
        const written = await createPromotionTable(
          this.#pane.gateway,
          read.month.setting.policies.asOf,
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
        const { read, handledBy } = this.read();
        const steps: readonly PathStep[] = file.steps.map(({ step }) => step);
        const step = steps[index];
        if (read === null || step === undefined) return;
        const { setting, input } = read.month;
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
    const { read } = this.read();
    if (read === null || this.#historyOf === read) return;
    this.#historyOf = read;
    const { input, setting, people, left, recordsOf } = read.month;
    const everybody = [...people.map(({ judged }) => judged), ...left];
    const found = await runInSlices(promotionHistory(input, setting, everybody, recordsOf));
    if (this.read().read === read) this.set({ history: found });
  }

  #write(
    doing: "writingCandidates" | "writingReviews",
    task: (options: Awaited<ReturnType<Pane["month"]["taskOptions"]>>) => Promise<SheetWritten>,
  ): Promise<void> {
    return this.#pane.tasks.perform(
      { doing, stage: "reading", cancellable: true },
      async (signal) => {
        await this.#pane.policy.refresh();
        const result = await task(await this.#pane.month.taskOptions(signal));
        switch (result.kind) {
          case "written":
            this.#pane.notices.tell((language) => sayReportWritten(result.written, language));
            break;
          case "noMonth":
            this.#pane.notices.refuse(sayNoMonth);
            break;
          case "emptyWorkbook":
          case "noScoreSheet":
          case "policyUnreadable":
            this.#pane.tasks.fail(result);
            break;
        }
      },
    );
  }
}

/** The page's store lives as long as the pane's, so that coming back finds what was there. */
export const promotionStoreOf = perPane(PromotionStore);
