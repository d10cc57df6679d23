import { mapSteps, runToEnd } from "../../steps";
import { limits } from "../limits";
import { FileRefusal } from "../refusal";
import {
  appendInside,
  applyEdits,
  childrenOf,
  prefixOf,
  readTree,
  type XmlElement,
} from "../xml/tree";
import { decoderFor, type Decoder } from "../xml/encoding";
import { element } from "../xml/tags";
import type { Codec } from "../zip/codec";
import { expand, readZip, type ZipEntry } from "../zip/readZip";
import { PackedPart, untouched, writeZip, type OutputEntry } from "../zip/writeZip";
import { whyNoPackage, whyNoZip } from "./otherFormats";
import { inStrict, isStrictType } from "./dialect";
import { ownerOfRelationships, partKey, relationshipsPath, resolvePath } from "./paths";

/** One line of a part's relationships. */
export interface Relationship {
  readonly id: string;
  /** The last segment of the type's address: "worksheet", "customXml"; the same in strict files. */
  readonly kind: string;
  readonly type: string;
  /** A path from the package's root, or an address outside. */
  readonly target: string;
  readonly external: boolean;
}

const CONTENT_TYPES = "[Content_Types].xml";
const RELATIONSHIPS_TYPE = "application/vnd.openxmlformats-package.relationships+xml";
const RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships";
export const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** How often a long piece of work says that it may be interrupted: called with the path and the bytes so far. */
export interface PackageStep {
  readonly part: string;
  readonly bytes: number;
  /** What has to be waited for before the next step; only where the platform packs. */
  readonly until?: Promise<unknown>;
}

/** Parts of less are expanded here: asking the platform takes longer. */
const LEAST_FOR_PLATFORM = 64 * 1024;
/** Parts of more are expanded piece by piece, so that they are never in memory as a whole. */
const MOST_FOR_PLATFORM = 16 * 1024 * 1024;

/** The zip of a workbook: its parts by path, each as it was until it is set or written again. */
export class OfficePackage {
  readonly #entries: Map<string, ZipEntry>;
  /** Paths as they are compared, to paths as they are written. */
  readonly #names = new Map<string, string>();
  readonly #changed = new Map<string, OutputEntry | string>();
  readonly #removed = new Set<string>();
  /** Parts that the platform has expanded, until they are released. */
  readonly #expanded = new Map<string, readonly Uint8Array[]>();
  /** Outputs that have all their pieces. */
  readonly #packed = new WeakSet<OutputEntry>();
  /** The platform's own packing; null: none. */
  readonly codec: Codec | null;
  /** Whether the file is written in the strict dialect. */
  readonly isStrict: boolean;

  private constructor(entries: readonly ZipEntry[], codec: Codec | null) {
    this.codec = codec;
    this.#entries = new Map(entries.map((entry) => [entry.name, entry]));
    for (const { name } of entries) this.#names.set(partKey(name), name);
    this.isStrict = this.relationships("").some(
      ({ kind, type }) => kind === "officeDocument" && isStrictType(type),
    );
  }

  /**
   * @param codec The platform's own packing; its steps say what to wait for.
   * @throws FileRefusal with the reason where the bytes are no Office file that can be read.
   */
  static open(bytes: Uint8Array, codec: Codec | null = null): OfficePackage {
    if (bytes.length > limits.file) throw new FileRefusal("fileTooLarge");
    const why = whyNoZip(bytes);
    if (why !== null) throw new FileRefusal(why);
    const entries = readZip(bytes);
    if (!entries.some(({ name }) => partKey(name) === partKey(CONTENT_TYPES)))
      throw new FileRefusal(whyNoPackage(entries));
    return new OfficePackage(entries, codec);
  }

  /** A text with namespaces of the usual dialect, in that of the file. */
  inDialect(text: string): string {
    return this.isStrict ? inStrict(text) : text;
  }

  /** The paths of all parts, in the order of the file, new ones at the end. */
  paths(): string[] {
    const added = [...this.#changed.keys()].filter((path) => !this.#entries.has(path));
    return [...this.#entries.keys(), ...added].filter(
      (path) => !this.#removed.has(path) && !path.endsWith("/"),
    );
  }

  /** A path as the file writes it, however it is given; undefined where there is no such part. */
  find(path: string): string | undefined {
    const name = this.#names.get(partKey(path));
    return name === undefined || this.#removed.has(name) ? undefined : name;
  }

  has(path: string): boolean {
    return this.find(path) !== undefined;
  }

  /** Whether no part is called so, nor was: one in the place of a part that went would take over its encoding. */
  isFree(path: string): boolean {
    const key = partKey(path);
    return !this.#names.has(key) && ![...this.#removed].some((name) => partKey(name) === key);
  }

  /** Expanded bytes of a part as it is in the file. */
  sizeOf(path: string): number {
    return this.#entries.get(this.find(path) ?? "")?.size ?? 0;
  }

  /** The bytes of a part as it is now, piece by piece. */
  *#bytes(name: string): Generator<Uint8Array, void> {
    const entry = this.#entries.get(name);
    const changed = this.#changed.get(name);
    if (typeof changed === "object") {
      if (changed.packed !== undefined && !this.#packed.has(changed))
        throw new Error(`${name} is still being packed`);
      yield* expand({ ...changed, name, packed: join(changed.pieces) }, this.#expanded.get(name));
    } else if (entry !== undefined) yield* expand(entry, this.#expanded.get(name));
  }

  /** Waits until a part can be read piece by piece. It is released by `release`. */
  *prepare(path: string): Generator<PackageStep, void> {
    const name = this.find(path);
    if (name === undefined || this.codec === null) return;
    const changed = this.#changed.get(name);
    if (typeof changed === "string") return;
    if (changed !== undefined) yield* this.#whenPacked(name, changed);
    const entry = this.#entries.get(name);
    const packed = changed === undefined ? entry?.packed : join(changed.pieces);
    const { method, size } = changed ?? entry ?? { method: 0, size: 0 };
    const isFit = method === 8 && size >= LEAST_FOR_PLATFORM && size <= MOST_FOR_PLATFORM;
    if (!isFit || packed === undefined) return;
    // What the platform cannot expand is diagnosed where it is read.
    const expanding = this.codec.inflate(packed, size).then(
      (pieces) => this.#expanded.set(name, pieces),
      () => undefined,
    );
    yield { part: name, bytes: 0, until: expanding };
  }

  release(path: string): void {
    this.#expanded.delete(this.find(path) ?? "");
  }

  *#whenPacked(name: string, output: OutputEntry): Generator<PackageStep, void> {
    if (output.packed === undefined || this.#packed.has(output)) return;
    yield { part: name, bytes: 0, until: output.packed };
    this.#packed.add(output);
  }

  /** The text of a part as it is now, piece by piece, in the part's own encoding. */
  *pieces(path: string): Generator<{ readonly text: string; readonly decoder: Decoder }, void> {
    const name = this.find(path);
    if (name === undefined) throw new FileRefusal("damaged", path);
    const changed = this.#changed.get(name);
    if (typeof changed === "string") {
      yield { text: changed, decoder: decoderFor(this.#beginning(name)) };
      return;
    }
    let decoder: Decoder | undefined;
    for (const bytes of this.#bytes(name)) {
      decoder ??= decoderFor(bytes);
      yield { text: decoder.push(bytes, false), decoder };
    }
    if (decoder !== undefined) yield { text: decoder.push(new Uint8Array(0), true), decoder };
  }

  /** The first bytes of a part as it stands in the file: they give its encoding. */
  #beginning(name: string): Uint8Array {
    const entry = this.#entries.get(name);
    const first = entry === undefined ? undefined : expand(entry).next().value;
    return first ?? new Uint8Array(0);
  }

  /** The text of a part that is read as a whole. @throws FileRefusal where it is missing or too large. */
  text(path: string): string {
    const name = this.find(path);
    const changed = name === undefined ? undefined : this.#changed.get(name);
    if (typeof changed === "string") return changed;
    if (this.sizeOf(path) > limits.whole) throw new FileRefusal("partTooLarge", path);
    let text = "";
    for (const piece of this.pieces(path)) text += piece.text;
    return text;
  }

  tree(path: string): XmlElement {
    return readTree(path, this.text(path));
  }

  /** Sets the text of a part that is small enough to be kept; the same text leaves it as it was. */
  setText(path: string, text: string): void {
    const name = this.find(path) ?? path;
    const isAsInFile = this.has(name) && this.#entries.has(name) && !this.#changed.has(name);
    if (isAsInFile && this.text(name) === text) return;
    this.#names.set(partKey(name), name);
    this.#removed.delete(name);
    this.#changed.set(name, text);
  }

  /** Puts packed bytes in the place of a part. */
  setPacked(path: string, part: PackedPart): void {
    const name = this.find(path) ?? path;
    this.#changed.set(name, part.end(this.#entries.get(name) ?? { name }));
  }

  /** Removes a part together with its relationships and its content type. */
  remove(path: string): void {
    const name = this.find(path);
    if (name === undefined) return;
    const gone = new Set<string>();
    for (const each of [name, this.find(relationshipsPath(name))]) {
      if (each === undefined) continue;
      this.#removed.add(each);
      this.#changed.delete(each);
      this.#names.delete(partKey(each));
      gone.add(partKey(each));
    }
    const text = this.text(CONTENT_TYPES);
    const edits = readTree(CONTENT_TYPES, text)
      .children.filter(({ attributes }) => gone.has(partKey(attributes["PartName"] ?? "")))
      .map(({ span }) => ({ ...span, text: "" }));
    this.setText(CONTENT_TYPES, applyEdits(text, edits));
  }

  /** Removes the relationships of a part that is not there. */
  removeRelationships(owner: string): void {
    this.remove(relationshipsPath(owner));
  }

  /** The content type of a part: its own, or that of its ending. */
  contentType(path: string): string {
    const types = this.tree(CONTENT_TYPES);
    const own = childrenOf(types, "Override").find(
      ({ attributes }) => partKey(attributes["PartName"] ?? "") === partKey(path),
    );
    const ending = path.slice(path.lastIndexOf(".") + 1).toLowerCase();
    const usual = childrenOf(types, "Default").find(
      ({ attributes }) => attributes["Extension"]?.toLowerCase() === ending,
    );
    return (own ?? usual)?.attributes["ContentType"] ?? "";
  }

  /** Adds a part with its content type; its text is given in the usual dialect. */
  add(path: string, contentType: string, text: string): void {
    this.setText(path, this.inDialect(text));
    this.#declare("Override", { PartName: `/${path}`, ContentType: contentType });
  }

  /** The content type of all parts with that ending, unless one is declared already. */
  declareDefault(extension: string, contentType: string): void {
    const isKnown = childrenOf(this.tree(CONTENT_TYPES), "Default").some(
      ({ attributes }) => attributes["Extension"]?.toLowerCase() === extension,
    );
    if (!isKnown) this.#declare("Default", { Extension: extension, ContentType: contentType });
  }

  #declare(local: "Default" | "Override", attributes: Readonly<Record<string, string>>): void {
    const types = this.text(CONTENT_TYPES);
    const root = readTree(CONTENT_TYPES, types);
    const line = element(`${prefixOf(root.name)}${local}`, attributes);
    this.setText(CONTENT_TYPES, applyEdits(types, [appendInside(types, root, line)]));
  }

  /** The relationships of a part; those of the package itself are of "". */
  relationships(part: string): Relationship[] {
    const path = this.find(relationshipsPath(part));
    if (path === undefined) return [];
    return childrenOf(this.tree(path), "Relationship").map((line) => readRelationship(part, line));
  }

  /** Relates `part` to `target` (written as given, relative to the part) and returns the id. */
  relate(part: string, type: string, target: string, external = false): string {
    const path = this.find(relationshipsPath(part)) ?? relationshipsPath(part);
    if (!this.has(path)) {
      this.setText(path, `${DECLARATION}<Relationships xmlns="${RELATIONSHIPS}"/>`);
      // Some programs declare the type of each such part by its name.
      if (this.contentType(path) !== RELATIONSHIPS_TYPE)
        this.#declare("Override", { PartName: `/${path}`, ContentType: RELATIONSHIPS_TYPE });
    }
    const text = this.text(path);
    const root = readTree(path, text);
    const taken = new Set(root.children.map(({ attributes }) => attributes["Id"]));
    let number = root.children.length + 1;
    while (taken.has(`rId${number}`)) number += 1;
    const id = `rId${number}`;
    const line = element(`${prefixOf(root.name)}Relationship`, {
      Id: id,
      Type: this.inDialect(type),
      Target: target,
      TargetMode: external ? "External" : undefined,
    });
    this.setText(path, applyEdits(text, [appendInside(text, root, line)]));
    return id;
  }

  /** Removes the relationships of `part` that are chosen, and says which they were. */
  unrelate(part: string, choose: (relationship: Relationship) => boolean): Relationship[] {
    const path = this.find(relationshipsPath(part));
    if (path === undefined) return [];
    const text = this.text(path);
    const lines = childrenOf(readTree(path, text), "Relationship").filter((line) =>
      choose(readRelationship(part, line)),
    );
    if (lines.length > 0)
      this.setText(
        path,
        applyEdits(
          text,
          lines.map(({ span }) => ({ ...span, text: "" })),
        ),
      );
    return lines.map((line) => readRelationship(part, line));
  }

  /** Every part that has relationships, and the package itself as "". */
  owners(): string[] {
    return this.paths().flatMap((path) => ownerOfRelationships(path) ?? []);
  }

  /** Removes a part, and whatever only it led to. */
  removeTree(path: string): void {
    const below = this.relationships(path).filter(({ external }) => !external);
    this.remove(path);
    for (const { target } of below)
      if (this.has(target) && !this.#isReached(target)) this.removeTree(target);
  }

  #isReached(path: string): boolean {
    const wanted = partKey(path);
    return this.owners().some((owner) =>
      this.relationships(owner).some(
        ({ external, target }) => !external && partKey(target) === wanted,
      ),
    );
  }

  /** The bytes of the package as it is now, in one go. */
  bytes(): Uint8Array<ArrayBuffer> {
    return runToEnd(this.toBytes());
  }

  /** The bytes of the package as it is now. */
  *toBytes(): Generator<PackageStep, Uint8Array<ArrayBuffer>> {
    const outputs: OutputEntry[] = [];
    const added = [...this.#changed.keys()].filter((name) => !this.#entries.has(name));
    for (const entry of [...this.#entries.values(), ...added.map((name) => ({ name }))]) {
      if (this.#removed.has(entry.name)) continue;
      const changed = this.#changed.get(entry.name);
      if (typeof changed === "string") {
        outputs.push(this.#pack(entry, changed));
        yield { part: entry.name, bytes: 0 };
      } else if (changed !== undefined) {
        yield* this.#whenPacked(entry.name, changed);
        outputs.push(changed);
      } else if ("packed" in entry) outputs.push(untouched(entry));
    }
    return yield* mapSteps(writeZip(outputs), () => ({ part: "", bytes: 0 }));
  }

  #pack(like: Pick<ZipEntry, "name"> & Partial<ZipEntry>, text: string): OutputEntry {
    const part = new PackedPart();
    const decoder = decoderFor(this.#beginning(like.name));
    part.push(decoder.mark);
    part.push(decoder.encode(text));
    return part.end(like);
  }
}

function join(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

function readRelationship(part: string, { attributes }: XmlElement): Relationship {
  const type = attributes["Type"] ?? "";
  const external = attributes["TargetMode"] === "External";
  const target = attributes["Target"] ?? "";
  return {
    id: attributes["Id"] ?? "",
    kind: type.slice(type.lastIndexOf("/") + 1),
    type,
    target: external ? target : resolvePath(part, target),
    external,
  };
}
