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
  type PolicySession,
  type SheetEdit,
  type SheetSummary,
  type ValidateOptions,
  type Validation,
} from "../../tasks";
import type { Month } from "../../units";
import { sayCleared, sayCounts, sayHighlighted, type Language } from "../../wording";
import { Store } from "../shared/store";
import type { Notices } from "./notices";
import type { TaskRunner } from "./taskRunner";

export interface MonthState {
  readonly sheets: readonly SheetSummary[];
  /** What HR picked; null leaves it to the add-in. */
  readonly sheetId: string | null;
  readonly month: Month | null;
  readonly validation: MonthValidation | null;
  /** How the validated sheet was understood, where HR is to be asked about it. */
  readonly doubt: ColumnsRead | null;
  /** Whether the open month follows edits of its sheet, and why it may be out of date. */
  readonly following: boolean;
  readonly outdated: Outdated;
}

const INITIAL: MonthState = {
  sheets: [],
  sheetId: null,
  month: null,
  validation: null,
  doubt: null,
  following: false,
  outdated: null,
};

/** What the open month needs of the pane. */
export interface MonthSurroundings {
  readonly gateway: Gateway;
  readonly policy: PolicySession;
  readonly today: () => Month;
  readonly notices: Notices;
  readonly tasks: TaskRunner;
}

function countsOf({ report: { findings, people } }: MonthValidation, language: Language): string {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  const candidates = people.filter(({ status }) => status === "eligible").length;
  return sayCounts(counts, candidates, language);
}

/** The same doubt about the same sheet has the same key. */
function doubtKey({ sheet, report: { layout } }: MonthValidation): string {
  return JSON.stringify([sheet.id, layout.headerRow, layout.problems]);
}

/** The sheet and month that the pane is about: which they are, what validating them gave, and whether that is current. */
export class OpenMonth extends Store<MonthState> {
  readonly #pane: MonthSurroundings;
  readonly #follower: EditFollower;
  /** Doubts about layouts that HR has put off. */
  readonly #putOff = new Set<string>();

  constructor(pane: MonthSurroundings) {
    super(INITIAL);
    this.#pane = pane;
    const { gateway, tasks } = pane;
    this.#follower = new EditFollower(gateway, {
      current: () => this.read().validation,
      busy: tasks.isRunning,
      show: (validation) => this.set({ validation }),
      readAgain: () => this.#readAgain(),
      outdated: (outdated) => this.set({ outdated }),
    });
    // Edits that came while a task ran are followed when it has ended.
    tasks.subscribe(() => {
      if (!tasks.isRunning()) this.#follower.resume();
    });
  }

  readonly validate = (): Promise<void> =>
    this.#pane.tasks.perform(
      { doing: "validating", stage: "reading", cancellable: true },
      async (signal) => {
        this.set({ doubt: null });
        this.#show(await this.#validation(signal));
        await this.#askInDoubt(signal);
      },
    );

  /** Validates again what is shown, as after a change of the policy; what was said of the change stays. */
  readonly revalidate = (): Promise<void> =>
    this.read().validation === null
      ? Promise.resolve()
      : this.#pane.tasks.perform(
          { doing: "validating", stage: "reading", cancellable: true, quiet: true },
          async (signal) => {
            // A sheet that was written meanwhile is open now: the month stays the one that is shown.
            const sheets = await this.#pane.gateway.listSheets();
            const shown = this.read().validation?.sheet.id ?? null;
            const still = sheets.some(({ id }) => id === shown) ? shown : null;
            this.#show(await this.#validation(signal, still), true);
          },
        );

  readonly highlight = (): Promise<void> =>
    this.#pane.tasks.perform(
      { doing: "highlighting", stage: "reading", cancellable: true },
      async (signal) => {
        const { validation, marked } = await highlightMonth(await this.taskOptions(signal));
        this.#show(validation);
        if (marked !== null)
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
        const rules = await clearHighlights(this.#pane.gateway);
        this.#pane.notices.tell((language) => ({ what: sayCleared(rules, language), next: "" }));
      },
    );

  /** Hears of every edit of the workbook while edits are followed; gives the way to stop. */
  readonly onEdit = (listener: (edit: SheetEdit) => void): (() => void) =>
    this.#follower.listen(listener);

  /** Whether the open month follows edits from now on; silent where Excel does not let it. */
  readonly follow = async (on: boolean): Promise<void> => {
    this.set({ following: on });
    if (!on) {
      this.#follower.stop();
      return;
    }
    try {
      await this.#follower.start();
    } catch (error) {
      if (!(error instanceof GatewayError)) throw error;
      this.set({ following: false });
    }
  };

  /** Where the layout of the sheet is in doubt HR is asked, beside the results; once an answer was put off, no more. */
  async #askInDoubt(signal: AbortSignal): Promise<void> {
    const { validation } = this.read();
    if (validation === null || !isInDoubt(validation.report.layout)) return;
    if (this.#putOff.has(doubtKey(validation))) return;
    try {
      const options = { ...(await this.taskOptions(signal)), onProgress: undefined };
      this.set({ doubt: await readColumns(options, validation.sheet) });
    } catch (error) {
      // The results stand; the columns can still be checked on request.
      if (!(error instanceof GatewayError)) throw error;
    }
  }

  /** HR does not want to be asked now. */
  readonly putOffDoubt = (): void => {
    const { validation } = this.read();
    if (validation !== null) this.#putOff.add(doubtKey(validation));
    this.set({ doubt: null });
  };

  async #readAgain(): Promise<MonthValidation | null> {
    const { validation } = this.read();
    if (validation === null) return null;
    const options = await this.taskOptions(new AbortController().signal);
    return validateQuietly(options, validation.sheet);
  }

  readonly chooseSheet = (sheetId: string | null): void => {
    this.set({ sheetId, month: null });
    if (this.read().validation !== null) void this.validate();
  };

  readonly chooseMonth = (month: Month | null): void => {
    this.set({ month });
    if (this.read().validation !== null) void this.validate();
  };

  /** Which sheets there are, to choose from; silent like `comeBack`. */
  readonly start = async (): Promise<void> => {
    try {
      this.set({ sheets: await this.#pane.gateway.listSheets() });
    } catch (error) {
      if (!(error instanceof GatewayError)) throw error;
    }
  };

  /**
   * The pane has come to the front: sheets may have come and gone, and a colleague may have changed the
   * policy. Silent when Excel is busy, since nobody asked.
   */
  readonly comeBack = async (): Promise<void> => {
    if (this.#pane.tasks.isRunning()) return;
    try {
      const changed = await this.#pane.policy.refresh();
      await this.start();
      if (changed && this.read().validation !== null) await this.validate();
    } catch (error) {
      if (!(error instanceof GatewayError)) throw error;
    }
  };

  /** What a task on the sheet and month of the pane needs. */
  async taskOptions(signal: AbortSignal): Promise<ValidateOptions> {
    return {
      gateway: this.#pane.gateway,
      policy: await this.#pane.policy.load(),
      today: this.#pane.today(),
      sheetId: this.read().sheetId,
      month: this.read().month,
      signal,
      onProgress: this.#pane.tasks.progress,
    };
  }

  async #validation(signal: AbortSignal, sheetId: string | null = null): Promise<Validation> {
    await this.#pane.policy.refresh();
    const options = await this.taskOptions(signal);
    return validateSheet({ ...options, sheetId: options.sheetId ?? sheetId });
  }

  #show(validation: Validation, quietly = false): void {
    if (validation.kind !== "month") {
      this.set({ validation: null, outdated: null });
      this.#pane.tasks.fail(validation);
      return;
    }
    this.set({ sheets: validation.sheets, validation, outdated: null });
    if (!quietly) this.#pane.notices.announce((language) => countsOf(validation, language));
  }
}
