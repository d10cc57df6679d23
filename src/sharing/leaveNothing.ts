import {
  descendants,
  patchPiecewise,
  withAttributes,
  type PackageStep,
  type PatchMaker,
} from "../ooxml";
import { pruneExternalLinks } from "./reach/externalLinks";
import { pruneLists } from "./reach/lists";
import { pruneCellImages } from "./reach/pictures";
import { removeUnreached } from "./reach/reachability";
import { pruneRichValues } from "./reach/richValues";
import type { Uses } from "./reach/uses";
import type { Book, BookSheet } from "./workbook/book";

/** Elements in which formulas stand, outside of sheets. */
const FORMULAS = new Set([
  "definedName",
  "f",
  "sqref",
  "calculatedColumnFormula",
  "totalsRowFormula",
]);
/** Kinds of relationships to parts that hold formulas. */
const WITH_FORMULAS = new Set(["table", "chart", "chartEx", "drawing", "ctrlProp"]);
/** Attributes that hold formulas. */
const LINKS = ["textlink", "fmlaLink", "fmlaRange", "fmlaTxbx", "fmlaGroup"];

/** Notes what formulas outside of sheets use. */
function noteFormulas({ file, path }: Book, uses: Uses): void {
  const parts = new Set([
    path,
    ...file
      .owners()
      .flatMap((owner) => file.relationships(owner))
      .filter(({ kind, external }) => WITH_FORMULAS.has(kind) && !external)
      .flatMap(({ target }) => file.find(target) ?? []),
  ]);
  for (const part of parts)
    for (const { local, text, attributes } of descendants(file.tree(part))) {
      if (FORMULAS.has(local)) uses.noteFormula(text);
      for (const link of LINKS) uses.noteFormula(attributes[link] ?? "");
    }
}

/** Cells refer to no rich values any more. */
const withoutRichValues: PatchMaker = (pen) => ({
  open: ({ local, attributes }, span) => {
    if (local === "c" && attributes["vm"] !== undefined)
      pen.replace(span, withAttributes(pen.source(span), { vm: null }));
  },
});

/**
 * Takes out of a copy what only the left-out sheets, columns or people have used, wherever the workbook keeps it, and
 * every part that nothing of the copy leads to. The sheets, names and charts are patched before.
 */
export function* leaveNothing(
  book: Book,
  kept: readonly BookSheet[],
  uses: Uses,
  withCellsLeftOut: ReadonlySet<string>,
): Generator<PackageStep, void> {
  const { file, path } = book;
  noteFormulas(book, uses);
  yield { part: path, bytes: 0 };
  pruneExternalLinks(file, path, uses);
  pruneCellImages(file, path, uses);
  const isGone = pruneRichValues(file, path, uses) === "gone" && uses.richValues.size > 0;
  if (isGone)
    for (const sheet of kept)
      if (sheet.hasCells) yield* patchPiecewise(file, sheet.path, [[withoutRichValues]]);
  pruneLists(file, path, uses);
  yield { part: path, bytes: 0 };
  removeUnreached(file, { uses, workbook: path, withCellsLeftOut });
}
