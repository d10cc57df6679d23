import { GatewayError, type Gateway, type KeptPolicy } from "../gateway";
import type { WorkbookPolicy } from "./policyTypes";
import { sameTexts } from "./sameTexts";
import type { Saving } from "./savePolicy";
import { NOTHING_KEPT, policyOfKept } from "./workbookPolicy";

function sameKept(one: KeptPolicy, other: KeptPolicy): boolean {
  return sameTexts(one.parts, other.parts) && sameTexts(one.witness, other.witness);
}

type PolicyGateway = Pick<Gateway, "readPolicy" | "writePolicy" | "recalculate">;

/** The policy of the open workbook: read once, again when somebody has changed it, told to all who use it. */
export class PolicySession {
  readonly #gateway: PolicyGateway;
  /** "YYYY-MM-DD": the day that the hidden copy notes. */
  readonly #day: () => string;
  readonly #listeners = new Set<(policy: WorkbookPolicy) => void>();
  #policy: WorkbookPolicy | null = null;
  #loading: Promise<WorkbookPolicy> | null = null;
  #refreshing: Promise<boolean> | null = null;

  constructor(gateway: PolicyGateway, day: () => string = () => "") {
    this.#gateway = gateway;
    this.#day = day;
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
    const { savePolicy } = await import("./savePolicy");
    return savePolicy(this.#saving(), xml, onWritten);
  }

  /**
   * Puts back what the workbook kept before a save that HR takes back, unless somebody has saved since; the copy
   * stays. Fails as `save` does.
   */
  async putBack(before: KeptPolicy): Promise<WorkbookPolicy> {
    const { putBackPolicy } = await import("./savePolicy");
    return putBackPolicy(this.#saving(), before);
  }

  #saving(): Saving {
    return {
      gateway: this.#gateway,
      day: this.#day,
      load: () => this.load(),
      kept: () => this.#kept(),
      adopt: (kept) => this.#adopt(kept),
    };
  }

  async #refresh(): Promise<boolean> {
    const before = await this.load();
    const after = await this.#kept();
    if (after === null) return false;
    const isNew =
      (before.kind === "unreadable" && before.why === "notReached") ||
      !sameKept(before.kept, after);
    if (isNew) await this.#adopt(after);
    return isNew;
  }

  async #read(): Promise<WorkbookPolicy> {
    const kept = await this.#kept();
    return this.#tell(
      kept === null
        ? {
            kind: "unreadable",
            why: "notReached",
            witness: { kind: "none" },
            kept: NOTHING_KEPT,
          }
        : await policyOfKept(kept),
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

  async #adopt(kept: KeptPolicy): Promise<WorkbookPolicy> {
    const policy = this.#tell(await policyOfKept(kept));
    try {
      await this.#gateway.recalculate();
    } catch (error) {
      const detail = error instanceof GatewayError ? error.message : "";
      throw new GatewayError("notRecalculated", detail);
    }
    return policy;
  }

  #tell(policy: WorkbookPolicy): WorkbookPolicy {
    this.#policy = policy;
    for (const listener of this.#listeners) listener(policy);
    return policy;
  }
}
