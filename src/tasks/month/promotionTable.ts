import type { Grid, SheetRef } from "../../grid";
import { PROMOTION_SHEET, readPromotionSheet, type PromotionSheet } from "../../scoresheet";
import type { Gateway } from "../gateway";

/** The table 晋升流程 of the workbook, with the cells that it was read from. */
export interface PromotionTable {
  readonly sheet: SheetRef;
  readonly grid: Grid;
  readonly promotions: PromotionSheet;
}

/** Whether a sheet has that name, or the one that is written beside another of that name. */
export function isPromotionSheet({ name }: SheetRef): boolean {
  const trimmed = name.trim();
  const rest = trimmed.slice(PROMOTION_SHEET.length);
  return trimmed.startsWith(PROMOTION_SHEET) && /^(?: \(\d+\))?$/u.test(rest);
}

/** Reads 晋升流程; null where no sheet of that name holds such a table. */
export async function readPromotionTable(
  gateway: Pick<Gateway, "readSheet">,
  sheets: readonly SheetRef[],
  signal?: AbortSignal,
): Promise<PromotionTable | null> {
  for (const sheet of sheets.filter(isPromotionSheet)) {
    const grid = await gateway.readSheet(sheet, { signal });
    const read = grid === null ? null : readPromotionSheet(grid);
    if (grid !== null && read !== null) return { sheet, grid, promotions: read };
  }
  return null;
}
