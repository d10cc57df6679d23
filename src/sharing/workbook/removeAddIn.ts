import { applyEdits, descendants, readTree } from "../xml/tree";
import type { OfficePackage } from "../package/officePackage";

/** Relationships by which a file starts add-ins, or shows one on a sheet. */
const STARTS = "webextensiontaskpanes";
const SHOWS = "webextension";

/**
 * Removes what makes a file start add-ins when it is opened: recipients without them would see an error.
 * Where an add-in stands on a sheet, its picture stays. Says how many parts went.
 */
export function removeAddIns(file: OfficePackage): number {
  let removed = 0;
  for (const { target } of file.unrelate("", ({ kind }) => kind === STARTS)) {
    if (file.has(target)) removed += 1;
    file.removeTree(target);
  }
  for (const owner of file.owners()) {
    const shown = file
      .relationships(owner)
      .filter(({ kind, external }) => kind === SHOWS && !external);
    if (shown.length === 0) continue;
    keepPictures(file, owner);
    file.unrelate(owner, ({ kind }) => kind === SHOWS);
    for (const { target } of shown) {
      removed += 1;
      file.removeTree(target);
    }
  }
  return removed;
}

/** In a drawing, the picture that stands for an add-in takes its place. */
function keepPictures(file: OfficePackage, drawing: string): void {
  const text = file.text(drawing);
  const edits = [...descendants(readTree(drawing, text))].flatMap((part) => {
    if (part.local !== "AlternateContent") return [];
    const isAddIn = [...descendants(part)].some(({ local }) => local === "webextensionref");
    const fallback = part.children.find(({ local }) => local === "Fallback");
    if (!isAddIn) return [];
    const picture =
      fallback === undefined ? "" : text.slice(fallback.inside.start, fallback.inside.end);
    return [{ ...part.span, text: picture }];
  });
  file.setText(drawing, applyEdits(text, edits));
}

/** The order in which Excel last calculated: it makes a new one, and mends a wrong one with a warning. */
export function removeCalculationChain(file: OfficePackage, workbook: string): void {
  for (const { target } of file.unrelate(workbook, ({ kind }) => kind === "calcChain"))
    file.remove(target);
}
