import {
  applyEdits,
  declaredPrefixes,
  descendants,
  type Edit,
  type OfficePackage,
  readTree,
  withAttributes,
  type XmlElement,
} from "../../ooxml";

/** Relationships by which a file starts add-ins, or shows one on a sheet. */
const STARTS = "webextensiontaskpanes";
const SHOWS = "webextension";

/**
 * Removes what makes a file start add-ins when it is opened: recipients without them would see an error.
 * Where an add-in stands on a sheet, its picture stays. Returns how many parts were removed.
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

const ADD_IN = "/webextensions/";

/** Whether an element shows an add-in: its namespace says so, wherever that is declared. */
function showsAddIn(part: XmlElement): boolean {
  return [...descendants(part)].some(
    ({ local, attributes }) =>
      local === "webextensionref" ||
      local === "webextension" ||
      (local === "graphicData" && (attributes["uri"] ?? "").includes(ADD_IN)),
  );
}

/** The text of what stands inside of an element, with the prefixes that it and `within` declare. */
function liftedOut(text: string, within: XmlElement, holder: XmlElement): string {
  return holder.children
    .map((child) => {
      const declared = new Map([...declaredPrefixes(within), ...declaredPrefixes(holder)]);
      const own = declaredPrefixes(child);
      const missing = [...declared].filter(([prefix]) => !own.has(prefix));
      const tag = withAttributes(
        text.slice(child.tag.start, child.tag.end),
        Object.fromEntries(missing.map(([prefix, value]) => [`xmlns:${prefix}`, value])),
      );
      return tag + text.slice(child.tag.end, child.span.end);
    })
    .join("");
}

/** In a drawing, the picture that stands for an add-in takes its place; where there is none, its frame is removed. */
function keepPictures(file: OfficePackage, drawing: string): void {
  const text = file.text(drawing);
  const edits = readTree(drawing, text).children.flatMap((anchor): Edit[] => {
    if (!showsAddIn(anchor)) return [];
    const choices = [...descendants(anchor)].filter(
      (part) => part.local === "AlternateContent" && showsAddIn(part),
    );
    const pictures = choices.flatMap((choice): Edit[] => {
      const fallback = choice.children.find(({ local }) => local === "Fallback");
      return fallback === undefined || fallback.children.length === 0 || showsAddIn(fallback)
        ? []
        : [{ ...choice.span, text: liftedOut(text, choice, fallback) }];
    });
    const isWhole = choices.length > 0 && pictures.length === choices.length;
    return isWhole ? pictures : [{ ...anchor.span, text: "" }];
  });
  file.setText(drawing, applyEdits(text, edits));
}

/** The order in which Excel last calculated: it makes a new one, and mends a wrong one with a warning. */
export function removeCalculationChain(file: OfficePackage, workbook: string): void {
  for (const { target } of file.unrelate(workbook, ({ kind }) => kind === "calcChain"))
    file.remove(target);
}
