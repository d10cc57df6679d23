import type { RefusalCode } from "../refusal";
import { startsWith } from "../startsWith";

const ZIP = [0x50, 0x4b];
/** What a compound file, the container of .xls and of encrypted workbooks, begins with. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];
/** Names of streams stand in a compound file in UTF-16. */
const ENCRYPTED_STREAM = "EncryptedPackage";

function holdsUtf16(bytes: Uint8Array, text: string): boolean {
  const wanted = [...text].flatMap((character) => [character.charCodeAt(0), 0]);
  const [first = 0] = wanted;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1))
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return true;
  return false;
}

/** Bytes in which a text says what it is. */
const BEGINNING = 4096;

/** An element, not a declaration or a comment. */
const FIRST_ELEMENT = /<[A-Za-z][^>]*/u;

/** What a text is that somebody took for a workbook, or null where that is unknown. */
function kindOfText(bytes: Uint8Array): RefusalCode | null {
  const isWide = startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff]);
  const beginning = [...bytes.subarray(0, BEGINNING)]
    .filter((byte) => byte !== 0 || !isWide)
    .map((byte) => String.fromCharCode(byte))
    .join("");
  if (beginning.includes("\0") || beginning === "") return null;
  // The first element says what XML is: inside, both formats have tables as web pages do.
  const root = FIRST_ELEMENT.exec(beginning)?.[0] ?? "";
  if (root.includes("urn:schemas-microsoft-com:office:spreadsheet") && !/^<html\b/iu.test(root))
    return "spreadsheet2003";
  if (root.includes("urn:oasis:names:tc:opendocument")) return "openDocument";
  if (/<(?:!doctype\s+html|html|table|head|meta|body)\b/iu.test(beginning)) return "webPage";
  if (/^%PDF-|^\{\\rtf/u.test(beginning)) return null;
  // Lines of cells: words with commas, semicolons or tabs between them.
  return /^[^\n]*[,;\t][^\n]*(?:\r|\n|$)/u.test(beginning.replace(/^[^\S\n]*\n/u, "")) &&
    !/^[^A-Za-z0-9]*</u.test(beginning)
    ? "textTable"
    : null;
}

/** Why a zip without content types is no Office file. */
export function whyNoPackage(entries: readonly { readonly name: string }[]): RefusalCode {
  const names = new Set(entries.map(({ name }) => name));
  return names.has("mimetype") && names.has("content.xml") ? "openDocument" : "notWorkbook";
}

/** Why these bytes are no zip of a workbook, as far as their beginning shows; null where they may be one. */
export function whyNoZip(bytes: Uint8Array): RefusalCode | null {
  if (startsWith(bytes, COMPOUND))
    return holdsUtf16(bytes, ENCRYPTED_STREAM) ? "encrypted" : "legacyXls";
  // .xls files older than the compound format begin with the record of their first sheet.
  if (bytes[0] === 0x09 && [0, 2, 4, 8].includes(bytes[1] ?? -1)) return "legacyXls";
  return startsWith(bytes, ZIP) ? null : (kindOfText(bytes) ?? "notWorkbook");
}
