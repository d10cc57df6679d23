import type { Cell } from "../grid";
import { FileRefusal } from "../ooxml";
import { mapSteps, runToEnd } from "../steps";
import { MOST_CELLS } from "./mostCells";
import type { ShareStep } from "./types";

/** What a text of lines and separators comes to. */
export type TextTable =
  | { readonly kind: "table"; readonly rows: readonly (readonly Cell[])[] }
  /** A quote that is never closed: where it stands, all below would be one cell. Counted from 0. */
  | { readonly kind: "quoteOpen"; readonly line: number };

/** Comma, semicolon, tab; the first of equals is taken. */
const SEPARATORS = [",", ";", "\t"] as const;
type Separator = (typeof SEPARATORS)[number];

/** Rows by which separators are weighed. */
const SAMPLE_ROWS = 20;
/** Characters between two steps. */
const STEP = 1 << 18;

/** Excel names the separator so in the first line, for itself alone. */
const NAMED = /^sep=([,;\t])(?:\r\n|\r|\n|$)/u;
/** A number as people and programs write one; with zeros in front it is the name of something, and so is a longer one. */
const NUMBER = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,14})?$/u;
/** How programs keep Excel from taking a text for a number: ="001". */
const KEPT_AS_TEXT = /^="([^"]*)"$/u;
/** The same by a tab or an apostrophe in front. */
const MARKED_AS_TEXT = /^(?:\t|')(?=\d)/u;

/** A field as a cell: a number where it is written as one, else the text as typed; nothing where it is blank. */
function cellOf(field: string): Cell {
  const kept = KEPT_AS_TEXT.exec(field.trim())?.[1];
  if (kept !== undefined) return kept;
  if (MARKED_AS_TEXT.test(field)) return field.slice(1);
  const text = field.trim();
  if (text === "") return null;
  return NUMBER.test(text) ? Number(text) : field;
}

/** Splits a text into records, at most so many; tells after some text how far it is. */
function* splitRecords(
  text: string,
  separator: Separator,
  most = Infinity,
): Generator<number, { readonly records: string[][]; readonly openAt: number | null }> {
  const records: string[][] = [];
  let record: string[] = [];
  let line = 0;
  let told = 0;
  let cells = 0;
  let at = 0;
  const length = text.length;
  const endRecord = (): void => {
    cells += record.length;
    if (cells > MOST_CELLS) throw new FileRefusal("tooManyCells");
    records.push(record);
    record = [];
  };
  while (at < length && records.length < most) {
    if (at - told > STEP) yield (told = at);
    let field = "";
    if (text[at] === '"') {
      const openAt = line;
      at += 1;
      for (;;) {
        const end = text.indexOf('"', at);
        if (end < 0) return { records, openAt };
        const inside = text.slice(at, end);
        line += inside.split(/\r\n|\r|\n/u).length - 1;
        field += inside;
        at = end + 1;
        if (text[at] !== '"') break;
        field += '"';
        at += 1;
      }
    }
    const rest = at;
    while (at < length && text[at] !== separator && text[at] !== "\n" && text[at] !== "\r") at += 1;
    record.push(field + text.slice(rest, at));
    if (text[at] === separator) {
      at += 1;
      // A separator at the very end begins one more field, which is blank.
      if (at === length) record.push("");
      continue;
    }
    at += text.startsWith("\r\n", at) ? 2 : 1;
    line += 1;
    endRecord();
  }
  if (record.length > 0) endRecord();
  return { records, openAt: null };
}

/** The separator by which most rows have more than one cell and as many as others. */
function separatorOf(text: string): Separator {
  let best: { readonly separator: Separator; readonly weight: number } = {
    separator: ",",
    weight: 0,
  };
  for (const separator of SEPARATORS) {
    const { records } = runToEnd(splitRecords(text, separator, SAMPLE_ROWS));
    const counts = new Map<number, number>();
    for (const { length } of records)
      if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1);
    const weight = Math.max(0, ...[...counts].map(([width, rows]) => rows * rows * width));
    if (weight > best.weight) best = { separator, weight };
  }
  return best.separator;
}

/**
 * The cells of a text in which commas, semicolons or tabs stand between them, in steps that tell the characters read,
 * of how many. Quotes hold separators and line ends, and a doubled quote is one. Zeros in front stay.
 * @throws FileRefusal "tooManyCells".
 */
export function* readTextTable(text: string): Generator<ShareStep, TextTable> {
  const named = NAMED.exec(text);
  const body = named === null ? text : text.slice(named[0].length);
  const separator = SEPARATORS.find((one) => one === named?.[1]) ?? separatorOf(body);
  const { records, openAt } = yield* mapSteps(splitRecords(body, separator), (done): ShareStep => ({
    done,
    total: body.length,
  }));
  if (openAt !== null) return { kind: "quoteOpen", line: openAt + (named === null ? 0 : 1) };
  return { kind: "table", rows: records.map((fields) => fields.map(cellOf)) };
}
