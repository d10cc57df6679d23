import { loadPolicyPart, type StoredPolicy } from "../../policy";

/** What the workbook's hidden copy of the policy settings says (rule W5). */
export type WitnessRead =
  | { readonly kind: "none" }
  /** Its digest is that of its text: nothing of it was lost. */
  | {
      readonly kind: "intact";
      /** "" of settings that were found elsewhere in the file. */
      readonly digest: string;
      /** "YYYY-MM-DD", the day on which it was saved; "" where nobody noted it. */
      readonly day: string;
      readonly stored: StoredPolicy;
    }
  | { readonly kind: "broken" }
  /** Written by a later version of the product. */
  | { readonly kind: "newer" };

/** Names a text; of two texts with the same digest nothing differs. */
export async function digestOf(text: string): Promise<string> {
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  const digits = [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, "0"));
  return `sha256:${digits.join("")}`;
}

/** The cells of the copy of a part; null for a text that is no part. */
export async function witnessOfPart(xml: string, day: string): Promise<readonly string[] | null> {
  const { POLICY_ROOT, readXml, witnessCells } = await loadPolicyPart();
  const root = readXml(xml, POLICY_ROOT);
  if (root.kind !== "text") return null;
  return witnessCells({ digest: await digestOf(root.text), day, json: root.text });
}

/** The part that keeps these settings. */
export async function partOf(stored: StoredPolicy): Promise<string> {
  const { writePart } = await loadPolicyPart();
  return writePart(stored);
}

/** Reads the copy's cells; null: the workbook has none. Never fails because of what stands in them. */
export async function readWitness(cells: readonly string[] | null): Promise<WitnessRead> {
  if (cells === null) return { kind: "none" };
  const { readPolicyJson, readWitnessCells } = await loadPolicyPart();
  const witness = readWitnessCells(cells);
  if (witness === null || (await digestOf(witness.json)) !== witness.digest)
    return { kind: "broken" };
  const result = readPolicyJson(witness.json);
  switch (result.kind) {
    case "read":
      return {
        kind: "intact",
        digest: witness.digest,
        day: witness.day,
        stored: result.book,
      };
    case "newerSchema":
      return { kind: "newer" };
    case "broken":
      return { kind: "broken" };
  }
}

/** Whether a part says what the copy says: the same text, or the same settings written otherwise. */
export async function isWitnessOf(
  witness: Extract<WitnessRead, { kind: "intact" }>,
  xml: string,
  stored: StoredPolicy,
): Promise<boolean> {
  const { POLICY_ROOT, readXml, sameJson } = await loadPolicyPart();
  const root = readXml(xml, POLICY_ROOT);
  if (root.kind === "text" && (await digestOf(root.text)) === witness.digest) return true;
  return sameJson(stored, witness.stored);
}
