import { SHEET_TAGS, type SheetTag } from "../grid";

/**
 * A sheet of ours carries a hidden name of its own that stands for the cells we have written: Excel keeps it
 * when the sheet is renamed, moved, saved as another file, or gets rows and columns inserted.
 */
const PREFIX = "_CS_";

/** On a sheet that is not written to its end; the next writing removes what a crash has left. */
export const UNFINISHED = `${PREFIX}unfinished`;

export function nameOfTag(tag: SheetTag): string {
  return `${PREFIX}${tag}`;
}

/** What the names of a sheet say that it is; null for a sheet of HR's. */
export function tagOfNames(names: readonly string[]): SheetTag | null {
  return SHEET_TAGS.find((tag) => names.includes(nameOfTag(tag))) ?? null;
}
