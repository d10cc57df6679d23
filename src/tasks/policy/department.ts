import {
  loadPolicyPart,
  type StoredDecision,
  type StoredPolicy,
  type StoredVersion,
} from "../../policy";
import type { PolicyFault } from "../../problems";
import type { DepartmentFile, DepartmentPolicy } from "./departmentPolicy";
import { digestOf } from "./witness";
import { builtInWorkbookPolicy, unreadable } from "./workbookPolicy";

const refused = (why: PolicyFault): DepartmentPolicy => ({ policy: unreadable(why), digest: "" });

/** Reads the file. Never fails: one that cannot be followed is said, and no other policy takes its place. */
export async function readDepartmentPolicy(file: DepartmentFile): Promise<DepartmentPolicy> {
  if (file.kind === "missing") return refused("departmentBroken");
  if (file.kind === "notReached") return refused("departmentNotReached");
  const { jsonForXml, readPolicyJson, toBook } = await loadPolicyPart();
  const result = readPolicyJson(file.text);
  switch (result.kind) {
    case "broken":
      return refused("departmentBroken");
    case "newerSchema":
      return refused("departmentNewer");
    case "read": {
      const { book: stored, reports } = result;
      return {
        policy: {
          ...builtInWorkbookPolicy(),
          source: "department",
          book: toBook(stored),
          stored,
          reports,
        },
        digest: await digestOf(jsonForXml(stored)),
      };
    }
  }
}

/** In what the workbook notes as read: that HR has seen this policy of the department's and keeps the workbook's own. */
const MARK = "department:";
const markOf = ({ digest }: DepartmentPolicy): string =>
  `${MARK}${digest.slice("sha256:".length, "sha256:".length + 16)}`;

/** What of a policy changes results: not who decided, when and why, nor what the versions are called. */
async function effective(stored: StoredPolicy): Promise<unknown> {
  const { decisionsThatHold } = await loadPolicyPart();
  const decision = ({ reading, option, from }: StoredDecision) => [reading, option, from ?? ""];
  const version = ({ from, values }: StoredVersion) => [from ?? "", values];
  const byText = (one: unknown, other: unknown): number =>
    JSON.stringify(one) < JSON.stringify(other) ? -1 : 1;
  return {
    decisions: decisionsThatHold(stored.decisions).map(decision).sort(byText),
    versions: (stored.versions ?? []).map(version).sort(byText),
    words: stored.words ?? {},
  };
}

/** Whether a workbook's own policy may give other results than the department's. */
export async function departs(own: StoredPolicy, department: StoredPolicy): Promise<boolean> {
  const { sameJson } = await loadPolicyPart();
  return !sameJson(await effective(own), await effective(department));
}

/** Whether HR has said that this policy of the department's shall not replace the workbook's own. */
export function isDeclined(own: StoredPolicy, department: DepartmentPolicy): boolean {
  return own.acknowledged?.includes(markOf(department)) ?? false;
}

/** The workbook's own policy, which is not compared with this one of the department's any more. */
export function declining(own: StoredPolicy, department: DepartmentPolicy): StoredPolicy {
  const others = (own.acknowledged ?? []).filter((id) => !id.startsWith(MARK));
  return { ...own, acknowledged: [...others, markOf(department)] };
}

/**
 * The department's policy in the place of the workbook's own. What the workbook keeps beside its decisions, versions
 * and words stays, fields of later products included.
 */
export function takingOver(own: StoredPolicy, department: StoredPolicy): StoredPolicy {
  const others: Partial<StoredPolicy> = { ...own };
  for (const field of ["versions", "words", "acknowledged"] as const) delete others[field];
  const read = [...(own.acknowledged ?? []), ...(department.acknowledged ?? [])];
  const notes = [...new Set(read)].filter((id) => !id.startsWith(MARK));
  return {
    ...others,
    ...department,
    ...(notes.length === 0 ? {} : { acknowledged: notes }),
  };
}
