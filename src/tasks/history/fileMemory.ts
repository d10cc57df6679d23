import type { Grid, SheetRef } from "../../grid";
import type { SheetOfFile } from "../../sharing";
import type { LayoutOptions } from "../../scoresheet";
import type { SheetSummary } from "../gateway";
import { layoutOptionsFor, sheetsAround, type SheetsAround } from "../month/otherSheets";
import type { StoredMemory } from "../month/sheetMemory";

// What HR says of the sheets of other files is kept in the workbook like what is said of its own; a file of the next
// month with the same headings is read by it.

/** By which a sheet of a file is remembered: no sheet of a workbook has brackets in its name. */
export function rememberedAs(file: string, { name }: Pick<SheetRef, "name">): SheetRef {
  const called = `[${file}]${name}`;
  return { id: called, name: called };
}

/** The sheets of a file as those of a workbook. */
export function asSheets(sheets: readonly SheetOfFile[]): SheetSummary[] {
  return sheets.map(({ grid }) => ({ ...grid.sheet, active: false, visible: true, tag: null }));
}

/** What is known around the sheets of a file: their names, its own, and the year that HR has given. */
export function aroundFile(
  file: { readonly name: string; readonly sheets: readonly SheetOfFile[] },
  stored: StoredMemory,
  year: number | undefined,
): SheetsAround {
  return sheetsAround(asSheets(file.sheets), { ...stored, tabYear: year }, file.name);
}

/** How a sheet of a file is to be read. */
export function optionsForFile(
  grid: Grid,
  base: LayoutOptions,
  file: { readonly name: string; readonly sheets: readonly SheetOfFile[] },
  stored: StoredMemory,
  year: number | undefined,
): LayoutOptions {
  const around = aroundFile(file, stored, year);
  const options = layoutOptionsFor(grid, base, around, stored, rememberedAs(file.name, grid.sheet));
  // Of tabs that turn over a year each has its own, which the year of the first would overrule.
  return around.months.has(grid.sheet.id) ? options : { ...options, year: options.year ?? year };
}
