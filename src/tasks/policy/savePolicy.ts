import { loadPolicyPart } from "../../policy";
import { GatewayError, type Gateway, type KeptPolicy } from "../gateway";
import type { PolicyGuard, WorkbookPolicy } from "./policyTypes";
import { sameTexts } from "./sameTexts";
import { witnessOfPart } from "./witness";

/** What saving needs of the session. */
export interface Saving {
  readonly gateway: Pick<Gateway, "writePolicy" | "recalculate">;
  /** "YYYY-MM-DD": the day that the hidden copy notes. */
  readonly day: () => string;
  readonly load: () => Promise<WorkbookPolicy>;
  /** What the workbook keeps now; null where it cannot be reached. */
  readonly kept: () => Promise<KeptPolicy | null>;
  /** The policy of a workbook that keeps this. */
  readonly comesTo: (kept: KeptPolicy) => Promise<WorkbookPolicy>;
  /** Makes it the policy in force and tells whoever uses it. */
  readonly tell: (policy: WorkbookPolicy) => WorkbookPolicy;
  readonly guard: PolicyGuard | null;
}

/** Asks whoever stands at the door; gives what is to be done once the policy is written. */
async function ask(
  { guard, comesTo }: Saving,
  before: WorkbookPolicy,
  after: KeptPolicy,
): Promise<(() => Promise<void>) | null> {
  return guard === null ? null : guard(before, await comesTo(after));
}

/** Uses what the workbook keeps by now; all formulas are calculated once. */
export async function adopt(saving: Saving, kept: KeptPolicy): Promise<WorkbookPolicy> {
  const policy = saving.tell(await saving.comesTo(kept));
  try {
    await saving.gateway.recalculate();
  } catch (error) {
    const detail = error instanceof GatewayError ? error.message : "";
    throw new GatewayError("notRecalculated", detail);
  }
  return policy;
}

/** See PolicySession.refresh. */
export async function refreshPolicy(saving: Saving): Promise<boolean> {
  const before = await saving.load();
  const after = await saving.kept();
  if (after === null) return false;
  const isNew = !sameKept(before.kept, after) || (await isOver(saving, before, after));
  if (isNew) await adopt(saving, after);
  return isNew;
}

function sameKept(one: KeptPolicy, other: KeptPolicy): boolean {
  return sameTexts(one.parts, other.parts) && sameTexts(one.witness, other.witness);
}

/** Whether what kept the policy from being followed is over. */
async function isOver(
  { comesTo }: Saving,
  before: WorkbookPolicy,
  kept: KeptPolicy,
): Promise<boolean> {
  if (before.kind === "read") return false;
  const now = await comesTo(kept);
  return now.kind === "read" || now.why !== before.why;
}

/** See PolicySession.save. */
export async function savePolicy(
  saving: Saving,
  xml: string,
  onWritten?: () => void,
): Promise<WorkbookPolicy> {
  const before = await saving.load();
  const saved = await ask(saving, before, { parts: [xml], witness: null });
  const after = await writeSettings(saving, xml, before.kept.parts);
  onWritten?.();
  await saved?.();
  return adopt(saving, after);
}

/** See PolicySession.keep. The book stays the same object: nothing is to be judged or calculated again. */
export async function keepPolicy(
  saving: Saving,
  policy: Extract<WorkbookPolicy, { kind: "read" }>,
): Promise<void> {
  const { writePart } = await loadPolicyPart();
  const kept = await writeSettings(saving, writePart(policy.stored), policy.kept.parts);
  const own = await saving.comesTo(kept);
  saving.tell(own.kind === "read" ? { ...own, book: policy.book } : own);
}

/** Writes a part and its copy in place of the parts that were read; gives what the workbook keeps then. */
async function writeSettings(
  { gateway, day, kept }: Saving,
  xml: string,
  expected: readonly string[],
): Promise<KeptPolicy> {
  const witness = await witnessOfPart(xml, day());
  try {
    await gateway.writePolicy({ part: xml, witness }, expected);
    return (await kept()) ?? { parts: [xml], witness };
  } catch (error) {
    const after = await kept();
    if (after === null || !sameTexts(after.parts, [xml])) throw error;
    return writeWitness({ gateway, kept }, after, xml, witness);
  }
}

/** Once more, where the part was written and the copy was not; without it the part holds all the same. */
async function writeWitness(
  { gateway, kept }: Pick<Saving, "gateway" | "kept">,
  standing: KeptPolicy,
  xml: string,
  witness: readonly string[] | null,
): Promise<KeptPolicy> {
  if (witness === null || sameTexts(standing.witness, witness)) return standing;
  try {
    await gateway.writePolicy({ part: xml, witness }, standing.parts);
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error;
  }
  return (await kept()) ?? standing;
}

/**
 * See PolicySession.putBack. The copy becomes what it was, or that of the part where there was none; of a workbook
 * that kept nothing it stays, so that what was taken back can be brought back.
 */
export async function putBackPolicy(saving: Saving, before: KeptPolicy): Promise<WorkbookPolicy> {
  const { gateway, day, load, kept } = saving;
  const now = await load();
  const standing = now.kept;
  const part = before.parts.at(-1) ?? null;
  const witness = before.witness ?? (part === null ? null : await witnessOfPart(part, day()));
  const saved = await ask(saving, now, before);
  await gateway.writePolicy({ part, witness }, standing.parts);
  await saved?.();
  const after = await kept();
  return adopt(
    saving,
    after ?? { parts: part === null ? [] : [part], witness: witness ?? standing.witness },
  );
}
