import { loadPolicyPart, type StoredPolicy } from "../../policy";
import type { PolicyFault } from "../../problems";
import type { KeptPolicy } from "../gateway";
import { isWitnessOf, readWitness, type WitnessRead } from "./witness";
import type { CopyState, WorkbookPolicy } from "./policyTypes";

/** What the settings that a workbook keeps come to; see policyOfKept. Fetched where there are any. */
export async function policyOfParts(kept: KeptPolicy): Promise<WorkbookPolicy> {
  const { parts } = kept;
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
