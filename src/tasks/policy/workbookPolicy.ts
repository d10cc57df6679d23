import { builtInBook, loadPolicyPart } from "../../policy";
import type { PolicyFault } from "../../problems";
import type { KeptPolicy } from "../gateway";
import type { WorkbookPolicy } from "./policyTypes";

export const NOTHING_KEPT: KeptPolicy = { parts: [], witness: null };

/** The policy that a workbook without a part uses. */
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

/** Of a workbook of which nothing is known. */
export function unreadable(why: PolicyFault): Extract<WorkbookPolicy, { kind: "unreadable" }> {
  return { kind: "unreadable", why, witness: { kind: "none" }, kept: NOTHING_KEPT };
}

const loadKept = () => import("./policyOfParts");

/**
 * Fetches the code that reads a part while Office still starts, so that a workbook in which HR has decided
 * anything answers as soon as others. What fails here is fetched once more when it is needed.
 */
export function prefetchPolicyReader(): void {
  for (const fetching of [loadPolicyPart(), loadKept()]) fetching.catch(() => undefined);
}

/** What the settings of a workbook come to (rule W6): texts in, book out. `nothing`: what a workbook without any uses. */
export async function policyOfKept(
  kept: KeptPolicy,
  nothing: () => WorkbookPolicy | Promise<WorkbookPolicy> = builtInWorkbookPolicy,
): Promise<WorkbookPolicy> {
  if (kept.parts.length === 0 && kept.witness === null) return nothing();
  return (await loadKept()).policyOfParts(kept);
}
