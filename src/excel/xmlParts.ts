import { GatewayError } from "../tasks";
import { runExcel } from "./run";

interface StoredPart {
  readonly part: Excel.CustomXmlPart;
  readonly xml: string;
}

/** The parts of the workbook whose root element is in one namespace: read, and rewritten as one. */
interface XmlParts {
  /** In the order in which they lie there. */
  readonly read: () => Promise<readonly string[]>;
  /**
   * Leaves one part with this XML; "changed" where the parts are not the expected ones. The last part is
   * rewritten in one action and only then the others go: of two parts the later one holds, so that nothing
   * is lost whatever fails.
   */
  readonly write: (xml: string, expected: readonly string[]) => Promise<void>;
}

function partsIn(namespace: string): XmlParts {
  async function find(context: Excel.RequestContext): Promise<StoredPart[]> {
    const parts = context.workbook.customXmlParts.getByNamespace(namespace);
    parts.load("items/id");
    await context.sync();
    const texts = parts.items.map((part) => ({ part, xml: part.getXml() }));
    await context.sync();
    return texts.map(({ part, xml }) => ({ part, xml: xml.value }));
  }
  return {
    read: () => runExcel(async (context) => (await find(context)).map(({ xml }) => xml)),
    write: (xml, expected) =>
      runExcel(async (context) => {
        const stored = await find(context);
        const same =
          stored.length === expected.length &&
          stored.every((part, index) => part.xml === expected[index]);
        if (!same) throw new GatewayError({ kind: "changed", sheetName: null });
        const last = stored.pop();
        if (last === undefined) context.workbook.customXmlParts.add(xml);
        else last.part.setXml(xml);
        for (const { part } of stored) part.delete();
        await context.sync();
      }),
  };
}

// The namespaces are part of the file format.
const policy = partsIn("urn:cs-promotion:policy:1");
const sheets = partsIn("urn:cs-promotion:sheet:1");

/** See Gateway. */
export const readPolicyParts = policy.read;
export const writePolicyPart = policy.write;
export const readSheetParts = sheets.read;
export const writeSheetPart = sheets.write;
