import { parseArea } from "../../grid";
import type { BookFacts, DefinedName, TableFacts } from "../formulas/book";
import {
  attributeOf,
  childOf,
  childrenOf,
  FileRefusal,
  type OfficePackage,
  openWorkbookPackage,
  type XmlElement,
  type Codec,
} from "../../ooxml";

export type SheetState = "visible" | "hidden" | "veryHidden";

export interface BookSheet {
  readonly name: string;
  readonly path: string;
  /** The relationship by which the workbook knows it. */
  readonly relation: string;
  readonly state: SheetState;
  /** Sheets of a chart or a dialog hold no cells. */
  readonly hasCells: boolean;
}

export interface BookTable extends TableFacts {
  readonly path: string;
}

/** A workbook's package, taken apart as far as sharing needs it. */
export interface Book extends BookFacts {
  readonly file: OfficePackage;
  readonly path: string;
  /** Sheets that have a part of their own, in the order of the tabs. */
  readonly sheetParts: readonly BookSheet[];
  readonly tables: readonly BookTable[];
  readonly hasMacros: boolean;
}

function stateOf(text: string | undefined): SheetState {
  return text === "hidden" || text === "veryHidden" ? text : "visible";
}

function readTable(file: OfficePackage, path: string, sheet: string): BookTable | undefined {
  const root = file.tree(path);
  const { displayName, name = "", ref = "", headerRowCount, totalsRowCount } = root.attributes;
  const area = parseArea(ref);
  if (area === undefined) return undefined;
  return {
    path,
    sheet,
    area,
    name: displayName ?? name,
    headerRows: Number(headerRowCount ?? 1),
    totalsRows: Number(totalsRowCount ?? 0),
    columns: childrenOf(childOf(root, "tableColumns"), "tableColumn").map(
      ({ attributes }) => attributes["name"] ?? "",
    ),
  };
}

function readNames(root: XmlElement, sheets: readonly string[]): DefinedName[] {
  return childrenOf(childOf(root, "definedNames"), "definedName").map((element) => {
    const { name = "", localSheetId, hidden } = element.attributes;
    const sheet = localSheetId === undefined ? null : (sheets[Number(localSheetId)] ?? null);
    return { name, sheet, text: element.text, hidden: hidden === "1" || hidden === "true" };
  });
}

/** @throws FileRefusal with the reason where the bytes are no workbook that can be shared. */
export function openBook(bytes: Uint8Array, codec: Codec | null = null): Book {
  const { file, path, root } = openWorkbookPackage(bytes, codec);
  const relationships = file.relationships(path);
  const elements = childrenOf(childOf(root, "sheets"), "sheet");
  const sheets = elements.map(({ attributes }) => attributes["name"] ?? "");
  const sheetParts = elements.flatMap((element): BookSheet[] => {
    const relation = attributeOf(element, "id") ?? "";
    // Modules of macros of the nineties are listed among the sheets, and have no part.
    if (relation === "") return [];
    const target = relationships.find(({ id }) => id === relation);
    const part = target === undefined ? undefined : file.find(target.target);
    if (target === undefined || part === undefined) throw new FileRefusal("damaged", path);
    return [
      {
        name: element.attributes["name"] ?? "",
        path: part,
        relation,
        state: stateOf(element.attributes["state"]),
        hasCells: target.kind === "worksheet" || target.kind === "xlMacrosheet",
      },
    ];
  });
  return {
    file,
    path,
    sheets,
    sheetParts,
    names: readNames(root, sheets),
    tables: sheetParts.flatMap((sheet) =>
      file
        .relationships(sheet.path)
        .filter(({ kind, external }) => kind === "table" && !external)
        .flatMap(({ target }) => {
          const part = file.find(target);
          return part === undefined ? [] : (readTable(file, part, sheet.name) ?? []);
        }),
    ),
    hasMacros: relationships.some(({ kind }) => kind === "vbaProject"),
  };
}

/** The part of a kind that the workbook has at most one of: texts, styles, the calculation chain. */
export function partOfKind({ file, path }: Book, kind: string): string | undefined {
  const target = file.relationships(path).find((each) => each.kind === kind)?.target;
  return target === undefined ? undefined : file.find(target);
}
