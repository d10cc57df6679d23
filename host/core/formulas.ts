import { LexerTreeBuilder } from "@univerjs/engine-formula";
import { quoteSheetName } from "./a1";
import type { NamedItem, Sheet } from "./workbook";

const lexer = new LexerTreeBuilder();

/** The formula as it is when it is copied so many rows down and columns to the right. */
export function offsetFormula(formula: string, rows: number, columns: number): string {
  return rows === 0 && columns === 0 ? formula : lexer.moveFormulaRefOffset(formula, columns, rows);
}

/** A text in quotes, or a sheet before its "!". */
const TEXT_OR_SHEET = /"(?:[^"]|"")*"|('(?:[^']|'')+'|[\p{L}\p{N}_.]+)!/gu;

/** The formula with the references to a sheet given to another name, or to `#REF!` where it is null. */
export function renameSheet(formula: string, before: string, after: string | null): string {
  return formula.replace(TEXT_OR_SHEET, (whole: string, sheet: string | undefined) => {
    if (sheet === undefined) return whole;
    const name = sheet.startsWith("'") ? sheet.slice(1, -1).replaceAll("''", "'") : sheet;
    if (name.toLowerCase() !== before.toLowerCase()) return whole;
    return after === null ? "#REF!" : `${quoteSheetName(after)}!`;
  });
}

/** The names that are deleted with a sheet, and those that lose what they point to. */
export function namesWithout(
  names: readonly NamedItem[],
  sheet: Pick<Sheet, "id" | "name">,
): { readonly gone: NamedItem[]; readonly changed: NamedItem[] } {
  const gone = names.filter(({ sheetId }) => sheetId === sheet.id);
  const changed = namesRenamed(
    names.filter(({ sheetId }) => sheetId !== sheet.id),
    sheet.name,
    null,
  );
  return { gone, changed };
}

/** The names whose formula another name of a sheet changes. */
export function namesRenamed(
  names: readonly NamedItem[],
  before: string,
  after: string | null,
): NamedItem[] {
  return names.flatMap((item) => {
    const formula = renameSheet(item.formula, before, after);
    return formula === item.formula ? [] : [{ ...item, formula }];
  });
}
