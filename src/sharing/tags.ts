import { SHEET_TAGS, WITNESS, type SheetTag } from "../grid";
import type { BookFacts } from "./formulas/book";

/** What the hidden names of a sheet begin with by which the add-in knows its own sheets; part of the file format. */
const PREFIX = "_CS_";

/** What the add-in wrote the sheet for; null for a sheet of HR's. */
export function tagOfSheet(book: BookFacts, sheet: string): SheetTag | null {
  const own = new Set(
    book.names.filter((name) => name.sheet === sheet).map(({ name }) => name.toLowerCase()),
  );
  return SHEET_TAGS.find((tag) => own.has(`${PREFIX}${tag}`.toLowerCase())) ?? null;
}

/** Whether a name points at the copy of the policy settings. */
export function isWitnessName(name: string): boolean {
  return name.toUpperCase() === WITNESS;
}

/** Whether a sheet holds the copy of the policy settings: none to work with, or to be listed. */
export function isWitnessSheet(sheet: string): boolean {
  return sheet.toUpperCase() === WITNESS;
}
