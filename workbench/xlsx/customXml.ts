import {
  attributeOf,
  DECLARATION,
  ownNamespace,
  readTree,
  type OfficePackage,
} from "../../src/ooxml";
import { openingTag, textElement } from "./xml";
import { unrelate } from "./relations";

/** A custom XML part of a workbook; the id is a GUID in braces. */
export interface CustomXmlPart {
  readonly id: string;
  readonly xml: string;
}

const RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const DATA_STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml";
const PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml";

interface StoredPart extends CustomXmlPart {
  readonly path: string;
  readonly propertiesPath: string | undefined;
}

function storedParts(file: OfficePackage, workbookPath: string): StoredPart[] {
  return file
    .relationships(workbookPath)
    .filter(({ kind, target }) => kind === "customXml" && file.has(target))
    .map(({ target }) => {
      const propertiesPath = file
        .relationships(target)
        .find((relationship) => relationship.kind === "customXmlProps")?.target;
      const properties =
        propertiesPath !== undefined && file.has(propertiesPath)
          ? file.tree(propertiesPath)
          : undefined;
      const id = properties === undefined ? undefined : attributeOf(properties, "itemID");
      return { id: id ?? `{${target}}`, xml: file.text(target), path: target, propertiesPath };
    });
}

/** The custom XML parts of a workbook, in the order of its relationships. */
export function readCustomXml(file: OfficePackage, workbookPath: string): CustomXmlPart[] {
  return storedParts(file, workbookPath).map(({ id, xml }) => ({ id, xml }));
}

function namespaceOf(xml: string): string {
  return ownNamespace(readTree("customXml", xml));
}

/** The namespace of a part that anybody may have written; null where it cannot be read. */
function namespaceIn(text: () => string): string | null {
  try {
    return namespaceOf(text());
  } catch {
    return null;
  }
}

function freePath(file: OfficePackage): number {
  let number = 1;
  while (file.has(`customXml/item${number}.xml`) || file.has(`customXml/itemProps${number}.xml`)) {
    number++;
  }
  return number;
}

/** Excel knows a part by a GUID; an id of another shape gets one. */
function guid(id: string): string {
  return /^\{[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}\}$/i.test(id)
    ? id
    : `{${crypto.randomUUID().toUpperCase()}}`;
}

function addPart(file: OfficePackage, workbookPath: string, part: CustomXmlPart): void {
  const number = freePath(file);
  const item = `customXml/item${number}.xml`;
  file.declareDefault("xml", "application/xml");
  file.setText(item, part.xml);
  const namespace = namespaceOf(part.xml);
  const schemas =
    namespace === ""
      ? "<ds:schemaRefs/>"
      : `<ds:schemaRefs>${textElement("ds:schemaRef", { "ds:uri": namespace })}</ds:schemaRefs>`;
  const root = openingTag("ds:datastoreItem", {
    "ds:itemID": guid(part.id),
    "xmlns:ds": DATA_STORE,
  });
  file.add(
    `customXml/itemProps${number}.xml`,
    PROPERTIES_TYPE,
    `${DECLARATION.replace('"yes"', '"no"')}${root}${schemas}</ds:datastoreItem>`,
  );
  file.relate(item, `${RELATIONSHIPS}/customXmlProps`, `itemProps${number}.xml`);
  const up = "../".repeat(workbookPath.split("/").length - 1);
  file.relate(workbookPath, `${RELATIONSHIPS}/customXml`, `${up}${item}`);
}

/**
 * Takes out parts that hang at the package itself, where no program looks for custom XML (LibreOffice leaves it there),
 * once the workbook has one of their namespace again.
 */
function removeDetached(
  file: OfficePackage,
  workbookPath: string,
  parts: readonly CustomXmlPart[],
): void {
  const own = new Set(file.relationships(workbookPath).map(({ target }) => target));
  const detached = file
    .relationships("")
    .filter(({ kind, target, external }) => kind === "customXml" && !external && !own.has(target))
    .filter(({ target }) => file.has(target));
  if (detached.length === 0) return;
  const namespaces = new Set(parts.map(({ xml }) => namespaceIn(() => xml)));
  for (const { target } of detached) {
    const namespace = namespaceIn(() => file.text(target));
    if (namespace === null || !namespaces.has(namespace)) continue;
    unrelate(file, "", target);
    file.removeTree(target);
  }
}

/** Makes the custom XML parts of the package equal to `parts`, touching only those that differ. */
export function patchCustomXml(
  file: OfficePackage,
  workbookPath: string,
  parts: readonly CustomXmlPart[],
): void {
  const stored = storedParts(file, workbookPath);
  const wanted = new Map(parts.map((part) => [part.id, part]));
  for (const part of stored) {
    const now = wanted.get(part.id);
    if (now === undefined) {
      unrelate(file, workbookPath, part.path);
      file.remove(part.path);
      if (part.propertiesPath !== undefined) file.remove(part.propertiesPath);
    } else if (now.xml !== part.xml) file.setText(part.path, now.xml);
  }
  const known = new Set(stored.map(({ id }) => id));
  for (const part of parts) if (!known.has(part.id)) addPart(file, workbookPath, part);
  removeDetached(file, workbookPath, parts);
}
