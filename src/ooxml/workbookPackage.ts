import { OfficePackage } from "./package/officePackage";
import { FileRefusal } from "./refusal";
import type { Codec } from "./zip/codec";
import type { XmlElement } from "./xml/tree";

const WORKBOOK_TYPES =
  /(?:spreadsheetml\.(?:sheet|template)\.main|ms-excel\.(?:sheet|template|addin)\.macroEnabled\.main)\+xml$/iu;
const BINARY_TYPE = /ms-excel\.sheet\.binary/iu;

/** A workbook's package, with the part that lists its sheets. */
export interface WorkbookPackage {
  readonly file: OfficePackage;
  readonly path: string;
  readonly root: XmlElement;
}

/** @throws FileRefusal with the reason where the bytes are no workbook that can be read. */
export function openWorkbookPackage(
  bytes: Uint8Array,
  codec: Codec | null = null,
): WorkbookPackage {
  const file = OfficePackage.open(bytes, codec);
  const main = file.relationships("").find(({ kind }) => kind === "officeDocument")?.target;
  const path = main === undefined ? undefined : file.find(main);
  if (path === undefined) throw new FileRefusal("notWorkbook");
  const type = file.contentType(path);
  if (BINARY_TYPE.test(type)) throw new FileRefusal("binaryWorkbook");
  const root = file.text(path).trimStart().startsWith("<") ? file.tree(path) : undefined;
  if (root?.local !== "workbook" || (type !== "" && !WORKBOOK_TYPES.test(type)))
    throw new FileRefusal("otherOffice");
  return { file, path, root };
}
