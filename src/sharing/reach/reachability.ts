import {
  applyEdits,
  childOf,
  childrenOf,
  descendants,
  FileRefusal,
  readTree,
  type OfficePackage,
  type Relationship,
} from "../../ooxml";
import { CELL_IMAGES } from "./pictures";
import { isOfRichValues } from "./richValues";
import type { Uses } from "./uses";

// Which part of a package somebody still uses, decided for each kind of part in one place. A part stays that is reached
// from the package over relationships in use. Most relationships are in use where their owner names them; those of the
// kinds below are named nowhere. What is reached by no such way belonged to what was left out.

/** Of the package itself. */
const OF_PACKAGE: ReadonlySet<string> = new Set([
  "officeDocument",
  "core-properties",
  "extended-properties",
  // Buttons of the workbook's own on the ribbon, and labels of how confidential it is.
  "extensibility",
  "classificationlabels",
]);

/** Of the workbook: there is one of each, and all sheets share it. */
const OF_WORKBOOK: ReadonlySet<string> = new Set([
  "styles",
  "theme",
  "sharedStrings",
  "sheetMetadata",
  "calcChain",
  "connections",
  "xmlMaps",
  "person",
  "customXml",
  "vbaProject",
  "attachedToolbars",
  "volatileDependencies",
  "revisionHeaders",
  "usernames",
  "FeaturePropertyBag",
  CELL_IMAGES,
]);

/** Of a sheet; they belong to it as a whole. */
const OF_SHEET: ReadonlySet<string> = new Set([
  "comments",
  "threadedComment",
  "pivotTable",
  "queryTable",
  "tableSingleCells",
  "revisionLog",
]);

/** Of parts below sheets and the workbook. */
const OF_ALL_ELSE: ReadonlySet<string> = new Set([
  "chartStyle",
  "chartColorStyle",
  "themeOverride",
  "pivotCacheDefinition",
  "queryTable",
  "customXmlProps",
  "vbaProjectSignature",
  "vbaProjectSignatureAgile",
  "vbaProjectSignatureV3",
  "wordVbaData",
]);

/** Scripts that formulas run. */
const SCRIPTS = "python";

export interface Reached {
  readonly uses: Uses;
  /** The part that lists the sheets. */
  readonly workbook: string;
  /** Paths of sheets of which some cells are left out. */
  readonly withCellsLeftOut: ReadonlySet<string>;
}

/** The values of all attributes of a part; null where it is no XML. */
function attributeValues(file: OfficePackage, path: string): ReadonlySet<string> | null {
  try {
    const values = new Set<string>();
    for (const { attributes } of descendants(file.tree(path)))
      for (const value of Object.values(attributes)) values.add(value);
    return values;
  } catch (error) {
    if (error instanceof FileRefusal) return null;
    throw error;
  }
}

class Reachability {
  readonly #file: OfficePackage;
  readonly #setting: Reached;

  constructor(file: OfficePackage, setting: Reached) {
    this.#file = file;
    this.#setting = setting;
  }

  /** Whether a part's relationship is in use. */
  #usesOf(owner: string): (relationship: Relationship) => boolean {
    const { uses, workbook, withCellsLeftOut } = this.#setting;
    if (owner === "") return ({ kind }) => OF_PACKAGE.has(kind);
    const named = uses.relationsOf(owner) ?? this.#named(owner);
    if (owner === workbook)
      return ({ id, kind }) =>
        named === null ||
        named.has(id) ||
        OF_WORKBOOK.has(kind) ||
        isOfRichValues(kind) ||
        (kind === SCRIPTS && uses.scripts);
    const isSheet = uses.relationsOf(owner) !== undefined;
    if (!isSheet) return ({ id, kind }) => named === null || named.has(id) || OF_ALL_ELSE.has(kind);
    return ({ id, kind }) =>
      named === null ||
      named.has(id) ||
      OF_SHEET.has(kind) ||
      (!EXPLICIT.has(kind) && !withCellsLeftOut.has(owner));
  }

  #named(owner: string): ReadonlySet<string> | null {
    return /\.(?:xml|vml|rels)$/iu.test(owner) ? attributeValues(this.#file, owner) : null;
  }

  run(): void {
    const file = this.#file;
    const reached = new Set<string>();
    const waiting = [""];
    for (let owner = waiting.pop(); owner !== undefined; owner = waiting.pop()) {
      if (owner === this.#setting.workbook) this.#dropExtensions();
      if (file.relationships(owner).length === 0) continue;
      const isUsed = this.#usesOf(owner);
      file.unrelate(owner, (relationship) => !isUsed(relationship));
      for (const { target, external } of file.relationships(owner)) {
        const part = external ? undefined : file.find(target);
        if (part === undefined || reached.has(part)) continue;
        reached.add(part);
        waiting.push(part);
      }
    }
    for (const path of file.paths()) {
      const isPartOfPackage = path === "[Content_Types].xml" || /(?:^|\/)_rels\//u.test(path);
      if (!isPartOfPackage && !reached.has(path)) file.remove(path);
    }
    // Relationships of parts that are not there any more.
    for (const owner of file.owners())
      if (owner !== "" && !file.has(owner)) file.removeRelationships(owner);
  }

  /** What the workbook says of parts of a kind that nobody here knows is removed with them. */
  #dropExtensions(): void {
    const { workbook } = this.#setting;
    const file = this.#file;
    const text = file.text(workbook);
    const unknown = new Set(
      file
        .relationships(workbook)
        .filter(({ kind }) => !OF_WORKBOOK.has(kind) && !NAMED_BY_WORKBOOK.has(kind))
        .filter(({ kind }) => !isOfRichValues(kind) && kind !== SCRIPTS)
        .map(({ id }) => id),
    );
    const edits = childrenOf(childOf(readTree(workbook, text), "extLst"), "ext")
      .filter((extension) =>
        [...descendants(extension)].some(({ attributes }) =>
          Object.values(attributes).some((value) => unknown.has(value)),
        ),
      )
      .map(({ span }) => ({ ...span, text: "" }));
    file.setText(workbook, applyEdits(text, edits));
    file.unrelate(workbook, ({ id }) => unknown.has(id));
  }
}

/** Relationships that the workbook's part names, of kinds that are known. */
const NAMED_BY_WORKBOOK: ReadonlySet<string> = new Set([
  "worksheet",
  "chartsheet",
  "dialogsheet",
  "xlMacrosheet",
  "xlIntlMacrosheet",
  "externalLink",
  "pivotCacheDefinition",
  "slicerCache",
  "timelineCache",
]);

/** Relationships that a sheet names; one that it does not name is left over. */
const EXPLICIT: ReadonlySet<string> = new Set([
  "drawing",
  "vmlDrawing",
  "image",
  "hyperlink",
  "table",
  "printerSettings",
  "oleObject",
  "package",
  "control",
  "ctrlProp",
  "customProperty",
  "slicer",
  "timeline",
]);

/** Takes everything out of the package that nothing of the copy uses. */
export function removeUnreached(file: OfficePackage, setting: Reached): void {
  new Reachability(file, setting).run();
}
