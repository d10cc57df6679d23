import {
  readPayMonth,
  writePayslips,
  type OpenedMonth,
  type PayData,
  type PayslipChoices,
} from "../../tasks";
import { sayNoMonth, saySheetWritten, type Language } from "../../wording";
import type { Pane } from "../shell/pane";
import { Store, perPane } from "../shared/store";

export interface PayState {
  /** The payroll as it was worked out last; null before, and where there is none. */
  readonly data: PayData | null;
  readonly choices: PayslipChoices;
}

const INITIAL: PayState = { data: null, choices: { formulas: false, otherReadings: false } };

type PayPane = Pick<Pane, "gateway" | "tasks" | "notices" | "month">;

/** The page "薪资": the open month's payroll, worked out again whenever the pane shows another month. */
export class PayStore extends Store<PayState> {
  readonly #pane: PayPane;
  /** The month that the payroll was worked out from. */
  #seen: OpenedMonth | null = null;
  /** The task in which it could not be worked out, and the month that was open then; null once it could. */
  #failed: { readonly task: number; readonly opened: OpenedMonth | null } | null = null;

  constructor(pane: PayPane) {
    super(INITIAL);
    this.#pane = pane;
  }

  readonly choose = (choice: Partial<PayslipChoices>): void =>
    this.set({ choices: { ...this.read().choices, ...choice } });

  /** The page is shown: whatever failed before is tried once more. */
  readonly show = (): void => {
    this.#failed = null;
  };

  /**
   * Works the payroll out where the open month is another one than it was worked out from, or none is open yet. What
   * failed or was cancelled is not tried again by itself before another task has run or another month is open.
   */
  readonly follow = (): void => {
    const { opened } = this.#pane.month.read();
    if (opened !== null && opened === this.#seen && this.#pane.month.isCurrent()) return;
    if (this.#failed?.task === this.#pane.tasks.begun && this.#failed.opened === opened) return;
    void this.workOut();
  };

  readonly workOut = (): Promise<void> =>
    this.#pane.tasks.perform(
      { doing: "workingOutPay", stage: "loading", cancellable: true, quiet: true },
      async (signal) => {
        await this.#workOut(signal);
      },
    );

  readonly write = (language: Language): Promise<void> =>
    this.#pane.tasks.perform(
      { doing: "writingPayslips", stage: "loading", cancellable: true },
      async (signal) => {
        const data = await this.#workOut(signal);
        if (data === null) return;
        if (data.pay.month === null) {
          this.#pane.notices.refuse(sayNoMonth);
          return;
        }
        const { sheet, refreshed } = await writePayslips(
          this.#pane.gateway,
          data,
          language,
          this.read().choices,
          {
            signal,
            onProgress: ({ rows, of }) =>
              this.#pane.tasks.progress({ stage: "writing", done: rows, of }),
          },
        );
        this.#pane.notices.tell((spoken) => saySheetWritten(sheet.name, refreshed, spoken));
      },
    );

  async #workOut(signal: AbortSignal): Promise<PayData | null> {
    let data: PayData | null = null;
    try {
      const task = { signal, onProgress: this.#pane.tasks.progress };
      const opened = await this.#pane.month.open(task);
      if (opened.kind === "opened") {
        data = await readPayMonth(opened, signal);
        this.#seen = opened;
      } else this.#pane.tasks.fail(opened);
      this.set({ data });
      return data;
    } finally {
      const { opened } = this.#pane.month.read();
      this.#failed = data === null ? { task: this.#pane.tasks.begun, opened } : null;
    }
  }
}

/** One store per pane: what was chosen beside the button outlives the page. */
export const payStoreOf = perPane(PayStore);
