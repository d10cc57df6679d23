import type { SheetRef } from "../../grid";
import { changeCells, type SheetEdits } from "./changeCells";
import type { Gateway } from "../gateway";

/** The way back of what was written: cells as they were, and sheets that were not there. */
export interface SheetUndo {
  readonly edits: readonly SheetEdits[];
  readonly created: readonly SheetRef[];
}

export interface TakenBack {
  readonly changed: number;
  /** Cells that somebody has changed since: they keep what they hold, and so does their sheet. */
  readonly skipped: number;
}

/** Takes back what was written; a sheet is removed only once it is empty. */
export async function takeBack(
  gateway: Pick<Gateway, "editCells" | "removeBlankSheet">,
  { edits, created }: SheetUndo,
): Promise<TakenBack> {
  const { changed, skipped } = await changeCells(gateway, edits);
  for (const sheet of created) await gateway.removeBlankSheet(sheet);
  return { changed, skipped };
}
