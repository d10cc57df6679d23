export interface StoredPart {
  readonly part: Excel.CustomXmlPart;
  readonly xml: string;
}

/** The parts whose root element is in one namespace; known once a request was sent. */
export function findParts(
  context: Excel.RequestContext,
  namespace: string,
): Excel.CustomXmlPartScopedCollection {
  const parts = context.workbook.customXmlParts.getByNamespace(namespace);
  parts.load("items/id");
  return parts;
}

/** What they hold, in the order in which they are stored in the workbook; with whatever else waits for a request. */
export async function readParts(
  context: Excel.RequestContext,
  parts: Excel.CustomXmlPartScopedCollection,
): Promise<readonly StoredPart[]> {
  const texts = parts.items.map((part) => ({ part, xml: part.getXml() }));
  await context.sync();
  return texts.map(({ part, xml }) => ({ part, xml: xml.value }));
}
