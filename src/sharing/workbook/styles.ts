import type { CellLook } from "../../grid";
import { element } from "../xml/tags";
import {
  appendInside,
  applyEdits,
  childOf,
  prefixOf,
  readTree,
  type XmlElement,
} from "../xml/tree";
import { withAttributes } from "../xml/tags";

const FIRST_OWN_FORMAT = 164;

function argb(color: string): string {
  return `FF${color.slice(1).toUpperCase()}`;
}

/** Looks of new sheets, added to the workbook's own; those that stand there keep their numbers. */
export class StyleSheet {
  readonly #part: string;
  #text: string;
  readonly #known = new Map<string, number>();

  constructor(part: string, text: string) {
    this.#part = part;
    this.#text = text;
  }

  get text(): string {
    return this.#text;
  }

  /** The number of the cell format with this look. */
  formatOf(look: CellLook): number {
    const key = JSON.stringify(look);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const font = this.#font(look);
    const fill = this.#fill(look);
    const format = this.#numberFormat(look);
    const { align, vertical, wrap } = look;
    const aligned = align !== undefined || vertical !== undefined || wrap !== undefined;
    const alignment = aligned
      ? element(`${this.#prefix}alignment`, {
          horizontal: align?.toLowerCase(),
          vertical: vertical?.toLowerCase(),
          wrapText: wrap === true ? 1 : undefined,
        })
      : undefined;
    const number = this.#append(
      "cellXfs",
      element(
        `${this.#prefix}xf`,
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

  get #root(): XmlElement {
    return readTree(this.#part, this.#text);
  }

  get #prefix(): string {
    return prefixOf(this.#root.name);
  }

  #font({ bold, italic, size, color }: CellLook): number {
    if (bold === undefined && italic === undefined && size === undefined && color === undefined)
      return 0;
    const prefix = this.#prefix;
    // A new font is the workbook's standard font with other properties.
    const standard = childOf(childOf(this.#root, "fonts"), "font");
    const kept = (standard?.children ?? []).filter(
      ({ local }) =>
        ![
          "b",
          "i",
          ...(size === undefined ? [] : ["sz"]),
          ...(color === undefined ? [] : ["color"]),
        ].includes(local),
    );
    const source = (local: string): string =>
      kept
        .filter((child) => child.local === local)
        .map(({ span }) => this.#text.slice(span.start, span.end))
        .join("");
    return this.#append(
      "fonts",
      element(
        `${prefix}font`,
        {},
        [
          bold === true ? element(`${prefix}b`, {}) : "",
          italic === true ? element(`${prefix}i`, {}) : "",
          size === undefined ? source("sz") : element(`${prefix}sz`, { val: size }),
          color === undefined ? source("color") : element(`${prefix}color`, { rgb: argb(color) }),
          source("name"),
          source("family"),
          source("charset"),
          source("scheme"),
        ].join(""),
      ),
    );
  }

  #fill({ fill }: CellLook): number {
    if (fill === undefined) return 0;
    const prefix = this.#prefix;
    const pattern = element(
      `${prefix}patternFill`,
      { patternType: "solid" },
      element(`${prefix}fgColor`, { rgb: argb(fill) }) +
        element(`${prefix}bgColor`, { indexed: 64 }),
    );
    return this.#append("fills", element(`${prefix}fill`, {}, pattern));
  }

  #numberFormat({ numberFormat }: CellLook): number {
    if (numberFormat === undefined) return 0;
    const prefix = this.#prefix;
    const holder = childOf(this.#root, "numFmts");
    const taken = (holder?.children ?? []).map(({ attributes }) => Number(attributes["numFmtId"]));
    const id = Math.max(FIRST_OWN_FORMAT - 1, ...taken) + 1;
    const line = element(`${prefix}numFmt`, { numFmtId: id, formatCode: numberFormat });
    if (holder !== undefined) this.#append("numFmts", line);
    else {
      const { end } = this.#root.tag;
      const all = element(`${prefix}numFmts`, { count: 1 }, line);
      this.#text = this.#text.slice(0, end) + all + this.#text.slice(end);
    }
    return id;
  }

  /** Appends to a list of the style sheet and gives the new entry's place in it. */
  #append(list: string, text: string): number {
    const holder = childOf(this.#root, list);
    if (holder === undefined) return 0;
    const place = holder.children.length;
    const grown = applyEdits(this.#text, [appendInside(this.#text, holder, text)]);
    const now = childOf(readTree(this.#part, grown), list);
    if (now === undefined) return place;
    const tag = withAttributes(grown.slice(now.tag.start, now.tag.end), {
      count: String(place + 1),
    });
    this.#text = applyEdits(grown, [{ ...now.tag, text: tag }]);
    return place;
  }
}
