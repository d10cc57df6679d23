import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { appendInside, applyEdits, children, parseXml, textElement } from "./xml";

/** One line of a part's relationships; `target` is resolved against the package's root. */
export interface Relationship {
  readonly id: string;
  /** The last segment of the type's address: "worksheet", "customXml". */
  readonly kind: string;
  readonly target: string;
  readonly external: boolean;
}

const RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships";
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const CONTENT_TYPES = "[Content_Types].xml";

function directoryOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/") + 1);
}

function resolvePath(base: string, target: string): string {
  const segments = target.startsWith("/") ? [] : directoryOf(base).split("/").filter(Boolean);
  for (const segment of target.split("/")) {
    if (segment === "..") segments.pop();
    else if (segment !== "" && segment !== ".") segments.push(segment);
  }
  return segments.join("/");
}

/** The path of the part that holds another part's relationships. */
export function relationshipsPath(part: string): string {
  const directory = directoryOf(part);
  return `${directory}_rels/${part.slice(directory.length)}.rels`;
}

/** The zip of a workbook: parts by their path, untouched until set. */
export class OfficePackage {
  private readonly parts: Map<string, Uint8Array>;

  private constructor(parts: Map<string, Uint8Array>) {
    this.parts = parts;
  }

  /** @throws Error with a sentence for the reader when the bytes are no workbook. */
  static open(bytes: Uint8Array): OfficePackage {
    if (bytes[0] === 0xd0 && bytes[1] === 0xcf) {
      throw new Error("文件有打开密码，或是旧的 .xls 格式：请在 Excel 中另存为不加密的 .xlsx。");
    }
    let files: Record<string, Uint8Array>;
    try {
      files = unzipSync(bytes);
    } catch (error) {
      throw new Error("这不是 .xlsx 文件，或文件已损坏。", { cause: error });
    }
    const opened = new OfficePackage(new Map(Object.entries(files)));
    if (!opened.has(CONTENT_TYPES)) throw new Error("这不是 .xlsx 文件，或文件已损坏。");
    return opened;
  }

  has(path: string): boolean {
    return this.parts.has(path);
  }

  paths(): string[] {
    return [...this.parts.keys()];
  }

  /** The part's text without a byte order mark. @throws Error when it is missing or not UTF-8. */
  text(path: string): string {
    const bytes = this.parts.get(path);
    if (bytes === undefined) throw new Error(`文件缺少部件：${path}`);
    if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
      throw new Error(`部件不是 UTF-8 编码：${path}`);
    }
    return strFromU8(bytes).replace(/^\uFEFF/, "");
  }

  set(path: string, text: string): void {
    this.parts.set(path, strToU8(text));
  }

  /** Removes a part together with its relationships and its content type. */
  remove(path: string): void {
    this.parts.delete(path);
    this.parts.delete(relationshipsPath(path));
    const text = this.text(CONTENT_TYPES);
    const line = parseXml(text).children.find(
      (element) => element.attributes["PartName"]?.toLowerCase() === `/${path}`.toLowerCase(),
    );
    if (line !== undefined) {
      this.set(CONTENT_TYPES, applyEdits(text, [{ start: line.start, end: line.end, text: "" }]));
    }
  }

  relationships(part: string): Relationship[] {
    const path = relationshipsPath(part);
    if (!this.has(path)) return [];
    return children(parseXml(this.text(path)), "Relationship").map(({ attributes }) => {
      const type = attributes["Type"] ?? "";
      const external = attributes["TargetMode"] === "External";
      const target = attributes["Target"] ?? "";
      return {
        id: attributes["Id"] ?? "",
        kind: type.slice(type.lastIndexOf("/") + 1),
        target: external ? target : resolvePath(part, target),
        external,
      };
    });
  }

  /** Relates `part` to `target` (written as given, relative to the part) and returns the id. */
  relate(part: string, type: string, target: string, external = false): string {
    const path = relationshipsPath(part);
    if (!this.has(path)) this.set(path, `${DECLARATION}<Relationships xmlns="${RELATIONSHIPS}"/>`);
    const text = this.text(path);
    const root = parseXml(text);
    const taken = new Set(root.children.map((element) => element.attributes["Id"]));
    let number = root.children.length + 1;
    while (taken.has(`rId${number}`)) number++;
    const id = `rId${number}`;
    const line = textElement(`${prefixOf(root.name)}Relationship`, {
      Id: id,
      Type: type,
      Target: target,
      TargetMode: external ? "External" : undefined,
    });
    this.set(path, applyEdits(text, [appendInside(root, line)]));
    return id;
  }

  /** Removes the relationships of `part` that lead to `target`. */
  unrelate(part: string, target: string): void {
    const path = relationshipsPath(part);
    const ids = new Set(
      this.relationships(part)
        .filter((relationship) => !relationship.external && relationship.target === target)
        .map((relationship) => relationship.id),
    );
    const text = this.text(path);
    const edits = parseXml(text)
      .children.filter((element) => ids.has(element.attributes["Id"] ?? ""))
      .map(({ start, end }) => ({ start, end, text: "" }));
    this.set(path, applyEdits(text, edits));
  }

  /** Adds a part with its content type. */
  add(path: string, contentType: string, text: string): void {
    this.set(path, text);
    const types = this.text(CONTENT_TYPES);
    const root = parseXml(types);
    const line = textElement(`${prefixOf(root.name)}Override`, {
      PartName: `/${path}`,
      ContentType: contentType,
    });
    this.set(CONTENT_TYPES, applyEdits(types, [appendInside(root, line)]));
  }

  /** The content type of all parts with that ending, unless one is declared already. */
  declareDefault(extension: string, contentType: string): void {
    const types = this.text(CONTENT_TYPES);
    const root = parseXml(types);
    const known = children(root, "Default").some(
      (element) => element.attributes["Extension"]?.toLowerCase() === extension,
    );
    if (known) return;
    // Defaults may stand anywhere among the types; the front keeps them together.
    const line = textElement(`${prefixOf(root.name)}Default`, {
      Extension: extension,
      ContentType: contentType,
    });
    this.set(
      CONTENT_TYPES,
      applyEdits(types, [{ start: root.openEnd, end: root.openEnd, text: line }]),
    );
  }

  toBytes(): Uint8Array {
    return zipSync(Object.fromEntries(this.parts), { level: 6 });
  }
}

/** "x:" of "x:worksheet", "" of "worksheet". */
export function prefixOf(name: string): string {
  return name.slice(0, name.indexOf(":") + 1);
}

/** The declaration that opens every part we write. */
export { DECLARATION };
