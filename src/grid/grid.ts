import type { SheetRef } from "./address";
import type { Cell } from "./cell";

/** The used cells of one sheet, as read once; rows and columns are counted from the sheet's first cell (0). */
export interface Grid {
  readonly sheet: SheetRef;
  readonly firstRow: number;
  readonly firstColumn: number;
  readonly rows: readonly (readonly Cell[])[];
  /** Whether the cell (sheet row and column) holds a formula. */
  readonly isFormula: (row: number, column: number) => boolean;
  /** The formula in a cell, with its "=", where it was asked for: of few columns is more than that there is one known. */
  readonly formulaText?: ((row: number, column: number) => string | undefined) | undefined;
}
