import {
  applyEdits,
  childOf,
  childrenOf,
  descendants,
  type Edit,
  type OfficePackage,
  ownNamespace,
  readTree,
  withAttributes,
} from "../../ooxml";
import type { Book, BookSheet } from "./book";

/** The namespace of the policy that a workbook keeps. */
const POLICY = "urn:cs-promotion:policy:1";

/** Whether a part holds the policy of the workbook, whatever it is called. */
export function isPolicyPart(file: OfficePackage, path: string): boolean {
  // Only a part whose beginning names the namespace is read: others are large, or no XML at all.
  const beginning = file.pieces(path).next().value?.text ?? "";
  return beginning.includes(POLICY) && ownNamespace(file.tree(path)) === POLICY;
}

/** Takes all custom XML out of the workbook but its policy. */
export function removeCustomXml({ file, path }: Book): void {
  const gone = file.unrelate(
    path,
    ({ kind, target }) => kind === "customXml" && file.has(target) && !isPolicyPart(file, target),
  );
  for (const { target } of gone) file.removeTree(target);
}

/** Takes a part out of the package, whatever relates to it, and what only it led to. */
function removeWherever(file: OfficePackage, part: string): void {
  for (const owner of file.owners())
    file.unrelate(
      owner,
      ({ external, target }) => !external && target.toLowerCase() === part.toLowerCase(),
    );
  file.removeTree(part);
}

/** Takes the policy out, wherever other programs have stored it, with what describes it to them. */
export function removePolicyParts({ file }: Book): void {
  for (const part of file.paths()) {
    if (!/\.xml$/iu.test(part) || !file.has(part)) continue;
    const beginning = file.pieces(part).next().value?.text ?? "";
    if (!beginning.includes(POLICY)) continue;
    const root = file.tree(part);
    if (ownNamespace(root) === POLICY || root.local === "datastoreItem") removeWherever(file, part);
  }
}

/** What the file says of people and of its own contents, apart from them. */
const PROPERTIES: ReadonlySet<string> = new Set([
  "creator",
  "lastModifiedBy",
  "title",
  "subject",
  "description",
  "keywords",
  "category",
  "contentStatus",
  "Manager",
  "Company",
  "HeadingPairs",
  "TitlesOfParts",
  "HLinks",
  "HyperlinkBase",
]);

/** The properties that list sheets and names. */
const LISTS: ReadonlySet<string> = new Set(["HeadingPairs", "TitlesOfParts"]);

function removeProperties({ file }: Book, gone: ReadonlySet<string>): void {
  for (const { kind, target } of file.relationships("")) {
    const part = file.find(target);
    if (part === undefined) continue;
    if (kind === "core-properties" || kind === "extended-properties") {
      const text = file.text(part);
      const edits = readTree(part, text)
        .children.filter(({ local }) => gone.has(local))
        .map(({ span }) => ({ ...span, text: "" }));
      file.setText(part, applyEdits(text, edits));
    }
  }
}

/** Takes out of the document's properties which sheets and names it has: programs do without. */
export function removeLists(book: Book): void {
  removeProperties(book, LISTS);
}

/** Empties the properties of the document, and takes out its picture and what others have added to it. */
export function cleanProperties(book: Book): void {
  const { file } = book;
  removeProperties(book, PROPERTIES);
  for (const { target } of file.unrelate(
    "",
    ({ kind }) => kind === "custom-properties" || kind === "thumbnail",
  ))
    file.removeTree(target);
}

/** Empties what the workbook's part says of people and of the folder in which the file lay. */
export function cleanWorkbook({ file, path }: Book): void {
  const text = file.text(path);
  const edits = readTree(path, text).children.flatMap((part): Edit[] => {
    const isFolder =
      part.local === "AlternateContent" &&
      [...descendants(part)].some(({ local }) => local === "absPath");
    if (isFolder || part.local === "absPath" || part.local === "customWorkbookViews")
      return [{ ...part.span, text: "" }];
    if (part.local !== "fileSharing" || part.attributes["userName"] === undefined) return [];
    const tag = text.slice(part.tag.start, part.tag.end);
    return [{ ...part.tag, text: withAttributes(tag, { userName: null }) }];
  });
  file.setText(path, applyEdits(text, edits));
}

/** Relationships of the workbook to what remembers earlier values, or values of other places. */
const MEMORIES = new Set([
  "pivotCacheDefinition",
  "slicerCache",
  "timelineCache",
  "revisionHeaders",
  "usernames",
  "powerPivotData",
  "volatileDependencies",
]);

/** Elements of the workbook's part that refer to them. */
const OF_MEMORIES = new Set(["pivotCaches", "pivotCacheRefs"]);
const EXTENSIONS_OF_MEMORIES = new Set([
  "slicerCaches",
  "timelineCacheRefs",
  "timelineCachePivotCaches",
  "pivotCaches",
  "dataModel",
]);

/** Takes out tables of pivots, their caches, slicers and histories of changes; their cells stay as values. */
export function removeMemories({ file, path }: Book, sheets: readonly BookSheet[]): number {
  let pivots = 0;
  for (const sheet of sheets) {
    const gone = file.unrelate(sheet.path, ({ kind }) =>
      ["pivotTable", "slicer", "timeline"].includes(kind),
    );
    for (const { kind, target } of gone) {
      if (kind === "pivotTable") pivots += 1;
      file.removeTree(target);
    }
    for (const { kind, target } of file.relationships(sheet.path))
      if (kind === "drawing" && file.has(target)) removeSlicersFrom(file, target);
  }
  for (const { target } of file.unrelate(path, ({ kind }) => MEMORIES.has(kind)))
    file.removeTree(target);
  const text = file.text(path);
  const root = readTree(path, text);
  const edits: Edit[] = root.children
    .filter(({ local }) => OF_MEMORIES.has(local))
    .map(({ span }) => ({ ...span, text: "" }));
  for (const extension of childrenOf(childOf(root, "extLst"), "ext"))
    if (extension.children.some(({ local }) => EXTENSIONS_OF_MEMORIES.has(local)))
      edits.push({ ...extension.span, text: "" });
  for (const name of childrenOf(childOf(root, "definedNames"), "definedName"))
    if (/^(?:Slicer|NativeTimeline)_/u.test(name.attributes["name"] ?? "") && name.text === "#N/A")
      edits.push({ ...name.span, text: "" });
  file.setText(path, applyEdits(text, edits));
  return pivots;
}

function removeSlicersFrom(file: OfficePackage, drawing: string): void {
  const text = file.text(drawing);
  const edits = readTree(drawing, text)
    .children.filter((anchor) =>
      [...descendants(anchor)].some(
        ({ local, name }) => name.includes(":") && (local === "slicer" || local === "timeslicer"),
      ),
    )
    .map(({ span }) => ({ ...span, text: "" }));
  file.setText(drawing, applyEdits(text, edits));
}
