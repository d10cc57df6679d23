import { applyEdits, descendants, readTree, type OfficePackage } from "../../ooxml";
import type { Uses } from "./uses";

/** The kind of relationship by which WPS keeps pictures that stand in cells. */
export const CELL_IMAGES = "cellImage";

/** Of the pictures that WPS shows in cells, those that no cell of the copy shows are removed. */
export function pruneCellImages(file: OfficePackage, workbook: string, uses: Uses): void {
  if (uses.anyPicture) return;
  for (const { kind, target } of file.relationships(workbook)) {
    const part = kind === CELL_IMAGES ? file.find(target) : undefined;
    if (part === undefined) continue;
    const text = file.text(part);
    const pictures = readTree(part, text).children;
    const gone = pictures.filter(
      (picture) =>
        ![...descendants(picture)].some(
          ({ local, attributes }) =>
            local === "cNvPr" && uses.pictures.has(attributes["name"] ?? ""),
        ),
    );
    if (gone.length === pictures.length) {
      file.unrelate(workbook, (each) => each.kind === CELL_IMAGES && each.target === target);
      file.removeTree(part);
    } else
      file.setText(
        part,
        applyEdits(
          text,
          gone.map(({ span }) => ({ ...span, text: "" })),
        ),
      );
  }
}
