import {
  builtInBook,
  loadPolicyPart,
  type PartReport,
  type PolicyBook,
  type StoredPolicy,
  type United,
} from "../../policy";
import type { PolicyFault } from "../../problems";
import type { PolicyOfFile } from "../../sharing";
import type { KeptPolicy } from "../gateway";
import { isWitnessOf, readWitness, type WitnessRead } from "./witness";

/** How the hidden copy stands to the part that is in force. */
export type CopyState =
  | { readonly kind: "same" }
  /** There is none, or what is there is no copy any more: the next save writes it. */
  | { readonly kind: "missing" }
  /** It says something else: another program has changed one of the two. */
  | { readonly kind: "differs"; readonly day: string; readonly stored: StoredPolicy };

/** What a workbook goes by. */
export type WorkbookPolicy =
  | {
      readonly kind: "read";
      /** Where it comes from. */
      readonly source: "builtIn" | "workbook";
      readonly book: PolicyBook;
      /** The same as the workbook keeps it: what edits start from. */
      readonly stored: StoredPolicy;
      /** What this product does not know there, and where two people saved different things. */
      readonly reports: readonly PartReport[];
      readonly conflicts: United["conflicts"];
      readonly copy: CopyState;
      readonly kept: KeptPolicy;
    }
  /** There is or was a policy, but not one that this product can follow; what is there is left alone. */
  | {
      readonly kind: "unreadable";
      readonly why: PolicyFault;
      /** The hidden copy, which may bring back what was lost. */
      readonly witness: WitnessRead;
      readonly kept: KeptPolicy;
    };

export const NOTHING_KEPT: KeptPolicy = { parts: [], witness: null };

/** What a workbook without a part goes by. */
export function builtInWorkbookPolicy(): Extract<WorkbookPolicy, { kind: "read" }> {
  return {
    kind: "read",
    source: "builtIn",
    book: builtInBook(),
    stored: { schema: 1, decisions: [] },
    reports: [],
    conflicts: [],
    copy: { kind: "missing" },
    kept: NOTHING_KEPT,
  };
}

/**
 * Fetches the code that reads a part while Office still starts, so that a workbook in which HR has decided
 * anything answers as soon as others. What fails here is fetched once more when it is needed.
 */
export function prefetchPolicyReader(): void {
  loadPolicyPart().catch(() => undefined);
}

/** What the settings of a workbook come to (the table of policy 5.7): texts in, book out. */
export async function policyOfKept(kept: KeptPolicy): Promise<WorkbookPolicy> {
  const { parts } = kept;
  if (parts.length === 0 && kept.witness === null) return builtInWorkbookPolicy();
  const { readPart, toBook, unite } = await loadPolicyPart();
  const witness = await readWitness(kept.witness);
  const unreadable = (why: PolicyFault): WorkbookPolicy => ({
    kind: "unreadable",
    why,
    witness,
    kept,
  });
  if (parts.length === 0) return unreadable("lost");
  const read = parts.map((xml) => readPart(xml));
  if (read.some(({ kind }) => kind === "newerSchema")) return unreadable("newer");
  const good = read.flatMap((result) => (result.kind === "read" ? [result] : []));
  if (good.length < read.length) {
    const faults = read.flatMap((result) => (result.kind === "broken" ? result.why : []));
    const isTooLarge = faults.every(({ code }) => code === "tooLarge");
    return unreadable(isTooLarge ? "tooLarge" : "broken");
  }
  const { stored, conflicts } = unite(good.map(({ book }) => book));
  return {
    kind: "read",
    source: "workbook",
    book: toBook(stored),
    stored,
    reports: good.flatMap((result) => result.reports),
    conflicts,
    copy: await copyState(witness, parts, stored),
    kept,
  };
}

async function copyState(
  witness: WitnessRead,
  parts: readonly string[],
  stored: StoredPolicy,
): Promise<CopyState> {
  if (witness.kind !== "intact") return { kind: "missing" };
  // Of several parts (two people saved) the copy is that of one.
  for (const xml of parts) if (await isWitnessOf(witness, xml, stored)) return { kind: "same" };
  return { kind: "differs", day: witness.day, stored: witness.stored };
}

/**
 * What the settings of a workbook's file come to. A part that hangs where Excel does not look for it is in force no
 * more, but can be brought back like the copy in cells.
 */
export async function policyOfFile(file: PolicyOfFile): Promise<WorkbookPolicy> {
  const policy = await policyOfKept(file);
  if (file.parts.length > 0 || file.detached.length === 0) return policy;
  if (policy.kind === "unreadable" && policy.witness.kind === "intact") return policy;
  const detached = await policyOfKept({ parts: file.detached, witness: null });
  const witness: WitnessRead =
    detached.kind === "read"
      ? { kind: "intact", digest: "", day: "", stored: detached.stored }
      : { kind: detached.why === "newer" ? "newer" : "broken" };
  return { kind: "unreadable", why: "lost", witness, kept: file };
}
