import { limits } from "../limits";
import { FileRefusal } from "../refusal";
import { createPatch, type PatchMaker } from "../xml/patch";
import type { Decoder } from "../xml/encoding";
import { PackedPart } from "../zip/writeZip";
import type { OfficePackage, PackageStep } from "./officePackage";
import { waitFor } from "./piecewise";

/** Characters within which the middle has to begin. */
const LONGEST_BEGINNING = 1024 * 1024;

/** What becomes of the middle of a part, called with its text as it comes. */
export interface MiddlePatch {
  write(text: string): string;
  end(): string;
  readonly changed: boolean;
}

export interface Middle {
  /** The tags between which it lies, as they must be written. */
  readonly opening: string;
  readonly closing: string;
  readonly patch: MiddlePatch;
  /** Ends the work where the part is not written as expected. */
  readonly refuse: () => never;
}

/** The text of a part that is written again, packed from the first change on: most parts have none. */
class Output {
  readonly #file: OfficePackage;
  readonly #path: string;
  #packed: PackedPart | null = null;
  #decoder: Decoder | null = null;
  /** Characters that are the same as before. */
  #same = 0;

  constructor(file: OfficePackage, path: string) {
    this.#file = file;
    this.#path = path;
  }

  push(text: string, decoder: Decoder, changed: boolean): void {
    this.#decoder = decoder;
    if (this.#packed === null && !changed) {
      this.#same += text.length;
      return;
    }
    this.#packed ??= this.#begin(decoder);
    this.#packed.push(decoder.encode(text));
  }

  /** Packs what was the same so far, read once more. */
  #begin(decoder: Decoder): PackedPart {
    const packed = new PackedPart(this.#file.codec);
    packed.push(decoder.mark);
    let left = this.#same;
    for (const { text } of this.#file.pieces(this.#path)) {
      if (left <= 0) break;
      packed.push(decoder.encode(text.slice(0, left)));
      left -= text.length;
    }
    return packed;
  }

  get packed(): PackedPart | null {
    return this.#packed;
  }

  get size(): number {
    return this.#packed?.size ?? 0;
  }

  end(): void {
    if (this.#packed !== null && this.#decoder !== null)
      this.#file.setPacked(this.#path, this.#packed);
  }
}

/**
 * Patches a part whose middle is changed as plain text and all around it as XML. The file is as before where it is
 * refused.
 * @param most Bytes that the part may come to.
 * @throws FileRefusal "copyTooLarge" where it comes to more.
 */
export function* patchMiddle(
  file: OfficePackage,
  path: string,
  makers: readonly PatchMaker[],
  { opening, closing, patch: middle, refuse }: Middle,
  most: number = limits.part,
): Generator<PackageStep, void> {
  const around = createPatch(path, makers);
  const output = new Output(file, path);
  let where: "before" | "within" | "after" = "before";
  let waiting = "";
  let bytes = 0;
  let last: Decoder | undefined;
  const aroundPieces = (pieces: readonly string[], decoder: Decoder): void => {
    for (const piece of pieces) output.push(piece, decoder, around.changed);
  };
  yield* file.prepare(path);
  for (const { text, decoder } of file.pieces(path)) {
    last = decoder;
    waiting += text;
    if (where === "before") {
      const at = waiting.indexOf(opening);
      if (at >= 0) {
        const end = at + opening.length;
        const pieces = around.write(waiting.slice(0, end));
        if (!(pieces.at(-1) ?? "").endsWith(opening)) refuse();
        aroundPieces(pieces, decoder);
        waiting = waiting.slice(end);
        where = "within";
      } else if (waiting.length > LONGEST_BEGINNING) refuse();
    }
    if (where === "within") {
      const at = waiting.indexOf(closing);
      // The end may be cut in two.
      const until = at >= 0 ? at : Math.max(0, waiting.length - closing.length);
      const written = middle.write(waiting.slice(0, until)) + (at >= 0 ? middle.end() : "");
      output.push(written, decoder, middle.changed);
      waiting = waiting.slice(until);
      if (at >= 0) where = "after";
    }
    if (where === "after") {
      aroundPieces(around.write(waiting), decoder);
      waiting = "";
    }
    if (output.size > most) throw new FileRefusal("copyTooLarge", path);
    bytes += text.length;
    yield waitFor(output.packed, { part: path, bytes });
  }
  file.release(path);
  if (where !== "after" || last === undefined) refuse();
  else aroundPieces(around.end(), last);
  output.end();
}
