import { GatewayError } from "../tasks";
import { runExcel } from "./run";

/** The namespace of the part's root element; part of the file format. */
const NAMESPACE = "urn:cs-promotion:policy:1";

interface StoredPart {
  readonly part: Excel.CustomXmlPart;
  readonly xml: string;
}

async function findParts(context: Excel.RequestContext): Promise<StoredPart[]> {
  const parts = context.workbook.customXmlParts.getByNamespace(NAMESPACE);
  parts.load("items/id");
  await context.sync();
  const texts = parts.items.map((part) => ({ part, xml: part.getXml() }));
  await context.sync();
  return texts.map(({ part, xml }) => ({ part, xml: xml.value }));
}

/** The policy parts of the workbook, in the order in which they lie there. */
export function readPolicyParts(): Promise<readonly string[]> {
  return runExcel(async (context) => (await findParts(context)).map(({ xml }) => xml));
}

/**
 * Leaves one part with this XML; see Gateway.writePolicyPart. The last part is rewritten in one action and
 * only then the others go: of two parts the later one holds, so that nothing is lost whatever fails.
 */
export function writePolicyPart(xml: string, expected: readonly string[]): Promise<void> {
  return runExcel(async (context) => {
    const stored = await findParts(context);
    const same =
      stored.length === expected.length &&
      stored.every((part, index) => part.xml === expected[index]);
    if (!same) throw new GatewayError("changed");
    const last = stored.pop();
    if (last === undefined) context.workbook.customXmlParts.add(xml);
    else last.part.setXml(xml);
    for (const { part } of stored) part.delete();
    await context.sync();
  });
}
