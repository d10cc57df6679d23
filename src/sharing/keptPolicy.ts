import { isWitnessName, isWitnessSheet } from "./tags";
import { openBook, type Book, type BookSheet } from "./workbook/book";
import { listenToCells } from "./workbook/cells";
import { isPolicyPart, removePolicyParts } from "./workbook/clean";
import { readPiecewise, type PackageStep } from "../ooxml";
import { lastCellOf, parseArea, unquoteSheetName } from "../grid";
import { runToEnd } from "../steps";
import { readStrings } from "./workbook/sharedStrings";

/** The policy settings that a workbook's file keeps. */
export interface PolicyOfFile {
  /** The parts as XML, in the order in which the workbook lists them. */
  readonly parts: readonly string[];
  /** The texts of the cells that hold the copy (rule W5), from the top; null where the file has none. */
  readonly witness: readonly string[] | null;
  /** Parts that are stored elsewhere in the file, where Excel does not look for them. */
  readonly detached: readonly string[];
}

const CUSTOM_XML = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml";

/** The policy parts of a file by their paths: those that belong to the workbook, and those that are stored elsewhere. */
function findPolicyParts({ file, path }: Book): {
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

/** `_CS_POLICY!$A$1:$A$5`, as programs write it: the sheet and its cells. */
const REFERENCE = /^=?('(?:[^']|'')+'|[^'!]+)!([^!]+)$/u;

/** Where the copy stands: where its name points, else in the first column of the sheet of that name. */
export interface WitnessPlace {
  /** Undefined where only the name is left. */
  readonly sheet: BookSheet | undefined;
  /** Null: the whole column. */
  readonly rows: { readonly first: number; readonly last: number } | null;
}

/** Null where the file has no copy of the settings. */
export function findWitness({ names, sheetParts }: Book): WitnessPlace | null {
  const name = names.find((each) => isWitnessName(each.name));
  const [, written = "", address = ""] = REFERENCE.exec(name?.text ?? "") ?? [];
  const called = unquoteSheetName(written).toLowerCase();
  const area = parseArea(address);
  const named = area && sheetParts.find((sheet) => sheet.name.toLowerCase() === called);
  const sheet = named ?? sheetParts.find((each) => isWitnessSheet(each.name));
  if (name === undefined && sheet === undefined) return null;
  const rows =
    named === undefined || area === undefined
      ? null
      : { first: area.row, last: lastCellOf(area).row };
  return { sheet, rows };
}

/** Which shared texts the cells of a sheet show. */
export function* sharedTextsOf(
  { file }: Book,
  { path }: BookSheet,
): Generator<PackageStep, ReadonlySet<number>> {
  const shared = new Set<number>();
  const listener = listenToCells({
    cell: ({ type, value }) => {
      if (type === "s") shared.add(Number(value));
    },
  });
  yield* readPiecewise(file, path, listener);
  return shared;
}

function readWitness(book: Book): readonly string[] | null {
  const place = findWitness(book);
  if (place === null) return null;
  const { sheet, rows } = place;
  if (sheet === undefined) return [];
  const cells: { readonly row: number; readonly text: string | number }[] = [];
  const listener = listenToCells({
    cell: ({ row, column, type, value = "" }) => {
      if (column !== 0 || (rows !== null && (row < rows.first || row > rows.last))) return;
      cells.push({ row, text: type === "s" ? Number(value) : value });
    },
  });
  runToEnd(readPiecewise(book.file, sheet.path, listener));
  const shared = new Set(cells.flatMap(({ text }) => (typeof text === "number" ? [text] : [])));
  const strings = runToEnd(readStrings(book, shared));
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

/**
 * The file with this part where Excel looks for it, in the place of all that it keeps elsewhere; in steps of some
 * milliseconds each. The bytes given are not changed.
 */
export function* withPolicyPart(
  bytes: Uint8Array,
  xml: string,
): Generator<PackageStep, Uint8Array<ArrayBuffer>> {
  const book = openBook(bytes);
  const { file, path } = book;
  removePolicyParts(book);
  let number = 1;
  while (!file.isFree(`customXml/item${number}.xml`)) number += 1;
  const part = `customXml/item${number}.xml`;
  file.add(part, "application/xml", xml);
  const up = "../".repeat(path.split("/").length - 1);
  file.relate(path, CUSTOM_XML, `${up}${part}`);
  return yield* file.toBytes();
}
