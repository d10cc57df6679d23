import { Deflate, strToU8 } from "fflate";
import { Crc32 } from "./crc32";
import type { Codec, Deflater } from "./codec";
import { NAME_IS_UTF8, type ZipEntry } from "./readZip";

const LOCAL_SIZE = 30;
const DIRECTORY_SIZE = 46;
const END_SIZE = 22;
/** Flags that say something of the packed bytes themselves: how hard they were packed. */
const PACKING_FLAGS = 6;
/** 1980-01-01: parts that we write carry no hour of the day. */
const NO_TIME = 0x00210000;
/** Versions 2.0: what a reader must know to unpack. */
const VERSION = 20;

/** Bytes that may wait for the platform to pack them. */
const MOST_WAITING = 1024 * 1024;

/** How hard parts are packed: harder takes twice as long for a few hundredths less. */
const LEVEL = 2;
/** Bytes that are packed at a time: each time costs the same, however little there is. */
const BATCH = 32 * 1024;
/** The first batch is so much smaller, since code that has not run yet is slow; the next ones are twice as large each. */
const FIRST_BATCH = 16;

/** A part that is packed as it is written. */
export class PackedPart {
  readonly #crc = new Crc32();
  readonly #pieces: Uint8Array[] = [];
  readonly #deflate: Deflate | null;
  readonly #native: Deflater | null;
  readonly #batch = new Uint8Array(BATCH);
  #room = BATCH / FIRST_BATCH;
  #waiting = 0;
  #size = 0;

  /** @param codec The platform's own packing, which has to be waited for; null: packed here and now. */
  constructor(codec: Codec | null = null) {
    this.#native = codec?.deflate() ?? null;
    this.#deflate =
      codec === null ? new Deflate({ level: LEVEL }, (piece) => this.#pieces.push(piece)) : null;
  }

  /** Where more was pushed than packing has taken: what to wait for before the next. */
  get behind(): Promise<void> | undefined {
    return this.#native !== null && this.#native.waiting > MOST_WAITING
      ? this.#native.drained()
      : undefined;
  }

  /** Bytes so far, expanded. */
  get size(): number {
    return this.#size;
  }

  push(bytes: Uint8Array): void {
    this.#size += bytes.length;
    for (let at = 0; at < bytes.length;) {
      const piece = bytes.subarray(at, at + this.#room - this.#waiting);
      this.#batch.set(piece, this.#waiting);
      this.#waiting += piece.length;
      at += piece.length;
      if (this.#waiting === this.#room) this.#pack(false);
    }
  }

  #pack(last: boolean): void {
    const bytes = this.#batch.subarray(0, this.#waiting);
    this.#crc.push(bytes);
    // The platform takes its time, and the batch is filled again.
    if (bytes.length > 0) this.#native?.push(bytes.slice());
    this.#deflate?.push(bytes, last);
    this.#waiting = 0;
    this.#room = Math.min(BATCH, 2 * this.#room);
  }

  /** The entry; nothing can be added to it any more. `like` gives the name, and the time of an earlier one. */
  end(like: Pick<ZipEntry, "name"> & Partial<ZipEntry>): OutputEntry {
    this.#pack(true);
    const pieces = this.#pieces;
    const packed = this.#native?.end().then((all) => {
      for (const piece of all) pieces.push(piece);
    });
    return {
      ...(packed !== undefined && { packed }),
      nameBytes: like.nameBytes ?? strToU8(like.name),
      flags: like.nameBytes === undefined ? NAME_IS_UTF8 : (like.flags ?? 0) & NAME_IS_UTF8,
      method: 8,
      modified: like.modified ?? NO_TIME,
      crc: this.#crc.value,
      size: this.#size,
      pieces,
    };
  }
}

/** What is written: packed bytes with what the zip says of them. */
export interface OutputEntry extends Pick<
  ZipEntry,
  "nameBytes" | "flags" | "method" | "modified" | "crc" | "size"
> {
  readonly pieces: readonly Uint8Array[];
  /** Resolves once all pieces are there; undefined where they are. */
  readonly packed?: Promise<void>;
}

/** An entry as it stands in another zip: its packed bytes are taken as they are. */
export function untouched(entry: ZipEntry): OutputEntry {
  const { packed, ...rest } = entry;
  return {
    ...rest,
    flags: entry.flags & (NAME_IS_UTF8 | PACKING_FLAGS),
    pieces: [packed],
  };
}

/** The fields that a local header and the directory have in common. */
function describe(view: DataView, at: number, entry: OutputEntry, packedSize: number): void {
  view.setUint16(at, VERSION, true);
  view.setUint16(at + 2, entry.flags, true);
  view.setUint16(at + 4, entry.method, true);
  view.setUint32(at + 6, entry.modified, true);
  view.setUint32(at + 10, entry.crc, true);
  view.setUint32(at + 14, packedSize, true);
  view.setUint32(at + 18, entry.size, true);
  view.setUint16(at + 22, entry.nameBytes.length, true);
}

/** Bytes that are copied in one go: a large part is no single step. */
const COPIED_AT_ONCE = 1024 * 1024;

/** The zip of these entries, in their order; tells after each piece how many bytes are written. */
export function* writeZip(
  entries: readonly OutputEntry[],
): Generator<number, Uint8Array<ArrayBuffer>> {
  const sized = entries.map((entry) => ({
    entry,
    packedSize: entry.pieces.reduce((sum, piece) => sum + piece.length, 0),
  }));
  const total = sized.reduce(
    (sum, { entry, packedSize }) =>
      sum + LOCAL_SIZE + DIRECTORY_SIZE + 2 * entry.nameBytes.length + packedSize,
    END_SIZE,
  );
  const output = new Uint8Array(total);
  const view = new DataView(output.buffer);
  const offsets: number[] = [];
  let at = 0;
  for (const { entry, packedSize } of sized) {
    offsets.push(at);
    view.setUint32(at, 0x04034b50, true);
    describe(view, at + 4, entry, packedSize);
    output.set(entry.nameBytes, at + LOCAL_SIZE);
    at += LOCAL_SIZE + entry.nameBytes.length;
    for (const piece of entry.pieces)
      for (let done = 0; done < piece.length; done += COPIED_AT_ONCE) {
        const bytes = piece.subarray(done, done + COPIED_AT_ONCE);
        output.set(bytes, at);
        at += bytes.length;
        yield at;
      }
  }
  const directory = at;
  sized.forEach(({ entry, packedSize }, index) => {
    view.setUint32(at, 0x02014b50, true);
    view.setUint16(at + 4, VERSION, true);
    describe(view, at + 6, entry, packedSize);
    view.setUint32(at + 42, offsets[index] ?? 0, true);
    output.set(entry.nameBytes, at + DIRECTORY_SIZE);
    at += DIRECTORY_SIZE + entry.nameBytes.length;
  });
  view.setUint32(at, 0x06054b50, true);
  view.setUint16(at + 8, entries.length, true);
  view.setUint16(at + 10, entries.length, true);
  view.setUint32(at + 12, at - directory, true);
  view.setUint32(at + 16, directory, true);
  return output;
}
