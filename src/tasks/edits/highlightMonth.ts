import { planMarks } from "../../views";
import type { Gateway } from "../gateway";
import { throwIfCancelled } from "../run/slices";
import type { ValidateOptions } from "../month/readScoreSheet";
import { validateSheet, type Validation } from "../month/validateSheet";

export interface Highlighting {
  readonly validation: Validation;
  /** Cells that were marked; null where there was no month to mark. */
  readonly marked: number | null;
}

/**
 * "高亮": validates once more, so that marks stand where the sheet has its people and values now, and
 * marks errors, warnings and candidates in place of earlier marks.
 */
export async function highlightMonth(options: ValidateOptions): Promise<Highlighting> {
  const validation = await validateSheet(options);
  if (validation.kind !== "month") return { validation, marked: null };
  throwIfCancelled(options.signal);
  options.onProgress?.({ stage: "highlighting", done: 0, of: null });
  const { report, sheet, read, months } = validation;
  let marked = 0;
  for (const place of [...months, { sheet, read }]) {
    const marks = planMarks(report, place.sheet.id);
    await options.gateway.applyMarks(marks, place.read, { signal: options.signal });
    marked += Object.values(marks.cells).reduce((sum, cells) => sum + cells.length, 0);
  }
  return { validation, marked };
}

/** "清除高亮": removes the add-in's marks from every sheet, and nothing else; says how many rules went. */
export function clearHighlights(gateway: Gateway): Promise<number> {
  return gateway.clearMarks();
}
