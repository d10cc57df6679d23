import { type PackageStep, readPiecewise } from "../../ooxml";
import type { Book, BookSheet } from "./book";
import { listenToCells } from "./cells";
import { readStrings } from "./sharedStrings";

/** The texts below headings of names, in the order of the sheet. */
export function* readNamesOfPeople(
  book: Book,
  sheet: BookSheet,
  headings: readonly { readonly row: number; readonly column: number }[],
): Generator<PackageStep, readonly string[]> {
  if (headings.length === 0 || !sheet.hasCells) return [];
  const found: (string | number)[] = [];
  const seen = new Set<string | number>();
  yield* readPiecewise(
    book.file,
    sheet.path,
    listenToCells({
      cell: ({ row, column, type, value }) => {
        if (value === undefined || type === "e" || type === "b" || type === "n") return;
        if (!headings.some((heading) => heading.column === column && heading.row < row)) return;
        const text = type === "s" ? Number(value) : value;
        if (seen.has(text)) return;
        seen.add(text);
        found.push(text);
      },
    }),
  );
  const shared = new Set(found.filter((each) => typeof each === "number"));
  const strings = yield* readStrings(book, shared);
  return found
    .map((each) => (typeof each === "number" ? (strings.get(each) ?? "") : each))
    .filter((name) => name.trim() !== "");
}
