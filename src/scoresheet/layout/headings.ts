import { compactText } from "../../units";
import type { Cell } from "../../grid";
import { SHEET_FIELDS } from "../types";
import type { HeadingNames, SheetField } from "../types";

/** A heading cell and the field it names; rank 0 is the exact name, 1 the first synonym. */
export interface HeadingMatch {
  readonly field: SheetField;
  readonly column: number;
  readonly heading: string;
  /** As compared. */
  readonly key: string;
  readonly rank: number;
}

/** What may stand behind a heading without changing what its cells mean. 万元 would change it. */
const DECORATION = /(?:\((?:分|元|次|人民币|必填|百分制|100分制)\)|[:*])+$/u;

export function headingKey(text: string): string {
  return compactText(text).replace(/^\*+/u, "");
}

/** The field that a text names: its key as compared, and the rank of the word. */
export type HeadingWord = Pick<HeadingMatch, "field" | "key" | "rank">;

/** Reads a heading by HR's names and synonyms: an exact name of any field before any synonym. */
export function headingReader(
  names: HeadingNames<SheetField>,
): (cell: Cell) => HeadingWord | undefined {
  const known = new Map<string, { readonly field: SheetField; readonly rank: number }>();
  for (const field of SHEET_FIELDS) {
    const { name, synonyms } = names[field];
    for (const [rank, word] of [name, ...synonyms].entries()) {
      const key = headingKey(word);
      const other = known.get(key);
      if (other === undefined || rank < other.rank) known.set(key, { field, rank });
    }
  }
  return (cell) => {
    if (typeof cell !== "string" || cell === "") return undefined;
    const whole = headingKey(cell);
    const key = known.has(whole) ? whole : whole.replace(DECORATION, "");
    const found = known.get(key);
    return found === undefined ? undefined : { ...found, key };
  };
}
