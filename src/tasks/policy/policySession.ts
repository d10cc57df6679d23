import { GatewayError, type Gateway, type KeptPolicy } from "../gateway";
import type { DepartmentPolicy } from "./departmentPolicy";
import type { PolicyGuard, WorkbookPolicy } from "./policyTypes";
import type { Saving } from "./savePolicy";
import type { WitnessRead } from "./witness";
import { builtInWorkbookPolicy, policyOfKept, unreadable } from "./workbookPolicy";

/** Saving, checking and putting back: fetched apart, since functions answer without them. */
const loadSaving = () => import("./savePolicy");

type PolicyGateway = Pick<Gateway, "readPolicy" | "writePolicy" | "recalculate">;

export interface PolicySessionOptions {
  /** "YYYY-MM-DD": the day that the hidden copy notes. */
  readonly day?: () => string;
  /** Fetches the department's policy; null where this build has none. */
  readonly department?: (() => Promise<DepartmentPolicy>) | null;
}

/** The policy of the open workbook: read once, again when somebody has changed it, told to all who use it. */
export class PolicySession {
  readonly #gateway: PolicyGateway;
  readonly #day: () => string;
  readonly #fetchDepartment: (() => Promise<DepartmentPolicy>) | null;
  #department: Promise<DepartmentPolicy> | null = null;
  readonly #listeners = new Set<(policy: WorkbookPolicy) => void>();
  /** Stands at the one door through which every change goes; null: nobody is asked. */
  guard: PolicyGuard | null = null;
  #policy: WorkbookPolicy | null = null;
  #loading: Promise<WorkbookPolicy> | null = null;
  #refreshing: Promise<boolean> | null = null;
  #keeping: Promise<void> | null = null;
  /** What a workbook that keeps nothing has lost; null while nobody has found anything. */
  #lost: WorkbookPolicy | null = null;

  constructor(
    gateway: PolicyGateway,
    { day = () => "", department = null }: PolicySessionOptions = {},
  ) {
    this.#gateway = gateway;
    this.#day = day;
    this.#fetchDepartment = department;
    // With the page: whoever needs it finds it there.
    void this.department();
  }

  /** The department's policy, asked for again where it could not be followed; null where there is none. Never fails. */
  async department(): Promise<DepartmentPolicy | null> {
    if (this.#fetchDepartment === null) return null;
    this.#department ??= this.#fetchDepartment().catch(() => ({
      policy: unreadable("departmentNotReached"),
      digest: "",
    }));
    const department = await this.#department;
    if (department.policy.kind !== "read") this.#department = null;
    return department;
  }

  /** Calls the listener with the policy, now if it is known and whenever it changes; returns a function that stops it. */
  subscribe(listener: (policy: WorkbookPolicy) => void): () => void {
    this.#listeners.add(listener);
    if (this.#policy !== null) listener(this.#policy);
    return () => this.#listeners.delete(listener);
  }

  /** The policy as it was read last; null until then. */
  readonly known = (): WorkbookPolicy | null => this.#policy;

  /** The policy, read when nobody has asked before. Never fails: what cannot be reached is unreadable. */
  async load(): Promise<WorkbookPolicy> {
    if (this.#policy !== null) return this.#policy;
    this.#loading ??= this.#read().finally(() => (this.#loading = null));
    return this.#loading;
  }

  /**
   * Checks whether the settings have changed since they were read; if so, subscribers are called and the
   * formulas are calculated once. Says whether they had.
   */
  refresh(): Promise<boolean> {
    // Two checks at once would both find the change, and calculate twice.
    this.#refreshing ??= this.#refresh().finally(() => (this.#refreshing = null));
    return this.#refreshing;
  }

  /**
   * Writes the part in place of those that were read, with its copy in cells, and uses it. Fails as
   * `writePolicy` does, but for a write after which the part stands; with "notRecalculated" where the part was
   * written and the formulas could not be calculated.
   */
  async save(xml: string, onWritten?: () => void): Promise<WorkbookPolicy> {
    const { savePolicy } = await loadSaving();
    return savePolicy(this.#saving(), xml, onWritten);
  }

  /**
   * Where the workbook goes by the department's policy: writes it into the workbook, which stays as it was computed.
   * Called before anything else is written; does nothing elsewhere. Fails as `save` does.
   */
  async keep(): Promise<void> {
    const policy = await this.load();
    if (policy.kind !== "read" || policy.source !== "department") return;
    const { keepPolicy } = await loadSaving();
    // Two writes at once keep it once; the same book says that nothing is to be judged or calculated again.
    this.#keeping ??= keepPolicy(this.#saving(), policy).finally(() => (this.#keeping = null));
    await this.#keeping;
  }

  /**
   * Puts back what the workbook kept before a save that HR takes back, unless somebody has saved since. Fails as
   * `save` does.
   */
  async putBack(before: KeptPolicy): Promise<WorkbookPolicy> {
    const { putBackPolicy } = await loadSaving();
    return putBackPolicy(this.#saving(), before);
  }

  /**
   * Settings were found that another program has stored where Excel does not look for them: the workbook, which keeps
   * none, has lost them. Fails with "notRecalculated" only.
   */
  async lose(witness: WitnessRead): Promise<void> {
    this.#lost = { ...unreadable("lost"), witness };
    const { adopt } = await loadSaving();
    await adopt(this.#saving(), (await this.load()).kept);
  }

  #saving(): Saving {
    return {
      gateway: this.#gateway,
      day: this.#day,
      load: () => this.load(),
      kept: () => this.#kept(),
      comesTo: (kept) => this.#policyOf(kept),
      tell: (policy) => this.#tell(policy),
      guard: this.guard,
    };
  }

  async #refresh(): Promise<boolean> {
    const { refreshPolicy } = await loadSaving();
    return refreshPolicy(this.#saving());
  }

  async #read(): Promise<WorkbookPolicy> {
    const kept = await this.#kept();
    return this.#tell(kept === null ? unreadable("notReached") : await this.#policyOf(kept));
  }

  /** Only a workbook without settings of its own waits for the department's. */
  #policyOf(kept: KeptPolicy): Promise<WorkbookPolicy> {
    return policyOfKept(
      kept,
      async () => this.#lost ?? (await this.department())?.policy ?? builtInWorkbookPolicy(),
    );
  }

  async #kept(): Promise<KeptPolicy | null> {
    try {
      return await this.#gateway.readPolicy();
    } catch (error) {
      if (error instanceof GatewayError) return null;
      throw error;
    }
  }

  #tell(policy: WorkbookPolicy): WorkbookPolicy {
    this.#policy = policy;
    for (const listener of this.#listeners) listener(policy);
    return policy;
  }
}
