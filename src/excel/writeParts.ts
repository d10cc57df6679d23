import { GatewayError } from "../tasks";
import { runExcel } from "./run";
import { findParts, readParts, type StoredPart } from "./xmlParts";

/**
 * Leaves one part with this XML, or none, once a request is sent; "changed" where the parts are not the expected
 * ones. The last part is rewritten in one action and only then the others go: of two parts the later one holds, so
 * that nothing is lost whatever fails.
 */
export function putPart(
  context: Excel.RequestContext,
  xml: string | null,
  stored: readonly StoredPart[],
  expected: readonly string[],
): void {
  const same =
    stored.length === expected.length &&
    stored.every((part, index) => part.xml === expected[index]);
  if (!same) throw new GatewayError({ kind: "changed", sheetName: null });
  const others = [...stored];
  if (xml !== null) {
    const last = others.pop();
    if (last === undefined) context.workbook.customXmlParts.add(xml);
    else last.part.setXml(xml);
  }
  for (const { part } of others) part.delete();
}

/** Part of the file format. */
const SHEETS = "urn:cs-promotion:sheet:1";

async function readStored(context: Excel.RequestContext): Promise<readonly StoredPart[]> {
  const parts = findParts(context, SHEETS);
  await context.sync();
  return readParts(context, parts);
}

/** See Gateway. */
export function readSheetParts(): Promise<readonly string[]> {
  return runExcel(async (context) => (await readStored(context)).map(({ xml }) => xml));
}

/** See Gateway. */
export function writeSheetPart(xml: string, expected: readonly string[]): Promise<void> {
  return runExcel(async (context) => {
    putPart(context, xml, await readStored(context), expected);
    await context.sync();
  });
}
