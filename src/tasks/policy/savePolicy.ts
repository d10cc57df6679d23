import { GatewayError, type Gateway, type KeptPolicy } from "../gateway";
import type { WorkbookPolicy } from "./policyTypes";
import { sameTexts } from "./sameTexts";
import { witnessOfPart } from "./witness";

/** What saving needs of the session; fetched apart, since functions answer without it. */
export interface Saving {
  readonly gateway: Pick<Gateway, "writePolicy">;
  /** "YYYY-MM-DD": the day that the hidden copy notes. */
  readonly day: () => string;
  readonly load: () => Promise<WorkbookPolicy>;
  /** What the workbook keeps now; null where it cannot be reached. */
  readonly kept: () => Promise<KeptPolicy | null>;
  readonly adopt: (kept: KeptPolicy) => Promise<WorkbookPolicy>;
}

/** See PolicySession.save. */
export async function savePolicy(
  { gateway, day, load, kept, adopt }: Saving,
  xml: string,
  onWritten?: () => void,
): Promise<WorkbookPolicy> {
  const before = await load();
  const witness = await witnessOfPart(xml, day());
  let after: KeptPolicy | null;
  try {
    await gateway.writePolicy({ part: xml, witness }, before.kept.parts);
    after = (await kept()) ?? { parts: [xml], witness };
  } catch (error) {
    after = await kept();
    if (after === null || !sameTexts(after.parts, [xml])) throw error;
    after = await writeWitness({ gateway, kept }, after, xml, witness);
  }
  onWritten?.();
  return adopt(after);
}

/** Once more, where the part was written and the copy was not; without it the part holds all the same. */
async function writeWitness(
  { gateway, kept }: Pick<Saving, "gateway" | "kept">,
  standing: KeptPolicy,
  xml: string,
  witness: readonly string[] | null,
): Promise<KeptPolicy> {
  if (witness === null || sameTexts(standing.witness, witness)) return standing;
  try {
    await gateway.writePolicy({ part: xml, witness }, standing.parts);
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error;
  }
  return (await kept()) ?? standing;
}

/** See PolicySession.putBack. */
export async function putBackPolicy(
  { gateway, load, kept, adopt }: Saving,
  before: KeptPolicy,
): Promise<WorkbookPolicy> {
  const standing = (await load()).kept;
  const part = before.parts.at(-1) ?? null;
  await gateway.writePolicy({ part, witness: null }, standing.parts);
  const after = await kept();
  return adopt(after ?? { parts: part === null ? [] : [part], witness: standing.witness });
}
