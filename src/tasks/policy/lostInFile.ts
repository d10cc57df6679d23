import { readPolicyOf } from "../../sharing";
import type { Gateway } from "../gateway";
import { policyOfFile } from "./policyOfFile";
import type { WitnessRead } from "./witness";

/**
 * Searches the bytes of the workbook for settings that another program has stored where Excel does not look for
 * them; null where there are none to bring back. Fails as `readFile` does.
 */
export async function findLostInFile(
  gateway: Pick<Gateway, "readFile">,
): Promise<Extract<WitnessRead, { kind: "intact" }> | null> {
  const policy = await policyOfFile(readPolicyOf(await gateway.readFile()));
  return policy.kind === "unreadable" && policy.witness.kind === "intact" ? policy.witness : null;
}
