import { childOf, childrenOf, type OfficePackage } from "../../ooxml";
import type { Book, BookSheet } from "./book";

/** A shape of a legacy drawing. Programs write this format with tags that are never closed, so it is no XML to us. */
const SHAPE = /<([\w.-]+:)?shape\b[^>]*>[\s\S]*?<\/\1shape\s*>/gu;
const KIND = /\bObjectType\s*=\s*(?:"([^"]*)"|'([^']*)')/gu;

function kindsIn(text: string): string[] {
  return [...text.matchAll(KIND)].map(([, double, single]) => double ?? single ?? "");
}

/** Legacy drawings of a sheet that show notes, by relationship; `only` says that nothing else stands in one. */
function drawingsWithNotes(
  file: OfficePackage,
  sheet: BookSheet,
): { readonly id: string; readonly path: string; readonly only: boolean }[] {
  return file.relationships(sheet.path).flatMap(({ id, kind, target }) => {
    const path = kind === "vmlDrawing" ? file.find(target) : undefined;
    if (path === undefined) return [];
    const kinds = kindsIn(file.text(path));
    // Pictures of headers and footers are shapes without a kind: they are no notes.
    const shapes = file.text(path).match(SHAPE)?.length ?? 0;
    const notes = kinds.filter((each) => each === "Note").length;
    return notes === 0 ? [] : [{ id, path, only: notes === kinds.length && shapes <= notes }];
  });
}

/** Relationships to the drawings in which the shapes of a sheet's notes stand, and nothing else. */
export function noteDrawings({ file }: Book, sheet: BookSheet): ReadonlySet<string> {
  return new Set(
    drawingsWithNotes(file, sheet)
      .filter(({ only }) => only)
      .map(({ id }) => id),
  );
}

function removeNoteShapes(file: OfficePackage, path: string): void {
  const text = file.text(path);
  file.setText(
    path,
    text.replace(SHAPE, (shape) => (kindsIn(shape).includes("Note") ? "" : shape)),
  );
}

/** Notes and comments of cells, with the shapes that show them; says how many. */
export function removeNotes(book: Book, sheets: readonly BookSheet[]): number {
  const { file, path } = book;
  let notes = 0;
  for (const sheet of sheets) {
    for (const { id, path: drawing, only } of drawingsWithNotes(file, sheet))
      if (!only) removeNoteShapes(file, drawing);
      else
        for (const { target } of file.unrelate(sheet.path, (each) => each.id === id))
          file.removeTree(target);
    for (const { kind, target } of file.unrelate(
      sheet.path,
      ({ kind: each }) => each === "comments" || each === "threadedComment",
    )) {
      if (kind === "comments" && file.has(target)) notes += countNotes(file, target);
      file.removeTree(target);
    }
  }
  for (const { target } of file.unrelate(path, ({ kind }) => kind === "person"))
    file.removeTree(target);
  return notes;
}

export function countNotes(file: OfficePackage, part: string): number {
  return childrenOf(childOf(file.tree(part), "commentList"), "comment").length;
}
