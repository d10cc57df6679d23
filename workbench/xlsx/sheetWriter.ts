import { SHEET_SEQUENCE } from "./conditionalFormats";
import {
  applyEdits,
  childOf,
  declaredPrefixes,
  prefixOf,
  readTree,
  withAttributes,
  type Edit,
  type OfficePackage,
  type XmlElement,
} from "../../src/ooxml";
import { changePrefix, insertInSequence, openingTag, sliceOf, textElement } from "./xml";
import { OFFICE } from "./relations";

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Collects what changes in a worksheet part; every element lands where the schema wants it. */
export class SheetWriter {
  readonly root: XmlElement;
  readonly #texts = new Map<string, string>();
  readonly #inside: Edit[] = [];

  constructor(
    readonly text: string,
    readonly file: OfficePackage,
    /** Of the worksheet part. */
    readonly path: string,
  ) {
    this.root = readTree(path, text);
  }

  /** Puts an element in the place of the one of its name; "" takes it away. */
  replace(local: string, element: string): void {
    this.#texts.set(local, element);
  }

  /** Sets attributes of an element; those that are undefined go, those not named stay. */
  attributes(local: string, attributes: Attributes): void {
    const standing = childOf(this.root, local);
    const all = { ...standing?.attributes, ...attributes };
    const given = Object.values(all).some((value) => value !== undefined);
    this.replace(local, given ? textElement(local, all) : "");
  }

  /** Changes within the cells, which no other element touches. */
  edit(edits: readonly Edit[]): void {
    this.#inside.push(...edits);
  }

  setFitToPage(fits: boolean): void {
    this.#inSheetProperties("pageSetUpPr", fits ? '<pageSetUpPr fitToPage="1"/>' : "");
  }

  setTabColor(color: string | undefined): void {
    const argb = color === undefined ? "" : textElement("tabColor", { rgb: color });
    this.#inSheetProperties("tabColor", argb);
  }

  #inSheetProperties(local: string, element: string): void {
    const standing = childOf(this.root, "sheetPr");
    const known = this.#texts.get("sheetPr");
    const source = known === undefined ? this.#sliced(standing) : known;
    const parent = source === "" ? undefined : readTree(this.path, source);
    const others = (parent?.children ?? [])
      .filter((each) => each.local !== local)
      .map((each): [string, string] => [each.local, sliceOf(source, each.span)]);
    const order = ["tabColor", "outlinePr", "pageSetUpPr"];
    const inner = [...others, ...(element === "" ? [] : [[local, element] as [string, string]])]
      .sort(([a], [b]) => order.indexOf(a) - order.indexOf(b))
      .map(([, text]) => text)
      .join("");
    const tag = openingTag("sheetPr", parent?.attributes ?? {});
    const empty = inner === "" && Object.keys(parent?.attributes ?? {}).length === 0;
    this.replace("sheetPr", empty ? "" : `${tag}${inner}</sheetPr>`);
  }

  /** The text of an element that stands, without the prefix that this part gives its elements. */
  #sliced(element: XmlElement | undefined): string {
    if (element === undefined) return "";
    const prefix = prefixOf(this.root.name);
    const text = this.#withPrefixes(element) + this.text.slice(element.tag.end, element.span.end);
    return changePrefix(text, prefix, "");
  }

  /** The opening tag with the prefixes that elements around it declare, since they may be rewritten. */
  #withPrefixes(element: XmlElement): string {
    const tag = sliceOf(this.text, element.tag);
    const missing = new Map<string, string>();
    let around = this.root.children.find(
      ({ span }) => span.start < element.span.start && span.end >= element.span.end,
    );
    while (around !== undefined) {
      for (const [prefix, value] of declaredPrefixes(around)) missing.set(prefix, value);
      around = around.children.find(
        ({ span }) => span.start < element.span.start && span.end >= element.span.end,
      );
    }
    for (const prefix of declaredPrefixes(element).keys()) missing.delete(prefix);
    if (missing.size === 0) return tag;
    return withAttributes(
      tag,
      Object.fromEntries([...missing].map(([prefix, value]) => [`xmlns:${prefix}`, value])),
    );
  }

  /** The text of an element as it stands; "" where there is none. */
  standing(element: XmlElement): string {
    return this.#sliced(element);
  }

  /** Relates the sheet to another part; attributes for the element that names it. */
  relate(kind: string, target: string, external = false): Record<string, string> {
    const id = this.file.relate(this.path, `${OFFICE}/${kind}`, target, external);
    return { "xmlns:r": this.file.inDialect(OFFICE), "r:id": id };
  }

  finish(): string {
    const prefix = prefixOf(this.root.name);
    const edits = [...this.#inside];
    for (const local of SHEET_SEQUENCE) {
      const text = this.#texts.get(local);
      if (text === undefined) continue;
      const element = changePrefix(text, "", prefix);
      const standing = childOf(this.root, local);
      if (standing) edits.push({ ...standing.span, text: element });
      else if (element !== "") {
        edits.push(insertInSequence(this.root, SHEET_SEQUENCE, local, element));
      }
    }
    return applyEdits(this.text, edits);
  }
}
