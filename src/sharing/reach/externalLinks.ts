import { holdsCell, parseCell } from "../../grid";
import {
  applyEdits,
  attributeOf,
  childOf,
  childrenOf,
  DECLARATION,
  descendants,
  readTree,
  withAttributes,
  type Edit,
  type OfficePackage,
  type XmlElement,
} from "../../ooxml";
import type { LinkUse, Uses } from "./uses";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
/** How Excel itself keeps the place of a file that it has lost. */
const MISSING =
  "http://schemas.microsoft.com/office/2006/relationships/xlExternalLinkPath/xlPathMissing";

/**
 * Of other files, the copy keeps what its formulas refer to: those cells, and no others. A file that nothing refers to
 * is removed; where a later one is kept, an empty one keeps its number.
 */
export function pruneExternalLinks(file: OfficePackage, workbook: string, uses: Uses): void {
  const text = file.text(workbook);
  const holder = childOf(readTree(workbook, text), "externalReferences");
  const elements = childrenOf(holder, "externalReference");
  if (holder === undefined || elements.length === 0) return;
  const relations = new Map(file.relationships(workbook).map((each) => [each.id, each.target]));
  const last = Math.max(0, ...uses.links.keys()) - 1;
  const edits: Edit[] = [];
  elements.forEach((element, index) => {
    const id = attributeOf(element, "id") ?? "";
    const part = file.find(relations.get(id) ?? "");
    if (index > last) {
      edits.push({ ...element.span, text: "" });
      for (const { target } of file.unrelate(workbook, (each) => each.id === id))
        file.removeTree(target);
      return;
    }
    if (part === undefined) return;
    const use = uses.links.get(index + 1);
    if (use === undefined) emptyLink(file, part);
    else if (!use.unclear) pruneLink(file, part, use);
  });
  if (edits.length === 0) return;
  file.setText(workbook, applyEdits(text, last < 0 ? [{ ...holder.span, text: "" }] : edits));
}

function emptyLink(file: OfficePackage, part: string): void {
  for (const { target, external } of file.unrelate(part, () => true))
    if (!external) file.removeTree(target);
  const id = file.relate(part, MISSING, "missing", true);
  const text = `${DECLARATION}<externalLink xmlns="${MAIN}"><externalBook xmlns:r="${OFFICE}" r:id="${id}"/></externalLink>`;
  file.setText(part, file.inDialect(text));
}

function pruneLink(file: OfficePackage, part: string, use: LinkUse): void {
  const text = file.text(part);
  const root = readTree(part, text);
  const book = childOf(root, "externalBook");
  if (book === undefined) return;
  const names = childrenOf(childOf(book, "sheetNames"), "sheetName");
  const edits: Edit[] = [];
  const isUsed = (sheet: XmlElement | undefined): boolean =>
    use.areas.has((sheet?.attributes["val"] ?? "").toLowerCase());
  names.forEach((name, index) => {
    if (isUsed(name)) return;
    const tag = text.slice(name.tag.start, name.tag.end);
    edits.push({ ...name.tag, text: withAttributes(tag, { val: `Sheet${index + 1}` }) });
  });
  for (const name of childrenOf(childOf(book, "definedNames"), "definedName"))
    if (!use.names.has((name.attributes["name"] ?? "").toLowerCase()))
      edits.push({ ...name.span, text: "" });
  for (const data of childrenOf(childOf(book, "sheetDataSet"), "sheetData")) {
    const sheet = names[Number(data.attributes["sheetId"])];
    const areas = use.areas.get((sheet?.attributes["val"] ?? "").toLowerCase()) ?? [];
    for (const row of data.children) {
      const cells = row.children.filter((cell) => {
        const place = parseCell(cell.attributes["r"] ?? "");
        return (
          place === undefined || !areas.some((area) => holdsCell(area, place.row, place.column))
        );
      });
      if (cells.length === row.children.length) edits.push({ ...row.span, text: "" });
      else for (const cell of cells) edits.push({ ...cell.span, text: "" });
    }
  }
  // Addresses under which the other file could also be found name other places of it.
  for (const element of descendants(root))
    if (element.local === "alternateUrls") edits.push({ ...element.span, text: "" });
  file.setText(part, withoutEmptyNames(part, applyEdits(text, edits)));
}

/** The format allows no list of names without a name. */
function withoutEmptyNames(part: string, text: string): string {
  const book = childOf(readTree(part, text), "externalBook");
  const names = childOf(book, "definedNames");
  return names === undefined || names.children.length > 0
    ? text
    : applyEdits(text, [{ ...names.span, text: "" }]);
}
