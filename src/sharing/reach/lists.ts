import {
  applyEdits,
  childrenOf,
  descendants,
  readTree,
  type OfficePackage,
  type XmlElement,
} from "../../ooxml";
import type { Uses } from "./uses";

/** Parts that the workbook has one of, each a list of entries which others use by a number or name. */

/** Removes the entries of a list that nothing uses, and the list with its last one. */
function pruneList(
  file: OfficePackage,
  workbook: string,
  kind: string,
  isUsed: (entry: XmlElement) => boolean,
  alone: (root: XmlElement) => readonly XmlElement[] = (root) => root.children,
): void {
  for (const { kind: each, target } of file.relationships(workbook)) {
    const part = each === kind ? file.find(target) : undefined;
    if (part === undefined) continue;
    const text = file.text(part);
    const entries = alone(readTree(part, text));
    const gone = entries.filter((entry) => !isUsed(entry));
    if (gone.length === 0 && entries.length > 0) continue;
    if (gone.length === entries.length) {
      file.unrelate(workbook, (relation) => relation.kind === kind && relation.target === target);
      file.removeTree(part);
    } else
      file.setText(
        part,
        applyEdits(
          text,
          gone.map(({ span }) => ({ ...span, text: "" })),
        ),
      );
  }
}

/** Values of an attribute, whatever its case, in all parts of these kinds of relationships. */
function numbersIn(file: OfficePackage, kinds: ReadonlySet<string>, name: string): Set<string> {
  const paths = new Set(
    file
      .owners()
      .flatMap((owner) => file.relationships(owner))
      .filter(({ kind, external }) => kinds.has(kind) && !external)
      .flatMap(({ target }) => file.find(target) ?? []),
  );
  const found = new Set<string>();
  for (const path of paths)
    for (const { attributes } of descendants(file.tree(path)))
      for (const [key, value] of Object.entries(attributes))
        if (key.toLowerCase() === name.toLowerCase()) found.add(value);
  return found;
}

const ASKERS = new Set(["queryTable", "pivotCacheDefinition", "xmlMaps", "slicerCache"]);

/** Connections to other data, with their passwords: those that nothing of the copy uses are removed. */
function pruneConnections(file: OfficePackage, workbook: string, uses: Uses): void {
  const used = numbersIn(file, ASKERS, "connectionId");
  pruneList(
    file,
    workbook,
    "connections",
    ({ attributes }) =>
      used.has(attributes["id"] ?? "") ||
      uses.connections.has((attributes["name"] ?? "").toLowerCase()),
  );
}

/** Maps of XML data, with the schemas that they alone use. */
function pruneXmlMaps(file: OfficePackage, workbook: string): void {
  const used = numbersIn(file, new Set(["table", "tableSingleCells"]), "mapId");
  pruneList(
    file,
    workbook,
    "xmlMaps",
    ({ local, attributes }) => local !== "Map" || used.has(attributes["ID"] ?? ""),
    (root) => childrenOf(root, "Map"),
  );
  for (const { kind, target } of file.relationships(workbook)) {
    const part = kind === "xmlMaps" ? file.find(target) : undefined;
    if (part === undefined) continue;
    const text = file.text(part);
    const root = readTree(part, text);
    const schemas = new Set(
      childrenOf(root, "Map").map(({ attributes }) => attributes["SchemaID"]),
    );
    const gone = childrenOf(root, "Schema").filter(
      ({ attributes }) => !schemas.has(attributes["ID"]),
    );
    file.setText(
      part,
      applyEdits(
        text,
        gone.map(({ span }) => ({ ...span, text: "" })),
      ),
    );
  }
}

/** People who wrote or are named in comments of the copy, and no others. */
function prunePersons(file: OfficePackage, workbook: string): void {
  const kinds = new Set(["threadedComment"]);
  const used = new Set([
    ...numbersIn(file, kinds, "personId"),
    ...numbersIn(file, kinds, "mentionpersonId"),
  ]);
  pruneList(file, workbook, "person", ({ attributes }) => used.has(attributes["id"] ?? ""));
}

export function pruneLists(file: OfficePackage, workbook: string, uses: Uses): void {
  pruneXmlMaps(file, workbook);
  pruneConnections(file, workbook, uses);
  prunePersons(file, workbook);
}
