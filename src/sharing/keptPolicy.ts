import { WITNESS } from "../grid";
import { isWitnessSheet } from "./tags";
import { openBook, type Book } from "./workbook/book";
import { listenToCells } from "./workbook/cells";
import { isPolicyPart } from "./workbook/clean";
import { readPiecewise } from "../ooxml";
import { readStrings } from "./workbook/sharedStrings";

/** The policy settings that a workbook's file keeps. */
export interface PolicyOfFile {
  /** The parts as XML, in the order in which the workbook lists them. */
  readonly parts: readonly string[];
  /** The texts of the cells that hold the copy (policy 5.7), from the top; null where the file has none. */
  readonly witness: readonly string[] | null;
  /** Parts that hang elsewhere in the file, where Excel does not look for them. */
  readonly detached: readonly string[];
}

/** The policy parts of a file by their paths: those that belong to the workbook, and those that hang elsewhere. */
export function findPolicyParts({ file, path }: Book): {
  readonly attached: readonly string[];
  readonly detached: readonly string[];
} {
  const attached = file
    .relationships(path)
    .filter(({ kind, external }) => kind === "customXml" && !external)
    .flatMap(({ target }) => file.find(target) ?? [])
    .filter((target) => isPolicyPart(file, target));
  const detached = file
    .paths()
    .filter((part) => /\.xml$/iu.test(part) && !attached.includes(part))
    .filter((part) => isPolicyPart(file, part));
  return { attached, detached };
}

/** Runs a generator to its end: for what is small. */
function finish<T>(work: Generator<unknown, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

/** `_CS_POLICY!$A$1:$A$5`, as programs write it. */
const COLUMN =
  /^=?(?:'((?:[^']|'')+)'|([^'!]+))!\$?([A-Z]{1,3})\$?(\d+)(?::\$?[A-Z]{1,3}\$?(\d+))?$/iu;

/** Where the copy stands: where its name points, else in the first column of the sheet of that name. */
function placeOfWitness({ names, sheetParts }: Book) {
  const name = names.find((each) => each.name.toUpperCase() === WITNESS);
  const [, quoted, bare = "", , first = "1", last = first] = COLUMN.exec(name?.text ?? "") ?? [];
  const called = (quoted?.replaceAll("''", "'") ?? bare).toLowerCase();
  const named = sheetParts.find((sheet) => sheet.name.toLowerCase() === called);
  const sheet = named ?? sheetParts.find((each) => isWitnessSheet(each.name));
  const rows = named === undefined ? null : { first: Number(first) - 1, last: Number(last) - 1 };
  return { stands: name !== undefined || sheet !== undefined, sheet, rows };
}

function readWitness(book: Book): readonly string[] | null {
  const { stands, sheet, rows } = placeOfWitness(book);
  if (!stands) return null;
  if (sheet === undefined) return [];
  const cells: { readonly row: number; readonly text: string | number }[] = [];
  const listener = listenToCells({
    cell: ({ row, column, type, value = "" }) => {
      if (column !== 0 || (rows !== null && (row < rows.first || row > rows.last))) return;
      cells.push({ row, text: type === "s" ? Number(value) : value });
    },
  });
  finish(readPiecewise(book.file, sheet.path, listener));
  const shared = new Set(cells.flatMap(({ text }) => (typeof text === "number" ? [text] : [])));
  const strings = finish(readStrings(book, shared));
  return cells
    .sort((one, other) => one.row - other.row)
    .map(({ text }) => (typeof text === "number" ? (strings.get(text) ?? "") : text));
}

/** The policy settings of a workbook's file, wherever they are. */
export function readPolicyOf(bytes: Uint8Array): PolicyOfFile {
  const book = openBook(bytes);
  const { attached, detached } = findPolicyParts(book);
  return {
    parts: attached.map((part) => book.file.text(part)),
    witness: readWitness(book),
    detached: detached.map((part) => book.file.text(part)),
  };
}
