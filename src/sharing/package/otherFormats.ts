import type { RefusalCode } from "../problems";

const ZIP = [0x50, 0x4b];
/** What a compound file, the container of .xls and of encrypted workbooks, begins with. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];
/** Names of streams stand in a compound file in UTF-16. */
const ENCRYPTED_STREAM = "EncryptedPackage";

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

function holdsUtf16(bytes: Uint8Array, text: string): boolean {
  const wanted = [...text].flatMap((character) => [character.charCodeAt(0), 0]);
  const [first = 0] = wanted;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1))
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return true;
  return false;
}

/** Why these bytes are no zip of a workbook, as far as their beginning tells; null where they may be one. */
export function whyNoZip(bytes: Uint8Array): RefusalCode | null {
  if (startsWith(bytes, COMPOUND))
    return holdsUtf16(bytes, ENCRYPTED_STREAM) ? "encrypted" : "legacyXls";
  // .xls files older than the compound format begin with the record of their first sheet.
  if (bytes[0] === 0x09 && [0, 2, 4, 8].includes(bytes[1] ?? -1)) return "legacyXls";
  return startsWith(bytes, ZIP) ? null : "notWorkbook";
}
