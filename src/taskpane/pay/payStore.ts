import { readPayMonth, writePayslips, type PayRead, type PayslipChoices } from "../../tasks";
import { sayNoMonth, saySheetWritten, type Language } from "../../wording";
import type { PaneStore } from "../shell/paneStore";

export interface PayState {
  /** The payroll as it was worked out last; null before, and where there is none. */
  readonly read: PayRead | null;
  readonly choices: PayslipChoices;
}

/** The page "薪资": the open month's payroll, worked out again whenever the pane shows another month. */
export class PayStore {
  readonly pane: PaneStore;
  readonly #listeners = new Set<() => void>();
  #state: PayState = { read: null, choices: { formulas: false, otherReadings: false } };
  /** What was open when the payroll was worked out. */
  #seen: readonly unknown[] = [];

  constructor(pane: PaneStore) {
    this.pane = pane;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly read = (): PayState => this.#state;

  readonly choose = (choice: Partial<PayslipChoices>): void =>
    this.#set({ choices: { ...this.#state.choices, ...choice } });

  /** The page has come to the front: the sheet or the policy may be another by now. */
  readonly open = (): void => {
    this.#seen = [];
  };

  /** Works the payroll out where the pane shows another sheet, month or edit than it was worked out from. */
  readonly follow = (): void => {
    const { sheetId, month, validation } = this.pane.read();
    const open = [sheetId, month, validation];
    if (this.#seen.length > 0 && open.every((each, index) => each === this.#seen[index])) return;
    this.#seen = open;
    void this.workOut();
  };

  readonly workOut = (): Promise<void> =>
    this.pane.perform({ stage: "reading", cancellable: true, quiet: true }, async (signal) => {
      await this.#workOut(signal);
    });

  readonly write = (language: Language): Promise<void> =>
    this.pane.perform({ stage: "reading", cancellable: true }, async (signal) => {
      const read = await this.#workOut(signal);
      if (read === null) return;
      if (read.pay.month === null) {
        this.pane.refuse(sayNoMonth);
        return;
      }
      const { sheet, refreshed } = await writePayslips(
        this.pane.gateway,
        read,
        language,
        this.#state.choices,
        {
          signal,
          onProgress: ({ rows, of }) => this.pane.progress({ stage: "writing", done: rows, of }),
        },
      );
      this.pane.tell((spoken) => saySheetWritten(sheet.name, refreshed, spoken));
    });

  async #workOut(signal: AbortSignal): Promise<PayRead | null> {
    await this.pane.policy.refresh();
    const read = await readPayMonth(await this.pane.taskOptions(signal));
    if (read.kind === "pay") {
      this.#set({ read });
      return read;
    }
    this.#set({ read: null });
    this.pane.trouble(read);
    return null;
  }

  #set(change: Partial<PayState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}

const stores = new WeakMap<PaneStore, PayStore>();

/** The one store of a pane: what was chosen beside the button outlives the page. */
export function payStoreOf(pane: PaneStore): PayStore {
  const known = stores.get(pane);
  if (known !== undefined) return known;
  const store = new PayStore(pane);
  stores.set(pane, store);
  return store;
}
