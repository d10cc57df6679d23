import type { OfficePackage } from "../../src/ooxml";

/** Where relationships of the usual dialect begin; a strict file gets its own from the package. */
export const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** Removes the relationships of a part that lead to another one. */
export function unrelate(file: OfficePackage, part: string, target: string): void {
  const path = file.find(target) ?? target;
  file.unrelate(
    part,
    (relationship) =>
      !relationship.external && (file.find(relationship.target) ?? relationship.target) === path,
  );
}
