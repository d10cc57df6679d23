import type { CellRef } from "../../grid";
import type { ReadingId } from "../../policy";
import {
  clearHighlights,
  EditFollower,
  highlightMonth,
  isInDoubt,
  readColumns,
  validateQuietly,
  validateSheet,
  GatewayError,
  type ColumnsRead,
  type Gateway,
  type MonthValidation,
  type Outdated,
  type PaneRequest,
  type PolicySession,
  type SheetEdit,
  type SheetSummary,
  type TaskProgress,
  type ValidateOptions,
  type Validation,
} from "../../tasks";
import type { Month } from "../../units";
import {
  sayCleared,
  sayCounts,
  sayHighlighted,
  type Language,
  type PaneMessage,
  type PaneTrouble,
  type TaskStage,
} from "../../wording";

import { mayRetry } from "./mayRetry";
import { TimeLeft } from "./timeLeft";

/** What the last action came to, said when it is drawn. */
export type Notice =
  | { readonly kind: "done"; readonly say: (language: Language) => PaneMessage }
  /** For those who hear the pane; the others see it already. */
  | { readonly kind: "told"; readonly say: (language: Language) => string }
  | { readonly kind: "refused"; readonly say: (language: Language) => PaneMessage }
  | {
      readonly kind: "trouble";
      readonly trouble: PaneTrouble;
      /** Does the same once more; null where that would not help. */
      readonly retry: (() => Promise<void>) | null;
    };

/** The task that runs; `stage` is shown until the task tells more. */
export interface Activity {
  readonly stage: TaskStage;
  readonly cancellable: boolean;
  /** Nobody asked for it: what was said before it stays. */
  readonly quiet?: boolean;
}

export interface PaneState {
  /** The page that is open, one of `pages`. */
  readonly page: string;
  /** The reading that the page is asked to show; it forgets it when it has. */
  readonly reading: ReadingId | null;
  readonly sheets: readonly SheetSummary[];
  /** What HR picked; null leaves it to the add-in. */
  readonly sheetId: string | null;
  readonly month: Month | null;
  readonly activity: Activity | null;
  readonly progress: TaskProgress | null;
  /** How long the running task still takes; null while that cannot be told. */
  readonly secondsLeft: number | null;
  readonly validation: MonthValidation | null;
  /** How the validated sheet was understood, where HR is to be asked about it. */
  readonly doubt: ColumnsRead | null;
  readonly notice: Notice | null;
  /** Whether the open month follows edits of its sheet, and why it may be out of date. */
  readonly following: boolean;
  readonly outdated: Outdated;
}

const INITIAL: PaneState = {
  page: "validate",
  reading: null,
  sheets: [],
  sheetId: null,
  month: null,
  activity: null,
  progress: null,
  secondsLeft: null,
  validation: null,
  doubt: null,
  notice: null,
  following: false,
  outdated: null,
};

function countsOf({ report: { findings, people } }: MonthValidation, language: Language): string {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  const candidates = people.filter(({ status }) => status === "eligible").length;
  return sayCounts(counts, candidates, language);
}

export function troubleOf(error: unknown): PaneTrouble {
  if (!(error instanceof GatewayError)) {
    const detail = error instanceof Error ? `${error.name}: ${error.message}` : "";
    return { kind: "unknown", detail };
  }
  const { problem, sheetName, message } = error;
  if (problem === "protected" || problem === "unrecognised") return { kind: problem, sheetName };
  if (problem === "unknown") return { kind: problem, detail: message };
  return { kind: problem };
}

/** The same doubt about the same sheet has the same key. */
function doubtKey({ sheet, report: { layout } }: MonthValidation): string {
  return JSON.stringify([sheet.id, layout.headerRow, layout.problems]);
}

/** What the pane shows and what its buttons start: it keeps the state and leaves every decision to the tasks. */
export class PaneStore {
  readonly gateway: Gateway;
  readonly policy: PolicySession;
  readonly today: () => Month;
  readonly #listeners = new Set<() => void>();
  readonly #follower: EditFollower;
  #state = INITIAL;
  #running: AbortController | null = null;
  /** The task that runs or ran last, once more. */
  #again: (() => Promise<void>) | null = null;
  #timeLeft = new TimeLeft();
  /** Doubts about layouts that HR has put off. */
  readonly #putOff = new Set<string>();

  constructor(gateway: Gateway, policy: PolicySession, today: () => Month) {
    this.gateway = gateway;
    this.policy = policy;
    this.today = today;
    this.#follower = new EditFollower(gateway, {
      current: () => this.#state.validation,
      busy: () => this.#running !== null,
      show: (validation) => this.#set({ validation }),
      readAgain: () => this.#readAgain(),
      outdated: (outdated) => this.#set({ outdated }),
    });
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly read = (): PaneState => this.#state;

  readonly validate = (): Promise<void> =>
    this.perform({ stage: "reading", cancellable: true }, async (signal) => {
      this.#set({ doubt: null });
      this.#show(await this.#validation(signal));
      await this.#askInDoubt(signal);
    });

  /** Validates again what is shown, as after a change of the policy; what was said of the change stays. */
  readonly revalidate = (): Promise<void> =>
    this.#state.validation === null
      ? Promise.resolve()
      : this.perform({ stage: "reading", cancellable: true, quiet: true }, async (signal) => {
          // A sheet that was written meanwhile is open now: the month stays the one that is shown.
          const sheets = await this.gateway.listSheets();
          const shown = this.#state.validation?.sheet.id ?? null;
          const still = sheets.some(({ id }) => id === shown) ? shown : null;
          this.#show(await this.#validation(signal, still), true);
        });

  readonly highlight = (): Promise<void> =>
    this.perform({ stage: "reading", cancellable: true }, async (signal) => {
      const { validation, marked } = await highlightMonth(await this.taskOptions(signal));
      this.#show(validation);
      if (marked !== null)
        this.tell((language) => ({ what: sayHighlighted(marked, language), next: "" }));
    });

  readonly clear = (): Promise<void> =>
    this.perform({ stage: "clearing", cancellable: false }, async () => {
      const rules = await clearHighlights(this.gateway);
      this.tell((language) => ({ what: sayCleared(rules, language), next: "" }));
    });

  readonly cancel = (): void => this.#running?.abort();

  /** Leads to a page; what was said on another one is not taken along. */
  readonly openPage = (page: string): void => {
    if (page === this.#state.page) return;
    this.#set(this.#running === null ? { page, notice: null } : { page });
  };

  /** Leads to the reading on the page where it is decided. */
  readonly openReading = (reading: ReadingId): void => {
    this.openPage("policy");
    this.#set({ reading });
  };

  readonly readingShown = (): void => this.#set({ reading: null });

  /** Says what an action came to. */
  tell(say: (language: Language) => PaneMessage): void {
    this.#set({ notice: { kind: "done", say } });
  }

  /** Says it to those who hear the pane; the others see what has changed. */
  announce(say: (language: Language) => string): void {
    this.#set({ notice: { kind: "told", say } });
  }

  /** Says why something was not done. */
  complain(error: unknown): void {
    this.trouble(troubleOf(error));
  }

  /** Says why what was asked for cannot be done. */
  refuse(say: (language: Language) => PaneMessage): void {
    this.#set({ notice: { kind: "refused", say } });
  }

  trouble(trouble: PaneTrouble): void {
    this.#set({ notice: { kind: "trouble", trouble, retry: null } });
  }

  /** Says why the running task came to nothing, and offers it once more where that may help. */
  #failed(trouble: PaneTrouble): void {
    const retry = mayRetry(trouble) ? this.#again : null;
    this.#set({ notice: { kind: "trouble", trouble, retry } });
  }

  /** Hears of every edit of the workbook while edits are followed; gives the way to stop. */
  readonly onEdit = (listener: (edit: SheetEdit) => void): (() => void) =>
    this.#follower.listen(listener);

  /** Whether the open month follows edits from now on; silent where Excel does not let it. */
  readonly follow = async (on: boolean): Promise<void> => {
    this.#set({ following: on });
    if (!on) {
      this.#follower.stop();
      return;
    }
    try {
      await this.#follower.start();
    } catch (error) {
      if (!(error instanceof GatewayError)) throw error;
      this.#set({ following: false });
    }
  };

  /** Where the layout of the sheet is in doubt HR is asked, beside the results; once an answer was put off, no more. */
  async #askInDoubt(signal: AbortSignal): Promise<void> {
    const { validation } = this.#state;
    if (validation === null || !isInDoubt(validation.report.layout)) return;
    if (this.#putOff.has(doubtKey(validation))) return;
    try {
      const options = { ...(await this.taskOptions(signal)), onProgress: undefined };
      this.#set({ doubt: await readColumns(options, validation.sheet) });
    } catch (error) {
      // The results stand; the columns can still be checked on request.
      if (!(error instanceof GatewayError)) throw error;
    }
  }

  /** HR does not want to be asked now. */
  readonly putOffDoubt = (): void => {
    const { validation } = this.#state;
    if (validation !== null) this.#putOff.add(doubtKey(validation));
    this.#set({ doubt: null });
  };

  async #readAgain(): Promise<MonthValidation | null> {
    const { validation } = this.#state;
    if (validation === null) return null;
    const options = await this.taskOptions(new AbortController().signal);
    return validateQuietly(options, validation.sheet);
  }

  readonly chooseSheet = (sheetId: string | null): void => {
    this.#set({ sheetId, month: null });
    if (this.#state.validation !== null) void this.validate();
  };

  readonly chooseMonth = (month: Month | null): void => {
    this.#set({ month });
    if (this.#state.validation !== null) void this.validate();
  };

  readonly select = (cell: CellRef): void => {
    this.gateway.selectCell(cell).catch((error: unknown) => this.complain(error));
  };

  /** The ribbon's buttons do what the pane's do. */
  readonly serve = (request: PaneRequest): Promise<void> => {
    switch (request) {
      case "validateMonth":
        return this.validate();
      case "clearHighlights":
        return this.clear();
    }
  };

  /** Which sheets there are, to choose from; silent like `comeBack`. */
  readonly start = async (): Promise<void> => {
    try {
      this.#set({ sheets: await this.gateway.listSheets() });
    } catch (error) {
      if (!(error instanceof GatewayError)) throw error;
    }
  };

  /**
   * The pane has come to the front: sheets may have come and gone, and a colleague may have changed the
   * policy. Silent when Excel is busy, since nobody asked.
   */
  readonly comeBack = async (): Promise<void> => {
    if (this.#running !== null) return;
    try {
      const changed = await this.policy.refresh();
      await this.start();
      if (changed && this.#state.validation !== null) await this.validate();
    } catch (error) {
      if (!(error instanceof GatewayError)) throw error;
    }
  };

  /** What a task on the sheet and month of the pane needs. */
  async taskOptions(signal: AbortSignal): Promise<ValidateOptions> {
    return {
      gateway: this.gateway,
      policy: await this.policy.load(),
      today: this.today(),
      sheetId: this.#state.sheetId,
      month: this.#state.month,
      signal,
      onProgress: this.progress,
    };
  }

  async #validation(signal: AbortSignal, sheetId: string | null = null): Promise<Validation> {
    await this.policy.refresh();
    const options = await this.taskOptions(signal);
    return validateSheet({ ...options, sheetId: options.sheetId ?? sheetId });
  }

  #show(validation: Validation, quietly = false): void {
    if (validation.kind !== "month") {
      this.#set({ validation: null, outdated: null });
      this.#failed(validation);
      return;
    }
    this.#set({
      sheets: validation.sheets,
      validation,
      outdated: null,
      ...(quietly
        ? {}
        : { notice: { kind: "told", say: (language) => countsOf(validation, language) } }),
    });
  }

  /** For a task to tell how far it has come. */
  readonly progress = (progress: TaskProgress): void =>
    this.#set({ progress, secondsLeft: this.#timeLeft.after(progress) });

  /**
   * Runs a task of any page, one at a time: a second press while one runs is a slip. What comes after it comes
   * when it has succeeded, at the first try or a later one.
   */
  async perform(
    activity: Activity,
    task: (signal: AbortSignal) => Promise<void>,
    after?: () => Promise<void>,
  ): Promise<void> {
    if (this.#running !== null) return;
    const running = new AbortController();
    this.#running = running;
    this.#again = () => this.perform(activity, task, after);
    this.#timeLeft = new TimeLeft();
    this.#set({
      activity,
      progress: null,
      secondsLeft: null,
      ...(activity.quiet === true ? {} : { notice: null }),
    });
    let succeeded = false;
    try {
      await task(running.signal);
      succeeded = true;
    } catch (error) {
      this.#failed(troubleOf(error));
    } finally {
      this.#running = null;
      this.#set({ activity: null, progress: null, secondsLeft: null });
      this.#follower.resume();
    }
    if (succeeded) await after?.();
  }

  #set(change: Partial<PaneState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}
