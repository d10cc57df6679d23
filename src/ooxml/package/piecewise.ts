import { limits } from "../limits";
import { FileRefusal } from "../refusal";
import type { Decoder } from "../xml/encoding";
import { createPatch, type PatchMaker } from "../xml/patch";
import { XmlScanner, type Listener } from "../xml/scanner";
import { PackedPart } from "../zip/writeZip";
import type { OfficePackage, PackageStep } from "./officePackage";

/** Reads a part of any size, piece by piece, or as far as it is wanted. */
export function* readPiecewise(
  file: OfficePackage,
  path: string,
  listener: Listener,
  isEnough: () => boolean = () => false,
): Generator<PackageStep, void> {
  const scanner = new XmlScanner(path, listener);
  let bytes = 0;
  yield* file.prepare(path);
  for (const { text } of file.pieces(path)) {
    scanner.write(text);
    scanner.release(scanner.settled);
    bytes += text.length;
    yield { part: path, bytes };
    if (isEnough()) {
      file.release(path);
      return;
    }
  }
  file.release(path);
  scanner.end();
}

/**
 * Patches a part of any size, piece by piece. The makers of one stage read it together, which costs little more
 * than one of them; each stage reads what the one before has made.
 * @param most Bytes that the part may come to.
 * @throws FileRefusal "copyTooLarge" where it comes to more; the file is as before then.
 */
export function* patchPiecewise(
  file: OfficePackage,
  path: string,
  stages: readonly (readonly PatchMaker[])[],
  most: number = limits.part,
): Generator<PackageStep, void> {
  const patches = stages
    .filter((makers) => makers.length > 0)
    .map((makers) => createPatch(path, makers));
  if (patches.length === 0) return;
  yield* file.prepare(path);
  const packed = new PackedPart(file.codec);
  let bytes = 0;
  const write = (pieces: readonly string[], decoder: Decoder, from: number): void => {
    let texts = pieces;
    for (const patch of patches.slice(from)) texts = texts.flatMap((text) => patch.write(text));
    for (const text of texts) packed.push(decoder.encode(text));
  };
  let decoder: Decoder | undefined;
  for (const piece of file.pieces(path)) {
    if (decoder === undefined) packed.push(piece.decoder.mark);
    ({ decoder } = piece);
    write([piece.text], decoder, 0);
    if (packed.size > most) throw new FileRefusal("copyTooLarge", path);
    bytes += piece.text.length;
    yield waitFor(packed, { part: path, bytes });
  }
  file.release(path);
  // What a patch has held back goes through those after it before they end.
  if (decoder !== undefined)
    for (const [index, patch] of patches.entries()) write(patch.end(), decoder, index + 1);
  if (patches.some(({ changed }) => changed)) file.setPacked(path, packed);
}

/** A step, with what has to be waited for before more is packed. */
export function waitFor(packed: PackedPart | null, step: PackageStep): PackageStep {
  const behind = packed?.behind;
  return behind === undefined ? step : { ...step, until: behind };
}

/** Characters of one piece that are looked at again with the next, so that no word is cut in two. */
const SEAM = 64;
/** Ways in which XML can write a word otherwise: parts that use them are parsed as XML. */
const DISGUISES = ["&#", "<![CDATA["];

/** Whether a part may hold a word of each group (words in capitals): quick, and never wrong about a "no". */
export function* mayHoldOf(
  file: OfficePackage,
  path: string,
  groups: readonly (readonly string[])[],
): Generator<PackageStep, readonly boolean[]> {
  const patterns = groups.map(patternOf);
  const found = groups.map(() => false);
  let seam = "";
  let bytes = 0;
  yield* file.prepare(path);
  for (const { text } of file.pieces(path)) {
    const looked = seam + text;
    patterns.forEach((pattern, index) => {
      found[index] ||= pattern.test(looked);
    });
    if (found.every(Boolean)) {
      file.release(path);
      return found;
    }
    seam = text.slice(-SEAM);
    bytes += text.length;
    yield { part: path, bytes };
  }
  file.release(path);
  return found;
}

function patternOf(words: readonly string[]): RegExp {
  return new RegExp(
    [...words, ...DISGUISES].map((word) => word.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&")).join("|"),
    "iu",
  );
}

/** Whether a part may hold one of the words. */
export function* mayHold(
  file: OfficePackage,
  path: string,
  words: readonly string[],
): Generator<PackageStep, boolean> {
  const [found = false] = yield* mayHoldOf(file, path, [words]);
  return found;
}
