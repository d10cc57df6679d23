import {
  loadPolicyEditing,
  loadPolicyPart,
  type EditIssue,
  type Edited,
  type StoredPolicy,
} from "../../policy";
import type { PolicyFault } from "../../problems";
import { GatewayError, type KeptPolicy } from "../gateway";
import type { PolicySession } from "./policySession";
import type { TaskProgress } from "../run/progress";

/** What HR's forms may do to a policy. */
export type PolicyEditing = Awaited<ReturnType<typeof loadPolicyEditing>>;

/** A change of the policy as stored; tried again on the newer one where somebody else has saved meanwhile. */
export type PolicyEdit = (stored: StoredPolicy, editing: PolicyEditing) => Edited<StoredPolicy>;

/** What a change came to. Nothing is written where it changes nothing or is refused. */
export type PolicyChange =
  | { readonly kind: "saved"; readonly before: StoredPolicy; readonly after: StoredPolicy }
  | { readonly kind: "unchanged" }
  | { readonly kind: "refused"; readonly issues: readonly EditIssue[] }
  | { readonly kind: "unreadable"; readonly why: PolicyFault };

/** The policy of the workbook changed: one write, and one calculation of all formulas. */
export async function changePolicy(
  session: PolicySession,
  edit: PolicyEdit,
  onProgress?: (progress: TaskProgress) => void,
): Promise<PolicyChange> {
  const editing = await loadPolicyEditing();
  try {
    return await attempt(session, edit, editing, onProgress);
  } catch (error) {
    if (!isProblem(error, "changed")) throw error;
  }
  await session.refresh();
  try {
    return await attempt(session, edit, editing, onProgress);
  } catch (error) {
    if (!isProblem(error, "changed")) throw error;
    await session.refresh();
    throw new GatewayError("policyChanged");
  }
}

/** Writes what several parts say together as the one that holds from now on: HR has checked what they differ in. */
export async function settlePolicyParts(
  session: PolicySession,
  onProgress?: (progress: TaskProgress) => void,
): Promise<void> {
  const policy = await session.load();
  if (policy.kind === "unreadable" || policy.kept.parts.length < 2) return;
  await replaceParts(session, policy.stored, onProgress);
}

/** Puts the built-in policy, with nothing decided, in place of settings that cannot be read. */
export async function startPolicyAfresh(
  session: PolicySession,
  onProgress?: (progress: TaskProgress) => void,
): Promise<void> {
  const { emptyStored } = await loadPolicyPart();
  await replaceParts(session, emptyStored, onProgress);
}

async function replaceParts(
  session: PolicySession,
  stored: StoredPolicy,
  onProgress?: (progress: TaskProgress) => void,
): Promise<void> {
  const { writePart } = await loadPolicyPart();
  try {
    await session.save(writePart(stored), () =>
      onProgress?.({ stage: "recalculating", done: 0, of: null }),
    );
  } catch (error) {
    if (!isProblem(error, "changed")) throw error;
    await session.refresh();
    throw new GatewayError("policyChanged");
  }
}

/**
 * Puts settings in the place of those that were lost, cannot be read or say something else. Gives what the workbook
 * kept before, with which the session can put it back.
 */
export async function restorePolicy(
  session: PolicySession,
  stored: StoredPolicy,
  onProgress?: (progress: TaskProgress) => void,
): Promise<KeptPolicy> {
  const { kept } = await session.load();
  onProgress?.({ stage: "saving", done: 0, of: null });
  await replaceParts(session, stored, onProgress);
  return kept;
}

function isProblem(error: unknown, problem: GatewayError["problem"]): boolean {
  return error instanceof GatewayError && error.problem === problem;
}

async function attempt(
  session: PolicySession,
  edit: PolicyEdit,
  editing: PolicyEditing,
  onProgress?: (progress: TaskProgress) => void,
): Promise<PolicyChange> {
  const policy = await session.load();
  if (policy.kind === "unreadable") return { kind: "unreadable", why: policy.why };
  const before = policy.stored;
  const result = edit(before, editing);
  if (result.kind === "refused") return { kind: "refused", issues: result.issues };
  if (result.value === before) return { kind: "unchanged" };
  const { fitsPart, writePart } = await loadPolicyPart();
  if (!fitsPart(result.value)) throw new GatewayError("tooLarge");
  onProgress?.({ stage: "saving", done: 0, of: null });
  await session.save(writePart(result.value), () =>
    onProgress?.({ stage: "recalculating", done: 0, of: null }),
  );
  return { kind: "saved", before, after: result.value };
}
