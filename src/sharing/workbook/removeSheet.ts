import {
  applyEdits,
  attributeOf,
  childOf,
  childrenOf,
  type Edit,
  readTree,
  withAttributes,
} from "../../ooxml";
import type { Book, BookSheet } from "./book";

/** Takes sheets out of the package, with everything that only they lead to. Names are patched apart. */
export function removeSheets(book: Book, gone: readonly BookSheet[]): void {
  const { file, path } = book;
  for (const sheet of gone) {
    file.unrelate(path, ({ id }) => id === sheet.relation);
    file.removeTree(sheet.path);
  }
}

/** The workbook's part without these sheets: the list of tabs, and which of them is in front. */
export function withoutSheets(part: string, text: string, gone: readonly BookSheet[]): string {
  if (gone.length === 0) return text;
  const root = readTree(part, text);
  const relations = new Set(gone.map(({ relation }) => relation));
  const elements = childrenOf(childOf(root, "sheets"), "sheet");
  const isGone = elements.map((element) => relations.has(attributeOf(element, "id") ?? ""));
  const edits: Edit[] = elements.flatMap(({ span }, index) =>
    isGone[index] === true ? [{ ...span, text: "" }] : [],
  );
  const left = elements.filter((_, index) => isGone[index] !== true);
  const firstVisible = left.findIndex(
    ({ attributes }) => (attributes["state"] ?? "visible") === "visible",
  );
  for (const view of childrenOf(childOf(root, "bookViews"), "workbookView")) {
    const active = elements[Number(view.attributes["activeTab"] ?? 0)];
    const place = active === undefined ? -1 : left.indexOf(active);
    const front = place >= 0 ? place : Math.max(firstVisible, 0);
    edits.push({
      ...view.tag,
      text: withAttributes(text.slice(view.tag.start, view.tag.end), {
        activeTab: String(front),
        firstSheet: null,
      }),
    });
  }
  // Views of single people list sheets by their places.
  const views = childOf(root, "customWorkbookViews");
  if (views !== undefined) edits.push({ ...views.span, text: "" });
  return applyEdits(text, edits);
}
