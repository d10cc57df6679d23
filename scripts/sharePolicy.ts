// Takes: the bytes of a workbook, and how its copy is to be made. Gives: the policy that the copy uses, the bytes
// to copy, and what the person should know before (rule W6: nothing is computed silently by another policy).
import type { PolicyBook } from "../src/policy";
import { toBook, writePart } from "../src/policy/part";
import { readPolicyOf, withPolicyPart } from "../src/sharing";
import {
  builtInWorkbookPolicy,
  departs,
  policyOfFile,
  readDepartmentPolicy,
  type DepartmentPolicy,
  type WorkbookPolicy,
} from "../src/tasks";
import { policySummary } from "../src/views";
import { sayCopyDiffers, sayLost, sayLostForGood, type PaneMessage } from "../src/wording";

export interface PolicyWanted {
  readonly as: "values" | "formulas";
  /** Whether lost settings are brought back, in the copy. */
  readonly restore: boolean;
  /** The text of the department's policy, by which workbooks without their own go; null: they go by the built-in one. */
  readonly department: string | null;
}

export interface PolicyForCopy {
  readonly book: PolicyBook;
  /** Whether it is the workbook's own: without settings the built-in policy is used. */
  readonly isOwn: boolean;
  readonly bytes: Uint8Array;
  /** In both languages. */
  readonly told: readonly string[];
}

/** The settings cannot be followed, and the copy would show what they do not say. */
export class PolicyRefusal extends Error {}

type Unreadable = Extract<WorkbookPolicy, { kind: "unreadable" }>;

const inBoth = (say: (language: "zh" | "en") => PaneMessage): string[] =>
  (["zh", "en"] as const).map((language) => {
    const { what, next } = say(language);
    return `${what} ${next}`.trim();
  });

function tellLost({ witness }: Unreadable): string[] {
  return inBoth((language) =>
    witness.kind === "intact"
      ? sayLost(policySummary(witness.stored), witness.day, language)
      : sayLostForGood(witness.kind === "newer" ? "newer" : "broken", language),
  );
}

function restored(bytes: Uint8Array, xml: string): Uint8Array {
  const steps = withPolicyPart(bytes, xml);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

const WAYS = [
  "加 --restore 用找到的制度生成副本并恢复在副本里；或用 --as values，按文件里存着的数值生成。",
  "Add --restore to make the copy by the settings that were found, which are in it again; or use --as values, which keeps the stored values.",
];

const NO_POLICY_FILE =
  "--policy 的文件不是可以使用的制度文件。\nThe file of --policy is no policy file that can be used.";
const UNREADABLE =
  "工作簿里的制度设置无法读取：请在窗格“制度”页处理后再试。\nThe policy settings of the workbook cannot be read: see the page “Policy” of the pane, then try again.";
const OWN_POLICY = [
  "工作簿有自己的制度，与 --policy 的不同；副本按工作簿自己的制度。",
  "The workbook has a policy of its own, which differs from that of --policy; the copy uses the workbook's.",
];

async function readDepartment(text: string | null): Promise<DepartmentPolicy | null> {
  if (text === null) return null;
  const department = await readDepartmentPolicy({ kind: "file", text });
  if (department.policy.kind === "read") return department;
  throw new PolicyRefusal(NO_POLICY_FILE);
}

async function tellOfRead(
  policy: Extract<WorkbookPolicy, { kind: "read" }>,
  department: DepartmentPolicy | null,
): Promise<string[]> {
  const { copy, source, stored } = policy;
  const told =
    copy.kind === "differs" ? inBoth((language) => sayCopyDiffers(copy.day, language)) : [];
  const differs =
    source === "workbook" &&
    department?.policy.kind === "read" &&
    (await departs(stored, department.policy.stored));
  return differs ? [...told, ...OWN_POLICY] : told;
}

/** @throws PolicyRefusal with what is wrong and what can be done, in both languages. */
export async function policyForCopy(
  bytes: Uint8Array,
  { as, restore, department: text }: PolicyWanted,
): Promise<PolicyForCopy> {
  const department = await readDepartment(text);
  const policy = await policyOfFile(readPolicyOf(bytes), department);
  if (policy.kind === "read")
    return {
      book: policy.book,
      isOwn: policy.source === "workbook",
      bytes,
      told: await tellOfRead(policy, department),
    };
  if (policy.why !== "lost") throw new PolicyRefusal(UNREADABLE);
  const found = policy.witness.kind === "intact" ? policy.witness.stored : null;
  const told = tellLost(policy);
  if (restore) {
    // Where the copy is damaged, too, the department's policy can take the place of what was lost.
    const stored = found ?? (department?.policy.kind === "read" ? department.policy.stored : null);
    if (stored === null) throw new PolicyRefusal(told.join("\n"));
    return { book: toBook(stored), isOwn: true, bytes: restored(bytes, writePart(stored)), told };
  }
  if (as === "formulas") throw new PolicyRefusal([...told, ...WAYS].join("\n"));
  const book = found === null ? builtInWorkbookPolicy().book : toBook(found);
  return { book, isOwn: found !== null, bytes, told };
}
