import type { SheetRef } from "../../grid";
import type { CellEdit, Gateway, WriteOptions } from "../gateway";

/** Edits of one sheet. */
export interface SheetEdits {
  readonly sheet: SheetRef;
  readonly edits: readonly CellEdit[];
}

/** What a change came to, and the way back. */
export interface CellsChanged {
  readonly changed: number;
  /** Cells that somebody has changed since they were read, or that hold a formula: left alone. */
  readonly skipped: number;
  readonly undo: readonly SheetEdits[];
}

/** Changes cells of several sheets, all or none. */
export async function changeCells(
  gateway: Pick<Gateway, "editCells">,
  changes: readonly SheetEdits[],
  options: WriteOptions = {},
): Promise<CellsChanged> {
  const undo: SheetEdits[] = [];
  let skipped = 0;
  try {
    for (const { sheet, edits } of changes) {
      const done = await gateway.editCells(sheet, edits, options);
      skipped += done.skipped.length;
      if (done.undo.length > 0) undo.push({ sheet, edits: done.undo });
    }
  } catch (error) {
    for (const { sheet, edits } of undo.reverse()) await gateway.editCells(sheet, edits);
    throw error;
  }
  return { changed: undo.reduce((sum, { edits }) => sum + edits.length, 0), skipped, undo };
}
