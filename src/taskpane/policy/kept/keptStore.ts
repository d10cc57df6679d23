import type { StoredPolicy } from "../../../policy";
import type { Doing } from "../../../problems";
import {
  loadLostInFile,
  readPolicyFile,
  restorePolicy,
  startPolicyAfresh,
  type KeptPolicy,
  type WitnessRead,
  type WorkbookPolicy,
} from "../../../tasks";
import { policySummary, type PolicySummary } from "../../../views";
import { sayNoPolicyFile, sayRestoreUndone, sayStartedAfresh } from "../../../wording";
import type { Pane } from "../../shell/pane";
import { perPane, Store } from "../../shared/store";

/** What restoring has brought, while it can be taken back. */
export interface Restored {
  readonly summary: PolicySummary;
  /** What the workbook kept before. */
  readonly before: KeptPolicy;
}

export interface KeptState {
  /** Null until the workbook has been asked. */
  readonly policy: WorkbookPolicy | null;
  readonly restored: Restored | null;
  /** Lost settings that were found elsewhere in the file, where the copy does not hold them. */
  readonly found: Copy | null;
}

/** What can bring lost settings back. */
export type Copy = Extract<WitnessRead, { readonly kind: "intact" }>;

type KeptPane = Pick<Pane, "gateway" | "policy" | "today" | "tasks" | "notices" | "month">;

/** Settings that were lost or whose hidden copy differs: what can be brought back, and what was. */
export class KeptStore extends Store<KeptState> {
  readonly #pane: KeptPane;

  constructor(pane: KeptPane) {
    super({ policy: null, restored: null, found: null });
    this.#pane = pane;
    // Whatever else changes the policy, what was restored is no longer the last thing that was done.
    pane.policy.subscribe((policy) => this.set({ policy, restored: null, found: null }));
  }

  /** Searches the rest of the file for settings whose copy is damaged; where Excel gives no file there are none. */
  readonly search = async (): Promise<void> => {
    const { findLostInFile } = await loadLostInFile();
    const { policy } = this.read();
    const found = await findLostInFile(this.#pane.gateway).catch(() => null);
    if (this.read().policy === policy) this.set({ found });
  };

  readonly restore = (stored: StoredPolicy): Promise<void> =>
    this.#saving("restoringPolicy", async () => {
      const { kept: before } = await this.#pane.policy.load();
      try {
        await restorePolicy(this.#pane.policy, stored, this.#pane.tasks.progress);
      } finally {
        const { kind } = await this.#pane.policy.load();
        if (kind === "read") this.set({ restored: { summary: policySummary(stored), before } });
      }
    });

  /** Takes back what was restored: the settings are lost again, and their copy is there. */
  readonly undo = (): Promise<void> =>
    this.#saving("takingBackPolicy", async () => {
      const { restored } = this.read();
      if (restored === null) return;
      await this.#pane.policy.putBack(restored.before);
      this.#pane.notices.tell(sayRestoreUndone);
    });

  readonly close = (): void => this.set({ restored: null });

  /** Restores from a file that HR has picked. */
  readonly restoreFrom = async (file: Blob): Promise<void> => {
    const read = await readPolicyFile(file, { schema: 1, decisions: [] }, this.#pane.today());
    if (read.kind === "read") await this.restore(read.stored);
    else this.#pane.notices.refuse(sayNoPolicyFile);
  };

  /** The settings in force stay, and the hidden copy becomes theirs. */
  readonly keepSettings = (stored: StoredPolicy): Promise<void> =>
    this.#saving("savingPolicy", async () => {
      await restorePolicy(this.#pane.policy, stored, this.#pane.tasks.progress);
    });

  readonly startAfresh = (): Promise<void> =>
    this.#saving("startingPolicyAfresh", async () => {
      await startPolicyAfresh(this.#pane.policy, this.#pane.tasks.progress);
      this.#pane.notices.tell(sayStartedAfresh);
    });

  /** One change, and what validating showed once more. */
  async #saving(doing: Doing, change: () => Promise<void>): Promise<void> {
    await this.#pane.tasks.perform({ doing, stage: "saving", cancellable: false }, change, () =>
      this.#pane.month.revalidate(),
    );
  }
}

/** Kept while the pane lives. */
export const keptStoreOf = perPane(KeptStore);
