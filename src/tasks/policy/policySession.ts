import { GatewayError, type Gateway, type KeptPolicy } from "../gateway";
import { witnessOfPart } from "./witness";
import { NOTHING_KEPT, policyOfKept, type WorkbookPolicy } from "./workbookPolicy";

function sameTexts(one: readonly string[] | null, other: readonly string[] | null): boolean {
  if (one === null || other === null) return one === other;
  return one.length === other.length && one.every((text, index) => text === other[index]);
}

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
  #reading: Promise<WorkbookPolicy> | null = null;
  #refreshing: Promise<boolean> | null = null;

  constructor(gateway: PolicyGateway, day: () => string = () => "") {
    this.#gateway = gateway;
    this.#day = day;
  }

  /** Calls the listener with the policy, now if it is known and whenever it changes; gives the way to stop. */
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
    this.#reading ??= this.#read().finally(() => (this.#reading = null));
    return this.#reading;
  }

  /**
   * Looks whether the settings have changed since they were read; if so, everybody is told and the
   * formulas are calculated once. Says whether they had.
   */
  refresh(): Promise<boolean> {
    // Two looks at once would both find the change, and calculate twice.
    this.#refreshing ??= this.#refresh().finally(() => (this.#refreshing = null));
    return this.#refreshing;
  }

  /**
   * Writes the part in place of those that were read, with its copy in cells, and goes by it. Fails as
   * `writePolicy` does, but for a write after which the part stands; with "notRecalculated" where the part was
   * written and the formulas could not be calculated.
   */
  async save(xml: string, onWritten?: () => void): Promise<WorkbookPolicy> {
    const before = await this.load();
    const witness = await witnessOfPart(xml, this.#day());
    let after: KeptPolicy | null;
    try {
      await this.#gateway.writePolicy({ part: xml, witness }, before.kept.parts);
      after = (await this.#kept()) ?? { parts: [xml], witness };
    } catch (error) {
      after = await this.#kept();
      if (after === null || !sameTexts(after.parts, [xml])) throw error;
      after = await this.#writeWitness(after, xml, witness);
    }
    onWritten?.();
    return this.#adopt(after);
  }

  /**
   * Puts back what the workbook kept before a save that HR takes back, unless somebody has saved since; the copy
   * stays. Fails as `save` does.
   */
  async putBack(before: KeptPolicy): Promise<WorkbookPolicy> {
    const { kept } = await this.load();
    const part = before.parts.at(-1) ?? null;
    await this.#gateway.writePolicy({ part, witness: null }, kept.parts);
    const after = await this.#kept();
    return this.#adopt(after ?? { parts: part === null ? [] : [part], witness: kept.witness });
  }

  /** Once more, where the part was written and the copy was not; without it the part holds all the same. */
  async #writeWitness(
    kept: KeptPolicy,
    xml: string,
    witness: readonly string[] | null,
  ): Promise<KeptPolicy> {
    if (witness === null || sameTexts(kept.witness, witness)) return kept;
    try {
      await this.#gateway.writePolicy({ part: xml, witness }, kept.parts);
    } catch (error) {
      if (!(error instanceof GatewayError)) throw error;
    }
    return (await this.#kept()) ?? kept;
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
