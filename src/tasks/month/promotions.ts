import type { SheetRef } from "../../grid";
import type { PromotionMonth } from "../../views";
import type { SheetSummary } from "../gateway";
import { promotionsOf, type OpenedMonth } from "./openMonth";
import type { PromotionTable } from "./promotionTable";

/** Everybody's standing in the open month, with what 晋升流程 records. */
export interface PromotionData {
  readonly month: PromotionMonth;
  readonly sheet: SheetRef;
  readonly sheets: readonly SheetSummary[];
  readonly table: PromotionTable | null;
}

/** The open month as the page of promotions shows it. */
export async function readPromotions(
  opened: OpenedMonth,
  signal?: AbortSignal,
): Promise<PromotionData> {
  const { sheet, sheets, promotionTable: table } = opened.found;
  return { month: await promotionsOf(opened, { signal }), sheet, sheets, table };
}
