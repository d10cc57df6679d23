import {
  applyEdits,
  attributeOf,
  childOf,
  childrenOf,
  readTree,
  withAttributes,
  type Edit,
  type OfficePackage,
  type XmlElement,
} from "../../ooxml";
import type { Uses } from "./uses";

// Excel keeps what a cell shows beyond a number or a text (pictures in cells, kinds of data) in several parts that
// count each other's entries: a cell's `vm` → valueMetadata → rich value → its structure, and for a picture its
// place in a list of relationships. They stay when the last cell is removed, so that a copy has to remove them itself.

const METADATA = "sheetMetadata";
const RICH = /^(?:rdRichValue|rdArray|rdSupportingPropertyBag|richValueRel|richStyles)/u;
const TYPE = "XLRICHVALUE";
const PICTURE = "_localImage";

/** Whether a kind of relationship leads to a part of rich values. */
export function isOfRichValues(kind: string): boolean {
  return RICH.test(kind);
}

/** What became of the rich values: in the second case cells may not refer to them any more. */
export type RichOutcome = "kept" | "gone";

class RichValues {
  readonly #file: OfficePackage;
  readonly #workbook: string;
  readonly #metadata: string;

  constructor(file: OfficePackage, workbook: string, metadata: string) {
    this.#file = file;
    this.#workbook = workbook;
    this.#metadata = metadata;
  }

  #part(kind: string): string | undefined {
    const target = this.#file
      .relationships(this.#workbook)
      .find((each) => each.kind === kind)?.target;
    return target === undefined ? undefined : this.#file.find(target);
  }

  /** The rich values of these cells, by their place; null where the parts do not agree with each other. */
  #valuesOf(cells: ReadonlySet<number>): ReadonlySet<number> | null {
    const root = this.#file.tree(this.#metadata);
    const types = childrenOf(childOf(root, "metadataTypes"), "metadataType");
    const blocks = childrenOf(childOf(root, "valueMetadata"), "bk");
    const rich = childrenOf(root, "futureMetadata").find(
      ({ attributes }) => attributes["name"] === TYPE,
    );
    const values = new Set<number>();
    for (const cell of cells)
      for (const { attributes } of blocks[cell - 1]?.children ?? []) {
        if (types[Number(attributes["t"]) - 1]?.attributes["name"] !== TYPE) continue;
        const block = childrenOf(rich, "bk")[Number(attributes["v"])];
        const found = block === undefined ? undefined : indexIn(block);
        if (found === undefined) return null;
        values.add(found);
      }
    return values;
  }

  prune(cells: ReadonlySet<number>): RichOutcome {
    const values = this.#valuesOf(cells);
    const part = this.#part("rdRichValue");
    if (values?.size === 0 || part === undefined) return this.#remove();
    const all = childrenOf(this.#file.tree(part), "rv");
    if (values !== null && all.length === values.size) return "kept";
    // Only pictures are distinguished here; of other kinds of data it is unknown what belongs to which.
    const [first] = values ?? [];
    const isOfPictures =
      values !== null && [...values].every((index) => this.#isPicture(all[index]));
    const kept = first === undefined ? undefined : all[first];
    if (!isOfPictures || kept === undefined) return this.#remove();
    this.#keepPictures(part, all, values, kept);
    return "kept";
  }

  #isPicture(value: XmlElement | undefined): boolean {
    const part = this.#part("rdRichValueStructure");
    if (value === undefined || part === undefined) return false;
    const structures = childrenOf(this.#file.tree(part), "s");
    return structures[Number(value.attributes["s"])]?.attributes["t"] === PICTURE;
  }

  /** Values that no cell shows become like one that a cell does: their numbers stay, and nothing of their own. */
  #keepPictures(
    part: string,
    all: readonly XmlElement[],
    used: ReadonlySet<number>,
    kept: XmlElement,
  ): void {
    const file = this.#file;
    const text = file.text(part);
    const like = text.slice(kept.span.start, kept.span.end);
    const edits = all.flatMap((value, index): Edit[] =>
      used.has(index) ? [] : [{ ...value.span, text: like }],
    );
    file.setText(part, applyEdits(text, edits));
    const relations = this.#part("richValueRel");
    if (relations === undefined) return;
    // The first field of a picture is its place in the list of relationships.
    const places = new Set(
      [...used].map((index) => Number(childrenOf(all[index], "v")[0]?.text ?? -1)),
    );
    const list = file.text(relations);
    const entries = childrenOf(readTree(relations, list), "rel");
    const [place = -1] = places;
    const id = entries[place] === undefined ? undefined : attributeOf(entries[place], "id");
    if (id === undefined) return;
    file.setText(
      relations,
      applyEdits(
        list,
        entries.flatMap((entry, index): Edit[] => {
          const name = Object.keys(entry.attributes).find((each) => each.endsWith(":id"));
          if (places.has(index) || name === undefined) return [];
          const tag = list.slice(entry.tag.start, entry.tag.end);
          return [{ ...entry.tag, text: withAttributes(tag, { [name]: id }) }];
        }),
      ),
    );
  }

  #remove(): RichOutcome {
    const file = this.#file;
    for (const { target } of file.unrelate(this.#workbook, ({ kind }) => isOfRichValues(kind)))
      file.removeTree(target);
    const text = file.text(this.#metadata);
    const root = readTree(this.#metadata, text);
    const gone = root.children.filter(
      ({ local, attributes }) =>
        local === "valueMetadata" ||
        local === "mdxMetadata" ||
        local === "metadataStrings" ||
        (local === "futureMetadata" && attributes["name"] === TYPE),
    );
    if (childOf(root, "cellMetadata") === undefined) {
      file.unrelate(this.#workbook, ({ kind }) => kind === METADATA);
      file.removeTree(this.#metadata);
      return "gone";
    }
    const edits: Edit[] = gone.map(({ span }) => ({ ...span, text: "" }));
    file.setText(this.#metadata, applyEdits(text, [...edits, ...withoutType(text, root)]));
    return "gone";
  }
}

/** The kind of metadata that was removed: its entry too, where none behind it would change its number. */
function withoutType(text: string, root: XmlElement): Edit[] {
  const holder = childOf(root, "metadataTypes");
  const types = childrenOf(holder, "metadataType");
  const last = types.at(-1);
  if (holder === undefined || last?.attributes["name"] !== TYPE || types.length < 2) return [];
  const tag = text.slice(holder.tag.start, holder.tag.end);
  return [
    { ...holder.tag, text: withAttributes(tag, { count: String(types.length - 1) }) },
    { ...last.span, text: "" },
  ];
}

/** The place of a rich value that a block of metadata names. */
function indexIn(block: XmlElement): number | undefined {
  for (const child of block.children) {
    const own = child.attributes["i"];
    const found = child.local === "rvb" && own !== undefined ? Number(own) : indexIn(child);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Leaves of rich values what these cells show; returns whether any are left for cells to refer to. */
export function pruneRichValues(file: OfficePackage, workbook: string, uses: Uses): RichOutcome {
  const relations = file.relationships(workbook);
  const target = relations.find(({ kind }) => kind === METADATA)?.target;
  const metadata = target === undefined ? undefined : file.find(target);
  const isRich = relations.some(({ kind }) => isOfRichValues(kind));
  if (metadata === undefined || !isRich) return "kept";
  return new RichValues(file, workbook, metadata).prune(uses.richValues);
}
