import {
  loadPolicyEditing,
  loadPolicyPart,
  type LintResult,
  type PartProblem,
  type PartReport,
  type StoredPolicy,
  type StoredVersion,
} from "../../policy";
import type { Month } from "../../units";

/** What an exported file holds, or why it is not taken; the workbook is untouched either way. */
export type PolicyFile =
  | {
      readonly kind: "read";
      readonly stored: StoredPolicy;
      readonly reports: readonly PartReport[];
      readonly replacing: Replacing;
    }
  | { readonly kind: "broken"; readonly problems: readonly PartProblem[] }
  | { readonly kind: "newerSchema"; readonly schema: number };

/** What taking a file in place of the workbook's policy means. */
export interface Replacing {
  readonly decisions: number;
  /** Versions of HR's own, by name or first month. */
  readonly versions: readonly string[];
  /** What the workbook has and the file has not, or has otherwise. */
  readonly lostDecisions: number;
  readonly lostVersions: readonly string[];
  /** Errors that the checks find in it for the open month. */
  readonly errors: readonly LintResult[];
}

/** A file of more bytes is not even opened: every character of the longest policy may take four. */
const MOST_BYTES = 16_000_000;

/** The policy of the workbook as the text of a file, laid out for people. */
export async function exportPolicy(stored: StoredPolicy): Promise<string> {
  const { writePolicyJson } = await loadPolicyPart();
  return writePolicyJson(stored);
}

/** Reads a file that HR picked; takes whatever somebody put there, and never throws for its content. */
export async function readPolicyFile(
  file: Blob,
  current: StoredPolicy,
  open: Month,
): Promise<PolicyFile> {
  if (file.size > MOST_BYTES)
    return { kind: "broken", problems: [{ code: "tooLarge", limit: MOST_BYTES / 4 }] };
  const bytes = await file.arrayBuffer();
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return { kind: "broken", problems: [{ code: "notJson" }] };
  }
  const [{ readPolicyJson, toBook }, { lintBook }] = await Promise.all([
    loadPolicyPart(),
    loadPolicyEditing(),
  ]);
  const result = readPolicyJson(text);
  switch (result.kind) {
    case "read": {
      const stored = result.book;
      const errors = lintBook(toBook(stored), open).filter(({ severity }) => severity === "error");
      return {
        kind: "read",
        stored,
        reports: result.reports,
        replacing: { ...comparison(current, stored), errors },
      };
    }
    case "broken":
      return { kind: "broken", problems: result.why };
    case "newerSchema":
      return result;
  }
}

function comparison(current: StoredPolicy, file: StoredPolicy): Omit<Replacing, "errors"> {
  const same = (one: unknown, other: unknown): boolean =>
    JSON.stringify(one) === JSON.stringify(other);
  const isIn = <T>(list: readonly T[], one: T): boolean => list.some((other) => same(one, other));
  const versions = file.versions ?? [];
  return {
    decisions: file.decisions.length,
    versions: versions.filter(isOwn).map(nameOf),
    lostDecisions: current.decisions.filter((one) => !isIn(file.decisions, one)).length,
    lostVersions: (current.versions ?? [])
      .filter((one) => isOwn(one) && !isIn(versions, one))
      .map(nameOf),
  };
}

function isOwn({ values }: StoredVersion): boolean {
  return values.levels !== undefined;
}

function nameOf({ id, name = "", from }: StoredVersion): string {
  return name === "" ? (from ?? id) : name;
}
