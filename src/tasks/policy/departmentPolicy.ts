import type { WorkbookPolicy } from "./policyTypes";

/** What came of asking for the file beside the page by which a department has one policy for all its workbooks. */
export type DepartmentFile =
  | { readonly kind: "file"; readonly text: string }
  /** The server has no such file. */
  | { readonly kind: "missing" }
  /** The network or the server gave no answer: later it may. */
  | { readonly kind: "notReached" };

/** The department's policy (rule W7). */
export interface DepartmentPolicy {
  /** What a workbook without settings of its own goes by; unreadable where the file cannot be followed. */
  readonly policy: WorkbookPolicy;
  /** Another one for other contents; "" where the file cannot be followed. */
  readonly digest: string;
}
