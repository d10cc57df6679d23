import {
  readPayMonth,
  writePayCheck,
  writePayslips,
  writePayStrips,
  type OpenedMonth,
  type PayData,
  type PayslipChoices,
  type WriteOptions,
  type WrittenSheet,
} from "../../tasks";
import { sayNoMonth, saySheetWritten, type Language } from "../../wording";
import type { Pane } from "../shell/pane";
import { Store, perPane } from "../common/store";

export interface PayState {
  /** The payroll as it was worked out last; null before, and where there is none. */
  readonly data: PayData | null;
  readonly choices: PayslipChoices;
  /** Whether the table of typed pay shows what differs alone; its sheet is written as it is shown. */
  readonly onlyDifferent: boolean;
}

const INITIAL: PayState = {
  data: null,
  choices: { formulas: false, otherReadings: false },
  onlyDifferent: false,
};

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

  readonly showDifferent = (onlyDifferent: boolean): void => this.set({ onlyDifferent });

  readonly write = (language: Language): Promise<void> =>
    this.#pane.tasks.perform(
      { doing: "writingPayslips", stage: "loading", cancellable: true },
      async (signal) => {
        const data = await this.#dataToWrite(signal);
        if (data === null) return;
        const { choices } = this.read();
        const options = this.#writing(signal);
        this.#written(await writePayslips(this.#pane.gateway, data, language, choices, options));
      },
    );

  /** "写出工资条": strips to cut, as formulas or values like the payslips. */
  readonly writeStrips = (language: Language): Promise<void> =>
    this.#pane.tasks.perform(
      { doing: "writingPayStrips", stage: "loading", cancellable: true },
      async (signal) => {
        const data = await this.#dataToWrite(signal);
        if (data === null) return;
        const { choices } = this.read();
        const options = this.#writing(signal);
        this.#written(await writePayStrips(this.#pane.gateway, data, language, choices, options));
      },
    );

  /** "写出核对表": what the table shows, as a sheet. */
  readonly writeCheck = (language: Language): Promise<void> =>
    this.#pane.tasks.perform(
      { doing: "writingPayCheck", stage: "loading", cancellable: true },
      async (signal) => {
        const data = await this.#dataToWrite(signal);
        if (data === null) return;
        const { onlyDifferent } = this.read();
        const options = this.#writing(signal);
        this.#written(
          await writePayCheck(this.#pane.gateway, data, language, { onlyDifferent }, options),
        );
      },
    );

  /** The payroll to write of; null, once that was said, where there is none. */
  async #dataToWrite(signal: AbortSignal): Promise<PayData | null> {
    const data = await this.#workOut(signal);
    if (data === null || data.pay.month !== null) return data;
    this.#pane.notices.refuse(sayNoMonth);
    return null;
  }

  #writing(signal: AbortSignal): WriteOptions {
    return {
      signal,
      onProgress: ({ rows, of }) => this.#pane.tasks.progress({ stage: "writing", done: rows, of }),
    };
  }

  #written({ sheet, refreshed }: WrittenSheet): void {
    this.#pane.notices.tell((spoken) => saySheetWritten(sheet.name, refreshed, spoken));
  }

  async #workOut(signal: AbortSignal): Promise<PayData | null> {
    let data: PayData | null = null;
    try {
      const task = { signal, onProgress: this.#pane.tasks.progress };
      const opened = await this.#pane.month.open(task);
      if (opened.kind === "opened") {
        data = await readPayMonth(opened, signal);
        this.#seen = opened;
        await this.#pane.month.ask(signal);
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
