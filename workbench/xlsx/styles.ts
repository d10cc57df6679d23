import { BaselineOffset, BooleanNumber, WrapStrategy } from "@univerjs/core";
import type { IBorderData, IStyleBase, IStyleData, Nullable } from "@univerjs/core";
import { readColor, readTheme, toArgb } from "./colors";
import {
  applyEdits,
  childOf,
  childrenOf,
  DECLARATION,
  prefixOf,
  readTree,
  type Edit,
  type OfficePackage,
  type XmlElement,
} from "../../src/ooxml";
import {
  changePrefix,
  insertInSequence,
  isOn,
  openingTag,
  placeAtEnd,
  sliceOf,
  textElement,
} from "./xml";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const STYLES_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml";
const STYLES_RELATIONSHIP =
  "http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles";

/** Number formats known by their number alone, as a Chinese Excel shows them. */
const BUILT_IN_FORMATS: Readonly<Record<number, string>> = {
  1: "0",
  2: "0.00",
  3: "#,##0",
  4: "#,##0.00",
  5: '"¥"#,##0;"¥"-#,##0',
  6: '"¥"#,##0;[Red]"¥"-#,##0',
  7: '"¥"#,##0.00;"¥"-#,##0.00',
  8: '"¥"#,##0.00;[Red]"¥"-#,##0.00',
  9: "0%",
  10: "0.00%",
  11: "0.00E+00",
  12: "# ?/?",
  13: "# ??/??",
  14: "yyyy/m/d",
  15: "d-mmm-yy",
  16: "d-mmm",
  17: "mmm-yy",
  18: "h:mm AM/PM",
  19: "h:mm:ss AM/PM",
  20: "h:mm",
  21: "h:mm:ss",
  22: "yyyy/m/d h:mm",
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: "m-d-yy",
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  37: "#,##0;-#,##0",
  38: "#,##0;[Red]-#,##0",
  39: "#,##0.00;-#,##0.00",
  40: "#,##0.00;[Red]-#,##0.00",
  45: "mm:ss",
  46: "[h]:mm:ss",
  47: "mm:ss.0",
  48: "##0.0E+0",
  49: "@",
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};

/** Names of border lines, in the order in which the grid numbers them (1 is "thin"). */
const BORDER_LINES =
  "none thin hair dotted dashed dashDot dashDotDot double medium mediumDashed mediumDashDot mediumDashDotDot slantDashDot thick".split(
    " ",
  );

/** Names of alignments, in the order in which the grid numbers them. */
const HORIZONTAL = ["", "left", "center", "right", "justify", "justify", "distributed"];
const VERTICAL = ["", "top", "center", "bottom"];

const PIXELS_PER_INDENT = 9;
/** In the file 255 is text stacked downwards, and 91 to 180 turn the other way. */
const STACKED = 255;

export interface Styles {
  /** The style of each cell format, by its number in the file. */
  readonly cells: readonly IStyleData[];
  /** The style of each differential format (what a conditional format applies to a cell). */
  readonly differential: readonly IStyleBase[];
  readonly theme: readonly string[];
}

function readFont(font: XmlElement | undefined, theme: readonly string[]): IStyleBase {
  const value = (local: string): string | undefined => childOf(font, local)?.attributes["val"];
  const present = (local: string): boolean => {
    const element = childOf(font, local);
    return element !== undefined && element.attributes["val"] !== "0" && value(local) !== "none";
  };
  const name = value("name");
  const size = value("sz");
  const color = readColor(childOf(font, "color"), theme);
  const raised = value("vertAlign");
  return {
    ...(name !== undefined && { ff: name }),
    ...(size !== undefined && { fs: Number(size) }),
    ...(present("b") && { bl: 1 }),
    ...(present("i") && { it: 1 }),
    ...(present("u") && { ul: { s: 1 } }),
    ...(present("strike") && { st: { s: 1 } }),
    ...(color !== undefined && { cl: { rgb: color } }),
    ...(raised === "subscript" && { va: 2 }),
    ...(raised === "superscript" && { va: 3 }),
  };
}

function readBorder(border: XmlElement | undefined, theme: readonly string[]): IBorderData {
  const side = (local: string): IBorderData["t"] => {
    const element = childOf(border, local);
    const line = BORDER_LINES.indexOf(element?.attributes["style"] ?? "none");
    if (line <= 0) return undefined;
    return { s: line, cl: { rgb: readColor(childOf(element, "color"), theme) ?? "#000000" } };
  };
  const result: IBorderData = {};
  const sides = { t: side("top"), r: side("right"), b: side("bottom"), l: side("left") };
  for (const key of ["t", "r", "b", "l"] as const) {
    if (sides[key] !== undefined) result[key] = sides[key];
  }
  const diagonal = side("diagonal");
  if (diagonal !== undefined && isOn(border?.attributes["diagonalDown"])) result.tl_br = diagonal;
  if (diagonal !== undefined && isOn(border?.attributes["diagonalUp"])) result.bl_tr = diagonal;
  return result;
}

function readAlignment(alignment: XmlElement | undefined): IStyleData {
  if (alignment === undefined) return {};
  const { horizontal = "", vertical = "", wrapText, textRotation, indent } = alignment.attributes;
  const across = horizontal === "centerContinuous" ? 2 : HORIZONTAL.indexOf(horizontal);
  const down = VERTICAL.indexOf(vertical);
  const turn = Number(textRotation ?? 0);
  return {
    ...(across > 0 && { ht: across }),
    ...(down > 0 && { vt: down }),
    ...(isOn(wrapText) && { tb: 3 }),
    ...(turn === STACKED && { tr: { a: 0, v: 1 } }),
    ...(turn > 0 && turn <= 180 && { tr: { a: turn <= 90 ? -turn : turn - 90 } }),
    ...(indent !== undefined && { pd: { l: Number(indent) * PIXELS_PER_INDENT } }),
  };
}

/** Where the styles of a workbook stand; undefined when the file has none. */
function stylesPath(file: OfficePackage, workbookPath: string): string | undefined {
  return file.relationships(workbookPath).find(({ kind }) => kind === "styles")?.target;
}

/** Reads all formats of the workbook. */
export function readStyles(file: OfficePackage, workbookPath: string): Styles {
  const themePath = file.relationships(workbookPath).find(({ kind }) => kind === "theme")?.target;
  const theme = readTheme(
    themePath !== undefined && file.has(themePath) ? file.tree(themePath) : undefined,
  );
  const path = stylesPath(file, workbookPath);
  if (path === undefined) return { cells: [{}], differential: [], theme };
  const root = file.tree(path);
  const formats = new Map(
    childrenOf(childOf(root, "numFmts"), "numFmt").map(({ attributes }) => [
      Number(attributes["numFmtId"]),
      attributes["formatCode"] ?? "",
    ]),
  );
  const fonts = childrenOf(childOf(root, "fonts"), "font");
  const fills = childrenOf(childOf(root, "fills"), "fill");
  const borders = childrenOf(childOf(root, "borders"), "border");
  const at = (list: readonly XmlElement[], index: string | undefined): XmlElement | undefined =>
    list[Number(index ?? 0)];

  const cells = childrenOf(childOf(root, "cellXfs"), "xf").map((xf): IStyleData => {
    const { numFmtId, fontId, fillId, borderId } = xf.attributes;
    const pattern =
      formats.get(Number(numFmtId ?? 0)) ?? BUILT_IN_FORMATS[Number(numFmtId ?? 0)] ?? "General";
    const fill = childOf(at(fills, fillId), "patternFill");
    const background =
      fill?.attributes["patternType"] === "solid"
        ? readColor(childOf(fill, "fgColor"), theme)
        : undefined;
    const border = readBorder(at(borders, borderId), theme);
    return {
      ...readFont(at(fonts, fontId), theme),
      ...(background !== undefined && { bg: { rgb: background } }),
      ...(Object.keys(border).length > 0 && { bd: border }),
      ...(pattern !== "General" && pattern !== "" && { n: { pattern } }),
      ...readAlignment(childOf(xf, "alignment")),
    };
  });

  const differential = childrenOf(childOf(root, "dxfs"), "dxf").map((dxf): IStyleBase => {
    const fill = childOf(childOf(dxf, "fill"), "patternFill");
    // Here a fill without a pattern is a solid one, and its colour is the background colour.
    const solid = fill?.attributes["patternType"] !== "none";
    const background = solid
      ? (readColor(childOf(fill, "bgColor"), theme) ?? readColor(childOf(fill, "fgColor"), theme))
      : undefined;
    const border = readBorder(childOf(dxf, "border"), theme);
    return {
      ...readFont(childOf(dxf, "font"), theme),
      ...(background !== undefined && { bg: { rgb: background } }),
      ...(Object.keys(border).length > 0 && { bd: border }),
    };
  });
  return { cells: cells.length === 0 ? [{}] : cells, differential, theme };
}

function colorElement(name: string, color: Nullable<string>): string {
  const argb = toArgb(color);
  return argb === undefined ? "" : textElement(name, { rgb: argb });
}

/** The parts of a font; a differential one carries no name and no size. */
function fontInner(style: IStyleBase, differential: boolean): string {
  return [
    style.bl === BooleanNumber.TRUE ? "<b/>" : "",
    style.it === BooleanNumber.TRUE ? "<i/>" : "",
    style.st?.s === BooleanNumber.TRUE ? "<strike/>" : "",
    style.ul?.s === BooleanNumber.TRUE ? "<u/>" : "",
    style.va === BaselineOffset.SUBSCRIPT ? '<vertAlign val="subscript"/>' : "",
    style.va === BaselineOffset.SUPERSCRIPT ? '<vertAlign val="superscript"/>' : "",
    differential ? "" : textElement("sz", { val: style.fs ?? 11 }),
    colorElement("color", style.cl?.rgb),
    differential ? "" : textElement("name", { val: style.ff ?? "Calibri" }),
  ].join("");
}

function borderXml(border: Nullable<IBorderData>): string {
  const side = (name: string, line: IBorderData["t"]): string => {
    const style = BORDER_LINES[line?.s ?? 0];
    if (!line || style === undefined || style === "none") return `<${name}/>`;
    return `${openingTag(name, { style })}${colorElement("color", line.cl.rgb)}</${name}>`;
  };
  const down = border?.tl_br;
  const up = border?.bl_tr;
  const tag = openingTag("border", {
    diagonalUp: up ? 1 : undefined,
    diagonalDown: down ? 1 : undefined,
  });
  return `${tag}${side("left", border?.l)}${side("right", border?.r)}${side("top", border?.t)}${side("bottom", border?.b)}${side("diagonal", down ?? up)}</border>`;
}

function alignmentXml(style: IStyleData): string {
  const turn = style.tr?.a ?? 0;
  const attributes = {
    horizontal: HORIZONTAL[style.ht ?? 0] || undefined,
    vertical: VERTICAL[style.vt ?? 0] || undefined,
    textRotation:
      style.tr?.v === BooleanNumber.TRUE
        ? STACKED
        : turn === 0
          ? undefined
          : turn < 0
            ? -turn
            : 90 + turn,
    wrapText: style.tb === WrapStrategy.WRAP ? 1 : undefined,
    indent: style.pd?.l ? Math.round(style.pd.l / PIXELS_PER_INDENT) : undefined,
  };
  const used = Object.values(attributes).some((value) => value !== undefined);
  return used ? textElement("alignment", attributes) : "";
}

const LISTS = ["numFmts", "fonts", "fills", "borders", "cellXfs", "dxfs"] as const;
type ListName = (typeof LISTS)[number];

const SEQUENCE =
  "numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst".split(
    " ",
  );

const EMPTY_STYLES = `${DECLARATION}<styleSheet xmlns="${MAIN}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>`;

/** First number that a file may give a number format of its own. */
const FIRST_OWN_FORMAT = 164;

/** Appends formats to a workbook's styles; what stands there is never changed. */
export class StyleWriter {
  readonly #file: OfficePackage;
  readonly #workbookPath: string;
  readonly #styles: Styles;
  readonly #added = new Map<ListName, string[]>(LISTS.map((name) => [name, []]));
  readonly #known = new Map<string, number>();
  readonly #formats = new Map<string, number>();
  readonly #text: string;
  readonly #root: XmlElement;

  constructor(file: OfficePackage, workbookPath: string, styles: Styles) {
    this.#file = file;
    this.#workbookPath = workbookPath;
    this.#styles = styles;
    const path = stylesPath(file, workbookPath);
    this.#text = path === undefined ? EMPTY_STYLES : file.text(path);
    this.#root = readTree(path ?? "", this.#text);
    for (const { attributes } of childrenOf(childOf(this.#root, "numFmts"), "numFmt")) {
      this.#formats.set(attributes["formatCode"] ?? "", Number(attributes["numFmtId"]));
    }
    for (const [number, pattern] of Object.entries(BUILT_IN_FORMATS)) {
      if (!this.#formats.has(pattern)) this.#formats.set(pattern, Number(number));
    }
  }

  /** The number of a cell format that looks like `style`; `base` lends what a style cannot say. */
  cellFormat(style: IStyleData, base: number): number {
    const protection =
      this.#xf(base) === undefined ? undefined : childOf(this.#xf(base), "protection");
    const kept = protection === undefined ? "" : sliceOf(this.#text, protection.span);
    const fill = toArgb(style.bg?.rgb);
    const alignment = alignmentXml(style);
    const attributes = {
      numFmtId: this.#numberFormat(style.n?.pattern),
      fontId: this.#append("fonts", "font", `<font>${fontInner(style, false)}</font>`),
      fillId:
        fill === undefined
          ? 0
          : this.#append(
              "fills",
              "fill",
              `<fill><patternFill patternType="solid"><fgColor rgb="${fill}"/><bgColor indexed="64"/></patternFill></fill>`,
            ),
      borderId: this.#append("borders", "border", borderXml(style.bd)),
      xfId: 0,
      applyNumberFormat: 1,
      applyFont: 1,
      applyFill: 1,
      applyBorder: 1,
      applyAlignment: alignment === "" ? undefined : 1,
      applyProtection: kept === "" ? undefined : 1,
    };
    return this.#append("cellXfs", "xf", `${openingTag("xf", attributes)}${alignment}${kept}</xf>`);
  }

  /** The number of a differential format that applies `style` to a cell. */
  differentialFormat(style: IStyleBase): number {
    const font = fontInner(style, true);
    const fill = toArgb(style.bg?.rgb);
    const border = style.bd && Object.keys(style.bd).length > 0 ? borderXml(style.bd) : "";
    const parts = [
      font === "" ? "" : `<font>${font}</font>`,
      fill === undefined
        ? ""
        : `<fill><patternFill patternType="solid"><fgColor rgb="${fill}"/><bgColor rgb="${fill}"/></patternFill></fill>`,
      border,
    ];
    return this.#append("dxfs", "dxf", `<dxf>${parts.join("")}</dxf>`);
  }

  /** Writes what was appended into the package; writes nothing when nothing was. */
  finish(): void {
    const edits: Edit[] = [];
    for (const name of LISTS) {
      const items = this.#added.get(name) ?? [];
      if (items.length === 0) continue;
      const prefix = prefixOf(this.#root.name);
      const inner = items.map((item) => changePrefix(item, "", prefix)).join("");
      const list = childOf(this.#root, name);
      const count = (list?.children.length ?? 0) + items.length;
      if (list === undefined || list.selfClosing) {
        const tag = openingTag(prefix + name, { ...list?.attributes, count });
        const whole = `${tag}${inner}</${prefix}${name}>`;
        edits.push(
          list === undefined
            ? insertInSequence(this.#root, SEQUENCE, name, whole)
            : { ...list.span, text: whole },
        );
      } else {
        const tag = openingTag(list.name, { ...list.attributes, count });
        edits.push({ ...list.tag, text: tag });
        edits.push({ ...placeAtEnd(list), text: inner });
      }
    }
    if (edits.length === 0) return;
    const text = applyEdits(this.#text, edits);
    const path = stylesPath(this.#file, this.#workbookPath);
    if (path !== undefined) this.#file.setText(path, text);
    else {
      const directory = this.#workbookPath.slice(0, this.#workbookPath.lastIndexOf("/") + 1);
      this.#file.add(`${directory}styles.xml`, STYLES_TYPE, text);
      this.#file.relate(this.#workbookPath, STYLES_RELATIONSHIP, "styles.xml");
    }
  }

  #xf(index: number): XmlElement | undefined {
    return childrenOf(childOf(this.#root, "cellXfs"), "xf")[index];
  }

  #numberFormat(pattern: string | undefined): number {
    if (pattern === undefined || pattern === "" || pattern === "General") return 0;
    const known = this.#formats.get(pattern);
    if (known !== undefined) return known;
    const number = Math.max(FIRST_OWN_FORMAT - 1, ...this.#formats.values()) + 1;
    this.#formats.set(pattern, number);
    this.#added
      .get("numFmts")
      ?.push(textElement("numFmt", { numFmtId: number, formatCode: pattern }));
    return number;
  }

  #append(list: ListName, local: string, item: string): number {
    const key = `${list} ${item}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const items = this.#added.get(list) ?? [];
    const standing = childOf(this.#root, list);
    // A list that the file leaves out still has its first entry by definition, but for dxfs.
    const index = childrenOf(standing, local).length + items.length;
    items.push(item);
    this.#known.set(key, index);
    return index;
  }

  /** The style of a cell format of the file. */
  styleOf(index: number): IStyleData | undefined {
    return this.#styles.cells[index];
  }
}
