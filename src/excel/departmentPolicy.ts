import { readDepartmentPolicy, type DepartmentFile, type DepartmentPolicy } from "../tasks";

/** Milliseconds after which functions answer that the file cannot be reached, rather than wait on. */
const PATIENCE = 10_000;

/** Whether the server says that it has no such file for us, rather than that it cannot answer now. */
function isMissing(status: number): boolean {
  return status >= 400 && status < 500;
}

async function fetchFile(address: string): Promise<DepartmentFile> {
  try {
    // A new version holds from the next start on: the server is asked whether there is one.
    const response = await fetch(address, {
      cache: "no-cache",
      signal: AbortSignal.timeout(PATIENCE),
    });
    if (response.ok) return { kind: "file", text: await response.text() };
    return { kind: isMissing(response.status) ? "missing" : "notReached" };
  } catch {
    return { kind: "notReached" };
  }
}

/** The department's policy at an address that is relative to the page. Never fails. */
export async function fetchDepartmentPolicy(address: string): Promise<DepartmentPolicy> {
  return readDepartmentPolicy(await fetchFile(address));
}
