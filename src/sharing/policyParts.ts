import { openBook } from "./workbook/book";
import { isPolicyPart } from "./workbook/clean";

/** The policy that a workbook keeps, as XML, in the order in which its parts lie there. */
export function readPolicyPartsOf(bytes: Uint8Array): readonly string[] {
  const { file, path } = openBook(bytes);
  return file
    .relationships(path)
    .filter(({ kind, target }) => kind === "customXml" && file.has(target))
    .filter(({ target }) => isPolicyPart(file, target))
    .map(({ target }) => file.text(target));
}
