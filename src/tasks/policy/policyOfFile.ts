import type { PolicyOfFile } from "../../sharing";
import type { DepartmentPolicy } from "./departmentPolicy";
import type { WorkbookPolicy } from "./policyTypes";
import type { WitnessRead } from "./witness";
import { builtInWorkbookPolicy, policyOfKept } from "./workbookPolicy";

/**
 * What the settings of a workbook's file come to. A part that is stored where Excel does not look for it is in force no
 * more, but can be brought back like the copy in cells.
 */
export async function policyOfFile(
  file: PolicyOfFile,
  department: DepartmentPolicy | null = null,
): Promise<WorkbookPolicy> {
  const policy = await policyOfKept(file, () => department?.policy ?? builtInWorkbookPolicy());
  if (file.parts.length > 0 || file.detached.length === 0) return policy;
  if (policy.kind === "unreadable" && policy.witness.kind === "intact") return policy;
  const detached = await policyOfKept({ parts: file.detached, witness: null });
  const witness: WitnessRead =
    detached.kind === "read"
      ? { kind: "intact", digest: "", day: "", stored: detached.stored }
      : { kind: detached.why === "newer" ? "newer" : "broken" };
  return { kind: "unreadable", why: "lost", witness, kept: file };
}
