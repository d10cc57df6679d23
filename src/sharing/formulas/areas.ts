import type { Area } from "../../grid";
import { findName, findTable, tableArea, type BookFacts } from "./book";
import { findReferences } from "./references";
import { tokenize, type Token } from "./tokenize";

/** The cell in which a formula stands. */
export interface FormulaPlace {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** Cells of a sheet. */
export interface AreaOfSheet {
  readonly sheet: string;
  readonly area: Area;
}

/** Names that stand for names are followed so far. */
const DEEPEST_NAME = 20;

export function trim(tokens: readonly Token[]): Token[] {
  let [start, end] = [0, tokens.length];
  while (start < end && tokens[start]?.kind === "space") start += 1;
  while (end > start && tokens[end - 1]?.kind === "space") end -= 1;
  return tokens.slice(start, end);
}

/** The cells that the whole stretch refers to; undefined where it computes something. */
export function areaOf(
  tokens: readonly Token[],
  book: BookFacts,
  place: FormulaPlace,
  depth = DEEPEST_NAME,
): AreaOfSheet | undefined {
  const { references, mentions } = findReferences(tokens);
  const [reference] = references;
  if (references.length === 1 && reference?.start === 0 && reference.end === tokens.length)
    return { sheet: reference.sheet ?? place.sheet, area: reference.area };
  const [mention] = mentions;
  if (mentions.length !== 1 || references.length > 0) return undefined;
  if (mention?.kind === "table" && mention.start === 0 && mention.end === tokens.length) {
    const table = findTable(book, mention.table);
    const area = table && tableArea(table, mention.columns, place.row);
    return table === undefined || area === undefined ? undefined : { sheet: table.sheet, area };
  }
  if (mention?.kind === "name" && tokens.length === 1 && depth > 0) {
    const name = findName(book, mention.name, place.sheet);
    return name === undefined
      ? undefined
      : areaOf(trim(tokenize(name.text)), book, place, depth - 1);
  }
  return undefined;
}
