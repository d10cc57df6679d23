// Our own zip on fflate's inflater, since no library does all of this at once: what a copy does not change leaves as the
// very bytes that came, packed; a bomb is seen before it has expanded, and so are entries that lie in each other; and the
// work goes in steps, so that a pane stays alive. zip.js passes entries through and looks for overlaps, but only
// asynchronously; fflate and JSZip pack everything again.
import { Inflate, strFromU8, strToU8 } from "fflate";
import { partKey, withSlashes } from "../package/paths";
import { limits } from "../limits";
import { FileRefusal } from "../refusal";
import { Crc32 } from "./crc32";

/** One entry of a zip: where its packed bytes lie, and what they must expand to. */
export interface ZipEntry {
  readonly name: string;
  readonly nameBytes: Uint8Array;
  /** General purpose flags; bit 11 says that the name is UTF-8. */
  readonly flags: number;
  readonly method: 0 | 8;
  /** Date and time as the zip keeps them. */
  readonly modified: number;
  readonly crc: number;
  readonly size: number;
  readonly packed: Uint8Array;
}

const END = 0x06054b50;
const END_SIZE = 22;
const LONGEST_COMMENT = 0xffff;
/** Bytes that may follow the end: what a download or a mail has put behind the file. */
const LONGEST_TAIL = 1024 * 1024;
const DIRECTORY = 0x02014b50;
const DIRECTORY_SIZE = 46;
const LOCAL = 0x04034b50;
const LOCAL_SIZE = 30;
const ZIP64_LOCATOR = 0x07064b50;
const ZIP64_END = 0x06064b50;
const ZIP64_FIELD = 1;
const ALL_ONES = 0xffffffff;
const ENCRYPTED = 1;
export const NAME_IS_UTF8 = 0x800;
const STORED = 0;
const DEFLATED = 8;

/** Packed bytes handed to the inflater at a time: even the most tightly packed expand within milliseconds. */
const PACKED_PIECE = 16 * 1024;
/** Expanded bytes given at a time: patching and packing them is a few milliseconds of work. */
const CHUNK_BYTES = 32 * 1024;
/** The first pieces are so much smaller, since code that has not run often is slow … */
const FIRST_PIECE = 16;
/** … and the next ones larger, each by a quarter. */
const GROWTH = 1.25;

class Bytes {
  readonly #view: DataView;
  readonly length: number;

  constructor(bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.length = bytes.length;
  }

  #check(at: number, size: number): void {
    if (at < 0 || at + size > this.length) throw new FileRefusal("truncated");
  }

  u16(at: number): number {
    this.#check(at, 2);
    return this.#view.getUint16(at, true);
  }

  u32(at: number): number {
    this.#check(at, 4);
    return this.#view.getUint32(at, true);
  }

  u64(at: number): number {
    return this.u32(at) + this.u32(at + 4) * 2 ** 32;
  }
}

interface Directory {
  readonly at: number;
  readonly size: number;
  readonly entries: number;
}

/** Whether the record at this place ends a zip whose directory lies right before it. */
function endsZip(bytes: Bytes, at: number): boolean {
  if (at + END_SIZE + bytes.u16(at + 20) > bytes.length) return false;
  const [size, start] = [bytes.u32(at + 12), bytes.u32(at + 16)];
  // A large zip tells the place elsewhere.
  if (size === ALL_ONES || start === ALL_ONES) return true;
  return start + size <= at && (size === 0 || bytes.u32(start) === DIRECTORY);
}

function findEnd(bytes: Bytes): number {
  const lowest = Math.max(0, bytes.length - END_SIZE - LONGEST_COMMENT - LONGEST_TAIL);
  for (let at = bytes.length - END_SIZE; at >= lowest; at -= 1)
    if (bytes.u32(at) === END && endsZip(bytes, at)) return at;
  throw new FileRefusal("truncated");
}

function findDirectory(bytes: Bytes): Directory {
  const end = findEnd(bytes);
  if (bytes.u16(end + 4) !== 0 || bytes.u16(end + 6) !== 0) throw new FileRefusal("damaged");
  const directory = {
    entries: bytes.u16(end + 10),
    size: bytes.u32(end + 12),
    at: bytes.u32(end + 16),
  };
  const locator = end - 20;
  const isLong = directory.entries === 0xffff || directory.at === ALL_ONES;
  if (!isLong) return directory;
  if (locator < 0 || bytes.u32(locator) !== ZIP64_LOCATOR) throw new FileRefusal("damaged");
  const long = bytes.u64(locator + 8);
  if (bytes.u32(long) !== ZIP64_END) throw new FileRefusal("damaged");
  return {
    entries: bytes.u64(long + 32),
    size: bytes.u64(long + 40),
    at: bytes.u64(long + 48),
  };
}

/** Sizes and place that did not fit into the directory's own fields. */
function longFields(
  bytes: Bytes,
  at: number,
  length: number,
  short: readonly [size: number, packed: number, offset: number],
): [size: number, packed: number, offset: number] {
  const fields: [number, number, number] = [...short];
  if (!fields.includes(ALL_ONES)) return fields;
  for (let field = at; field + 4 <= at + length; field += 4 + bytes.u16(field + 2)) {
    if (bytes.u16(field) !== ZIP64_FIELD) continue;
    let next = field + 4;
    for (const index of [0, 1, 2] as const) {
      if (fields[index] !== ALL_ONES) continue;
      fields[index] = bytes.u64(next);
      next += 8;
    }
    return fields;
  }
  throw new FileRefusal("damaged");
}

/** A name that could be written outside of the folder in which somebody unpacks the file. */
function leadsOut(name: string): boolean {
  const isOutside = (path: string): boolean =>
    path.split(/[\\/]/u).includes("..") || /^[a-z]:/iu.test(path) || path.includes("\0");
  return /^[\\/]/u.test(name) || isOutside(name) || isOutside(partKey(name));
}

/** The name of an entry: in UTF-8 where it says so or can be read so, else letter by letter. */
function readName(bytes: Uint8Array, flags: number): string {
  const text = strFromU8(bytes);
  if ((flags & NAME_IS_UTF8) !== 0) return text;
  const again = strToU8(text);
  const isUtf8 = again.length === bytes.length && again.every((byte, at) => byte === bytes[at]);
  return isUtf8 ? text : strFromU8(bytes, true);
}

/**
 * The entries of a zip as its directory lists them. Nothing is expanded yet.
 * @throws FileRefusal where the zip is cut off, contradicts itself or is malicious.
 */
export function readZip(file: Uint8Array): readonly ZipEntry[] {
  const bytes = new Bytes(file);
  const directory = findDirectory(bytes);
  if (directory.at + directory.size > file.length) throw new FileRefusal("truncated");
  if (directory.entries > limits.parts) throw new FileRefusal("bomb");
  const entries: ZipEntry[] = [];
  const stretches: { readonly start: number; readonly end: number; readonly name: string }[] = [];
  const seen = new Set<string>();
  let total = 0;
  let at = directory.at;
  for (let count = 0; count < directory.entries; count += 1) {
    if (bytes.u32(at) !== DIRECTORY) throw new FileRefusal("damaged");
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((field) =>
      bytes.u16(at + field),
    ) as [number, number, number];
    const flags = bytes.u16(at + 8);
    const method = bytes.u16(at + 10);
    const nameBytes = file.subarray(at + DIRECTORY_SIZE, at + DIRECTORY_SIZE + nameLength);
    const written = readName(nameBytes, flags);
    const name = withSlashes(written);
    const [size, packedSize, offset] = longFields(
      bytes,
      at + DIRECTORY_SIZE + nameLength,
      extraLength,
      [bytes.u32(at + 24), bytes.u32(at + 20), bytes.u32(at + 42)],
    );
    if ((flags & ENCRYPTED) !== 0) throw new FileRefusal("encrypted");
    if (leadsOut(written)) throw new FileRefusal("unsafePath", name);
    if (method !== STORED && method !== DEFLATED) throw new FileRefusal("damaged", name);
    // Names that are compared as one would be one part with two contents.
    const key = partKey(name);
    if (seen.has(key)) throw new FileRefusal("duplicatePart", name);
    seen.add(key);
    total += size;
    const bloated = size > limits.ratioFrom && size > packedSize * limits.ratio;
    if (size > limits.part || total > limits.all || bloated) throw new FileRefusal("bomb", name);
    if (bytes.u32(offset) !== LOCAL) throw new FileRefusal("damaged", name);
    const start = offset + LOCAL_SIZE + bytes.u16(offset + 26) + bytes.u16(offset + 28);
    const end = start + packedSize;
    if (end > directory.at) throw new FileRefusal("damaged", name);
    stretches.push({ start: offset, end, name });
    entries.push({
      name,
      // Other programs look for slashes.
      ...(name === written
        ? { nameBytes, flags }
        : { nameBytes: strToU8(name), flags: flags | NAME_IS_UTF8 }),
      method,
      modified: bytes.u32(at + 12),
      crc: bytes.u32(at + 16),
      size,
      packed: file.subarray(start, end),
    });
    at += DIRECTORY_SIZE + nameLength + extraLength + commentLength;
  }
  refuseOverlaps(stretches);
  return entries;
}

/** Entries that share bytes are how a small file expands without end. */
function refuseOverlaps(
  stretches: { readonly start: number; readonly end: number; readonly name: string }[],
): void {
  stretches.sort((one, other) => one.start - other.start);
  let end = 0;
  for (const stretch of stretches) {
    if (stretch.start < end) throw new FileRefusal("bomb", stretch.name);
    end = stretch.end;
  }
}

/**
 * The bytes of an entry, piece by piece.
 * @param expanded What the platform has made of the packed bytes, if it was asked.
 * @throws FileRefusal "damaged" where they are not what the directory says.
 */
export function* expand(
  entry: ZipEntry,
  expanded?: readonly Uint8Array[],
): Generator<Uint8Array, void> {
  const crc = new Crc32();
  let size = 0;
  let length = CHUNK_BYTES / FIRST_PIECE;
  function* checked(bytes: Uint8Array): Generator<Uint8Array, void> {
    size += bytes.length;
    if (size > entry.size) throw new FileRefusal("damaged", entry.name);
    for (let at = 0; at < bytes.length;) {
      const piece = bytes.subarray(at, at + length);
      crc.push(piece);
      yield piece;
      at += length;
      length = Math.min(CHUNK_BYTES, Math.ceil(GROWTH * length));
    }
  }
  if (expanded !== undefined) for (const bytes of expanded) yield* checked(bytes);
  else if (entry.method === STORED) yield* checked(entry.packed);
  else {
    let ready: Uint8Array[] = [];
    const inflater = new Inflate((piece) => ready.push(piece));
    let packedLength = PACKED_PIECE / FIRST_PIECE;
    for (let at = 0; at < entry.packed.length;) {
      const end = at + packedLength;
      try {
        inflater.push(entry.packed.subarray(at, end), end >= entry.packed.length);
      } catch {
        throw new FileRefusal("damaged", entry.name);
      }
      for (const bytes of ready) yield* checked(bytes);
      ready = [];
      at = end;
      packedLength = Math.min(PACKED_PIECE, Math.ceil(GROWTH * packedLength));
    }
  }
  if (size !== entry.size || crc.value !== entry.crc) throw new FileRefusal("damaged", entry.name);
}
