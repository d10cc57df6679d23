import {
  isForeseen,
  isInDoubt,
  MonthSession,
  readColumns,
  type ColumnData,
  type Gateway,
  type IgnoredChange,
  type MonthValidation,
  type NoSheet,
  type OpenedMonth,
  type PolicySession,
  type SessionState,
  type SessionTask,
  type SheetSummary,
  type ValidateOptions,
  type Validation,
} from "../../tasks";
import type { Month } from "../../units";
import { isOfMonth } from "../../views";
import { sayCleared, sayCounts, sayHighlighted, type Language } from "../../wording";
import { Store } from "../common/store";
import { Highlights } from "./highlights";
import type { Notices } from "./notices";
import type { TaskRunner } from "./taskRunner";

export interface MonthState extends SessionState {
  readonly sheets: readonly SheetSummary[];
  /** How the validated sheet was understood, where HR is to be asked about it. */
  readonly doubt: ColumnData | null;
}

/** What the open month needs of the pane. */
export interface MonthSurroundings {
  readonly gateway: Gateway;
  readonly policy: PolicySession;
  readonly today: () => Month;
  readonly notices: Notices;
  readonly tasks: TaskRunner;
}

/** What the open month comes to, as the lists show it. */
function countsOf(
  { report: { asOf, findings, people } }: MonthValidation,
  language: Language,
): string {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const finding of findings) if (isOfMonth(finding, asOf)) counts[finding.severity] += 1;
  const candidates = people.filter(({ status }) => status === "eligible").length;
  return sayCounts(counts, candidates, language);
}

/** The same doubt about the same sheet has the same key. */
function doubtKey({ found: { sheet, records } }: OpenedMonth): string {
  const { headerRow, problems } = records.layout;
  return JSON.stringify([sheet.id, headerRow, problems]);
}

const VALIDATING = { doing: "validating", stage: "loading", cancellable: true } as const;

/** The open month as the pane shows it: what HR does with it, and what is said of that. The session knows the month. */
export class OpenMonth extends Store<MonthState> {
  readonly #pane: MonthSurroundings;
  readonly #session: MonthSession;
  readonly highlights: Highlights;
  /** Doubts about layouts that HR has put off. */
  readonly #putOff = new Set<string>();
  /** When the task that runs, or ran last, began. */
  #taskBegan = 0;
  /** Whether any page has asked for the month. */
  #isAskedFor = false;

  constructor(pane: MonthSurroundings) {
    const { gateway, policy, today, tasks } = pane;
    const session = new MonthSession({ gateway, policy, today, isBusy: tasks.isRunning });
    super({ ...session.read(), sheets: [], doubt: null });
    this.#pane = pane;
    this.#session = session;
    this.highlights = new Highlights({
      gateway,
      tasks,
      month: () => ({ ...session.read(), follows: session.follows }),
    });
    session.subscribe(() => this.#adopt(session.read()));
    let running = false;
    tasks.subscribe(() => {
      const runs = tasks.isRunning();
      if (runs && !running) this.#taskBegan = performance.now();
      if (!runs && running) session.resume();
      running = runs;
    });
  }

  #adopt(state: SessionState): void {
    const sheets = state.opened?.found.sheets;
    this.set(sheets === undefined ? state : { ...state, sheets });
    this.highlights.compare();
  }

  readonly validate = (): Promise<void> =>
    this.#pane.tasks.perform(VALIDATING, async (signal) => {
      this.set({ doubt: null });
      this.#isAskedFor = true;
      this.#say(await this.#session.validate(this.#task(signal)));
      await this.#askInDoubt(signal);
    });

  /** Validates again what is shown, as after a change of its cells; what was said of the change stays. */
  readonly revalidate = (): Promise<void> => {
    if (this.read().opened === null) return Promise.resolve();
    const since = this.#taskBegan;
    return this.#pane.tasks.perform({ ...VALIDATING, quiet: true }, async (signal) => {
      const again = await this.#session.validateAgain(since, this.#task(signal));
      if (again !== null && again.kind !== "month") this.#pane.tasks.fail(again);
    });
  };

  /** The same after a change of the policy: the open month follows it by itself where it can. */
  readonly afterPolicy = async (): Promise<void> => {
    if (this.#session.follows) await this.#session.whenSettled();
    else await this.revalidate();
  };

  /** The open month for a page or a written sheet: read only where what is known of it is not current. */
  open(task: SessionTask): Promise<OpenedMonth | NoSheet> {
    this.#isAskedFor = true;
    return this.#session.open(task);
  }

  /** 晋升流程 as it is now, alone. */
  readSteps(signal?: AbortSignal): Promise<OpenedMonth | null> {
    return this.#session.readSteps(signal);
  }

  /** HR sets findings aside, or takes that back; returns the way back. Fails as the session does. */
  ignore(change: IgnoredChange): Promise<IgnoredChange> {
    return this.#session.ignore(change);
  }

  /** Whether what is shown is what the sheet says. */
  readonly isCurrent = (): boolean => this.#session.isCurrent();

  /** "高亮": validates once more, so that marks stand where the sheet has its people and values now. */
  readonly highlight = (): Promise<void> =>
    this.#pane.tasks.perform(
      { doing: "highlighting", stage: "loading", cancellable: true },
      async (signal) => {
        this.#isAskedFor = true;
        const validation = await this.#session.validate(this.#task(signal));
        this.#say(validation);
        if (validation.kind !== "month") return;
        const marked = await this.highlights.mark(validation, this.#task(signal));
        this.#pane.notices.tell((language) => ({
          what: sayHighlighted(marked, language),
          next: "",
        }));
      },
    );

  readonly clear = (): Promise<void> =>
    this.#pane.tasks.perform(
      { doing: "clearingHighlights", stage: "clearing", cancellable: false },
      async () => {
        const rules = await this.highlights.clear();
        this.#pane.notices.tell((language) => ({ what: sayCleared(rules, language), next: "" }));
      },
    );

  /** Whether the open month follows edits from now on; silent where Excel does not let it. */
  readonly follow = async (on: boolean): Promise<void> => {
    try {
      await this.#session.follow(on);
    } catch (error) {
      if (!isForeseen(error)) throw error;
    }
  };

  /** Where the layout of the sheet is in doubt HR is asked, beside the results; once an answer was put off, no more. */
  async #askInDoubt(signal: AbortSignal): Promise<void> {
    const { opened } = this.read();
    if (opened === null || !isInDoubt(opened.found.records.layout)) return;
    if (this.#putOff.has(doubtKey(opened))) return;
    try {
      const options = { ...(await this.taskOptions(signal)), onProgress: undefined };
      this.set({ doubt: await readColumns(options, opened.found.sheet) });
    } catch (error) {
      // The results stand; the columns can still be checked on request.
      if (!isForeseen(error)) throw error;
    }
  }

  /** The same question on another page than that of validating; not asked again while it stands. */
  async ask(signal: AbortSignal): Promise<void> {
    const { doubt, opened } = this.read();
    if (doubt === null || doubt.sheet.id !== opened?.found.sheet.id) await this.#askInDoubt(signal);
  }

  /** HR does not want to be asked now. */
  readonly putOffDoubt = (): void => {
    const { opened } = this.read();
    if (opened !== null) this.#putOff.add(doubtKey(opened));
    this.set({ doubt: null });
  };

  /** All pages are about another sheet from now on. */
  readonly chooseSheet = (sheetId: string | null): void => {
    this.#session.choose({ sheetId, month: null });
    void this.#openChosen();
  };

  readonly chooseMonth = (month: Month | null): void => {
    this.#session.choose({ month });
    void this.#openChosen();
  };

  /** Opens what was chosen, where something is open: with everything that validating says, if that was asked for. */
  async #openChosen(): Promise<void> {
    if (!this.#isAskedFor) return;
    if (this.read().validation !== null) {
      const { sheetId, opened } = this.read();
      const isOther = sheetId !== null && sheetId !== opened?.found.sheet.id;
      if (isOther || !this.isCurrent()) this.set({ doubt: null });
    }
    await this.#pane.tasks.perform(VALIDATING, async (signal) => {
      const opened = await this.#session.open(this.#task(signal));
      if (opened.kind !== "opened") this.#pane.tasks.fail(opened);
      const { validation } = this.read();
      if (validation === null) return;
      this.#say(validation);
      await this.#askInDoubt(signal);
    });
  }

  /** Which sheets there are, to choose from; silent like `comeBack`. */
  readonly start = async (): Promise<void> => {
    try {
      this.set({ sheets: await this.#pane.gateway.listSheets() });
    } catch (error) {
      if (!isForeseen(error)) throw error;
    }
  };

  /**
   * The pane has come to the front: sheets may have been added or removed, and a colleague may have changed the
   * policy. Silent when Excel is busy, since nobody asked.
   */
  readonly comeBack = async (): Promise<void> => {
    if (this.#pane.tasks.isRunning()) return;
    try {
      const changed = await this.#pane.policy.refresh();
      await this.start();
      if (changed) await this.afterPolicy();
      await this.#session.comeBack();
    } catch (error) {
      if (!isForeseen(error)) throw error;
    }
  };

  /** What a task on the sheet and month of the pane needs. */
  taskOptions(signal: AbortSignal): Promise<ValidateOptions> {
    return this.#session.options(this.#task(signal));
  }

  #task(signal: AbortSignal): SessionTask {
    return { signal, onProgress: this.#pane.tasks.progress };
  }

  /** The result of validating, for screen readers; everybody else sees it. */
  #say(validation: Validation): void {
    if (validation.kind === "month")
      this.#pane.notices.announce((language) => countsOf(validation, language));
    else this.#pane.tasks.fail(validation);
  }
}
