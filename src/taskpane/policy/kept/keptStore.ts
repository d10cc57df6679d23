import type { StoredPolicy } from "../../../policy";
import type { Doing } from "../../../problems";
import {
  changePolicy,
  declining,
  departs,
  effectOfPolicy,
  isDeclined,
  loadLostInFile,
  readPolicyFile,
  restorePolicy,
  startPolicyAfresh,
  takingOver,
  type DepartmentPolicy,
  type KeptPolicy,
  type WitnessRead,
  type WorkbookPolicy,
} from "../../../tasks";
import type { Month } from "../../../units";
import { policySummary, type OptionOutcome, type PolicySummary } from "../../../views";
import {
  sayNoPolicyFile,
  sayRestoreUndone,
  sayStartedAfresh,
  sayTakeOverUndone,
} from "../../../wording";
import type { Pane } from "../../shell/pane";
import { perPane, Store } from "../../common/store";

/** What restoring has brought, while it can be taken back. */
export interface Restored {
  readonly summary: PolicySummary;
  /** Whether it is the department's policy, in the place of the workbook's own. */
  readonly takenOver: boolean;
  /** What the workbook kept before. */
  readonly before: KeptPolicy;
}

export interface KeptState {
  /** Null until the workbook has been asked. */
  readonly policy: WorkbookPolicy | null;
  readonly restored: Restored | null;
  /** Lost settings that were found elsewhere in the file, where the copy does not hold them. */
  readonly found: Copy | null;
  /** The department's policy; null where there is none that can be followed. */
  readonly department: Department | null;
  /** Whether the workbook's own policy may give other results than the department's, and HR has not said that it shall. */
  readonly departs: boolean;
  /** What taking the department's policy over would change in the open month; null until that is worked out. */
  readonly effect: { readonly month: Month | null; readonly outcome: OptionOutcome } | null;
}

type Read = Extract<WorkbookPolicy, { readonly kind: "read" }>;

/** A policy of the department's that can be followed. */
export interface Department extends DepartmentPolicy {
  readonly policy: Read;
}

const INITIAL: KeptState = {
  policy: null,
  restored: null,
  found: null,
  department: null,
  departs: false,
  effect: null,
};

/** What can bring lost settings back. */
export type Copy = Extract<WitnessRead, { readonly kind: "intact" }>;

type KeptPane = Pick<Pane, "gateway" | "policy" | "today" | "tasks" | "notices" | "month">;

/** Settings that were lost or whose hidden copy differs: what can be brought back, and what was. */
export class KeptStore extends Store<KeptState> {
  readonly #pane: KeptPane;
  #searched = false;

  constructor(pane: KeptPane) {
    super(INITIAL);
    this.#pane = pane;
    pane.policy.subscribe((policy) => {
      // Whatever else changes the policy, what was restored is no longer the last thing that was done.
      this.set({ ...INITIAL, policy });
      void this.#compare(policy);
    });
    pane.month.subscribe(() => void this.#searchDetached());
  }

  /**
   * Once HR has validated a workbook that keeps nothing: settings of an older file, which had no copy in cells yet, may
   * be stored where Excel does not look for them. Silent, since nobody asked.
   */
  async #searchDetached(): Promise<void> {
    const { policy } = this.read();
    if (this.#searched || this.#pane.month.read().opened === null) return;
    if (policy?.kind !== "read" || policy.source === "workbook") return;
    this.#searched = true;
    const found = await this.#findLost();
    const now = this.read().policy;
    if (found === null || now?.kind !== "read" || now.source === "workbook") return;
    try {
      await this.#pane.policy.lose(found);
    } catch (error) {
      this.#pane.notices.complain(error, "showingPolicy");
    }
  }

  /** Compares the workbook's policy with the department's. */
  async #compare(workbook: WorkbookPolicy): Promise<void> {
    const given = await this.#pane.policy.department();
    if (given?.policy.kind !== "read") return;
    const department: Department = { ...given, policy: given.policy };
    const differs =
      workbook.kind === "read" &&
      workbook.source === "workbook" &&
      !isDeclined(workbook.stored, department) &&
      (await departs(workbook.stored, department.policy.stored));
    if (this.read().policy === workbook) this.set({ department, departs: differs });
  }

  /** Works out what the department's policy would change in the open month. */
  readonly weigh = (): Promise<void> =>
    this.#pane.tasks.perform(
      { doing: "tryingVersion", stage: "loading", cancellable: true },
      async (signal) => {
        const { department } = this.read();
        const { month, tasks } = this.#pane;
        const opened = await month.open({ signal, onProgress: tasks.progress });
        if (opened.kind !== "opened") tasks.fail(opened);
        else if (department !== null) {
          const { judged } = opened;
          const outcome = await effectOfPolicy(judged, department.policy.book, { signal });
          if (this.read().department === department)
            this.set({ effect: { month: judged.setting.asOf, outcome } });
        }
      },
    );

  /** The workbook goes by the department's policy from now on. */
  readonly takeOver = ({ policy: { stored } }: Department): Promise<void> => {
    const { policy } = this.read();
    return policy?.kind === "read"
      ? this.#restore(takingOver(policy.stored, stored), true)
      : this.restore(stored);
  };

  /** The workbook keeps its own policy; of this one of the department's nothing is said any more. */
  readonly decline = (department: Department): Promise<void> =>
    this.#saving("savingPolicy", async () => {
      await changePolicy(
        this.#pane.policy,
        (stored) => ({ kind: "edited", value: declining(stored, department) }),
        this.#pane.tasks.progress,
      );
    });

  /** Asks once more for a policy of the department's that could not be followed. */
  readonly askAgain = (): Promise<void> =>
    this.#saving("showingPolicy", async () => {
      await this.#pane.policy.refresh();
    });

  /** Null where Excel gives no file, or one that cannot be read. */
  async #findLost(): Promise<Copy | null> {
    try {
      const { findLostInFile } = await loadLostInFile();
      return await findLostInFile(this.#pane.gateway);
    } catch {
      return null;
    }
  }

  /** Searches the rest of the file for settings whose copy is damaged; where Excel gives no file there are none. */
  readonly search = async (): Promise<void> => {
    const { policy } = this.read();
    const found = await this.#findLost();
    if (this.read().policy === policy) this.set({ found });
  };

  readonly restore = (stored: StoredPolicy): Promise<void> => this.#restore(stored, false);

  #restore(stored: StoredPolicy, takenOver: boolean): Promise<void> {
    return this.#saving("restoringPolicy", async () => {
      const { kept: before } = await this.#pane.policy.load();
      try {
        await restorePolicy(this.#pane.policy, stored, this.#pane.tasks.progress);
      } finally {
        const { kind } = await this.#pane.policy.load();
        if (kind === "read")
          this.set({ restored: { summary: policySummary(stored), takenOver, before } });
      }
    });
  }

  /** Takes back what was restored or taken over: the workbook keeps what it kept before. */
  readonly undo = (): Promise<void> =>
    this.#saving("takingBackPolicy", async () => {
      const { restored } = this.read();
      if (restored === null) return;
      await this.#pane.policy.putBack(restored.before);
      this.#pane.notices.tell(restored.takenOver ? sayTakeOverUndone : sayRestoreUndone);
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
    const { tasks, month } = this.#pane;
    // What was read again unasked must not swallow the click.
    if (tasks.read().activity?.quiet === true) await tasks.whenIdle();
    await tasks.perform({ doing, stage: "saving", cancellable: false }, change, month.afterPolicy);
  }
}

/** Kept while the pane lives. */
export const keptStoreOf = perPane(KeptStore);
