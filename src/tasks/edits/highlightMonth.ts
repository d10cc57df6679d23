import { planMarks } from "../../views";
import type { Gateway } from "../gateway";
import type { ValidateOptions } from "../month/readScoreSheet";
import type { MonthValidation } from "../month/validateSheet";

/**
 * "高亮": marks errors, warnings and candidates of a month that was just validated in place of earlier marks; says how
 * many cells.
 */
export async function markMonth(
  gateway: Pick<Gateway, "applyMarks">,
  { report, sheet, area, months }: MonthValidation,
  { signal, onProgress }: Pick<ValidateOptions, "signal" | "onProgress"> = {},
): Promise<number> {
  signal?.throwIfAborted();
  onProgress?.({ stage: "highlighting", done: 0, of: null });
  let marked = 0;
  for (const place of [...months, { sheet, area }]) {
    const marks = planMarks(report, place.sheet.id);
    await gateway.applyMarks(marks, place.area, { signal });
    marked += Object.values(marks.cells).reduce((sum, cells) => sum + cells.length, 0);
  }
  return marked;
}

/** "清除高亮": removes the add-in's marks from every sheet, and nothing else; returns how many rules were removed. */
export function clearHighlights(gateway: Gateway): Promise<number> {
  return gateway.clearMarks();
}
