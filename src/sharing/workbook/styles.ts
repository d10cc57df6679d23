import type { CellStyle } from "../../grid";
import {
  element,
  type OfficePackage,
  type OpenTag,
  type PackageStep,
  type PatchMaker,
  patchPiecewise,
  type Pen,
  prefixOf,
  readPiecewise,
  type Span,
  withAttributes,
} from "../../ooxml";

const FIRST_OWN_FORMAT = 164;

/** The order that the format wants of the lists of a style sheet. */
const SEQUENCE = [
  "numFmts",
  "fonts",
  "fills",
  "borders",
  "cellStyleXfs",
  "cellXfs",
  "cellStyles",
  "dxfs",
  "tableStyles",
  "colors",
  "extLst",
];

/** What the entries of a list are called. Nothing else in a list has a number. */
const ENTRIES = {
  numFmts: "numFmt",
  fonts: "font",
  fills: "fill",
  borders: "border",
  cellStyleXfs: "xf",
  cellXfs: "xf",
} as const;
type ListName = keyof typeof ENTRIES;

function isList(local: string): local is ListName {
  return local in ENTRIES;
}

/** What a list begins with where the style sheet leaves it out: numbers of its entries are used all the same. */
const USUAL: Readonly<Record<ListName, readonly ((prefix: string) => string)[]>> = {
  numFmts: [],
  fonts: [(p) => `<${p}font><${p}sz val="11"/><${p}name val="Calibri"/></${p}font>`],
  fills: [
    (p) => `<${p}fill><${p}patternFill patternType="none"/></${p}fill>`,
    (p) => `<${p}fill><${p}patternFill patternType="gray125"/></${p}fill>`,
  ],
  borders: [
    (p) => `<${p}border><${p}left/><${p}right/><${p}top/><${p}bottom/><${p}diagonal/></${p}border>`,
  ],
  cellStyleXfs: [(p) => `<${p}xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>`],
  cellXfs: [(p) => `<${p}xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>`],
};

/** Properties that a new font takes over from the standard one, in the order that fonts are written in. */
const FONT_PROPERTIES = ["sz", "color", "name", "family", "charset", "scheme"] as const;

function argb(color: string): string {
  return `FF${color.slice(1).toUpperCase()}`;
}

/** What is known of a style sheet once it was read. */
class Outline {
  prefix = "";
  /** Entries of the lists that stand there. */
  readonly counts = new Map<ListName, number>();
  /** Properties of the first font, by name. */
  readonly font = new Map<string, Readonly<Record<string, string>>>();
  highestFormat = FIRST_OWN_FORMAT - 1;
  readonly #path: string[] = [];

  open({ name, local, attributes }: OpenTag): void {
    this.#path.push(local);
    const [, list = "", entry] = this.#path;
    if (this.#path.length === 1) this.prefix = prefixOf(name);
    if (!isList(list)) return;
    if (this.#path.length === 2) this.counts.set(list, this.counts.get(list) ?? 0);
    else if (entry !== ENTRIES[list]) return;
    else if (this.#path.length === 3) {
      this.counts.set(list, (this.counts.get(list) ?? 0) + 1);
      if (list !== "numFmts") return;
      const id = Number(attributes["numFmtId"]);
      if (id > this.highestFormat) this.highestFormat = id;
    } else if (list === "fonts" && this.#path.length === 4 && this.counts.get(list) === 1)
      this.font.set(local, attributes);
  }

  close(): void {
    this.#path.pop();
  }
}

/** Cell formats of new sheets, added to the workbook's own; those that stand there keep their numbers. */
export class StyleSheet {
  readonly #file: OfficePackage;
  readonly #part: string;
  readonly #outline: Outline;
  readonly #added = new Map<ListName, string[]>();
  readonly #known = new Map<string, number>();

  private constructor(file: OfficePackage, part: string, outline: Outline) {
    this.#file = file;
    this.#part = part;
    this.#outline = outline;
  }

  /** Reads a style sheet of any size, in steps. */
  static *open(file: OfficePackage, part: string): Generator<PackageStep, StyleSheet> {
    const outline = new Outline();
    yield* readPiecewise(file, part, {
      open: (tag) => outline.open(tag),
      close: () => outline.close(),
    });
    return new StyleSheet(file, part, outline);
  }

  /** The number of the cell format with this style. */
  formatOf(style: CellStyle): number {
    const key = JSON.stringify(style);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const font = this.#font(style);
    const fill = this.#fill(style);
    const format = this.#numberFormat(style);
    const { align, vertical, wrap } = style;
    const { prefix } = this.#outline;
    const aligned = align !== undefined || vertical !== undefined || wrap !== undefined;
    const alignment = aligned
      ? element(`${prefix}alignment`, {
          horizontal: align?.toLowerCase(),
          vertical: vertical?.toLowerCase(),
          wrapText: wrap === true ? 1 : undefined,
        })
      : undefined;
    for (const list of ["fonts", "fills", "borders", "cellStyleXfs"] as const) this.#begin(list);
    const number = this.#append(
      "cellXfs",
      element(
        `${prefix}xf`,
        {
          numFmtId: format,
          fontId: font,
          fillId: fill,
          borderId: 0,
          xfId: 0,
          applyNumberFormat: format === 0 ? undefined : 1,
          applyFont: font === 0 ? undefined : 1,
          applyFill: fill === 0 ? undefined : 1,
          applyAlignment: aligned ? 1 : undefined,
        },
        alignment,
      ),
    );
    this.#known.set(key, number);
    return number;
  }

  #font({ bold, italic, size, color }: CellStyle): number {
    if (bold === undefined && italic === undefined && size === undefined && color === undefined)
      return 0;
    const { prefix, font } = this.#outline;
    const own: Partial<Record<string, Readonly<Record<string, string>>>> = {
      ...(size !== undefined && { sz: { val: String(size) } }),
      ...(color !== undefined && { color: { rgb: argb(color) } }),
    };
    const properties = FONT_PROPERTIES.flatMap((local) => {
      const attributes = own[local] ?? font.get(local);
      return attributes === undefined ? [] : element(`${prefix}${local}`, attributes);
    });
    return this.#append(
      "fonts",
      element(
        `${prefix}font`,
        {},
        [
          bold === true ? element(`${prefix}b`, {}) : "",
          italic === true ? element(`${prefix}i`, {}) : "",
          ...properties,
        ].join(""),
      ),
    );
  }

  #fill({ fill }: CellStyle): number {
    if (fill === undefined) return 0;
    const { prefix } = this.#outline;
    const pattern = element(
      `${prefix}patternFill`,
      { patternType: "solid" },
      element(`${prefix}fgColor`, { rgb: argb(fill) }) +
        element(`${prefix}bgColor`, { indexed: 64 }),
    );
    return this.#append("fills", element(`${prefix}fill`, {}, pattern));
  }

  #numberFormat({ numberFormat }: CellStyle): number {
    if (numberFormat === undefined) return 0;
    const id = this.#outline.highestFormat + 1;
    this.#outline.highestFormat = id;
    const attributes = { numFmtId: id, formatCode: numberFormat };
    this.#append("numFmts", element(`${this.#outline.prefix}numFmt`, attributes));
    return id;
  }

  /** Makes sure that a list has its first entries, and gives what is added to it. */
  #begin(list: ListName): string[] {
    const added = this.#added.get(list);
    if (added !== undefined) return added;
    const { counts, prefix } = this.#outline;
    const isEmpty = (counts.get(list) ?? 0) === 0;
    const begun = isEmpty ? USUAL[list].map((entry) => entry(prefix)) : [];
    this.#added.set(list, begun);
    return begun;
  }

  /** Appends to a list and gives the new entry's number. */
  #append(list: ListName, entry: string): number {
    const added = this.#begin(list);
    added.push(entry);
    return (this.#outline.counts.get(list) ?? 0) + added.length - 1;
  }

  /** Writes what was added into the part, in steps. */
  *write(): Generator<PackageStep, void> {
    const lists = new Map(
      [...this.#added]
        .filter(([, entries]) => entries.length > 0)
        .sort(([one], [other]) => SEQUENCE.indexOf(one) - SEQUENCE.indexOf(other)),
    );
    if (lists.size === 0) return;
    yield* patchPiecewise(this.#file, this.#part, [[this.#writer(lists)]]);
  }

  #writer(lists: Map<ListName, readonly string[]>): PatchMaker {
    const { prefix, counts } = this.#outline;
    const countOf = (list: ListName): string =>
      String((counts.get(list) ?? 0) + (lists.get(list)?.length ?? 0));
    const inside = (list: ListName): string => (lists.get(list) ?? []).join("");
    /** Lists that are missing and belong before this one. */
    const missingBefore = (local: string | null): string => {
      const place = local === null ? SEQUENCE.length : SEQUENCE.indexOf(local);
      let text = "";
      for (const [list, entries] of lists) {
        if (counts.has(list) || SEQUENCE.indexOf(list) >= place) continue;
        text += element(`${prefix}${list}`, { count: entries.length }, entries.join(""));
        lists.delete(list);
      }
      return text;
    };
    return (pen) => {
      let depth = 0;
      return {
        open: (tag, span) => {
          depth += 1;
          if (depth === 1 && tag.selfClosing) {
            const all = pen.source(span).replace(/\s*\/>$/u, ">");
            pen.replace(span, `${all}${missingBefore(null)}</${tag.name}>`);
          }
          if (depth !== 2) return;
          const before = SEQUENCE.includes(tag.local) ? missingBefore(tag.local) : "";
          const list = isList(tag.local) && lists.has(tag.local) ? tag.local : null;
          if (list === null && before === "") return;
          pen.replace(span, before + startOf(pen, tag, span, list, countOf, inside));
        },
        close: (local, span) => {
          depth -= 1;
          const isWritten = span.start === span.end;
          if (depth === 1 && !isWritten && isList(local) && lists.has(local))
            pen.replace({ start: span.start, end: span.start }, inside(local));
          if (depth === 0 && !isWritten)
            pen.replace({ start: span.start, end: span.start }, missingBefore(null));
        },
      };
    };
  }
}

/** The tag with which a list begins; all of the list where its tag closes itself. */
function startOf(
  pen: Pen,
  tag: OpenTag,
  span: Span,
  list: ListName | null,
  countOf: (list: ListName) => string,
  inside: (list: ListName) => string,
): string {
  const source = pen.source(span);
  if (list === null) return source;
  const counted = withAttributes(source, { count: countOf(list) });
  return tag.selfClosing
    ? `${counted.replace(/\s*\/>$/u, ">")}${inside(list)}</${tag.name}>`
    : counted;
}
