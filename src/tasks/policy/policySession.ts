import {
  builtInBook,
  loadPolicyPart,
  type PartReport,
  type PolicyBook,
  type StoredPolicy,
  type United,
} from "../../policy";
import type { UnreadableCause } from "../../formulas";
import { GatewayError, type Gateway } from "../gateway";

/** What a workbook goes by. */
export type WorkbookPolicy =
  | {
      readonly kind: "read";
      readonly book: PolicyBook;
      /** The same as the workbook keeps it: what edits start from. */
      readonly stored: StoredPolicy;
      /** What this product does not know there, and where two people saved different things. */
      readonly reports: readonly PartReport[];
      readonly conflicts: United["conflicts"];
      /** The policy parts as they lie in the workbook; none where it goes by the built-in policy. */
      readonly parts: readonly string[];
    }
  /** There is a part, but not one that this product can follow; it is left alone. */
  | {
      readonly kind: "unreadable";
      readonly why: UnreadableCause;
      readonly parts: readonly string[];
    };

/** What a workbook without a part goes by. */
export function builtInWorkbookPolicy(): WorkbookPolicy {
  const stored: StoredPolicy = { schema: 1, decisions: [] };
  return { kind: "read", book: builtInBook(), stored, reports: [], conflicts: [], parts: [] };
}

/**
 * Fetches the code that reads a part while Office still starts, so that a workbook in which HR has decided
 * anything answers as soon as others. What fails here is fetched once more when it is needed.
 */
export function prefetchPolicyReader(): void {
  loadPolicyPart().catch(() => undefined);
}

/** The policy as the functions get it before the pane's code has arrived: text in, book out. */
export async function policyOfParts(parts: readonly string[]): Promise<WorkbookPolicy> {
  if (parts.length === 0) return builtInWorkbookPolicy();
  const { readPart, toBook, unite } = await loadPolicyPart();
  const read = parts.map((xml) => readPart(xml));
  if (read.some(({ kind }) => kind === "newerSchema"))
    return { kind: "unreadable", why: "newer", parts };
  const good = read.flatMap((result) => (result.kind === "read" ? [result] : []));
  if (good.length < read.length) {
    const faults = read.flatMap((result) => (result.kind === "broken" ? result.why : []));
    const isTooLarge = faults.every(({ code }) => code === "tooLarge");
    return { kind: "unreadable", why: isTooLarge ? "tooLarge" : "broken", parts };
  }
  const { stored, conflicts } = unite(good.map(({ book }) => book));
  const reports = good.flatMap((result) => result.reports);
  return { kind: "read", book: toBook(stored), stored, reports, conflicts, parts };
}

function sameParts(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((xml, index) => xml === other[index]);
}

type PolicyGateway = Pick<Gateway, "readPolicyParts" | "writePolicyPart" | "recalculate">;

/** The policy of the open workbook: read once, again when somebody has changed it, told to all who use it. */
export class PolicySession {
  readonly #gateway: PolicyGateway;
  readonly #listeners = new Set<(policy: WorkbookPolicy) => void>();
  #policy: WorkbookPolicy | null = null;
  #reading: Promise<WorkbookPolicy> | null = null;
  #refreshing: Promise<boolean> | null = null;

  constructor(gateway: PolicyGateway) {
    this.#gateway = gateway;
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
   * Looks whether the parts have changed since they were read; if so, everybody is told and the
   * formulas are calculated once. Says whether they had.
   */
  refresh(): Promise<boolean> {
    // Two looks at once would both find the change, and calculate twice.
    this.#refreshing ??= this.#refresh().finally(() => (this.#refreshing = null));
    return this.#refreshing;
  }

  /**
   * Writes the part in place of those that were read, and goes by it. Fails as `writePolicyPart` does,
   * but for a write of which only the answer was lost; with "notRecalculated" where the part was
   * written and the formulas could not be calculated.
   */
  async save(xml: string, onWritten?: () => void): Promise<WorkbookPolicy> {
    const before = await this.load();
    let after: readonly string[] | null;
    try {
      await this.#gateway.writePolicyPart(xml, before.parts);
      after = (await this.#parts()) ?? [xml];
    } catch (error) {
      after = await this.#parts();
      if (after === null || !sameParts(after, [xml])) throw error;
    }
    onWritten?.();
    return this.#adopt(after);
  }

  async #refresh(): Promise<boolean> {
    const before = await this.load();
    const after = await this.#parts();
    if (after === null) return false;
    const isNew =
      (before.kind === "unreadable" && before.why === "notReached") ||
      !sameParts(before.parts, after);
    if (isNew) await this.#adopt(after);
    return isNew;
  }

  async #read(): Promise<WorkbookPolicy> {
    const parts = await this.#parts();
    return this.#tell(
      parts === null
        ? { kind: "unreadable", why: "notReached", parts: [] }
        : await policyOfParts(parts),
    );
  }

  async #parts(): Promise<readonly string[] | null> {
    try {
      return await this.#gateway.readPolicyParts();
    } catch (error) {
      if (error instanceof GatewayError) return null;
      throw error;
    }
  }

  async #adopt(parts: readonly string[]): Promise<WorkbookPolicy> {
    const policy = this.#tell(await policyOfParts(parts));
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
